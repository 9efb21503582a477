"""The runner adds to each measure what it declares, and says why where it cannot."""

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx, to_partnership
from stakeholder_graph.inference.imputation.impute import impute
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.survey import NO_SECTOR, LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.sentences import headline
from tests.known import knoki

QUICK = MeasureSettings(permutations=199, draws=20)
TIE_BASED = ("density", "reciprocity", "centralization", "betweenness", "ei_index", "sector_mixing")


def of(graph: nx.Graph, **attributes: dict[int, str]) -> Partnership:  # type: ignore[type-arg]
    for name, values in attributes.items():
        nx.set_node_attributes(graph, values, name)
    return Partnership("P", {"1": from_networkx(graph)}, {})


def with_silent(silent: int = 5, answering: int = 15) -> Partnership:
    """Everybody names the next three; the last ones have not answered."""
    n = answering + silent
    names = [f"O{i:02}" for i in range(n)]
    people = pd.DataFrame({"organization": names, "sector": [f"S{i % 3}" for i in range(n)]})
    asked = people[["organization"]].assign(layer="work", answered=[i < answering for i in range(n)])
    ties = [(names[i], names[(i + step) % n]) for i in range(answering) for step in (1, 2, 3)]
    frames = {
        "organizations": people,
        "asked": asked,
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
    }
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})


def test_one_finding_for_each_measure_and_layer() -> None:
    ids = [finding.id for finding in assess(with_silent(), settings=QUICK)]
    assert len(set(ids)) == len(ids)
    # Nobody was asked about trust or value here.
    expected = {name for name, info in measures().items() if info.asks not in ("trust", "value")}
    assert {name.split("/")[0] for name in ids} == expected
    assert ids[0] == "response/-/1"


def test_with_nothing_unobserved_all_coincide() -> None:
    graph = with_silent(0)
    for finding in assess(graph, [name for name in TIE_BASED if name != "sector_mixing"], settings=QUICK):
        assert finding.value is not None, finding.id
        assert finding.estimate == pytest.approx(finding.value)
        assert finding.range == finding.range_like == pytest.approx((finding.value, finding.value))


def test_only_where_everyone_answered_is_a_finding_complete() -> None:
    assert not any(finding.complete for finding in assess(with_silent(1), settings=QUICK))
    assert all(finding.complete for finding in assess(with_silent(0), settings=QUICK))


@pytest.mark.parametrize(
    "name", ["cutpoints", "key_players", "betweenness", "centralization", "connectedness", "reciprocity"]
)
def test_what_holds_among_those_who_answered_only_says_so(name: str) -> None:
    (some,) = assess(with_silent(), [name], settings=QUICK)
    assert "who answered" in headline(some) or "that answered" in headline(some)
    (everyone,) = assess(with_silent(0), [name], settings=QUICK)
    assert not headline(everyone).startswith("Among those who answered")


def test_a_range_holds_the_estimate_and_the_narrower_range() -> None:
    for finding in assess(with_silent(), TIE_BASED, settings=QUICK):
        if finding.range is None:
            continue
        assert finding.estimate is not None
        assert finding.range_like is not None
        low, high = finding.range
        assert low <= finding.range_like[0] <= finding.estimate <= finding.range_like[1] <= high


def test_fewer_than_ten_answers_give_no_range_and_say_so() -> None:
    (found,) = assess(with_silent(silent=4, answering=9), ["density"], settings=QUICK)
    assert found.range is None
    assert "too_few_answers" in [caveat.id for caveat in found.caveats]


def test_under_half_answering_nobody_is_named() -> None:
    (found,) = assess(with_silent(silent=14, answering=12), ["betweenness"], settings=QUICK)
    assert found.table is None
    assert found.reading is None
    assert "under_half_answered" in [caveat.id for caveat in found.caveats]


