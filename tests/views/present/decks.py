"""Small decks to look at, and the texts of what is drawn from them."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import networkx as nx
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.table import Cell, Disclosure, Row
from stakeholder_graph.views.present.screens import Deck, deck
from tests.tables import table_of

ORDER = ("promised", "us", "read", "connected", "strength", "across", "missing", "meet", "questions", "next")

SCOPE = Scope(("1",), ("collaboration",))


def small(
    *findings: Finding,
    names: tuple[str, ...] = ("Ada", "Ben", "Cem", "Dia"),
    sectors: str = "xxyy",
    answered: int | None = 4,
) -> Deck:
    """Four organizations in a ring, two of each sector."""
    graph = from_networkx(nx.relabel_nodes(nx.cycle_graph(4), dict(enumerate(names))))
    people = graph.organizations.assign(sector=list(sectors))
    frames = {**graph.frames, "organizations": people}
    partnership = Partnership("Ours", {"1": PartnerGraph(graph.wave, graph.layers, frames, directed=False)}, {})
    made = make_copy("partners", partnership, [], "1")
    assert made.release
    release = replace(made.release, waves=(replace(made.release.of_wave(), answered=answered),))
    return deck(Copy("partners", made.partnership, findings, "1", release))


def spanish(count: int, *findings: Finding) -> Deck:
    """Organizations of twelve sectors with names as long as they are in Spanish, each tied to four others."""
    kinds = (
        "Fundación para el Desarrollo Integral de",
        "Asociación de Madres y Padres de Familia de",
        "Escuela Primaria",
        "Centro Comunitario de Salud",
        "Consejo Municipal de la Niñez y la Adolescencia de",
        "Universidad Autónoma de",
    )
    towns = ("San Cristóbal de las Casas", "Nuestra Señora de Guadalupe", "Ñuñoa", "Zacatlán de las Manzanas", "Tlax")
    names = {k: f"{kinds[k % 6]} {towns[k % 5]} {1 + k // 30}" for k in range(count)}
    graph = from_networkx(nx.relabel_nodes(nx.circulant_graph(count, [1, 7]), names))
    people = graph.organizations.assign(sector=[f"Sector de {kinds[k % 6].split()[0]} {k % 12}" for k in range(count)])
    frames = {**graph.frames, "organizations": people}
    partnership = Partnership("Ours", {"1": PartnerGraph(graph.wave, graph.layers, frames, directed=False)}, {})
    made = make_copy("partners", partnership, [], "1")
    return deck(Copy("partners", made.partnership, findings, "1", made.release))


def of_sectors(sectors: Sequence[str]) -> Deck:
    """An organization of each sector named, each tied to four others."""
    names = {k: f"Partner {k}" for k in range(len(sectors))}
    graph = from_networkx(nx.relabel_nodes(nx.circulant_graph(len(sectors), [1, 7]), names))
    frames = {**graph.frames, "organizations": graph.organizations.assign(sector=list(sectors))}
    partnership = Partnership("Ours", {"1": PartnerGraph(graph.wave, graph.layers, frames, directed=False)}, {})
    made = make_copy("partners", partnership, [], "1")
    return deck(Copy("partners", made.partnership, (), "1", made.release))


def response(answered: int, silent: int) -> Finding:
    fields = {"answered": answered, "listed": answered + silent, "silent": silent}
    share = answered / (answered + silent)
    reading = Message("some" if silent else "everyone", fields)
    return Finding("response", Scope(("1",)), share, "share", (0, 1), reading=reading)


def clear(**fields: object) -> Finding:
    """More ties across sectors than by chance."""
    test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    reading = Message("across", {"across": 70, "chance": 50}, "strength")
    return Finding("ei_index", SCOPE, 0.4, "index", (-1, 1), test=test, reading=reading, **fields)  # type: ignore[arg-type]


def groups() -> Finding:
    rows: tuple[Row, ...] = (
        {"cluster": "A", "size": 12, "outcomes": "Reading, Math"},
        {"cluster": "B", "size": 9, "outcomes": "Attendance"},
    )
    said: dict[str, Cell] = {
        "size": 9,
        "outcomes": "Attendance",
        "layer": "contact",
        "ties": 2,
        "pairs": 36,
        "expected": 11.1,
    }
    reading = Message("to_convene", said, "concern")
    tables = {"clusters": table_of(rows, Disclosure.NETWORK), "fit": table_of(({"p": 0.01, "p_adjusted": 0.01},))}
    return Finding("outcome_clusters", Scope(("1",)), 2, "clusters", (0, 8), tables=tables, reading=reading)


def tied_less() -> Finding:
    test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    return Finding(
        "ei_index",
        SCOPE,
        -0.3,
        "index",
        (-1, 1),
        test=test,
        reading=Message("within", {"inside": 65, "chance": 50}, "concern"),
    )


def pdf_text(data: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def all_shapes(shapes: Iterable[Any]) -> Iterator[Any]:
    """What lies on a slide, and what is in its groups."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from all_shapes(shape.shapes)


def slide_texts(data: bytes) -> list[str]:
    texts = []
    for slide in Presentation(io.BytesIO(data)).slides:
        shapes = list(all_shapes(slide.shapes))
        said = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
        for shape in (shape for shape in shapes if shape.has_chart):
            said += shape.chart.plots[0].categories
        texts.append("\n".join(said))
    return texts
