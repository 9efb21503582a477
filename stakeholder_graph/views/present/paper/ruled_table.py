"""Empty tables to write in by hand."""

from collections.abc import Sequence

from stakeholder_graph.views.present.paper.pdf_canvas import Box, Paper
from stakeholder_graph.views.present.paper.poster import BODY
from stakeholder_graph.views.style import MUTED

#: A row is at least so high.
ROW = 46.0
#: Around the headings.
PADDING = 8.0


def draw_ruled_table(paper: Paper, box: Box, headings: Sequence[tuple[str, float]]) -> None:
    """Draw an empty table with as many rows as there is room for.

    Parameters
    ----------
    paper : Paper
        To draw on.
    box : Box
        Where.
    headings : sequence of (str, float)
        What stands above the columns, with their shares of the width.
    """
    heights = [paper.height(said, BODY, box.wide * share - 2 * PADDING, bold=True) for said, share in headings]
    head = max(heights) + 2 * PADDING
    rows = max(1, int((box.high - head) / ROW))
    high = (box.high - head) / rows
    paper.rectangle(Box(box.left, box.top, box.wide, head), fill="#F4F7F9")
    x = box.left
    for said, share in headings:
        wide = box.wide * share
        paper.paragraph((x + PADDING, box.top + PADDING), wide - 2 * PADDING, said, BODY, bold=True)
        paper.rectangle(Box(x, box.top, wide, box.high), stroke=MUTED)
        x += wide
    for k in range(rows):
        paper.rectangle(Box(box.left, box.top + head + high * k, box.wide, high), stroke=MUTED)
