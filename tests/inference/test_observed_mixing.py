"""Chance given who was asked about whom: plain loops on masked and paired views, and the level where rosters differ."""

from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest

from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.label_permutation import (
    asked_by_sector,
    permuted_labels,
    permuted_mixing,
    under_labels,
)
from stakeholder_graph.inference.observed_mixing import ObservedMixing, asked_alike, expected_mixing
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.measures.sectors import ei_index
from tests.calibration.networks import asked_about_their_own, layer_of, network
from tests.known import karate, knoki
from tests.oracles.masked import VIEWS, Plain, masked

Cell = tuple[int, int]


def pairs_of(plain: Plain) -> list[Cell]:
    n = len(plain.sector)
    return [(a, b) for a in range(n) for b in range(n) if (a != b if plain.directed else a < b) and plain.known[a][b]]


def by_loops(plain: Plain, answered: list[bool], sector: list[int]) -> tuple[Counter[Cell], dict[Cell, float]]:
    """Ties by pair of sectors, and what the observed dyads of these sectors would hold if chance put them there."""
    ties: Counter[Cell] = Counter()
    expected: defaultdict[Cell, float] = defaultdict(float)
    for both in (True, False):
        kind = [(a, b) for a, b in pairs_of(plain) if (answered[a] and answered[b]) == both]
        held = sum(plain.tied[a][b] for a, b in kind)
        for a, b in kind:
            cell = (sector[a], sector[b]) if plain.directed else (min(sector[a], sector[b]), max(sector[a], sector[b]))
            ties[cell] += plain.tied[a][b]
            expected[cell] += held / len(kind)
    return ties, expected


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", range(3))
def test_by_chance_ties_lie_on_observed_dyads(view: str, seed: int) -> None:
    layer, plain = masked(seed, view)
    assert not asked_alike(layer)
    _, expected = by_loops(plain, layer.answered.tolist(), plain.sector)
    found = expected_mixing(layer)
    assert found.sum() == pytest.approx(layer.n_ties)
    for cell in np.ndindex(found.shape):
        assert found[cell] == pytest.approx(expected[cell])


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("by_cell", [False, True])
def test_permuted_labels_are_held_against_the_dyads_that_they_have(view: str, by_cell: bool) -> None:
    layer, plain = masked(1, view)
    answered, m = layer.answered.tolist(), layer.n_ties
    _, mean = by_loops(plain, answered, plain.sector)
    cells = [(g, h) for g in range(3) for h in range(3) if plain.directed or g <= h]
    labels = np.concatenate(list(permuted_labels(layer, 12, 0, 1)))
    mixing = np.concatenate(list(permuted_mixing(layer, 12, 0, by_cell=by_cell)))
    for sector, found in zip(labels.tolist(), mixing, strict=True):
        ties, expected = by_loops(plain, answered, sector)
        inside, inside_permuted = (sum(counts[g, g] for g in range(3)) for counts in (mean, expected))
        for cell in cells:
            here, there = (mean[cell], expected[cell]) if by_cell else (inside, inside_permuted)
            factor = np.sqrt(here * (m - here) / (there * (m - there))) if there else 1.0
            assert found[cell] == pytest.approx(mean[cell] + factor * (ties[cell] - expected[cell]))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("silent", [False, True])
def test_where_everybody_is_asked_about_everybody_it_is_the_closed_form(view: str, silent: bool) -> None:
    layer = karate() if view == "undirected" else knoki()
    layer = without_answers(layer, silent & (np.arange(layer.n) % 4 == 1))
    if view in ("either", "both"):
        layer = layer.with_ties("either" if view == "either" else "both")
    assert asked_alike(layer)
    assert ObservedMixing.of(layer).expected(layer.sector_codes) == pytest.approx(expected_mixing(layer))


def test_rosters_that_favour_the_own_sector_do_not_make_silos() -> None:
    """150 networks in which sectors play no part: all labels alike would say .71, those asked about say .40."""
    given_mask, observed, rejected, as_before = [], [], 0, 0
    for number in range(150):
        rng = np.random.default_rng([number, 7])
        tied, sector = network(rng, n=int(rng.integers(40, 51)), silos=0.0)
        layer = asked_about_their_own(layer_of(tied, sector), 0.4, rng)
        given_mask.append(ei_index.expected(layer))
        observed.append(ei_index.of_layer(layer))
        simulated = under_labels(layer, ei_index.of_mixing, 199, number)
        rejected += float(two_sided(np.array(observed[-1]), simulated)) <= 0.05
        sizes = np.bincount(sector)
        as_before += observed[-1] < 1 - 2 * float(sizes @ (sizes - 1)) / (len(sector) * (len(sector) - 1)) - 0.15
    assert np.mean(given_mask) == pytest.approx(np.mean(observed), abs=0.02)
    assert np.mean(given_mask) == pytest.approx(0.402, abs=0.02)
    assert rejected <= 15  # .9965 of Binomial(150, .05)
    assert as_before >= 130


def test_real_silos_are_seen_with_such_rosters() -> None:
    """Odds of 2 within sectors: 40 networks."""
    seen = 0
    for number in range(40):
        rng = np.random.default_rng([number, 7])
        tied, sector = network(rng, n=int(rng.integers(40, 51)), silos=np.log(2))
        layer = asked_about_their_own(layer_of(tied, sector), 0.4, rng)
        simulated = under_labels(layer, ei_index.of_mixing, 199, number)
        seen += float(two_sided(np.array(ei_index.of_layer(layer)), simulated)) <= 0.05
    assert seen >= 35


def test_whether_who_was_asked_goes_with_sectors() -> None:
    rng = np.random.default_rng(3)
    tied, sector = network(rng, n=45, silos=0.0)
    layer = layer_of(tied, sector)
    assert not asked_by_sector(layer, 199)
    assert asked_by_sector(asked_about_their_own(layer, 0.4, rng), 199)
    # Rosters drawn without a look at sectors.
    shuffled = replace(layer, sector_codes=rng.permutation(sector))
    drawn = asked_about_their_own(shuffled, 0.4, rng)
    assert not asked_by_sector(replace(drawn, sector_codes=layer.sector_codes), 199)
