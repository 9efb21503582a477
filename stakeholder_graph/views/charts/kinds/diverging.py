"""Diverging bars: on each row those who say no to the left of a line, those who say yes to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from stakeholder_graph.text import _
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, width_of
from stakeholder_graph.views.charts.drawing.plane import LINES, Plane
from stakeholder_graph.views.charts.drawing.theme import Role
from stakeholder_graph.views.charts.kinds.bars import THICK
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key, key_height
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size
from stakeholder_graph.views.charts.kinds.row_layout import row_layout

#: Of no and yes, by whether the row stands out.
_ROLES: dict[bool, tuple[Role, Role]] = {True: ("fewer", "accent"), False: ("line", "quiet")}


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """One row.

    Parameters
    ----------
    name : str
        What was asked, or who answered.
    no, yes : float
        How many, or which share of those who answered; whoever says neither is in neither.
    no_written, yes_written : str
        The same as they are written at the ends of the bars.
    stands_out : bool
        Whether opinions differ: only such rows are coloured.
    """

    name: str
    no: float
    yes: float
    no_written: str
    yes_written: str
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Diverging:
    """Rows of no against yes.

    Parameters
    ----------
    title : str
        What was asked.
    rows : tuple of DivergingRow
        From top to bottom.

    Examples
    --------
    >>> Diverging("Share data?", (DivergingRow("Schools", 7, 0, "7", "0", True),)).draw("wide").width
    640.0
    """

    title: str
    rows: tuple[DivergingRow, ...]

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        differs = any(row.stands_out for row in self.rows)
        key = [
            KeyEntry("band", "fewer" if differs else "line", _("no")),
            KeyEntry("band", "accent" if differs else "quiet", _("yes")),
        ]
        layout = row_layout([row.name for row in self.rows], size, key_height(key, WIDTHS[size]))
        canvas = Canvas(layout.width, layout.height)
        draw_key(canvas, key, WIDTHS[size])
        layout.write_names(canvas, [row.stands_out for row in self.rows], [False] * len(self.rows))
        beside_no = max((width_of(row.no_written, bold=True) for row in self.rows), default=0.0) + 8
        beside_yes = max((width_of(row.yes_written, bold=True) for row in self.rows), default=0.0) + 8
        most_no = max((row.no for row in self.rows), default=0.0)
        most_yes = max((row.yes for row in self.rows), default=0.0)
        scale = layout.scale(beside_no, beside_yes, -most_no, most_yes or 1.0)
        for row, y in zip(self.rows, layout.middles, strict=True):
            write = partial(canvas.text, role="muted", size=SMALL)
            if row.stands_out:
                write = partial(canvas.text, bold=True)
            write(scale(-row.no) - 6, y + 5, row.no_written, anchor="end")
            write(scale(row.yes) + 6, y + 5, row.yes_written)
        if self.rows:
            self._draw_rows(Plane(canvas, scale), layout.middles)
        return canvas

    def _draw_rows(self, plane: Plane, middles: Sequence[float]) -> None:
        no, yes = zip(*(_ROLES[row.stands_out] for row in self.rows), strict=True)
        zeros = [0] * len(self.rows)
        plane.bars(middles, zeros, [-row.no for row in self.rows], THICK, no, "no")
        plane.bars(middles, zeros, [row.yes for row in self.rows], THICK, yes, "yes")
        plane.down(middles, zeros, 12, 1, depth=LINES)
