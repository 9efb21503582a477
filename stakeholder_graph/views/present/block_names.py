"""The names of sectors above their organizations: in lines that leave room for the names beside them."""

from collections.abc import Mapping

from stakeholder_graph.views.layout.frame import Frame, rounded
from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, RADIUS
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.scene.scene import RING

#: How much larger the name of a sector is than that of an organization, and how much wider its bold letters are.
LARGER, BOLD = 2, 1.1
#: Between two names, and between a name and the edge.
APART = 12.0
#: The most lines a name takes.
MOST_LINES = 4


def block_lines(arranged: Scene) -> Mapping[str, tuple[str, ...]]:
    """Break the name of each sector so that it ends before the one beside it begins.

    Parameters
    ----------
    arranged : Scene
        The map, arranged by sector.
    """
    blocks = _blocks(arranged)
    tall = LARGER * MOST_LINES * LINE_HEIGHT
    lines = {}
    for sector, (middle, top) in blocks.items():
        beside = [
            abs(middle - other)
            for name, (other, height) in blocks.items()
            if name != sector and abs(top - height) < tall
        ]
        # A word is never cut.
        longest = max((_wide(word) for word in sector.split()), default=0.0)
        room = max(longest, min(beside, default=_wide(sector) + 1) - APART)
        lines[sector] = wrap(sector, LARGER * BOLD * FONT_SIZE, room + 1, MOST_LINES)
    return _raised(lines, blocks)


def around_blocks(frame: Frame, arranged: Scene, lines: Mapping[str, tuple[str, ...]]) -> Frame:
    """Widen a frame until it holds the names of all sectors.

    Parameters
    ----------
    frame : Frame
        Around the symbols.
    arranged : Scene
        The map, arranged by sector.
    lines : mapping
        As `block_lines` gives them.
    """
    left, top, wide, high = frame
    right, bottom = left + wide, top + high
    for sector, (middle, above) in _blocks(arranged).items():
        half = max(map(_wide, lines[sector])) / 2 + APART
        left, right = min(left, middle - half), max(right, middle + half)
        top = min(top, above - FONT_SIZE - LARGER * LINE_HEIGHT * len(lines[sector]))
    return rounded((left, top, right - left, bottom - top))


def block_names(arranged: Scene) -> tuple[tuple[str, Frame], ...]:
    """The name of each sector in its lines, and the box it takes on the map above its organizations.

    Parameters
    ----------
    arranged : Scene
        The map, arranged by sector.
    """
    blocks, lines = _blocks(arranged), block_lines(arranged)
    names = []
    for sector, (middle, above) in blocks.items():
        half, high = max(map(_wide, lines[sector])) / 2, LARGER * LINE_HEIGHT * len(lines[sector])
        text = "\n".join(lines[sector]).rstrip("\n")
        names.append((text, (middle - half, above - FONT_SIZE - high, 2 * half, high)))
    return tuple(names)


def _raised(
    lines: Mapping[str, tuple[str, ...]], blocks: Mapping[str, tuple[float, float]]
) -> Mapping[str, tuple[str, ...]]:
    """Put blank lines below a name that would lie on another: a long word above a block of one symbol."""
    made: dict[str, tuple[str, ...]] = {}
    boxes: list[tuple[float, float, float, float]] = []
    # A long name over a short one rises by fewer lines than the short one over it.
    for sector in sorted(blocks, key=lambda name: (len(lines[name]), blocks[name])):
        middle, above = blocks[sector]
        half = max(map(_wide, lines[sector])) / 2
        for blank in range(MOST_LINES + 1):
            lower = above - LARGER * LINE_HEIGHT * blank
            box = middle - half, middle + half, lower - LARGER * LINE_HEIGHT * len(lines[sector]), lower
            if not any(_overlap(box, other) for other in boxes):
                break
        made[sector] = (*lines[sector], *[""] * blank)
        boxes.append(box)
    return {sector: made[sector] for sector in lines}


def _overlap(first: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return first[0] < other[1] and other[0] < first[1] and first[2] < other[3] and other[2] < first[3]


def _wide(text: str) -> float:
    return text_width(text, LARGER * BOLD * FONT_SIZE)


def _blocks(arranged: Scene) -> dict[str, tuple[float, float]]:
    """The middle of each sector's organizations, and their upper edge."""
    blocks = {}
    for sector in arranged.sectors:
        dots = [dot for dot in arranged.dots if dot.sector == sector]
        across = [dot.x for dot in dots]
        upper = min(dot.y for dot in dots) - RADIUS * arranged.grown * RING
        blocks[sector] = ((min(across) + max(across)) / 2, upper)
    return blocks
