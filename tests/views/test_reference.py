"""The references of measures and editions: complete, the same as ``explain``, and no older than the code."""

import textwrap

import pytest

from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.views.explain import WIDTH, explain
from stakeholder_graph.views.reference import EDITIONS_PATH, PATH, editions_reference, reference


def test_the_references_are_those_that_the_code_would_write() -> None:
    again = "python -m stakeholder_graph.views.reference"
    assert PATH.read_text(encoding="utf-8") == reference(), f"run {again}"
    assert EDITIONS_PATH.read_text(encoding="utf-8") == editions_reference(), f"run {again}"


def test_the_reference_of_editions_says_of_every_word_what_it_could_tell() -> None:
    rows = [line for line in editions_reference().splitlines() if line.endswith("|")]
    for word in DECLARED_WORDS.values():
        said = word.text.format(one="…", other="…")
        assert len([row for row in rows if said in row and f"`{word.measure}`" in row and word.could_tell in row]) >= 1


@pytest.mark.parametrize("name", measures())
def test_explain_and_the_reference_say_question_reading_formula_bounds_what_is_undefined_and_sources(name: str) -> None:
    info, said, written = measures()[name], explain(name), reference()
    told = {
        "": info.question,
        "How to read it": info.how_to_read,
        "Formula": info.formula,
        "Undefined": info.undefined,
    }
    for label, text in told.items():
        assert text.strip(), label
        assert textwrap.fill(f"{label}: {text}" if label else text, WIDTH) in said
        assert text in written
    assert "Values: " in said
    assert info.references
    assert all(textwrap.fill(f"Source: {source}", WIDTH) in said and source in written for source in info.references)
