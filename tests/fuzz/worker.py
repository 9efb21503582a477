"""Fuzzes one target in a process of its own: ``python -m tests.fuzz.worker TARGET FOLDER INPUTS SEED SECONDS``.

The library atheris decides by coverage which inputs are kept and changed again. What fails is saved, and the run goes
on.
"""

import json
import os
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["stakeholder_graph"]):
    from tests.fuzz.targets import TARGETS

from tests.fuzz.guard import limit_memory, peak_memory, run
from tests.fuzz.input_files import MOST_BYTES, lay_out, pack, unpack
from tests.fuzz.mutations import Mutations
from tests.fuzz.seeds import seeds, words

#: Inputs that are saved of each kind of failure.
_SAVED = 3
#: Seconds from which on an input is saved as slow.
_SLOW = 3.0


class Worker:
    """Counts, and saves what fails.

    Parameters
    ----------
    target : str
        What is fuzzed.
    folder : Path
        Takes the corpus, the failures, the figures, and the files of the input that is being read.
    inputs : int
        How many to make.
    seed : int
        Of the mutations.
    seconds : float
        After which to stop in any case.
    """

    def __init__(self, target: str, folder: Path, inputs: int, seed: int, seconds: float) -> None:
        self.target, self.folder, self.inputs = TARGETS[target], folder, inputs
        self.corpus, self.failures, self.reading = (folder / name for name in ("corpus", "failures", "reading"))
        for path in (self.corpus, self.failures, self.reading):
            path.mkdir(parents=True, exist_ok=True)
        first = seeds(target, self.reading)
        for number, files in enumerate(first):
            (self.corpus / f"seed-{number:03}").write_bytes(pack(files))
        random = Random(seed)
        self.mutate = Mutations(random, words(first), first, lambda data: atheris.Mutate(data, len(data) + 64))
        self.made = self.new = 0
        self.start, self.end = time.monotonic(), time.monotonic() + seconds
        self.slowest, self.processor = 0.0, 0.0
        self.kinds: Counter[str] = Counter()
        self.before = 0

    def mutated(self, data: bytes, most: int, seed: int) -> bytes:
        """Give a changed input; atheris calls this."""
        self.mutate.random.seed(seed)
        try:
            changed = pack(self.mutate(unpack(data)))
        except Exception:  # atheris would wait for ever
            traceback.print_exc()
            os._exit(3)
        self.made += 1
        return changed if len(changed) <= min(most, MOST_BYTES) else data

    def read(self, data: bytes) -> None:
        """Read an input; atheris calls this."""
        files = unpack(data)
        lay_out(files, self.reading)
        outcome = run(self.target.read, self.reading)
        self.processor += outcome.seconds
        self.slowest = max(self.slowest, outcome.seconds)
        if outcome.failure or outcome.seconds > _SLOW:
            self._save(files, outcome.failure or "slow", outcome.details)
        if self.made == 1:
            limit_memory()
            self.before = peak_memory()
        if self.made % 200 == 0 or self.made >= self.inputs:
            self.write_figures()
        if self.made >= self.inputs or time.monotonic() > self.end:
            self.write_figures()
            os._exit(0)

    def _save(self, files: dict[str, bytes], kind: str, details: str) -> None:
        self.kinds[kind] += 1
        if self.kinds[kind] <= _SAVED:
            name = "".join(letter if letter.isalnum() else "-" for letter in kind)
            path = self.failures / f"{name}-{os.getpid()}-{self.kinds[kind]}.zip"
            path.write_bytes(pack(files))
            path.with_suffix(".txt").write_text(f"{kind}\n{details}", "utf-8", "replace")

    def write_figures(self) -> None:
        """Say how far it has come."""
        figures = {
            "inputs": self.made,
            "seconds": time.monotonic() - self.start,
            "processor": self.processor,
            "slowest": self.slowest,
            "memory": peak_memory() - self.before,
            "failures": dict(self.kinds),
        }
        (self.folder / f"figures-{os.getpid()}.json").write_text(json.dumps(figures), "utf-8")


def main(target: str, folder: str, inputs: str, seed: str, seconds: str) -> None:
    """Fuzz until so many inputs are made or the time is over."""
    worker = Worker(target, Path(folder), int(inputs), int(seed), float(seconds))
    options = {
        "max_len": MOST_BYTES,
        "len_control": 0,
        "timeout": 600,  # of the clock; the guard counts the processor
        "rss_limit_mb": 0,  # the guard limits it
        "reload": 0,
        "entropic_scale_per_exec_time": 1,  # what is fast is changed more often
        "seed": int(seed) + 1,
    }
    arguments = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], str(worker.corpus), *arguments], worker.read, custom_mutator=worker.mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
