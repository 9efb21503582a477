"""Steps of common scales are translated either way, as they are written."""

from stakeholder_graph.survey.words.common_steps import COMMON_STEPS, step_name
from stakeholder_graph.text import speaking, translate


def test_a_step_is_translated_either_way_and_keeps_its_capital() -> None:
    assert step_name("Totalmente de acuerdo") == "Strongly agree"
    with speaking("es"):
        assert step_name("Totalmente de acuerdo") == "Totalmente de acuerdo"
        assert step_name("Strongly agree") == "Totalmente de acuerdo"
        assert step_name("STRONGLY AGREE") == "Totalmente de acuerdo"


def test_no_two_steps_share_a_word() -> None:
    for language in ("en", "es"):
        with speaking(language):
            words = [translate(step) for step in COMMON_STEPS]
        assert len(set(words)) == len(words)
