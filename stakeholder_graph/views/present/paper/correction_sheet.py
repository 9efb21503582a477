"""The sheet for what is wrong: an empty table to write in."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.present.paper.poster import APART, BODY, EDGE, FLOOR, WIDE, draw_head
from stakeholder_graph.views.present.paper.ruled_table import draw_ruled_table

#: The columns with their shares of the width.
COLUMNS = (
    (N_("My organization"), 0.2),
    (N_("Name, sector, connection, outcome?"), 0.2),
    (N_("Here it says"), 0.2),
    (N_("It should say"), 0.24),
    (N_("Who says so"), 0.16),
)


def draw_correction_sheet(paper: Paper, copy: Copy) -> None:
    """Draw the sheet.

    Parameters
    ----------
    paper : Paper
        To draw on; the page is turned.
    copy : Copy
        Its partnership is named.
    """
    below = draw_head(paper, copy, _("Corrections"), _("This is wrong"))
    how = _(
        "Something about your organization is not right? Write it here, also if it is small. Whoever keeps the data "
        "puts it right before the map is shown again."
    )
    below += paper.paragraph((EDGE, below), WIDE, how, BODY) + APART
    draw_ruled_table(paper, Box(EDGE, below, WIDE, FLOOR - below), [(_(heading), share) for heading, share in COLUMNS])
    paper.turn()
