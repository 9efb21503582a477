"""Posters for a walk through the data: everybody's name, a station a page, a sheet for what is wrong, and tables."""

from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.paper.correction_sheet import draw_correction_sheet
from stakeholder_graph.views.present.paper.map_sheets import draw_map_sheets
from stakeholder_graph.views.present.paper.name_sheets import draw_name_sheets
from stakeholder_graph.views.present.paper.outcome_sheets import draw_outcome_sheets
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper, Printed
from stakeholder_graph.views.present.paper.pdf_chart import draw_paper_chart
from stakeholder_graph.views.present.paper.pdf_map import draw_legend, draw_paper_map, legend_height
from stakeholder_graph.views.present.paper.poster import APART, BODY, EDGE, FLOOR, PAGE, WIDE, draw_head, draw_notes
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.style import ACCENT, MUTED

#: The column of words beside a picture: the narrowest in which they leave room to write.
COLUMNS = (390.0, 450.0, 510.0, 570.0)
BETWEEN = 36.0
QUESTIONS = 2
#: Below a question there is at least so much room to write, and beside a question its mark.
ANSWER, MARK = 64.0, 18.0
#: Seats in columns, and their height at most.
SEATS, SEAT = 2, 84.0
#: A number to be read from the door.
LARGE = 120.0


