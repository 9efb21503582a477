"""Funnels of communities: who stands out is found, luck names hardly anybody, and size alone says nothing."""

import numpy as np
import pytest

from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.standing import CommunityFunnel, standings


def community(k: int, share: float, sd: float, share_rewired: float | None = None) -> CommunityWave:
    """With a share that both chances put at .8."""
    rewired = 0.8 if share_rewired is None else 0.8 + share - share_rewired
    compared = Comparable("across_sectors", (), share, 0.8, sd, rewired, sd, 100)
    return CommunityWave(f"Town {k}", "1", "collaboration", True, 60, 60, comparables=(compared,))


def across(shares: np.ndarray, sds: np.ndarray) -> CommunityFunnel:
    return standings([community(k, share, sd) for k, (share, sd) in enumerate(zip(shares, sds, strict=True))])[0]


def test_luck_names_hardly_anybody_however_small_communities_are() -> None:
    """Of 60 tables of 20 communities that differ by size alone, about a twentieth name anybody."""
    named = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        sds = rng.choice([0.01, 0.03, 0.1], 20)
        named += bool(across(0.7 + sds * rng.standard_normal(20), sds).to_learn_from)
    assert named <= 60 * 0.05 + 3 * np.sqrt(60 * 0.05 * 0.95)


def test_the_same_share_says_more_of_a_large_community_than_of_a_small_one() -> None:
    rng = np.random.default_rng(1)
    sds = np.array([0.02] * 20 + [0.02, 0.2])
    shares = np.append(0.7 + 0.02 * rng.standard_normal(20), [0.9, 0.9])
    assert across(shares, sds).to_learn_from == ("Town 20",)


def test_who_lies_below_is_never_named() -> None:
    shares = np.append(np.full(20, 0.7) + np.linspace(-0.02, 0.02, 20), 0.2)
    assert across(shares, np.full(21, 0.02)).to_learn_from == ()


def test_both_chances_have_to_agree() -> None:
    usual = [community(k, 0.7 + 0.002 * k, 0.02) for k in range(14)]
    assert standings([*usual, community(14, 0.95, 0.02)])[0].to_learn_from == ("Town 14",)
    assert standings([*usual, community(14, 0.95, 0.02, share_rewired=0.71)])[0].to_learn_from == ()


def test_who_stands_out_lies_outside_the_limits_that_the_others_set() -> None:
    shares = np.append(np.full(20, 0.7) + np.linspace(-0.02, 0.02, 20), 0.95)
    found = across(shares, np.full(21, 0.02))
    assert found.positions[-1].apart > found.limits[0].nearly_all
    assert all(abs(position.apart) < found.limits[0].usual for position in found.positions[:-1])
    # Without any difference beyond chance the limits are those of chance: 1.96 and 3.09 of .02.
    assert (found.limits[0].usual, found.limits[0].nearly_all) == pytest.approx((1.96 * 0.02, 3.09 * 0.02))


def test_fewer_than_ten_do_not_say_what_is_usual() -> None:
    found = across(np.append(np.full(8, 0.7), 0.99), np.full(9, 0.01))
    assert (found.to_learn_from, found.limits) == ((), ())
    assert all(position.p is None for position in found.positions)


def test_a_share_of_a_count_has_the_limits_of_a_binomial() -> None:
    """Answered: 30 of 60 each, so one community of 60 lies within 1.96 sqrt(.25 / 60)."""
    rows = [
        CommunityWave(f"T{k}", "1", "", True, 60, 30, comparables=(Comparable("answered", (), 0.5, denominator=60),))
        for k in range(12)
    ]
    (found,) = standings(rows)
    assert found.limits[0].usual == pytest.approx(1.96 * np.sqrt(0.25 / 60))
    assert found.positions[0].size == pytest.approx(60)


def test_the_order_of_communities_says_nothing() -> None:
    shares = np.append(np.full(20, 0.7) + np.linspace(-0.02, 0.02, 20), 0.95)
    one = [community(k, share, 0.02) for k, share in enumerate(shares)]
    there, back = standings(one)[0], standings(one[::-1])[0]
    assert there.to_learn_from == back.to_learn_from
    off = {position.community: position.off for position in back.positions}
    assert {position.community: position.off for position in there.positions} == pytest.approx(off)


def returned(k: int, chance: float, mentions: int, share: float) -> CommunityWave:
    """With the variance that Katz and Powell's chance has of so many mentions, to first order."""
    sd = float(np.sqrt(chance * (1 - chance) * (2 - chance) / mentions))
    compared = Comparable("named_by_both", (), share, chance, sd, denominator=mentions)
    return CommunityWave(f"Town {k}", "1", "collaboration", True, 60, 60, comparables=(compared,))


def drawn(rng: np.random.Generator, chance: float, mentions: int, share: float) -> float:
    """A share of mentions, each pair with one being mutual by luck."""
    pairs = round(mentions * (1 - share / 2))
    mutual = rng.binomial(pairs, share / (2 - share))
    return float(2 * mutual / (pairs + mutual))


def returned_where_most_are_small(rng: np.random.Generator) -> list[CommunityWave]:
    """Eleven of 25 organizations and one of 150: each returns six of ten mentions, by chance .25 and .04."""
    kinds = [(0.25 + 0.02 * rng.standard_normal(), 90) for _ in range(11)] + [(0.04, 600)]
    return [returned(k, chance, many, drawn(rng, chance, many, 0.6)) for k, (chance, many) in enumerate(kinds)]


def test_size_alone_names_nobody_although_chance_falls_with_it() -> None:
    named = sum(
        bool(standings(returned_where_most_are_small(np.random.default_rng(seed)))[0].to_learn_from)
        for seed in range(60)
    )
    assert named <= 60 * 0.05 + 3 * np.sqrt(60 * 0.05 * 0.95)


@pytest.mark.parametrize("place", [2, 6, 11])
def test_of_unequal_sizes_who_differs_is_named_and_hardly_anybody_else(place: int) -> None:
    """Of 20 tables in which one of twelve returns .9 and all others .5, nearly all name that one alone."""
    right = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        sizes = np.geomspace(20, 160, 12)
        rows = [(min(0.3, 6 / n), round(5 * n), 0.9 if k == place else 0.5) for k, n in enumerate(sizes)]
        waves = [
            returned(k, chance, many, drawn(rng, chance, many, share)) for k, (chance, many, share) in enumerate(rows)
        ]
        right += standings(waves)[0].to_learn_from == (f"Town {place}",)
    assert right >= 18


def test_sectors_that_are_less_connected_than_by_chance_name_no_large_community() -> None:
    """Everywhere eight tenths of what chance gives, which is .24 in small communities and .04 in large ones."""

    def made(k: int, chance: float) -> CommunityWave:
        compared = Comparable(
            "two_sectors", ("Health", "Schools"), 0.8 * chance, chance, 0.01, chance, 0.01, denominator=90
        )
        return CommunityWave(f"Town {k}", "1", "", True, 60, 60, comparables=(compared,))

    waves = [made(k, chance) for k, chance in enumerate([*np.linspace(0.2, 0.28, 11), 0.04])]
    (standing,) = standings(waves)
    assert standing.to_learn_from == ()
    assert [position.apart for position in standing.positions] == pytest.approx([0.0] * 12, abs=1e-9)


def test_where_all_return_every_mention_nobody_is_named() -> None:
    (standing,) = standings([returned(k, 0.2 + 0.01 * k, 90, 1.0) for k in range(12)])
    assert standing.to_learn_from == ()
    assert all(np.isfinite(limit.usual) for limit in standing.limits)
