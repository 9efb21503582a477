"""How long things take, beside the plain way and beside sna in R: ``python -m tests.benchmarks``.

Prints the tables and writes them into the README. All times are of the processor, in one run, the best of some: trust
the ratios. Where R with sna and jsonlite is not at hand its columns stay empty.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from stakeholder_graph import introductions
from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import Layer, Observed, to_partnership
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.qap import qap
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures.bridges.brokerage import brokerage
from stakeholder_graph.measures.sectors import ei_index as ei
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from tests.large_tables import large_tables, memory_table
from tests.many_organizations import many_organizations

README = Path(__file__).resolve().parents[1] / "README.md"
BEGINS, ENDS = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
#: Ties of each organization.
DEGREE = 10


@dataclass(frozen=True)
class Sizes:
    """How much to do."""

    label: tuple[int, ...] = (100, 1_000)
    permutations: int = 10_000
    brokerage: tuple[int, ...] = (100, 1_000, 10_000)
    qap: int = 100
    large: int = 10_000
    ranges: int = 500
    introductions: int = 5_000
    draws: int = 200
    times: int = 3


TINY = Sizes((30,), 50, (30,), 30, 60, 30, 60, 4, 1)


@dataclass(frozen=True)
class Row:
    """One line of the table: seconds of ours, and of what it is compared with."""

    what: str
    ours: float
    beside: str = ""
    theirs: float | None = None
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times faster ours is."""
        return None if self.theirs is None else self.theirs / self.ours


