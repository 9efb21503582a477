"""The map beside words: symbols, lines, and the names for which there is room."""

from collections.abc import Sequence

from stakeholder_graph.views.layout.label_placement import Label, PlacedLabel, place_labels
from stakeholder_graph.views.layout.positions import RADIUS
from stakeholder_graph.views.present.paper.pdf_canvas import LEADING, Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width
from stakeholder_graph.views.present.screens import Screen
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.scene.scene import LINE, RING
from stakeholder_graph.views.style import ACCENT
from stakeholder_graph.views.symbols import Point

#: With more organizations than this only those spoken of are named here; the poster with all names has the others.
MOST_NAMED = 80
#: Names on a map, in points: the least can be read from a step and a half away.
SIZES = (24.0, 22.0, 20.0, 18.0)
#: Free space around the symbols of a map, and how much more it may be stretched one way than the other.
BORDER, STRETCHED = 26.0, 1.4
#: With all lines drawn, those behind a name matter less.
BEHIND = 0.05
#: How far off its symbol a name may stand, in tries.
TRIES = 4
#: From one row of the legend to the next, in sizes of its letters, and the most rows.
ROW, ROWS = 1.4, 3
#: Sizes of the legend, the largest first.
LEGEND_SIZES = (1.0, 0.9, 0.8)


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
    scene = screen.arranged(scene)
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
    bright, apart = screen.stands_out(scene), screen.apart
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


def legend_height(scene: Scene, wide: float, size: float) -> float:
    """How high the legend is.

    Parameters
    ----------
    scene : Scene
        It knows the sectors.
    wide : float
        How wide it may be.
    size : float
        Of its letters, in points; where it takes more than three rows they are a little smaller.
    """
    size, rows = _legend(scene, wide, size)
    return (len(rows) * ROW + 0.3) * size


def draw_legend(paper: Paper, box: Box, scene: Scene, size: float) -> None:
    """Draw the sectors with their symbols, side by side in rows.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    scene : Scene
        It knows the sectors and their looks.
    size : float
        As of `legend_height`.
    """
    size, rows = _legend(scene, box.wide, size)
    for k, row in enumerate(rows):
        x, y = box.left, box.top + size * (1.2 + ROW * k)
        for sector, wide in row:
            paper.symbol(x + size * 0.5, y - size * 0.35, size * 0.42, scene.looks[sector])
            paper.line(x + 1.25 * size, y, sector, size)
            x += wide


def _legend(scene: Scene, wide: float, size: float) -> tuple[float, list[list[tuple[str, float]]]]:
    """The size of the legend's letters, and its rows: sectors, each with its width."""
    for share in LEGEND_SIZES:
        rows: list[list[tuple[str, float]]] = [[]]
        for sector in scene.sectors:
            taken = width(sector, size * share) + 2.4 * size * share
            if rows[-1] and sum(other for _sector, other in rows[-1]) + taken > wide:
                rows.append([])
            rows[-1].append((sector, taken))
        if len(rows) <= ROWS:
            break
    return size * share, rows
