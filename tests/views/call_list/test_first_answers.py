"""What a few answers would settle, beside the calls of page one."""

import pytest

from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.views.call_list.first_answers import MOST_LEVEL, level_said, settled_by_calls


@pytest.mark.parametrize(
    ("id", "said"),
    [("settle", "5 answers would settle about 39% of what is not known yet."), ("by_name", ""), ("nobody", "")],
)
def test_it_is_said_where_it_is_known(id: str, said: str) -> None:
    reading = Message(id, {"first": "Zoo", "calls": 5, "of_hundred": 39, "silent": 9})
    assert settled_by_calls([Finding("whom_to_call", Scope(("1",)), 0.39, "share", (0, 1), reading=reading)]) == said


def test_many_that_are_needed_alike_are_counted_and_one_is_nobody_s_equal() -> None:
    names = [f"Place {k}" for k in range(MOST_LEVEL + 1)]
    assert f"the answers of {len(names)} are needed alike" in level_said(names)
    assert "Place 0" not in level_said(names)
    assert level_said(names[:1]) == ""
