"""A row of the binder in words: how it stands, what proves it, on what document, and who decided it when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.conditions.judgement import SHOWN, Decision, LedgerRow
from stakeholder_graph.editions.from_lists.board_rows import BoardRow
from stakeholder_graph.text import _, day, translate
from stakeholder_graph.views.compare.measure_lines import p_in_words
from stakeholder_graph.views.evidence_sheet.row_words import condition_name, in_numbers
from stakeholder_graph.views.maturity.ledger_words import CONDITIONS, proposal_in_words, status_in_words
from stakeholder_graph.views.report.conditions.ledger_lines import one_mark


@dataclass(frozen=True, slots=True)
class BinderRow:
    """A row as the page shows it.

    Parameters
    ----------
    id, condition, asked : str
        Which row, what it belongs to, and what is asked.
    mark, stands : str
        How it stands, as a mark and in words.
    proof : tuple of str
        What was counted or estimated, what it takes, its test, and where the threshold comes from.
    document, link, href : str
        The document, where it is, and the address that the page leads to; each blank for none.
    decided : tuple of str
        Who decided it, when, who else looked, and why.
    """

    id: str
    condition: str
    asked: str
    mark: Markup
    stands: str
    proof: tuple[str, ...] = ()
    document: str = ""
    link: str = ""
    href: str = ""
    decided: tuple[str, ...] = ()


def desk_row(row: LedgerRow, hrefs: Mapping[str, str]) -> BinderRow:
    """Say all that the desk knows of a row.

    Parameters
    ----------
    row : LedgerRow
        Any.
    hrefs : mapping of str to str
        What links lead to.
    """
    decision = row.decision or Decision(row.criterion.id, row.verdict)
    stands = status_in_words(decision.status) if row.decision else proposal_in_words(row)
    return BinderRow(
        row.criterion.id,
        condition_name(row.criterion),
        _(row.criterion.asked),
        one_mark(row.verdict),
        stands,
        tuple(filter(None, (_numbers(row), _test(row), _threshold(row), _limits(row)))),
        decision.evidence,
        decision.link,
        hrefs.get(decision.link, ""),
        tuple(filter(None, (*_decided(decision), _against(row)))) if row.decision else (),
    )


def board_row(row: BoardRow, hrefs: Mapping[str, str]) -> BinderRow:
    """Say of a row what a board may hold.

    Parameters
    ----------
    row : BoardRow
        Any.
    hrefs : mapping of str to str
        What links lead to.
    """
    decision = Decision(
        row.id,
        row.status,
        decided_by=row.decided_by,
        reviewed_by=row.reviewed_by,
        decided_on=row.decided_on,
    )
    on_survey = _("It rests on the survey or on lists; their numbers stay with the backbone.")
    return BinderRow(
        row.id,
        translate(CONDITIONS.get(row.condition, row.condition)),
        _(row.asked),
        one_mark(row.status),
        status_in_words(row.status),
        () if row.document else (on_survey,),
        row.evidence,
        row.link,
        hrefs.get(row.link, ""),
        _decided(decision),
    )


def by_condition(rows: Sequence[BinderRow]) -> list[tuple[str, list[BinderRow]]]:
    """The rows of each condition, in their order.

    Parameters
    ----------
    rows : sequence of BinderRow
        Any.
    """
    return [(name, [row for row in rows if row.condition == name]) for name in dict.fromkeys(r.condition for r in rows)]


def _numbers(row: LedgerRow) -> str:
    """What was counted and what it takes; of a document that is there nothing, as it is named below."""
    return "" if row.criterion.how == "document" and row.decision else in_numbers(row)


def _test(row: LedgerRow) -> str:
    """The p that the verdict rests on; tested rows are corrected together for being "not met", and for nothing else."""
    made = row.judgement
    against_chance = made.because.id in ("above_chance", "as_chance")
    if made.p is None or (made.verdict == SHOWN and not against_chance):
        return ""
    if made.p_adjusted is None or against_chance:
        return _("p: {p}.", p=p_in_words(made.p))
    corrected = p_in_words(made.p_adjusted)
    return _("p: {p}; corrected for the other tested rows: {adjusted}.", p=p_in_words(made.p), adjusted=corrected)


def _threshold(row: LedgerRow) -> str:
    return _("Threshold: {source}", source=_(row.criterion.source)) if row.criterion.source else ""


def _limits(row: LedgerRow) -> str:
    cannot = row.criterion.cannot_show
    return _("What a survey cannot show: {what}", what=_(cannot)) if cannot else ""


def _decided(decision: Decision) -> tuple[str, ...]:
    """Who decided and who else looked, when and why; blank where nobody is named."""
    said = []
    if decision.decided_by and decision.decided_on:
        said.append(_("Decided by {who} on {date}.", who=decision.decided_by, date=day(decision.decided_on)))
    elif decision.decided_by:
        said.append(_("Decided by {who}; no date is stated.", who=decision.decided_by))
    if decision.reviewed_by:
        said.append(_("Reviewed by {who}.", who=decision.reviewed_by))
    if decision.wave:
        said.append(_("Decided on the survey {wave}.", wave=decision.wave))
    if decision.reason:
        said.append(_("Reason: {reason}", reason=decision.reason))
    return tuple(said)


def _against(row: LedgerRow) -> str:
    return _("Lists and answers say: {proposal}.", proposal=proposal_in_words(row)) if row.changed else ""
