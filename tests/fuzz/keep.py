"""Chooses the inputs that stay in the repository: ``python -m tests.fuzz.keep OUTPUT [--most 140]``.

OUTPUT is the folder of a run. What stays is what failed once, and then whatever reaches the most further lines.
"""

import argparse
import hashlib
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from inspect import CO_NEWLOCALS, CO_OPTIMIZED
from pathlib import Path
from random import Random
from types import CodeType, FrameType

import stakeholder_graph
from tests.fuzz.guard import run
from tests.fuzz.input_files import Files, lay_out, pack, unpack
from tests.fuzz.seeds import CORPUS
from tests.fuzz.targets import TARGETS, Target

_PACKAGE = str(Path(stakeholder_graph.__file__).parent)
#: From one line of a function to another.
Step = tuple[CodeType, int, int]
#: Inputs looked at for each target, drawn at random but the same every time.
_MOST_CANDIDATES = 200
#: What one file costs beside its bytes, in bytes.
_A_FILE = 300


@dataclass(frozen=True)
class Candidate:
    """An input and what it reaches."""

    target: str
    data: bytes
    steps: frozenset[Step]


def steps_of(target: Target, files: Files, folder: Path) -> frozenset[Step]:
    """Give the steps from line to line of the package that an input makes."""
    steps: set[Step] = set()

    def called(frame: FrameType, event: str, argument: object) -> object:
        code = frame.f_code
        if not code.co_filename.startswith(_PACKAGE):
            return None
        last = 0

        def stepped(frame: FrameType, event: str, argument: object) -> object:
            nonlocal last
            if event == "line":
                steps.add((code, last, frame.f_lineno))
                last = frame.f_lineno
            return stepped

        return stepped

    lay_out(files, folder)
    sys.settrace(called)  # type: ignore[arg-type]
    try:
        run(target.read, folder)
    finally:
        sys.settrace(None)
    return frozenset(steps)


def _candidates(output: Path, folder: Path) -> Iterator[Candidate]:
    for name, target in TARGETS.items():
        paths = [
            path for place in (output / name / "corpus", CORPUS / name) if place.is_dir() for path in place.iterdir()
        ]
        drawn = Random(0).sample(sorted(paths), min(len(paths), _MOST_CANDIDATES))
        for files in map(unpack, map(Path.read_bytes, drawn)):
            if files:
                yield Candidate(name, pack(files, zipfile.ZIP_DEFLATED), steps_of(target, files, folder))


def chosen(candidates: list[Candidate], most: int, known: Mapping[str, set[Step]]) -> Iterator[Candidate]:
    """Give candidates, each of which reaches what those before it do not, as long as there are any.

    Every target has a part in them: what counts is the share of all that is reached of it.
    """
    whole = dict.fromkeys(TARGETS, 1)
    for target in TARGETS:
        whole[target] += len(set[Step]().union(*(member.steps for member in candidates if member.target == target)))
    reached = {target: set(known.get(target, ())) for target in TARGETS}
    for _ in range(most):
        best = max(candidates, key=lambda candidate: _gain(candidate, reached) / whole[candidate.target], default=None)
        if best is None or not _gain(best, reached):
            return
        reached[best.target] |= best.steps
        yield best


def _gain(candidate: Candidate, reached: Mapping[str, set[Step]]) -> float:
    return len(candidate.steps - reached[candidate.target]) / (len(candidate.data) + _A_FILE)


def _lines_reached(all_steps: Iterable[frozenset[Step]]) -> Iterator[str]:
    """Say what share of the lines in functions inputs reach, by package of readers."""
    reached = {(code.co_filename, line) for steps in all_steps for code, _, line in steps}
    for package in ("survey", "tabular", "exchange"):
        lines = set[tuple[str, int]]()
        for path in (Path(_PACKAGE) / package).rglob("*.py"):
            todo = [compile(path.read_bytes(), str(path), "exec")]
            while todo:
                code = todo.pop()
                todo += [part for part in code.co_consts if isinstance(part, CodeType)]
                if (
                    code.co_flags & CO_NEWLOCALS and code.co_flags & CO_OPTIMIZED
                ):  # a function, which importing does not run
                    lines |= {(str(path), line) for *_, line in code.co_lines() if line and line != code.co_firstlineno}
        yield f"{package}: {len(lines & reached):,} of {len(lines):,} lines ({len(lines & reached) / len(lines):.0%})"


def main() -> None:
    """Write the corpus anew; inputs that failed once stay as they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.keep", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--most", type=int, default=140)
    options = parser.parse_args()
    known: dict[str, set[Step]] = {}
    with tempfile.TemporaryDirectory() as folder:
        mended = sorted(CORPUS.glob("*/mended-*.zip"))
        for path in mended:
            files, target = unpack(path.read_bytes()), path.parent.name
            known.setdefault(target, set()).update(steps_of(TARGETS[target], files, Path(folder)))
        candidates = list(_candidates(options.output, Path(folder)))
    print(f"{len(candidates)} candidates, {len(mended)} that failed once")
    for path in CORPUS.glob("*/reaches-*.zip"):
        path.unlink()
    size = count = 0
    for candidate in chosen(candidates, options.most - len(mended), known):
        name = f"reaches-{hashlib.sha256(candidate.data).hexdigest()[:8]}.zip"
        (CORPUS / candidate.target).mkdir(parents=True, exist_ok=True)
        (CORPUS / candidate.target / name).write_bytes(candidate.data)
        size, count = size + len(candidate.data), count + 1
    print(f"{count} chosen, {size:,} bytes")
    print(*_lines_reached(candidate.steps for candidate in candidates), sep="\n")


if __name__ == "__main__":
    main()
