"""Whose names the posters cannot show, or only in a font of the reader's, is said before the report is written."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.present.paper import other_scripts
from stakeholder_graph.views.report_folders import publish

PLAIN = ("Alder House", "Birch School", "Zürich Łódź", "Ελπίδα", "Здоровье")


def said(
    folder: Path,
    names: tuple[str, ...],
    editions: tuple[str, ...] = ("backbone", "partners"),
    say: Callable[[str], None] | None = None,
) -> list[str]:
    (folder / "organizations.csv").write_text("organization\n" + "\n".join(names) + "\n", encoding="utf-8")
    ties = [f"{one},{other}" for one, other in pairwise(names)]
    (folder / "ties.csv").write_text("from,to\n" + "\n".join(ties) + "\n", encoding="utf-8")
    partnership = to_partnership(read_partnership(folder))
    sentences: list[str] = []
    publish(partnership, (), partnership.latest, folder / "out", editions, say or sentences.append)  # type: ignore[arg-type]
    return sentences


@pytest.fixture(autouse=True)
def no_fonts_here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with no font but those that are installed with this tool."""
    other_scripts.forget_fonts()
    monkeypatch.setattr(other_scripts, "fonts_here", tuple)
    yield
    other_scripts.forget_fonts()


@pytest.mark.parametrize("name", ["🎈 Balloon Fund", "मदद", "ศูนย์สุขภาพ"])
def test_a_name_that_no_font_here_has(tmp_path: Path, name: str) -> None:
    (sentence,) = said(tmp_path, (*PLAIN, name))
    assert f"cannot show every letter of 1 name: “{name}”." in sentence
    assert "Install a font" in sentence
    assert "map.html" in sentence


def test_several_names_are_one_sentence_that_says_each(tmp_path: Path) -> None:
    (sentence,) = said(tmp_path, (*PLAIN, "मदद", "ሰላም"))
    assert "of 2 names" in sentence
    assert "“मदद”" in sentence
    assert "“ሰላም”" in sentence


@pytest.mark.parametrize("name", ["مؤسسة بيت الأمل", "עמותת השכונה", "Հույս", "😀 Fun"])
def test_names_that_are_shaped_are_not_mentioned(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, (*PLAIN, name)) == []


def test_names_in_a_font_of_the_reader_s_are_to_be_looked_at_before_printing(tmp_path: Path) -> None:
    (sentence,) = said(tmp_path, (*PLAIN, "学校连线教育", "健康 Clinic"))
    assert "2 names" in sentence
    assert "Look at the posters before" in sentence


def test_it_is_said_before_anything_is_written(tmp_path: Path) -> None:
    there: list[bool] = []
    said(tmp_path, (*PLAIN, "मदद"), say=lambda sentence: there.append((tmp_path / "out").exists()))
    assert there == [False]


def test_without_posters_nothing_is_said(tmp_path: Path) -> None:
    assert said(tmp_path, (*PLAIN, "मदद"), ("backbone",)) == []
