"""The map on paper: symbols, lines and names, as large as there is room."""

from collections.abc import Sequence

from stakeholder_graph.views.layout.label_placement import Label, PlacedLabel, place_labels
from stakeholder_graph.views.layout.positions import RADIUS
from stakeholder_graph.views.present.paper.pdf_canvas import LEADING, Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width
from stakeholder_graph.views.present.screens.screen import Screen
from stakeholder_graph.views.scene.scene import LINE, RING, Scene
from stakeholder_graph.views.style import ACCENT
from stakeholder_graph.views.symbols import Point

#: With more organizations than this names would be too small for a room: only those spoken of are named.
MOST_NAMED = 80
#: Names on a map, in points: the least can be read from a step and a half away.
SIZES = (22.0, 20.0, 18.0)
#: Free space around the symbols of a map, and how much more it may be stretched one way than the other.
BORDER, STRETCHED = 26.0, 1.4
#: With all lines drawn, those behind a name matter less.
BEHIND = 0.05
#: How far off its symbol a name may stand, in tries.
TRIES = 4


def draw_paper_map(paper: Paper, box: Box, scene: Scene, screen: Screen) -> bool:
    """Draw the map as a screen shows it, as large as the box allows.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    scene, screen : Scene, Screen
        The map, and what of it stands out.

    Returns
    -------
    bool
        Whether all it speaks of are named.
    """
    left, top, wide, high = scene.frame
    fit = (box.wide - 2 * BORDER) / wide, (box.high - 2 * BORDER) / high
    scale = min(fit)
    across, down = (min(most, STRETCHED * scale) for most in fit)
    corner = box.left + (box.wide - wide * across) / 2, box.top + (box.high - high * down) / 2

    def on_page(x: float, y: float) -> Point:
        return corner[0] + (x - left) * across, corner[1] + (y - top) * down

    middles = [on_page(dot.x, dot.y) for dot in scene.dots]
    _threads(paper, scene, screen, middles, scale)
    radius = RADIUS * scale
    for k, dot in enumerate(scene.dots):
        faint = screen.lit is not None and k not in screen.lit
        paper.symbol(*middles[k], radius, scene.looks[dot.sector], ring=dot.backbone, faint=faint)
    wanted = range(len(scene.dots)) if screen.lit is None else sorted(screen.lit)
    labels, size = _place(box, scene, wanted, middles, radius)
    for label in labels:
        dot = scene.dots[label.number]
        paper.shows(dot.name)
        if label.led:
            half = max(width(text, size) for text in dot.lines) / 2
            x, y = middles[label.number]
            bottom = label.top + size * LEADING * len(dot.lines)
            paper.leader((x, y), (_clamped(x, label.x - half, label.x + half), _clamped(y, label.top, bottom)))
    for label in labels:
        for k, line in enumerate(scene.dots[label.number].lines):
            paper.halo(label.x, label.top + size * (0.95 + LEADING * k), line, size)
    return len(labels) == len(wanted)


def _place(
    box: Box, scene: Scene, wanted: Sequence[int], middles: Sequence[Point], radius: float
) -> tuple[tuple[PlacedLabel, ...], float]:
    """Where names stand, and their size: the largest with room for all, or else the least, with fewer names."""
    if len(wanted) > MOST_NAMED:
        return (), SIZES[-1]
    reach = [radius * (RING if dot.backbone else 1) for dot in scene.dots]
    spoken_of = set(wanted)
    symbols = [(middles[k][0] - r, middles[k][1] - r, 2 * r, 2 * r) for k, r in enumerate(reach) if k in spoken_of]
    lines = [(*middles[thread.a], *middles[thread.b]) for thread in scene.threads]
    order = sorted(wanted, key=lambda k: (-len(scene.partners[k]), k))
    for size in SIZES:
        line = size * LEADING
        labels = []
        for k in order:
            longest = max(width(text, size) for text in scene.dots[k].lines)
            labels.append(Label(k, *middles[k], reach[k], longest + 4, line * len(scene.dots[k].lines), line))
        placed = place_labels(labels, (box.left, box.top, box.wide, box.high), symbols, lines, TRIES, BEHIND)
        if len(placed) == len(wanted):
            break
    return placed, size


def _threads(paper: Paper, scene: Scene, screen: Screen, middles: Sequence[Point], scale: float) -> None:
    bright = scene.bright(screen.lit, screen.ties)
    apart = bool(screen.ties) or screen.lit is not None
    order = [*(k for k in range(len(scene.threads)) if k not in bright), *sorted(bright)]
    paper.pen.saveState()
    for k in order:
        thread = scene.threads[k]
        colour = ACCENT if k in bright else LINE
        strength = 0.5 if k in bright else 0.08 if apart else scene.ink
        paper.segment(middles[thread.a], middles[thread.b], colour, thread.width * scale, strength)
    paper.pen.restoreState()


def _clamped(value: float, low: float, high: float) -> float:
    """The value between low and high that is nearest."""
    return min(high, max(low, value))


def draw_legend(paper: Paper, box: Box, scene: Scene, size: float = 13) -> None:
    """Draw the sectors with their symbols, side by side in centred rows.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    scene : Scene
        It knows the sectors and their looks.
    size : float
        Of the font, in points.
    """
    rows: list[list[tuple[str, float]]] = [[]]
    for sector in scene.sectors:
        wide = width(sector, size) + 3.2 * size
        if rows[-1] and sum(taken for _sector, taken in rows[-1]) + wide > box.wide:
            rows.append([])
        rows[-1].append((sector, wide))
    for k, row in enumerate(rows):
        x, y = box.left + (box.wide - sum(wide for _sector, wide in row)) / 2, box.top + size * (1 + 1.6 * k)
        for sector, wide in row:
            paper.symbol(x + size, y - size * 0.35, size * 0.42, scene.looks[sector])
            paper.line(x + 1.8 * size, y, sector, size)
            x += wide
