"""Answers that came and that the survey tool does not count, such as those it takes for spam: kept or set aside."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import LocatedQuestion, Respondents
from stakeholder_graph.survey.formats import AnswerTable, Responses
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.columns import CodedTexts
from stakeholder_graph.text import N_, _, _n, listing

#: So many answers are named where the same is asked of several.
_MOST_NAMED = 5
#: What a survey tool notes only of somebody whom it wrote to.
_PERSONAL = re.compile(r"recipient.*|e-?mail( address)?|external ?(data ?)?reference|token", re.IGNORECASE)
#: Why an answer is not counted, in a sentence.
_WHY: Mapping[str, str] = {
    "spam": N_("the survey tool takes for spam, as it may where an office shares one address"),
    "not approved": N_("somebody marked as not approved"),
    "rejected": N_("somebody rejected"),
}


@dataclass(frozen=True, eq=False)
class CountedQuestions:
    """Questions without the answers that are set aside.

    Parameters
    ----------
    questions : list of LocatedQuestion
        In their order.
    aside : frozenset of (str, str)
        The wave and the organization, as written, of each answer that came and was set aside.
    kept : mapping of str to int
        By reason, how many answers count although the survey tool does not count them.
    """

    questions: list[LocatedQuestion]
    aside: frozenset[tuple[str, str]] = frozenset()
    kept: Mapping[str, int] = field(default_factory=dict)


def without_set_aside(questions: Sequence[LocatedQuestion], inspection: Inspection) -> CountedQuestions:
    """Leave out the answers that the survey tool does not count, unless they are to be kept.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        With their waves.
    inspection : Inspection
        Takes an open decision for each file and reason of which the settings do not say it. Until it is made, an
        answer counts that was finished, says for whom, and is the only one of its organization; not one that a person
        has rejected.

    Returns
    -------
    CountedQuestions
    """
    dropped: dict[str, set[int]] = {}
    aside: set[tuple[str, str]] = set()
    kept = Counter[str]()
    for located in questions:
        known = located.respondents
        if located.file in dropped or not known.flagged:
            continue
        named = {row: reason for row, reason in known.flagged.items() if row in known.names}
        rule = known.saying.flagged_rule
        keep = {row for row in named if (rule == "keep" if rule else _seems_good(row, known))}
        dropped[located.file] = set(named) - keep
        aside |= {(located.wave, known.names[row]) for row in dropped[located.file]}
        kept.update(named[row] for row in keep)
        if not rule:
            for reason in dict.fromkeys(named.values()):
                _ask({row for row in named if named[row] == reason}, keep, reason, known, inspection)
    left = [
        replace(located, respondents=located.respondents.without(rows)) if (rows := dropped.get(located.file)) else
        located
        for located in questions
    ]  # fmt: skip
    return CountedQuestions(left, frozenset(aside), kept)


def proposed_rule(known: Respondents) -> str:
    """Give what counts of the flagged answers of an export until somebody decides; blank where there are none.

    Parameters
    ----------
    known : Respondents
        Of the export.
    """
    named = [row for row in known.flagged if row in known.names]
    if not named:
        return ""
    return "keep" if all(_seems_good(row, known) for row in named) else "set aside"


def _seems_good(row: int, known: Respondents) -> bool:
    """Whether an answer is likely one: finished, of an organization that has no other, and by nobody rejected."""
    others = {normal(name) for other, name in known.names.items() if other not in known.flagged}
    return known.flagged[row] == "spam" and row not in known.unfinished and normal(known.names[row]) not in others


def _ask(rows: set[int], keep: set[int], reason: str, known: Respondents, inspection: Inspection) -> None:
    shown = [
        _("“{name}” (row {row})", name=known.names[row], row=str(row)) for row in sorted(rows)[:_MOST_NAMED]
    ]  # fmt: skip
    if len(rows) > _MOST_NAMED:
        shown.append(_("others"))
    what = _n(
        "{count} answer of {file} came that {why}: {names}.",
        "{count} answers of {file} came that {why}: {names}.",
        len(rows),
        file=known.table.file,
        why=_(_WHY[reason]),
        names=listing(shown),
    )
    counting = sorted(rows & keep)
    if len(counting) == len(rows):
        personal = all(_is_personal(row, known) for row in rows)
        until = (
            _("It was finished under a personal link, so it counts until you decide.")
            if personal
            else _("It was finished and says for whom, so it counts until you decide.")
        )
        if len(rows) > 1:
            until = _("They were finished and say for whom, so they count until you decide.")
    elif counting:
        until = _("Until you decide, only rows {rows} count.", rows=listing(map(str, counting)))
    else:
        until = (
            _("Until you decide, it is set aside.") if len(rows) == 1 else _("Until you decide, they are set aside.")
        )
    at = known.saying.location
    inspection.decide(
        f"{what} {until}",
        _("To count such answers, {set_keep}; if nobody of these organizations wrote them, {set_aside}.",
          set_keep=inspection.to_set("flagged_answers", "keep"),
          set_aside=inspection.to_set("flagged_answers", "set aside")),
        at.file,
        at.row,
        about="answers",
    )  # fmt: skip


def _is_personal(row: int, known: Respondents) -> bool:
    table = known.table
    place = table.rows.index(row)
    channel = table.column("DistributionChannel") or table.column("Distribution Channel")
    if channel is not None and table.cells[channel.header][place].casefold() in ("email", "sms"):
        return True
    headers = [
        column.header for column in table.columns if column.kind == "meta" and _PERSONAL.fullmatch(column.header)
    ]
    return any(table.cells[header][place] for header in headers)


def with_flagged(responses: Responses) -> Responses:
    """Put the answers that are set aside back among the others, in the order of their rows.

    Parameters
    ----------
    responses : Responses
        An export.

    Returns
    -------
    Responses
        The same where no answer is flagged; else `flags` still says which rows these are.
    """
    flagged = responses.flagged
    if flagged is None:
        return responses
    main, *repeats = (_joined(*tables) for tables in zip(responses.tables, flagged.tables, strict=True))
    unfinished = responses.unfinished | flagged.unfinished
    return replace(responses, table=main, repeats=tuple(repeats), unfinished=unfinished)


def _joined(table: AnswerTable, more: AnswerTable) -> AnswerTable:
    order = sorted(range(len(table) + len(more)), key=[*table.rows, *more.rows].__getitem__)
    cells = {
        header: CodedTexts.of([joined[place] for place in order])
        for header, texts in table.cells.items()
        for joined in [[*texts, *more.cells[header]]]
    }
    rows, respondents = [*table.rows, *more.rows], [*table.respondents, *more.respondents]
    return replace(
        table, cells=cells, rows=[rows[place] for place in order], respondents=[respondents[place] for place in order]
    )
