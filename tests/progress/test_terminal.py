"""The line is shown on a terminal while something takes long, and leaves nothing behind where nobody watches."""

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from stakeholder_graph.cli.streams import PROGRESS_LINE, echo
from stakeholder_graph.progress import counted, part
from stakeholder_graph.progress.terminal import BETWEEN_LOOKS, FIRST_SHOWN, ProgressLine, progress_line
from stakeholder_graph.text import speaking

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Screen:
    """A terminal that keeps what is written to it."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture, self._written = capture, ""

    def getvalue(self) -> str:
        """What was written so far."""
        self._written += self._capture.readouterr().err
        return self._written

    def text(self) -> str:
        """What was written, without what steers it."""
        return ESCAPES.sub("", self.getvalue())


class Clock:
    """Seconds that go on when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        """Now."""
        return self.seconds


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Screen:
    # Of its class: the stream itself is another one when the test runs.
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _stream: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    return Screen(capsys)


def test_what_takes_less_than_two_seconds_shows_nothing(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    with line.watching():
        for _step in counted(range(4), 1, "Reading"):
            line.look()
            clock.seconds += FIRST_SHOWN / 4 - 0.01
        line.look()
    assert screen.getvalue() == ""


def test_what_is_done_how_far_it_is_and_how_much_time_is_left(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    shown = []
    with line.watching():
        for _step in counted(range(100), 1, "Measuring"):
            with part(1, "Density"):
                clock.seconds += BETWEEN_LOOKS
                line.look()
            shown.append(screen.text().splitlines()[-1].strip() if screen.text() else "")
    line.hide()
    assert shown[2] == ""
    assert re.fullmatch(r"Measuring: Density [━╸╺ ]+", shown[10])  # too early to know
    assert shown[20].endswith("about 40 s left")  # 39.5 of 50 seconds
    assert shown[69].endswith("about 15 s left")
    assert shown[95].endswith("a few seconds left")
    assert screen.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K")  # the line is gone, and the cursor is back


@pytest.mark.parametrize("columns", [60, 80])
def test_a_long_name_gives_way_to_the_time_that_is_left(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    clock = Clock()
    line = ProgressLine(clock)
    with line.watching():
        for step in counted(range(100), 1, "Measuring"):
            with part(1, "Whether those who work on an outcome work with each other more than chance gives"):
                clock.seconds += BETWEEN_LOOKS
                line.look()
            if step == 20:
                break
    line.hide()
    last = [text for text in re.split(r"[\r\n]", screen.text()) if text.strip()][-1]
    assert last.startswith("Measuring: Whe")
    assert "…" in last
    assert last.rstrip().endswith("about 40 s left")
    assert len(last) <= columns


def test_a_name_of_a_survey_neither_steers_the_terminal_nor_is_markup(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    with line.watching(), part(1, "Reading"), part(1, "[/red] Gem\x1b[2J\nClinic\u202e"):
        clock.seconds += FIRST_SHOWN
        line.look()
    line.hide()
    assert "Reading: [/red] Gem�[2J Clinic" in screen.text()
    assert "\x1b[2J" not in screen.getvalue()


def test_it_speaks_the_language_of_whoever_works(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    with line.watching(), speaking("es"):
        for _step in counted(range(2), 1, "Medir"):
            clock.seconds += 20
            line.look()
    assert "quedan unos 40 s" in screen.text()


def test_what_is_printed_meanwhile_stands_above_it(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    with click.Context(click.Command("read")) as context, line.watching(), part(1, "Reading"):
        context.meta[PROGRESS_LINE] = line
        clock.seconds += FIRST_SHOWN
        line.look()
        echo("Note: a blank row", err=True)
        line.look()
    line.hide()
    shown = re.sub(r"\r+", "", screen.getvalue())
    assert "\x1b[1A\x1b[2KNote: a blank row\n" in shown
    assert "Reading" in shown.partition("Note")[2]


def test_where_nothing_is_being_done_nothing_is_shown(screen: Screen) -> None:
    clock = Clock()
    line = ProgressLine(clock)
    with line.watching():
        clock.seconds += 60  # somebody thinks about a question
        line.look()
    assert screen.getvalue() == ""


@pytest.mark.parametrize(("terminal", "quiet"), [(False, False), (True, True)])
def test_off_a_terminal_and_where_quiet_is_asked_for_nothing_is_counted(
    monkeypatch: pytest.MonkeyPatch, screen: Screen, terminal: bool, quiet: bool
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _stream: terminal)
    with progress_line(quiet=quiet) as line, part(1, "Reading") as reading:
        assert line is None
        assert reading.doing == []
    assert screen.getvalue() == ""


SLOW = """
import time
from stakeholder_graph.progress import counted
from stakeholder_graph.progress.terminal import progress_line
with progress_line(quiet={quiet}):
    for _step in counted(range({steps}), 1, "Counting"):
        time.sleep(0.1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
@pytest.mark.parametrize(("steps", "quiet", "seen"), [(30, False, True), (5, False, False), (30, True, False)])
def test_on_a_real_terminal(tmp_path: Path, steps: int, quiet: bool, seen: bool) -> None:
    ours, theirs = os.openpty()
    log = tmp_path / "stdout"
    with log.open("wb") as stdout:
        program = [sys.executable, "-c", SLOW.format(steps=steps, quiet=quiet)]
        process = subprocess.Popen(program, stdout=stdout, stderr=theirs, env={**os.environ, "TERM": "xterm"})
        os.close(theirs)
        written, ends = b"", time.monotonic() + 60
        while time.monotonic() < ends and select.select([ours], [], [], 60)[0]:
            try:
                read = os.read(ours, 65536)
            except OSError:  # nobody writes any more
                break
            if not read:
                break
            written += read
        os.close(ours)
    assert process.wait(timeout=60) == 0
    assert (b"Counting" in written) == seen
    assert written == b"" or written.endswith(b"\x1b[?25h\r\x1b[1A\x1b[2K")
    assert log.read_bytes() == b""
