"""Outcome similarity: Davis's Southern Women, intensities by hand, and what chance gives."""

import sys

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.outcomes.outcome_similarity import cosine, jaccard, outcome_similarity
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.model.table import Disclosure


def measured(rows: pd.DataFrame, names: list[str], answered: list[bool] | None = None) -> Measured:
    people = pd.DataFrame({"organization": names, "sector": "Schools"})
    asked = people[["organization"]].assign(layer="work", answered=answered or [True] * len(names))
    frames = {"organizations": people, "asked": asked, "affiliations": rows.assign(kind="outcome")}
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    return outcome_similarity(graph, Partnership("P", {"1": graph}, {}))


def named(*pairs: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["organization", "item"])


def test_southern_women() -> None:
    """Evelyn and Laura share 6 events of 8 and 7: Jaccard 6/9, cosine 6/sqrt(56)."""
    women = nx.davis_southern_women_graph()
    top, bottom = women.graph["top"], women.graph["bottom"]
    table = nx.bipartite.biadjacency_matrix(women, top, bottom).toarray()
    assert top[:2] == ["Evelyn Jefferson", "Laura Mandeville"]
    assert jaccard(table > 0)[0, 1] == pytest.approx(0.6667, abs=5e-5)
    assert cosine(table.astype(float))[0, 1] == pytest.approx(0.8018, abs=5e-5)
    found = measured(named(*((one, event) for one, event in women.edges(top))), top)
    above = np.triu_indices(18, 1)
    assert found.value == pytest.approx(float(jaccard(table > 0)[above].mean()))
    assert found.test is not None
    assert found.test.null == "curveball"
    assert found.test.p <= 0.01  # two circles, known since 1941
    assert found.test.expected < (found.value or 0)


def test_what_neither_names_is_no_agreement() -> None:
    found = jaccard(np.array([[1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], dtype=bool))
    assert found[0, 1] == 0.5
    assert found[0, 2] == 0
    assert np.isnan(found[2, 3])


def test_intensities_by_hand() -> None:
    rows = named(("A", "x"), ("A", "y"), ("B", "x"), ("B", "y"), ("C", "z")).assign(value=[3.0, 1.0, 1.0, 3.0, 2.0])
    found = {row["partner"]: row for row in measured(rows, ["A", "B", "C"]).tables["pairs"].rows}
    # A is (3, 1, 0) less 4/3, B is (1, 3, 0) less 4/3: product 2/3, lengths squared 14/3.
    assert found["B"]["alike_in_weight"] == pytest.approx((2 / 3) / (14 / 3))
    assert found["B"]["outcome_similarity"] == 1
    assert "C" not in found  # nothing in common


def test_pairs_are_for_the_backbone_and_ticks_have_no_weight() -> None:
    part = measured(named(("A", "x"), ("B", "x")), ["A", "B"]).tables["pairs"]
    assert part.discloses == Disclosure.PAIR
    assert "alike_in_weight" not in part.rows[0]
    assert part.rows[0]["shared_outcomes"] == 1


def test_the_silent_are_not_known() -> None:
    rows = named(("A", "x"), ("B", "x"), ("C", "y"))
    found = measured(rows, ["A", "B", "C", "D"], [True, True, False, True])
    assert found.value == 1  # of A and B; D names nothing, C has not answered
    assert [(caveat.id, caveat.fields["silent"]) for caveat in found.caveats] == [("silent_outcomes", 1)]


@pytest.mark.parametrize("names", [[], ["A"], ["A", "B"]])
def test_too_few(names: list[str]) -> None:
    found = measured(named(*((name, "x") for name in names[:1])), names)
    assert found.value is None
    assert found.caveats[0].id == "few_outcomes"


@settings(max_examples=5)
@given(st.lists(st.sets(st.sampled_from("uvwxyz"), min_size=1), min_size=3, max_size=8), st.permutations(range(8)))
def test_names_and_order_change_nothing(outcomes: list[set[str]], order: list[int]) -> None:
    names = [f"O{i}" for i in range(len(outcomes))]
    rows = named(*((name, item) for name, items in zip(names, outcomes, strict=True) for item in sorted(items)))
    other = rows.assign(organization=rows["organization"].map({f"O{i}": f"N{order[i]}" for i in range(len(names))}))
    before = measured(rows, names)
    after = measured(other.iloc[::-1], [f"N{order[i]}" for i in range(len(names))])
    assert before.value == pytest.approx(after.value)
    assert before.test == after.test


def test_in_a_large_network_pairs_are_drawn_and_the_error_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The estimate lies within four standard errors of the mean of all pairs, which is computed beside it."""
    rng = np.random.default_rng(5)
    names = [f"Organization {number:03}" for number in range(120)]
    rows = named(*((name, f"Outcome {item}") for name in names for item in rng.choice(12, 3, replace=False)))
    whole = measured(rows, names)
    monkeypatch.setattr(sys.modules[outcome_similarity.__module__], "LARGEST_LISTED", 100)
    monkeypatch.setattr(sys.modules[outcome_similarity.__module__], "DRAWN", 20_000)
    sampled = measured(rows, names)
    (said,) = [caveat for caveat in sampled.caveats if caveat.id == "sampled"]
    assert said.fields["pairs"] == 120 * 119 // 2
    assert not sampled.tables
    assert whole.value is not None
    assert 0 < float(str(said.fields["error"])) < 0.003
    assert sampled.value == pytest.approx(whole.value, abs=4 * float(str(said.fields["error"])))
    assert sampled.value != whole.value
