"""Progress is shown while somebody watches, and leaves nothing behind where nobody does."""

import sys

import pytest

from stakeholder_graph.views.terminal.progress import progress_bar, progress_status


def test_nothing_is_written_off_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("Reading", 2) as advance:
        advance(1)
    with progress_status() as say:
        say("Density")
    assert capsys.readouterr() == ("", "")


def test_a_name_that_looks_like_markup_is_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with progress_status() as say:
        say("[/red] contact")
    with progress_bar("[/red] Reading", 2) as advance:
        advance(1)
        advance(2)
    out, err = capsys.readouterr()
    assert out == ""
    assert "[/red] Reading" in err


def test_quiet_says_nothing_on_a_terminal_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress_status(quiet=True) as say:
        say("Density")
    assert capsys.readouterr().err == ""
