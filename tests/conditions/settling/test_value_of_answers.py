"""How many answers, and whose, settle a number: held against what can be computed by hand."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from stakeholder_graph.conditions.settling.sampled_answers import fewest_more, settled_by
from stakeholder_graph.conditions.settling.value_of_answers import TO_ENDS, ValueOfAnswers
from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import Imputations, impute, ranges
from tests.calibration.networks import layer_of, network

SILENT = 6


@cache
def imputations() -> Imputations:
    tied, sector = network(np.random.default_rng(3), n=30)
    return impute(without_answers(layer_of(tied, sector), np.arange(30) < SILENT), imputations=60, seed=1)


def n_ties(layer: Layer) -> float:
    return float(layer.n_ties)


def value(statistic: Callable[[Layer], float] = n_ties, drawn: Imputations | None = None) -> ValueOfAnswers:
    drawn = drawn or imputations()
    made = ranges(drawn, statistic)
    assert made.estimate is not None
    assert made.range is not None
    return ValueOfAnswers(drawn, statistic, made.estimate, made.range)


def test_all_answers_settle_it_and_none_settles_nothing() -> None:
    made = value()
    assert len(made.order) == SILENT
    assert made.settled(made.estimate, SILENT) == 1.0
    middle = (made.range[0] + made.range[1]) / 2
    assert made.fewest(made.range[1] * 2) == (1, 1.0)
    assert made.fewest(middle) is not None


def test_the_range_that_answers_leave_is_that_of_the_others() -> None:
    """The number of ties is the sum of what each of the silent names: answers take their variance out."""
    alone = Imputations(
        imputations().layer, (0.0,), imputations().rows, imputations().columns, imputations().bits[:, :1]
    )
    made = value(n_ties, alone)
    organizations = [alone.layer.organizations.index(name) for name in made.order]
    for answers in (1, 3, 5):
        left = np.isin(alone.rows, organizations[answers:])
        completions = made._drawn[made._chosen[1]][:, left].sum(axis=1)
        ends = made._ends_after(answers)
        # The same completions in every draw, on top of different answers.
        assert np.ptp(ends, axis=1) == pytest.approx(2 * TO_ENDS * completions.std(ddof=1))
        assert len(np.unique(ends[:, 0])) > 1
    assert np.ptp(made._ends_after(SILENT), axis=1) == pytest.approx(0)


def test_whose_answers_come_first_does_not_depend_on_the_threshold() -> None:
    made = value()
    low, high = made.range
    near, far = made.fewest(low + 0.1 * (high - low)), made.fewest(low + 0.5 * (high - low))
    assert near is not None
    assert far is not None
    assert near[0] <= far[0]
    assert made.order == value().order


def test_an_organization_on_which_nothing_hangs_comes_last() -> None:
    """The number counts the ties of one organization alone: its answer settles it."""
    first = int(imputations().rows[0])

    def own(layer: Layer) -> float:
        return float(layer.strength[[first]].nnz)

    made = value(own)
    assert made.order[0] == imputations().layer.organizations[first]
    assert made.fewest(made.estimate) == (1, 1.0)


def test_more_answers_of_a_mean_settle_more() -> None:
    """A mean with a standard error of .1, 40 of 60 answered: 20 more leave no range."""
    ends = (4 - TO_ENDS * 0.1, 4 + TO_ENDS * 0.1)
    shares = [settled_by(ends, 4.1, 40, 60, more) for more in (1, 5, 10, 19, 20)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    # After 10 more the range is sqrt((1/50 - 1/60) / (1/40 - 1/60)) = .632 of what it was, and the mean has moved by a
    # standard deviation of .1 sqrt(1 - .4) = .0775: P(|mean - 4.1| > 1.645 * .0632) = P(z > 2.633) + P(z < -.052).
    assert shares[2] == pytest.approx(0.0042 + 0.4794, abs=0.002)
    assert fewest_more(ends, 4.1, 60, 60) is None
