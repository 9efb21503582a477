"""One guard for every file: what spreadsheets compute stays a text, and comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.exchange.writing.tables.csv_text import csv_text
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.tabular.texts.formula_guard import guarded, is_like_formula, unguarded
from stakeholder_graph.views.findings_data import rows_as_csv, table_to_csv

#: What OWASP lists as the starts of a formula, beside neighbours: wide signs, blanks, quotation marks, unseen marks.
COMPUTED = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tZoo",
    "'\tZoo",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "  =1+1",
    "\u00a0=1+1",
    '"=1+1"',
    "'=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "-1-2",
    "--1",
    "=cmd|' /C calc'!A0",
)
HARMLESS = ("-3", "-3.5", "-.5", "-", "+", "Zoo", "Zoo = Park", "1-2", "a@b.org", "", "'tis", "“=1”")


@pytest.mark.parametrize("text", COMPUTED)
def test_what_is_computed_has_a_mark_before_it(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_not_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.sampled_from("=+-@＝\t\r\n'\" 1a.\ufeff")))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text) == text or is_like_formula(text)


def test_every_csv_has_the_same_guard() -> None:
    written = (
        csv_text([[text] for text in COMPUTED]),
        table_to_csv(Table.of({Column("what"): list(COMPUTED)})).split("\n", 1)[1],
        rows_as_csv(("what",), [[text] for text in COMPUTED]).split("\n", 1)[1],
    )
    for text in written:
        assert [cell for (cell,) in csv.reader(io.StringIO(text, newline=""))] == [f"'{text}" for text in COMPUTED]


def test_a_line_that_ends_within_a_cell_begins_no_other() -> None:
    """Python quotes a carriage return only where its lines end in one; a spreadsheet would begin a row there."""
    assert csv_text([["Zoo\r=1+1", "b"]]) == '"Zoo\r=1+1",b\n'
