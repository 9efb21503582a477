"""Fuzzes every reader: ``python -m tests.fuzz --inputs 200000 [--jobs 1] [--minutes N] [--seed 0] [--output FOLDER]``.

It needs the extra ``fuzz``. With the same output folder a run goes on where the one before it ended.
"""

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.input_files import pack
from tests.fuzz.reduce import reduce_failures
from tests.fuzz.targets import TARGETS, Target

_COVERAGE = re.compile(r"cov: (\d+) ft: \d+ corp: (\d+)/")
_INITIAL = re.compile(r"INITED +cov: (\d+) ft: \d+ corp: (\d+)/")
#: Linear algebra in several threads would take memory for each of them.
_ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
#: Processes that may die at one target in one round before the round gives it up.
_MOST_DEATHS = 20
#: Every target has its turn after so many inputs at most, so that no fault comes to light only in the end.
_A_ROUND = 70_000


@dataclass
class Figures:
    """What came of one target, over all its processes."""

    inputs: int = 0
    seconds: float = 0
    processor: float = 0
    slowest: float = 0
    memory: int = 0
    failures: dict[str, int] = field(default_factory=dict)
    coverage: tuple[int, int] = (0, 0)
    kept: tuple[int, int] = (0, 0)

    def add(self, path: Path) -> None:
        """Add what one process wrote of itself."""
        if not path.exists():
            return
        written = json.loads(path.read_text("utf-8"))
        self.inputs += written["inputs"]
        self.seconds += written["seconds"]
        self.processor += written["processor"]
        self.slowest, self.memory = max(self.slowest, written["slowest"]), max(self.memory, written["memory"])
        for kind, count in written["failures"].items():
            self.count(kind, count)

    def count(self, kind: str, count: int = 1) -> None:
        """Count failures of a kind."""
        self.failures[kind] = self.failures.get(kind, 0) + count


def fuzz(figures: Figures, target: str, folder: Path, inputs: int, seed: int, seconds: float) -> None:
    """Fuzz one target up to so many inputs; where its process dies, its input is saved and another one goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(_MOST_DEATHS):
        if figures.inputs >= inputs or figures.seconds >= seconds:
            break
        command = [sys.executable, "-m", "tests.fuzz.worker", target, folder, inputs - figures.inputs, seed + number]
        command.append(seconds - figures.seconds)
        log = folder / f"log-{seed + number}.txt"
        with (
            log.open("wb") as stream,
            subprocess.Popen([*map(str, command)], stderr=stream, stdout=stream, env=_ENVIRONMENT) as worker,
        ):
            code = worker.wait()
        figures.add(folder / f"figures-{worker.pid}.json")
        _add_coverage(figures, log)
        if code == 0:
            break
        figures.count(f"process ended with {code}")
        _save_last(folder, f"death-{worker.pid}", log)


def _add_coverage(figures: Figures, log: Path) -> None:
    text = log.read_text("utf-8", "replace")
    if initial := _INITIAL.search(text):
        last = _COVERAGE.findall(text)[-1]
        figures.coverage = (figures.coverage[0] or int(initial[1]), int(last[0]))
        figures.kept = (figures.kept[0] or int(initial[2]), int(last[1]))


def _save_last(folder: Path, name: str, log: Path) -> None:
    reading = folder / "reading"
    if reading.is_dir():
        (folder / "failures").mkdir(exist_ok=True)
        (folder / "failures" / f"{name}.zip").write_bytes(
            pack({path.name: path.read_bytes() for path in reading.iterdir()})
        )
        shutil.copyfile(log, folder / "failures" / f"{name}.txt")


def _table(figures: dict[str, Figures]) -> Iterable[str]:
    yield "target      inputs   /s  ms each  lines and branches  kept          slowest  memory  failures"
    for target, of in figures.items():
        lines, kept = " -> ".join(map(str, of.coverage)), " -> ".join(map(str, of.kept))
        yield (
            f"{target:10}{of.inputs:8,}{of.inputs / max(of.seconds, 0.001):5.0f}"
            f"{1000 * of.processor / max(of.inputs, 1):9.1f}"
            f"  {lines:18}  {kept:12}{of.slowest:7.1f} s{of.memory / 1e6:5.0f} MB  {sum(of.failures.values())}"
        )
    inputs, seconds = (sum(getattr(of, name) for of in figures.values()) for name in ("inputs", "seconds"))
    yield f"{inputs:,} inputs in {seconds / 60:.0f} minutes of worker time"
    for target, of in figures.items():
        for kind, count in sorted(of.failures.items()):
            yield f"  {target}: {kind} ({count} times)"


def main() -> int:
    """Fuzz every target and print the figures; return 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--target", choices=TARGETS, action="append")
    options = parser.parse_args()
    output = options.output or Path(tempfile.mkdtemp(prefix="fuzz-"))
    chosen = [TARGETS[name] for name in options.target or TARGETS]
    whole = sum(target.share for target in chosen)

    rounds = math.ceil(options.inputs / _A_ROUND)
    figures = {target.name: Figures() for target in chosen}

    def run(target: Target, number: int) -> None:
        share = target.share / whole * number / rounds
        seconds = options.minutes * 60 * share * options.jobs
        seed = options.seed + 1000 * number
        fuzz(figures[target.name], target.name, output / target.name, round(options.inputs * share), seed, seconds)

    with ThreadPoolExecutor(options.jobs) as pool:
        for number in range(1, rounds + 1):
            list(pool.map(run, chosen, [number] * len(chosen)))
            print(f"round {number} of {rounds}:", *_table(figures), sep="\n", flush=True)
    reduce_failures(output)
    print(f"corpus and failures: {output}")
    return int(any(of.failures for of in figures.values()))


if __name__ == "__main__":
    sys.exit(main())
