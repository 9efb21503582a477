"""Slides to edit: real text, notes for the speaker, charts with their data, and the map as one group of shapes."""

import io
from collections.abc import Sequence
from datetime import datetime

from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.text import _, listing
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.present.slides.pptx_chart import draw_chart
from stakeholder_graph.views.present.slides.pptx_map import draw_slide_map, has_single
from stakeholder_graph.views.present.slides.pptx_slide import Slide, SlideBox, clean
from stakeholder_graph.views.scene.camera import BOLD
from stakeholder_graph.views.scene.scene import Scene
from stakeholder_graph.views.style import ACCENT, MUTED

#: A wide screen, in points.
PAGE = (960.0, 540.0)
EDGE, KIND, TITLE, FOOT = 36.0, 20.0, 46.0, 508.0
WHOLE = PAGE[0] - 2 * EDGE
#: Sizes of type, of which the largest that fits is taken: titles, words alone, words beside a picture. Nothing that is
#: to be read in a room is smaller than the last.
TITLES, WORDS, BESIDE = (32.0, 28.0, 24.0), (32.0, 28.0, 24.0, 20.0, 18.0), (24.0, 22.0, 20.0, 18.0)
SMALL, FOOTER = 18.0, 12.0
#: Programs break lines a little earlier than a sum of widths says.
ROUNDED = 1.04
#: From one line to the next, and between paragraphs, in sizes of the type.
LEADING, AFTER = 1.2, 0.5
#: The column of words beside a map or a tally: the narrowest in which they have room.
COLUMNS, BETWEEN = (310.0, 380.0, 450.0), 28.0
#: A number to be read from the door, and the most height of a bar with what lies around it.
LARGE, ROW = 80.0, 48.0
#: In place of the time of writing.
_THEN = datetime(2000, 1, 1)


def draw_slides(deck: Deck) -> bytes:
    """Draw the slides.

    Parameters
    ----------
    deck : Deck
        What there is to show; nothing else is in the file.

    Returns
    -------
    bytes
        A PPTX presentation, one slide a screen. The same for the same deck.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> draw_slides(ours) == draw_slides(ours)
    True
    """
    from pptx import Presentation
    from pptx.util import Pt

    show = Presentation()
    show.slide_width, show.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    about, name = show.core_properties, deck.copy.partnership.name
    title = _("{partnership}: slides for the room", partnership=name)
    about.title, about.author, about.last_modified_by = clean(title)[:255], "", ""
    about.created = about.modified = _THEN
    foot = " · ".join(filter(None, (name, banner(deck.copy))))
    for screen in deck.screens:
        slide = Slide(show)
        draw_screen(slide, deck.scene, screen)
        slide.text(EDGE, FOOT + 8, WHOLE, 18, [foot], FOOTER, colour=MUTED)
        slide.notes("\n\n".join(f"{note.heading}\n{note.text}" for note in screen.notes))
    written = io.BytesIO()
    show.save(written)
    return without_clock(written.getvalue())


def draw_screen(slide: Slide, scene: Scene, screen: Screen) -> None:
    """Draw what a screen says and shows.

    Parameters
    ----------
    slide : Slide
        An empty one.
    scene, screen : Scene, Screen
        The map, and what to draw.
    """
    slide.text(EDGE, KIND, WHOLE, 24, [screen.kind], SMALL, bold=True, colour=ACCENT)
    top = TITLE + _title(slide, screen.title) + 12
    lines = [f"{k}.  {line}" if screen.numbered else line for k, line in enumerate(screen.lines, start=1)]
    if screen.shows in ("words", "seats"):
        lines += [listing(screen.listed)] if screen.listed else []
        size = _largest(lines, WHOLE, WORDS, FOOT - top)
        slide.text(EDGE, top, WHOLE, FOOT - top, lines, size, after=AFTER * size)
        return
    below = _legend(slide, scene) if screen.shows == "map" else FOOT
    column = next((wide for wide in COLUMNS if _high(lines, wide, BESIDE[-1]) <= below - top), COLUMNS[-1])
    size = _largest(lines, column, BESIDE, below - top)
    slide.text(EDGE, top, column, below - top, lines, size, after=AFTER * size)
    box = (EDGE + column + BETWEEN, top, WHOLE - column - BETWEEN, below - top)
    (_map if screen.shows == "map" else _tally)(slide, scene, screen, box)


def _title(slide: Slide, text: str) -> float:
    """Write the title, in two lines where it can be, and never cut; the height it takes."""
    size = next((size for size in TITLES if _rows(text, WHOLE, size * BOLD) <= 2), TITLES[-1])
    high = _rows(text, WHOLE, size * BOLD) * size * LEADING
    slide.title(EDGE, TITLE, WHOLE, high, text, size)
    return high


def _rows(text: str, wide: float, size: float) -> int:
    return len(wrap(text, size, wide / ROUNDED, most=len(text) + 1))


def _high(lines: Sequence[str], wide: float, size: float) -> float:
    return sum((_rows(line, wide, size) * LEADING + AFTER) * size for line in lines)


def _largest(lines: Sequence[str], wide: float, sizes: Sequence[float], high: float) -> float:
    return next((size for size in sizes if _high(lines, wide, size) <= high), sizes[-1])


def _map(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    words = map_key(ring=scene.has_ring, widths=scene.has_widths and has_single(scene))
    left, top, wide, high = box
    if words:
        rows = _rows(words, wide, SMALL) * SMALL * LEADING
        slide.text(left, top + high - rows, wide, rows, [words], SMALL, colour=MUTED)
        high -= rows + 4
    draw_slide_map(slide, scene, screen, left, top, wide, high)


def _legend(slide: Slide, scene: Scene) -> float:
    """The sectors with their symbols across the foot, in as many rows as they need; where these begin."""
    if not scene.by_sector:
        return FOOT
    rows: list[list[tuple[str, float]]] = [[]]
    for sector in scene.sectors:
        wide = text_width(sector, SMALL) * ROUNDED + 2.2 * SMALL
        if rows[-1] and sum(other for _sector, other in rows[-1]) + wide > WHOLE:
            rows.append([])
        rows[-1].append((sector, min(wide, WHOLE)))
    top = FOOT - len(rows) * SMALL * LEADING
    with slide.grouped(_("Legend")):
        for k, row in enumerate(rows):
            x, y = EDGE, top + k * SMALL * LEADING
            for sector, wide in row:
                slide.symbol((x + 0.5 * SMALL, y + 0.6 * SMALL), 0.4 * SMALL, scene.looks[sector])
                slide.text(x + 1.2 * SMALL, y, wide - 1.2 * SMALL, SMALL * LEADING, [sector], SMALL)
                x += wide
    return top - 8


def _tally(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    left, top, wide, high = box
    if screen.large:
        slide.text(left, top - 10, wide, LARGE * LEADING, [screen.large], LARGE, bold=True, colour=ACCENT)
        top, high = top + LARGE * LEADING, high - LARGE * LEADING
    if screen.caption:
        rows = _rows(screen.caption, wide, SMALL) * SMALL * LEADING
        slide.text(left, FOOT - rows, wide, rows, [screen.caption], SMALL, colour=MUTED)
        high -= rows + 6
    looks = [scene.looks.get(bar.name) for bar in screen.tally]
    colours = [look.colour if look else ACCENT if not (screen.large and k) else MUTED for k, look in enumerate(looks)]
    high = min(high, ROW * len(screen.tally) + ROW)
    counted = screen.caption or screen.title
    bars = list(zip(screen.tally, colours, strict=True))
    draw_chart(slide, (left, top, wide, high), bars, screen.longest, counted, SMALL)
