"""openpyxl reads the workbooks: numbers are numbers, flags are flags, and every text is text."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.writing.second_readers.written import NETWORKS, Tie, files, in_order, network, plain, ties

#: Of each workbook: its sheets of nodes and edges, the row of headers, and its columns of name, ends, kind, strength.
LAYOUTS = {
    "xlsx": ("nodes", "edges", 1, "name", ("from", "to", "layer", "weight")),
    "nodexl": ("Vertices", "Edges", 2, "Vertex", ("Vertex 1", "Vertex 2", "Relationship", "Edge Weight")),
    "kumu": ("Elements", "Connections", 1, "Label", ("From", "To", "Type", "Strength")),
}


@pytest.mark.parametrize("which", NETWORKS)
@pytest.mark.parametrize("key", LAYOUTS)
def test_workbooks_are_kept_whole(key: str, which: str, tmp_path: Path) -> None:
    of_nodes, of_edges, header, called, columns = LAYOUTS[key]
    written = network(which)
    (path,) = files(which, key, tmp_path)
    book = openpyxl.load_workbook(path)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    nodes = records(book[of_nodes], header)
    for node, row in zip(written.nodes, nodes, strict=True):
        assert row[called] == node.name
        for name, value in node.attributes.items():
            kept = row["Type" if key == "kumu" and name == "sector" else name]
            assert (kept, type(kept) is bool) == (plain(value), isinstance(value, bool))
    places = {node.name: place for place, node in enumerate(written.nodes)}
    found: list[Tie] = []
    for row in records(book[of_edges], header):
        origin, target, layer, weight = (row[column] for column in columns)
        found.append((places[origin], places[target], layer, weight))
    assert in_order(found) == ties(written)


def records(sheet: Worksheet, header: int) -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows(min_row=header, values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]
