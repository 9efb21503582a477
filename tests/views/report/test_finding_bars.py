"""The bars of a finding show what its headline says."""

from dataclasses import replace

from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.report.brief.finding_bars import finding_bars
from tests.tables import table_of


def test_who_sits_in_teams_is_not_drawn_as_who_is_at_the_table() -> None:
    table = table_of(
        [
            {"sector": "Funders", "listed": 2, "residents": False, "teams": 1},
            {"sector": "Residents", "listed": 3, "residents": True, "teams": 1},
        ]
    )
    reading = Message("one", {"sector": "Residents", "sits": 1, "teams": 3})
    seats = Finding("team_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table, reading=reading)
    assert finding_bars(seats) == ((), "")


def test_who_is_at_the_table_is_drawn_by_sector() -> None:
    table = table_of([{"sector": "Funders", "listed": 2, "state": "at the table"}, {"sector": "Police", "listed": 0}])
    finding = Finding("sector_coverage", Scope(("1",)), 0.5, "share", (0, 1), table=table)
    bars, caption = finding_bars(finding)
    assert [(bar.name, bar.label) for bar in bars] == [("Police", "missing"), ("Funders", "2")]
    assert caption == "Organizations at the table"


def test_bars_of_pairs_say_among_how_many_they_were_counted_but_for_lines_of_a_map() -> None:
    """Of 20 pairs on one team 8 are connected, of 800 others 160: 40 and 20 of 100, among 820."""
    table = table_of(
        [
            {"predictor": "a team", "tied_alike": 40, "tied_others": 20, "pairs_alike": 20, "pairs_others": 800},
        ]
    )
    reading = Message("by_work", {"work": "a team"}, "strength")
    pairs = Finding("tie_predictors", Scope(("1",)), 0.1, "share", (0, 1), table=table, reading=reading)
    assert finding_bars(pairs)[1].endswith("among the 820 of which both were asked and answered.")
    assert "820" not in finding_bars(replace(pairs, released=True))[1]
