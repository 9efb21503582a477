"""A survey is shortened as far as its author says, and in no other way."""

import pytest

from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.questionnaire import read_plan
from stakeholder_graph.questionnaire.short import shorten
from tests.questionnaire.folders import WREN

PLAN = read_plan(WREN)


def test_as_many_rows_as_the_minutes_allow() -> None:
    """Wren County: 263 seconds beside the rows, and two and a quarter rows of five seconds for each organization."""
    short = shorten(PLAN, 10)
    assert (short.short.other, short.short.a_row) == (263, 11.25)
    assert short.rosters.size == int((600 - 263) / 11.25) == 29
    assert short.minutes == ((263 + 60 * 11.25) / 60, (263 + 29 * 11.25) / 60)


def test_what_is_left_out_is_left_out_of_all_languages_and_of_the_settings() -> None:
    short = shorten(PLAN, 10, leave_out=["Trust", "rating", "need"])
    for version in short.versions:
        assert not {"trust", "agenda", "need"} & {question.id for question in version.questions}
    assert [layer.name for layer in short.plan.layers] == ["collaboration", "contact"]
    assert short.full == shorten(PLAN, 10).full


def test_each_sheet_has_its_own_rows_and_no_others() -> None:
    short = shorten(PLAN, 10)
    for name in PLAN.roster[:4]:
        sheet = short.personal(name)
        grids = [question for question in sheet.questions if question.is_about_partners]
        assert [[row.text for row in grid.rows] for grid in grids] == [list(short.rosters.roster(name))] * 3
        assert [grid.hint for grid in grids[:2]] == ["", ""]
        assert grids[2].hint.startswith("Only for organizations with which you reported a connection")
        assert sheet.addressee == name


@pytest.mark.parametrize(
    ("minutes", "leave_out", "said"),
    [
        (4, [], "the other questions alone take 4.4"),
        (16, [], "nothing is to be shortened to 16"),
        (10, ["zebra"], "No question is called “zebra”."),
        (10, ["collaboration"], "“trust” is only asked of partners in “collaboration”"),
        (10, ["collaboration", "contact", "trust"], "No question about connections is left."),
        (10, ["organization"], "No question is called “organization”."),
    ],
)
def test_what_cannot_be_is_said(minutes: float, leave_out: list[str], said: str) -> None:
    with pytest.raises(SurveyError, match=said.replace(".", r"\.")):
        shorten(PLAN, minutes, leave_out=leave_out)


def test_too_few_minutes_name_what_would_make_room() -> None:
    with pytest.raises(SurveyError) as raised:
        shorten(PLAN, 4)
    assert "agenda: 0.8 minutes" in str(raised.value)
