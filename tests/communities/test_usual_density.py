"""What density is usual for a size, and its limits, against a calculation by hand."""

from math import comb, sqrt

import numpy as np
import pytest

from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.usual_density import UsualDensity, density_funnel, usual_density


def town(name: str, size: int, density: float, answered: int | None = None) -> CommunityWave:
    return CommunityWave(name, "1", "work", True, size, size if answered is None else answered, density=density)


def test_limits_are_those_of_a_share_of_pairs_and_what_communities_differ_by() -> None:
    usual = UsualDensity(0.0, -0.5, spread=0.04, answered=0.5)
    assert usual.of(100) == pytest.approx(0.1)
    # Half of 100 answered: 4,950 pairs less the 1,225 among the other half.
    error = 0.1 * sqrt(0.04 + 0.9 / (0.1 * 3725))
    limit = usual.limit(100)
    assert (limit.usual, limit.nearly_all) == pytest.approx((1.96 * error, 3.09 * error))


def test_where_all_are_of_one_size_the_usual_density_is_their_mean_and_limits_hold_there() -> None:
    usual = usual_density([town(str(k), 50, 0.1) for k in range(10)])
    assert usual is not None
    assert (usual.of(50), usual.of(100)) == pytest.approx((0.1, 0.05))  # as many connections at every size
    (limit,) = density_funnel([town("A", 50, 0.12)], usual).limits
    assert limit.usual == pytest.approx(1.96 * 0.1 * sqrt(0.9 / (0.1 * comb(50, 2))))


def test_communities_that_differ_by_luck_alone_have_no_spread_and_lie_within() -> None:
    rng = np.random.default_rng(1)
    sizes = rng.integers(20, 120, 200)
    pairs = [comb(int(size), 2) for size in sizes]
    drawn = [rng.binomial(n, 4 / size) / n for n, size in zip(pairs, sizes, strict=True)]
    towns = [town(f"Town {k}", int(size), share) for k, (size, share) in enumerate(zip(sizes, drawn, strict=True))]
    usual = usual_density(towns)
    assert usual is not None
    assert usual.slope == pytest.approx(-1, abs=0.05)
    assert usual.spread < 0.002
    funnel = density_funnel(towns, usual)
    outside = sum(abs(spot.apart) > usual.limit(int(spot.size)).usual for spot in funnel.positions)
    assert 2 <= outside <= 20  # 10 are expected
    widths = [limit.usual / usual.of(int(limit.size)) for limit in funnel.limits]
    assert widths == sorted(widths, reverse=True)


def test_nothing_is_usual_of_few_communities() -> None:
    assert usual_density([town(str(k), 20 + k, 0.2) for k in range(9)]) is None
