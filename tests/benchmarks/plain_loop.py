"""E-I under permuted labels beside the loop that anybody would write."""

from collections.abc import Iterator

import numpy as np

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.measures.sectors import ei_index as ei
from tests.benchmarks.comparison import Comparison
from tests.benchmarks.networks import anew, layer
from tests.benchmarks.timing import spent

#: Ties that the loop looks at: its time grows in proportion, so that a part of the permutations tells it.
LOOKED_AT = 400_000
AT_LEAST = 40


def loop(on: Layer, permutations: int, seed: int = 0) -> list[float]:
    """E-I under permuted labels, the plain way."""
    one, other = on.edge_index
    edges = list(zip(one.tolist(), other.tolist(), strict=True))
    rng = np.random.default_rng(seed)
    labels = on.sector_codes
    values = []
    for _ in range(permutations):
        p = rng.permutation(labels)
        external = sum(p[a] != p[b] for a, b in edges)
        values.append(2 * int(external) / len(edges) - 1)
    return values


def permuted(on: Layer, permutations: int) -> np.ndarray:
    """The same as the test of `ei_index` does it."""
    return under_labels(anew(on), ei.of_mixing, permutations, inside_alone=True)


def seconds_of_loop(on: Layer, permutations: int, times: int) -> float:
    """What the loop takes for so many permutations."""
    few = max(1, min(permutations, LOOKED_AT // on.n_ties))
    return spent(lambda: loop(on, few), times) * permutations / few


def beside_the_loop(sizes: tuple[int, ...], permutations: int, times: int) -> Iterator[Comparison]:
    """E-I of networks of several sizes."""
    for n in sizes:
        on = layer(n)
        # In turn, so that what else the machine does slows both.
        ours, theirs = np.inf, np.inf
        for _ in range(times):
            ours = min(ours, spent(lambda on=on: permuted(on, permutations)))  # type: ignore[misc]
            theirs = min(theirs, seconds_of_loop(on, permutations, 1))
        what = f"`ei_index` with {permutations:,} permutations, {n:,} organizations"
        yield Comparison(what, ours, "plain loop", theirs, AT_LEAST)
