"""Organizations that answered twice in a table of ties: which answer counts, and what is asked."""

from collections.abc import Callable, Hashable, Mapping, Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.differing_answers import MOSTLY, RULES, DifferingAnswers, choices_in_words
from stakeholder_graph.survey.settings.model import Settings, SeveralAnswers

#: Where the settings say which answers of tables of ties count.
KEY = "ties.several_answers"


def rule_of(
    differing: DifferingAnswers,
    n_answering: int,
    *,
    contradict: bool,
    settings: Settings,
    count: Callable[[SeveralAnswers], int],
    file: str,
    inspection: Inspection,
) -> SeveralAnswers:
    """Give which answers of a table count: as the settings say, else as is proposed, with an open decision.

    Parameters
    ----------
    differing : DifferingAnswers
        At least one organization with its rows.
    n_answering : int
        How many organizations answer in the table. Where most of them do so twice, several people of each were asked.
    contradict : bool
        Whether any of them says different things of the same organization.
    settings : Settings
        May say it.
    count : callable
        How many ties a choice gives.
    file : str
        How problems name the table.
    inspection : Inspection
        Takes the open decision.
    """
    if settings.ties.several_answers:
        return settings.ties.several_answers
    people = len(differing.rows) > MOSTLY * n_answering
    rule: SeveralAnswers = "latest" if contradict and not people else "combine"
    what, todo = choices_in_words(
        differing, [count(choice) for choice in RULES], rule, file, inspection, KEY, _shown(file, inspection)
    )
    inspection.decide(what, todo, file, next(iter(differing.rows.values()))[-1], about="answers")
    return rule


def chosen(rule: SeveralAnswers, places: Sequence[int]) -> list[int]:
    """Give which of several answers count.

    Parameters
    ----------
    rule : {"combine", "latest", "first"}
        As of the settings.
    places : sequence of int
        In the order of the rows.

    Examples
    --------
    >>> chosen("latest", [3, 8]), chosen("first", [3, 8]), chosen("combine", [3, 8])
    ([8], [3], [3, 8])
    """
    return list(places) if rule == "combine" else [places[-1] if rule == "latest" else places[0]]


def groups_that_differ(about: Sequence[Hashable], said: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    """Give the places of rows about the same that say different things, by what they are about.

    Parameters
    ----------
    about, said : sequence
        Of each row.

    Examples
    --------
    >>> groups_that_differ(["A", "B", "A", "B"], [1, 2, 3, 2])
    {'A': [0, 2]}
    """
    groups: dict[Hashable, list[int]] = {}
    for place, key in enumerate(about):
        groups.setdefault(key, []).append(place)
    return {key: places for key, places in groups.items() if len({said[place] for place in places}) > 1}


def rows_by_name(names: Sequence[tuple[str, int]]) -> Mapping[str, list[int]]:
    """Give the rows of each name, each once and in order.

    Parameters
    ----------
    names : sequence of (str, int)
        Names with a row each.
    """
    rows: dict[str, set[int]] = {}
    for name, row in names:
        rows.setdefault(name, set()).add(row)
    return {name: sorted(several) for name, several in rows.items()}


def _shown(file: str, inspection: Inspection) -> Callable[[int], str]:
    """How a row is called; rows of several tables together have the numbers of the table they come from."""
    places = inspection.places.get(file, ())
    several = len({name for name, _row in places}) > 1

    def shown(row: int) -> str:
        name, number = places[row - 1] if 0 < row <= len(places) else ("", row)
        return f"{name} {number}" if several else str(number)

    return shown
