"""Formats are known by the headers that they declare; a format of another package may be asked instead."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import Responses, Signature, read_export, source
from stakeholder_graph.survey.formats.plain import read

OWN = Signature(opening=("reference",), among=("answer.*", "answer.*"), below=r"\d+")


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def by_another_package(**module: Any) -> None:
        entry = SimpleNamespace(name="other", load=lambda: SimpleNamespace(**module))
        monkeypatch.setattr(source, "entry_points", lambda group: [entry] if group == source.ENTRY_POINTS else [])
        source._formats.cache_clear()

    yield by_another_package
    source._formats.cache_clear()


def write(folder: Path, text: str) -> Path:
    file = folder / "answers.csv"
    file.write_text(text)
    return file


def by_other(opened: source.Source, inspection: Inspection) -> Responses | None:
    responses = read(opened, inspection)
    return responses and Responses("Other", responses.table)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Reference,Answer 1,Answer 2\n7,a,b\n", "Other"),
        (
            "reference,<b>Answer</b> 1,note,ANSWER 2\n,,,\n7,a,,b\n",
            "Other",
        ),  # any case, HTML, blank rows
        ("Answer 1,Reference,Answer 2\na,7,b\n", "plain wide CSV"),  # not the first
        ("Reference,Answer 1\n7,a\n", "plain wide CSV"),  # one header too few
        ("Reference,Answer 1,Answer 2\nseven,a,b\n", "plain wide CSV"),  # no number below
        ("A reference,Answer 1,Answer 2\n7,a,b\n", "plain wide CSV"),  # a header is compared whole
    ],
)
def test_a_signature(tmp_path: Path, offer: Any, text: str, format: str) -> None:
    offer(SIGNATURES=(OWN,), read=by_other)
    responses = read_export(write(tmp_path, text), "answers.csv", Inspection())
    assert responses
    assert responses.format == format


@pytest.mark.parametrize(("spellings", "format"), [({}, "Other"), ({"SPELLINGS": {"JSON"}}, "plain wide CSV")])
def test_a_format_that_is_asked(tmp_path: Path, offer: Any, spellings: dict[str, Any], format: str) -> None:
    offer(recognize=lambda opened: "mine" in opened.headers, read=by_other, **spellings)
    responses = read_export(write(tmp_path, "mine,food\na,b\n"), "answers.csv", Inspection())
    assert responses
    assert responses.format == format
