"""Measures on masked and paired views beside plain loops over every pair and triple."""

from collections.abc import Sequence

import numpy as np
import pytest

from stakeholder_graph.measures.bridges._brokerage_chance import ROLES
from stakeholder_graph.measures.bridges._open_triples import counts_of, n_open_triples, relabelled
from stakeholder_graph.measures.network.density import share_of_dyads
from tests.oracles.masked import VIEWS, Plain, masked

SEEDS = range(6)


def role_of(a: int, b: int, c: int) -> str:
    """Gould and Fernandez (1989), by the sectors of a -> b -> c."""
    if a == b == c:
        return "coordinator"
    if a == c:
        return "itinerant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"


def triples(plain: Plain, sector: list[int], among: Sequence[int] | None = None) -> dict[str, list[int]]:
    """Open triples of each role by who is in the middle: of a and c it is known that they are not tied."""
    counts = {role: [0] * len(sector) for role in ROLES}
    among = range(len(sector)) if among is None else among
    for a in among:
        for b in among:
            for c in among:
                if len({a, b, c}) < 3 or not (plain.tied[a][b] and plain.tied[b][c]):
                    continue
                if plain.known[a][c] and not plain.tied[a][c]:
                    counts[role_of(sector[a], sector[b], sector[c])][b] += 1
                    counts["total"][b] += 1
    return counts


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", SEEDS)
def test_brokerage_counts_pairs_whose_missing_tie_is_known(view: str, seed: int) -> None:
    layer, plain = masked(seed, view)
    layer_counts, by_hand = counts_of(layer), triples(plain, plain.sector)
    for role in ROLES:
        assert layer_counts[role].tolist() == by_hand[role], role
    assert n_open_triples(layer) == sum(by_hand["total"])
    if not plain.directed:
        # Read backwards, every way into a sector is a way out of it.
        assert layer_counts["gatekeeper"].tolist() == layer_counts["representative"].tolist()


@pytest.mark.parametrize("view", VIEWS)
def test_brokerage_of_other_labels(view: str) -> None:
    layer, plain = masked(1, view)
    answered = np.flatnonzero(layer.answered)
    dealt = layer.sector_codes.copy()
    dealt[answered] = np.random.default_rng(0).permutation(dealt[answered])
    # Without direction it counts among those who answered, as the measure does.
    among = range(layer.n) if plain.directed else answered.tolist()
    by_hand = triples(plain, dealt.tolist(), among)
    assert relabelled(layer, dealt[None])[0].tolist() == [sum(by_hand[role]) for role in ROLES]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", SEEDS)
def test_density_and_ties_between_sectors(view: str, seed: int) -> None:
    layer, plain = masked(seed, view)
    n = len(plain.sector)
    pairs = [(a, b) for a in range(n) for b in range(n) if a != b and (plain.directed or a < b)]
    ties = [(a, b) for a, b in pairs if plain.tied[a][b]]
    known = [(a, b) for a, b in pairs if plain.known[a][b]]
    assert (layer.n_ties, layer.n_dyads) == (len(ties), len(known))
    assert share_of_dyads(layer) == pytest.approx(len(ties) / len(known))
    within = [(a, b) for a, b in known if plain.sector[a] == plain.sector[b]]
    assert layer.n_dyads_within == len(within)
    mixing = np.zeros((3, 3), dtype=int)
    for a, b in ties:
        from_sector, to_sector = plain.sector[a], plain.sector[b]
        if not plain.directed:
            from_sector, to_sector = sorted((from_sector, to_sector))
        mixing[from_sector, to_sector] += 1
    assert layer.mixing.tolist() == mixing.tolist()
