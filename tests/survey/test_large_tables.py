"""A large table of answers is read in little more room than it takes, and in little more time than splitting it."""

import pytest

from stakeholder_graph.model.survey import Survey
from tests.large_tables import MOST_MEMORY, MOST_TIME, LargeTable, large_tables


@pytest.fixture(scope="module")
def tables() -> list[LargeTable]:
    return list(large_tables())


def test_memory_is_within_ten_times_the_table(tables: list[LargeTable]) -> None:
    assert {table.cells: table.memory for table in tables if table.memory > MOST_MEMORY} == {}


def test_time_is_what_it_was(tables: list[LargeTable]) -> None:
    assert {table.cells: table.time for table in tables if table.time > MOST_TIME[table.cells]} == {}


def test_both_say_the_same(tables: list[LargeTable]) -> None:
    words, digits = (ties(table.survey) for table in tables)
    assert words == digits
    assert 0.18 * 5_000 * 399 < len(words) < 0.22 * 5_000 * 399


def ties(survey: Survey) -> list[list[object]]:
    frame = survey["ties"]
    return frame[["from", "to", "value", "respondent"]].to_numpy().tolist()
