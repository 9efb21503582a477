import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray
from scipy.stats import kstest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Scope
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.studies.outcomes.outcome_clusters import outcome_clusters
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import say
from tests.calibration import outcome_clusters as calibration

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


def measured(graph: PartnerGraph, items: pd.DataFrame | None = None, seed: int = 0) -> Measured:
    return outcome_clusters(graph, Partnership("P", {"1": graph}, {} if items is None else {"items": items}), seed=seed)


def read(found: Measured) -> Message | None:
    info = find_measure("outcome_clusters")
    return info.reading(Finding(info.name, Scope(("1",)), found.value, info.unit, info.bounds, tables=found.tables))


def states(found: Measured) -> Mapping[Cell, tuple[Cell, Cell]]:
    assert found.table is not None
    return {row["organization"]: (row["cluster"], row["state"]) for row in found.table.rows}


def changed(graph: PartnerGraph, **frames: pd.DataFrame) -> PartnerGraph:
    return replace(graph, frames={**graph.frames, **frames})


@pytest.fixture(scope="module")
def wren() -> Measured:
    partnership = to_partnership(read_partnership(WREN))
    return outcome_clusters(partnership.graph(), partnership)


@pytest.fixture(scope="module")
def two() -> PartnerGraph:
    """Forty-two organizations in two planted groups."""
    return calibration.partnership(calibration.planted(3, 2))


def test_nine_of_wren_county_share_attendance_and_hardly_tie(wren: Measured) -> None:
    # Planted: nine carry attendance and hardly tie; the others work on early years, learning, and careers.
    assert wren.value == 4
    clusters = {row["outcomes"]: row for row in wren.tables["clusters"].rows}
    nine = clusters["Attendance"]
    assert nine["size"] == 9
    assert float(nine["stability"] or 0) > 0.9
    hardly = [row for row in wren.tables["ties"].rows if row["verdict"] == "hardly tied"]
    assert {row["cluster"] for row in hardly} == {nine["cluster"]}
    assert (hardly[0]["outcome"], hardly[0]["pairs"], hardly[0]["ties"]) == ("Attendance", 36, 2)
    message = read(wren)
    assert message is not None
    assert message.tone == "concern"
    assert message.discloses == Disclosure.NETWORK
    assert "9 organizations work on Attendance and hardly with each other: 2 of their 36 pairs" in say(
        message, "outcome_clusters"
    )


def test_those_who_have_not_answered_are_not_those_without_outcomes(wren: Measured) -> None:
    of = states(wren)
    counts = pd.Series([state for _, state in of.values()]).value_counts().to_dict()
    assert counts == {"in a cluster": 41, "not known": 18, "names no outcomes": 2}
    assert of["Wren Forward"] == (None, "names no outcomes")
    assert of["St. Anne Parish"] == (None, "not known")
    assert wren.caveats[0] == Message("silent_outcomes", {"silent": 18})


def test_layers_for_the_backbone_alone_are_not_spoken_of(wren: Measured) -> None:
    assert {row["layer"] for row in wren.tables["ties"].rows} == {"collaboration", "contact"}


def test_what_names_organizations_is_declared_so(wren: Measured) -> None:
    assert wren.table is not None
    assert wren.table.discloses == Disclosure.ORGANIZATION
    names = {str(row["organization"]) for row in wren.table.rows}
    for name, part in wren.tables.items():
        cells = {str(cell) for row in part.rows for cell in row.values()}
        expected = {"sectors": Disclosure.ORGANIZATION, "only_links": Disclosure.PAIR}.get(name, Disclosure.NETWORK)
        assert part.discloses == expected
        assert bool(cells & names) == (name == "only_links")


def test_few_clusters_where_there_is_no_structure() -> None:
    figures = json.loads(calibration.FIGURES.read_text(encoding="utf-8"))
    looked = [(value, p) for value, p in figures["unstructured"] if value is not None]
    assert len(looked) >= 200
    assert np.mean([value > 0 for value, _ in looked]) <= 0.05
    # Without structure every p is as likely as any other.
    assert kstest([p for _, p in looked], "uniform").pvalue > 0.01
    for groups, kind in ((2, "two"), (3, "three")):
        assert np.mean([value == groups for value, _ in figures[kind]]) >= 0.8
    for index in (0, 1):
        assert list(calibration.seen(calibration.unstructured(index))) == figures["unstructured"][index]
    assert list(calibration.seen(calibration.planted(0, 3))) == figures["three"][0]


