"""Answers made up to agree with everything: each shows at once that much is not proven, without a search."""

import numpy as np
from numpy.typing import NDArray

from tests.attacks.constraints import System

Ints = NDArray[np.int64]

#: How large a share of what could have been reported is, in turn.
SHARES = (1.0, 0.0, 0.8, 0.6, 0.4, 0.2)


def witnesses(system: System, silent: NDArray[np.bool_], shares: tuple[float, ...] = SHARES, seed: int = 0) -> Ints:
    """Make up reports for sets of silent organizations, and keep what agrees with all that must hold.

    Parameters
    ----------
    system : System
        All that must hold.
    silent : ndarray of bool, shape (k, members)
        Who is silent, one pattern a row.
    shares : tuple of float
        Whoever answered reported this share of the lines that it need not have reported; 1 for all. Each is tried.
    seed : int

    Returns
    -------
    ndarray of int, shape (w, variables)
        What agrees. Nothing at all where there are variables of levels: these are not made up.
    """
    n = len(system.number)
    if not len(silent) or any(name[0] == "level" for name in system.number):
        return np.zeros((0, n), dtype=np.int64)
    rng = np.random.default_rng(seed)
    members = [system.answered(k) for k in system.members]
    joint = [
        (
            variable,
            system.reported(str(name[1]), int(name[3]), int(name[4])),
            system.reported(str(name[2]), int(name[3]), int(name[4])),
        )
        for name, variable in system.number.items()
        if name[0] == "joint"
    ]
    matrix, low, high = system.matrix()
    made = []
    for share in shares:
        values = np.zeros((len(silent), n), dtype=np.int64)
        values[:, members] = ~silent
        for layer in system.layers:
            _report(system, layer, values, share, rng)
        for both, here, there in joint:
            values[:, both] = values[:, here] * values[:, there]
        totals = (matrix @ values.T).T
        made.append(values[((totals >= low - 1e-7) & (totals <= high + 1e-7)).all(axis=1)])
    return np.concatenate(made)


def _report(system: System, layer: str, values: Ints, share: float, rng: np.random.Generator) -> None:
    """Fill in who reported the lines of a layer: one end at least, if it answered."""
    first_answered, second_answered, there, back = system.of_lines(layer)
    first, second = values[:, first_answered] == 1, values[:, second_answered] == 1
    forth = first & (~second | (rng.random(first.shape) < share))
    other = second & (~first | (rng.random(first.shape) < share))
    neither = ~forth & ~other
    coin = rng.random(first.shape) < 0.5
    values[:, there] = forth | (neither & first & coin)
    values[:, back] = other | (neither & second & ~coin)
    for mine, theirs, may in ((there, back, second), (back, there, first)):
        for column in np.flatnonzero(np.isin(mine, list(system.own))):
            value = system.own[int(mine[column])]
            values[:, mine[column]] = value
            if not value and int(theirs[column]) not in system.own:
                values[:, theirs[column]] = may[:, column]
