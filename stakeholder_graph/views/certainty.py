"""How sure we are, in sentences: from a finding's test, range and caveats."""

from collections.abc import Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import LEVEL, Finding, Interval, Test
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _n, listing
from stakeholder_graph.views.amounts import display, displayed
from stakeholder_graph.views.sentences import count, notes, phrase

#: Ranges are to hold so many of the numbers that they are about.
RANGES_HOLD = 0.9


def how_sure(finding: Finding) -> tuple[str, ...]:
    """What may be said of how sure a finding is.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    tuple of str
        Against chance, then how far those who did not answer could move it, then what limits it. Empty where
        there is neither test nor range nor caveat.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> test = Test("labels", 999, 0.4733, 0.05, 0.03, 0)
    >>> print(*how_sure(Finding("ei_index", Scope(("1",)), 0.3913, "index", (-1, 1), test=test)))
    Chance alone would give about 26 of 100 connections; as large a difference comes up by chance in 3 of 100 tries.
    """
    if finding.in_words:
        return (phrase("in_words"),)
    said = [_chance("chance", finding, finding.test)] if finding.test else []
    said += [_chance("chance_of_partners", finding, finding.rewired)] if finding.rewired else []
    if finding.test and finding.rewired and (finding.test.p < LEVEL) != (finding.rewired.p < LEVEL):
        said.append(phrase("only_one_clear"))
    said += [phrase("judged_together")] if _corrected(finding) else []
    said += _range(finding)
    said += notes(finding)
    return tuple(dict.fromkeys(said))


def how_often(p: float, tries: int = 0) -> str:
    """What a p-value says, as a count of tries by chance.

    Parameters
    ----------
    p : float
        Two-sided.
    tries : int
        How many there were; of few, none of which went as far, p tells no more than that.

    Examples
    --------
    >>> how_often(0.0004)
    'as large a difference comes up by chance in fewer than 1 of 1,000 tries'
    >>> how_often(0.004, tries=499)
    'as large a difference came up by chance in none of 499 tries'
    """
    if tries and 0.001 <= p <= 2 / (1 + tries) + 1e-12:
        return phrase("chance_never", count=tries)
    if p >= 0.995:
        return phrase("chance_nearly_always")
    if p >= 0.2:
        return phrase("chance_often", count=round(100 * p))
    if p >= 0.01:
        return phrase("chance_of_hundred", count=round(100 * p))
    if p >= 0.001:
        return phrase("chance_of_thousand", count=round(1000 * p))
    return phrase("chance_hardly_ever")


def standing(learned: Learned, *, surveyed: bool = True) -> str:
    """How firmly one of the things learned stands, in a few words: of a count, what was counted.

    Parameters
    ----------
    learned : Learned
        One of them.
    surveyed : bool
        False where nobody was asked, so that it rests on files.
    """
    counts: str = measures()[learned.finding.name].counts
    if counts == "answers" and not surveyed:
        counts = "files"
    if learned.finding.in_words:
        counts = "words"
    elif counts in ("answers", "files") and learned.finding.released and learned.finding.scope.layers:
        counts = "lines"
    what = f"_{counts}" if learned.standing == "counted" and counts != "answers" else ""
    return phrase(f"standing_{learned.standing}{what}")


def sure_of_story(
    learned: Sequence[Learned],
    silent: int | None,
    aside: int = 0,
    *,
    surveyed: bool = True,
    ranges_said: bool = False,
    not_counted: str = "",
    held: tuple[int, int] | None = None,
) -> str:
    """One sentence on how sure we are of the things learned.

    Parameters
    ----------
    learned : sequence of Learned
        The story; blank if there is none.
    silent : int or None
        How many organizations have not answered yet; None where nothing says who answered.
    aside : int
        Of how many an answer came and is set aside.
    surveyed : bool
        False where nobody was asked, so that no answer is missing.
    ranges_said : bool
        Whether the first lines have said that ranges stand beside the numbers.
    not_counted : str
        What waits for a decision and so is not counted; said first.
    held : tuple of (int, int), optional
        Of how many known numbers of ties the ranges held when answers were hidden, and how many were tried.
    """
    if not learned:
        return ""
    if not_counted:
        missing = f" {phrase('sure_lines', silent=silent)}" if silent else ""
        return f"{not_counted} {_standing(learned)}{missing}"
    if not surveyed:
        return _standing(learned)
    ranged = any(item.finding.range for item in learned)
    if ranged and ranges_said and silent:
        return " ".join((_standing(learned), *_could_turn(learned), *_fell_short(held)))
    of_silent = "sure_ranges" if ranged else "sure_lines"
    after = "sure_assumed" if silent is None else of_silent if silent else "sure_everyone"
    if silent is not None and aside:
        after, silent = f"{of_silent}_aside", silent + aside
    return f"{_standing(learned)} {phrase(after, silent=silent)}"


