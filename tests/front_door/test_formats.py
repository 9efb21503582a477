"""README's lists of formats are those that the layouts try."""

import pytest

from tests.front_door.formats import FORMATS, README, rows_of, with_lists
from tests.front_door.layouts import LAYOUTS

ROWS = [row for rows in FORMATS.values() for row in rows]


def test_the_lists_of_readme_are_fresh() -> None:
    text = README.read_text("utf-8")
    assert all(line in text.splitlines() for which in FORMATS for line in rows_of(which))
    assert with_lists(text) == text, "run: python -m tests.front_door.formats"


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_in_one_row(name: str) -> None:
    assert [row.name for row in ROWS if name.startswith(row.layouts)] != []
    assert sum(name.startswith(row.layouts) for row in ROWS) == 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_format_is_only_asked_about(row: object) -> None:
    of_row = [layout for layout in LAYOUTS.values() if layout.name.startswith(row.layouts)]  # type: ignore[attr-defined]
    assert any(layout.verdict == "right" for layout in of_row)
