"""Sector mixing: cells by hand, and verdicts that stand up."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.sectors.sector_mixing import judged, mixing_table, sector_mixing, verdict
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.sentences import headline
from tests.calibration import sector_pairs as calibration
from tests.known import knoki


def test_knoki_cells_sum_to_the_ties_and_expected_is_by_hand() -> None:
    frame = pd.DataFrame(mixing_table(knoki()).rows).set_index(["from_sector", "to_sector"])
    assert frame["observed"].sum() == 49
    assert frame["expected"].sum() == pytest.approx(49)
    # 49 ties, 4 of 10 in gov: 49 * 4 * 3 / 90 within, 49 * 4 * 3 / 90 to three of business.
    assert frame.loc[("gov", "gov"), "expected"] == pytest.approx(49 * 12 / 90)
    assert frame.loc[("gov", "gov"), "observed"] == 7
    assert frame.loc[("gov", "gov"), "ratio"] == pytest.approx(7 / (49 * 12 / 90))


def test_undirected_each_pair_of_sectors_stands_once() -> None:
    found = sector_mixing(knoki("either"))
    assert found.table is not None
    pairs = [(row["from_sector"], row["to_sector"]) for row in found.table.rows]
    assert pairs == [("biz", "biz"), ("biz", "gov"), ("biz", "npo"), ("gov", "gov"), ("gov", "npo"), ("npo", "npo")]
    assert sum(float(row["observed"] or 0) for row in found.table.rows) == knoki("either").n_ties


@pytest.mark.parametrize(
    ("observed", "expected", "p", "rewired", "said"),
    [
        (None, None, None, None, "not known"),
        (0, 3.9, None, None, "too close to call"),
        (0, 4.0, 0.05, 0.05, "fewer"),
        (0, 4.0, 0.05, 0.06, "too close to call"),
        (0, 4.0, 0.05, None, "too close to call"),
        (0, 9.0, 0.06, 0.01, "as expected"),
        (9, 4.5, 0.01, 0.02, "more"),
        (9, 4.5, 0.5, 0.01, "as expected"),
    ],
)
def test_verdicts(
    observed: float | None, expected: float | None, p: float | None, rewired: float | None, said: str
) -> None:
    assert verdict({"observed": observed, "expected": expected, "p_adjusted": p, "p_rewired_adjusted": rewired}) == said


def test_only_pairs_with_four_ties_expected_are_judged() -> None:
    assert [judged({"expected": expected}) for expected in (None, 3.99, 4.0)] == [False, False, True]


def planted(seed: int = 3) -> Partnership:
    """Two sectors of twelve that never meet, and a third that works with everybody."""
    rng = np.random.default_rng(seed)
    sector = np.repeat(["a", "b", "c"], 12)
    chance = np.full((36, 36), 0.3)
    chance[:12, 12:24] = chance[12:24, :12] = 0.0
    matrix = (rng.random((36, 36)) < chance) & ~np.eye(36, dtype=bool)
    graph: nx.DiGraph[int] = nx.DiGraph(list(zip(*np.nonzero(matrix), strict=True)))
    graph.add_nodes_from((i, {"sector": str(sector[i])}) for i in range(36))
    return Partnership("planted", {"1": from_networkx(graph)}, {})


def test_a_planted_hole_is_found_and_nothing_else() -> None:
    (found,) = assess(planted(), ["sector_mixing"], settings=MeasureSettings(permutations=999))
    assert found.table is not None
    fewer = [(row["from_sector"], row["to_sector"]) for row in found.table.rows if row["verdict"] == "fewer"]
    assert fewer == [("a", "b"), ("b", "a")]
    assert found.value == 2
    assert found.reading is not None
    assert found.reading.id == "holes"
    assert all(0 < float(row["p"] or 0) <= 1 for row in found.table.rows)


def of(tied: NDArray[np.bool_], sector: NDArray[np.intp]) -> Partnership:
    graph: nx.DiGraph[int] = nx.DiGraph(list(zip(*np.nonzero(tied), strict=True)))
    graph.add_nodes_from((i, {"sector": f"Sector {code}"}) for i, code in enumerate(sector))
    return Partnership("P", {"1": from_networkx(graph)}, {})


def rows_of(tied: NDArray[np.bool_], sector: NDArray[np.intp]) -> list[Row]:
    (found,) = assess(of(tied, sector), ["sector_mixing"], settings=MeasureSettings(permutations=1999))
    assert found.table is not None
    return list(found.table.rows)


def test_a_hole_of_one_where_eighteen_are_expected_is_found() -> None:
    tied, sector = calibration.drawn("hole", 0)
    (hole,) = [row for row in rows_of(tied, sector) if row["verdict"] == "fewer"]
    assert (hole["from_sector"], hole["to_sector"], hole["observed"]) == ("Sector 0", "Sector 1", 1)
    assert hole["expected"] == pytest.approx(18, abs=1)


def test_a_sector_that_is_only_more_active_names_no_pair() -> None:
    rows = rows_of(*calibration.drawn("active", 0))
    refused = [row for row in rows if float(row["p_adjusted"] or 1) <= 0.05]
    assert len(refused) == 2
    assert all(float(row["p_rewired_adjusted"] or 1) > 0.05 for row in refused)
    assert {row["verdict"] for row in refused} == {"too close to call"}


def test_the_headline_rests_on_pairs_that_both_nulls_name() -> None:
    (found,) = assess(
        of(*calibration.drawn("active", 0)), ["sector_mixing"], settings=MeasureSettings(permutations=1999)
    )
    declared = find_measure("sector_mixing").headline_p
    assert declared is not None
    assert declared(found) == 1.0
    assert found.reading is not None
    assert found.reading.id == "near_partners"
    assert "how many partners they have" in headline(found)


def test_labels_dealt_out_at_random_seldom_make_a_hole() -> None:
    rng = np.random.default_rng(11)
    false = 0
    for _ in range(40):
        graph = planted().graph()
        shuffled = graph.organizations.assign(sector=rng.permutation(graph.organizations["sector"]))
        again = Partnership(
            "x", {"1": type(graph)(graph.wave, graph.layers, {**graph.frames, "organizations": shuffled})}, {}
        )
        (found,) = assess(again, ["sector_mixing"], settings=MeasureSettings(permutations=199))
        assert found.table is not None
        false += any(row["verdict"] in ("fewer", "more") for row in found.table.rows)
    # Family-wise .05 over 40 runs: more than 7 would happen in fewer than 1 of 1,000 batches.
    assert false <= 7


def test_mentions_stand_beside_the_ties_that_the_map_draws() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "a"), ("a", "c"), ("c", "b"), ("c", "d"), ("d", "c")])
    nx.set_node_attributes(graph, {"a": "x", "b": "x", "c": "y", "d": "y"}, "sector")
    layer = from_networkx(graph).layer("collaboration")
    # By hand: a and b mention each other (2 mentions, 1 tie); a mentions c, and c mentions b (1 each way, 2 ties).
    assert [(row["observed"], row["drawn"]) for row in mixing_table(layer).rows] == [(2, 1), (1, 2), (1, 2), (2, 1)]
    assert "drawn" not in mixing_table(from_networkx(graph.to_undirected()).layer("collaboration"))