def test_the_test_is_seeded_and_two_sided() -> None:
    graph = nx.DiGraph([(a, b) for a, b in zip(*knoki().edge_index, strict=True)])
    sectors = {i: knoki().sectors[code] for i, code in enumerate(knoki().sector_codes)}
    one, same, other = (
        assess(of(graph, sector=sectors), ["ei_index"], settings=MeasureSettings(permutations=999, seed=seed))[0]
        for seed in (0, 0, 1)
    )
    assert one.test == same.test != other.test
    assert one.test is not None
    assert one.test.expected == pytest.approx(1 - 48 / 90)
    assert one.test.p == 1.0


SECOND = ("ei_index", "modularity", "assortativity", "freeman_segregation", "odds_ratio")


def test_sectors_are_held_against_partners_dealt_out_anew_too() -> None:
    graph = nx.karate_club_graph()
    factions = nx.get_node_attributes(graph, "club")
    plain_ties: nx.Graph[int] = nx.Graph(graph.edges())
    for finding in assess(of(plain_ties, sector=factions), SECOND, settings=QUICK):
        assert finding.rewired is not None, finding.id
        assert finding.rewired.null == "rewired"
        # The two factions hardly have ties with each other: no arrangement comes near.
        assert finding.rewired.p == pytest.approx(2 / (1 + finding.rewired.permutations))
    # By degrees alone modularity is about 0: that is how it is defined.
    (modular,) = (finding for finding in assess(of(plain_ties, sector=factions), ["modularity"], settings=QUICK))
    assert modular.rewired is not None
    assert modular.rewired.expected == pytest.approx(0, abs=0.03)


def test_where_partners_cannot_be_dealt_out_anew_the_finding_says_why() -> None:
    star = nx.star_graph(6)
    for finding in assess(of(star, sector={i: "xy"[i % 2] for i in star}), SECOND, settings=QUICK):
        if finding.value is not None:
            assert finding.test is not None, finding.id
            assert finding.rewired is None, finding.id
            assert "rewire_one" in [caveat.id for caveat in finding.caveats]


@pytest.mark.parametrize(
    "graph",
    [
        nx.empty_graph(0),
        nx.empty_graph(1),
        nx.empty_graph(2, create_using=nx.DiGraph),
        nx.empty_graph(5),
        nx.complete_graph(5, create_using=nx.DiGraph),
        nx.path_graph(4),
    ],
    ids=["nobody", "one", "two", "no ties", "all ties", "one sector"],
)
def test_undefined_is_none_with_a_caveat(graph: nx.Graph) -> None:  # type: ignore[type-arg]
    for finding in assess(Partnership("P", {"1": from_networkx(graph)}, {}), settings=QUICK):
        if finding.value is None:
            assert finding.caveats, finding.id
        else:
            assert finding.value == finding.value, finding.id


def test_nobody_answered() -> None:
    for finding in assess(with_silent(silent=12, answering=0), settings=QUICK):
        if finding.name in TIE_BASED:
            assert finding.value is None
            assert finding.caveats


def test_organizations_without_a_sector_are_no_sector_of_their_own() -> None:
    whole = with_silent(0)
    graph = whole.graph()
    people = graph.organizations.assign(sector=lambda frame: frame["sector"].where(frame["sector"] != "S2", NO_SECTOR))
    unknown = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "organizations": people})
    (found,) = assess(Partnership("P", {"1": unknown}, {}), ["ei_index"], settings=QUICK)
    # Of the ring of 15 each names the next three: among S0 and S1 the steps 1 and 2 cross, 3 stays within.
    assert [row["sector"] for row in found.tables["by_sector"].rows] == ["S0", "S1"]
    assert [dict(row)["internal"] for row in found.tables["by_sector"].rows] == [5, 5]
    assert [dict(row)["external"] for row in found.tables["by_sector"].rows] == [5, 5]
    assert "no_sector" in [caveat.id for caveat in found.caveats]


def test_an_unknown_measure_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="density"):
        assess(with_silent(), ["densitty"])


