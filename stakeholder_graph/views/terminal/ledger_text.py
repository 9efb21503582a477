"""The ledger as a table for the terminal."""

from stakeholder_graph.conditions.judgement import Ledger, LedgerRow
from stakeholder_graph.text import _, day, translate
from stakeholder_graph.views.maturity.ledger_words import (
    CONDITIONS,
    counts_in_words,
    proposal_in_words,
    reason_in_words,
    status_in_words,
)
from stakeholder_graph.views.maturity.settler_words import late_in_words, settler_in_words, settlers_in_order
from stakeholder_graph.views.maturity.value_words import limit_in_words, value_in_words
from stakeholder_graph.views.terminal.text_table import text_table

#: The most characters of each column.
WIDEST = (28, 46, 18, 12, 16, 16, 52)


def ledger_text(ledger: Ledger) -> str:
    """Write the ledger for reading on a terminal: the counts, then the rows by condition.

    Parameters
    ----------
    ledger : Ledger
        Any.
    """
    edition = ledger.rubric.edition
    if edition.replace(".", "").isdigit():
        edition = _("version {number}", number=edition)
    edition = ", ".join(part for part in (edition, day(ledger.rubric.date)) if part)
    title = translate(ledger.rubric.title) or ledger.rubric.id
    head = [
        f"{title}: {edition}" if edition else title,
        f"{ledger.partnership}, {ledger.wave}",
        counts_in_words(ledger),
    ]
    headings = (_("Row"), _("What is asked"), _("Value"), _("Threshold"), _("The tool says"), _("Decided"), _("Why"))
    blocks = ["\n".join(head) + "\n"]
    for condition in dict.fromkeys(row.criterion.condition for row in ledger.rows):
        rows = [_cells(row) for row in ledger.rows if row.criterion.condition == condition]
        blocks.append(f"{translate(CONDITIONS[condition])}\n{text_table(headings, rows, WIDEST)}")
    if settlers := settlers_in_order(ledger):
        lines = [(row.criterion.id, settler_in_words(settler)) for row, settler in settlers]
        table = text_table((_("Row"), _("What would settle it")), lines, (WIDEST[0], 110))
        title = _("What would answer what is open")
        blocks.append(f"{title}\n{table}")
    if late := late_in_words(ledger):
        blocks.append(f"{late}\n")
    return "\n".join(blocks)


def _cells(row: LedgerRow) -> tuple[str, ...]:
    decision = row.decision
    decided = ""
    if decision is not None:
        status = status_in_words(decision.status)
        parts = [part for part in (decision.decided_by, day(decision.decided_on)) if part]
        decided = f"{status} ({', '.join(parts)})" if parts else status
    return (
        row.criterion.id,
        translate(row.criterion.asked),
        value_in_words(row),
        limit_in_words(row),
        proposal_in_words(row),
        decided,
        reason_in_words(row) if decision is None else decision.reason or decision.evidence,
    )
