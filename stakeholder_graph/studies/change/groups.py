"""Pairs of groups whose ties changed more than luck would do: sectors with sectors, and teams with other sectors.

Mentions from one group to another are counted before and after on the dyads known both times. If change had nothing to
do with groups, organizations could trade places: those that answered both times among each other, the others among each
other, each taking along all that it gained and lost. So organizations that name more, or are named more, than before
are no sign of anything. All pairs of groups are corrected together by step-down min-P [1]_.

References
----------
.. [1] Westfall, P. H., & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.inference.p_values import max_t
from stakeholder_graph.inference.replicates import in_batches, replicated
from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.studies.change.two_waves import TwoWaves

#: A pair of groups is judged where so many ties would be there if all known dyads of both waves were tied alike.
LEAST_EXPECTED = 4.0
#: Permutations that are counted side by side.
AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Ties from one group to another.

    Parameters
    ----------
    from_group, to_group : str
        The two.
    before, after : int
        Ties on the dyads that are known both times.
    p, p_adjusted : float
        Two-sided; corrected with all other pairs of groups.
    """

    from_group: str
    to_group: str
    before: int
    after: int
    p: float
    p_adjusted: float

    @property
    def clear(self) -> bool:
        """Whether luck would rarely do this."""
        return self.p_adjusted <= LEVEL


def group_changes(
    waves: TwoWaves, sectors: Mapping[str, Flags], teams: Mapping[str, Flags], permutations: int, seed: int
) -> tuple[GroupChange, ...]:
    """Compare two waves between groups.

    Parameters
    ----------
    waves : TwoWaves
        Side by side.
    sectors, teams : mapping of str to ndarray of bool, shape (n,)
        Who is in each. Of a team those count that are not in the sector that it is compared with.
    permutations, seed : int
        How many times organizations trade places, and by which random numbers.

    Returns
    -------
    tuple of GroupChange
        Those that are judged, the clearest first.

    Examples
    --------
    >>> none = np.zeros((2, 2), dtype=bool)
    >>> waves = TwoWaves(("a", "b"), none, none, ~none, ~none[0], True)
    >>> group_changes(waves, {"x": ~none[0]}, {}, 99, 0)
    ()
    """
    counting = _Counting(waves, sectors, teams)
    known, ties = waves.known, waves.before.astype(float) + waves.after
    expected = counting.of(known.astype(float)) * (ties * known).sum() / max(2 * known.sum(), 1)
    judged = np.flatnonzero(expected >= LEAST_EXPECTED)
    if not permutations or not len(judged):
        return ()
    change, rng = waves.change, np.random.default_rng(seed)
    batches = in_batches(_orders(waves.panel, permutations, rng), AT_ONCE)
    simulated = np.concatenate(
        list(replicated(lambda batch: counting.over(change, np.array(batch))[:, judged], batches))
    )
    observed = counting.of(change)[judged]
    usual = simulated.mean(axis=0)
    # As far from the mean in either direction, as max-T counts it: no corrected p is then below the p that it corrects.
    away, near = np.abs(observed - usual), 1e-9
    p = (1 + (np.abs(simulated - usual) >= away - near).sum(axis=0)) / (1 + len(simulated))
    # A pair that never varies cannot stand out.
    adjusted = np.maximum(p, np.nan_to_num(max_t(observed, simulated, usual), nan=1.0))
    before, after = (counting.of((known & wave).astype(float))[judged] for wave in (waves.before, waves.after))
    far = away / np.maximum(simulated.std(axis=0), 1e-9)
    changes = [
        GroupChange(*counting.pairs[pair], round(before[k]), round(after[k]), float(p[k]), float(adjusted[k]))
        for k, pair in enumerate(judged.tolist())
    ]
    return tuple(changes[k] for k in np.argsort(-far, kind="stable"))


class _Counting:
    """Sums of a matrix over pairs of groups, with organizations where they are or in other places."""

    def __init__(self, waves: TwoWaves, sectors: Mapping[str, Flags], teams: Mapping[str, Flags]) -> None:
        names = list(sectors)
        self._code = np.argmax(np.array([*sectors.values()]).reshape(len(names), -1), axis=0)
        self._members = np.array([np.ones(len(waves.organizations)), *teams.values()], dtype=float)
        within = [(a, b) for a in range(len(names)) for b in range(len(names)) if waves.directed or a <= b]
        self._within = tuple(np.array(within, dtype=np.intp).reshape(-1, 2).T)
        # An undirected tie within a sector stands in both halves of the matrix.
        self._half = np.where(waves.directed | (self._within[0] != self._within[1]), 1.0, 0.5)
        self._sectors = len(names)
        self.pairs = [(names[a], names[b]) for a, b in within] + [(team, b) for team in teams for b in names]

    def of(self, matrix: Floats) -> Floats:
        """The sums, in the order of `pairs`."""
        sums: Floats = self.over(matrix, np.arange(len(matrix))[None])[0]
        return sums

    def over(self, matrix: Floats, orders: Ints) -> Floats:
        """The same in other places: orders of shape (k, n), sums of shape (k, pairs)."""
        rows, columns = np.nonzero(matrix)
        values, size, many = matrix[rows, columns], self._sectors, len(orders)
        rows, columns = orders[:, rows], orders[:, columns]
        between = (np.arange(many)[:, None] * size + self._code[rows]) * size + self._code[columns]
        counts = np.array(
            [
                np.bincount(between.ravel(), (members[rows] * values).ravel(), many * size**2)
                for members in self._members
            ]
        ).reshape(-1, many, size, size)
        # Of a team those count that are not in the sector that it is compared with.
        others = counts[1:].sum(axis=2) - np.diagonal(counts[1:], axis1=2, axis2=3)
        within = self._half * counts[0][:, *self._within]
        return np.concatenate([within, others.transpose(1, 0, 2).reshape(many, -1)], axis=1)


def _orders(panel: Flags, permutations: int, rng: np.random.Generator) -> Iterator[Ints]:
    """Organizations in other places: who answered both times among each other, the others among each other."""
    strata = [np.flatnonzero(panel), np.flatnonzero(~panel)]
    for _ in range(permutations):
        order = np.arange(len(panel))
        for stratum in strata:
            order[stratum] = rng.permutation(stratum)
        yield order
