"""Organizations that answered an export more than once: as several people, or to correct an answer."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.answer_order import dates_of
from stakeholder_graph.survey.exports.answers_alike import digests
from stakeholder_graph.survey.exports.differing_answers import (
    RULES,
    DifferingAnswers,
    choices_in_words,
    proposal,
)
from stakeholder_graph.survey.exports.questions import LocatedQuestion, Respondents
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.text import _, _n

#: Nothing of these kinds is an answer that could contradict another.
_NO_ANSWERS = ("identity", "attribute", "consent", "ignore")
#: Of more cells than this, nobody counts what follows from each choice: it takes the time of reading again.
_MOST_COUNTED = 200_000
Count = Callable[[Sequence[LocatedQuestion]], int]
"""How many ties the answers to some questions give."""


def one_answer_each(
    questions: Sequence[LocatedQuestion],
    resolution: NameResolution,
    with_rule: Collection[str],
    count: Count,
    inspection: Inspection,
) -> list[LocatedQuestion]:
    """Leave out answers of organizations that answered an export more than once, as the settings say.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        With their waves.
    resolution : NameResolution
        The roster.
    with_rule : collection of str
        Layers of which the settings say how several respondents of one organization become one.
    count : callable
        How many ties some questions give.
    inspection : Inspection
        Takes an open decision for each export where the settings do not say it, with what follows from each choice;
        and advice on answers that repeat another.

    Returns
    -------
    list of LocatedQuestion
        An answer with nothing in it beside another is none; of equal ones the latest counts. What organizations say
        of themselves is taken from all answers.
    """
    dropped: dict[tuple[str, str], set[int]] = {}
    nothing_new: dict[tuple[str, str], set[int]] = {}
    for located in questions:
        key = (located.file, located.wave)
        if key in dropped:
            continue
        here = [other for other in questions if (other.file, other.wave) == key]
        answering = [other for other in here if other.question.kind not in _NO_ANSWERS]
        known = located.respondents
        several, left = _several(answering, known, resolution.organization, located.wave, inspection)
        dropped[key], nothing_new[key] = set(), left
        if several.rows:
            ties = [other.question.layer for other in answering if other.question.kind == "tie"]
            rule = known.saying.several_rule
            if rule is None:
                decided = several.are_people(known) or (ties and set(ties) <= set(with_rule))
                rule = "combine" if decided else proposal(several, answering, known)
                if not decided:
                    counted = _without(here, left)
                    small = sum(map(_cells, answering)) <= _MOST_COUNTED
                    numbers = [count(_without(counted, several.dropped(choice))) for choice in RULES if ties and small]
                    at = known.saying.location
                    what, todo = choices_in_words(several, numbers, rule, known.table.file, inspection)
                    inspection.decide(what, todo, at.file, at.row, about="answers")
            dropped[key] = several.dropped(rule)
    return [
        located
        if located.question.kind == "attribute"
        else _without([located], dropped[key])[0]
        if located.question.kind == "consent"  # who only says no to that has said it
        else _without([located], dropped[key] | nothing_new[key])[0]
        for located in questions
        for key in [(located.file, located.wave)]
    ]


def open_choice(questions: Sequence[LocatedQuestion], organization: Callable[[str, str], str]) -> str:
    """Propose which answers of an export count; blank where no organization gave several that differ.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        All of one export and wave.
    organization : callable
        Gives what a name stands for in a wave.
    """
    answering = [located for located in questions if located.question.kind not in _NO_ANSWERS]
    known = questions[0].respondents
    several, _left = _several(answering, known, organization, questions[0].wave, Inspection())
    return proposal(several, answering, known) if several.rows and not several.are_people(known) else ""


def _cells(located: LocatedQuestion) -> int:
    return len(located.table) * len(located.columns)


def _without(questions: Sequence[LocatedQuestion], rows: set[int]) -> list[LocatedQuestion]:
    if not rows:
        return list(questions)
    return [replace(located, respondents=located.respondents.without(rows)) for located in questions]


def _several(
    questions: Sequence[LocatedQuestion],
    known: Respondents,
    resolved: Callable[[str, str], str],
    wave: str,
    inspection: Inspection,
) -> tuple[DifferingAnswers, set[int]]:
    """Organizations with answers that differ; and rows that say nothing, or nothing that a later row does not say."""
    by_name: dict[str, list[int]] = {}
    for row, name in known.names.items():
        if organization := resolved(name, wave):
            by_name.setdefault(organization, []).append(row)
    by_name = {name: rows for name, rows in by_name.items() if len(rows) > 1}
    rows = {row for several in by_name.values() for row in several}
    if not rows:
        return DifferingAnswers({}, dated=False), set()
    said = digests(questions, sorted(rows))
    dates = dates_of(known.table, rows)
    left, repeated = set[int](), list[tuple[str, int, int]]()
    differing: dict[str, list[int]] = {}
    for name, of_one in by_name.items():
        ordered = sorted(of_one, key=lambda row: (dates[row], row) if dates else (row, row))
        filled = [row for row in ordered if said[row]] or ordered[-1:]
        if len({said[row] for row in filled}) > 1:
            differing[name] = filled
            left |= set(ordered) - set(filled)
        else:
            left |= set(ordered) - {filled[-1]}
            repeated += [(name, row, filled[-1]) for row in filled[:-1]]
    _say_repeated(repeated, known, inspection)
    return DifferingAnswers(differing, dated=bool(dates)), left


def _say_repeated(repeated: Sequence[tuple[str, int, int]], known: Respondents, inspection: Inspection) -> None:
    if not repeated:
        return
    name, row, later = repeated[0]
    what = _(
        "“{name}” gave the same answers twice (rows {row} and {later}), which count once.",
        name=name,
        row=str(row),
        later=str(later),
    )
    if more := len(repeated) - 1:
        what += " " + _n("{count} more row repeats another.", "{count} more rows repeat others.", more)
    inspection.advise(what, _("You need do nothing."), known.table.file, row)
