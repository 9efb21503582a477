"""What the questionnaire asked, filled in and exported by the survey tool, is the graph it was filled in from."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.generators import invent, write
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.graph import PartnerGraph, to_partnership
from stakeholder_graph.questionnaire import Questionnaire, build_questionnaire, read_plan, write_questionnaire
from stakeholder_graph.questionnaire.formats.qualtrics import qualtrics
from stakeholder_graph.questionnaire.wording.languages import Language
from stakeholder_graph.survey import Survey, read_partnership
from tests.questionnaire import survey_tools
from tests.questionnaire.folders import HOSTILE, write_files

Export = Callable[[Questionnaire, list[survey_tools.Answers]], bytes]


def _kobo(layout: survey_tools.Kobo) -> Export:
    return lambda survey, answers: survey_tools.kobo(survey, answers, layout)


def _qualtrics(**how: bool) -> Export:
    return lambda survey, answers: survey_tools.qualtrics(qualtrics(survey), survey, answers, **how)


TOOLS: dict[str, tuple[Any, Export]] = {
    "KoboToolbox": ("xlsform", _kobo("kobo")),
    "KoboToolbox, groups in headers": ("xlsform", _kobo("kobo with groups")),
    "KoboToolbox, workbook": ("xlsform", _kobo("kobo workbook")),
    "ODK Central": ("xlsform", _kobo("central")),
    "Qualtrics, texts": ("qualtrics", _qualtrics(numbers=False, split=False)),
    "Qualtrics, numbers": ("qualtrics", _qualtrics(numbers=True, split=True)),
}


@pytest.fixture(scope="session")
def wren(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wren County in 2025, of which only those who answered say what they work on, each through one person."""
    made = wren_county()
    tables = {name: made.tables[name] for name in ("organizations", "names", "items", "scales", "sectors")}
    for name in ("asked", "ties", "affiliations", "ratings"):
        table = made.tables[name]
        tables[name] = table[table["wave"] == "2025"]
    asked = tables["asked"][tables["asked"]["answered"] == "yes"]
    speaker = asked.drop_duplicates("organization").set_index("organization")["respondent"]
    named = tables["affiliations"]
    said = named[named["organization"].isin(list(speaker.index))]
    tables["affiliations"] = said.assign(respondent=said["organization"].map(speaker), source="answer")
    folder = tmp_path_factory.mktemp("wren")
    settings = made.settings.replace('[[wave]]\nname = "2024"\ndate = 2024-10-15\n\n', "")
    write(tables, folder, settings)
    return folder


@cache
def _graph(folder: Path) -> PartnerGraph:
    return to_partnership(read_partnership(folder)).graph()


def read_back(
    folder: Path, tool: str, target: Path, language: Language = "en", *, unsure: bool = False
) -> tuple[PartnerGraph, Survey]:
    """Fill in the questionnaire of a folder from its graph, export it and read the export."""
    form, export = TOOLS[tool]
    graph = _graph(folder)
    plan = read_plan(folder)
    name = "questionnaire.xlsx" if form == "xlsform" else "questionnaire.txt"
    write_questionnaire(plan, form, target / name, language=language, wave=graph.wave.name)
    survey = build_questionnaire(plan, language)
    answers = survey_tools.fill(survey, graph)
    if unsure:
        answers[0].one |= {key: survey.not_known.code for key in answers[0].one if key[0] == "data_sharing"}
    (target / "responses.csv").write_bytes(export(survey, answers))
    return graph, read_partnership(target)


def assert_same(read: PartnerGraph, expected: PartnerGraph) -> None:
    assert read.layers == expected.layers
    assert read.directed == expected.directed
    for name, frame in expected.frames.items():
        pd.testing.assert_frame_equal(
            read[name].reset_index(drop=True), frame.reset_index(drop=True), check_like=name == "organizations"
        )


@pytest.mark.parametrize("tool", TOOLS)
def test_wren_county_comes_back_as_it_was(tool: str, wren: Path, tmp_path: Path) -> None:
    graph, survey = read_back(wren, tool, tmp_path)
    assert_same(to_partnership(survey).graph(), graph)
    assert not survey.info.undecided
    assert not survey.info.advice
    assert len(graph["ties"]) == 1578
    assert {name: len(graph[name]) for name in ("affiliations", "ratings")} == {"affiliations": 458, "ratings": 368}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("tool", ["KoboToolbox, groups in headers", "Qualtrics, texts"])
def test_invented_partnerships_come_back_as_they_were(tool: str, seed: int, tmp_path: Path) -> None:
    made = invent(40, 5, density=0.15, response=0.7, seed=seed)
    said = made.tables["affiliations"]
    write(made.tables, tmp_path / "plain", made.settings)
    (tmp_path / "asked").mkdir()
    graph, survey = read_back(tmp_path / "plain", tool, tmp_path / "asked")
    assert_same(to_partnership(survey).graph(), graph)
    assert len(graph["affiliations"]) == len(said) > 0


@pytest.fixture
def nine(tmp_path: Path) -> Path:
    """Nine organizations with names that a form, a spreadsheet or a page could take for something else."""
    return write_files(tmp_path / "nine", HOSTILE)


def assert_same_answers(read: PartnerGraph, expected: PartnerGraph) -> None:
    for name in ("ties", "affiliations", "ratings", "organizations"):
        pd.testing.assert_frame_equal(
            read[name].reset_index(drop=True), expected[name].reset_index(drop=True), obj=name, check_like=True
        )


# Qualtrics numbers answers by whole numbers, and one step of a scale here is 2.5.
@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "Qualtrics, numbers"])
def test_names_that_mean_harm_come_back_as_they_were(tool: str, nine: Path, tmp_path: Path) -> None:
    graph, survey = read_back(nine, tool, tmp_path / "target")
    assert_same_answers(to_partnership(survey).graph(), graph)
    assert not survey.info.undecided


@pytest.mark.parametrize("tool", ["KoboToolbox", "Qualtrics, texts"])
def test_asked_in_spanish_it_says_the_same(tool: str, nine: Path, tmp_path: Path) -> None:
    graph, survey = read_back(nine, tool, tmp_path / "target", "es")
    read = to_partnership(survey).graph()
    assert [step.name for step in read.layers["meta"].steps] == ["ninguno", "sí"]
    assert_same_answers(read, graph)
    assert not survey.info.undecided


@pytest.mark.parametrize("tool", ["KoboToolbox", "ODK Central", "Qualtrics, texts"])
def test_not_to_know_is_neither_a_tie_nor_none(tool: str, nine: Path, tmp_path: Path) -> None:
    graph, survey = read_back(nine, tool, tmp_path / "target", unsure=True)
    read = to_partnership(survey).graph()
    first = graph["asked"].query("answered")["organization"].iloc[0]
    assert not read.layer("data sharing").observed.mask()[list(read.names).index(first)].any()
    before, after = (kept["ties"].query("layer == 'data sharing'") for kept in (graph, read))
    assert after["from"].tolist() == before["from"][before["from"] != first].tolist()
    assert not survey.info.undecided


def test_whoever_wants_to_be_unnamed_is(nine: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    read_back(nine, "KoboToolbox", target)
    listed = target / "organizations.csv"
    listed.write_text(listed.read_text("utf-8").replace("École du Nord", "A school"), encoding="utf-8")
    (target / "names.csv").write_text("written,organization\nÉcole du Nord,A school\n", encoding="utf-8")
    survey = read_partnership(target)
    assert not survey.info.undecided
    assert survey["ties"].query("`from` == '=1+1' and layer == 'data sharing'")["to"].tolist() == ["A school"]
