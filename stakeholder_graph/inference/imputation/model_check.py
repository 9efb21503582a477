"""The model check: whether imputations recover answers that were given and then hidden."""

from dataclasses import dataclass

import numpy as np
from numpy.random import SeedSequence
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.dyads import Dyads, without_answers
from stakeholder_graph.inference.imputation.impute import HIGH, LOW, Imputations, impute, streams

FOLDS = 5


@dataclass(frozen=True)
class ModelCheck:
    """How often an organization's true number of ties lay within the range imputed for it.

    Parameters
    ----------
    organizations : int
        How many could be checked.
    within_like, within : int
        For how many the true number lay from 5 % to 95 % of the imputations as active as the others, and within the
        wider range with imputations half and twice as active. Of the first nine in ten are expected.
    """

    organizations: int
    within_like: int
    within: int


def model_check(layer: Layer, *, imputations: int = 200, seed: SeedSequence | int = 0) -> ModelCheck:
    """Hide the answers of a fifth of those who answered, impute them, and compare; five times over.

    Parameters
    ----------
    layer : Layer
        As reported, or undirected.
    imputations : int
        For each fifth.
    seed : SeedSequence or int
        Decides which organizations are hidden together, and the imputations.

    Returns
    -------
    ModelCheck
        Of no organization where too few answered for any imputation.

    Notes
    -----
    The check compares the number of ties among the dyads that were answered and then hidden. Where ties have no
    direction, most pairs of a hidden organization stay known from their other end; the check is on the others.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.gnp_random_graph(30, 0.2, seed=1, directed=True)).layer("collaboration")
    >>> model_check(layer, imputations=40).organizations
    30
    """
    dyads = Dyads.of(layer)
    by_chance, *children = streams(seed, 1 + FOLDS)
    order = np.random.default_rng(by_chance).permutation(np.flatnonzero(dyads.informative))
    checked: list[tuple[bool, bool]] = []
    for child, hidden in zip(children, np.array_split(order, FOLDS), strict=True):
        silent = np.zeros(layer.n, dtype=bool)
        silent[hidden] = True
        imputed = impute(without_answers(layer, silent), imputations=imputations, seed=child)
        checked += [] if imputed.reason else _within(dyads, imputed, hidden)
    like, wide = np.array(checked, dtype=int).reshape(-1, 2).sum(axis=0)
    return ModelCheck(len(checked), int(like), int(wide))


def _within(dyads: Dyads, imputed: Imputations, hidden: NDArray[np.intp]) -> list[tuple[bool, bool]]:
    """Say for each hidden organization with a dyad to compare whether it is within the likely and the wide range."""
    ties = [imputed.ties(shift) for shift in range(len(imputed.shifts))]
    comparable = dyads.known[imputed.rows, imputed.columns]
    within = []
    for organization in hidden:
        own = imputed.rows == organization
        if not dyads.directed:
            own |= imputed.columns == organization
        own &= comparable
        if own.any():
            truth = dyads.tied[imputed.rows[own], imputed.columns[own]].sum()
            ends = np.array([np.quantile(of_shift[:, own].sum(axis=1), (LOW, HIGH)) for of_shift in ties])
            like = bool(ends[0, 0] <= truth <= ends[0, 1])
            within.append((like, bool(ends[:, 0].min() <= truth <= ends[:, 1].max())))
    return within
