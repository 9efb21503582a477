"""Groups on a ring: areas follow numbers, and nothing lies on anything."""

import numpy as np
import pytest

from stakeholder_graph.views.layout.frame import overlap
from stakeholder_graph.views.layout.group_ring import drawn_larger_below, ring_of_groups

Box = tuple[float, float, float, float]


def around(x: float, y: float, wide: float, high: float) -> Box:
    return (x - wide / 2, y - high / 2, wide, high)


@pytest.mark.parametrize("count", [1, 2, 9, 16])
def test_no_circle_and_no_block_lies_on_another(count: int) -> None:
    rng = np.random.default_rng(count)
    sizes, blocks = rng.integers(300, 5000, count), rng.uniform(600, 2000, (count, 2))
    shared = rng.integers(0, 100, (count, count)).astype(float)
    places = ring_of_groups(sizes.tolist(), shared + shared.T, blocks)
    boxes = [around(place.x, place.y, 2 * place.radius, 2 * place.radius) for place in places]
    boxes += [
        around(place.members_x, place.members_y, wide, high)
        for place, (wide, high) in zip(places, blocks.tolist(), strict=True)
    ]
    assert not any(overlap(a, b) for k, a in enumerate(boxes) for b in boxes[:k])
    areas = np.array([place.radius**2 for place in places]) / sizes
    assert areas == pytest.approx(np.full(count, areas[0]), rel=0.02)


@pytest.mark.parametrize("sizes", [[5000, 300, 2], [5000, 25, 24], [5000, 25], [7]])
def test_what_is_drawn_larger_than_its_share_is_what_the_map_says_so_of(sizes: list[int]) -> None:
    count = len(sizes)
    places = ring_of_groups(sizes, np.zeros((count, count)), np.full((count, 2), 6000.0))
    areas = [place.radius**2 / places[0].radius ** 2 * sizes[0] for place in places]
    below = drawn_larger_below(sizes)
    for size, area in zip(sizes, areas, strict=True):
        assert (area > 1.01 * size) is (size < below)


def test_those_that_share_the_most_stand_next_to_each_other() -> None:
    """Four groups; 0 shares most with 2, which shares most of the rest with 1."""
    shared = np.zeros((4, 4))
    shared[0, 2], shared[1, 2], shared[0, 3] = 9.0, 5.0, 1.0
    places = ring_of_groups([10] * 4, shared + shared.T, np.full((4, 2), 100.0))
    angle = {k: np.arctan2(place.y, place.x) for k, place in enumerate(places)}
    way = sorted(angle, key=lambda k: (angle[k] - angle[2]) % (2 * np.pi))
    assert way in ([2, 0, 1, 3], [2, 0, 3, 1], [2, 1, 3, 0], [2, 3, 1, 0])
