"""The workbook says where findings come from, and holds what an edition may see and no formula."""

import io

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph import __version__
from stakeholder_graph.cli import main
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.partner_graph import PartnerGraph
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.survey import Wave
from stakeholder_graph.model.table import Column, Row, Table
from stakeholder_graph.views.workbook import to_workbook
from tests.tables import table_of

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "plain")


def opened(*findings: Finding) -> openpyxl.Workbook:
    partnership = Partnership('=HYPERLINK("x")', {"1": PartnerGraph(Wave("1"), {}, {})}, {})
    return openpyxl.load_workbook(io.BytesIO(to_workbook(Copy("backbone", partnership, findings, "1"))))


def finding(name: str = "density", layer: str = "work", **more: object) -> Finding:
    return Finding(name, Scope(("1",), (layer,)), 1 / 3, "share", (0, 1), **more)  # type: ignore[arg-type]


def test_provenance_comes_first() -> None:
    book = opened(finding(test=Test("labels", 99, 0.4, 0.1, 0.02, 7)))
    assert book.sheetnames == ["About", "Findings"]
    about = {row[0]: row[1] for row in book["About"].values}
    assert about["Computed by"] == f"stakeholder-graph {__version__}"
    assert (about["Edition"], about["Seed"], about["Permutations"]) == ("backbone", "7", 99)
    assert about["Who may see it"] == "Backbone only: do not share"
    assert "Backbone only" in book["Findings"].oddHeader.center.text


def test_one_line_a_finding_with_numbers_as_numbers() -> None:
    book = opened(finding(caveats=(Message("answered_subgraph"),)), finding("ei_index"))
    header, first, second = book["Findings"].values
    line = dict(zip(header, first, strict=True))
    assert (line["Finding"], line["Value"]) == ("density/work/1", pytest.approx(0.333333333))
    assert line["Notes"] == "Counted among those who answered only."
    assert second[0] == "ei_index/work/1"


def test_a_cell_that_begins_like_a_formula_stays_text() -> None:
    table = table_of([{"organization": text, "ties": k} for k, text in enumerate(HOSTILE)])
    book = opened(finding(table=table))
    cells = [row[0] for row in book["density work"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["About"]["B2"].data_type == "s"


def test_what_is_not_known_or_absent_is_blank() -> None:
    rows: list[Row] = [{"sector": "A", "ties": None, "share": 0.25}, {"sector": "B", "ties": 3}]
    book = opened(finding(table=table_of(rows)))
    assert list(book["density work"].values)[1:] == [("A", None, 0.25), ("B", 3, None)]


def test_sheets_have_short_names_of_their_own_and_columns_are_explained() -> None:
    layers = ("a kind of tie with quite a long name", "a kind of tie with quite a long name too", "x/y:z")
    table = Table.of({Column("ties", "Ties", "count", "ties"): [1]})
    book = opened(*(finding(layer=layer, table=table, tables={"By sector": table}) for layer in layers))
    names = book.sheetnames[2:-1]
    assert len(names) == len({name.casefold() for name in names}) == 6
    assert all(len(name) <= 31 for name in names)
    assert list(book["Columns"].values)[1] == (names[0], "ties", "Ties", "count", "ties")


def test_the_same_findings_have_the_same_bytes() -> None:
    partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {})
    release = Copy("partners", partnership, (finding(),), "1")
    assert to_workbook(release) == to_workbook(release)


def test_a_workbook_is_not_printed() -> None:
    done = CliRunner().invoke(main, ["measure", "surveys/wren-county", "density", "--format", "xlsx"])
    assert done.exit_code == 2
    assert "-o" in done.output
