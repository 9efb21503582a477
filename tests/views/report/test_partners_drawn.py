"""Page one shows how many partners organizations have where there are no sectors to tell apart."""

import networkx as nx
import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.in_short.finding_bars import finding_bars
from stakeholder_graph.views.report.brief import brief
from stakeholder_graph.views.report.brief.partners_drawn import FEWEST, partners_drawn
from tests.tables import table_of


def copy(sectors: str = "") -> Copy:
    wheel = nx.star_graph(9)
    if sectors:
        nx.set_node_attributes(wheel, {node: sectors[node % len(sectors)] for node in wheel}, "sector")
    return Copy("backbone", Partnership("P", {"1": from_networkx(wheel)}, {}), (), "1")


@pytest.mark.parametrize(
    ("partners", "rows"),
    [
        ([0, 0, 1, 1, 1, 2, 2, 3], ["0 2", "1 3", "2 2", "3 1"]),
        ([1] * 9 + [9], ["1 to 2 9", "3 to 4 0", "5 to 6 0", "7 to 8 0", "9 1"]),
        ([5, 8, 9, 12, 13, 16, 17, 24], ["5 to 8 2", "9 to 12 2", "13 to 16 2", "17 to 20 1", "21 to 24 1"]),
    ],
)
def test_every_organization_is_in_one_bar(partners: list[int], rows: list[str]) -> None:
    drawn = partners_drawn(partners)
    assert all(row in drawn for row in rows)
    assert sum(int(row.rpartition(" ")[2]) for row in rows) == len(partners)


def test_of_few_and_of_those_who_are_alike_nothing_is_drawn() -> None:
    assert not partners_drawn([1, 2, 3])
    assert not partners_drawn([2] * FEWEST)
    assert not partners_drawn([])


def test_it_stands_where_no_sectors_are_told_apart() -> None:
    assert brief(copy(), ()).partners
    assert brief(copy("x"), ()).partners
    assert not brief(copy("xy"), ()).partners


def test_levels_have_a_bar_each_unless_their_scale_is_long() -> None:
    def levels(count: int) -> Finding:
        rows = [{"level": "none", "number": None, "ties": 9}]
        rows += [{"level": f"level {k}", "number": k, "ties": 10 - k} for k in range(1, count + 1)]
        fields = {"layer": "work", "middle": "level 1", "lightest": "level 1", "light": 5, "closest": "top", "close": 2}
        reading = Message("levels", fields)  # type: ignore[arg-type]
        return Finding("collaboration_levels", Scope(("1",)), 1, "", (0, None), table=table_of(rows), reading=reading)

    bars, caption = finding_bars(levels(3))
    assert [(bar.name, bar.label) for bar in bars] == [("level 1", "9"), ("level 2", "8"), ("level 3", "7")]
    assert caption == "How many there are at each level"
    assert finding_bars(levels(9))[0] == ()
