"""Prints how long things take, and writes it into the README.

    python -m tests.benchmarks                        # all of it, in about an hour
    python -m tests.benchmarks --only peers           # or: scaling, report
    python -m tests.benchmarks --only scaling --cap 15 --csv scaling.csv

Times are of the processor unless a line says otherwise, the least of some runs: trust the ratios. Peers give the same
numbers before they are timed. Where R with sna and jsonlite is not at hand its columns stay empty.
"""

import argparse
import sys
from pathlib import Path

from tests.benchmarks.comparison import Comparison, comparison_table
from tests.benchmarks.compiled import beside_uncompiled
from tests.benchmarks.graph_libraries import beside_graph_libraries, libraries_table
from tests.benchmarks.ours_alone import ours_alone
from tests.benchmarks.plain_loop import beside_the_loop
from tests.benchmarks.readme import README, into
from tests.benchmarks.scaling import CAP, growth, growth_csv, growth_table
from tests.benchmarks.sizes import FULL, Sizes
from tests.benchmarks.sna import beside_sna
from tests.benchmarks.whole_report import reports, reports_table, yardstick
from tests.large_tables import large_tables, memory_table

PARTS = ("peers", "scaling", "report")


def say(text: str) -> None:
    """Say how far it is."""
    print(text, file=sys.stderr, flush=True)


def peers(sizes: Sizes) -> str:
    """Ours beside the plain loop, sna, igraph and networkx."""
    rows: list[Comparison] = []
    for part in (
        beside_the_loop(sizes.label, sizes.permutations, sizes.times),
        beside_sna(sizes.brokerage, sizes.qap, sizes.times),
        beside_uncompiled(sizes.compiled, sizes.times),
        ours_alone(sizes.ranges, sizes.draws, sizes.introductions),
    ):
        for row in part:
            rows.append(row)
            say(f"{row.what}: {row.ours:.3g} s{', less than aimed at' if row.missed else ''}")
    libraries = libraries_table(list(beside_graph_libraries(sizes.libraries, sizes.times)))
    tables = memory_table(list(large_tables(respondents=sizes.respondents)))
    return "\n".join((comparison_table(rows), libraries, tables, yardstick(sizes.times)))


def scaling(sizes: Sizes, cap: int, csv: Path | None) -> str:
    """Every measure against the number of organizations."""
    rows = growth(sizes.measures, cap=cap, say=say)
    if csv:
        csv.write_text("\n".join(growth_csv(rows)) + "\n", encoding="utf-8")
    say(growth_table(rows, sizes.measures))
    stopped = f"Stopped where one takes more than {cap} seconds of the processor or 16 GiB.\n"
    return f"{growth_table(rows)}\n{stopped}"


def report(sizes: Sizes) -> str:
    """Whole reports."""
    return f"{reports_table(list(reports(sizes.reports, say=say)))}\n{yardstick(sizes.times)}"


def main(arguments: list[str] | None = None, sizes: Sizes = FULL, readme: Path = README) -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description="How long things take.")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    parser.add_argument("--cap", type=int, default=CAP, help="seconds of the processor for one measure at one size")
    parser.add_argument("--csv", type=Path, help="where all sizes of the scaling table are written")
    options = parser.parse_args(arguments)
    for name in (options.only,) if options.only else PARTS:
        if name == "peers":
            written = peers(sizes)
        elif name == "scaling":
            written = scaling(sizes, options.cap, options.csv)
        else:
            written = report(sizes)
        print(written, flush=True)
        readme.write_text(into(readme.read_text(encoding="utf-8"), name, written), encoding="utf-8")


if __name__ == "__main__":
    main()
