"""Sampled answer patterns that agree with lines and counts: how far guessing comes, and what is not proven."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.attacks.constraints import System

Flags = NDArray[np.bool_]

#: Walks at the same time, and steps of each.
WALKS, STEPS = 128, 600


@dataclass(frozen=True)
class Sample:
    """Sets of silent organizations, one a row, by position among the members; and each one's share of all of them."""

    silent: Flags
    share: NDArray[np.float64]


def sample(system: System, walks: int = WALKS, steps: int = STEPS, seed: int = 0) -> Sample | None:
    """Walk over the sets of silent organizations that agree with lines, counts and own answers.

    Returns
    -------
    Sample or None
        None where nothing says how many are silent, or no set agrees.

    Notes
    -----
    Each step exchanges one that is silent for one that answered, if the rest stays independent. The walk knows the
    lines and how many answered, in all and by sector; it knows no other number. Where exchanges do not lead from every
    set to every other, the shares are those of the sets that they reach from the first.
    """
    fixed = _fixed(system)
    counts = _counts(system)
    if not (counts > 0).all(axis=1).any():
        return None
    adjacent = _adjacent(system)
    rng = np.random.default_rng(seed)
    start = _greedy(adjacent, fixed, system, counts, rng)
    if start is None:
        start = _searched(system, adjacent, fixed)
    if start is None:
        return None
    free = np.flatnonzero(np.isnan(fixed))
    group = np.unique(counts[:, free].T, axis=0, return_inverse=True)[1].reshape(-1)
    states, share = _walk(adjacent[np.ix_(free, free)], start[free], group, walks, steps, rng)
    silent = np.tile(fixed == 0, (walks, 1))
    silent[:, free] = states
    shares = (fixed == 0).astype(float)
    shares[free] = share
    return Sample(np.unique(silent, axis=0), shares)


def total_answered(system: System) -> int | None:
    """How many answered, if a number says so."""
    said = [fact for fact in system.used if fact.quantity == "answered" and not fact.of and not fact.over]
    exact = [round(fact.low) for fact in said if fact.low == fact.high]
    return exact[0] if exact and not system.seen.unnamed(system.wave) else None


def _adjacent(system: System) -> Flags:
    at = {k: place for place, k in enumerate(system.members)}
    adjacent = np.zeros((len(at), len(at)), dtype=bool)
    for layer in system.layers:
        for a, b in system.directions(layer):
            adjacent[at[a], at[b]] = True
    return adjacent


def _fixed(system: System) -> NDArray[np.float64]:
    """Of each member whether own answers say that it answered (1), that it did not (0), or nothing."""
    fixed = np.full(len(system.members), np.nan)
    at = {k: place for place, k in enumerate(system.members)}
    names = {number: name for name, number in system.number.items()}
    for variable, value in system.own.items():
        kind, *rest = names[variable]
        if kind == "answered":
            fixed[at[int(rest[0])]] = value
    for layer in system.layers:
        for a, b in system.directions(layer):
            # Whoever made a report, or is at the other end of a line that one did not report, answered.
            if system.own.get(system.reported(layer, b, a)) == 0 or system.own.get(system.reported(layer, a, b)) == 1:
                fixed[at[a]] = 1
    return fixed


def _counts(system: System) -> NDArray[np.int64]:
    """One row for each exact count of who answered: whether a member is counted."""
    answered = [system.answered(k) for k in system.members]
    known = set(answered)
    rows = [
        [row.terms.get(variable, 0) for variable in answered]
        for row in system.rows
        if row.source and row.low == row.high and len(row.terms) > 1 and row.terms.keys() <= known
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, len(answered))


def _greedy(
    adjacent: Flags, fixed: NDArray[np.float64], system: System, counts: NDArray[np.int64], rng: np.random.Generator
) -> Flags | None:
    """Take the one with the fewest partners left until enough are silent; None where that fails."""
    total = total_answered(system)
    if total is None or len(np.unique(counts, axis=0)) > 1:
        return None
    for _ in range(20):
        silent = fixed == 0
        left = np.isnan(fixed) & ~adjacent[silent].any(axis=0)
        chance = rng.random(len(fixed))
        while left.any() and silent.sum() < len(fixed) - total:
            tied = np.where(left, adjacent[:, left].sum(axis=1) + chance, np.inf)
            taken = int(tied.argmin())
            silent[taken], left[taken] = True, False
            left &= ~adjacent[taken]
        if silent.sum() == len(fixed) - total:
            return np.asarray(silent, dtype=bool)
    return None


def _searched(system: System, adjacent: Flags, fixed: NDArray[np.float64]) -> Flags | None:
    """The same by integer programming."""
    answered = [system.answered(k) for k in system.members]
    pairs = np.argwhere(np.triu(adjacent))
    ends = np.zeros((len(pairs), len(answered)))
    ends[np.arange(len(pairs)), pairs[:, 0]] = ends[np.arange(len(pairs)), pairs[:, 1]] = 1
    known = set(answered)
    said = [row for row in system.rows if row.source and len(row.terms) > 1 and row.terms.keys() <= known]
    numbers = np.array([[row.terms.get(variable, 0.0) for variable in answered] for row in said])
    rows = np.vstack([ends, numbers.reshape(-1, len(answered))])
    low = np.append(np.ones(len(pairs)), [row.low for row in said])
    high = np.append(np.full(len(pairs), 2.0), [row.high for row in said])
    answer = milp(
        np.zeros(len(answered)),
        constraints=LinearConstraint(rows, low, high) if len(rows) else (),
        integrality=np.ones(len(answered), dtype=np.int64),
        bounds=Bounds(np.nan_to_num(fixed, nan=0), np.nan_to_num(fixed, nan=1)),
    )
    return None if answer.x is None else answer.x < 0.5


def _walk(
    adjacent: Flags, start: Flags, group: NDArray[np.intp], walks: int, steps: int, rng: np.random.Generator
) -> tuple[Flags, NDArray[np.float64]]:
    """Last states of all walks, and shares over their second half."""
    n, n_silent = len(start), int(start.sum())
    if n_silent in (0, n):
        return np.tile(start, (walks, 1)), start.astype(float)
    order = np.tile(np.concatenate([np.flatnonzero(start), np.flatnonzero(~start)]), (walks, 1))
    walk = np.arange(walks)
    silent = np.tile(start, (walks, 1))
    ties = np.tile((adjacent & start).sum(axis=1).astype(np.int64), (walks, 1))
    times = np.zeros(n)
    links = adjacent.astype(np.int64)
    for step in range(steps):
        out_at, into_at = rng.integers(n_silent, size=walks), rng.integers(n_silent, n, size=walks)
        out, into = order[walk, out_at], order[walk, into_at]
        moves = np.flatnonzero((ties[walk, into] == links[into, out]) & (group[out] == group[into]))
        leaving, coming = out[moves], into[moves]
        silent[moves, leaving], silent[moves, coming] = False, True
        ties[moves] += links[coming] - links[leaving]
        order[moves, out_at[moves]], order[moves, into_at[moves]] = coming, leaving
        if step >= steps // 2:
            times += silent.sum(axis=0)
    return silent, times / (walks * (steps - steps // 2))
