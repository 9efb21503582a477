"""The first line: how many answered, how many answers were set aside, and how many are still to come."""

import pytest

from stakeholder_graph.measures.representation.response import how_many_answered
from stakeholder_graph.views.sentences import say


@pytest.mark.parametrize(
    ("answered", "listed", "aside", "said"),
    [
        (14, 18, 1, "14 of 18 organizations answered in a way that counts; 1 sent an answer that is set aside, and no "
                    "answer has come yet from 3."),
        (1, 4, 2, "1 of 4 organizations answered in a way that counts; 2 sent an answer that is set aside, and no "
                  "answer has come yet from 1."),
        (9, 11, 1, "9 of 11 organizations answered in a way that counts; 1 sent an answer that is set aside, and no "
                   "answer has come yet from 1."),
        (17, 18, 1, "17 of 18 organizations answered in a way that counts; answers that came and are set aside: 1."),
        (14, 18, 0, "14 of 18 organizations answered; what the other 4 would say is not known."),
        (18, 18, 0, "All 18 organizations answered."),
    ],
)  # fmt: skip
def test_the_numbers_add_up(answered: int, listed: int, aside: int, said: str) -> None:
    message = how_many_answered(answered, listed, aside)
    assert say(message, "response") == said
    assert answered + aside + int(message.fields["silent"] or 0) == listed
