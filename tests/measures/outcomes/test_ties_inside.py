import numpy as np
import pandas as pd
import pytest
from scipy.stats import poisson

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures.outcomes._ties_inside import expected_inside, only_links, ties_inside
from stakeholder_graph.model.survey import LayerInfo, Wave
from tests.calibration.networks import layer_of


def graph_of(ties: list[tuple[str, str]], people: str, layers: dict[str, LayerInfo]) -> PartnerGraph:
    frame = pd.DataFrame(ties, columns=["from", "to"]).assign(value=1.0)
    every = pd.concat([frame.assign(layer=layer) for layer in layers])
    organizations = pd.DataFrame({"organization": list(people), "sector": "x"})
    return PartnerGraph(Wave("1"), layers, {"organizations": organizations, "ties": every})


def test_expected_ties_by_hand() -> None:
    # a and b name 3 each, 3 and 1 name them; c and d name 1 each, 2 name each: 8 (6 x 4 - 12) / (8 x 8 - 16) = 2.
    pairs = ["ab", "ac", "ad", "ba", "bc", "bd", "ca", "da"]
    graph = graph_of([(pair[0], pair[1]) for pair in pairs], "abcd", {"contact": LayerInfo("contact")})
    groups = np.array(["A", "A", None, None], dtype=object)
    assert expected_inside(graph.layer("contact"), groups == "A") == pytest.approx(2.0)
    (row,) = ties_inside(graph, groups).rows
    # P(X >= 2) = 1 - 3 exp(-2) and P(X <= 2) = 5 exp(-2); twice the smaller is above 1.
    expected = {"cluster": "A", "layer": "contact", "ties": 2, "asked": 2, "density": 1.0, "p": 1.0, "p_adjusted": 1.0}
    # a and b name each other: two mentions, one tie on the map.
    expected |= {"drawn": 1}
    # Six ties run between a or b and c or d, of eight possible.
    expected |= {"expected": pytest.approx(2.0), "density_to_others": 0.75}
    assert {**row} == {**expected, "verdict": "too close to call"}


def test_who_alone_holds_a_group_together() -> None:
    # In the group a - b - c, only b links a and c; d, outside, would be another way.
    layers = {"contact": LayerInfo("contact"), "trust": LayerInfo("trust", promise="backbone")}
    graph = graph_of([("a", "b"), ("c", "b"), ("a", "d"), ("d", "c")], "abcd", layers)
    links = only_links(graph, np.array(["A", "A", "A", None], dtype=object))
    assert [dict(row) for row in links.rows] == [{"cluster": "A", "layer": "contact", "organization": "b"}]


def test_a_group_apart_and_a_group_together() -> None:
    # Twelve tied among themselves, twelve tied only to twelve others.
    together, apart, others = range(12), range(12, 24), range(24, 36)
    tied = np.zeros((36, 36), dtype=bool)
    tied[np.ix_(together, together)] = tied[np.ix_(apart, others)] = tied[np.ix_(others, apart)] = True
    one, other = np.nonzero(tied & ~np.eye(36, dtype=bool))
    names = "".join(chr(ord("一") + i) for i in range(36))  # single signs, in their natural order
    layers = {"contact": LayerInfo("contact"), "trust": LayerInfo("trust", promise="backbone")}
    graph = graph_of([(names[i], names[j]) for i, j in zip(one, other, strict=True)], names, layers)
    groups = np.array([*["A"] * 12, *["B"] * 12, *[None] * 12], dtype=object)
    rows = ties_inside(graph, groups).rows
    assert [(row["cluster"], row["layer"], row["verdict"]) for row in rows] == [
        ("A", "contact", "well tied"),
        ("B", "contact", "hardly tied"),
    ]


def test_random_groups_have_the_expected_ties_and_the_test_errs_on_the_side_of_caution() -> None:
    rng = np.random.default_rng(0)
    ratios, alarms = [], []
    for _ in range(150):
        odds = np.outer(rng.lognormal(0, 0.5, 45), rng.lognormal(0, 0.5, 45))
        np.fill_diagonal(odds, 0)
        tied = rng.random((45, 45)) < np.minimum(odds * 0.18 * 45 * 44 / odds.sum(), 0.95)
        layer = layer_of(tied, np.zeros(45, dtype=np.intp))
        members = np.isin(np.arange(45), rng.choice(45, 10, replace=False))
        ties, expected = layer.subset(members).n_ties, expected_inside(layer, members)
        ratios.append(ties / expected)
        alarms.append(2 * min(poisson.cdf(ties, expected), poisson.sf(ties - 1, expected)) <= 0.05)
    assert np.mean(ratios) == pytest.approx(1, abs=0.05)
    assert np.mean(alarms) <= 0.05
