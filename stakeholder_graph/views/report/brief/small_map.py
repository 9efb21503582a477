"""A small map for page one: the whole network, quiet, and in colour what a finding speaks of."""

from collections.abc import Collection

from markupsafe import Markup

from stakeholder_graph.text import _
from stakeholder_graph.views.layout.label_placement import Label, PlacedLabel, place_labels
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.scene import Dot, Scene
from stakeholder_graph.views.scene.drawn_finding import NOTHING, Drawn
from stakeholder_graph.views.style import PAPER
from stakeholder_graph.views.symbols import Point

#: Size in CSS pixels; names in pixels.
WIDE, HIGH, NAME = 640, 404, 13.0
#: Free space around the symbols, for names; how much more the map may be stretched one way than the other.
BORDER, STRETCHED = 34.0, 1.5
#: The radius of a symbol; of one that is spoken of; how much further out the ring of the backbone runs.
RADIUS, SPOKEN_OF, RING = 5.0, 8.0, 4.5
#: Of more organizations than this no name is written.
MOST_NAMED = 16
#: How wide names may be before they are broken, how high a line is, and how far off a name may stand, in tries.
NAME_WIDE, LINE_HIGH, TRIES = 130.0, 15.0, 5

_SVG = Markup(
    '<svg class="small-map" viewBox="0 0 {wide} {high}" role="img" aria-label="{said}">'
    '<g class="lines">{lines}</g><g class="lines spoken-of">{coloured}</g>{symbols}{names}</svg>'
)
_SYMBOL = Markup(
    '<path class="symbol{faint}" transform="translate({x:.1f} {y:.1f}) scale({r})" d="{d}" fill="{fill}"/>'
)
_RING = Markup('<circle class="ring" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>')
_LEADER = Markup('<path class="leader" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>')
_NAME = Markup('<text text-anchor="middle" x="{:.1f}" y="{:.1f}">{}</text>')


def small_map(scene: Scene, drawn: Drawn = NOTHING, said: str = "", hollow: Collection[str] = ()) -> Markup:
    """Draw the map of a copy with what a finding speaks of in colour.

    Parameters
    ----------
    scene : Scene
        The map.
    drawn : Drawn
        What stands out on it.
    said : str
        What the map shows, for those who do not see it.
    hollow : collection of str
        Organizations whose symbols are not filled.

    Returns
    -------
    Markup
        An ``<svg>`` as wide as its place. Names are written of up to `MOST_NAMED` organizations that it speaks of.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions.copies import Copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.scene import scene
    >>> path = from_networkx(nx.path_graph(["a", "b", "c"]))
    >>> on_map = scene(Copy("backbone", Partnership("P", {"1": path}, {}), (), "1"))
    >>> drawn = small_map(on_map, Drawn(frozenset({0, 1}), frozenset({0})), "a and b")
    >>> drawn.count("<text"), drawn.count('class="symbol faint"')
    (2, 1)
    """
    middles = _on_page(scene)
    names = _named(scene, drawn, middles)
    symbols = (
        _symbol(scene, dot, middles[k], k in drawn.organizations, bool(drawn.organizations), dot.name in hollow)
        for k, dot in enumerate(scene.dots)
    )
    return _SVG.format(
        wide=WIDE,
        high=HIGH,
        said=said or _("The map of all partners"),
        lines=_lines(scene, middles, [k for k in range(len(scene.threads)) if k not in drawn.lines]),
        coloured=_lines(scene, middles, sorted(drawn.lines)),
        symbols=Markup("").join(symbols),
        names=_written(scene, names, middles),
    )


def _on_page(scene: Scene) -> list[Point]:
    """The middles of the symbols in pixels: the map fills its place, stretched a little where that helps."""
    left, top, wide, high = scene.frame
    fit = (WIDE - 2 * BORDER) / wide, (HIGH - 2 * BORDER) / high
    across, down = (min(most, STRETCHED * min(fit)) for most in fit)
    x0, y0 = (WIDE - wide * across) / 2, (HIGH - high * down) / 2
    return [(x0 + (dot.x - left) * across, y0 + (dot.y - top) * down) for dot in scene.dots]


def _lines(scene: Scene, middles: list[Point], threads: list[int]) -> Markup:
    ends = ((*middles[scene.threads[k].a], *middles[scene.threads[k].b]) for k in threads)
    # Thousands of lines, in each of which the engine would look for what to escape.
    lines = [f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"/>' for x0, y0, x1, y1 in ends]
    return Markup("".join(lines))  # noqa: S704 (numbers alone)


def _symbol(scene: Scene, dot: Dot, at: Point, spoken_of: bool, others_faint: bool, hollow: bool) -> Markup:
    look = scene.looks[dot.sector]
    radius = SPOKEN_OF if spoken_of else RADIUS
    faint = " faint" if others_faint and not spoken_of else ""
    symbol = _SYMBOL.format(faint=faint, x=at[0], y=at[1], r=radius, d=look.path, fill=PAPER if hollow else look.colour)
    return (_RING.format(*at, radius + RING) if dot.backbone else Markup("")) + symbol


def _named(scene: Scene, drawn: Drawn, middles: list[Point]) -> tuple[PlacedLabel, ...]:
    """Where the names of those spoken of stand; of the backbone's first, and then of those with most partners."""
    if not 0 < len(drawn.organizations) <= MOST_NAMED:
        return ()
    order = sorted(
        drawn.organizations, key=lambda k: (not scene.dots[k].backbone, -len(scene.partners[k]), scene.dots[k].name)
    )
    reach = SPOKEN_OF + RING
    labels = [
        Label(
            k, *middles[k], reach, max(text_width(line, NAME) for line in lines) + 8, LINE_HIGH * len(lines), LINE_HIGH
        )
        for k in order
        if (lines := _broken(scene.dots[k].name))
    ]
    taken = [(x - reach, y - reach, 2 * reach, 2 * reach) for x, y in (middles[k] for k in order)]
    ends = [(*middles[scene.threads[k].a], *middles[scene.threads[k].b]) for k in drawn.lines]
    return place_labels(labels, (2.0, 2.0, WIDE - 4.0, HIGH - 4.0), taken, ends, tries=TRIES)


def _broken(name: str) -> tuple[str, ...]:
    return wrap(name, NAME, NAME_WIDE, most=3)


def _written(scene: Scene, labels: tuple[PlacedLabel, ...], middles: list[Point]) -> Markup:
    led = [label for label in labels if label.led]
    texts = [_LEADER.format(*middles[label.number], label.x, label.top + LINE_HIGH / 2) for label in led]
    for label in labels:
        for number, line in enumerate(_broken(scene.dots[label.number].name)):
            texts.append(_NAME.format(label.x, label.top + LINE_HIGH * (number + 0.8), line))
    return Markup("").join(texts)
