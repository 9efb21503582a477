"""What a whole report takes: of the example, and against the number of organizations."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.everything import write_everything
from tests.benchmarks.networks import layer
from tests.benchmarks.plain_loop import seconds_of_loop
from tests.benchmarks.scaling import exponent
from tests.benchmarks.timing import in_words

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "surveys" / "wren-county"
SIZES = (50, 100, 200, 500, 1_000)
#: Seconds by the clock after which a report is given up, and what the example's aims at.
CAP, AIM = 1_800, 8
#: The yardstick: the plain loop of E-I with so many permutations of so many organizations.
PERMUTATIONS, ORGANIZATIONS = 10_000, 1_000


@dataclass(frozen=True)
class ReportTime:
    """Seconds of one report, by the clock and of all processors; None where it was given up."""

    what: str
    n: int
    clock: float | None
    processor: float | None


def reported(what: str, n: int, partnership: Path, cap: int = CAP) -> ReportTime:
    """Write a report as users do, with what is usual."""
    with TemporaryDirectory() as output:
        command = [sys.executable, "-m", "stakeholder_graph", "report", str(partnership), "-o", output, "--quiet"]
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        # In a group of its own, which ends as one where it takes too long.
        path = os.environ | {"PYTHONPATH": str(ROOT)}
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True, env=path)
        try:
            status = run.wait(timeout=cap)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            return ReportTime(what, n, None, None)
        clock, after = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if status:
        raise RuntimeError(f"the report of {what} ended with {status}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ReportTime(what, n, clock, processor)


def reports(
    sizes: Sequence[int] = SIZES, example: Path = EXAMPLE, say: Callable[[str], None] = lambda text: None
) -> Iterator[ReportTime]:
    """The example's report, then those of invented partnerships until one is given up."""
    yield reported("`surveys/wren-county`", 61, example)
    for n in sizes:
        with TemporaryDirectory() as folder:
            say(f"report of {n:,} organizations")
            row = reported("invented", n, write_everything(Path(folder), n))
            yield row
        if row.clock is None:
            return


def reports_table(rows: Sequence[ReportTime]) -> str:
    """The reports as Markdown."""
    lines = ["| report of | organizations | by the clock | of the processor |", "|---|---:|---:|---:|"]
    for row in rows:
        given_up = f"given up after {CAP:,}" if row.clock is None else in_words(row.clock)
        lines.append(f"| {row.what} | {row.n:,} | {given_up} | {in_words(row.processor)} |")
    slope = exponent({row.n: row.processor for row in rows if row.what == "invented" and row.processor})
    grows = "" if slope is None else f" Seconds of the processor grow as n to the power of {slope:.1f}."
    aim = f"The example's aims at {AIM} seconds by the clock on a machine with nothing else to do."
    return "\n".join([*lines, "", aim + grows, ""])


def yardstick(times: int = 1) -> str:
    """How fast this machine is, said so that others can compare theirs."""
    seconds = seconds_of_loop(layer(ORGANIZATIONS), PERMUTATIONS, times)
    return (
        f"This machine takes {seconds:.3g} seconds of one processor for the plain loop of E-I with {PERMUTATIONS:,} "
        f"permutations of {ORGANIZATIONS:,} organizations; {os.cpu_count()} processors, on average "
        f"{os.getloadavg()[2]:.0f} programs at work.\n"
    )
