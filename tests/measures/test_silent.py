"""How measures of sectors and of the network treat organizations that have not answered."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.network.connectedness import connectedness
from stakeholder_graph.measures.sectors.coleman_homophily import coleman_homophily, share_by_chance
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

SECTORS = ["assortativity", "modularity", "freeman_segregation", "odds_ratio", "coleman_homophily"]
NETWORK = ["transitivity", "connectedness", "hierarchy", "distance", "core_periphery", "confirmation"]
#: What speaks of single places in the network is not told where fewer than half answered.
HALF = {"distance", "core_periphery"}


def partnership(answering: int, n: int = 24) -> Partnership:
    """Ties at random among n organizations in sectors A to D, of which the first have answered."""
    names = [f"O{i:02}" for i in range(n)]
    people = pd.DataFrame({"organization": names, "sector": ["ABCD"[4 * i // n] for i in range(n)]})
    asked = people[["organization"]].assign(layer="work", answered=np.arange(n) < answering)
    arcs = [(a, b) for a, b in nx.gnp_random_graph(n, 0.25, seed=1, directed=True).edges if a < answering]
    ties = pd.DataFrame([(names[a], names[b]) for a, b in arcs], columns=["from", "to"]).assign(layer="work", value=1.0)
    frames = {"organizations": people, "asked": asked, "ties": ties}
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})


@pytest.mark.parametrize("name", [*SECTORS, *NETWORK])
def test_nobody_answered(name: str) -> None:
    (found,) = assess(partnership(0), [name], settings=MeasureSettings(permutations=99, draws=5))
    assert found.value is None
    assert found.caveats


@pytest.mark.parametrize("ties", ["reported", "either", "both"])
@pytest.mark.parametrize("answering", [11, 17, 24])
def test_a_range_holds_the_estimate_and_with_all_answers_all_coincide(answering: int, ties: Ties) -> None:
    settings = MeasureSettings(permutations=99, draws=10, ties=ties)
    for found in assess(partnership(answering), [*SECTORS, *NETWORK], settings=settings):
        assert found.value is not None or found.caveats
        assert found.value is not None or not (answering == 24 and ties == "reported"), found.name
        assert found.name not in HALF or (found.value is None) == (answering == 11)
        if found.test:
            assert 0 < found.test.p <= 1
        if found.range and found.range_like and found.estimate is not None:
            ends = (found.range[0], found.range_like[0], found.estimate, found.range_like[1], found.range[1])
            assert list(ends) == sorted(ends)
            assert answering < 24 or ends == pytest.approx([found.value] * 5)


def test_paths_are_counted_among_those_who_answered() -> None:
    layer = partnership(17).graph().layer("work")
    found = connectedness(layer)
    assert found.tables["network"].rows[0]["organizations"] == 17
    assert [caveat.id for caveat in found.caveats] == ["answered_subgraph"]


def test_a_sector_from_which_nobody_answered_is_not_known() -> None:
    everything = partnership(17)
    layer = everything.graph().layer("work")
    # Each of the six of A to C who answered was asked about 23 others, five of its own sector.
    assert share_by_chance(layer) == pytest.approx([5 / 23, 5 / 23, 5 / 23, np.nan], nan_ok=True)
    table = coleman_homophily(layer).table
    assert table is not None
    assert [row["ties"] is None for row in table.rows] == [False, False, False, True]
    (found,) = assess(everything, ["coleman_homophily"], settings=MeasureSettings(permutations=99, draws=5))
    assert found.table is not None
    assert found.table.rows[3]["verdict"] == "not known"
