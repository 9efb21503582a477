"""What each measure takes against the number of organizations: seconds of the processor, and the exponent.

Measured as ``measure NAME`` does, without ranges and tests, but for measures whose value is a test: these take 99
permutations. Each is computed in a process of its own, with nothing worked out before, and with limits of time and
memory: where it meets one, or would clearly meet it by how it grew, this size and larger ones are left out.
"""

import multiprocessing
import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from time import process_time
from typing import get_args

import numpy as np

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.studies._arguments import extent_of
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from tests.benchmarks.everything import LAYER, everything
from tests.benchmarks.timing import in_words

SIZES = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
#: Sizes that the page shows; the CSV has all.
SHOWN = (100, 1_000, 10_000, 100_000)
#: Seconds of the processor, and bytes, that one measure may take at one size; and how many times longer by the clock.
CAP, MEMORY, CLOCK = 60, 16 << 30, 20
#: How many times the cap a measure has to be expected to take to be left out untried.
CLEARLY = 1.5
#: Below so many seconds what a call itself takes hides how the time grows.
FLOOR = 0.005
#: What takes less is measured three times.
SHORT = 0.2


@dataclass(frozen=True)
class Cell:
    """One measure at one size: seconds, whether it gave anything, and the ids of its caveats."""

    seconds: float
    gave: bool
    caveats: frozenset[str]


@dataclass
class Growth:
    """One measure at all sizes; None where a limit was met."""

    name: str
    cells: dict[int, Cell | None] = field(default_factory=dict)

    @property
    def left_out(self) -> bool:
        """Whether the last size met a limit, or was too large to be tried."""
        return None in self.cells.values()

    @property
    def says_nothing(self) -> bool:
        """Whether it gave nothing at any size, since its questions are none of these networks."""
        return not any(cell.gave for cell in self.cells.values() if cell)

    @property
    def seconds(self) -> dict[int, float]:
        """By size, where it gave something."""
        return {n: cell.seconds for n, cell in self.cells.items() if cell and cell.gave}

    @property
    def one_way(self) -> dict[int, float]:
        """The same, of the longest run of sizes that were measured in one way: with the same caveats."""
        runs: list[dict[int, float]] = [{}]
        before: frozenset[str] | None = None
        for n, cell in self.cells.items():
            if cell and cell.gave:
                if cell.caveats != before:
                    runs.append({})
                runs[-1][n] = cell.seconds
                before = cell.caveats
        return max(runs, key=len)

    def expected(self, n: int) -> float:
        """Seconds at a larger size, if it goes on growing as between the last two; 0 where too little is known."""
        (smaller, before), (larger, last) = ([(0, 0.0)] * 2 + list(self.seconds.items()))[-2:]
        if before < FLOOR or last < FLOOR:
            return 0.0
        return float(last * (last / before) ** (np.log(n / larger) / np.log(larger / smaller)))

    def notes(self) -> str:
        """Where a limit changes the method, and what is left out from which size on."""
        sizes, notes = list(self.cells), []
        known = [cell.caveats if cell else frozenset() for cell in self.cells.values()]
        measured = sum(cell is not None for cell in self.cells.values())
        for caveat in sorted(frozenset().union(*known)):
            since = next(k for k in range(measured) if caveat in known[k])
            if since and all(caveat in caveats for caveats in known[since:measured]):
                notes.append(f"{caveat.replace('_', ' ')} from {sizes[since]:,}")
        for n, cell in self.cells.items():
            if cell and not cell.gave and any(m < n for m in self.seconds):
                notes.append(f"gives nothing from {n:,}")
                break
        if self.left_out:
            first = next(n for n, cell in self.cells.items() if cell is None)
            notes.append(f"stopped at {first:,}")
        return "; ".join(notes)


