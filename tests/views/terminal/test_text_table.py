"""Tables of text: what a respondent wrote stays text, and the layout depends on the cells alone."""

import pytest

from stakeholder_graph.views.terminal.text_table import text_table


def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    cell = "[bold]Zoo[/bold] :smile: [link=https://example.org]x[/link]"
    assert text_table(("Name",), [(cell,)]) == f"Name\n{cell}\n"


def test_nothing_in_a_cell_steers_the_terminal() -> None:
    text = text_table(("Name", "Times"), [("\x1b[31mred\x1b[0m\x07\x9b2J", "1")])
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\x9b" not in text
    assert "red" in text


@pytest.mark.parametrize("columns", ["20", "500"])
def test_the_width_of_the_window_changes_nothing(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = text_table(("What", "What to do"), [("word " * 20, "Mend it.")], (52, 44))
    assert max(map(len, text.splitlines())) == 52 + 2 + len("What to do")
    assert text.split().count("word") == 20
    assert "\x1b" not in text


def test_numbers_stand_to_the_right_and_wide_letters_count_twice() -> None:
    text = text_table(("Sector", "Listed"), [("健康", "1,200"), ("Health", "8")])
    assert text.splitlines() == ["Sector  Listed", "健康     1,200", "Health       8"]


def test_a_word_wider_than_its_column_is_cut_and_nothing_is_lost() -> None:
    text = text_table(("Name",), [("x" * 70,)])
    assert text.count("x") == 70
    assert max(map(len, text.splitlines())) == 60
