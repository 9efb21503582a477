"""Slides to edit: real text, notes for the speaker, and the map as shapes that can be moved."""

import io
from collections.abc import Sequence
from datetime import datetime

from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.text import _
from stakeholder_graph.views.layout.text_width import wrap
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.present.slides.pptx_chart import draw_chart
from stakeholder_graph.views.present.slides.pptx_map import draw_slide_map, has_single
from stakeholder_graph.views.present.slides.pptx_slide import Slide, clean
from stakeholder_graph.views.scene.camera import BOLD
from stakeholder_graph.views.scene.scene import Scene
from stakeholder_graph.views.style import ACCENT, MUTED

#: A wide screen, in points.
PAGE = (960.0, 540.0)
EDGE, KIND, TITLE, TOP, FOOT = 40.0, 24.0, 46.0, 138.0, 510.0
#: The size of a title beside a map.
NARROW = 26.0
#: The column of words beside a map or a tally, and where what stands beside it begins.
COLUMN, BESIDE = 300.0, 364.0
#: Columns of the legend, its height, and that of the line below it.
ACROSS, LEGEND, KEY = 5, 48.0, 30.0
#: The most height of a bar with what lies around it, and the size of its texts.
ROW, TEXT = 44.0, 16.0
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
        _draw(slide, deck.scene, screen)
        slide.text(EDGE, FOOT + 6, PAGE[0] - 2 * EDGE, 18, [foot], 10, colour=MUTED)
        slide.notes("\n\n".join(f"{note.heading}\n{note.text}" for note in screen.notes))
    written = io.BytesIO()
    show.save(written)
    return without_clock(written.getvalue())


def _draw(slide: Slide, scene: Scene, screen: Screen) -> None:
    whole, high = PAGE[0] - 2 * EDGE, FOOT - TOP
    slide.text(EDGE, KIND, whole, 22, [screen.kind], 16, bold=True, colour=ACCENT)
    lines = [f"{k}.  {line}" if screen.numbered else line for k, line in enumerate(screen.lines, start=1)]
    if screen.shows == "map":
        _beside_map(slide, scene, screen, lines)
        return
    slide.title(EDGE, TITLE, whole, TOP - TITLE, screen.title, 32)
    if screen.shows == "words":
        slide.text(EDGE, TOP, whole, high, lines, 28, after=20)
    else:
        slide.text(EDGE, TOP, COLUMN, high, lines, 19, after=14)
        _tally(slide, scene, screen, PAGE[0] - EDGE - BESIDE, high)


def _beside_map(slide: Slide, scene: Scene, screen: Screen, lines: Sequence[str]) -> None:
    """The map takes the whole height, all words stand beside it."""
    rows = len(wrap(screen.title, NARROW * BOLD, COLUMN, most=len(screen.title)))
    top, beside = TITLE + rows * NARROW * 1.2 + 14, PAGE[0] - EDGE - BESIDE
    slide.title(EDGE, TITLE, COLUMN, top - TITLE, screen.title, NARROW)
    slide.text(EDGE, top, COLUMN, FOOT - top, lines, 19, after=14)
    words = map_key(ring=scene.has_ring, widths=scene.has_widths and has_single(scene))
    below = (LEGEND if scene.by_sector else 0) + (KEY if words else 0)
    draw_slide_map(slide, scene, screen, BESIDE, KIND, beside, FOOT - KIND - below)
    if scene.by_sector:
        _legend(slide, scene, FOOT - below, beside)
    if words:
        slide.text(BESIDE, FOOT - KEY + 12, beside, 16, [words], 12, colour=MUTED)


def _legend(slide: Slide, scene: Scene, top: float, wide: float) -> None:
    step = wide / min(len(scene.sectors), ACROSS)
    for k, sector in enumerate(scene.sectors):
        x, y = BESIDE + step * (k % ACROSS), top + 8 + 19 * (k // ACROSS)
        slide.symbol((x + 6, y + 6), 5, scene.looks[sector])
        slide.text(x + 15, y - 2, step - 16, 15, [sector], 12)


def _tally(slide: Slide, scene: Scene, screen: Screen, wide: float, high: float) -> None:
    top = TOP
    if screen.large:
        slide.text(BESIDE, TOP - 10, wide, 110, [screen.large], 80, bold=True, colour=ACCENT)
        top, high = TOP + 120, high - 120
    if screen.caption:
        slide.text(BESIDE, FOOT - 18, wide, 16, [screen.caption], 12, colour=MUTED)
        high -= 24
    looks = [scene.looks.get(bar.name) for bar in screen.tally]
    colours = [look.colour if look else ACCENT if not (screen.large and k) else MUTED for k, look in enumerate(looks)]
    high = min(high, ROW * len(screen.tally) + ROW)
    counted = screen.caption or screen.title
    bars = list(zip(screen.tally, colours, strict=True))
    draw_chart(slide, (BESIDE, top, wide, high), bars, screen.longest, counted, TEXT)
