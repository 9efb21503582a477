"""Tables of a report fit their place: many columns are narrow, and of few rows each column is a line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.report.table_html import MOST_TURNED, TURNED, TableWriter
from stakeholder_graph.views.report.tables import Shown, TableView

_SIDEWAYS = """() => {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const tables = [...document.querySelectorAll(".wide")];
  return [tables.length, tables.filter((place) => place.scrollWidth > place.clientWidth + 1)
    .map((place) => place.getAttribute("aria-label"))];
}"""


def table(columns: int, rows: int) -> TableView:
    headings = [Shown("name", "name"), *(Shown(f"column_{k}", "number") for k in range(1, columns))]
    cells = [
        [Shown(f"row {r}", "name"), *(Shown(f"{r}.{k}", "number") for k in range(1, columns))] for r in range(rows)
    ]
    return TableView("Many", tuple(headings), tuple(map(tuple, cells)))


@pytest.mark.parametrize(
    ("columns", "rows", "turned"),
    [
        (TURNED, 3, True),
        (TURNED, MOST_TURNED, True),
        (TURNED - 1, 3, False),
        (TURNED, MOST_TURNED + 1, False),
        (TURNED, 0, False),
        (2, 40, False),
    ],
)
def test_a_table_of_many_columns_and_few_rows_is_turned_and_loses_no_cell(
    columns: int, rows: int, turned: bool
) -> None:
    html = str(TableWriter({}).html(table(columns, rows)))
    assert (html.count('scope="row"') == columns - 1 and html.count('scope="col"') == rows + 1) == turned
    for row in range(rows):
        assert html.count(f">row {row}</th>") == 1
        assert all(html.count(f"<td>{row}.{k}</td>") == 1 for k in range(1, columns))


def test_a_heading_breaks_after_its_low_lines_and_stays_text() -> None:
    heading = Shown("p_<b>_adjusted", "number")
    html = str(
        TableWriter({}).html(
            TableView("T", (Shown("name", "name"), heading), ((Shown("a", "name"), Shown("1", "number")),))
        )
    )
    assert "p_<wbr/>&lt;b&gt;_<wbr/>adjusted" in html


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 1024])
def test_no_table_of_the_desk_s_report_scrolls_sideways(
    chromium: Browser, page_file: Callable[[str], str], reported: Callable[..., Copy], width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(page_file(draw_report(reported("backbone"), "map.html")))
    count, sideways = page.evaluate(_SIDEWAYS)
    page.close()
    assert count > 30
    assert sideways == []
