"""Multiplexity: counted by hand, and on Padgett's families."""

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, from_networkx
from stakeholder_graph.measures.ties.multiplexity import multiplexity
from stakeholder_graph.model.survey import LayerInfo, Wave

NAMES = ["work", "contact", "funding"]


def graph_of(ties: dict[str, str], silent: dict[str, str] | None = None, *, directed: bool = True) -> PartnerGraph:
    """Ties as ``{"work": "AB AC"}`` among A to D; who did not answer as ``{"work": "C"}``."""
    rows = [(layer, pair[0], pair[1]) for layer, pairs in ties.items() for pair in pairs.split()]
    asked = [(layer, name, name not in (silent or {}).get(layer, "")) for layer in ties for name in "ABCD"]
    frames = {
        "organizations": pd.DataFrame({"organization": list("ABCD")}),
        "ties": pd.DataFrame(rows, columns=["layer", "from", "to"]),
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "answered"]),
    }
    return PartnerGraph(Wave("1"), {layer: LayerInfo(layer) for layer in ties}, frames, directed)


def test_kinds_and_overlap_by_hand() -> None:
    # C did not answer about funding: C-D, worked with, is asked of two kinds only and counts in their overlap alone.
    graph = graph_of({"work": "AB AC CD", "contact": "AB BA AC CD", "funding": "AB"}, {"funding": "C"})
    found = multiplexity([graph.layer(name) for name in NAMES])
    assert found.value == pytest.approx((3 + 2 + 1) / 3)
    assert found.table is not None
    assert [(row["kinds"], row["ties"]) for row in found.table.rows] == [(1, 1), (2, 1), (3, 1)]
    overlap = {(row["layer"], row["other_layer"]): (row["both"], row["either"]) for row in found.tables["overlap"].rows}
    assert overlap == {("work", "contact"): (3, 4), ("work", "funding"): (1, 2), ("contact", "funding"): (1, 3)}
    assert [row["jaccard"] for row in found.tables["overlap"].rows] == [3 / 4, 1 / 2, 1 / 3]


def test_a_pair_counts_once_where_ties_have_no_direction_and_either_end_will_do() -> None:
    graph = graph_of({"work": "AB BC", "contact": "BA"}, {"work": "A", "contact": "C"}, directed=False)
    found = multiplexity([graph.layer(name) for name in ["work", "contact"]])
    assert found.value == 1.5


def test_padgett_s_marriages_and_business() -> None:
    # Padgett & Ansell (1993): 20 marriages and 15 business ties among 16 families; 8 pairs have both.
    marriage = nx.florentine_families_graph().edges
    business = [
        ("Barbadori", "Castellani"), ("Barbadori", "Ginori"), ("Barbadori", "Medici"),
        ("Barbadori", "Peruzzi"), ("Bischeri", "Guadagni"), ("Bischeri", "Lamberteschi"), ("Bischeri", "Peruzzi"),
        ("Castellani", "Lamberteschi"), ("Castellani", "Peruzzi"), ("Ginori", "Medici"), ("Guadagni", "Lamberteschi"),
        ("Lamberteschi", "Peruzzi"), ("Medici", "Pazzi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
    ]  # fmt: skip
    families: nx.MultiGraph[str] = nx.MultiGraph()
    families.add_edges_from((one, other, {"layer": "marriage"}) for one, other in marriage)
    families.add_edges_from((one, other, {"layer": "business"}) for one, other in business)
    graph = from_networkx(families)
    found = multiplexity([graph.layer("marriage"), graph.layer("business")])
    assert found.table is not None
    assert [row["ties"] for row in found.table.rows] == [19, 8]
    assert found.value == pytest.approx(35 / 27)
    assert found.tables["overlap"].rows[0]["jaccard"] == pytest.approx(8 / 27)


@pytest.mark.parametrize(
    ("graph", "names", "why"),
    [
        (graph_of({"work": "AB"}), ["work"], "one_kind"),
        (graph_of({"work": "", "contact": ""}), ["work", "contact"], "no_ties"),
        (graph_of({"work": "", "contact": ""}, dict.fromkeys(NAMES, "ABCD")), ["work", "contact"], "nothing_observed"),
        (graph_of({"work": "AB", "contact": ""}, {"contact": "ABCD"}), ["work", "contact"], "no_ties"),
    ],
)
def test_undefined(graph: PartnerGraph, names: list[str], why: str) -> None:
    found = multiplexity([graph.layer(name) for name in names])
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == [why]
