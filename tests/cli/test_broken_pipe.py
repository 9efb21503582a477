"""Whoever reads along and stops, such as ``head``, is told nothing: it has what it wanted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("command", [["check"], ["measure"]])
def test_it_ends_without_a_word(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nA\nB\nC\n")
    (tmp_path / "ties.csv").write_text("from,to\nA,B\nB,C\n")
    reading, writing = os.pipe()
    os.close(reading)
    more = ["density"] if command == ["measure"] else []
    ended = subprocess.run(
        [sys.executable, "-m", "stakeholder_graph", *command, str(tmp_path), *more],
        stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(writing)
    assert ended.returncode != 0
    assert "cannot be used" not in ended.stderr
    assert "Traceback" not in ended.stderr
