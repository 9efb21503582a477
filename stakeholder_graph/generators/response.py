"""Who answers: at random, or depending on how well connected an organization is."""

from typing import Literal

import numpy as np
from scipy.sparse import csr_array

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.generators.exact_draws import pick

Silent = Literal["random", "connected", "unconnected", "inactive"]

#: How much likelier one standard deviation of degree makes silence, in log odds.
STRENGTH = 1.5


def answering(ties: csr_array, group: Ints, share: Floats, silent: Silent, rng: np.random.Generator) -> Flags:
    """Draw who answers, with an exact count in each group.

    Parameters
    ----------
    ties : csr_array of shape (n, n)
        The ties there are, whether reported or not.
    group : array of int, shape (n,)
        Groups within which shares hold.
    share : array of float
        Share that answers, by group.
    silent : {"random", "connected", "unconnected", "inactive"}
        Who is likelier not to answer: anyone, those with many ties, those with few, those who name few.
    rng : numpy.random.Generator

    Returns
    -------
    array of bool, shape (n,)
    """
    sent, received = ties.sum(axis=1), ties.sum(axis=0)
    leaning = {
        "random": np.zeros(len(group)),
        "connected": sent + received,
        "unconnected": -(sent + received),
        "inactive": -sent,
    }[silent].astype(np.float64)
    spread = leaning.std()
    weight = np.exp(STRENGTH * (leaning - leaning.mean()) / (spread if spread else 1.0))
    answers = np.ones(len(group), dtype=np.bool_)
    for code, answered in enumerate(share):
        members = np.flatnonzero(group == code)
        missing = len(members) - round(float(answered) * len(members))
        answers[members[pick(weight[members], missing, rng)]] = False
    return answers
