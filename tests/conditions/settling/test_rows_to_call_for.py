"""An answer that could settle a row is a reason to call; the order of the calls stays as it is."""

from dataclasses import replace

from stakeholder_graph.conditions import Criterion, Judgement, Ledger, LedgerRow, Rubric
from stakeholder_graph.conditions.settler import Settler
from stakeholder_graph.conditions.settling.rows_to_call_for import with_open_rows
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.views.call_list.call_lines import call_line

SILENT = Message("call_unnamed")


def row(name: str, *settlers: Settler) -> LedgerRow:
    criterion = Criterion(id=name, condition="agenda", asked=f"We {name}.", how="finding")
    return replace(LedgerRow(criterion, Judgement("too close", Message("range_crosses"))), settles=settlers)


def ledger(*rows: LedgerRow) -> Ledger:
    return Ledger(Rubric("five", "Five", "1", "", "", tuple(made.criterion for made in rows)), "P", "1", rows)


def answers(*organizations: str, needed: int | None = 1, settled: float | None = 0.6) -> Settler:
    return Settler("answers", Message("answers"), organizations, needed, settled)


CALLS = (
    Call("invite", "Zoo", "", ()),
    Call("hear from", "Mill", "", (SILENT,)),
    Call("hear from", "Ark", "", (SILENT,)),
    Call("hear from", "Zoo", "", (SILENT,)),
)


def test_only_the_fewest_are_called_for_a_row() -> None:
    made = with_open_rows(CALLS, [ledger(row("meet", answers("Zoo", "Ark", "Mill", needed=2)))])
    assert [call.key for call in made] == [call.key for call in CALLS]
    assert [len(call.why) for call in made] == [0, 1, 2, 2]
    assert call_line(made[3]).why == "Has not answered yet. Could settle “We meet”."


def test_several_rows_are_counted() -> None:
    made = with_open_rows(CALLS, [ledger(row("meet", answers("Ark")), row("share", answers("Ark")))])
    assert call_line(made[2]).why == "Has not answered yet. Could settle 2 open rows."


def test_where_nobody_can_say_how_many_it_takes_nobody_is_called_for_it() -> None:
    unknown = row("meet", answers("Ark", needed=None, settled=None), answers("Ark", needed=3, settled=None))
    paper = row("sign", Settler("document", Message("attach", {"file": "x"}), needed=1, settled=1.0))
    assert with_open_rows(CALLS, [ledger(unknown, paper)]) == CALLS
