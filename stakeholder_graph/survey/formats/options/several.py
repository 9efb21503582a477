"""Several ticks in one cell of a grid, as in "Advice,Support": told from one answer that holds a comma."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stakeholder_graph.survey.formats.responses import FilledColumn

#: What tools put between ticks, the surest first: an option hardly holds one, save for a comma before a blank.
_SEPARATORS = (r"\s*[\r\n]+\s*", r"\s*;\s*", r"\s*\|\s*", r",(?=\S)", r",\s+")
_LOOSE = _SEPARATORS[-1]
_MOST_OPTIONS = 12
_LONGEST_OPTION = 200
#: One cell decides nothing.
_LEAST_CELLS = 2
_YES_NO = frozenset({"Yes", "No", "Sí", "Si", "Maybe", "Not sure"})
#: Ticks make no more different cells than this; words of respondents' own do.
_MOST_TEXTS = 500


def with_ticks_apart(filled: "Sequence[FilledColumn]", decimal_comma: bool) -> "list[FilledColumn]":
    """Give grids of which a cell holds several ticks with a column for each option of each row.

    Parameters
    ----------
    filled : sequence of (AnswerColumn, array of str)
        The columns of a table.
    decimal_comma : bool
        Whether ``1,5`` may be a number.

    Returns
    -------
    list of (AnswerColumn, array of str)
        All other columns stay as they are.
    """
    grids: dict[str, list[int]] = {}
    for place, (column, _cells) in enumerate(filled):
        if column.item and not column.choice and column.kind in ("single", "text") and not column.write_in_of:
            grids.setdefault(column.question, []).append(place)
    in_grids = {place for places in grids.values() for place in places}
    outside = {text for place, (_column, cells) in enumerate(filled) if place not in in_grids for text in cells.used()}
    apart: dict[int, list[FilledColumn]] = {}
    for places in grids.values():
        if len(places) < 2 or all(re.search(r"(^|\D )\d+$", filled[place][0].item) for place in places):
            continue  # a row is called by its number where respondents write down names
        counts = Counter(text for place in places for text in filled[place][1] if text)
        rows = {" ".join(filled[place][0].item.casefold().split()) for place in places}
        ticked = ticks_in(counts, decimal_comma)
        options = _by_use(ticked, counts)
        names = sum(option in outside for option in options)  # of organizations, as who answers
        if ticked and 2 * names < len(options) and not rows & {option.casefold() for option in options}:
            for place in places:
                apart[place] = _boxes(filled[place], ticked, options)
    return [column for place, pair in enumerate(filled) for column in apart.get(place, [pair])]


def ticks_in(counts: Mapping[str, int], decimal_comma: bool = False) -> dict[str, tuple[str, ...]]:
    """Find the options in each different cell of a grid.

    Parameters
    ----------
    counts : mapping of str to int
        How often each text stands in a cell.
    decimal_comma : bool
        Whether ``1,5`` may be a number.

    Returns
    -------
    dict of str to tuple of str
        By text; nothing where cells hold one answer each. Cells with one tick are the evidence: a comma parts two
        options where both stand alone elsewhere.

    Examples
    --------
    >>> ticks_in({"Advice": 2, "Support": 1, "Advice,Support": 1})["Advice,Support"]
    ('Advice', 'Support')
    >>> ticks_in({"Money, rooms": 2, "Advice": 1, "Advice,Money, rooms": 1})["Advice,Money, rooms"]
    ('Advice', 'Money, rooms')
    >>> ticks_in({"Never": 2, "Weekly": 1, "Weekly, or more often": 2})
    {}
    >>> ticks_in({"Nothing": 9, "Plan": 3, "Plan, Share data": 2})["Plan, Share data"]
    ('Plan', 'Share data')
    """
    if len(counts) > _MOST_TEXTS:
        return {}
    for separator in _SEPARATORS:
        pieces = {
            text: re.split(f"({separator})", re.sub(rf"({separator})+$|[;|]$", "", text.strip())) for text in counts
        }
        pieces = {text: parts for text, parts in pieces.items() if any(parts)}
        if all(len(parts) < 3 for parts in pieces.values()):
            continue
        numbers = all(re.fullmatch(r"[\d.]+", part) for parts in pieces.values() for part in parts[::2])
        if numbers and decimal_comma and separator.startswith(","):
            continue
        ticked = _proven(pieces, separator)
        if not ticked and not numbers:
            ticked = _recurring(pieces, separator) or _begun_alike(pieces, counts)
        options = {option for options_in in ticked.values() for option in options_in}
        if 1 < len(options) <= _MOST_OPTIONS and max(map(len, options)) <= _LONGEST_OPTION:
            return ticked
    return {}


def _proven(pieces: Mapping[str, Sequence[str]], separator: str) -> dict[str, tuple[str, ...]]:
    """The options in each text, where some text is made of others; a text may hold the separator and be one option."""
    whole = {"".join(parts): parts for parts in pieces.values()}
    several = {text for text, parts in whole.items() if len(_segments(parts, whole.keys() - {text}) or ()) > 1}
    if not several:
        return {}
    options = whole.keys() - several
    for text in sorted(options):  # of which a part never stands alone
        rest = _rest(whole[text], options - {text})
        if rest != text and not (separator == _LOOSE and rest[:1].islower()):
            options = options - {text} | {rest}
    return {text: tuple(_segments(parts, options) or ("".join(parts),)) for text, parts in pieces.items()}


def _segments(parts: Sequence[str], alone: Collection[str]) -> list[str] | None:
    """Cut a text so that each piece is an option that stands alone elsewhere, the longest first."""
    if not parts:
        return []
    for end in range(len(parts), 0, -2):
        option = "".join(parts[:end])
        if option in alone:
            rest = _segments(parts[end + 1 :], alone)
            if rest is not None:
                return [option, *rest]
    return None


def _rest(parts: Sequence[str], alone: Collection[str]) -> str:
    """What is left of a text without the options at its ends that stand alone elsewhere; all of it without any."""
    left = list(parts)
    while len(left) > 1:
        ends = [left[end + 1 :] for end in range(len(left) - 2, 0, -2) if "".join(left[:end]) in alone]
        starts = [left[: start - 1] for start in range(2, len(left), 2) if "".join(left[start:]) in alone]
        shorter = next(iter([*ends, *starts]), None)
        if not shorter:
            break
        left = shorter
    return "".join(left)


def _recurring(pieces: Mapping[str, Sequence[str]], separator: str) -> dict[str, tuple[str, ...]]:
    """The options in each text, where nobody ticked one alone: they come back in different company."""
    company = Counter(part for parts in pieces.values() for part in dict.fromkeys(parts[::2]))
    if separator == _LOOSE:
        ticks = all(times > 1 and not part[:1].islower() for part, times in company.items())
    else:
        ticks = all(any(company[part] > 1 for part in parts[::2]) for parts in pieces.values() if len(parts) > 1)
    return {text: tuple(dict.fromkeys(parts[::2])) for text, parts in pieces.items()} if ticks else {}


def _begun_alike(pieces: Mapping[str, Sequence[str]], counts: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """The options in each text, where several cells hold one that stands alone elsewhere, and one that never does.

    What follows begins with a capital, as options do: "Weekly, or more often" is one answer, and so is "Yes, Often".
    """
    whole = {text: "".join(parts) for text, parts in pieces.items()}
    alone = {whole[text] for text, parts in pieces.items() if len(parts) == 1}
    rests = {text: _rest(parts, alone - _YES_NO) for text, parts in pieces.items() if len(parts) > 1}
    if any(
        rest == whole[text] or not rest[:1].isupper() or counts[text] < _LEAST_CELLS for text, rest in rests.items()
    ):
        return {}
    options = alone | set(rests.values())
    ticked = {text: tuple(_segments(parts, options) or ()) for text, parts in pieces.items()}
    return ticked if all(ticked.values()) else {}


def _by_use(ticked: Mapping[str, Sequence[str]], counts: Mapping[str, int]) -> list[str]:
    """The options, the one that is ticked most first."""
    ticks = Counter[str]()
    for text, options in ticked.items():
        ticks.update(dict.fromkeys(options, counts[text]))
    return sorted(ticks, key=lambda option: (-ticks[option], option))


def _boxes(filled: "FilledColumn", ticked: Mapping[str, Sequence[str]], options: Sequence[str]) -> "list[FilledColumn]":
    column, cells = filled
    boxes: list[FilledColumn] = []
    for option in options:
        label = column.labels.get(option, option)
        marks = cells.renamed({text: "1" if option in ticked.get(text, ()) else "" for text in cells.different})
        box = replace(column, header=f"{column.header} [{label}]", choice=label, kind="many", labels={})
        boxes.append((box, marks))
    return boxes