def test_renaming_organizations_changes_no_value() -> None:
    whole = with_silent(0)
    graph = whole.graph()
    rename = {name: f"{99 - i}" for i, name in enumerate(graph.names)}
    renamed: nx.DiGraph[str] = nx.DiGraph()
    people = graph.organizations[["organization", "sector"]].to_numpy()
    renamed.add_nodes_from((rename[o], {"sector": s}) for o, s in people)
    renamed.add_edges_from((rename[a], rename[b]) for a, b in graph["ties"][["from", "to"]].to_numpy())
    before = {finding.name: finding.value for finding in assess(whole, TIE_BASED, settings=QUICK)}
    after = {finding.name: finding.value for finding in assess(of(renamed), TIE_BASED, settings=QUICK)}
    assert before == pytest.approx(after)


def test_who_is_named_first_comes_with_the_share_of_imputations_in_which_that_is_so() -> None:
    """Beside networkx on every imputation; among 20 that answered of 26."""
    names = [f"O{i:02}" for i in range(26)]
    arcs = [(a, b) for a, b in nx.gnp_random_graph(26, 0.15, seed=2, directed=True).edges if a < 20]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": "one"}),
        "asked": pd.DataFrame({"organization": names, "layer": "work", "answered": [i < 20 for i in range(26)]}),
        "ties": pd.DataFrame([(names[a], names[b]) for a, b in arcs], columns=["from", "to"]).assign(layer="work"),
    }
    frames["ties"]["value"] = 1.0
    partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})
    draws = MeasureSettings(permutations=0, draws=25)
    (found,) = assess(partnership, ["betweenness"], settings=draws)
    assert found.table is not None
    named = max(found.table.rows, key=lambda row: float(row["betweenness"] or 0))["organization"]
    layer = partnership.graph().layer(found.scope.layers[0])
    first = []
    for completed in impute(layer, imputations=25).completed(0):
        graph: nx.DiGraph[int] = nx.DiGraph(completed.adjacency.toarray())
        scores = nx.betweenness_centrality(graph, normalized=False)
        first.append(scores[completed.organizations.index(str(named))] >= max(scores.values()) - 1e-9)
    share = sum(first) / 25
    assert 0 < share < 1
    assert found.tables["network"].rows[0]["first_in"] == pytest.approx(share)
    assert found.reading is not None
    assert (found.reading.id, found.reading.answered_only) == ("between_in_draws", True)
    assert found.reading.fields["draws"] == round(100 * share)


def test_where_everyone_answered_nobody_is_first_in_draws() -> None:
    (found,) = assess(of(nx.karate_club_graph()), ["betweenness"], settings=MeasureSettings(permutations=0, draws=5))
    assert "first_in" not in found.tables["network"]
    assert found.reading is not None
    assert found.reading.id == "between"


def test_values_alone_are_the_same_values() -> None:
    wren = to_partnership(read_partnership(Path(__file__).resolve().parents[2] / "surveys" / "wren-county"))
    settings = MeasureSettings(permutations=199, draws=20)
    full, alone = (assess(wren, settings=each) for each in (settings, replace(settings, only="values")))
    assert {finding.id: finding.value for finding in alone} == {finding.id: finding.value for finding in full}
    assert sum(finding.test is None for finding in alone) > sum(finding.test is None for finding in full)
    assert sum(finding.range is None for finding in alone) > sum(finding.range is None for finding in full)


@pytest.mark.parametrize("partnership", [with_silent(), of(nx.karate_club_graph())], ids=["silent", "karate"])
def test_values_and_ranges_alone_are_the_same(partnership: Partnership) -> None:
    """To the last digit, whichever way they are computed: in full, by the statistic alone, and with ranges."""
    whole = {finding.id: finding for finding in assess(partnership, settings=QUICK)}
    values, ranges = (
        {finding.id: finding for finding in assess(partnership, settings=replace(QUICK, only=only))}
        for only in ("values", "ranges")
    )
    assert len(whole) > 30
    assert {id: finding.value for id, finding in whole.items()} == {id: each.value for id, each in values.items()}
    assert {id: (finding.value, finding.range) for id, finding in whole.items()} == {
        id: (each.value, each.range) for id, each in ranges.items()
    }
