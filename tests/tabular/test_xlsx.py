"""Workbooks as Excel, Google and streaming writers spell them, written out by hand after ECMA-376."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.workbook import workbook_rows
from stakeholder_graph.tabular.xlsx import read_sheets

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATED = f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/s.xml"/>'
TEXTS = (
    f'<sst xmlns="{MAIN}"><si><t>Gem</t></si>'
    "<si><r><rPr><b/></rPr><t>Food </t></r><r><t>Bank</t></r></si>"
    "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    "<si><t>a_x000D_b &amp; c</t></si></sst>"
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>'
)


def book(cells: str, prefix: str = "", properties: str = "") -> zipfile.ZipFile:
    """A workbook of one sheet; with a prefix every name of its parts has that prefix."""
    colon = f"{prefix}:" if prefix else ""
    own = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/xl/w.xml"/>'
            "</Relationships>",
        )
        packed.writestr(
            "xl/_rels/w.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{RELATED}'
            f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="texts.xml"/>'
            f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/w.xml",
            f'<{colon}workbook {own} xmlns:rel="{OFFICE}">{properties}<{colon}sheets>'
            f'<{colon}sheet name="Answers" sheetId="1" rel:id="r1"/></{colon}sheets></{colon}workbook>',
        )
        packed.writestr("xl/texts.xml", TEXTS)
        packed.writestr("xl/styles.xml", STYLES)
        packed.writestr(
            "xl/worksheets/s.xml",
            f"<{colon}worksheet {own}><{colon}sheetData>{cells}</{colon}sheetData></{colon}worksheet>",
        )
    return zipfile.ZipFile(stream)


def rows(cells: str, prefix: str = "", properties: str = "") -> list[list[str]]:
    (sheet,) = read_sheets(book(cells, prefix, properties))
    return sheet.rows


def test_shared_texts_in_runs_without_how_they_are_spoken() -> None:
    cells = "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCD"))
    assert rows(f'<row r="1">{cells}</row>') == [["Gem", "Food Bank", "東京", "a\rb & c"]]


def test_names_with_a_prefix() -> None:
    assert rows('<x:row r="1"><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row>', "x") == [["", "Gem"]]


def test_places_may_be_left_out_or_skip() -> None:
    assert rows('<row><c><v>1</v></c><c/><c t="b"><v>1</v></c></row><row r="3"><c r="AB3"><v>2.50</v></c></row>') == [
        ["1", "", "yes"],
        [],
        [*[""] * 27, "2.5"],
    ]


def test_numbers_dates_and_times() -> None:
    """45717 is 1 March 2025 and a quarter of a day is six hours: ECMA-376 part 1, 18.17.4."""
    cells = '<c s="1"><v>45717</v></c><c s="2"><v>45717.25</v></c><c s="0"><v>45717</v></c><c s="1"><v>1E+300</v></c>'
    assert rows(f"<row>{cells}</row>") == [["2025-03-01", "2025-03-01 06:00:00", "45717", "1e+300"]]
    assert rows("<row><c><v>1.0</v></c><c><v>-3E0</v></c><c><v>0.1</v></c></row>") == [["1", "-3", "0.1"]]


def test_the_calendar_of_old_macs_begins_in_1904() -> None:
    old = '<workbookPr date1904="1"/>'
    assert rows('<row><c s="1"><v>44255</v></c></row>', properties=old) == [["2025-03-01"]]


def test_formulas_are_what_was_last_computed() -> None:
    cells = '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c><c><f>B1</f></c><c t="e"><v>#N/A</v></c>'
    assert rows(f"<row>{cells}</row>") == [["2", "2x", "=B1", "#N/A"]]


@pytest.mark.parametrize("value", ['Ä <b> & "c"', 7, 7.5, True, dt.datetime(2025, 3, 1, 9, 30), dt.date(2025, 3, 1)])
def test_as_openpyxl_reads_it(value: object) -> None:
    written = openpyxl.Workbook()
    written.worksheets[0].append([value, None, "end"])
    stream = io.BytesIO()
    written.save(stream)
    found = workbook_rows(stream.getvalue(), "x.xlsx", Inspection())
    back = openpyxl.load_workbook(stream).worksheets[0].cell(1, 1).value
    text = {True: "yes"}.get(back, str(back)) if isinstance(back, bool) else str(back)  # a bool is seen as a word
    assert found == {"Sheet": [[text.removesuffix(" 00:00:00"), "", "end"]]}


def test_sheets_in_the_order_of_the_workbook() -> None:
    written = openpyxl.Workbook()
    written.create_sheet("Ties", 0).append(["b"])
    written.worksheets[1].append(["a"])
    stream = io.BytesIO()
    written.save(stream)
    assert workbook_rows(stream.getvalue(), "x.xlsx", Inspection()) == {"Ties": [["b"]], "Sheet": [["a"]]}
