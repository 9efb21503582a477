"""Whether lines by name may be drawn, and how many answered be stated, without a proof of who has not answered.

Two organizations that have not answered never share a line: nobody has reported one. So whoever sees the lines of a
wave and how many are silent, S, knows that the silent are S organizations no two of which share a line: an independent
set. If only one set comes into question, it is proven who they are.

Where an independent set has S + 1 members, nobody is. Leave out one member at a time: each time the other S may be the
silent ones, with everybody else having reported all of its lines. So each member has answered in one of these patterns,
and whoever is no member in all of them. A partner knows more: its own answers, and of each line that it did not report
that the other side did. For it the same is asked of the network without itself and without those partners.

Nobody learns anything from the decision either. The rule asks that the network keep an independent set of S + 1 without
any organization, whoever answered; so wherever lines are drawn, they would be in each of the patterns above. Where they
are not, any organization may be one that answered, as did somebody else, and reported a line with everybody.
"""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.editions.independent_sets import IndependentSets

#: Fewer that answered are not counted aloud.
LEAST_STATED = 3


def may_draw_lines(
    answered: NDArray[np.bool_],
    nominations: NDArray[np.intp],
    level: NDArray[np.floating] | None = None,
    *,
    directed: bool = True,
    strict: bool = False,
    seed: int = 0,
) -> bool:
    """Whether the lines of one wave prove of nobody that it was silent, to outsiders or to any of the organizations.

    Parameters
    ----------
    answered : ndarray of bool, shape (n,)
        Who answered anything in this wave.
    nominations : ndarray of int, shape (k, 3)
        Layer, sender and receiver of what was reported, in all layers whose lines are drawn.
    level : ndarray of float, shape (k,), optional
        What a line would show of each: the higher of the two is drawn. None where lines show no level.
    directed : bool
        False where it is not known who reported a tie. Then any organization may have learned of all of its partners
        that they answered: an independent set of S + 1 has to be left without all of these, whoever it is.
    strict : bool
        Ask for independent sets of 4 S / 3 instead of S + 1, in the whole network as for each partner. Then guessing
        tells less, too, and lines are drawn less often.
    seed : int
        Seed of the search.

    Returns
    -------
    bool
        True is always right; False may be needless, as the search may miss a set that exists.

    Notes
    -----
    Of S organizations that are silent, as far as somebody knows, the rule needs an independent set of S + 1 (strict: of
    4 S / 3, rounded up, which is never fewer) among those of which it does not know: all for outsiders, in the network
    without any one organization in turn; for an organization that answered, all but itself and the partners that are
    proven to have answered. To an organization that was silent itself all its partners are proven to have answered, and
    S - 1 others are silent; if there are none, nothing is left to prove. What is proven is looked at layer by layer: a
    line that an organization did not report, or reported at a lower level than is drawn, was reported by the other
    side.

    Examples
    --------
    Of three, one is silent; the first has named the second. An outsider cannot say who is silent. But the second, which
    answered, did not name the first, so it knows that this one answered and the third did not.

    >>> answered, named = np.array([True, True, False]), np.array([[0, 0, 1]])
    >>> may_draw_lines(answered, named)
    False

    With a fourth that answered and named nobody it could be either of two.

    >>> may_draw_lines(np.array([True, True, False, True]), named)
    True
    """
    silent = int((~answered).sum())
    if not silent:
        return True
    n = len(answered)
    sets = IndependentSets(n, nominations.reshape(-1, 3)[:, 1:], seed)
    enough, others_enough = _enough(silent, strict=strict), _enough(silent - 1, strict=strict)
    if not directed:
        return all(sets.has(enough, {k, *sets.partners[k]}) for k in range(n))
    # An independent set that the network keeps without any one of them it has as a whole, too.
    if not all(sets.has(enough, {k}) for k in range(n)):
        return False
    proven = _proven(n, nominations, level)
    return all(
        sets.has(enough, {k, *proven[k]}) if answered[k] else sets.has(others_enough, {k, *sets.partners[k]})
        for k in range(n)
    )


def may_state_response(n: int, answered: int) -> bool:
    """Whether "N of M answered" may be stated where no lines are drawn.

    Parameters
    ----------
    n : int
        How many organizations there are.
    answered : int
        How many of them answered.

    Notes
    -----
    "None" names everybody, and whoever alone answered knows it of everybody else. Two that answered learn nothing of
    each other from the number; but if it were stated for two, not to state it would say that there are fewer. So it
    is stated from three on, and where everybody answered.

    Examples
    --------
    >>> may_state_response(12, 5), may_state_response(12, 2), may_state_response(2, 2)
    (True, False, True)
    """
    return answered == n or answered >= LEAST_STATED


def _enough(silent: int, *, strict: bool) -> int:
    """Least size of an independent set among which `silent` organizations may be silent; 0 where nobody is."""
    if not silent:
        return 0
    return -(-4 * silent // 3) if strict else silent + 1


def _proven(n: int, nominations: NDArray[np.intp], level: NDArray[np.floating] | None) -> list[set[int]]:
    """For each organization the partners that the lines, beside its own answers, prove to have answered."""
    levels = np.ones(len(nominations)) if level is None else level
    reported: dict[tuple[int, int, int], float] = {}
    for (layer, sender, receiver), shown in zip(nominations.reshape(-1, 3).tolist(), levels.tolist(), strict=True):
        reported[layer, sender, receiver] = max(shown, reported.get((layer, sender, receiver), shown))
    proven: list[set[int]] = [set() for _ in range(n)]
    for (layer, sender, receiver), shown in reported.items():
        own = reported.get((layer, receiver, sender))
        if own is None or own < shown:
            proven[receiver].add(sender)
    return proven
