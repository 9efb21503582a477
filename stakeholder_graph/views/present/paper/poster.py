"""What all posters share: their size and type, what stands above and below each, and room to write."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.style import ACCENT, MUTED

#: A3, landscape, in points: it prints on tabloid and, smaller, on any paper of a landscape page.
PAGE = (1190.55, 841.89)
EDGE = 40.0
#: The width of what stands on a page, and its lower edge.
WIDE, FLOOR = PAGE[0] - 2 * EDGE, PAGE[1] - EDGE - 10
#: Sizes of type: whatever is to be read on a wall, titles, and the line at the foot that says whose poster it is.
BODY, TITLE, FOOT = 24.0, 42.0, 14.0
#: The most that a logo takes at the foot.
LOGO = (150.0, 34.0)
#: Titles take at most so much height.
TITLE_HIGH = 165.0
#: With less height nobody can write.
LEAST_NOTES = 56.0
#: Free space between paragraphs.
APART = 12.0


def draw_head(paper: Paper, copy: Copy, kind: str, title: str, sheet: str = "") -> float:
    """Draw what stands above and below every page; where the rest begins.

    Parameters
    ----------
    paper : Paper
        To draw on.
    copy : Copy
        Its partnership and its banner stand at the foot.
    kind, title : str
        What stands above, small and large.
    sheet : str
        Which of several sheets it is.

    Returns
    -------
    float
        Where the rest begins, from the top.
    """
    above = " · ".join(filter(None, (kind, sheet)))
    paper.text(Box(EDGE, EDGE - 8, WIDE, BODY * 1.3), above, BODY, bold=True, colour=ACCENT)
    taken = paper.text(Box(EDGE, EDGE + 28, WIDE, TITLE_HIGH), title, TITLE, bold=True)
    foot = " · ".join(filter(None, (copy.partnership.name, banner(copy))))
    left = EDGE + _logo(paper, copy)
    paper.text(Box(left, PAGE[1] - EDGE + 2, WIDE, FOOT * 1.3), foot, FOOT, colour=MUTED)
    return EDGE + 28 + taken + APART


def _logo(paper: Paper, copy: Copy) -> float:
    """Draw the logo, if there is one, before the line at the foot; how much of its width is taken."""
    logo = copy.partnership.info.own_pages.logo
    if logo is None:
        return 0.0
    wide, high = logo.fitted(*LOGO)
    paper.picture(Box(EDGE, PAGE[1] - EDGE + 11 - high / 2, wide, high), logo.png)
    return wide + APART


def draw_notes(paper: Paper, box: Box, said: str | None = None) -> None:
    """Draw a dashed frame to write or to stick notes into, where there is room for one.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    said : str, optional
        What stands in its corner; by default that it is for notes.
    """
    if box.high < LEAST_NOTES:
        return
    paper.rectangle(box, stroke=MUTED, dashed=True)
    said = _("Room for your notes") if said is None else said
    if said and box.high > 2 * BODY:
        paper.text(Box(box.left + 12, box.top + 8, box.wide - 24, BODY * 1.3), said, BODY, colour=MUTED)
