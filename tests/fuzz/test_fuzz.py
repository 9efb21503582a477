"""Inputs that fuzzing brought to light are read within the limits, and the fuzzer notices what it is to notice."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stakeholder_graph.model.errors import StakeholderGraphError
from tests.fuzz.guard import run
from tests.fuzz.input_files import MOST_BYTES, Files, pack, unpack, usable_name
from tests.fuzz.mutations import Mutations
from tests.fuzz.reduce import smaller
from tests.fuzz.seeds import CORPUS, seeds, words
from tests.fuzz.targets import TARGETS


def test_no_input_of_the_corpus_fails() -> None:
    """In a process of its own, which may ask for one gigabyte beyond its imports and take 20 seconds an input."""
    root = str(CORPUS.parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.replay"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": root, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(list(CORPUS.rglob('*.zip')))} inputs read, 0 failed" in done.stdout


def test_the_corpus_stays_small() -> None:
    files = list(CORPUS.rglob("*.zip"))
    assert {path.parent.name for path in files} == set(TARGETS)
    assert len(files) <= 150
    assert sum(path.stat().st_size for path in files) < 1_000_000
    assert all(usable_name(name) for path in files for name in unpack(path.read_bytes()))


def _raises(error: BaseException) -> Callable[[Path], None]:
    def read(folder: Path) -> None:
        raise error

    return read


def _never_ends(folder: Path) -> None:
    while True:
        pass


def test_what_counts_as_a_failure(tmp_path: Path) -> None:
    assert run(_raises(StakeholderGraphError("in words")), tmp_path).failure == ""
    assert run(_raises(ValueError("ours")), tmp_path).failure == "ValueError"
    assert run(_raises(MemoryError()), tmp_path).failure == "MemoryError"
    assert run(_never_ends, tmp_path, most_seconds=0.2).failure == "HangError"
    read = TARGETS["folders"].read
    assert run(read, tmp_path).failure == ""

    def counts_nothing(folder: Path) -> int:
        return len(None)  # type: ignore[arg-type]

    broken = run(counts_nothing, tmp_path)
    assert broken.failure.startswith("TypeError")
    assert "in counts_nothing" in broken.details


def test_more_memory_than_allowed_is_a_failure() -> None:
    code = (
        "from pathlib import Path; from tests.fuzz.guard import *; limit_memory(); "
        "print(run(lambda folder: bytearray(MOST_MEMORY // 2), Path('.')).failure or 'fits'); "
        "print(run(lambda folder: bytearray(MOST_MEMORY * 11 // 10), Path('.')).failure)"
    )
    root = str(CORPUS.parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["fits", "MemoryError"]


@pytest.mark.parametrize("target", TARGETS)
def test_mutations_give_inputs_that_can_be_laid_out(target: str, tmp_path: Path) -> None:
    first = seeds(target, tmp_path)
    chance = random.Random(0)
    mutate = Mutations(chance, words(first), first, lambda data: data[::-1])
    changed = 0
    for _ in range(60):
        files = chance.choice(first)
        again = mutate(files)
        assert unpack(pack(again)) == again
        assert all(usable_name(name) for name in again)
        changed += again != files
    assert changed > 50
    assert all(len(pack(files)) < MOST_BYTES for files in first)


def test_a_failing_input_is_made_small() -> None:
    def fails(files: Files) -> bool:
        return b"bad" in files.get("ties.csv", b"")

    files = {"organizations.csv": b"A\nB\n", "ties.csv": b"from,to\nA,B\nA,bad\nB,A\n"}
    assert smaller(files, fails) == {"ties.csv": b"bad"}
