"""Loops compiled by numba beside the same loops as Python runs them; nothing where numba is not installed."""

import os
from collections.abc import Iterator
from importlib.util import find_spec

from stakeholder_graph.inference.kernels.choice import KERNELS, NUMBA
from stakeholder_graph.measures.sectors.modularity import best_found
from tests.benchmarks.comparison import Comparison
from tests.benchmarks.networks import anew, layer
from tests.benchmarks.timing import spent


def beside_uncompiled(sizes: tuple[int, ...], times: int) -> Iterator[Comparison]:
    """The search for better groups of `modularity`, once each way; what compiling takes is not counted."""
    if find_spec("numba") is None:
        return
    chosen = os.environ.pop(KERNELS, None)
    try:
        for n in sizes:
            on = layer(n)
            plain = spent(lambda on=on: best_found(anew(on), 0), times)  # type: ignore[misc]
            os.environ[KERNELS] = NUMBA
            best_found(layer(30), 0)
            fast = spent(lambda on=on: best_found(anew(on), 0), times)  # type: ignore[misc]
            del os.environ[KERNELS]
            yield Comparison(f"Groups of `modularity`, {n:,} organizations, compiled", fast, "not compiled", plain)
    finally:
        if chosen is not None:
            os.environ[KERNELS] = chosen
