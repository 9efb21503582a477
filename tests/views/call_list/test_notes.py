"""What people write into the workbook stands on the next page: over two runs, and where somebody damaged it."""

import io
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from openpyxl.workbook import Workbook

from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.text import speaking
from stakeholder_graph.views.call_list.notes import read_notes
from stakeholder_graph.views.report_folders import publish
from tests.views.conftest import HOSTILE

Reported = Callable[..., Copy]
HEADS = [
    "Call for", "Whom", "Sector", "With whom", "Why", "Through whom", "Contact", "Team", "Who calls", "Status", "Date",
    "Notes",
]  # fmt: skip


#: The list of calls is drawn from measures with these roles; nothing here looks at what a report draws of the others.
OF_CALLS = ("calls", "missing sectors")


def run(copy: Copy, output: Path) -> list[str]:
    said: list[str] = []
    findings = [finding for finding in copy.findings if measures()[finding.name].role in OF_CALLS]
    publish(copy.partnership, findings, copy.wave, output, ("backbone",), said.append)
    return said


def change(output: Path, edit: Callable[[Workbook], object]) -> None:
    path = output / "backbone-only" / "call-list.xlsx"
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)


def page(output: Path, name: str = "call-list.html") -> str:
    return (output / "backbone-only" / name).read_text("utf-8")


def rows(output: Path) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(output / "backbone-only" / "call-list.xlsx")
    heads, *body = book.worksheets[0].iter_rows(values_only=True)
    return [{str(head): str(value or "") for head, value in zip(heads, row, strict=True)} for row in body]


def row_of(output: Path, call: dict[str, str]) -> int:
    """Where a call stands in the workbook, whose first row has the headers."""
    return 2 + next(k for k, row in enumerate(rows(output)) if all(row[key] == call[key] for key in HEADS[:4]))


def fill(row: int, who: str, status: str, date: str, notes: str) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        for column, text in zip(range(9, 13), (who, status, date, notes), strict=True):
            book.worksheets[0].cell(row, column).value = text

    return edit


def test_the_workbook_has_a_drop_down_for_the_status(reported: Reported, tmp_path: Path) -> None:
    run(reported("backbone"), tmp_path)
    (sheet,) = openpyxl.load_workbook(tmp_path / "backbone-only" / "call-list.xlsx").worksheets
    assert [cell.value for cell in sheet[1]] == HEADS
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"to do,tried,done,not now"'
    assert "J2" in choice.sqref
    assert {row["Status"] for row in rows(tmp_path)} == {"to do"}


def test_status_and_notes_are_shown_and_kept_over_two_runs(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)
    before = rows(tmp_path)
    change(tmp_path, fill(2, "Zoe <b>", "tried", "May 4", "left a message"))
    change(tmp_path, fill(3, "Ana", "done", "May 5", "will come"))
    for _again in range(2):
        assert run(copy, tmp_path) == [
            "backbone-only/call-list.xlsx: what people wrote in it stands in the new file too."
        ]
        now = rows(tmp_path)
        noted = [now[row_of(tmp_path, call) - 2] for call in before[:2]]
        assert [(row["Who calls"], row["Status"], row["Date"]) for row in noted] == [
            ("Zoe <b>", "tried", "May 4"),
            ("Ana", "done", "May 5"),
        ]
        html, folded = page(tmp_path).split("Calls that are done")
        assert "Zoe &lt;b&gt;" in html
        assert "left a message" in html
        assert "will come" not in html
        assert "will come" in folded
        sheet = openpyxl.load_workbook(tmp_path / "backbone-only" / "call-list.xlsx").worksheets[0]
        assert sheet.data_validations.dataValidation


def test_a_call_that_is_done_or_not_wanted_now_leaves_page_one(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)

    def named() -> str:
        return page(tmp_path, "report.html").split('<ul class="calls">')[1].split("</ul>")[0]

    listed = rows(tmp_path)
    first = next(number for number, row in enumerate(listed) if row["Call for"] == "Connect")
    assert listed[first]["With whom"]
    assert listed[first]["With whom"] in named()
    for status in ("done", "not now"):
        change(tmp_path, fill(row_of(tmp_path, listed[first]), "", status, "", ""))
        run(copy, tmp_path)
        assert f"With: {listed[first]['With whom']}" not in named() or listed[first]["Whom"] not in named()
    change(tmp_path, fill(row_of(tmp_path, listed[first]), "", "tried", "", ""))
    run(copy, tmp_path)
    assert listed[first]["Whom"] in named()


