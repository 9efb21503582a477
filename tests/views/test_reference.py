"""The references of measures and editions: complete, the same as ``explain``, and no older than the code."""

import textwrap

import pytest

from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.views.explain import WIDTH, explain
from stakeholder_graph.views.reference import EDITIONS_PATH, PATH, editions_page, reference, words_reference


def test_the_references_are_those_that_the_code_would_write() -> None:
    again = "python -m stakeholder_graph.views.reference"
    assert PATH.read_text(encoding="utf-8") == reference(), f"run {again}"
    written = EDITIONS_PATH.read_text(encoding="utf-8")
    assert written == editions_page(written), f"run {again}"
    assert words_reference() in written


def test_of_every_word_it_is_said_what_it_could_tell() -> None:
    rows = [line for line in words_reference().splitlines() if "`" in line]
    assert len(rows) == len(DECLARED_WORDS)
    for row, word in zip(rows, DECLARED_WORDS.values(), strict=True):
        assert word.text.split("{")[0] in row
        assert f"`{word.measure}`" in row
        assert word.could_tell in row


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
