"""What a few answers would settle, beside the calls of page one."""

import pytest

from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.call_list.first_answers import MOST_LEVEL, level_said, settled_by_calls
from tests.tables import table_of


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("settle", "2 answers hold 39% of the doubt about the number of connections: Zoo and Reed, Inc."),
        ("by_name", ""),
        ("nobody", ""),
    ],
)
def test_whose_answers_would_settle_most_is_said_where_it_is_known(id: str, said: str) -> None:
    """By name, in the order of the calls; a name with a comma stays one name."""
    reading = Message(id, {"first": "Zoo, Reed, Inc.", "calls": 2, "of_hundred": 39, "silent": 9})
    rows = table_of([{"organization": name, "tier": "first"} for name in ("Zoo", "Reed, Inc.", "Last")])
    calls = Finding("whom_to_call", Scope(("1",)), 0.39, "share", (0, 1), table=rows, reading=reading)
    assert settled_by_calls([calls]).replace(";", "") == said


def test_many_that_are_needed_alike_are_counted_and_one_is_nobody_s_equal() -> None:
    names = [f"Place {k}" for k in range(MOST_LEVEL + 1)]
    assert f"the answers of {len(names)} are needed alike" in level_said(names)
    assert "Place 0" not in level_said(names)
    assert level_said(names[:1]) == ""


def test_page_one_names_two_of_many_long_names() -> None:
    names = [f"Asociación de Padres y Madres de Familia {k}" for k in range(5)]
    reading = Message("settle", {"first": names[0], "calls": 5, "of_hundred": 55, "silent": 9})
    rows = table_of([{"organization": name, "tier": "first"} for name in names])
    calls = Finding("whom_to_call", Scope(("1",)), 0.55, "share", (0, 1), table=rows, reading=reading)
    assert settled_by_calls([calls]).endswith(f": {names[0]}, {names[1]} and 3 others.")