def draw_stations(deck: Deck) -> Printed:
    """Draw the posters.

    Parameters
    ----------
    deck : Deck
        What there is to show; nothing else is in the file.

    Returns
    -------
    Printed
        Everybody's name on the map and in a list to tick, a page for each screen that asks the room something, one to
        write on what is wrong, and a sheet a table.

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
    paper = Paper(PAGE, _("{partnership}: stations for a data walk", partnership=copy.partnership.name))
    if drawn.dots:
        explained = next((screen for screen in deck.screens if screen.id == "read"), None)
        kind = _numbered(1, explained.kind if explained else _("The map"))
        numbered = draw_map_sheets(paper, copy, drawn, explained, kind)
        draw_name_sheets(paper, copy, drawn, _numbered(1, _("All of us")), numbered=numbered)
    stations = [screen for screen in deck.screens if screen.asks and screen.id != "read"]
    for number, screen in enumerate(stations, start=2):
        _station(paper, copy, drawn, screen, number)
    draw_correction_sheet(paper, copy)
    tables = [outcome for screen in deck.screens if screen.id == "questions" for outcome in screen.listed]
    draw_outcome_sheets(paper, copy, drawn, tables)
    return paper.printed()


def _numbered(number: int, kind: str) -> str:
    return _("Station {number} · {kind}", number=number, kind=kind)


def _station(paper: Paper, copy: Copy, drawn: Scene, screen: Screen, number: int) -> None:
    below = draw_head(paper, copy, _numbered(number, screen.kind), screen.title)
    lines = [line for line in screen.lines if line not in screen.asks]
    asks = screen.asks[:QUESTIONS]
    if screen.shows == "words":
        _words(paper, Box(EDGE, below, WIDE, FLOOR - below), lines, asks)
        paper.turn()
        return
    column = _column(paper, lines, asks, FLOOR - below)
    picture = Box(EDGE, below, WIDE - column - BETWEEN, FLOOR - below)
    if screen.shows == "map":
        _map(paper, picture, drawn, screen)
    elif screen.shows == "seats":
        _seats(paper, picture, drawn, screen)
    else:
        _tally(paper, picture, screen)
    top = below
    for line in lines:
        top += paper.paragraph((PAGE[0] - EDGE - column, top), column, line, BODY) + APART
    _questions(paper, Box(PAGE[0] - EDGE - column, top, column, FLOOR - top), asks)
    paper.turn()


def _column(paper: Paper, lines: Sequence[str], asks: Sequence[str], high: float) -> float:
    """How wide the column of words is."""
    for column in COLUMNS:
        taken = sum(paper.height(line, BODY, column) + APART for line in lines)
        taken += sum(paper.height(ask, BODY, column - MARK, bold=True) + ANSWER + 2 * APART for ask in asks)
        if taken <= high:
            break
    return column


def _questions(paper: Paper, box: Box, asks: Sequence[str]) -> None:
    """Questions one below the other, each with room to write."""
    if not asks:
        draw_notes(paper, box)
        return
    heights = [paper.height(ask, BODY, box.wide - MARK, bold=True) for ask in asks]
    room = (box.high - sum(heights) - APART * (2 * len(asks) - 1)) / len(asks)
    top = box.top
    for ask, high in zip(asks, heights, strict=True):
        paper.rectangle(Box(box.left, top, 5, high), fill=ACCENT)
        paper.paragraph((box.left + MARK, top), box.wide - MARK, ask, BODY, bold=True)
        draw_notes(paper, Box(box.left, top + high + APART, box.wide, room), "")
        top += high + room + 2 * APART


def _words(paper: Paper, box: Box, lines: Sequence[str], asks: Sequence[str]) -> None:
    """Without a picture: what is said across the page, and the questions side by side with room to write."""
    top = box.top
    for line in lines:
        top += paper.paragraph((box.left, top), box.wide, line, BODY * 1.2) + APART
    wide = (box.wide - BETWEEN * (len(asks) - 1)) / len(asks)
    for k, ask in enumerate(asks):
        _questions(paper, Box(box.left + k * (wide + BETWEEN), top + APART, wide, FLOOR - top - APART), [ask])


def _map(paper: Paper, box: Box, drawn: Scene, screen: Screen) -> None:
    legend = legend_height(drawn, box.wide, BODY) if drawn.by_sector else 0.0
    # Room for the two lines that may stand below it is kept, since only the drawn map says whether they are needed.
    said = [map_key(ring=drawn.has_ring, widths=drawn.has_widths), _("All names are on the poster of station 1.")]
    key = paper.height(" ".join(said), BODY, box.wide)
    bottom = box.top + box.high
    map_box = Box(box.left, box.top, box.wide, box.high - legend - key)
    if draw_paper_map(paper, map_box, drawn, screen):
        said.pop()
    if drawn.by_sector:
        draw_legend(paper, Box(box.left, bottom - legend - key, box.wide, legend), drawn, BODY)
    paper.paragraph((box.left, bottom - key), box.wide, " ".join(filter(None, said)), BODY)


def _seats(paper: Paper, box: Box, drawn: Scene, screen: Screen) -> None:
    """A card a sector: those where nobody sits are empty, and say so; there is room to write who could."""
    rows = -(-len(screen.seats) // SEATS)
    wide, high = (box.wide - BETWEEN / 2 * (SEATS - 1)) / SEATS, min(SEAT, box.high / rows)
    for k, seat in enumerate(screen.seats):
        left, top = box.left + (k // rows) * (wide + BETWEEN / 2), box.top + (k % rows) * high
        inner, look = high - APART, drawn.looks.get(seat.name)
        paper.rectangle(Box(left, top, wide, inner), stroke=MUTED if seat.taken else ACCENT, dashed=not seat.taken)
        if look and seat.taken:
            paper.symbol(left + 24, top + inner / 2, 11, look)
        said = seat.name if seat.taken else _("{name}: nobody yet", name=seat.name)
        taken = paper.height(said, BODY, wide - 54, bold=not seat.taken)
        paper.text(Box(left + 46, top + (inner - taken) / 2, wide - 54, inner), said, BODY, bold=not seat.taken)
    below = box.top + rows * high + APART
    draw_notes(paper, Box(box.left, below, box.wide, FLOOR - below))


def _tally(paper: Paper, box: Box, screen: Screen) -> None:
    """The chart that the report shows, below a large number if there is one; what is left is room for notes."""
    top = box.top
    if screen.large:
        paper.line(box.left, top + LARGE * 0.85, screen.large, LARGE, bold=True, colour=ACCENT)
        top += LARGE * 1.15
    floor = FLOOR
    if screen.caption:
        floor -= paper.height(screen.caption, BODY, box.wide)
    high = draw_paper_chart(paper, Box(box.left, top, box.wide, floor - top), _plot(screen))
    if screen.caption:
        high += paper.paragraph((box.left, top + high), box.wide, screen.caption, BODY, colour=MUTED)
    left = FLOOR - top - high - APART
    draw_notes(paper, Box(box.left, FLOOR - left, box.wide, left))


def _plot(screen: Screen) -> Bars:
    """The bars of a screen as the report draws them: coloured is what it speaks of, and where there is nobody."""
    rows = tuple(
        BarRow(
            bar.name,
            bar.length,
            bar.label,
            whole=screen.longest if screen.large else None,
            stands_out=not bar.length or (bool(screen.large) and k == 0),
        )
        for k, bar in enumerate(screen.tally)
    )
    return Bars(screen.caption or screen.title, rows, whole=screen.longest)
