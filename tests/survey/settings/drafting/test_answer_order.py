"""Answers are put in order, and which of them are no tie is told by their words."""

import pytest

from stakeholder_graph.survey.settings.drafting.answer_order import no_tie, order_answers


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        (["A diario", "Nunca", "Cada mes", "Semanalmente"], ["Nunca", "Cada mes", "Semanalmente", "A diario"]),
        (["Agree", "Strongly disagree", "Neutral", "Disagree", "Strongly agree"],
         ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]),
        (["Totalmente de acuerdo", "En desacuerdo", "De acuerdo"],
         ["En desacuerdo", "De acuerdo", "Totalmente de acuerdo"]),
        # Levels of Collaboration Scale, Frey et al. 2006
        (["Coalition", "No interaction at all", "Cooperation", "Collaboration", "Networking", "Coordination"],
         ["No interaction at all", "Networking", "Cooperation", "Coordination", "Coalition", "Collaboration"]),
        (["10", "9", "0"], ["0", "9", "10"]),
    ],
)  # fmt: skip
def test_answers_are_put_in_order(answers: list[str], order: list[str]) -> None:
    found = order_answers(answers)
    assert list(found.answers) == order
    assert found.ordered


def test_answers_that_say_nothing_are_no_steps() -> None:
    agreement = order_answers(["Agree", "Disagree", "Not applicable", "Don't know"])
    assert agreement.outside == ("Not applicable", "Don't know")
    contact = order_answers(["Weekly", "Don't know", "Yearly"], of_partners=True)
    assert contact.answers == ("Don't know", "Yearly", "Weekly")


def test_what_says_that_there_is_no_tie() -> None:
    none = ["No los conozco", "Sin contacto", "I know of them, but we have had no contact", "None", "0", "Nunca"]
    some = ["Know them well", "Monthly", "Una vez al año", "1", "We share information"]
    assert [no_tie(text) for text in [*none, *some]] == [True] * len(none) + [False] * len(some)
