"""The map's page: what is in its bytes and what is not."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.release import Edition
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.model.table import Disclosure, Row
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.map.map_page import draw_map, vis_network
from tests.tables import table_of

Invents = Callable[..., Partnership]


def data(html: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert block
    found: dict[str, Any] = json.loads(block[1])
    return found


def release(partnership: Partnership, edition: Edition = "backbone") -> Copy:
    return make_copy(edition, partnership, (), partnership.latest)


def small(ties: list[tuple[str, str, float]], answered: str = "ABCD", **info: Any) -> Partnership:
    """Four organizations, one layer."""
    names = list("ABCD")
    rows = pd.DataFrame(ties, columns=["from", "to", "value"]).assign(layer="contact")
    asked = pd.DataFrame({"organization": names, "layer": "contact", "answered": [n in answered for n in names]})
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": ["x", "x", "y", "y"]}),
        "ties": rows,
        "asked": asked,
    }
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact", **info)}, frames)
    return Partnership("Small", {"1": graph}, {})


def test_the_room_s_page_does_not_depend_on_who_reported(invents: Invents) -> None:
    """Reversing every report leaves the undirected ties, and so every byte, as they are."""
    invented = invents(30, 0.12)

    def everybody(ends: dict[str, str]) -> Partnership:
        graphs = {}
        for wave, graph in invented.graphs.items():
            frames = {name: graph[name] for name in ("organizations", "affiliations")}
            frames["ties"] = graph["ties"].rename(columns=ends)
            frames["asked"] = graph["asked"].assign(answered=True)
            graphs[wave] = PartnerGraph(graph.wave, graph.layers, frames)
        return replace(invented, graphs=graphs)

    partnership, reversed_ = everybody({}), everybody({"from": "to", "to": "from"})
    assert draw_map(release(partnership, "partners")) == draw_map(release(reversed_, "partners"))
    assert draw_map(release(partnership)) != draw_map(release(reversed_))


def test_only_the_backbone_s_page_speaks_of_answers(invents: Invents) -> None:
    partnership = invents(30, 0.12)
    backbone, room = draw_map(release(partnership)), draw_map(release(partnership, "partners"))
    for words in ("answered yet", "named by both", "one side", '"silent"', '"named"'):
        assert words in backbone
        assert words not in room.replace(packaged_scripts(room), "")
    silent = {node["name"] for node in data(backbone)["organizations"] if 1 in node.get("silent", [])}
    graph = partnership.graph("2")
    assert silent == {n for n, yes in zip(graph.names, graph.answered, strict=True) if not yes}


def packaged_scripts(html: str) -> str:
    """The page's own code, which is the same in every edition."""
    return html[html.rindex("<script>") :]


def test_code_is_the_same_in_every_edition(invents: Invents) -> None:
    partnership = invents(20, 0.12)
    backbone, room = draw_map(release(partnership)), draw_map(release(partnership, "partners"))
    assert packaged_scripts(backbone) == packaged_scripts(room)


def test_places_are_the_same_in_every_edition_and_without_a_wave_s_answers(invents: Invents) -> None:
    partnership = invents(40, 0.1)
    assert positions(release(partnership).partnership) == positions(release(partnership, "partners").partnership)


def test_places_do_not_show_what_only_the_backbone_may_see() -> None:
    named = small([("A", "B", 1.0), ("B", "C", 1.0)])
    graph = named.graph()
    secret = pd.concat([graph["ties"], graph["ties"].assign(layer="trust", to="D")])
    layers = {**graph.layers, "trust": LayerInfo("trust", promise="backbone")}
    frames = {"organizations": graph.organizations, "ties": secret}
    with_secret = replace(named, graphs={"1": PartnerGraph(graph.wave, layers, frames)})
    assert positions(named) == positions(with_secret)


