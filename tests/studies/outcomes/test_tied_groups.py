"""Groups of organizations: each set once, counted and tested once, whoever asks."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.outcomes.tied_groups import clusters_of, tied_groups
from stakeholder_graph.studies.page_one.one_family import family, restated_by
from tests.measures.outcomes.test_convened import planted
from tests.studies.outcomes.test_outcome_ties import context


def test_outcomes_that_the_same_organizations_work_on_are_one_group() -> None:
    found = tied_groups(context(["AB", "CD"], {"Math": "ABC", "Algebra": "ABC", "Art": "DE", "Alone": "F"}))
    assert [group.outcomes for group in found.groups] == [("Math", "Algebra"), ("Art",)] or [
        group.outcomes for group in found.groups
    ] == [("Algebra", "Math"), ("Art",)]
    assert found.of_outcome("Math") is found.of_outcome("Algebra")
    assert found.of_outcome("Alone") is None


def test_a_cluster_of_all_who_work_on_an_outcome_is_no_group_of_its_own() -> None:
    whole, _ = planted({})
    study = StudyContext(whole, whole.graph(), "work", MeasureSettings())
    clusters = clusters_of(study).clusters
    assert len(clusters) == 3
    found = tied_groups(study)
    assert len(found.groups) == 3  # two outcomes each, of the same ten
    assert all(found.of_members(cluster.members).outcomes for cluster in clusters)  # type: ignore[union-attr]


def test_a_claim_on_such_a_cluster_restates_the_outcome_and_is_no_test_more() -> None:
    whole, _ = planted({})
    findings = assess(whole, ["outcome_clusters", "outcome_ties"], settings=MeasureSettings(draws=0))
    ties, clusters = sorted(findings, key=lambda finding: finding.name != "outcome_ties")
    assert clusters.reading is not None
    assert clusters.reading.id == "to_convene"
    assert restated_by(clusters) == ("outcome_ties", ("work",))
    assert [test.finding.name for test in family(findings)] == ["outcome_ties"]
    assert ties.table is not None
    of_outcomes = {row["outcome"]: row for row in ties.table.rows}
    rows = [row for row in clusters.tables["ties"].rows if row["outcome"]]
    assert rows
    for row in rows:
        same = of_outcomes[row["outcome"]]
        assert (row["ties"], row["pairs"], row["expected"], row["p_adjusted"], row["verdict"]) == tuple(
            same[name] for name in ("together", "pairs", "usual", "p_adjusted", "verdict")
        )


@pytest.mark.parametrize("ties", ["either", "both"])
def test_whatever_counts_as_a_tie_pairs_are_held_against_the_same(ties: str) -> None:
    names = [f"O{k:02}" for k in range(20)]
    rows = [(names[k], names[(k + step) % 20]) for k in range(20) for step in (1, 2)]
    rows += [(b, a) for a, b in rows[::2]]
    frames = {
        "organizations": pd.DataFrame({"organization": names}),
        "ties": pd.DataFrame(rows, columns=["from", "to"]).assign(layer="work", value=1.0),
        "affiliations": pd.DataFrame({"organization": names[:6], "kind": "outcome", "item": "Math"}),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    how = MeasureSettings(ties=ties, permutations=199, draws=0)  # type: ignore[arg-type]
    (group,) = tied_groups(StudyContext(Partnership("P", {"1": graph}, {}), graph, "work", how)).groups
    # Six in a row: five neighbours and four next but one; every second tie is returned, those between neighbours.
    assert (group.pairs, group.tied) == (15, 9 if ties == "either" else 5)
    assert group.usual is not None
    assert 0 < group.usual < group.tied
