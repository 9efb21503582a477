"""The scales of a draft: no tie is lost by the number of its step, and a mark is not a question mark."""

from pathlib import Path

import openpyxl
import pytest

from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.drafting.answer_order import order_answers
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.workbook.open_decisions import waiting_cells
from stakeholder_graph.survey.settings.workbook.write import write_workbook

NAMES = ("Harbor Clinic", "City Library", "First Church", "Wren Schools", "Food Bank",
         "Youth Center", "Elm Hospital", "Transit Council", "Art Museum", "Bay College")  # fmt: skip
STEPS = ("Once or twice a year", "Every few months", "Every month", "Every week")


def survey_monkey(path: Path, steps: tuple[str, ...], question: str = "How often are you in contact with") -> Path:
    """An export in which each of ten organizations has a tie to the ones below it: 45 in all."""
    heads = ["Respondent ID", "What is the name of your organization?", question, *[""] * (len(NAMES) - 1)]
    rows = [heads, ["", "Open-Ended Response", *NAMES]]
    for place, name in enumerate(NAMES):
        cells = ["" if other == place else steps[0] for other in range(len(NAMES))]
        for other in range(place + 1, len(NAMES)):
            cells[other] = steps[1 + (place + other) % (len(steps) - 1)]
        rows.append([str(1000 + place), name, *cells])
    path.write_text("\n".join(",".join(row) for row in rows) + "\n")
    return path


def workbook(path: Path) -> Path:
    target = path.parent / "partnership.xlsx"
    write_workbook(target, draft_settings([path], path.parent))
    return target