def test_same_bytes_twice_and_whatever_the_order_of_rows(invents: Invents) -> None:
    partnership = invents(30, 0.12)
    shuffled = {}
    for wave, graph in partnership.graphs.items():
        frames = {
            name: graph[name].sample(frac=1, random_state=1)
            for name in ("organizations", "ties", "asked", "affiliations")
        }
        shuffled[wave] = PartnerGraph(graph.wave, graph.layers, frames)
    first = draw_map(release(partnership))
    assert draw_map(release(partnership)) == first
    assert draw_map(release(replace(partnership, graphs=shuffled))) == first


def test_steps_are_those_of_the_scale_that_are_ties() -> None:
    steps = (Step(0.0, "none", tie=False), Step(1.0, "yearly"), Step(2.0, "daily"))
    about = data(draw_map(release(small([("A", "B", 2.0)], steps=steps))))["about"]
    assert about["layers"] == [
        {
            "name": "contact",
            "steps": [{"value": 1.0, "name": "yearly"}, {"value": 2.0, "name": "daily"}],
            "asks": "ties",
        }
    ]


def test_bare_numbers_are_their_own_steps() -> None:
    about = data(draw_map(release(small([("A", "B", 2.5), ("B", "C", 1.0)]))))["about"]
    assert [step["name"] for step in about["layers"][0]["steps"]] == ["1", "2.5"]


def test_opens_with_the_layer_asked_for() -> None:
    partnership = small([("A", "B", 1.0)])
    assert data(draw_map(release(partnership), layer="contact"))["about"]["opening"] == {
        "layer": 0,
        "wave": 0,
        "arranged": "sector",
    }
    with pytest.raises(UnknownNameError, match="contact"):
        draw_map(release(partnership), layer="trust")


def test_a_room_without_named_layers_is_told_that_ties_are_not_shown() -> None:
    html = draw_map(release(small([("A", "B", 1.0)], promise="aggregate"), "partners"))
    assert data(html)["ties"] == []
    assert data(html)["about"]["layers"] == []
    assert "Connections are not shown here" in html


def test_findings_of_organizations_stand_on_the_backbone_s_desk_only() -> None:
    partnership = small([("A", "B", 1.0)])
    rows: tuple[Row, ...] = (
        {"organization": "A", "sector": "x", "betweenness": 0.5},
        {"organization": "B", "sector": "x", "betweenness": None},
    )
    finding = Finding(
        "betweenness", Scope(("1",), ("contact",)), 1.0, "x", (0, 1), table=table_of(rows, Disclosure.ORGANIZATION)
    )
    block = data(draw_map(Copy("backbone", partnership, (finding,), "1")))
    nodes = block["organizations"]
    assert [node.get("scores", [[None, None]])[0][1] for node in nodes] == [0.5, None, None, None]
    assert block["about"]["sizes"] == [block["about"]["figures"][nodes[0]["scores"][0][0]]]
    signed = replace(finding, bounds=(-1, 1))
    assert data(draw_map(Copy("backbone", partnership, (signed,), "1")))["about"]["sizes"] == []
    room = release(partnership, "partners")
    assert "scores" not in str(data(draw_map(replace(room, findings=(finding,)))))


def test_hostile_names_are_text_only(invents: Invents) -> None:
    html = draw_map(release(invents(30, 0.12, hostile=True)))
    assert "<img" not in html
    assert "onload" not in html.split("<script")[0]
    assert html.count("<script") == len(re.findall(r"<script(?: type=\"application/json\" id=\"data\")?>", html))
    names = {node["name"] for node in data(html)["organizations"]}
    assert {"<img src=x onerror=alert(1)>", "=1+1", "</script><script>alert(2)</script>", "a\u2028b"} <= names


def test_page_has_no_style_attribute_no_handler_and_no_address() -> None:
    html = draw_map(release(small([("A", "B", 1.0)])))
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"\s(style|on\w+|src)=", markup)
    assert not re.search(r"https?:", markup)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].count("'sha256-") == 4  # letters, the style, vis-network, our own script


def test_vis_network_comes_from_pyvis() -> None:
    assert "@version 9.1.2" in vis_network()[:400]
