"""Minutes against a calculation by hand."""

from stakeholder_graph.questionnaire.short.answering_time import answering_time
from tests.questionnaire.folders import FEW, Asked

SETTINGS = """\
[layers.contact]
promise = "named"
[layers.trust]
promise = "backbone"
asked_of = "contact"
"""
THREE = {**FEW, "partnership.toml": SETTINGS}


def test_questions_rows_and_options_add_up(asked: Asked) -> None:
    """Welcome 30, which organization 10, role 30, contact and trust 10 each, one outcome 10 + 1, one indicator 10 + 1,
    one agenda item 10 + 5, who is missing 30: 157 seconds; and a row of contact 5, of trust a quarter of it."""
    time = answering_time(asked(THREE))
    assert (time.other, time.a_row) == (157, 6.25)
    assert time.minutes(8) == (157 + 50) / 60
    assert time.fitting(207 / 60) == 8
    assert time.fitting(206.9 / 60) == 7
    assert time.fitting(2) < 1


def test_seconds_of_a_row_are_those_that_are_stated(asked: Asked) -> None:
    time = answering_time(asked(THREE), row_seconds=8)
    assert (time.other, time.a_row) == (160, 10)