def exponent(seconds: dict[int, float], floor: float = FLOOR) -> float | None:
    """The slope of log time on log n by least squares, over the upper half of the sizes; None for fewer than three."""
    upper = list(seconds.items())[len(seconds) // 2 :]
    points = [(n, s) for n, s in upper if s >= floor]
    if len(points) < 3:
        return None
    n, s = np.log(np.array(points)).T
    return float(np.polyfit(n, s, 1)[0])


def growth(
    sizes: Sequence[int] = SIZES,
    names: Sequence[str] | None = None,
    *,
    cap: int = CAP,
    say: Callable[[str], None] = lambda text: None,
) -> list[Growth]:
    """Measure all of them, the smallest networks first, each within so many seconds of the processor."""
    chosen = [info for name, info in measures().items() if names is None or name in names]
    rows = {info.name: Growth(info.name) for info in chosen}
    for n in sizes:
        partnership = everything(n)
        # Made before any clock starts, and never again.
        partnership.graph().layer(LAYER)
        say(f"{n:,} organizations")
        for info in chosen:
            row = rows[info.name]
            hopeless = row.left_out or row.expected(n) > CLEARLY * cap
            row.cells[n] = None if hopeless else _limited(partnership, info, cap)
            cell = row.cells[n]
            say(f"  {info.name}: " + (in_words(cell.seconds) if cell else "left out"))
    return list(rows.values())


def _limited(partnership: Partnership, info: MeasureInfo, cap: int) -> Cell | None:
    """One cell; the least of three times where it takes little."""
    cell = _in_a_process(partnership, info, cap)
    if cell is None or cell.seconds > SHORT:
        return cell
    again = (_in_a_process(partnership, info, cap) for _ in range(2))
    return min((cell, *filter(None, again)), key=lambda measured: measured.seconds)


def _in_a_process(partnership: Partnership, info: MeasureInfo, cap: int) -> Cell | None:
    """One cell, by a copy of this process, which ends where it meets a limit and leaves nothing worked out here."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    child = fork.Process(target=_measured, args=(partnership, info, cap, there))
    child.start()
    there.close()
    try:
        return here.recv() if here.poll(CLOCK * cap) else None
    except EOFError:
        return None
    finally:
        child.kill()
        child.join()


def _measured(partnership: Partnership, info: MeasureInfo, cap: int, to: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (cap, cap + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    layers = [LAYER] if extent_of(info) == "layer" else None
    studies = any(kind is StudyContext or StudyContext in get_args(kind) for kind in info.takes.values())
    settings = MeasureSettings(permutations=99 if studies else 0, draws=0)
    begun = process_time()
    try:
        findings = assess(partnership, [info.name], layers=layers, settings=settings)
    except MemoryError:
        return
    seconds = process_time() - begun
    gave = any(finding.value is not None or finding.table or finding.tables for finding in findings)
    to.send(Cell(seconds, gave, frozenset(caveat.id for finding in findings for caveat in finding.caveats)))


def growth_table(rows: Sequence[Growth], sizes: Sequence[int] = SHOWN) -> str:
    """The measures as Markdown, the steepest first, at some of the sizes."""
    lines = [
        f"| seconds | {' | '.join(f'{n:,}' for n in sizes)} | exponent | |",
        f"|---|{'---:|' * (len(sizes) + 1)}---|",
    ]
    shown = sorted((row for row in rows if not row.says_nothing), key=_steepness)
    for row in shown:
        slope = exponent(row.one_way)
        cells = [in_words(row.seconds.get(n)) for n in sizes]
        lines.append(
            f"| `{row.name}` | {' | '.join(cells)} | {'' if slope is None else f'{slope:.1f}'} | {row.notes()} |"
        )
    silent = [f"`{row.name}`" for row in rows if row.says_nothing]
    beneath = f"\nWith nothing to say in these networks: {', '.join(silent)}.\n" if silent else ""
    return "\n".join(lines) + "\n" + beneath


def _steepness(row: Growth) -> tuple[float, str]:
    return -(exponent(row.one_way) or -1), row.name


def growth_csv(rows: Sequence[Growth]) -> Iterator[str]:
    """All sizes, a measure and size a line."""
    yield "measure,organizations,seconds,limit"
    for row in rows:
        for n, cell in row.cells.items():
            yield f"{row.name},{n},{'' if cell is None else f'{cell.seconds:.6f}'},{'met' if cell is None else ''}"
