"""What chance alone would make of brokerage: its mean and variance where every tie is there with the same probability.

A triple (a, b, c) is *open* if a is tied to b and b to c, and a is not tied to c. Where each dyad is a tie with
probability d, apart from all others, a triple is open with q = d^2 (1 - d). Two triples that share a dyad are not
independent: both hold it as a leg, both lack it, or one holds what the other lacks and they exclude each other.

References
----------
.. [1] Gould, R. V., & Fernandez, R. M. (1989). Structures of mediation: A formal approach to brokerage in transaction
   networks. Sociological Methodology, 19, 89-126.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.text import N_

#: Brokerage from the sectors a, b and c of a triple.
ROLES = (
    N_("coordinator"),
    N_("itinerant"),
    N_("gatekeeper"),
    N_("representative"),
    N_("liaison"),
    N_("total"),
)

FloatArray = NDArray[np.float64]

#: Roles in which a and c may change places; an undirected triple counts twice in these.
EITHER_WAY = ("coordinator", "itinerant", "liaison", "total")


@dataclass(frozen=True)
class Chance:
    """Mean and variance of a count of open triples, and out of how many triples it counts."""

    triples: FloatArray
    mean: FloatArray
    variance: FloatArray


def roles_of(sectors: int) -> dict[str, NDArray[np.bool_]]:
    """Which sectors (a, b, c) make each role, shape (S, S, S).

    Parameters
    ----------
    sectors : int
        How many sectors there are, S.

    Returns
    -------
    dict of str to ndarray of bool, shape (S, S, S)
        For each of `ROLES`.

    Examples
    --------
    >>> roles = roles_of(3)
    >>> bool(roles["gatekeeper"][0, 1, 1]), bool(roles["liaison"][0, 1, 0]), int(roles["liaison"].sum())
    (True, False, 6)
    """
    a, b, c = np.indices((sectors, sectors, sectors))
    return {
        "coordinator": (a == b) & (b == c),
        "itinerant": (a == c) & (a != b),
        "gatekeeper": (a != b) & (b == c),
        "representative": (a == b) & (b != c),
        "liaison": (a != b) & (b != c) & (a != c),
        "total": np.ones((sectors, sectors, sectors), dtype=bool),
    }


def of_organizations(
    answering: FloatArray, silent: FloatArray, density: float, *, directed: bool
) -> Mapping[str, Chance]:
    """Chance of each role for an organization that answered, by its sector.

    Parameters
    ----------
    answering, silent : ndarray of float, shape (S,)
        How many of each sector answered, and did not. Where undirected, `silent` is 0.
    density : float
        Probability of a tie.
    directed : bool
        Whether a tie runs one way.

    Returns
    -------
    mapping of str to Chance
        Arrays of shape (S,); meaningless for a sector from which nobody answered.

    Examples
    --------
    >>> chance = of_organizations(np.array([3.0, 2.0]), np.zeros(2), 0.5, directed=True)
    >>> chance["coordinator"].triples.tolist(), chance["coordinator"].mean.tolist()
    ([2.0, 0.0], [0.25, 0.0])
    """
    d, q = density, density**2 * (1 - density)
    own = np.eye(len(answering))
    # Rows: the sector of b; columns: that of a, or of c. b itself is none of them.
    r, s = answering - own, np.broadcast_to(silent, own.shape)
    by_role = {}
    for name, role in roles_of(len(answering)).items():
        which = role.transpose(1, 0, 2).astype(float)
        same = np.einsum("bkk->bk", which)
        receivers = np.einsum("bac,bc->ba", which, r + s) - same
        senders = np.einsum("bac,ba->bc", which, r)
        triples = (r * receivers).sum(axis=1)
        shared = r * receivers * (receivers - 1) + r * (senders - same) * (senders - same - 1)
        shared += s * senders * (senders - 1)
        variance = triples * q * (1 - q) + (d * (1 - d)) ** 3 * shared.sum(axis=1)
        twice = 2 if name in EITHER_WAY and not directed else 1
        by_role[name] = Chance(triples, triples * q, twice * variance)
    return by_role


def of_network(answering: FloatArray, silent: FloatArray, density: float, *, directed: bool) -> Mapping[str, Chance]:
    """Chance of each role in the network: all open triples whose a and b answered.

    Parameters
    ----------
    answering, silent, density, directed
        As in `of_organizations`.

    Returns
    -------
    mapping of str to Chance
        Arrays of shape (1,).

    Examples
    --------
    >>> of_network(np.array([3.0, 2.0]), np.zeros(2), 0.5, directed=True)["total"].triples.tolist()
    [60.0]
    """
    roles = roles_of(len(answering))
    if directed:
        return {name: _directed(role.astype(float), answering, silent, density) for name, role in roles.items()}
    by_role = {}
    for name, role in roles.items():
        either = (role | role.transpose(2, 1, 0)).astype(float)
        by_role[name] = _undirected(either, answering, density, 2 if name in EITHER_WAY else 1)
    return by_role


def _directed(role: FloatArray, r: FloatArray, s: FloatArray, d: float) -> Chance:
    own = np.eye(len(r))
    # How many of sector k answered besides i in g and, unless j is silent, j in h; shape (g, h, k).
    rest = r - own[:, None, :] - own[None, :, :]
    third = rest + s
    towards = r - own[:, None, :] + 0 * rest
    legs_out = np.einsum("ghk,ghk->gh", role, third)
    leg, missing, dyads = [], [], []
    for others, first_leg, count in (
        (rest, legs_out, r[:, None] * (r - own)),
        (towards, np.zeros_like(legs_out), np.outer(r, s)),
    ):
        leg.append(first_leg + np.einsum("kgh,ghk->gh", role, others))
        missing.append(np.einsum("gkh,ghk->gh", role, others))
        dyads.append(count)
    pairs = dyads[0][:, :, None]
    every, answering = pairs * third, pairs * rest
    both = float((role * role.transpose(1, 0, 2) * every).sum() + (role * role.transpose(0, 2, 1) * answering).sum())
    triples = float((role * every).sum())
    return _variance(triples, d, np.array(leg), np.array(missing), np.array(dyads), excluding=both, sharing=0.0)


def _undirected(role: FloatArray, n: FloatArray, d: float, times: int) -> Chance:
    own = np.eye(len(n))
    rest = n - own[:, None, :] - own[None, :, :]
    ends = n[:, None] * (n - own)
    every = ends[:, :, None] * rest / 2
    leg = np.einsum("ghk,ghk->gh", role, rest) + np.einsum("kgh,ghk->gh", role, rest)
    missing = np.einsum("gkh,ghk->gh", role, rest)
    same = float((role * (role.transpose(1, 0, 2) + role.transpose(0, 2, 1)) * every).sum())
    chance = _variance(float((role * every).sum()), d, leg, missing, ends / 2, excluding=same, sharing=same)
    return Chance(times * chance.triples, times * chance.mean, times**2 * chance.variance)


def _variance(
    triples: float,
    d: float,
    leg: FloatArray,
    missing: FloatArray,
    dyads: FloatArray,
    *,
    excluding: float,
    sharing: float,
) -> Chance:
    """Sum the covariances of triples that share a dyad.

    Of triples on the same three organizations, `excluding` ordered pairs exclude each other by two dyads, and `sharing`
    of these hold a leg in common, which still leaves them exclusive.
    """
    q = d**2 * (1 - d)
    variance = (
        triples * q * (1 - q)
        + (d * (1 - d)) ** 3 * float((dyads * leg * (leg - 1)).sum() - sharing)
        + d**5 * (1 - d) * float((dyads * missing * (missing - 1)).sum())
        - q**2 * float(2 * (dyads * leg * missing).sum() - excluding)
    )
    return Chance(np.array([triples]), np.array([triples * q]), np.array([variance]))
