"""Posters for a data walk: one station a page, with questions and room for notes, and a sheet for what is wrong."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.paper.correction_sheet import draw_correction_sheet
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper, Printed
from stakeholder_graph.views.present.paper.pdf_map import draw_legend, draw_paper_map
from stakeholder_graph.views.present.paper.poster import EDGE, FLOOR, PAGE, draw_head, draw_notes
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.style import ACCENT, INK, MUTED

#: The column of words.
COLUMN = 300.0
QUESTIONS = 2
#: The line below the map that says what its marks mean.
KEY = 26.0
#: What a bar of a hundred leaves.
REST = "#E3E9EE"


def draw_stations(deck: Deck) -> Printed:
    """Draw the posters.

    Parameters
    ----------
    deck : Deck
        What there is to show; nothing else is in the file.

    Returns
    -------
    Printed
        A page for each screen that has something to look at, and one to write on.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> from stakeholder_graph.views.present.screens import deck
    >>> draw_stations(deck(copy)).content[:5]
    b'%PDF-'
    """
    copy, drawn = deck.copy, deck.scene
    stations = [screen for screen in deck.screens if screen.asks]
    paper = Paper(PAGE, _("{partnership}: stations for a data walk", partnership=copy.partnership.name))
    for number, screen in enumerate(stations, start=1):
        _station(paper, copy, drawn, screen, number)
        paper.turn()
    draw_correction_sheet(paper, copy)
    return paper.printed()


def _station(paper: Paper, copy: Copy, drawn: Scene, screen: Screen, number: int) -> None:
    below = draw_head(paper, copy, _("Station {number} · {kind}", number=number, kind=screen.kind), screen.title)
    wide = PAGE[0] - 2 * EDGE - COLUMN - 32
    picture = Box(EDGE, below, wide, FLOOR - below)
    if screen.shows == "map":
        bottom = picture.top + picture.high
        under = (62 if drawn.by_sector else 0) + KEY
        all_named = draw_paper_map(
            paper, Box(picture.left, picture.top, picture.wide, picture.high - under), drawn, screen
        )
        if drawn.by_sector:
            draw_legend(paper, Box(picture.left, bottom - under + 8, picture.wide, under), drawn)
        said = [map_key(ring=drawn.has_ring, widths=drawn.has_widths)]
        if not all_named:
            said.append(_("Names that found no room here are on the map page."))
        paper.text(Box(picture.left, bottom - KEY + 6, picture.wide, KEY), " ".join(filter(None, said)), 14)
    elif screen.shows == "tally":
        _tally(paper, picture, drawn, screen)
    else:
        draw_notes(paper, picture)
    left, top = PAGE[0] - EDGE - COLUMN, below
    for line in screen.lines:
        if line not in screen.asks:
            top += paper.text(Box(left, top, COLUMN, 110), line, 18) + 12
    top += 8
    for question in screen.asks[:QUESTIONS]:
        taken = paper.text(Box(left + 18, top, COLUMN - 18, 100), question, 20, bold=True)
        paper.rectangle(Box(left, top, 5, taken), fill=ACCENT)
        top += taken + 16
    if screen.shows != "words":
        draw_notes(paper, Box(left, top + 6, COLUMN, FLOOR - top - 6))


def _tally(paper: Paper, box: Box, drawn: Scene, screen: Screen) -> None:
    if screen.large:
        paper.line(box.left, box.top + 110, screen.large, 130, bold=True, colour=ACCENT)
        box = Box(box.left, box.top + 160, box.wide, box.high - 160)
    if screen.caption:
        paper.text(Box(box.left, box.top + box.high - 24, box.wide, 24), screen.caption, 15, colour=MUTED)
        box = Box(box.left, box.top, box.wide, box.high - 32)
    high, name = min(56.0, box.high / len(screen.tally)), 230.0
    for k, bar in enumerate(screen.tally):
        middle, look = box.top + high * (k + 0.5), drawn.looks.get(bar.name)
        if look:
            paper.symbol(box.left + 14, middle, 10, look)
        indent = 38.0 if look or not screen.large else 0.0
        written = Box(box.left + indent, middle - high / 2 + 4, name - indent - 14, high - 8)
        paper.middle(written, bar.name, 19, bold=not bar.length)
        scale = (box.wide - name - 60) / screen.longest
        if screen.large:
            paper.rectangle(Box(box.left + name, middle - high * 0.28, 100 * scale, high * 0.56), fill=REST)
        if bar.length:
            colour = look.colour if look else ACCENT if not (screen.large and k) else MUTED
            paper.rectangle(Box(box.left + name, middle - high * 0.28, bar.length * scale, high * 0.56), fill=colour)
        end = 100 if screen.large else bar.length
        paper.line(box.left + name + end * scale + 10, middle + 7, bar.label, 20, bold=not bar.length, colour=INK)