def _standing(learned: Sequence[Learned]) -> str:
    standings = [item.standing for item in learned]
    clear, everything = standings.count("clear"), len(standings)
    counted, close = "counted" in standings, bool({"even", "close"} & set(standings))
    others = "both" if counted and close else "close" if close else "counted"
    rest = phrase(f"sure_others_{others}")
    if clear == everything:
        return phrase("sure_all" if everything > 1 else "sure_all_one", all=count(everything))
    if clear and clear + 1 == everything:
        name = "sure_one_of_two" if clear == 1 else "sure_but_one"
        other = phrase(f"sure_other_{others}")
        return phrase(name, clear=count(clear).capitalize(), all=count(everything), others=other)
    if clear:
        name = "sure_one" if clear == 1 else "sure_some"
        return phrase(name, clear=count(clear).capitalize(), all=count(everything), others=rest)
    return phrase(f"sure_none_{others}")


def _could_turn(learned: Sequence[Learned]) -> list[str]:
    """Which of them the missing answers could turn: whether by chance alone a value within the range would come out."""
    numbers: dict[str, list[str]] = {"turn_hardly": [], "turn_could": [], "turn_unknown": []}
    for number, item in enumerate(learned, start=1):
        finding = item.finding
        if measures()[finding.name].counts != "answers":
            continue
        if finding.range is None or finding.test is None:
            name = "turn_unknown"
        else:
            low, high = finding.range
            name = "turn_could" if low <= finding.test.expected <= high else "turn_hardly"
        numbers[name].append(str(number))
    if not (numbers["turn_hardly"] or numbers["turn_could"]):
        return []
    clauses = [
        phrase(
            name,
            findings=_n("finding {numbers}", "findings {numbers}", len(its), numbers=listing(its)),
            numbers=listing(its),
        )
        for name, its in numbers.items()
        if its
    ]
    said = "; ".join(clauses)
    return [f"{said[:1].upper()}{said[1:]}."]


def _fell_short(held: tuple[int, int] | None) -> list[str]:
    """That ranges held fewer known numbers than nine in ten, where answers were hidden to try them."""
    if held is None or held[0] >= round(RANGES_HOLD * held[1]):
        return []
    return [phrase("ranges_held", within=held[0], tried=held[1], expected=round(RANGES_HOLD * held[1]))]


def _chance(name: str, finding: Finding, test: Test) -> str:
    return phrase(name, expected=display(finding, test.expected), how_often=how_often(test.p, test.permutations))


def _corrected(finding: Finding) -> bool:
    parts = [finding.table, *finding.tables.values()]
    return any(row.get("p_adjusted") is not None for part in parts if part for row in part.rows)


def _range(finding: Finding) -> list[str]:
    if finding.range is None:
        return []
    # That a range is narrow does not say so: a count may come out the same in every draw though answers are missing.
    if finding.complete is not False:
        return [phrase("nothing_missing" if finding.complete else "sure_assumed")]
    shifted = _between(finding, finding.range)
    if finding.range_like is None:
        return [phrase("range_only", between=shifted)]
    like = _between(finding, finding.range_like)
    return [phrase("range_same", between=like) if like == shifted else phrase("range", like=like, shifted=shifted)]


def _between(finding: Finding, interval: Interval) -> str:
    low, high = sorted(interval, key=lambda end: displayed(finding, end))
    ends = [display(finding, end, what=False) for end in (low, high)]
    if ends[0] == ends[1]:
        return phrase("about", value=display(finding, high))
    return phrase("between", low=ends[0], high=display(finding, high))
