"""Layers with answers missing in every way, and the same written out as plain lists for loops to count on."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.graph import Layer
from stakeholder_graph.graph.observed import Observed

#: Directed as reported, once either or both sides name it, and a survey whose ties have no direction.
VIEWS = ("reported", "either", "both", "undirected")


@dataclass(frozen=True, eq=False)
class Plain:
    """Ties and what is known, each as a list of lists; symmetric where the view is undirected."""

    tied: list[list[bool]]
    known: list[list[bool]]
    sector: list[int]
    directed: bool


def masked(seed: int, view: str, n: int = 13) -> tuple[Layer, Plain]:
    """A layer in which people were asked about rosters of their own, some left blanks and some did not answer."""
    rng = np.random.default_rng(seed)
    sector = rng.integers(3, size=n)
    asked = (rng.random((n, n)) < 0.75) & ~np.eye(n, dtype=bool)
    asked[rng.choice(n, 2, replace=False)] = False
    named = asked & (rng.random((n, n)) < 0.45)
    none = csr_array((n, n), dtype=bool)
    observed = Observed(np.full(n, -1), np.zeros((n, 0), dtype=bool), csr_array(asked), none)
    undirected = view == "undirected"
    stored = named | named.T if undirected else named
    layer = Layer(
        name="collaboration",
        wave="1",
        organizations=tuple(f"Organization {i:02}" for i in range(n)),
        sectors=("A", "B", "C"),
        sector_codes=sector.astype(np.intp),
        strength=csr_array(stored.astype(float)),
        observed=observed,
        ties=None if undirected else "reported",
        pairing="one end" if undirected else None,
    )
    if view in ("either", "both"):
        layer = layer.with_ties("either" if view == "either" else "both")
    return layer, _plain(named.tolist(), asked.tolist(), sector.tolist(), view)


def _plain(named: list[list[bool]], asked: list[list[bool]], sector: list[int], view: str) -> Plain:
    n = len(sector)
    tied = [[False] * n for _ in range(n)]
    known = [[False] * n for _ in range(n)]
    for a in range(n):
        for b in range(n):
            forth, back = named[a][b], named[b][a]
            if view == "reported":
                tied[a][b], known[a][b] = forth, asked[a][b]
            elif view == "undirected":
                tied[a][b], known[a][b] = forth or back, asked[a][b] or asked[b][a]
            else:
                known[a][b] = asked[a][b] and asked[b][a]
                tied[a][b] = known[a][b] and ((forth or back) if view == "either" else (forth and back))
    return Plain(tied, known, sector, view == "reported")
