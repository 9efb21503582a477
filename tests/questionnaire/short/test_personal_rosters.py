"""Personal rosters: all are asked about as often, every pair of somebody where it can be, by lot and nothing else."""

from collections import Counter
from itertools import combinations

import pytest

from stakeholder_graph.questionnaire.short.personal_rosters import PersonalRosters, draw_rosters

SECTORS = {f"Org {number:02d}": f"Sector {number % 3 if number < 24 else number % 6}" for number in range(36)}


@pytest.mark.parametrize(("n", "size"), [(7, 2), (7, 3), (7, 5), (8, 3), (8, 4), (8, 6), (61, 29), (150, 20)])
def test_everybody_is_asked_about_as_often_as_it_is_asked(n: int, size: int) -> None:
    rosters = PersonalRosters(tuple(f"Org {number}" for number in range(n)), size)
    about = Counter(other for name in rosters.circle for other in rosters.roster(name))
    assert set(about.values()) == {size}
    for name in rosters.circle:
        assert len(set(rosters.roster(name))) == size
        assert name not in rosters.roster(name)
        assert rosters.askers(name) == tuple(
            sorted((other for other in rosters.circle if name in rosters.roster(other)), key=_number)
        )


def _number(name: str) -> int:
    return int(name.split()[1])


@pytest.mark.parametrize(("n", "size"), [(5, 1), (6, 2), (6, 3), (6, 4), (7, 3), (7, 4), (12, 6), (13, 9)])
def test_pairs_are_counted_as_one_by_one(n: int, size: int) -> None:
    rosters = PersonalRosters(tuple(map(str, range(n))), size)
    sides = Counter((b in rosters.roster(a)) + (a in rosters.roster(b)) for a, b in combinations(rosters.circle, 2))
    assert rosters.pairs() == (sides[2], sides[1], sides[0])
    # No pair is asked of both sides while another is asked of neither.
    assert not (sides[2] and sides[0])
    assert (sides[0] == 0) == (2 * size >= n - 1)


def test_a_seed_says_all_and_the_order_of_the_list_nothing() -> None:
    first = draw_rosters(SECTORS, 9, seed=4)
    assert draw_rosters(dict(reversed(SECTORS.items())), 9, seed=4) == first
    assert draw_rosters(SECTORS, 9, seed=5) != first
    assert sorted(first.circle) == sorted(SECTORS)


@pytest.mark.parametrize("seed", range(5))
def test_each_roster_has_about_its_share_of_each_sector(seed: int) -> None:
    rosters = draw_rosters(SECTORS, 12, seed=seed)
    listed = Counter(SECTORS.values())
    for name in SECTORS:
        shown = Counter(SECTORS[other] for other in rosters.roster(name))
        for sector, count in listed.items():
            assert abs(shown[sector] - 12 * count / 36) <= 2
