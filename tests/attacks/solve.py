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
from tests.attacks.witnesses import witnesses

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
    gap: float = 0,
) -> tuple[NDArray[np.int64] | None, bool]:
    """One solution, with `gap` 0 the one with the least objective if the search ended, and whether it did."""
    matrix, low, high = system.matrix(rows)
    least, most = np.zeros(len(system.number)), np.ones(len(system.number))
    for variable, value in (fixed or {}).items():
        least[variable] = most[variable] = value
    answer = milp(
        np.zeros(len(system.number)) if objective is None else objective,
        constraints=LinearConstraint(matrix, low, high),
        integrality=np.ones(len(system.number), dtype=np.int64),
        bounds=Bounds(least, most),
        options={"time_limit": seconds, "mip_rel_gap": gap},
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
    system: System,
    variables: Sequence[int],
    seconds: float = 60,
    known: Mapping[int, int] | None = None,
    agreeing: NDArray[np.int64] | None = None,
) -> Proof:
    """Say which variables have the same value in every solution.

    `known` are variables that were proven before, `agreeing` solutions that are known already, one a row.

    Notes
    -----
    Minimising and maximising each variable by itself says the same, in two searches a variable. Instead each search
    changes at least one of those that had one value so far, and more where that is easy. If there is no such solution,
    none of them can change.
    """
    start = time.monotonic()
    if agreeing is None or not len(agreeing):
        first, _ = solution(system, fixed=known, seconds=seconds)
        if first is None:
            return Proof({}, frozenset(variables))
        agreeing = first[np.newaxis]
    constant = (agreeing == agreeing[0]).all(axis=0)
    same = {variable: int(agreeing[0, variable]) for variable in variables if constant[variable]}
    while same:
        left = seconds - (time.monotonic() - start)
        # A variable that was 1 and becomes 0 counts, and so does one that was 0 and becomes 1.
        flips = {variable: 1.0 - 2 * value for variable, value in same.items()}
        objective = np.zeros(len(system.number))
        for variable, sign in flips.items():
            objective[variable] = -sign
        change = Row(flips, 1 - sum(same.values()), np.inf, "search")
        other, ended = solution(system, objective, [*system.rows, change], known, max(left, 0.1), gap=0.9)
        if other is None:
            return Proof(same, frozenset()) if ended else Proof({}, frozenset(same))
        changed = {k for k, value in same.items() if other[k] != value}
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
    for layer in system.layers:
        for a, b in system.directions(layer):
            at, other = system.members.index(a), system.members.index(b)
            silent = tried[:, at] == 0
            # Whoever is silent reported nothing, so the other end did.
            wrong = silent & (tried[:, other] == 0)
            wrong |= silent & (system.own.get(system.reported(layer, a, b)) == 1)
            wrong |= silent & (system.own.get(system.reported(layer, b, a)) == 0)
            tried = tried[~wrong]
    for row in system.rows:
        if row.terms.keys() <= set(answered):
            total = sum((tried[:, answered.index(k)] * value for k, value in row.terms.items()), np.zeros(len(tried)))
            tried = tried[(total >= row.low - 1e-7) & (total <= row.high + 1e-7)]
    easily = {tuple(made[answered].tolist()) for made in witnesses(system, tried == 0, (1.0,))}
    for pattern in tried:
        fixed = dict(zip(answered, pattern.tolist(), strict=True))
        if tuple(pattern.tolist()) in easily or solution(system, fixed=fixed)[0] is not None:
            yield pattern
