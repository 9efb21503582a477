"""Whose names the posters cannot show is said when the report is written, and only then."""

from itertools import pairwise
from pathlib import Path

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.report_folders import publish

PLAIN = ("Alder House", "Birch School", "Zürich Łódź", "Ελπίδα", "Здоровье")


def said(folder: Path, names: tuple[str, ...], editions: tuple[str, ...] = ("backbone", "partners")) -> list[str]:
    (folder / "organizations.csv").write_text("organization\n" + "\n".join(names) + "\n", encoding="utf-8")
    ties = [f"{one},{other}" for one, other in pairwise(names)]
    (folder / "ties.csv").write_text("from,to\n" + "\n".join(ties) + "\n", encoding="utf-8")
    partnership = to_partnership(read_partnership(folder))
    sentences: list[str] = []
    publish(partnership, (), partnership.latest, folder / "out", editions, sentences.append)  # type: ignore[arg-type]
    return sentences


@pytest.mark.parametrize("name", ["مؤسسة بيت الأمل", "עמותת השכונה", "🎈 Balloon Fund", "मदद", "ศูนย์สุขภาพ"])
def test_a_name_that_no_font_of_the_posters_has(tmp_path: Path, name: str) -> None:
    (sentence,) = said(tmp_path, (*PLAIN, name))
    assert f"cannot show every letter of 1 name, such as “{name}”" in sentence
    assert "map.html and present.html" in sentence


def test_several_names_are_one_sentence(tmp_path: Path) -> None:
    (sentence,) = said(tmp_path, (*PLAIN, "عربي", "עברית"))
    assert "of 2 names" in sentence


def test_names_that_can_be_shown_are_not_mentioned(tmp_path: Path) -> None:
    assert said(tmp_path, (*PLAIN, "学校连线教育", "健康 Clinic")) == []


def test_without_posters_nothing_is_said(tmp_path: Path) -> None:
    assert said(tmp_path, (*PLAIN, "عربي"), ("backbone",)) == []
