"""The partners' network for another tool is not written where it would say more than its release, in any format."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.api import exporting
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.publish import LeakError, write_folders
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, NetworkNode
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.views.exported.network_of import network_of
from tests.folders import files_in

FORMATS = [key for key, writer in NETWORK_WRITERS.items() if not writer.asked]
STEPS = (Step(1.0, "sometimes"), Step(2.0, "often"))
#: Somebody who answered for an organization, and an organization that is on no list.
PERSON, UNLISTED = "Núñez, Ana María", "Harbor “Light” & Sons"


@pytest.fixture(scope="module")
def survey() -> Partnership:
    """Eight organizations, two of which have not answered; contact is shown with its strength, trust to nobody."""
    names = [f"Partner {letter}" for letter in "ABCDEFGH"]
    pairs = [(0, 1), (1, 0), (1, 2), (2, 3), (3, 7)]
    ties = [(names[a], names[b], "contact", 2.0, PERSON) for a, b in pairs]
    ties += [(names[4], names[5], "trust", 1.0, PERSON)]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": ["Health", "Schools"] * 4}),
        "asked": pd.DataFrame(
            [(layer, name, PERSON, k < 6) for layer in ("contact", "trust") for k, name in enumerate(names)],
            columns=["layer", "organization", "respondent", "answered"],
        ),
        "ties": pd.DataFrame(ties, columns=["from", "to", "layer", "value", "respondent"]),
        "affiliations": pd.DataFrame(
            [(names[0], "outcome", "Children read by third grade", "answer")],
            columns=["organization", "kind", "item", "source"],
        ),
    }
    layers = {
        "contact": LayerInfo("contact", STEPS, "named with strength"),
        "trust": LayerInfo("trust", STEPS, "backbone", asks="trust"),
    }
    graph = PartnerGraph(Wave("2025"), layers, frames)
    return Partnership(SurveyInfo("Ours", as_written=(UNLISTED,)), {"2025": graph}, {})


def edge(origin: int, target: int, weight: float | None = 2.0, **more: object) -> NetworkEdge:
    return replace(NetworkEdge(origin, target, "contact", "2025", False, weight), **more)  # type: ignore[arg-type]


def known(network: NetworkFile, **more: str | bool) -> NetworkFile:
    """With more known of the first organization."""
    first, *others = network.nodes
    return replace(network, nodes=(replace(first, attributes={**first.attributes, **more}), *others))


def with_line(network: NetworkFile, line: NetworkEdge) -> NetworkFile:
    return replace(network, edges=(*network.edges, line))


#: What is planted, by what it would tell.
PLANTED: dict[str, Callable[[NetworkFile], NetworkFile]] = {
    "a line that is not drawn": lambda network: with_line(network, edge(0, 4)),
    "a line of trust": lambda network: with_line(network, edge(4, 5, 1.0, layer="trust")),
    "a line twice, once for each report": lambda network: with_line(network, edge(0, 1)),
    "who reported a line": lambda network: replace(network, edges=(edge(0, 1, directed=True), *network.edges[1:])),
    "another level": lambda network: replace(network, edges=(edge(0, 1, 1.0), *network.edges[1:])),
    "who said so": lambda network: replace(
        network, edges=(edge(0, 1, attributes={"respondent": PERSON}), *network.edges[1:])
    ),
    "who has not answered": lambda network: known(network, answered=False),
    "an answer": lambda network: known(network, outcome="Children read by third grade"),
    "a person": lambda network: known(network, contact=PERSON),
    "a name that is on no list": lambda network: replace(network, nodes=(*network.nodes, NetworkNode(UNLISTED))),
}


@pytest.mark.parametrize("what", PLANTED)
def test_each_planting_is_refused_before_a_format_writes_it(
    survey: Partnership, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "network_of", lambda *given: PLANTED[what](network_of(*given)))
    with pytest.raises(LeakError, match="was not written"):
        exporting.write(survey, tmp_path / "network.json", "json", edition="partners")
    assert files_in(tmp_path) == []
    exporting.write(survey, tmp_path / "network.json", "json", edition="backbone")


@pytest.mark.parametrize("key", FORMATS)
def test_a_name_or_a_person_is_refused_in_the_bytes_of_each_format(
    survey: Partnership, key: str, tmp_path: Path
) -> None:
    """Whatever the format makes of quotation marks, commas and accents."""
    copy = make_copy("partners", survey, (), "2025")
    network, forbidden = network_of(copy), withheld(survey, copy)
    writer = NETWORK_WRITERS[key]
    plantings = [PLANTED["a name that is on no list"](network)]
    if "a person" in str(writer.files(known(network, contact="a person"), "network")):
        plantings.append(PLANTED["a person"](network))
    for planted in plantings:
        files = writer.files(planted, "network")
        with pytest.raises(LeakError, match="was not written"):
            write_folders(tmp_path, {"room": files}, {"room": forbidden})
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("key", FORMATS)
def test_what_the_release_holds_is_written_in_each_format(survey: Partnership, key: str, tmp_path: Path) -> None:
    copy = make_copy("partners", survey, (), "2025")
    assert len(network_of(copy).edges) == 4
    output = tmp_path / f"network{NETWORK_WRITERS[key].ending}"
    assert exporting.write(survey, output, key, edition="partners")
