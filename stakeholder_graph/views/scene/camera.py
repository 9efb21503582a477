"""The map looked at from the back row: all of it, or one organization with its partners."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from stakeholder_graph.views.layout.frame import Frame, holds, overlap, widened
from stakeholder_graph.views.layout.label_placement import TRIES, Label, PlacedLabel, place_labels
from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, RADIUS
from stakeholder_graph.views.scene.scene import RING, Scene

#: A name is written for the back row only if it is as high as this share of the map; its width for a height.
READABLE, ASPECT = 1 / 24, 1.7
#: So many partners of who is chosen are all named; of more, those for whose names there is room beside them.
MOST_PARTNERS = 15
#: If names have no room, the frame is made wider by this share, at most so many times.
WIDER, WIDENINGS = 0.12, 8
#: The closest look shows this share of the map, so that the rest is not lost.
CLOSEST = 0.5
#: Free space between names, and how much wider one is in bold.
GAP, BOLD = 6.0, 1.08


@dataclass(frozen=True, slots=True)
class MapView:
    """How the map is looked at: what part of it, how many times larger symbols and names are, where names stand."""

    frame: Frame
    symbols: float
    names: float
    labels: tuple[PlacedLabel, ...]


def overview(scene: Scene, lit: Collection[int] | None) -> MapView:
    """The whole map: symbols as large as there is room, and no name that is too small to read.

    Parameters
    ----------
    scene : Scene
        The map.
    lit : collection of int or None
        Who is spoken of; None for all, who are named all or not at all.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.scene.scene import scene
    >>> partnership = Partnership("P", {"1": from_networkx(nx.path_graph(["a", "b", "c"]))}, {})
    >>> drawn = scene(make_copy("partners", partnership, [], "1"))
    >>> [drawn.dots[label.number].name for label in overview(drawn, None).labels]
    ['a', 'b', 'c']
    """
    frame = scene.frame
    times = _readable(frame)
    shown = range(len(scene.dots)) if lit is None else lit
    order = sorted(shown, key=lambda k: (-len(scene.partners[k]), k))
    named = _fitting(scene, order, times, frame)
    if lit is None and len(named) < len(scene.dots):
        named = ()
    return MapView(frame, scene.grown, round(times, 2), _below(scene, named))


def closeup(scene: Scene, chosen: int) -> MapView:
    """One organization with its partners: a closer look, and their names around the symbols.

    Parameters
    ----------
    scene : Scene
        The map.
    chosen : int
        Whose name is placed first, and whole.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.scene.scene import scene
    >>> partnership = Partnership("P", {"1": from_networkx(nx.path_graph(["a", "b", "c"]))}, {})
    >>> drawn = scene(make_copy("partners", partnership, [], "1"))
    >>> [drawn.dots[label.number].name for label in closeup(drawn, 0).labels]
    ['a', 'b']
    """
    partners = sorted(scene.partners[chosen], key=lambda k: (-len(scene.partners[k]), k))
    lit, few = [chosen, *partners], len(partners) <= MOST_PARTNERS
    reach = RADIUS * RING * scene.grown
    symbols = [(scene.dots[k].x - reach, scene.dots[k].y - reach, 2 * reach, 2 * reach) for k in lit]
    here = scene.dots[chosen]
    lines = [(here.x, here.y, scene.dots[k].x, scene.dots[k].y) for k in partners]
    frame = scene.around(lit)
    frame = widened(frame, scene.frame[2] * CLOSEST, scene.frame[3] * CLOSEST)
    # In the shape of a screen, so that all of it can be written on.
    frame = widened(frame, frame[3] * ASPECT, frame[2] / ASPECT)
    for widenings in range(WIDENINGS):
        times = _readable(frame)
        labels = [_label(scene, k, times, reach, BOLD if k == chosen else 1.0) for k in lit]
        if few:
            placed = place_labels(labels, frame, symbols, lines, tries=TRIES + widenings)
        else:
            own = place_labels(labels[:1], frame, symbols, lines)
            boxes = [(label.x - labels[0].wide / 2, label.top, labels[0].wide, labels[0].high) for label in own]
            placed = (*own, *place_labels(labels[1:], frame, [*symbols, *boxes], lines, tries=1))
        numbers = {label.number for label in placed}
        if numbers == set(lit) or (not few and chosen in numbers):
            break
        frame = widened(frame, frame[2] * (1 + WIDER), frame[3] * (1 + WIDER))
        # Who has no room comes first the next time.
        lit = sorted(lit, key=lambda k: (k != chosen, k in numbers))
    return MapView(frame, scene.grown, round(times, 2), placed)


def spotlight(scene: Scene, lit: Collection[int]) -> MapView:
    """The whole map, with the names of a few around their symbols.

    Parameters
    ----------
    scene : Scene
        The map.
    lit : collection of int
        Who is named, as far as there is room.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.scene.scene import scene
    >>> partnership = Partnership("P", {"1": from_networkx(nx.path_graph(["a", "b", "c"]))}, {})
    >>> drawn = scene(make_copy("partners", partnership, [], "1"))
    >>> [drawn.dots[label.number].name for label in spotlight(drawn, [0, 2]).labels]
    ['a', 'c']
    """
    frame, reach = scene.frame, RADIUS * RING * scene.grown
    times = _readable(frame)
    among = [scene.threads[k] for k in scene.bright(lit)]
    lines = [(scene.dots[t.a].x, scene.dots[t.a].y, scene.dots[t.b].x, scene.dots[t.b].y) for t in among]
    symbols = [(dot.x - reach, dot.y - reach, 2 * reach, 2 * reach) for dot in scene.dots]
    labels = [_label(scene, k, times, reach, 1.0) for k in sorted(lit)]
    placed = place_labels(labels, frame, symbols, lines)
    if len(placed) < len(lit):  # then names may lie on those who are not spoken of
        placed = place_labels(labels, frame, [symbols[k] for k in sorted(lit)], lines)
    return MapView(frame, scene.grown, round(times, 2), placed)


def _readable(frame: Frame) -> float:
    """How many times larger a name is to be, so that it can be read when the frame fills the screen."""
    return READABLE * max(frame[3], frame[2] / ASPECT) / FONT_SIZE


def _label(scene: Scene, number: int, times: float, reach: float, bold: float) -> Label:
    dot = scene.dots[number]
    high = LINE_HEIGHT * times
    return Label(number, dot.x, dot.y, reach, dot.width * times * bold + GAP, high * len(dot.lines), high)


def _below(scene: Scene, named: Iterable[int]) -> tuple[PlacedLabel, ...]:
    return tuple(PlacedLabel(k, scene.dots[k].x, round(scene.name_top(scene.dots[k]), 1)) for k in named)


def _fitting(scene: Scene, order: Sequence[int], times: float, frame: Frame) -> tuple[int, ...]:
    """Whose names fit into the frame below their symbols, on no other name and on no symbol of theirs."""
    reach = RADIUS * scene.grown
    taken = [(scene.dots[k].x - reach, scene.dots[k].y - reach, 2 * reach, 2 * reach) for k in order]
    named = []
    for k in order:
        box = _name_box(scene, k, times)
        if holds(frame, box) and not any(overlap(box, other) for other in taken):
            taken.append(box)
            named.append(k)
    return tuple(sorted(named))


def _name_box(scene: Scene, number: int, times: float) -> Frame:
    dot = scene.dots[number]
    wide = dot.width * times * BOLD + GAP
    return (dot.x - wide / 2, scene.name_top(dot), wide, LINE_HEIGHT * len(dot.lines) * times)
