"""Networks as people have them: one small network, in the files of the programs and spreadsheets that people use."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes

SECTORS = {
    "Ash Clinic": "Health",
    "Briar School": "Schools",
    "Clover Fund": "Funder",
    "Dill Shelter": "Housing",
    "Elder Library": "Schools",
    "Fern Church": "Faith",
    "Gentian Homes": "Housing",
    "Heath Pantry": "Food",
}
NAMES = list(SECTORS)
#: Whom each names, and how strongly: ten ties, of which two are returned.
TIES = [(0, 1, 3), (0, 2, 1), (1, 0, 2), (1, 4, 3), (2, 3, 3), (3, 4, 1), (3, 6, 2), (4, 1, 3), (5, 0, 2), (5, 7, 1)]
STRENGTHS = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3]


def sizes(survey: Survey) -> tuple[int, int]:
    return len(survey["organizations"]), len(survey["ties"])


def graph() -> "nx.DiGraph[str]":
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from((name, {"sector": sector}) for name, sector in SECTORS.items())
    made.add_weighted_edges_from((NAMES[a], NAMES[b], strength) for a, b, strength in TIES)
    return made


def pajek() -> str:
    vertices = [f' {number} "{name}"' for number, name in enumerate(NAMES, start=1)]
    arcs = [f" {a + 1} {b + 1} {strength}" for a, b, strength in TIES]
    return "\n".join([f"*Vertices {len(NAMES)}", *vertices, "*Arcs", *arcs]) + "\n"


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)


@pytest.mark.parametrize("file", ["network.graphml", "network.gml", "network.net"])
def test_graph_files(tmp_path: Path, file: str) -> None:
    if file == "network.net":
        (tmp_path / file).write_text(pajek())
    else:
        (nx.write_graphml if file == "network.graphml" else nx.write_gml)(graph(), tmp_path / file)
    survey = read_partnership(tmp_path / file)
    assert sizes(survey) == (8, 10)
    assert survey.directed
    assert sorted(survey["ties"]["value"]) == STRENGTHS
    assert set(survey["organizations"]["sector"]) == (
        {"Not stated"} if file == "network.net" else set(SECTORS.values())
    )


def test_a_matrix_with_a_blank_corner(tmp_path: Path) -> None:
    named = {(a, b) for a, b, _strength in TIES}
    rows = [[name, *(str(int((a, b) in named)) for b in range(8))] for a, name in enumerate(NAMES)]
    text = "\n".join(",".join(row) for row in [["", *NAMES], *rows])
    (tmp_path / "matrix.csv").write_text(text + "\n")
    assert sizes(read_partnership(tmp_path)) == (8, 10)


def backup() -> str:
    """Kumu's own backup: ties name elements by ids; eight pairs, since two of the ten ties are returned."""
    pairs = sorted({(min(a, b), max(a, b)) for a, b, _strength in TIES})
    ids = [f"elem-q{number}W{number}" for number in range(8)]
    elements = [
        {"_id": id, "attributes": {"label": name, "element type": sector}}
        for id, (name, sector) in zip(ids, SECTORS.items(), strict=True)
    ]
    kind = {"connection type": "Works with"}
    connections = [
        {"_id": f"conn-{n}", "direction": "undirected", "attributes": kind, "from": ids[a], "to": ids[b]}
        for n, (a, b) in enumerate(pairs)
    ]
    return json.dumps({"name": "made up", "elements": elements, "connections": connections})


def test_kumus_own_backup_by_its_ids(tmp_path: Path) -> None:
    (tmp_path / "project.json").write_text(backup())
    survey = read_partnership(tmp_path / "project.json")
    assert sizes(survey) == (8, 8)
    assert [(layer.name, layer.directed) for layer in survey.layers] == [("Works with", False)]
    assert set(survey["organizations"]["sector"]) == set(SECTORS.values())


def test_kumus_own_backup_with_a_workbook_that_an_earlier_version_drafted(tmp_path: Path) -> None:
    """It took the elements for respondents, and asked of each attribute what it is about."""
    (tmp_path / "project.json").write_text(backup())
    question = [
        {"kind": "ignore", "question": "_id"},
        {"kind": "identity", "question": "label"},
        {"kind": "attribute", "question": "element type", "item": "sector"},
        *({"kind": "ignore", "question": name} for name in ("direction", "connection type", "from")),
        {"kind": "tie", "question": "to", "partners": "to", "layer": "work"},
    ]
    settings = Settings.model_validate({"question": question, "wave": [{"name": "1", "files": ["project.json"]}]})
    (tmp_path / "partnership.xlsx").write_bytes(workbook_bytes(Draft(settings)))
    survey = read_partnership(tmp_path)
    assert sizes(survey) == (8, 8)
    assert "Not stated" not in set(survey["organizations"]["sector"])


def test_kumus_workbook(tmp_path: Path) -> None:
    elements = [("Label", "Type", "Description"), *((name, sector, None) for name, sector in SECTORS.items())]
    connections = [(NAMES[a], NAMES[b], "works with", strength) for a, b, strength in TIES]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "Elements": elements,
        "Connections": [("From", "To", "Type", "Strength"), *connections],
    }
    book(tmp_path / "kumu.xlsx", sheets)
    survey = read_partnership(tmp_path / "kumu.xlsx")
    assert sizes(survey) == (8, 10)
    assert sorted(survey["ties"]["value"]) == STRENGTHS


def test_a_list_of_edges(tmp_path: Path) -> None:
    rows = "".join(f"{NAMES[a]},{NAMES[b]},{strength}\n" for a, b, strength in TIES)
    (tmp_path / "edges.csv").write_text("Source,Target,Weight\n" + rows)
    survey = read_partnership(tmp_path / "edges.csv")
    assert sizes(survey) == (8, 10)
    assert sorted(survey["ties"]["value"]) == STRENGTHS


def test_a_table_of_nodes_and_one_of_edges(tmp_path: Path) -> None:
    """The nodes have a column “organization” that holds names of some and codes of others; texts hold commas."""
    codes = [name[:3].upper() for name in NAMES]
    nodes = [
        f'{code},{name},{code if n % 3 else name},,{sector},"A group in a made-up county, since {2010 + n}."\n'
        for n, (code, (name, sector)) in enumerate(zip(codes, SECTORS.items(), strict=True))
    ]
    (tmp_path / "nodes.csv").write_text("id,name,organization,website,category,description\n" + "".join(nodes))
    edges = [f"{codes[a]},{codes[b]},{'funds' if s == 1 else 'coordinates with'}\n" for a, b, s in TIES]
    (tmp_path / "edges.csv").write_text("source,target,relationship_type\n" + "".join(edges))
    survey = read_partnership(tmp_path)
    assert sizes(survey) == (8, 10)
    assert dict(survey["ties"]["layer"].value_counts()) == {"coordinates with": 7, "funds": 3}
    assert survey.info.sector_called == "category"
    assert set(survey["organizations"]["organization"]) == set(NAMES)


def test_sheets_of_nodes_and_edges(tmp_path: Path) -> None:
    edges = [(NAMES[a], NAMES[b], strength) for a, b, strength in TIES]
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "nodes": [("id", "sector"), *SECTORS.items()],
        "edges": [("from", "to", "weight"), *edges],
    }
    book(tmp_path / "network.xlsx", sheets)
    survey = read_partnership(tmp_path)
    assert sizes(survey) == (8, 10)
    assert "Not stated" not in set(survey["organizations"]["sector"])