def layer(n: int, degree: int = DEGREE) -> Layer:
    """Seven sectors, in a tiny network fewer; everyone answered."""
    made = invent(n, min(7, n // 12), density=degree / (n - 1), seed=n)
    names = made.tables["organizations"]
    sectors, sector = np.unique(names["sector"].to_numpy(dtype=str), return_inverse=True)
    strength = csr_array(made.truth["1"].astype(float))
    who = tuple(names["organization"])
    return Layer("collaboration", "1", who, tuple(sectors), sector.astype(np.intp), strength, Observed.all_of(n))


def spent(work: Callable[[], object], times: int = 1) -> float:
    """Least processor time of some runs, in seconds."""
    best = np.inf
    for _ in range(times):
        before = process_time()
        work()
        best = min(best, process_time() - before)
    return max(best, 1e-9)


def loop(on: Layer, permutations: int, seed: int = 0) -> list[float]:
    """E-I under permuted labels, the plain way."""
    one, other = on.edge_index
    edges = list(zip(one.tolist(), other.tolist(), strict=True))
    rng = np.random.default_rng(seed)
    labels = on.sector_codes
    found = []
    for _ in range(permutations):
        p = rng.permutation(labels)
        external = sum(p[a] != p[b] for a, b in edges)
        found.append(2 * int(external) / len(edges) - 1)
    return found


def labels(sizes: Sizes) -> Iterator[Row]:
    """E-I under permuted labels."""
    for n in sizes.label:
        on = layer(n)
        few = max(1, min(sizes.permutations, 200_000 // on.n_ties))
        ours = spent(lambda on=on: under_labels(on, ei.of_mixing, sizes.permutations), sizes.times)  # type: ignore[misc]
        theirs = spent(lambda on=on, few=few: loop(on, few), sizes.times) * sizes.permutations / few  # type: ignore[misc]
        what = f"`ei_index` with {sizes.permutations:,} permutations, {n:,} organizations"
        yield Row(what, ours, "plain loop", theirs, 20)


def beside_sna(sizes: Sizes) -> Iterator[Row]:
    """Brokerage, QAP and MRQAP."""
    layers = {n: layer(n) for n in sizes.brokerage}
    on = layer(sizes.qap)
    rng = np.random.default_rng(1)
    y, x = on.adjacency.toarray(), rng.normal(size=(3, sizes.qap, sizes.qap))
    took = sna(layers, y, x, sizes)
    for n, each in layers.items():
        ours = spent(lambda each=each: brokerage(each), sizes.times)  # type: ignore[misc]
        yield Row(f"`brokerage` with z, {n:,} organizations", ours, "sna", took.get(f"brokerage_{n}"), 1)
    dyads, per = dyads_of(on), 1_000
    ours = spent(lambda: qap(y, x[0], dyads, permutations=per), sizes.times)
    theirs = took.get("qap")
    what = f"QAP, {per:,} permutations, {sizes.qap} organizations"
    yield Row(what, ours, "sna", None if theirs is None else per * theirs, 40)
    ours = spent(lambda: mrqap(y, x, dyads, permutations=per), sizes.times)
    theirs = took.get("mrqap")
    what = f"MRQAP, three predictors, {per:,} permutations, {sizes.qap} organizations"
    yield Row(what, ours, "sna", None if theirs is None else per * theirs, 100)


def sna(layers: dict[int, Layer], y: np.ndarray, x: np.ndarray, sizes: Sizes) -> dict[str, float]:
    """What sna takes; nothing where it is not at hand."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        return {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n, each in layers.items():
            pd.DataFrame(np.stack(each.edge_index, axis=1) + 1).to_csv(
                folder / f"edges_{n}.csv", index=False, header=False
            )
            pd.DataFrame(each.sector_codes + 1).to_csv(folder / f"sectors_{n}.csv", index=False, header=False)
        for of, matrix in zip(("y", "x1", "x2", "x3"), (y, *x), strict=True):
            pd.DataFrame(matrix).to_csv(folder / f"{of}.csv", index=False, header=False)
        asked = {"brokerage": list(layers), "qap": 10 * sizes.times, "mrqap": 5 * sizes.times}
        (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
        script = Path(__file__).with_suffix(".R")
        done = subprocess.run([rscript, str(script), str(folder)], capture_output=True, text=True, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else {}


def large(sizes: Sizes) -> Iterator[Row]:
    """Every measure of one layer in a large network, without draws."""
    on = layer(sizes.large)
    for name, info in measures().items():
        if set(info.takes) <= {"layer", "seed"}:
            seed = {"seed": 0} if info.seeded else {}
            ours = spent(lambda info=info, seed=seed: info.function(on, **seed))  # type: ignore[misc]
            yield Row(f"`{name}`, {sizes.large:,} organizations, {on.n_ties:,} ties", ours)


def ranges(sizes: Sizes) -> Row:
    """All measures of one layer with their ranges."""
    made = invent(sizes.ranges, min(7, sizes.ranges // 12), density=DEGREE / (sizes.ranges - 1), response=0.7, seed=1)
    names = [name for name, info in measures().items() if info.statistic]
    settings = MeasureSettings(permutations=999, draws=sizes.draws)
    with tempfile.TemporaryDirectory() as folder:
        write(made.tables, folder, made.settings)
        partnership = to_partnership(read_partnership(folder))
    start = perf_counter()  # by the clock, since betweenness uses all the cores there are
    assess(partnership, names, settings=settings)
    what = f"Ranges of {len(names)} measures, {sizes.ranges} organizations of which 70 % answered, by the clock"
    return Row(what, perf_counter() - start)


def introduced(sizes: Sizes) -> Row:
    """Twenty introductions in a large network, with the tests that say which sectors hardly work together."""
    ours = many_organizations(sizes.introductions)
    what = f"20 introductions, {sizes.introductions:,} organizations"
    return Row(what, spent(lambda: introductions(ours, 20)))


def run(sizes: Sizes) -> Iterator[Row]:
    """All of it."""
    yield from labels(sizes)
    yield from beside_sna(sizes)
    yield ranges(sizes)
    yield introduced(sizes)
    slowest = max(large(sizes), key=lambda row: row.ours)
    yield Row(f"Slowest of all measures: {slowest.what}", slowest.ours)


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| | seconds | beside | seconds | times faster | aimed at |", "|---|---:|---|---:|---:|---:|"]
    for row in rows:
        theirs, ratio = ("" if x is None else f"{x:.3g}" for x in (row.theirs, row.ratio))
        asked = "" if row.at_least is None or row.theirs is None else f"{row.at_least:g}"
        lines.append(f"| {row.what} | {row.ours:.3g} | {row.beside} | {theirs} | {ratio} | {asked} |")
    return "\n".join(lines) + "\n"


def into(text: str, written: str) -> str:
    """The text with the table between the marks, if it has them."""
    if BEGINS not in text:
        return text
    head, rest = text.split(BEGINS, 1)
    return f"{head}{BEGINS}\n\n{written}\n{ENDS}{rest.split(ENDS, 1)[1]}"


if __name__ == "__main__":
    rows = []
    for row in run(Sizes()):
        rows.append(row)
        print(f"{row.what}: {row.ours:.3g} s", file=sys.stderr)
    found = table(rows) + "\n" + memory_table(list(large_tables()))
    print(found)
    README.write_text(into(README.read_text(encoding="utf-8"), found), encoding="utf-8")
