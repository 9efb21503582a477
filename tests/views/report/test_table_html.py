"""Tables are written as HTML that says each text once, escaped, and states once what many cells share."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.views.report.report_page import draw_report
from stakeholder_graph.views.report.table_html import TableWriter
from stakeholder_graph.views.report.tables import Shown, TableView, table_view
from stakeholder_graph.views.style import sector_looks

Reported = Callable[..., Copy]

HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table><b>", "&amp; &#x27;", "{0} %s")


def table(name: str, sector: str) -> TableView:
    headings = (Shown("Who", "name"), Shown("Sector", "sector"), Shown("Ties", "number"), Shown(name, "text"))
    row = (Shown(name, "name"), Shown(sector, "sector"), Shown("–", "number", unknown=True), Shown(name, "text"))
    return TableView(name, headings, (row, (*row[:2], Shown("7", "number"), row[3])))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("on_map", [True, False])
def test_texts_are_never_markup(name: str, on_map: bool) -> None:
    writer = TableWriter(sector_looks({name: 3}), {name} if on_map else set(), "map.html")
    root = ElementTree.fromstring(writer.html(table(name, name)))
    assert {node.tag for node in root.iter()} <= {
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "svg", "use",
    }  # fmt: skip
    assert ["".join(cell.itertext()) for cell in root.iter("td")] == [name, "–", name, name, "7", name]
    assert root.get("aria-label") == "".join(next(root.iter("caption")).itertext()) == name


def test_a_sector_has_its_own_symbol_and_one_without_a_look_its_name_alone() -> None:
    writer = TableWriter(sector_looks({"Health": 3, "Schools": 2}))
    symbols = ElementTree.fromstring(writer.symbols)
    drawn = {symbol.get("id"): symbol[0].get("fill") for symbol in symbols}
    for sector, look in writer.looks.items():
        (used, _again) = ElementTree.fromstring(writer.html(table("A", sector))).iter("use")
        assert drawn[used.get("href", "").removeprefix("#")] == look.colour
    assert "<use" not in writer.html(table("A", "Faith"))
    assert TableWriter({}).symbols == ""


def test_only_numbers_stand_in_cells_without_a_class() -> None:
    rows = ElementTree.fromstring(TableWriter({}).html(table("A", "Health"))).find(".//tbody")
    assert rows is not None
    assert [[cell.get("class") for cell in row] for row in rows] == [
        ["name", "sector", "unknown", "text"],
        ["name", "sector", None, "text"],
    ]


def test_every_symbol_that_a_page_uses_stands_on_it_once(reported: Reported) -> None:
    page = draw_report(reported("backbone", hostile=True), "map.html")
    used = {part.split('"')[0] for part in page.split('<use href="#')[1:]}
    assert used
    assert all(page.count(f'<symbol id="{symbol}"') == 1 for symbol in used)


STEPS = ["Now and then", "Monthly", "Daily"]


@pytest.mark.parametrize(("ordered", "order"), [(True, STEPS), (False, sorted(STEPS))])
def test_steps_of_a_scale_keep_their_order_and_names_stand_by_name(ordered: bool, order: list[str]) -> None:
    columns = (Column("level", "Level", "text", ordered=ordered), Column("ties", "Ties", "count"))
    rows = [{"level": level, "ties": 1} for level in STEPS]
    view = table_view(Table.from_rows(columns, rows), "Levels")
    assert view is not None
    assert [row[0].text for row in view.rows] == order
