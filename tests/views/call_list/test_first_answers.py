"""What a few answers would settle, beside the calls of page one."""

from stakeholder_graph.studies.call_list import FirstAnswers
from stakeholder_graph.views.call_list.first_answers import MOST_LEVEL, level_said, settled_by


def test_a_name_with_a_comma_stays_one_name_and_its_full_stop_is_the_sentence_s() -> None:
    said = settled_by(FirstAnswers(("Zoo", "Reed, Inc."), 39))
    assert said == "Of what is not known about the number of connections, 39% hangs on 2 answers: Zoo and Reed, Inc."
    assert settled_by(None) == ""


def test_many_that_are_needed_alike_are_counted_and_one_is_nobody_s_equal() -> None:
    names = [f"Place {k}" for k in range(MOST_LEVEL + 1)]
    assert f"the answers of {len(names)} are needed alike" in level_said(names)
    assert "Place 0" not in level_said(names)
    assert level_said(names[:1]) == ""


def test_page_one_names_two_of_many_long_names() -> None:
    names = tuple(f"Asociación de Padres y Madres de Familia {k}" for k in range(5))
    assert settled_by(FirstAnswers(names, 55)).endswith(f": {names[0]}, {names[1]} and 3 others.")
