"""The bars of a finding show what its headline says."""

from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.report.brief.finding_bars import finding_bars
from tests.tables import table_of


def test_who_sits_in_teams_is_not_drawn_as_who_is_at_the_table() -> None:
    rows = [
        {"sector": "Funders", "listed": 2, "residents": False, "teams": 1},
        {"sector": "Residents", "listed": 3, "residents": True, "teams": 1},
    ]
    reading = Message("one", {"sector": "Residents", "sits": 1, "teams": 3})
    seats = Finding("team_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table_of(rows), reading=reading)
    assert finding_bars(seats) == ((), "")


def test_who_is_at_the_table_is_drawn_by_sector() -> None:
    rows = [{"sector": "Funders", "listed": 2, "state": "at the table"}, {"sector": "Police", "listed": 0}]
    table = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table_of(rows))
    bars, caption = finding_bars(table)
    assert [(bar.name, bar.label) for bar in bars] == [("Police", "missing"), ("Funders", "2")]
    assert caption == "Organizations at the table"
