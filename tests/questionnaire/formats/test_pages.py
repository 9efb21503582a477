"""The survey on paper and the invitation: sealed pages that say what is promised, in their language."""

import html
from collections.abc import Callable

import pytest

from stakeholder_graph.questionnaire import Questionnaire
from stakeholder_graph.questionnaire.formats.invitation import invitation
from stakeholder_graph.questionnaire.formats.paper import paper
from stakeholder_graph.questionnaire.formats.sample_map import TIES
from tests.questionnaire.folders import FEW, Asked, Versions


@pytest.mark.parametrize("draw", [paper, invitation])
@pytest.mark.parametrize("version", [0, 1])
def test_pages_are_sealed_say_their_language_and_the_promises(
    draw: Callable[[Questionnaire], str], version: int, wren_versions: tuple[Questionnaire, ...]
) -> None:
    survey = wren_versions[version]
    page = draw(survey)
    assert page == draw(survey)
    assert f'<html lang="{survey.language}">' in page
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "<script" not in page
    assert "http" not in page.replace('http-equiv="', "")
    text = html.unescape(page)
    for question in survey.questions:
        assert question.text in text
        assert question.promise in text
    assert {"en": "Invented example data", "es": "Datos de ejemplo inventados"}[survey.language] in text
    assert "Ada at Wren Forward" in text
    assert {"en": "1 March", "es": "1 de marzo"}[survey.language] in text


def test_paper_has_a_box_for_each_answer(wren: Questionnaire) -> None:
    boxes = sum(len(asked.rows) * len(asked.options) for asked in wren.questions if asked.response == "grid")
    boxes += sum(len(asked.options) for asked in wren.questions if asked.response == "multiple choice")
    boxes += sum(len(asked.options) for asked in wren.questions if asked.id == "results")
    assert paper(wren).count('class="box"') == boxes == 61 * (7 + 6 + 7) + 8 + 11 + 7 + 7 + 8 * 6 + 2


def test_the_invitation_shows_a_map_of_nobody(wren: Questionnaire) -> None:
    page = invitation(wren)
    assert page.count("<line ") == len(TIES) == 15
    assert not [name for name in wren.plan.roster if name in html.unescape(page) and name != "Wren Forward"]


def test_pages_take_names_as_text(asked: Asked) -> None:
    survey = asked({"organizations.csv": "organization\n<img src=x onerror=alert(1)>\n"})
    assert "<img" not in paper(survey)


def test_lines_to_fill_in_where_no_contact_and_no_date_are_given(asked: Asked) -> None:
    assert invitation(asked()).count("____________________") == 2


def test_the_invitation_says_whether_others_learn_who_answered(asked: Asked) -> None:
    named, count = (
        invitation(asked({**FEW, "partnership.toml": text})) for text in ('[promises]\nwho_answered = "named"', "")
    )
    assert "we shall say which organizations answered, and so which did not" in named
    assert "We say who answered, so others can see that you did not." in named
    assert not [claim for claim in ("No list shows who", "Nobody outside") if claim in named]
    assert "We shall say how many organizations answered, not which." in count
    assert not [claim for claim in ("We say who answered", "The report also says which") if claim in count]


def test_the_invitation_claims_no_more_than_a_map_by_name_can_keep(versions: Versions) -> None:
    english, spanish = map(invitation, versions())
    assert "Nothing shows who has not answered" not in english
    assert "No list shows who has not answered, and nothing on the map proves it. Lines drawn by name" in english
    assert "learns from us that you did not answer, though a small number of lines at your name may hint" in english
    assert "Nada muestra" not in spanish
    assert "pueden dar una pista, como cuando una organización tiene pocas o ninguna" in spanish
