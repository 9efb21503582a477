"""Ctrl-C and what a computer refuses: an exit code and a sentence, never a traceback."""

import errno
import signal
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.storage import disk

FILES = {"organizations.csv": "organization,sector\nAda,x\nBen,y\nCem,y\n", "ties.csv": "from,to\nAda,Ben\nBen,Cem\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def report(folder: Path) -> tuple[int, str]:
    arguments = [
        "report",
        str(folder),
        "-o",
        str(folder / "outputs"),
        "--permutations",
        "99",
        "--draws",
        "20",
        "--quiet",
    ]
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = report(folder)
    assert code == 0, output
    before = {path: path.read_bytes() for path in (folder / "outputs").rglob("*") if path.is_file()}

    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(disk, "write", full)
    code, output = report(folder)
    assert code == 2
    assert "Error: The disk is full" in output
    assert {path: path.read_bytes() for path in (folder / "outputs").rglob("*") if path.is_file()} == before


def test_ctrl_c_while_it_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: Path, content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "write", stopped)
    code, output = report(folder)
    assert code == 130, output
    assert "Stopped. No file was left half-written." in output
    assert list((folder / "outputs").iterdir()) == []


def test_the_system_ends_it_while_it_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(disk, "write", lambda path, content: signal.raise_signal(signal.SIGTERM))
    code, output = report(folder)
    assert code == 143, output
    assert "Stopped. No file was left half-written." in output
    assert list((folder / "outputs").iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == before


def test_ctrl_c_at_a_question(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: object, **options: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise click.Abort from None

    (folder / "export.csv").write_text("a,b\n1,2\n")
    monkeypatch.setattr("stakeholder_graph.cli.starting.questions.ask", stopped)
    assert CliRunner().invoke(main, ["start", str(folder)]).exit_code == 130
