"""Slides to edit: real text, notes for the speaker, and the map as shapes that can be moved."""

import io
from collections.abc import Sequence
from datetime import datetime

from stakeholder_graph.survey.clock import without_clock
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.scene import Scene
from stakeholder_graph.views.present.screens import Deck, Row, Screen
from stakeholder_graph.views.present.slide import Slide, clean
from stakeholder_graph.views.present.slide_map import draw_map
from stakeholder_graph.views.present.wording import told
from stakeholder_graph.views.style import ACCENT, MUTED

#: A wide screen, in points.
PAGE = (960.0, 540.0)
EDGE, TOP, FOOT = 40.0, 138.0, 510.0
#: The column of words beside a map or a tally, and where what stands beside it begins.
COLUMN, BESIDE = 300.0, 364.0
#: Columns of the legend, and its height.
ACROSS, LEGEND = 5, 44.0
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
    >>> from stakeholder_graph.editions import seen_by
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(seen_by("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> draw_slides(ours) == draw_slides(ours)
    True
    """
    from pptx import Presentation
    from pptx.util import Pt

    show = Presentation()
    show.slide_width, show.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    about, name = show.core_properties, deck.seen.partnership.name
    about.title, about.author, about.last_modified_by = clean(told("slides_title", partnership=name))[:255], "", ""
    about.created = about.modified = _THEN
    foot = " · ".join(filter(None, (name, banner(deck.seen))))
    for screen in deck.screens:
        slide = Slide(show)
        _draw(slide, deck.scene, screen)
        slide.text(EDGE, FOOT + 6, PAGE[0] - 2 * EDGE, 18, [foot], 10, colour=MUTED)
        slide.notes("\n\n".join(f"{note.heading}\n{note.text}" for note in screen.notes))
    written = io.BytesIO()
    show.save(written)
    return without_clock(written.getvalue())


def _draw(slide: Slide, scene: Scene, screen: Screen) -> None:
    whole, beside, high = PAGE[0] - 2 * EDGE, PAGE[0] - EDGE - BESIDE, FOOT - TOP
    slide.title(EDGE, 46, whole, 80, screen.title, 32)
    slide.text(EDGE, 24, whole, 22, [screen.kind], 16, bold=True, colour=ACCENT)
    lines = [f"{k}.  {line}" if screen.numbered else line for k, line in enumerate(screen.lines, start=1)]
    if screen.shows == "words":
        slide.text(EDGE, TOP, whole, high, lines, 24, after=16)
        return
    slide.text(EDGE, TOP, COLUMN, high, lines, 19, after=14)
    if screen.shows == "tally":
        _tally(slide, scene, screen.tally, beside, high)
    elif scene.by_sector:
        draw_map(slide, scene, screen, BESIDE, TOP, beside, high - LEGEND)
        _legend(slide, scene, FOOT - LEGEND, beside)
    else:
        draw_map(slide, scene, screen, BESIDE, TOP, beside, high)


def _legend(slide: Slide, scene: Scene, top: float, wide: float) -> None:
    step = wide / min(len(scene.sectors), ACROSS)
    for k, sector in enumerate(scene.sectors):
        x, y = BESIDE + step * (k % ACROSS), top + 8 + 17 * (k // ACROSS)
        slide.symbol((x + 6, y + 6), 5, scene.looks[sector])
        slide.text(x + 15, y - 1, step - 16, 14, [sector], 10)


def _tally(slide: Slide, scene: Scene, rows: Sequence[Row], wide: float, high: float) -> None:
    step, name, said = min(40.0, high / len(rows)), 200.0, 80.0
    most = max(1, *(row.listed for row in rows))
    for k, row in enumerate(rows):
        middle, long = TOP + step * (k + 0.5), (wide - name - said) * row.listed / most
        look = scene.looks.get(row.sector)
        if look:
            slide.symbol((BESIDE + 9, middle), 8, look)
            slide.bar(BESIDE + name, middle - step * 0.28, long, step * 0.56, look.colour)
        slide.text(BESIDE + 26, middle - 11, name - 30, 22, [row.sector], 17, bold=not row.listed)
        slide.text(BESIDE + name + long + 8, middle - 11, said - 4, 22, [row.said], 17, bold=not row.listed)
