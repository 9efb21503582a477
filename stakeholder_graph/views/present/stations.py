"""Posters for a data walk: one station a page, with questions and room for notes, and a sheet for what is wrong."""

from stakeholder_graph.editions.release import Release
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.paper import Box, Paper, Printed, legend, ruled
from stakeholder_graph.views.present.scene import Scene
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.present.wording import key, told
from stakeholder_graph.views.style import ACCENT, INK, MUTED

#: A3, landscape, in points: it prints on tabloid and, smaller, on any paper of a landscape page.
PAGE = (1190.55, 841.89)
EDGE = 45.0
#: A sticky note is 76 mm high.
NOTE = 215.0
#: The column of words.
COLUMN = 300.0
QUESTIONS = 2
#: The line below the map that says what its marks mean.
KEY = 26.0
#: What a bar of a hundred leaves.
REST = "#E3E9EE"
#: Rows of the sheet for what is wrong.
BLANKS = 11


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
    >>> from stakeholder_graph.editions import release_for
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> release = release_for("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> from stakeholder_graph.views.present.screens import deck
    >>> draw_stations(deck(release)).content[:5]
    b'%PDF-'
    """
    release, drawn = deck.release, deck.scene
    stations = [screen for screen in deck.screens if screen.asks]
    paper = Paper(PAGE, told("stations_title", partnership=release.partnership.name))
    for number, screen in enumerate(stations, start=1):
        _station(paper, release, drawn, screen, number)
        paper.turn()
    _wrong(paper, release)
    return paper.printed()


def _station(paper: Paper, release: Release, drawn: Scene, screen: Screen, number: int) -> None:
    below = _head(paper, release, told("station", number=number, kind=screen.kind), screen.title)
    wide = PAGE[0] - 2 * EDGE - COLUMN - 32
    picture = Box(EDGE, below, wide, PAGE[1] - EDGE - 18 - below)
    if screen.shows == "map":
        bottom = picture.top + picture.high
        below = (62 if drawn.by_sector else 0) + KEY
        all_named = paper.map(Box(picture.left, picture.top, picture.wide, picture.high - below), drawn, screen)
        if drawn.by_sector:
            legend(paper, Box(picture.left, bottom - below + 8, picture.wide, below), drawn)
        said = (key(ring=drawn.has_ring, widths=drawn.has_widths), "" if all_named else told("names_elsewhere"))
        paper.text(Box(picture.left, bottom - KEY + 6, picture.wide, KEY), " ".join(filter(None, said)), 14)
    elif screen.shows == "tally":
        _tally(paper, picture, drawn, screen)
    else:
        _notes(paper, picture)
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
        _notes(paper, Box(left, top + 6, COLUMN, PAGE[1] - EDGE - 18 - top - 6))


def _head(paper: Paper, release: Release, kind: str, title: str) -> float:
    """What stands above and below every page; where the rest begins."""
    paper.line(EDGE, EDGE + 16, kind, 20, bold=True, colour=ACCENT)
    taken = paper.text(Box(EDGE, EDGE + 26, PAGE[0] - 2 * EDGE, 110), title, 42, bold=True)
    foot = " · ".join(filter(None, (release.partnership.name, banner(release))))
    paper.line(EDGE, PAGE[1] - EDGE + 14, foot, 11, colour=MUTED)
    return EDGE + 26 + taken + 22


def _tally(paper: Paper, box: Box, drawn: Scene, screen: Screen) -> None:
    if screen.large:
        paper.line(box.left, box.top + 110, screen.large, 130, bold=True, colour=ACCENT)
        box = Box(box.left, box.top + 160, box.wide, box.high - 160)
    if screen.caption:
        paper.text(Box(box.left, box.top + box.high - 24, box.wide, 24), screen.caption, 15, colour=MUTED)
        box = Box(box.left, box.top, box.wide, box.high - 32)
    high, name = min(56.0, box.high / len(screen.tally)), 230.0
    for k, row in enumerate(screen.tally):
        middle, look = box.top + high * (k + 0.5), drawn.looks.get(row.name)
        if look:
            paper.symbol(box.left + 14, middle, 10, look)
        indent = 38.0 if look or not screen.large else 0.0
        written = Box(box.left + indent, middle - high / 2 + 4, name - indent - 14, high - 8)
        paper.middle(written, row.name, 19, bold=not row.long)
        long = (box.wide - name - 60) / screen.longest
        if screen.large:
            paper.rectangle(Box(box.left + name, middle - high * 0.28, 100 * long, high * 0.56), fill=REST)
        if row.long:
            colour = look.colour if look else ACCENT if not (screen.large and k) else MUTED
            paper.rectangle(Box(box.left + name, middle - high * 0.28, row.long * long, high * 0.56), fill=colour)
        end = 100 if screen.large else row.long
        paper.line(box.left + name + end * long + 10, middle + 7, row.said, 20, bold=not row.long, colour=INK)


def _notes(paper: Paper, box: Box) -> None:
    """A dashed frame to stick notes into, where there is room for one."""
    if box.high < NOTE / 2:
        return
    paper.rectangle(box, stroke=MUTED, dashed=True)
    paper.line(box.left + 12, box.top + 22, told("room_for_notes"), 13, colour=MUTED)


def _wrong(paper: Paper, release: Release) -> None:
    below = _head(paper, release, told("wrong_kind"), told("wrong_title"))
    below += paper.text(Box(EDGE, below, PAGE[0] - 2 * EDGE, 60), told("wrong_how"), 18) + 14
    heads = [(told(f"wrong_{name}"), share) for name, share in _HEADS]
    ruled(paper, Box(EDGE, below, PAGE[0] - 2 * EDGE, PAGE[1] - EDGE - 18 - below), heads, BLANKS)


_HEADS = (("organization", 0.2), ("what", 0.2), ("says", 0.2), ("right", 0.24), ("who", 0.16))
