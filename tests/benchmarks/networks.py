"""Invented networks of any size: ten ties each, in seven sectors, in a tiny network fewer."""

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.generators import invent
from stakeholder_graph.graph import Layer, Observed

#: Ties of each organization.
DEGREE = 10


def sectors_of(n: int) -> int:
    """How many sectors a network of n organizations has."""
    return max(2, min(7, n // 12))


def layer(n: int, degree: int = DEGREE) -> Layer:
    """One kind of tie, about which everyone answered."""
    made = invent(n, sectors_of(n), density=degree / (n - 1), seed=n)
    names = made.tables["organizations"]
    sectors, sector = np.unique(names["sector"].to_numpy(dtype=str), return_inverse=True)
    strength = csr_array(made.truth["1"].astype(float))
    who = tuple(names["organization"])
    return Layer("collaboration", "1", who, tuple(sectors), sector.astype(np.intp), strength, Observed.all_of(n))


def anew(on: Layer) -> Layer:
    """The same layer with nothing worked out yet, so that a second run takes as long as the first."""
    return replace(on)
