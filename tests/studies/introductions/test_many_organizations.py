"""Introductions among thousands of organizations: in seconds, and as good as without leaving any pair out."""

from time import process_time

import numpy as np
import pytest

import stakeholder_graph as sg
from stakeholder_graph.studies.introductions.choice import PairChoice
from stakeholder_graph.studies.introductions.matching import WeightedPairs, _solved
from tests.many_organizations import many_organizations

#: Seconds of the processor in which twenty introductions among 5,000 organizations are made; README has what they take.
AT_MOST = 30


def test_twenty_introductions_among_five_thousand_organizations() -> None:
    ours = many_organizations(5000)
    before = process_time()
    proposals = sg.introductions(ours, 20)
    assert process_time() - before < AT_MOST
    assert len(proposals) == 20
    assert proposals.apart is None  # nobody waits for all distances among thousands


def test_the_blocks_of_rows_leave_out_no_pair_that_is_needed() -> None:
    ours = many_organizations(600, seed=3)  # three blocks
    choice = PairChoice(ours.graph(), ours)
    whole = choice.weights.of_rows(slice(0, 600))
    assert np.array_equal(whole, whole.T)
    first, second = np.nonzero(np.triu(whole, 1))
    every = WeightedPairs(first, second, whole[first, second])
    # The ends of three pairs are in 3,594 pairs at most, so that four pairs of the heaviest 4,000 weigh as much as any.
    heavy = every.heaviest_first().take(np.arange(4000))
    best = heavy.weight[_solved(heavy, choice.capacity.pairs, 4)].sum()
    assert choice.heaviest(4).weight.sum() == pytest.approx(best)
