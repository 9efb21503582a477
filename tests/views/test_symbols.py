"""The symbols of sectors: alike in size, and the same on pages, papers and slides."""

import numpy as np
import pytest

from stakeholder_graph.views.symbols import SYMBOLS, Outline


@pytest.mark.parametrize("symbol", SYMBOLS.values(), ids=SYMBOLS)
def test_an_outline_has_about_the_area_of_a_circle(symbol: Outline) -> None:
    """As the symbols of the map do; by the shoelace formula."""
    x, y = np.array(symbol.corners).T
    assert 1.3 < abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 < 3.7


def test_path_and_corners_are_one_outline() -> None:
    """Where a symbol has straight sides only, its path goes through its corners and nowhere else."""
    straight = {name: symbol for name, symbol in SYMBOLS.items() if "A" not in symbol.svg_path}
    assert len(straight) == len(SYMBOLS) - 2
    for name, symbol in straight.items():
        path = [tuple(map(float, point.split())) for point in symbol.svg_path.strip("MZ").split("L")]
        assert path == list(symbol.corners), name
