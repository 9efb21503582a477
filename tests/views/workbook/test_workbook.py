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
from stakeholder_graph.text import speaking
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
    assert book.sheetnames[:2] == ["About", "Contents"]
    about = {row[0]: row[1] for row in book["About"].values}
    assert about["Computed by"] == f"stakeholder-graph {__version__}"
    assert (about["Edition"], about["Seed"], about["Permutations"]) == ("backbone", "7", "99")
    assert about["Who may see it"] == "Backbone only: do not share"


def test_every_sheet_of_the_desk_has_the_banner_and_headers_that_stay_in_sight() -> None:
    book = opened(finding(table=table_of([{"organization": "Clinic", "ties": 3}])))
    assert {sheet.oddHeader.center.text for sheet in book} == {"Backbone only: do not share"}
    assert {sheet.freeze_panes for sheet in book} == {"A2"}


def test_the_contents_lead_to_every_sheet() -> None:
    book = opened(finding(table=table_of([{"organization": "Clinic", "ties": 3}])))
    links = {row[0].value: row[0].hyperlink.location for row in book["Contents"].iter_rows(min_row=2)}
    assert links == {name: f"'{name}'!A1" for name in book.sheetnames if name != "Contents"}


def test_one_line_a_finding_with_numbers_as_numbers() -> None:
    book = opened(finding(caveats=(Message("answered_subgraph"),)), finding("ei_index"))
    header, first, second = book["Findings"].values
    assert header[0] == "Finding"
    line = dict(zip(header, first, strict=True))
    assert (line["Finding"], line["Value"]) == ("density/work/1", pytest.approx(0.333333333))
    assert line["Notes"] == "Counted among those who answered only."
    assert second[0] == "ei_index/work/1"


def test_a_cell_that_begins_like_a_formula_stays_text() -> None:
    table = table_of([{"organization": text, "ties": k} for k, text in enumerate(HOSTILE)])
    book = opened(finding(table=table))
    cells = [row[1] for row in book["density"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["About"]["B2"].data_type == "s"


def test_what_is_not_known_or_absent_is_blank() -> None:
    rows: list[Row] = [{"sector": "A", "ties": None, "share": 0.25}, {"sector": "B", "ties": 3}]
    book = opened(finding(table=table_of(rows)))
    assert [row[1:] for row in book["density"].values][1:] == [("A", None, 0.25), ("B", 3, None)]


def test_kinds_of_tie_stand_one_below_the_other_and_columns_are_explained() -> None:
    table = Table.of({Column("ties", "How many", "count", "ties"): [1]})
    book = opened(*(finding(layer=layer, table=table, tables={"by_sector": table}) for layer in ("work", "trust")))
    for name in ("density", "density by_sector"):
        assert list(book[name].values) == [("Finding", "How many"), ("density/work/1", 1), ("density/trust/1", 1)]
    explained = {row[:3]: row[3:] for row in book["Columns"].values}
    place = ("density by_sector", "density by_sector", "ties")
    assert explained[place] == ("How many", "count", "ties", "pair", None)


def test_sheets_have_short_names_of_their_own() -> None:
    table = Table.of({Column("ties"): [1]})
    long = ("a table with quite a long name", "a table with quite a long name too", "x/y:z")
    book = opened(finding(tables=dict.fromkeys(long, table)))
    names = [name for name in book.sheetnames if name.startswith("density")]
    assert len({name.casefold() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)


def test_numbers_are_shown_by_their_kind_and_yes_is_a_truth_value() -> None:
    columns = {Column("share", "", "share"): [0.25], Column("p", "", "p"): [0.012], Column("known"): [True]}
    ((_id, share, p, known),) = opened(finding(table=Table.of(columns)))["density"].iter_rows(min_row=2)
    assert (share.value, share.number_format) == (0.25, "0.0%")
    assert (p.value, p.number_format) == (0.012, "0.0000")
    assert (known.value, known.data_type) == (True, "b")


def test_the_same_findings_have_the_same_bytes() -> None:
    partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {})
    release = Copy("partners", partnership, (finding(),), "1")
    assert to_workbook(release) == to_workbook(release)


def test_a_workbook_is_not_printed() -> None:
    done = CliRunner().invoke(main, ["measure", "surveys/wren-county", "density", "--format", "xlsx"])
    assert done.exit_code == 2
    assert "-o" in done.output


def test_in_spanish_verdicts_units_and_tests_are_words_and_csv_keeps_the_codes() -> None:
    found = finding(test=Test("labels", 99, 0.4, 0.1, 0.02, 7))
    with speaking("es"):
        book = opened(found)
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "etiquetas de sector permutadas entre quienes respondieron y, aparte, entre quienes no" in cells
    assert not {"labels", "share", "first", "network"} & cells
