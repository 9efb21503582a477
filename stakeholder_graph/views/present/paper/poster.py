"""What all posters share: their size, what stands above and below each, and room for notes."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.style import ACCENT, MUTED

#: A3, landscape, in points: it prints on tabloid and, smaller, on any paper of a landscape page.
PAGE = (1190.55, 841.89)
EDGE = 45.0
#: The lower edge of what stands on a page.
FLOOR = PAGE[1] - EDGE - 18
#: A sticky note is 76 mm high.
NOTE = 215.0


def draw_head(paper: Paper, copy: Copy, kind: str, title: str) -> float:
    """Draw what stands above and below every page; where the rest begins.

    Parameters
    ----------
    paper : Paper
        To draw on.
    copy : Copy
        Its partnership and its banner stand at the foot.
    kind, title : str
        What stands above, small and large.

    Returns
    -------
    float
        Where the rest begins, from the top.
    """
    paper.line(EDGE, EDGE + 16, kind, 20, bold=True, colour=ACCENT)
    taken = paper.text(Box(EDGE, EDGE + 26, PAGE[0] - 2 * EDGE, 110), title, 42, bold=True)
    foot = " · ".join(filter(None, (copy.partnership.name, banner(copy))))
    paper.line(EDGE, PAGE[1] - EDGE + 14, foot, 11, colour=MUTED)
    return EDGE + 26 + taken + 22


def draw_notes(paper: Paper, box: Box) -> None:
    """Draw a dashed frame to stick notes into, where there is room for one.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    """
    if box.high < NOTE / 2:
        return
    paper.rectangle(box, stroke=MUTED, dashed=True)
    paper.line(box.left + 12, box.top + 22, _("Room for your notes"), 13, colour=MUTED)
