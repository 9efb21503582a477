"""A sheet for each table that talks about an outcome: what is known, and room for a first step and for commitments."""

from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.outcomes.sheet_view import Named, SheetView
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.present.paper.pdf_canvas import LEADING, Box, Paper
from stakeholder_graph.views.present.paper.pdf_fonts import width
from stakeholder_graph.views.present.paper.poster import APART, BODY, EDGE, FLOOR, WIDE, draw_head, draw_notes
from stakeholder_graph.views.present.paper.ruled_table import draw_ruled_table
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.style import ACCENT

#: The columns of commitments with their shares of the width.
COMMITMENTS = (
    (N_("Who"), 0.22),
    (N_("With whom"), 0.22),
    (N_("First step"), 0.38),
    (N_("By when"), 0.18),
)
#: The height of the table of commitments, and the share of the width for what is known.
TABLE, KNOWN = 270.0, 0.6
BETWEEN = 36.0
#: The least height of a question with room to write below it.
LEAST = 120.0
#: What a symbol takes before a name.
SYMBOL = 26.0


def draw_outcome_sheets(paper: Paper, copy: Copy, scene: Scene, tables: Sequence[str]) -> None:
    """Draw a sheet for each outcome; one for all where the room has no tables by outcome.

    Parameters
    ----------
    paper : Paper
        To draw on; each sheet is a page, and is turned.
    copy : Copy
        What the room may see of who works on what.
    scene : Scene
        It knows the looks of sectors.
    tables : sequence of str
        The outcomes for which the room sits down at tables of their own, whether or not anything is known of them.
    """
    known = outcome_sheets_of(copy)
    titles = [title for title in tables if title not in {sheet.title for sheet in known}]
    bare = [SheetView("", title, "", (), ()) for title in titles or ([] if known else [_("What we take on")])]
    for sheet in (*known, *bare):
        _draw(paper, copy, scene, sheet)


def _draw(paper: Paper, copy: Copy, scene: Scene, sheet: SheetView) -> None:
    below = draw_head(paper, copy, _("Table"), sheet.title)
    if sheet.story:
        below += paper.paragraph((EDGE, below), WIDE, sheet.story, BODY) + APART
    left = Box(EDGE, below, WIDE * KNOWN - BETWEEN, 0)
    high = _known(paper, left, sheet, scene, draw=False)
    # Who works on it may take a page, and the table then has one of its own.
    short = below + high <= FLOOR - TABLE
    floor = FLOOR - TABLE - APART if short else FLOOR
    _known(paper, left, sheet, scene, draw=True)
    step = EDGE + (WIDE * KNOWN if high else 0)
    right = Box(step, below, EDGE + WIDE - step, floor - below)
    if high:
        under = Box(EDGE, below + high, left.wide, floor - below - high)
        if under.high < LEAST:  # many names leave room only beside them
            right = Box(right.left, right.top, right.wide, (right.high - APART) / 2)
            under = Box(right.left, right.top + right.high + APART, right.wide, right.high)
        _asked(paper, under, _("Who else should be at this table?"))
    _asked(paper, right, _("What would be a first step?"))
    if not short:
        paper.turn()
        floor = draw_head(paper, copy, _("Table"), sheet.title) - APART
    table = Box(EDGE, floor + APART, WIDE, FLOOR - floor - APART)
    draw_ruled_table(paper, table, [(_(heading), share) for heading, share in COMMITMENTS])
    paper.turn()


def _asked(paper: Paper, box: Box, said: str) -> None:
    """A question with room to write below it."""
    high = paper.height(said, BODY, box.wide - 18, bold=True)
    if high > box.high:
        return
    paper.rectangle(Box(box.left, box.top, 5, high), fill=ACCENT)
    paper.paragraph((box.left + 18, box.top), box.wide - 18, said, BODY, bold=True)
    draw_notes(paper, Box(box.left, box.top + high + APART, box.wide, box.high - high - APART), "")


def _known(paper: Paper, box: Box, sheet: SheetView, scene: Scene, *, draw: bool) -> float:
    """Who works on it, who sits on its team and the like, from the top of a box; the height that it takes."""
    top = box.top
    for line in (*sheet.blocks, *sheet.lines):
        if draw:
            paper.paragraph((box.left, top), box.wide, line.label, BODY, bold=True)
        top += paper.height(line.label, BODY, box.wide, bold=True)
        top += _names(paper, Box(box.left, top, box.wide, 0), line.names, scene, draw=draw)
        for said in line.said:
            if draw:
                paper.paragraph((box.left, top), box.wide, said, BODY)
            top += paper.height(said, BODY, box.wide)
        top += APART
    return top - box.top


def _names(paper: Paper, box: Box, names: Sequence[Named], scene: Scene, *, draw: bool) -> float:
    """Names one after another, each behind the symbol of its sector; the height that they take."""
    x, y, line = 0.0, 0.0, BODY * LEADING
    for named in names:
        before = SYMBOL if named.sector in scene.looks else 0.0
        wide = before + width(named.name, BODY)
        if x and x + wide > box.wide:
            x, y = 0.0, y + line
        if draw:
            if before:
                look = scene.looks[named.sector]
                paper.symbol(box.left + x + 10, box.top + y + BODY * 0.62, 9, look)
            paper.paragraph((box.left + x + before, box.top + y), box.wide - before, named.name, BODY)
        # A name that is wider than a line takes several, alone.
        y += paper.height(named.name, BODY, box.wide - before) - line
        x += wide + BODY
    return y + line if names else 0.0
