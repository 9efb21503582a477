"""Every number on the pages of the desk's report stands in a table beside it."""

from pathlib import Path

import pytest

from tests.views.workbook.shown_numbers import Numbers, Tables, missing, shown_on


def tables_in(folder: Path) -> Tables:
    return Tables.of({path.name: path.read_text("utf-8") for path in (folder / "tables").iterdir()})


@pytest.mark.parametrize("page", ["report.html", "data-sheet.html", "call-list.html"])
def test_every_number_of_the_desk_is_in_a_table(folders: Path, page: str) -> None:
    desk = folders / "backbone-only"
    text = (desk / page).read_text("utf-8")
    assert list(missing(text, tables_in(desk))) == []


def test_every_number_of_the_rooms_report_is_in_its_tables(folders: Path) -> None:
    room = folders / "for-the-room"
    assert list(missing((room / "report.html").read_text("utf-8"), tables_in(room))) == []


def test_the_report_shows_many_numbers(folders: Path) -> None:
    shown = shown_on((folders / "backbone-only" / "report.html").read_text("utf-8"))
    assert sum(len(text.numbers) for text in shown) > 15_000


@pytest.mark.parametrize(
    ("shown", "there"),
    [("22%", True), ("78", True), ("0.22", True), ("23%", False), ("−4.5", True), ("4.6", False), ("2025", True)],
)
def test_a_number_is_found_as_a_share_rounded_or_in_a_text(shown: str, there: bool) -> None:
    (number,) = shown_on(f"<p>{shown}</p>")[0].numbers
    assert Numbers({0.2174, -4.52}, {"in 2025"}).have(number) is there


def test_a_number_of_another_measure_does_not_count() -> None:
    tables = Tables(
        {
            "density": [{"finding": "density/work/1", "n": "17"}],
            "findings": [{"finding": "trust/-/1", "value": "19"}],
        }
    )
    page = '<article class="block" id="density"><p>17 of 19</p></article><p>19</p>'
    assert list(missing(page, tables)) == [("density", "17 of 19", "19")]