def test_calls_that_left_the_list_stand_in_earlier_calls(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)

    def another(book: Workbook) -> None:
        """As if an earlier run had listed a pair that is not listed now."""
        for number, text in enumerate(
            ("Connect", "Gone", "x", "Away", "", "", "", "", "Zoe", "tried", "May 4", "hm"), 1
        ):
            book.worksheets[0].cell(2, number).value = text

    memory = tmp_path / "backbone-only" / ".as-written" / "call-list.xlsx"
    book = openpyxl.load_workbook(memory)
    another(book)
    book.worksheets[0]["I2"], book.worksheets[0]["J2"] = None, "to do"
    book.save(memory)
    change(tmp_path, another)
    for _again in range(2):
        run(copy, tmp_path)
        earlier = page(tmp_path).split("Earlier calls")[1]
        assert all(text in earlier for text in ("Gone", "Away", "Zoe", "tried", "hm"))


@pytest.mark.parametrize("content", [b"", b"no workbook"])
def test_a_damaged_workbook_stands_beside_the_new_one_and_the_page_is_there(
    reported: Reported, tmp_path: Path, content: bytes
) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)
    (tmp_path / "backbone-only" / "call-list.xlsx").write_bytes(content)
    (said,) = run(copy, tmp_path)
    assert "is the earlier file, in which somebody changed something; the new one is beside it" in said
    assert 'id="block-1"' in page(tmp_path)


def test_where_a_formula_keeps_notes_from_the_new_workbook_it_is_said_why(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)
    path = tmp_path / "backbone-only" / "call-list.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(2, 11, "=TODAY()")
    book.save(path)
    (said,) = run(copy, tmp_path)
    assert "only where it has no formulas" in said


def test_the_workbook_of_an_earlier_release_keeps_its_notes(reported: Reported, tmp_path: Path) -> None:
    """It had no columns for whom to connect with, status and notes, and called introducers otherwise."""
    copy = reported("backbone")
    run(copy, tmp_path)
    whom = rows(tmp_path)[0]

    def as_before(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.delete_cols(12)
        sheet.delete_cols(10)
        sheet.delete_cols(4)
        sheet["E1"] = "Who could introduce"
        sheet.data_validations.dataValidation = []

    memory = tmp_path / "backbone-only" / ".as-written" / "call-list.xlsx"
    book = openpyxl.load_workbook(memory)
    as_before(book)
    book.save(memory)
    book.worksheets[0].cell(2, 8).value = "Zoe"
    book.save(tmp_path / "backbone-only" / "call-list.xlsx")
    run(copy, tmp_path)
    assert next((row["Whom"], row["Who calls"]) for row in rows(tmp_path)) == (whom["Whom"], "Zoe")
    assert list(rows(tmp_path)[0]) == HEADS
    assert "Zoe" in page(tmp_path)


def test_hostile_names_keep_their_notes_as_text(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone", hostile=True)
    run(copy, tmp_path)

    def everything(book: Workbook) -> None:
        for number in range(2, book.worksheets[0].max_row + 1):
            cell = book.worksheets[0].cell(number, 12)
            cell.value = "=1+1"
            cell.data_type = "s"

    change(tmp_path, everything)
    run(copy, tmp_path)
    data = (tmp_path / "backbone-only" / "call-list.xlsx").read_bytes()
    kept = read_notes(data)
    assert len(kept.of_calls) == len(rows(tmp_path))
    assert {note.notes for note in kept.of_calls.values()} == {"=1+1"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.data_type == "f"]
    html = page(tmp_path)
    assert html.count("=1+1") >= len(kept.of_calls)
    assert not [name for name in HOSTILE if "<" in name and name in html]


def test_no_button_leads_to_a_list_of_nobody(tmp_path: Path) -> None:
    everybody = Partnership("P", {"1": from_networkx(nx.complete_graph(5))}, {})
    publish(everybody, (), "1", tmp_path, ("backbone",))
    assert "Open the call list" not in page(tmp_path, "report.html")
    assert "There is nobody to call." in page(tmp_path)


def test_notes_stay_when_the_list_is_written_in_the_other_language(reported: Reported, tmp_path: Path) -> None:
    copy = reported("backbone")
    run(copy, tmp_path)
    first = rows(tmp_path)[0]
    change(tmp_path, fill(2, "Ana", "done", "May 5", "will come"))
    with speaking("es"):
        assert len(run(copy, tmp_path)) == 1
        html = page(tmp_path)
    now = next(row for row in rows(tmp_path) if row["Quién llama"])
    assert (now["A quién"], now["Estado"], now["Notas"]) == (first["Whom"], "hecha", "will come")
    assert "will come" in html.split("Llamadas hechas")[1]
    run(copy, tmp_path)
    assert next(row["Status"] for row in rows(tmp_path) if row["Who calls"]) == "done"
