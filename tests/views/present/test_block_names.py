"""The names of sectors on the map that is arranged by sector: whole, apart, and in the frame."""

from itertools import combinations

from stakeholder_graph.views.layout.positions import LINE_HEIGHT, RADIUS
from stakeholder_graph.views.layout.text_width import text_width
from stakeholder_graph.views.present.block_names import around_blocks, block_lines
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.scene.scene import RING
from tests.views.present.decks import of_sectors, spanish

Box = tuple[float, float, float, float]


def boxes(arranged: Scene) -> list[Box]:
    """Where the page draws the names: left, right, top and bottom."""
    drawn = []
    for sector, lines in block_lines(arranged).items():
        dots = [dot for dot in arranged.dots if dot.sector == sector]
        middle = (min(dot.x for dot in dots) + max(dot.x for dot in dots)) / 2
        # Blank lines below a name raise it.
        said = [line for line in lines if line]
        bottom = min(dot.y for dot in dots) - RADIUS * arranged.grown * RING
        bottom -= 2 * LINE_HEIGHT * (len(lines) - len(said))
        half = max(text_width(line, 26) for line in said) / 2
        drawn.append((middle - half, middle + half, bottom - 2 * LINE_HEIGHT * len(said), bottom))
    return drawn


def test_names_of_sectors_are_whole_and_in_the_frame() -> None:
    arranged = spanish(36).scene.arranged_by_sector
    lines = block_lines(arranged)
    assert {sector: " ".join(lines[sector]) for sector in lines} == {sector: sector for sector in arranged.sectors}
    left, top, wide, high = around_blocks(arranged.frame, arranged, lines)
    for start, end, upper, lower in boxes(arranged):
        assert left <= start
        assert end <= left + wide
        assert top <= upper
        assert lower <= top + high


def test_names_of_sectors_do_not_lie_on_one_another() -> None:
    for (a, b, upper, lower), (c, d, above, below) in combinations(boxes(spanish(36).scene.arranged_by_sector), 2):
        assert b <= c or d <= a or lower <= above or below <= upper


def test_a_long_word_above_one_symbol_is_raised_over_the_name_beside_it() -> None:
    """As of 25 organizations, 12 of one sector, and one alone in the next: "agency" would lie on "Government"."""
    sizes = {"Contractor": 12, "National partner": 4, "Coalition": 3, "Government": 3, "Advocacy": 2, "Lead agency": 1}
    arranged = of_sectors([sector for sector, size in sizes.items() for _ in range(size)]).scene.arranged_by_sector
    lines = block_lines(arranged)
    for sector in sizes:
        assert " ".join(lines[sector]).strip() == sector
    assert any(said[-1] == "" for said in lines.values())
    for (a, b, upper, lower), (c, d, above, below) in combinations(boxes(arranged), 2):
        assert b <= c or d <= a or lower <= above or below <= upper
