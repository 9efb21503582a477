"""The model check: whether draws find again what those who answered did say."""

from dataclasses import dataclass

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.draw import HIGH, LOW, Draws, draw, streams
from stakeholder_graph.inference.imputation.dyads import Dyads, without_answers

FOLDS = 5


@dataclass(frozen=True)
class ModelCheck:
    """How often the number of ties of an organization whose answer was hidden lay within its range.

    Parameters
    ----------
    organizations : int
        How many could be checked.
    within_like, within : int
        In how many the true number lay from 5 % to 95 % of the draws as active as the others; of the wider range with
        draws half and twice as active. Nine of ten are to be expected of the first.
    """

    organizations: int
    within_like: int
    within: int


def model_check(layer: Layer, *, draws: int = 200, seed: SeedSequence | int = 0) -> ModelCheck:
    """Hide the answers of a fifth of those who answered, draw them, and compare; five times over.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.
    draws : int
        For each fifth.
    seed : SeedSequence or int
        Decides who is hidden together, and the draws.

    Returns
    -------
    ModelCheck
        Of no organization where too few answered for any draws.

    Notes
    -----
    Compared is the number of ties among the dyads that were answered and then hidden. Where ties have no direction most
    pairs of a hidden organization stay known from their other end: the check is on what is left.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.gnp_random_graph(30, 0.2, seed=1, directed=True)).layer("collaboration")
    >>> model_check(layer, draws=40).organizations
    30
    """
    dyads = Dyads.of(layer)
    by_chance, *children = streams(seed, 1 + FOLDS)
    order = np.random.default_rng(by_chance).permutation(np.flatnonzero(dyads.informative))
    checked: list[tuple[bool, bool]] = []
    for child, hidden in zip(children, np.array_split(order, FOLDS), strict=True):
        silent = np.zeros(layer.n, dtype=bool)
        silent[hidden] = True
        drawn = draw(without_answers(layer, silent), draws=draws, seed=child)
        checked += [] if drawn.reason else _within(dyads, drawn, hidden)
    like, wide = np.array(checked, dtype=int).reshape(-1, 2).sum(axis=0)
    return ModelCheck(len(checked), int(like), int(wide))


def _within(dyads: Dyads, drawn: Draws, hidden: NDArray[np.intp]) -> list[tuple[bool, bool]]:
    """For each hidden organization that has a dyad to compare: within the likely range, within the wide one."""
    ties = [drawn.ties(shift) for shift in range(len(drawn.shifts))]
    comparable = dyads.known[drawn.rows, drawn.columns]
    found = []
    for organization in hidden:
        own = drawn.rows == organization
        if not dyads.directed:
            own |= drawn.columns == organization
        own &= comparable
        if own.any():
            truth = dyads.tied[drawn.rows[own], drawn.columns[own]].sum()
            ends = np.array([np.quantile(of_shift[:, own].sum(axis=1), (LOW, HIGH)) for of_shift in ties])
            like = bool(ends[0, 0] <= truth <= ends[0, 1])
            found.append((like, bool(ends[:, 0].min() <= truth <= ends[:, 1].max())))
    return found
