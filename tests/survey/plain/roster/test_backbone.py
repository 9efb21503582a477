"""Who holds the partnership together is read off the list of organizations, in English and Spanish words."""

from pathlib import Path

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.plain.roster.backbone import with_marked_backbone


def backbone(folder: Path, people: str, settings: str = "") -> str | None:
    (folder / "organizations.csv").write_text(people, encoding="utf-8")
    (folder / "ties.csv").write_text("from,to\nAla,Bib\nBib,Ces\n", encoding="utf-8")
    if settings:
        (folder / "partnership.toml").write_text(settings, encoding="utf-8")
    return to_partnership(read_partnership(folder)).graph().backbone


@pytest.mark.parametrize(
    "role",
    ["backbone", "Backbone organization", "Lead agency", "Columna vertebral", "organización dinamizadora",
     "ENTIDAD COORDINADORA", "Organización líder"],
)  # fmt: skip
def test_words_for_the_role(tmp_path: Path, role: str) -> None:
    assert backbone(tmp_path, f"organization,role\nAla,\nBib,{role}\nCes,funder\n") == "Bib"


@pytest.mark.parametrize("header", ["lead_agency", "Backbone", "Columna vertebral", "entidad coordinadora"])
@pytest.mark.parametrize(("yes", "no"), [("yes", "no"), ("sí", "no"), ("x", ""), ("1", "0")])
def test_a_column_that_marks_one(tmp_path: Path, header: str, yes: str, no: str) -> None:
    assert backbone(tmp_path, f"organization,{header}\nAla,{no}\nBib,{yes}\nCes,{no}\n") == "Bib"


@pytest.mark.parametrize(
    "people",
    [
        "organization,role\nAla,lead agency\nBib,lead agency\nCes,\n",  # several
        "organization,lead agency\nAla,yes\nBib,yes\nCes,no\n",
        "organization,role,lead agency\nAla,convener,no\nBib,,yes\nCes,,no\n",  # the two marks differ
        "organization,role\nAla,funder\nBib,\nCes,\n",
        "organization,lead agency\nAla,Zoo\nBib,Ark\nCes,Zoo\n",  # it names somebody, and marks nobody
    ],
)
def test_where_nobody_or_several_are_marked_there_is_none(tmp_path: Path, people: str) -> None:
    assert backbone(tmp_path, people) is None


def test_what_the_settings_and_the_plain_word_say_goes_before_other_words(tmp_path: Path) -> None:
    people = "organization,role\nAla,lead agency\nBib,\nCes,\n"
    assert backbone(tmp_path, people, 'backbone = "Bib"\n') == "Bib"
    assert with_marked_backbone(["backbone", "convener"], {"lead agency": ["no", "yes"]}, Inspection()) == [
        "backbone", "convener"
    ]  # fmt: skip


def test_what_was_read_as_the_mark_is_said(tmp_path: Path) -> None:
    backbone(tmp_path, "organization,role\nAla,\nBib,Columna vertebral\nCes,\n")
    said = [problem.what for problem in read_partnership(tmp_path).info.advice]
    assert "“Columna vertebral” in the list of organizations is read as the mark of the backbone." in said
