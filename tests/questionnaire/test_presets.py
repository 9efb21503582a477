"""A questionnaire from a preset: the same in both languages, and read back in the words in which it was asked."""

from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.questionnaire import (
    author_notes,
    build_questionnaire,
    language_versions,
    read_plan,
    write_questionnaire,
)
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.presets import read_preset, shipped_presets
from stakeholder_graph.survey.presets.write_preset import write_preset
from tests.questionnaire import survey_tools
from tests.questionnaire.test_reads_back import TOOLS

PEOPLE = "organization,sector\nA,Escuelas\nB,Salud\nC,Jóvenes\n"


def _folder(folder: Path, preset: str) -> Path:
    folder.mkdir()
    (folder / "organizations.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "partnership.toml").write_text(f'name = "P"\npreset = "{preset}"\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize("preset", list(shipped_presets()))
def test_both_languages_ask_the_same(preset: str, tmp_path: Path) -> None:
    plan = read_plan(_folder(tmp_path / "p", preset))
    english, spanish = language_versions(plan)
    assert tuple(info.name for info in plan.layers) == read_preset(preset).ties
    about = {"outcome", "activity", "asset", "need", "agenda", "statement"}
    assert about <= {question.about for question in english.questions}
    for first, second in zip(english.questions, spanish.questions, strict=True):
        rows = list(zip(first.rows, second.rows, strict=True))
        options = list(zip(first.options, second.options, strict=True))
        assert all(ours.code == theirs.code for ours, theirs in rows)
        assert all(ours.code == theirs.code for ours, theirs in options)
        if first.about in about:
            assert all(ours.text != theirs.text for ours, theirs in rows)
            assert all(ours.text != theirs.text for ours, theirs in options)
    assert not [note for note in author_notes((english, spanish), "xlsform") if "no translation" in note]


@pytest.mark.parametrize("tool", ["ODK Central", "Qualtrics, texts"])
def test_answers_in_spanish_read_back(tool: str, tmp_path: Path) -> None:
    """What the graph holds in the words of the Spanish lists comes back from the export of the Spanish survey."""
    said = _folder(tmp_path / "said", "")
    write_preset("health", said, "es")
    agenda = "Un solo formulario de derivación"
    tables = {
        "ties": "layer,from,to,value\nreferral,A,B,1\nreferral,B,C,1\ncollaboration,C,A,1\n",
        "affiliations": "organization,kind,item\nA,outcome,Menos reingresos\nA,need,Camas\nB,activity,Comidas\n"
        "B,asset,Camas\nC,outcome,Un hogar estable\n",
        "ratings": f"organization,item,value\nA,{agenda},4\nB,{agenda},2\nC,{agenda},5\n",
        "asked": "organization,answered,respondent\nA,yes,\nB,yes,\nC,yes,\n",
    }
    for name, text in tables.items():
        (said / f"{name}.csv").write_text(text, encoding="utf-8")
    graph = to_partnership(read_partnership(said)).graph()
    plan = read_plan(_folder(tmp_path / "asked", "health"))
    form, export = TOOLS[tool]
    target = tmp_path / "target"
    target.mkdir()
    name = "questionnaire.xlsx" if form == "xlsform" else "questionnaire.txt"
    write_questionnaire(plan, form, target / name, language="es")
    survey = build_questionnaire(plan, "es")
    (target / "responses.csv").write_bytes(export(survey, survey_tools.fill(survey, graph)))
    back = to_partnership(read_partnership(target)).graph()
    for frame in ("affiliations", "ratings", "ties"):
        order = [column for column in graph[frame].columns if column not in ("wave", "respondent")]
        ours, theirs = (
            made[frame][order].sort_values(order, ignore_index=True).astype({"value": float}) for made in (graph, back)
        )
        pd.testing.assert_frame_equal(theirs, ours)
    assert set(back["affiliations"]["item"]) >= {"Menos reingresos", "Camas", "Comidas"}


def test_what_the_partnership_lists_itself_is_asked_and_translated_where_the_preset_knows_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "p", "health")
    (folder / "items.csv").write_text("kind,item\noutcome,Ours alone\noutcome,A stable home\n", encoding="utf-8")
    spanish = build_questionnaire(read_plan(folder), "es")
    (question,) = [asked for asked in spanish.questions if asked.about == "outcome"]
    assert [option.text for option in question.options] == ["Ours alone", "Un hogar estable"]
    assert not [asked for asked in spanish.questions if asked.about == "activity"]


def test_own_scales_stay_and_ratings_then_go_from_one_to_five(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "p", "health")
    (folder / "scales.csv").write_text("scale,value,name\nours,0,no\nours,1,yes\n", encoding="utf-8")
    survey = build_questionnaire(read_plan(folder))
    (agenda,) = [asked for asked in survey.questions if asked.about == "agenda"]
    assert [option.text for option in agenda.options[:5]] == ["1", "2", "3", "4", "5"]
