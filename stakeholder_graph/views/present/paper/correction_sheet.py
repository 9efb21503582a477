"""The sheet for what is wrong: an empty table to write in."""

from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.present.paper.poster import EDGE, FLOOR, PAGE, draw_head
from stakeholder_graph.views.style import MUTED

#: Rows to write in.
BLANKS = 11
#: The columns with their shares of the width.
COLUMNS = (
    (N_("My organization"), 0.2),
    (N_("Name, sector, tie, outcome?"), 0.2),
    (N_("Here it says"), 0.2),
    (N_("It should say"), 0.24),
    (N_("Who says so"), 0.16),
)
#: The height of the headings.
HEAD = 30.0


def draw_correction_sheet(paper: Paper, copy: Copy) -> None:
    """Draw the sheet.

    Parameters
    ----------
    paper : Paper
        To draw on.
    copy : Copy
        Its partnership is named.
    """
    below = draw_head(paper, copy, _("Corrections"), _("This is wrong"))
    how = _(
        "Something about your organization is not right? Write it here, also if it is small. Whoever keeps the data "
        "puts it right before the map is shown again."
    )
    below += paper.text(Box(EDGE, below, PAGE[0] - 2 * EDGE, 60), how, 18) + 14
    headings = [(_(heading), share) for heading, share in COLUMNS]
    _ruled(paper, Box(EDGE, below, PAGE[0] - 2 * EDGE, FLOOR - below), headings)


def _ruled(paper: Paper, box: Box, headings: Sequence[tuple[str, float]]) -> None:
    high = (box.high - HEAD) / BLANKS
    paper.rectangle(Box(box.left, box.top, box.wide, HEAD), fill="#F4F7F9")
    x = box.left
    for heading, share in headings:
        paper.text(Box(x + 8, box.top + 7, box.wide * share - 16, HEAD), heading, 13, bold=True)
        paper.rectangle(Box(x, box.top, box.wide * share, box.high), stroke=MUTED)
        x += box.wide * share
    for k in range(BLANKS):
        paper.rectangle(Box(box.left, box.top + HEAD + high * k, box.wide, high), stroke=MUTED)
