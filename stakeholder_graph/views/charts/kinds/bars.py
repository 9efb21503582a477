"""Bars with their numbers at their ends: of each row a count, or a part of a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, width_of
from stakeholder_graph.views.charts.drawing.plane import LINES, Plane
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key, key_height
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size
from stakeholder_graph.views.charts.kinds.row_layout import BESIDE_SENTENCES, row_layout

#: How thick bars are, and where there is little room.
THICK, THIN = 15.0, 11.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """One row.

    Parameters
    ----------
    name : str
        What is counted.
    value : float or None
        How long the bar is; None where it is not known.
    written : str
        The number at its end; where the value is not known, why.
    whole : float or None
        What the value is a part of, as a paler bar behind it.
    stands_out : bool
        Whether it is what the finding speaks of: only such bars are coloured.
    beside : str
        What else stands after the number, small.
    """

    name: str
    value: float | None
    written: str
    whole: float | None = None
    stands_out: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from a common line.

    Parameters
    ----------
    title : str
        What they count.
    rows : tuple of BarRow
        From top to bottom.
    part, rest : str
        What the bars and the paler ones behind them mean, where there are any; blank where there is no need to say.
    whole : float or None
        How long the longest bar can be; by default as long as the longest is.

    Examples
    --------
    >>> Bars("Who answered", (BarRow("Schools", 7, "7 of 8", whole=8),), "answered", "not yet").draw("narrow").width
    340.0
    """

    title: str
    rows: tuple[BarRow, ...]
    part: str = ""
    rest: str = ""
    whole: float | None = None

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        differs = any(row.stands_out for row in self.rows)
        key = [KeyEntry("band", "accent" if differs else "quiet", self.part)] if self.part else []
        key += [KeyEntry("band", "soft", self.rest)] if self.rest else []
        layout = row_layout([row.name for row in self.rows], size, key_height(key, WIDTHS[size]))
        canvas = Canvas(layout.width, layout.height)
        draw_key(canvas, key, WIDTHS[size])
        empty = [not row.value for row in self.rows]
        layout.write_names(canvas, [row.stands_out for row in self.rows], empty)
        known = [row for row in self.rows if row.value is not None]
        numbers = max((width_of(row.written, bold=True) for row in known), default=0.0)
        further = max((width_of(row.beside, SMALL) for row in known), default=0.0)
        longest = self.whole or max((max(row.value or 0, row.whole or 0) for row in known), default=0.0) or 1.0
        scale = layout.scale(0, numbers + (further + 10 if further else 0) + 12, 0.0, longest)
        drawn = [(row, y) for row, y in zip(self.rows, layout.middles, strict=True) if row.value is not None]
        _draw_rows(Plane(canvas, scale), drawn, THIN if size in BESIDE_SENTENCES else THICK)
        for row, y in zip(self.rows, layout.middles, strict=True):
            if row.value is None:
                canvas.text(layout.left + 6, y + 5, row.written, role="muted", size=SMALL)
                continue
            end = scale(max(row.value, row.whole or 0)) + 8
            canvas.text(
                end, y + 5, row.written, role="ink" if row.stands_out or not differs else "muted", bold=row.stands_out
            )
            if row.beside:
                canvas.text(end + width_of(row.written, bold=True) + 10, y + 5, row.beside, role="muted", size=SMALL)
        return canvas


def _draw_rows(plane: Plane, rows: Sequence[tuple[BarRow, float]], thick: float) -> None:
    """Draw all rows that have a value, one kind of mark after another."""
    if not rows:
        return
    if parts := [(y, row.whole) for row, y in rows if row.whole]:
        ys, wholes = zip(*parts, strict=True)
        plane.bars(ys, [0] * len(ys), wholes, thick, ["soft"] * len(ys), "whole")
    middles, zeros = [y for _row, y in rows], [0] * len(rows)
    values = [row.value or 0 for row, _y in rows]
    plane.bars(middles, zeros, values, thick, ["accent" if row.stands_out else "quiet" for row, _y in rows], "value")
    plane.down(middles, zeros, thick * 0.8, 1, depth=LINES)
