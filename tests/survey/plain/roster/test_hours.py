"""Hours a month in scales.csv and organizations.csv, from the files to the graph."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph.hours import hours_of
from stakeholder_graph.model.problems import SurveyError

ORGANIZATIONS = "organization,hours\nA,12.5\nB,\nC,n/a\n"
TIES = "from,to,layer,value\nA,B,contact,weekly\nB,A,contact,yearly\nA,C,contact,weekly\n"
SCALES = "scale,value,name,hours\ncontact,0,never,\ncontact,1,yearly,0.5\ncontact,2,weekly,8\n"


def folder(tmp_path: Path, **files: str) -> Path:
    texts = {"organizations.csv": ORGANIZATIONS, "ties.csv": TIES, "scales.csv": SCALES}
    for name, text in (texts | {f"{name.replace('_', '.')}": text for name, text in files.items()}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def present(path: Path) -> tuple[list[float], dict[str, float]]:
    hours = hours_of(sg.read(path).graph())
    assert hours is not None
    return hours.present.tolist(), dict(hours.stated)


def test_hours_go_from_the_files_to_the_graph(tmp_path: Path) -> None:
    assert present(folder(tmp_path)) == ([16, 0.5, 0], {"A": 12.5})


def test_a_decimal_comma_and_a_header_in_capitals(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        organizations_csv="Organization;HOURS\nA;12,5\nB;\nC;3\n",
        scales_csv="scale;value;name;Hours\ncontact;1;yearly;0,5\ncontact;2;weekly;8\n",
    )
    assert present(path) == ([16, 0.5, 0], {"A": 12.5, "C": 3})


def test_without_hours_nothing_is_invented(tmp_path: Path) -> None:
    path = folder(tmp_path, scales_csv="scale,value,name\ncontact,1,yearly\ncontact,2,weekly\n")
    assert hours_of(sg.read(path).graph()) is None


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("scales_csv", SCALES.replace("8", "-8"), ("scales.csv", 4, "hours")),
        ("scales_csv", SCALES.replace("8", "many"), ("scales.csv", 4, "hours")),
        ("organizations_csv", ORGANIZATIONS.replace("12.5", "-1"), ("organizations.csv", 2, "hours")),
        ("organizations_csv", ORGANIZATIONS.replace("12.5", "Mon-Fri"), ("organizations.csv", 2, "hours")),
    ],
)
def test_hours_that_are_no_number_of_hours_are_an_error(
    tmp_path: Path, file: str, text: str, where: tuple[str, int, str]
) -> None:
    with pytest.raises(SurveyError) as error:
        sg.read(folder(tmp_path, **{file: text}))
    problem = error.value.problems[0]
    assert (problem.file, problem.row, problem.column) == where
    assert "is not a number of 0 or more" in problem.what


def test_scales_csv_adds_hours_to_a_scale_of_the_settings(tmp_path: Path) -> None:
    settings = 'name = "Ours"\n[layers.contact]\nscale = ["never", "yearly", "weekly"]\n'
    assert present(folder(tmp_path, partnership_toml=settings)) == ([16, 0.5, 0], {"A": 12.5})


def test_hours_may_stand_in_the_settings_alone(tmp_path: Path) -> None:
    steps = '[{value = 1, name = "yearly", hours = 0.5}, {value = 2, name = "weekly", hours = 8}]'
    settings = f'name = "Ours"\n[layers.contact]\nscale = {steps}\n'
    path = folder(tmp_path, partnership_toml=settings)
    (path / "scales.csv").unlink()
    assert present(path)[0] == [16, 0.5, 0]


def test_hours_of_a_step_that_the_settings_lack_are_an_error(tmp_path: Path) -> None:
    settings = 'name = "Ours"\n[layers.contact]\nscale = ["never", "yearly", "weekly"]\n'
    with pytest.raises(SurveyError) as error:
        sg.read(folder(tmp_path, partnership_toml=settings, scales_csv=SCALES + "contact,7,daily,30\n"))
    assert "states hours for the step 7 of “contact”" in error.value.problems[0].what


@pytest.mark.parametrize("hours", ["-1", '"many"'])
def test_hours_in_the_settings_that_are_none_are_an_error(tmp_path: Path, hours: str) -> None:
    settings = f'name = "Ours"\n[layers.contact]\nscale = [{{value = 1, name = "yearly", hours = {hours}}}]\n'
    with pytest.raises(SurveyError):
        sg.read(folder(tmp_path, partnership_toml=settings))


def test_hours_survive_the_other_spelling_of_the_settings(tmp_path: Path) -> None:
    from stakeholder_graph.survey.settings.convert import convert_settings

    steps = '[{value = 1, name = "yearly", hours = 0.5}, {value = 2, name = "weekly", hours = 8}]'
    settings = f'name = "Ours"\n[layers.contact]\nscale = {steps}\n'
    path = folder(tmp_path, partnership_toml=settings)
    (path / "scales.csv").unlink()
    before = present(path)
    workbook = convert_settings(path / "partnership.toml")[0]
    assert workbook.suffix == ".xlsx"
    assert present(path) == before
    text = convert_settings(workbook)[0]
    assert text.suffix == ".toml"
    assert present(path) == before


def test_hours_are_no_group_of_organizations(tmp_path: Path) -> None:
    from stakeholder_graph.studies.in_common.groupings import of_attributes

    path = folder(tmp_path, organizations_csv="organization,hours\nA,4\nB,4\nC,8\nD,8\n")
    assert of_attributes(sg.read(path).graph(), 0.5) == []


def test_hours_of_teams_and_meetings(tmp_path: Path) -> None:
    items = "kind,item,hours\nteam,Books,1.50\nmeeting,Breakfast,\n"
    frame = sg.read(folder(tmp_path, items_csv=items))["items"]
    assert dict(zip(frame["item"], frame["hours"], strict=True)) == {"Books": "1.5", "Breakfast": ""}


@pytest.mark.parametrize("hours", ["-2", "some"])
def test_hours_of_teams_that_are_no_number_are_an_error(tmp_path: Path, hours: str) -> None:
    with pytest.raises(SurveyError) as error:
        sg.read(folder(tmp_path, items_csv=f"kind,item,hours\nteam,Books,{hours}\n"))
    problem = error.value.problems[0]
    assert (problem.file, problem.row, problem.column) == ("items.csv", 2, "hours")
