"""Reading a large table of answers: what it takes beside the size of the file, and beside splitting it into cells.

5,000 people answer about 400 partners, a fifth of the answers a tie. Memory is what Python holds at most beyond what it
held before (tracemalloc, which numpy reports to as well); time is of the processor, beside that of Python's own reader
of CSV files, which only splits the text. ``python -m tests.benchmarks`` prints both.
"""

import csv
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from stakeholder_graph.survey import Survey, read_partnership

SCALES = {
    "words": ("Never", "Once a year", "Every month", "Every week", "Every single day"),
    "one-digit cells": ("0", "1", "2", "3", "4"),
}
#: The peak may be so many times the size of the file.
MOST_MEMORY = 10
#: Reading may take so many times as long as splitting the text did when this was first measured.
MOST_TIME = {"words": 6.0, "one-digit cells": 23.0}
TIES = 0.2
_SETTINGS = """
[[question]]
kind = "tie"
layer = "contact"
file = "answers.csv"
respondent = "Organization"
columns = "How often do you work with [{{organization}}]"
scale = {scale}
"""


@dataclass(frozen=True)
class LargeTable:
    """What reading one took, in bytes and in seconds."""

    cells: str
    size: int
    peak: int
    seconds: float
    splitting: float
    survey: Survey

    @property
    def memory(self) -> float:
        """How many times the size of the file."""
        return self.peak / self.size

    @property
    def time(self) -> float:
        """How many times the time that splitting takes."""
        return self.seconds / self.splitting


def write_answers(folder: Path, scale: tuple[str, ...], respondents: int = 5_000, columns: int = 400) -> Path:
    """Write the answers, and the settings that say how they are read; give the file of the answers."""
    random, partners = Random(1), [f"Partner {number}" for number in range(1, columns)]
    weights = [1 - TIES, *[TIES / (len(scale) - 1)] * (len(scale) - 1)]
    path = folder / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Organization", *(f"How often do you work with [{partner}]" for partner in partners)])
        for number in range(respondents):
            writer.writerow([partners[number % len(partners)], *random.choices(scale, weights, k=len(partners))])
    listed = ", ".join(f'"{step}"' for step in scale)
    (folder / "partnership.toml").write_text(_SETTINGS.format(scale=f"[{listed}]"), encoding="utf-8")
    return path


def large_tables(times: int = 2, respondents: int = 5_000, columns: int = 400) -> Iterator[LargeTable]:
    """Read a table of words, then one of one-digit cells."""
    for cells, scale in SCALES.items():
        with TemporaryDirectory() as name:
            path = write_answers(Path(name), scale, respondents, columns)
            seconds, splitting = [], []
            for _ in range(times):
                start = process_time()
                with path.open(encoding="utf-8", newline="") as stream:
                    list(csv.reader(stream))
                split = process_time()
                survey = read_partnership(name)
                seconds.append(process_time() - split)
                splitting.append(split - start)
            tracemalloc.start()
            try:
                read_partnership(name)
                peak = tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()
            yield LargeTable(cells, path.stat().st_size, peak, min(seconds), max(min(splitting), 1e-9), survey)


def memory_table(tables: list[LargeTable]) -> str:
    """The figures as Markdown."""
    lines = ["| 5,000 answers by 400 columns | MB | MB at most | times the file | at most | seconds |",
             "|---|---:|---:|---:|---:|---:|"]  # fmt: skip
    for table in tables:
        megabytes = f"{table.size / 1e6:.3g} | {table.peak / 1e6:.3g} | {table.memory:.3g} | {MOST_MEMORY}"
        lines.append(f"| reading {table.cells} | {megabytes} | {table.seconds:.3g} |")
    return "\n".join(lines) + "\n"
