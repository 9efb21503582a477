"""Tables of what the desk's pages show beside findings: the call list, and the rows of rubrics."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stakeholder_graph.conditions.reasons import VERDICT_WORDS
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.call_list.call_lines import call_line
from stakeholder_graph.views.maturity.ledger_data import ledger_rows
from stakeholder_graph.views.maturity.ledger_words import CONDITIONS
from stakeholder_graph.views.maturity.settler_words import settler_data
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.workbook.measure_tables import measure_tables

#: The columns of the rows of rubrics, and of what could settle them, as `ledger_rows` and `settler_data` name them.
_LABELS = {
    "rubric": N_("Rubric"),
    "id": N_("Row of the rubric"),
    "number": N_("Number"),
    "condition": N_("Condition"),
    "principle": N_("Principle"),
    "gateway": N_("Gateway"),
    "asked": N_("What is asked"),
    "how": N_("How it is shown"),
    "measure": N_("Measure"),
    "finding": N_("Finding"),
    "value": N_("Value"),
    "range_low": N_("Range from"),
    "range_high": N_("Range to"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "threshold": N_("Threshold"),
    "direction": N_("Direction"),
    "margin": N_("Margin"),
    "value_in_words": N_("Value in words"),
    "threshold_in_words": N_("Threshold in words"),
    "p": N_("p, two-sided"),
    "p_adjusted": N_("p, corrected with all others"),
    "turns": N_("Answers that would turn it"),
    "status": N_("Status"),
    "source": N_("Source"),
    "discloses": N_("Speaks of"),
    "verdict": N_("Verdict"),
    "proposal": N_("What the tool proposes"),
    "because": N_("Reason"),
    "why": N_("Why"),
    "changed": N_("Changed since it was decided"),
    "decided_by": N_("Decided by"),
    "reviewed_by": N_("Reviewed by"),
    "decided_on": N_("Decided on"),
    "decided_in": N_("Decided in"),
    "evidence": N_("Evidence"),
    "link": N_("Link"),
    "reason": N_("Reason of those who decided"),
    "cannot_show": N_("What it cannot show"),
    "kind": N_("Kind"),
    "what": N_("What"),
    "organizations": N_("Organizations"),
    "needed": N_("How many are needed"),
    "settled": N_("Share of simulations that settle it"),
    "until": N_("Until"),
}

#: Those of them that hold codes, and what these are called in words, where they have any.
_CODES: Mapping[str, Mapping[str, str]] = {
    "condition": CONDITIONS,
    "how": {"finding": N_("counted"), "list": N_("a list"), "document": N_("a document")},
    "gateway": {
        "exploring": N_("exploring"),
        "emerging": N_("emerging"),
        "sustaining": N_("sustaining"),
        "systems-change": N_("systems change"),
        "proof-point": N_("proof point"),
    },
    "direction": {
        "at least": N_("at least"),
        "at most": N_("at most"),
        "above chance": N_("above chance"),
        "within a margin": N_("within a margin"),
        "not scored": N_("not scored"),
    },
    "status": {"published": N_("published"), "test": N_("by a test"), "local": N_("chosen by us")},
    "discloses": {
        "pattern": N_("a pattern alone"),
        "organizations": N_("organizations"),
        "response": N_("who answered"),
        "trust": N_("trust"),
        "ratings": N_("ratings"),
    },
    "verdict": dict(VERDICT_WORDS.items()),
    "proposal": dict(VERDICT_WORDS.items()),
    "because": {},
    "kind": {"answers": N_("answers"), "document": N_("a document"), "data": N_("data")},
}
#: Those that hold sentences of a rubric.
_SENTENCES = ("principle", "asked", "source", "cannot_show")


def desk_tables(copy: Copy, calls: Sequence[Call], on_lines: Sequence[Finding]) -> Iterator[NamedTable]:
    """Give the call list, the rows of every rubric, what could settle those that are open, and what the room reads.

    Parameters
    ----------
    copy : Copy
        The backbone's.
    calls : sequence of Call
        Its call list.
    on_lines : sequence of Finding
        What the room's copy counts on lines, of findings that it tells in other numbers.
    """
    yield NamedTable("calls", _("Call list"), _calls(calls))
    rows = [{"rubric": ledger.rubric.id, **_worded(row)} for ledger in copy.ledgers for row in ledger_rows(ledger)]
    yield NamedTable("rubric_rows", _("Rows of rubrics"), _table(rows), _("What is asked, and how it stands."))
    settlers = [
        {"rubric": ledger.rubric.id, "id": row.criterion.id, **_flat(settler_data(settler))}
        for ledger in copy.ledgers
        for row in ledger.rows
        for settler in row.settles
    ]
    about = _("Answers and documents that could settle rows that are open.")
    yield NamedTable("rubric_settlers", _("What could settle them"), _table(settlers), about)
    for named in measure_tables([finding for finding in on_lines if not finding.in_words]):
        about = _("As the room's copy counts it: a line for each pair of which at least one named the other.")
        yield NamedTable(f"{named.name} in_the_room", named.title, named.table, about)


def _calls(calls: Sequence[Call]) -> Table:
    lines = [call_line(call) for call in calls]
    return Table.of(
        {
            Column("purpose", N_("Call for"), "text"): [line.purpose for line in lines],
            Column("whom", N_("Whom"), "text"): [line.whom for line in lines],
            Column("sector", N_("Sector"), "sector"): [line.sector or ABSENT for line in lines],
            Column("with_whom", N_("With whom"), "text"): [line.with_whom or ABSENT for line in lines],
            Column("why", N_("Why"), "text"): [line.why for line in lines],
            Column("through", N_("Through whom"), "text"): [line.introduce or ABSENT for line in lines],
        }
    )


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    names = dict.fromkeys(name for row in rows for name in row)
    columns = [
        Column(name, _LABELS[name], "term", labels=_CODES[name]) if name in _CODES else Column(name, _LABELS[name])
        for name in names
    ]
    return Table.from_rows(columns, rows)


def _worded(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a rubric, what it says in the reader's language."""
    return row | {name: translate(row[name]) for name in _SENTENCES if row.get(name)}


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {name: "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else cell for name, cell in row.items()}
