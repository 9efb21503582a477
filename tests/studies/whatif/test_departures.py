"""Single departures: each the same as measuring the partnership without that organization."""

from collections.abc import Callable

import networkx as nx
import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.studies.whatif import departures, edited, make_scenario

#: Ten organizations that name the next three, of which the last has not answered; limit, if any, is three.
NAMES = [f"Org {k}" for k in range(10)]
TIES = "from,to\n" + "".join(f"{NAMES[k]},{NAMES[(k + step) % 10]}\n" for k in range(9) for step in (1, 2, 4))


def folder(limit: str) -> dict[str, str]:
    people = "".join(f"{name},{'xyz'[k % 3]}\n" for k, name in enumerate(NAMES))
    asked = "".join(f"{name},{'yes' if k < 9 else 'no'},{limit}\n" for k, name in enumerate(NAMES))
    return {
        "organizations.csv": f"organization,sector\n{people}",
        "ties.csv": TIES,
        "asked.csv": f"organization,answered,limit\n{asked}",
    }


@pytest.mark.parametrize("limit", ["", "3", "8"])
@pytest.mark.parametrize("ties", ["reported", "either"])
def test_every_departure_is_what_measuring_gives(
    read: Callable[[dict[str, str]], Survey], limit: str, ties: str
) -> None:
    ours = to_partnership(read(folder(limit)))
    without = sg.departures(ours, ties=ties)  # type: ignore[arg-type]
    assert [row.organization for row in without.rows] == NAMES
    assert without.values
    for row in without.rows[::3]:
        left = edited(ours, make_scenario(ours, [row.organization]))
        again = sg.measure(left, list(row.values), ties=ties, permutations=99, draws=20)  # type: ignore[arg-type]
        assert {finding.name: finding.value for finding in again} == row.values


def test_nobody_leaves_a_partnership_of_one() -> None:
    alone = sg.from_networkx(nx.empty_graph(["Only"]))
    assert departures(alone).rows == ()


def test_a_partnership_without_ties() -> None:
    apart: Partnership = sg.from_networkx(nx.empty_graph(["A", "B", "C"]))
    assert [row.consequences.connections for row in departures(apart).rows] == [(0, 0)] * 3
