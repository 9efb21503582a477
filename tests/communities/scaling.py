"""How long many communities take, first and again, and on one worker and on two.

    python -m tests.communities.scaling --communities 70

Runs are told beside the load of the computer: on one that others use too, ratios say little.
"""

import argparse
import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import stakeholder_graph as sg
from stakeholder_graph.concurrency.second_process import second_process
from tests.communities.dask_programs import running_scheduler, workers
from tests.communities.made import community


def timed(what: str, run: Callable[[], Any]) -> float:
    """Run it, and say how long it took."""
    begun = time.perf_counter()
    run()
    took = time.perf_counter() - begun
    print(f"{what:32} {took:8.1f} s   load {os.getloadavg()[0]:.1f}", flush=True)
    return took


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser("python -m tests.communities.scaling", description=main.__doc__)
    parser.add_argument("--communities", type=int, default=70)
    parser.add_argument("--repeats", type=int, default=3, help="runs on one worker and on two, in turn")
    options = parser.parse_args()
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        towns = [community(folder / f"Town {k:02d}", k, n=30 + 7 * k % 60, waves=3) for k in range(options.communities)]
        with second_process("stakeholder_graph.communities.gather") as second:
            again: dict[str, Any] = {"waves": "all", "cache": folder / "cache", "second": second}
            first = timed("two cores, nothing kept", lambda: sg.across(towns, **again))
            kept = timed("two cores, all kept", lambda: sg.across(towns, **again))
        print(f"first / kept: {first / kept:.1f}")
        read = [sg.read(town) for town in towns]
        address, _scheduler = stack.enter_context(running_scheduler())
        best: dict[int, float] = {}
        for _repeat in range(options.repeats):
            for count in (1, 2):
                with ExitStack() as programs:
                    workers(programs, address, folder / "dask", count)
                    # What workers load takes as long for one community as for seventy.
                    sg.across(read[:4], permutations=99, cluster=address)
                    took = timed(f"workers: {count}", lambda: sg.across(read, waves="all", cluster=address))
                    best[count] = min(took, best.get(count, took))
        print(f"one worker / two: {best[1] / best[2]:.2f}")


if __name__ == "__main__":
    main()
