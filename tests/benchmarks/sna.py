"""Brokerage, QAP and MRQAP beside sna, the package of that name in R, where R with sna and jsonlite is at hand."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.qap import qap
from stakeholder_graph.measures.bridges.brokerage import brokerage
from tests.benchmarks.comparison import Comparison
from tests.benchmarks.networks import anew, layer
from tests.benchmarks.timing import spent

#: How many times faster than sna ours has to be; brokerage in large networks only, where sna takes seconds.
BROKERAGE, QAP, MRQAP = {10_000: 13}, 190, 650
PERMUTATIONS = 1_000


def beside_sna(brokerage_sizes: tuple[int, ...], qap_size: int, times: int) -> Iterator[Comparison]:
    """Each of the three."""
    layers = {n: layer(n) for n in brokerage_sizes}
    on = layer(qap_size)
    rng = np.random.default_rng(1)
    y, x = on.adjacency.toarray(), rng.normal(size=(3, qap_size, qap_size))
    took = _sna(layers, y, x, times)
    for n, large in layers.items():
        ours = spent(lambda large=large: brokerage(anew(large)), times)  # type: ignore[misc]
        what = f"`brokerage` with z, {n:,} organizations"
        yield Comparison(what, ours, "sna", took.get(f"brokerage_{n}"), BROKERAGE.get(n, 1))
    dyads, per = dyads_of(on), PERMUTATIONS
    ours = spent(lambda: qap(y, x[0], dyads, permutations=per), 3 * times)
    what = f"QAP, {per:,} permutations, {qap_size} organizations"
    yield Comparison(what, ours, "sna", _of_all(took.get("qap")), QAP)
    ours = spent(lambda: mrqap(y, x, dyads, permutations=per), times)
    what = f"MRQAP, three predictors, {per:,} permutations, {qap_size} organizations"
    yield Comparison(what, ours, "sna", _of_all(took.get("mrqap")), MRQAP)


def _of_all(of_a_permutation: float | None) -> float | None:
    return None if of_a_permutation is None else PERMUTATIONS * of_a_permutation


def _sna(layers: dict[int, Layer], y: np.ndarray, x: np.ndarray, times: int) -> dict[str, float]:
    """What sna takes; nothing where it is not at hand."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        return {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n, large in layers.items():
            edges = pd.DataFrame(np.stack(large.edge_index, axis=1) + 1)
            edges.to_csv(folder / f"edges_{n}.csv", index=False, header=False)
            pd.DataFrame(large.sector_codes + 1).to_csv(folder / f"sectors_{n}.csv", index=False, header=False)
        for matrix_name, matrix in zip(("y", "x1", "x2", "x3"), (y, *x), strict=True):
            pd.DataFrame(matrix).to_csv(folder / f"{matrix_name}.csv", index=False, header=False)
        asked = {"brokerage": list(layers), "qap": 50 * times, "mrqap": 5 * times, "times": times}
        (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
        script = Path(__file__).with_suffix(".R")
        done = subprocess.run([rscript, str(script), str(folder)], capture_output=True, text=True, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else {}
