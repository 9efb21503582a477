"""What follows from all numbers together: by integer programming, and by full enumeration where that is possible."""

import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.linear import Row
from tests.attacks.seen import Fact, Seen

#: Up to so many organizations all answer patterns are tried.
ENUMERATED = 14


@dataclass(frozen=True)
class Proof:
    """Which variables have one value in all that agrees; `undecided` where the time ran out."""

    value: Mapping[int, int]
    undecided: frozenset[int]


def solution(
    system: System,
    objective: NDArray[np.float64] | None = None,
    rows: list[Row] | None = None,
    fixed: Mapping[int, int] | None = None,
    seconds: float = 60,
) -> tuple[NDArray[np.int64] | None, bool]:
    """One solution, the one with the least objective if the search ended, and whether it did."""
    matrix, low, high = system.matrix(rows)
    least, most = np.zeros(len(system.number)), np.ones(len(system.number))
    for variable, value in (fixed or {}).items():
        least[variable] = most[variable] = value
    answer = milp(
        np.zeros(len(system.number)) if objective is None else objective,
        constraints=LinearConstraint(matrix, low, high),
        integrality=np.ones(len(system.number), dtype=np.int64),
        bounds=Bounds(least, most),
        options={"time_limit": seconds, "mip_rel_gap": 0},
    )
    return (None if answer.x is None else np.rint(answer.x).astype(np.int64)), answer.status in (0, 2)


def consistent(system: System, seconds: float = 60) -> bool:
    """Whether anything agrees with all numbers."""
    agreeing, ended = solution(system, seconds=seconds)
    return agreeing is not None or not ended


def understood(seen: Seen, wave: str, seconds: float = 60) -> tuple[System, list[Fact]]:
    """The system of all numbers that can hold together, and those left out.

    A number that contradicts the others was not understood: rosters may differ, or a table may count something else.
    Nothing may be concluded from it. Numbers that count lines are left out too, silently: they say nothing new.
    """
    seen, _ = without_counted(seen)
    system = System(seen, wave)
    if consistent(system, seconds):
        return system, []
    kept: list[Fact] = []
    left_out: list[Fact] = []
    for fact in system.used:
        tried = System(seen, wave, (*kept, fact))
        (kept if consistent(tried, seconds) else left_out).append(fact)
    return System(seen, wave, tuple(kept)), left_out


def forced(
    system: System, variables: Sequence[int], seconds: float = 60, known: Mapping[int, int] | None = None
) -> Proof:
    """Say which variables have the same value in every solution; `known` are variables that were proven before.

    Notes
    -----
    Minimising and maximising each variable by itself says the same, in two searches a variable. Instead each search
    changes as many as it can of those that had one value so far. If it cannot change one, none of them can change.
    """
    start = time.monotonic()
    first, _ = solution(system, fixed=known, seconds=seconds)
    if first is None:
        return Proof({}, frozenset(variables))
    same = {variable: int(first[variable]) for variable in variables}
    while same:
        left = seconds - (time.monotonic() - start)
        objective = np.zeros(len(system.number))
        for variable, value in same.items():
            objective[variable] = 2 * value - 1
        other, ended = solution(system, objective, fixed=known, seconds=max(left, 0.1))
        changed = set() if other is None else {k for k, value in same.items() if other[k] != value}
        if not changed:
            return Proof(same, frozenset()) if ended else Proof({}, frozenset(same))
        same = {k: value for k, value in same.items() if k not in changed}
    return Proof({}, frozenset())


def patterns(system: System) -> Iterator[NDArray[np.int64]]:
    """Every answer pattern for which some reports agree with all numbers.

    Raises
    ------
    ValueError
        For more organizations than `ENUMERATED`.
    """
    n = len(system.members)
    if n > ENUMERATED:
        raise ValueError(f"{n} organizations are too many to try all answer patterns")
    answered = [system.answered(k) for k in system.members]
    tried = np.array(list(itertools.product((0, 1), repeat=n)), dtype=np.int64)
    for row in system.rows:
        if row.terms.keys() <= set(answered):
            total = sum((tried[:, answered.index(k)] * value for k, value in row.terms.items()), np.zeros(len(tried)))
            tried = tried[(total >= row.low - 1e-7) & (total <= row.high + 1e-7)]
    reports = any(not row.terms.keys() <= set(answered) and row.source for row in system.rows)
    for pattern in tried:
        # With no number about reports, each end that answered may have reported every line it has.
        if not reports or solution(system, fixed=dict(zip(answered, pattern.tolist(), strict=True)))[0] is not None:
            yield pattern


def silent_shares(system: System, n_silent: int, draws: int = 20_000, seed: int = 0) -> NDArray[np.float64]:
    """Of each organization the share of patterns in which it is silent, of those that agree with lines and counts.

    Notes
    -----
    The walk over sets of silent organizations exchanges one of them for another. It knows the lines and how many
    answered, in all and by sector; it knows no other number. Where exchanges do not lead from every set to every other,
    the shares are those of the sets that they reach from the first.
    """
    rng = np.random.default_rng(seed)
    answered = [system.answered(k) for k in system.members]
    counts = [
        row
        for row in system.rows
        if row.source and row.low == row.high and row.terms.keys() <= set(answered) and set(row.terms.values()) == {1}
    ]
    first = System(system.seen, system.wave, ())
    first.rows += counts
    start, _ = solution(first)
    n = len(system.members)
    if start is None or n_silent in (0, n):
        return np.full(n, float(n_silent == n))
    groups = np.zeros((n, len(counts)), dtype=np.int64)
    for column, row in enumerate(counts):
        groups[[answered.index(k) for k in row.terms], column] = 1
    adjacent = np.zeros((n, n), dtype=bool)
    place = {k: at for at, k in enumerate(system.members)}
    for layer in system.layers:
        for a, b in system.directions(layer):
            adjacent[place[a], place[b]] = True
    silent = np.array([start[k] == 0 for k in answered])
    times = np.zeros(n)
    for _ in range(draws):
        out, into = rng.choice(np.flatnonzero(silent)), rng.choice(np.flatnonzero(~silent))
        stays = silent.copy()
        stays[out] = False
        if not (adjacent[into] & stays).any() and (groups[out] == groups[into]).all():
            silent = stays
            silent[into] = True
        times += silent
    return times / draws