def test_one_popular_outcome_makes_no_cluster() -> None:
    # One outcome named by most, others by few at random: a plain projection would be one great clique.
    rng = np.random.default_rng(6)
    table = rng.random((40, 7)) < np.array([0.85, *[0.2] * 6])
    found = measured(calibration.partnership(table))
    assert found.value == 0
    assert read(found) == Message("no_clusters")


def test_an_outcome_of_everyone_is_set_apart(two: PartnerGraph) -> None:
    everyone = pd.DataFrame({"organization": two.names, "kind": "outcome", "item": "Everyone's"})
    more = changed(two, affiliations=pd.concat([two["affiliations"], everyone]))
    before, after = measured(two), measured(more)
    use = {row["outcome"]: row["use"] for row in after.tables["outcomes"].rows}
    assert use["Everyone's"] == "nearly all name it"
    named_before = {name for name, (_, state) in states(before).items() if state != "names no outcomes"}
    assert {name: states(after)[name] for name in named_before} == {name: states(before)[name] for name in named_before}


def test_neither_names_nor_order_change_anything(two: PartnerGraph) -> None:
    found = measured(two)
    rng = np.random.default_rng(1)
    renamed = dict(zip(two.names, rng.permutation([f"Partner {i}" for i in range(42)]), strict=True))
    frames = {}
    for name in ("organizations", "affiliations", "asked"):
        frame = two[name].sample(frac=1, random_state=5)
        frames[name] = frame.assign(organization=frame["organization"].map(renamed))
    other = measured(changed(two, **frames))
    assert other.value == found.value == 2
    assert other.tables == found.tables
    assert states(other) == {renamed[str(name)]: state for name, state in states(found).items()}


def test_seed_decides(two: PartnerGraph) -> None:
    assert measured(two, seed=3) == measured(two, seed=3)
    assert measured(two, seed=3).tables["numbers"] != measured(two, seed=4).tables["numbers"]


def test_0_says_that_an_outcome_is_not_worked_on(two: PartnerGraph) -> None:
    affiliations = two["affiliations"]
    denied = affiliations[["organization", "kind"]].drop_duplicates().assign(item="Outcome 0", value=0.0)
    denied = denied[~denied["organization"].isin(affiliations.loc[affiliations["item"] == "Outcome 0", "organization"])]
    assert len(denied)
    more = changed(two, affiliations=pd.concat([affiliations, denied]))
    assert measured(more) == measured(two)


def test_outcomes_that_nobody_names_are_listed(two: PartnerGraph) -> None:
    items = pd.DataFrame({"kind": ["outcome", "team"], "item": ["Nobody's", "A team"]})
    rows = {row["outcome"]: row for row in measured(two, items).tables["outcomes"].rows}
    assert rows["Nobody's"] == {"outcome": "Nobody's", "organizations": 0, "share": 0.0, "use": "nobody names it"}
    assert "A team" not in rows


@pytest.mark.parametrize(("unknown", "caveats"), [(0, []), (12, [Message("pairs_open", {"pairs": 12})])])
def test_pairs_that_are_not_known_of_a_group_that_is_hardly_tied_are_told(
    two: PartnerGraph, monkeypatch: pytest.MonkeyPatch, unknown: int, caveats: list[Message]
) -> None:
    column = {"layer": "contact", "cluster": "A", "pairs": 36, "ties": 2, "unknown": unknown, "verdict": "hardly tied"}
    table = Table.of({Column(name): [cell] for name, cell in column.items()}, Disclosure.NETWORK)
    monkeypatch.setattr("stakeholder_graph.studies.outcomes.outcome_clusters.ties_table", lambda *_: table)
    assert [caveat for caveat in measured(two).caveats if caveat.id == "pairs_open"] == caveats


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (np.zeros((20, 4), dtype=bool), "no_outcomes"),
        (np.eye(9, dtype=bool)[:, [0, 1, 2]].repeat(2, axis=0)[:9], "too_few_organizations"),
        (np.tile(np.eye(2, dtype=bool), (10, 1)), "few_outcomes"),
    ],
)
def test_too_little_to_look_at(table: NDArray[np.bool_], why: str) -> None:
    found = measured(calibration.partnership(table))
    assert found.value is None
    assert found.caveats[0].id == why
    assert read(found) is None
    assert say(found.caveats[0], "outcome_clusters")


def test_outcomes_of_those_who_did_not_answer_do_not_count(two: PartnerGraph) -> None:
    asked = two["asked"]
    silent = set(two.names[:6])
    found = measured(changed(two, asked=asked.assign(answered=~asked["organization"].isin(silent))))
    assert {states(found)[name] for name in silent} == {(None, "not known")}
    assert sum(int(row["size"] or 0) for row in found.tables["clusters"].rows) <= 36
