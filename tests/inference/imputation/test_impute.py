"""Draws keep what was answered, fill in the rest, and give ranges that widen with what is not known."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from numpy.random import SeedSequence

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.inference.censored_out_degrees import density_under_limit
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import MOST_IMPUTED, Ranges, impute, ranges
from stakeholder_graph.inference.imputation.model_check import model_check
from stakeholder_graph.model.survey import LayerInfo, Wave
from tests.calibration.networks import layer_of, limited, network, silent


def partly_answered(seed: int = 0, *, share: float = 0.3, n: int = 45, directed: bool = True) -> tuple[Layer, Layer]:
    """A layer and what of it is known when a share is silent."""
    rng = np.random.default_rng(seed)
    tied, sector = network(rng, n=n)
    full = layer_of(tied, sector, directed=directed)
    return full, without_answers(full, silent(tied, share, rng))


def density(layer: Layer) -> float:
    return layer.n_ties / layer.n_possible_dyads


def test_with_nothing_unobserved_all_coincide() -> None:
    full, _ = partly_answered()
    value = density(full)
    assert ranges(impute(full), density) == Ranges(value, (value, value), (value, value))


def test_with_fewer_than_ten_answers_there_are_no_ranges() -> None:
    full, _ = partly_answered(n=40)
    answered = np.arange(full.n) < 9
    nine, ten = (without_answers(full, ~known) for known in (answered, np.arange(full.n) < 10))
    assert ranges(impute(nine, imputations=5), density) == Ranges(reason="too_few_answers")
    assert ranges(impute(ten, imputations=5), density).range is not None


@pytest.mark.parametrize("directed", [True, False])
def test_what_was_answered_never_changes_and_nothing_stays_open(directed: bool) -> None:
    _, known = partly_answered(1, directed=directed)
    observed = known.observed.mask()
    observed = observed if directed else observed | observed.T
    reported = known.adjacency.toarray()
    drawn = impute(known, imputations=8)
    for shift in range(3):
        for layer in drawn.completed(shift):
            tied = layer.adjacency.toarray()
            assert (tied[observed] == reported[observed]).all()
            assert layer.complete
            assert layer.directed == directed
            assert not tied.diagonal().any()
            assert directed or (tied == tied.T).all()


def test_completed_layers_hold_the_drawn_ties() -> None:
    _, known = partly_answered(1)
    drawn = impute(known, imputations=3)
    for ties, layer in zip(drawn.ties(2), drawn.completed(2), strict=True):
        assert (layer.adjacency.toarray()[drawn.rows, drawn.columns] == ties).all()
        assert layer.n_ties == known.n_ties + ties.sum()
        assert layer.strength.has_canonical_format


def test_undirected_only_pairs_of_two_silent_are_drawn() -> None:
    full, known = partly_answered(2, directed=False)
    drawn = impute(known, imputations=2)
    quiet = int((~known.answered).sum())
    assert len(drawn.rows) == quiet * (quiet - 1) // 2 == full.n_dyads - known.n_dyads
    assert not known.answered[drawn.rows].any()
    assert not known.answered[drawn.columns].any()


@pytest.mark.parametrize("directed", [True, False])
def test_half_and_twice_as_active_have_about_half_and_twice_the_odds(directed: bool) -> None:
    _, known = partly_answered(3, share=0.5, n=70, directed=directed)
    like, half, twice = (impute(known, imputations=40).ties(shift).mean() for shift in range(3))
    odds = [share / (1 - share) for share in (half, like, twice)]
    assert odds[0] < odds[1] < odds[2]
    assert odds[1] / odds[0] == pytest.approx(2, rel=0.25)
    assert odds[2] / odds[1] == pytest.approx(2, rel=0.25)


def test_same_seed_same_draws_and_each_draw_has_a_stream_of_its_own() -> None:
    _, known = partly_answered(4)
    seed = SeedSequence(12)
    assert (impute(known, imputations=12, seed=seed).bits == impute(known, imputations=12, seed=seed).bits).all()
    assert (impute(known, imputations=12, seed=12).bits[:5] == impute(known, imputations=5, seed=seed).bits).all()
    assert (impute(known, imputations=5, seed=13).bits != impute(known, imputations=5, seed=12).bits).any()
    # Whoever draws them: some of them, and then the others, are all of them.
    first, others = (impute(known, imputations=12, seed=12, only=part) for part in (slice(5), slice(5, None)))
    assert (len(first), len(others)) == (5, 7)
    assert (first.and_then(others).bits == impute(known, imputations=12, seed=12).bits).all()


def test_the_order_of_rows_in_a_file_does_not_matter() -> None:
    _, known = partly_answered(5, n=40)
    rows, columns = known.edge_index
    names = np.array(known.organizations)
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": known.sector_codes.astype(str)}),
        "ties": pd.DataFrame({"layer": "contact", "from": names[rows], "to": names[columns], "value": 1.0}),
        "asked": pd.DataFrame({"layer": "contact", "organization": names, "answered": known.answered}),
    }
    shuffled = {name: frame.sample(frac=1, random_state=1) for name, frame in frames.items()}
    one, other = (
        impute(PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, given).layer("contact"), imputations=4)
        for given in (frames, shuffled)
    )
    assert len(one.rows)
    assert (one.bits == other.bits).all()


def test_where_all_ties_are_returned_those_between_the_silent_are_too() -> None:
    rng = np.random.default_rng(6)
    tied, sector = network(rng, n=60)
    full = layer_of(tied | tied.T, sector)
    quiet = silent(tied, 0.4, rng)
    drawn = impute(without_answers(full, quiet), imputations=30)
    shares = []
    for layer in drawn.completed():
        among = layer.subset(quiet).adjacency.toarray()
        shares.append((among * among.T).sum() / among.sum())
    assert np.mean(shares) > 0.9


def test_a_single_blank_of_one_who_answered_is_drawn_and_not_shifted() -> None:
    full, _ = partly_answered(7)
    rng = np.random.default_rng(0)
    blank = rng.random((full.n, full.n)) < 0.1
    removed = type(full.strength)(blank & ~np.eye(full.n, dtype=bool))
    strength = type(full.strength)(full.strength.toarray() * ~blank)
    drawn = impute(replace(full, strength=strength, observed=replace(full.observed, removed=removed)), imputations=20)
    assert len(drawn.rows) == removed.nnz
    assert (drawn.bits[:, 0] == drawn.bits[:, 1]).all()
    found = drawn.ties().mean()
    assert found == pytest.approx(full.adjacency.toarray()[drawn.rows, drawn.columns].mean(), abs=0.05)


def test_names_over_the_limit_are_drawn_and_those_named_stay() -> None:
    rng = np.random.default_rng(8)
    tied, sector = network(rng, n=60)
    full = layer_of(tied, sector)
    known = limited(full, 12, rng)
    drawn = impute(known, imputations=10)
    assert set(drawn.rows) == set(np.flatnonzero(tied.sum(axis=1) >= 12))
    assert all(
        ((completed.adjacency.toarray() > 0) | ~(known.adjacency.toarray() > 0)).all()
        for completed in drawn.completed()
    )


def test_where_many_reach_the_limit_draws_have_too_few_ties_and_out_degrees_do_not() -> None:
    """Those below the limit teach the model, and they are the less active: its density is too low."""
    off, right = [], []
    for number in range(6):
        rng = np.random.default_rng([number, 8])
        tied, sector = network(rng, n=60)
        full = layer_of(tied, sector)
        known = limited(full, 6, rng)
        drawn, by_degrees = ranges(impute(known, imputations=10), density), density_under_limit(known, 10)
        if drawn.estimate is not None and by_degrees.estimate is not None:
            off.append(drawn.estimate - density(full))
            right.append(by_degrees.estimate - density(full))
    assert len(off) >= 4
    assert max(off) < 0
    assert np.mean(off) < -0.02
    assert abs(np.mean(right)) < 0.02


def test_the_range_holds_the_likely_range_and_that_the_estimate() -> None:
    _, known = partly_answered(9)
    found = ranges(impute(known, imputations=30), density)
    assert found.estimate is not None
    assert found.range_like is not None
    assert found.range is not None
    assert found.range[0] < found.range_like[0] < found.estimate < found.range_like[1] < found.range[1]


def test_a_network_without_structure_is_filled_at_its_own_density() -> None:
    rng = np.random.default_rng(10)
    full = layer_of(rng.random((80, 80)) < 0.2, np.arange(80) % 5)
    drawn = impute(without_answers(full, np.arange(80) < 24), imputations=50)
    # 56 rows of 79 dyads were learned from: standard error .006, and twice that for what is drawn.
    assert drawn.ties().mean() == pytest.approx(0.2, abs=0.025)


def test_draws_in_which_a_statistic_is_undefined_are_left_out_unless_they_are_most() -> None:
    _, known = partly_answered(11)
    drawn = impute(known, imputations=20)
    seen = iter(range(60))

    def often_undefined(layer: Layer) -> float:
        return float("nan") if next(seen) % 3 == 0 else 1.0

    assert ranges(drawn, often_undefined) == Ranges(1.0, (1.0, 1.0), (1.0, 1.0))
    assert ranges(drawn, lambda layer: float("nan")) == Ranges(reason="undefined_in_draws")
    assert ranges(impute(layer_of(np.zeros((3, 3), bool), np.zeros(3, np.intp))), lambda layer: float("nan")) == Ranges(
        reason="undefined_in_draws"
    )


def test_a_view_is_taken_on_completed_layers() -> None:
    _, known = partly_answered(12)
    drawn = impute(known, imputations=20)
    either = ranges(drawn, lambda layer: density(layer.with_ties("either")))
    both = ranges(drawn, lambda layer: density(layer.with_ties("both")))
    assert either.estimate is not None
    assert both.estimate is not None
    assert both.estimate < either.estimate


def test_too_many_organizations_are_not_drawn_and_with_all_answers_need_not_be() -> None:
    n = MOST_IMPUTED + 1
    full = layer_of(np.zeros((n, n), dtype=bool), np.zeros(n, dtype=np.intp))
    assert ranges(impute(full), density).range == (0.0, 0.0)
    assert impute(without_answers(full, np.arange(n) < 3)).reason == "too_many_to_draw"


@pytest.mark.parametrize("directed", [True, False])
def test_the_model_check_finds_most_hidden_answers_within_their_ranges(directed: bool) -> None:
    _, known = partly_answered(13, n=60, directed=directed)
    check = model_check(known, imputations=30, seed=3)
    assert check.organizations == known.answered.sum()
    assert 0.75 * check.organizations <= check.within_like <= check.within <= check.organizations
    assert model_check(known, imputations=30, seed=3) == check


def test_without_imputations_nothing_is_said_of_ranges() -> None:
    _full, known = partly_answered()
    none = impute(known, imputations=0)
    assert (len(none), list(none.completed())) == (0, [])
    assert ranges(none, density) == Ranges()