def test_every_tie_that_goes_in_comes_out(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Never", *STEPS))
    scales = draft_settings([path], tmp_path).tables["scales"]
    assert scales[["value", "name", "tie"]].to_numpy().tolist() == [
        ["0", "Never", "no"], *([f"{n}", name, "yes"] for n, name in enumerate(STEPS, start=1)),
    ]  # fmt: skip
    workbook(path)
    assert len(read_partnership(tmp_path)["ties"]) == 45


def test_steps_of_which_the_order_is_not_known_lose_no_tie_and_say_so(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Never", "Zest", "Blue", "Apple"))
    scales = draft_settings([path], tmp_path).tables["scales"]
    assert scales[["value", "name", "tie"]].to_numpy().tolist() == [
        ["0?", "Never", "no"], ["1?", "Apple", "yes?"], ["2?", "Blue", "yes?"], ["3?", "Zest", "yes?"],
    ]  # fmt: skip
    workbook(path)
    survey = read_partnership(tmp_path)
    assert len(survey["ties"]) == 45
    assert sum("in which order the answers" in each.what for each in survey.info.undecided) == 1


def test_without_a_step_of_no_tie_the_first_is_one(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Once a year", *STEPS[1:]))
    scales = draft_settings([path], tmp_path).tables["scales"]
    assert scales["value"].tolist() == ["1", "2", "3", "4"]
    assert scales["tie"].tolist() == ["yes"] * 4
    workbook(path)
    assert len(read_partnership(tmp_path)["ties"]) == 90


@pytest.mark.parametrize(
    "steps",
    [
        ("Never", "Once or twice a year", "Every few months", "Every month", "Every week"),
        ("Not at all", "A little", "Somewhat", "Quite a bit", "A great deal"),
        ("Never", "Less than once a year", "Yearly", "Twice a year", "Quarterly", "Monthly", "Every two weeks",
         "Weekly", "Several times a week"),
        ("Nunca", "Una vez al año", "Dos veces al año", "Cada pocos meses", "Cada mes", "Cada dos semanas",
         "Cada semana", "Varias veces a la semana"),
        ("Nada", "Un poco", "Algo", "Bastante", "Mucho"),
        ("Never", "Rarely", "Sometimes", "Often", "Very often"),
    ],
)  # fmt: skip
def test_ordinary_words_are_put_in_order(steps: tuple[str, ...]) -> None:
    found = order_answers(sorted(steps), of_partners=True)
    assert found.answers == steps
    assert found.ordered
    assert found.values == tuple(range(len(steps)))


def test_a_form_that_begins_with_the_most_is_turned() -> None:
    found = order_answers(["Apple", "Zest", "Never"], in_order=True, of_partners=True)
    assert (found.answers, found.values) == (("Never", "Zest", "Apple"), (0, 1, 2))


def test_a_tie_of_value_0_is_an_error_with_its_row(tmp_path: Path) -> None:
    path = workbook(survey_monkey(tmp_path / "survey.csv", STEPS))
    book = openpyxl.load_workbook(path)
    book["Scales"]["B2"] = "0"
    book.save(path)
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert [str(each) for each in caught.value.problems] == [
        "partnership.xlsx, sheet “Scales”, row 2, column “value”: “Once or twice a year” is a tie here, but has the "
        "value 0, which means no tie. Number the steps that are a tie from 1 up."
    ]


def test_a_tie_of_value_0_is_an_error_in_plain_files_and_settings(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nA\nB\n")
    (tmp_path / "ties.csv").write_text("from,to,layer,value\nA,B,contact,0\n")
    scales = tmp_path / "scales.csv"
    scales.write_text("scale,value,name,tie\ncontact,0,yearly,yes\ncontact,1,weekly,yes\n")
    with pytest.raises(SurveyError, match=r"scales.csv, row 2, column “value”: “yearly” is a tie"):
        read_partnership(tmp_path)
    scales.unlink()
    settings = '[layers.contact]\nscale = [{value = 0, name = "yearly", tie = true}, {value = 1, name = "weekly"}]\n'
    (tmp_path / "partnership.toml").write_text(settings)
    with pytest.raises(SurveyError, match="“yearly” on the scale of “contact” is a tie and has the value 0"):
        read_partnership(tmp_path)


def yellow_cells(path: Path, sheet: str) -> list[str]:
    rows = openpyxl.load_workbook(path)[sheet].iter_rows(min_row=2)
    return [cell.coordinate for row in rows for cell in row if cell.fill.start_color.rgb == "FFFFEB3B"]


def test_a_name_that_ends_with_a_question_mark_is_no_guess(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Never", *STEPS))
    found = draft_settings([path], tmp_path)
    scales = found.tables["scales"].assign(scale="How much do you agree?")
    scales.loc[1, "name"] = "Once a year?"
    question = found.settings.question[1].model_copy(update={"scale": "How much do you agree?"})
    settings = found.settings.model_copy(update={"question": (found.settings.question[0], question)})
    target = tmp_path / "partnership.xlsx"
    write_workbook(target, Draft(settings, found.notes, {**found.tables, "scales": scales}))
    assert yellow_cells(target, "Scales") == []
    assert not [
        each
        for each in read_partnership(tmp_path).info.undecided
        if "of the scale" in each.what and "confirmed" in each.what
    ]


def test_a_sector_that_is_answered_is_not_yellow(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Never", *STEPS))
    lines = path.read_text().splitlines()
    more = ["Which sector are you in?", "Response", *["Health", "Schools"] * 4, "", "Health"]
    path.write_text("\n".join(f"{line},{cell}" for line, cell in zip(lines, more, strict=True)) + "\n")
    found = draft_settings([path], tmp_path)
    target = tmp_path / "partnership.xlsx"
    write_workbook(target, found)
    silent = NAMES.index("Art Museum") + 2
    assert yellow_cells(target, "Organizations") == [f"B{silent}"]
    assert waiting_cells(found) == {"Organizations": 1, "Promise": 1}


def test_the_count_of_yellow_cells_is_that_of_the_workbook(tmp_path: Path) -> None:
    path = survey_monkey(tmp_path / "survey.csv", ("Never", "Zest", "Blue", "Apple"))
    found = draft_settings([path], tmp_path)
    target = tmp_path / "partnership.xlsx"
    write_workbook(target, found)
    sheets = openpyxl.load_workbook(target).sheetnames
    assert waiting_cells(found) == {sheet: len(cells) for sheet in sheets if (cells := yellow_cells(target, sheet))}
    assert {"Scales", "Organizations"} <= set(waiting_cells(found))
