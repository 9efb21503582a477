"""The edited partnership: the same as a folder edited by hand, and connections as each end would report them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import stakeholder_graph as sg
from stakeholder_graph.api import supposing
from stakeholder_graph.generators.examples import write_example
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.graph.partner_graph import FRAMES
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.whatif import edited, make_scenario
from tests.studies.whatif.edited_folder import without_rows

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


@pytest.fixture(scope="module")
def measured_once() -> Callable[..., tuple[Finding, ...]]:
    """Measures a partnership once: that which several changes are supposed of is the same before each."""
    return cache(assess)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    ellery = tmp_path_factory.mktemp("examples") / "port-ellery"
    write_example("port-ellery", ellery)
    return {"wren": WREN, "ellery": ellery}


@pytest.fixture(scope="module")
def partnerships(folders: dict[str, Path]) -> dict[str, Partnership]:
    return {name: sg.read(folder) for name, folder in folders.items()}


@pytest.mark.parametrize(
    ("folder", "gone"),
    [
        ("wren", ["Wren Forward"]),
        ("wren", ["Harbor Flats Clinic", "North Fork Extension Center", "Healthy Start Nurses of Wren County"]),
        ("ellery", ["Port Ellery Care Coalition", "Ferry Street Clinic"]),
        ("ellery", ["Shoreline Medicaid Plan"]),
    ],
)
def test_every_value_is_that_of_the_folder_edited_by_hand(
    folders: dict[str, Path],
    partnerships: dict[str, Partnership],
    measured_once: Callable[..., tuple[Finding, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    gone: list[str],
) -> None:
    monkeypatch.setattr(supposing, "assess", measured_once)
    supposed = sg.whatif(partnerships[folder], gone, permutations=99, draws=20)
    by_hand = sg.read(without_rows(folders[folder], tmp_path / "edited", gone))
    measured = {finding.id: finding.value for finding in sg.measure(by_hand, permutations=99, draws=20)}
    after = {change.id: change.after for change in supposed.changes if change.id in measured}
    assert after == measured
    assert sum(change.changed for change in supposed.changes) > 10
    for name in FRAMES:
        ours, theirs = (side.graph()[name].reset_index(drop=True) for side in (supposed.after, by_hand))
        pd.testing.assert_frame_equal(ours, theirs)


def two_waves() -> Partnership:
    """Three organizations, of which B has not answered; the first wave had A alone."""
    people = pd.DataFrame({"organization": ["A", "B", "D"], "sector": ["x", "y", "y"]})
    layers = {"work": LayerInfo("work"), "trust": LayerInfo("trust", asked_of="work", asks="trust")}
    asked = pd.DataFrame(
        {
            "layer": ["work"] * 3 + ["trust"] * 3,
            "organization": ["A", "B", "D"] * 2,
            "answered": [True, False, True] * 2,
        }
    )
    tie = pd.DataFrame({"layer": ["work", "trust"], "from": ["A", "A"], "to": ["D", "D"], "value": [2.0, 4.0]})
    now = PartnerGraph(Wave("2"), layers, {"organizations": people, "asked": asked, "ties": tie})
    before = PartnerGraph(Wave("1"), layers, {"organizations": pd.DataFrame({"organization": ["A"]})})
    info = SurveyInfo("Ours", late_answers={"2": ("A", "D")}, participants={"A": True, "D": False})
    strategies = pd.DataFrame({"strategy": ["Rides"], "outcome": [""], "partners": ["A; D"]})
    return Partnership(info, {"1": before, "2": now}, {"strategies": strategies})


def test_who_leaves_is_gone_from_waves_lists_and_what_the_survey_says() -> None:
    ours = two_waves()
    left = edited(ours, make_scenario(ours, ["A"]))
    assert left["strategies"]["partners"].tolist() == ["D"]
    assert left.info.late_answers == {"2": ("D",)}
    assert left.info.participants == {"D": False}
    assert left.graph().names == ("B", "D")
    assert ours.graph().names == ("A", "B", "D"), "the partnership itself stays as it is"
    assert left.graphs.keys() == {"2"}, "the first wave had nobody else"


def test_a_connection_is_reported_by_whoever_answered() -> None:
    ours = two_waves()
    work = edited(ours, make_scenario(ours, connect=[("B", "a")])).graph().layer("work")
    assert {(work.organizations[a], work.organizations[b]) for a, b in zip(*work.edge_index, strict=True)} == {
        ("A", "B"),
        ("A", "D"),
    }
    assert np.isnan(work.strength[[0], [1]]).all(), "nobody has said how close it would be"


def test_what_nobody_judged_is_not_known() -> None:
    ours = two_waves()
    trust = edited(ours, make_scenario(ours, connect=[("A", "B")])).graph().layer("trust")
    known = trust.observed.mask()
    names = trust.organizations
    assert known[names.index("A"), names.index("D")]
    assert not known[names.index("A"), names.index("B")]


def test_what_was_asked_about_a_connection_ends_with_it() -> None:
    ours = two_waves()
    after = edited(ours, make_scenario(ours, disconnect=[("D", "A")])).graph()
    assert len(after["ties"]) == 0
    assert after.layer("work").n_dyads == ours.graph().layer("work").n_dyads


def test_who_joins_has_answered_and_names_whom_it_is_connected_with() -> None:
    ours = two_waves()
    after = edited(ours, make_scenario(ours, join=[("New Clinic", "Y")], connect=[("new clinic", "D")])).graph()
    work = after.layer("work")
    place = work.organizations.index("New Clinic")
    assert after.organizations.set_index("organization").loc["New Clinic", "sector"] == "y"
    assert work.answered[place]
    assert work.adjacency[[place], [work.organizations.index("D")]] == 1
    assert work.n_ties == 3


def test_an_undirected_connection_is_one_tie() -> None:
    ours = Partnership("P", {"1": from_networkx(nx.path_graph(["A", "B", "C"]))})
    assert edited(ours, make_scenario(ours, connect=[("C", "A")])).graph()["ties"].shape[0] == 3
