"""Dumbbells: what is as a dot, what would be usual as a tick, and the line between them as the finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.text import _
from stakeholder_graph.views.charts.drawing.canvas import SMALL, Canvas, PixelScale, width_of
from stakeholder_graph.views.charts.drawing.plane import Plane
from stakeholder_graph.views.charts.drawing.theme import Role
from stakeholder_graph.views.charts.kinds.key import KeyEntry, draw_key, key_height
from stakeholder_graph.views.charts.kinds.plot import WIDTHS, Size
from stakeholder_graph.views.charts.kinds.row_layout import row_layout

#: The radius of a dot.
DOT = 5.7


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """One row.

    Parameters
    ----------
    name : str
        What it is about.
    value, usual : float or None
        As it is, and what would be usual; None where it is not known.
    written, usual_written : str
        The same as they are written beside the marks; in place of a value that is not known, why.
    stands_out : bool
        Whether it differs clearly: only such rows are coloured.
    low, high : float or None
        Where the value would lie with all the answers.
    """

    name: str
    value: float | None
    usual: float | None
    written: str
    usual_written: str = ""
    stands_out: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Rows of what is against what would be usual.

    Parameters
    ----------
    title : str
        What it shows.
    rows : tuple of DumbbellRow
        From top to bottom.
    usual : str
        What the tick means, such as what chance alone would give.
    axis : tuple of float or None
        The least and the greatest number there is room for; by default 0 and the greatest there is.
    keyed : bool
        Whether its key stands above it; False where several share one.

    Examples
    --------
    >>> row = DumbbellRow("Attendance", 3, 15, "3", "15", stands_out=True)
    >>> Dumbbell("Connections in each group", (row,), "usual").draw("wide").height
    60.0
    """

    title: str
    rows: tuple[DumbbellRow, ...]
    usual: str
    axis: tuple[float, float] | None = None
    keyed: bool = True

    def draw(self, size: Size) -> Canvas:
        """Draw it."""
        key = self._key() if self.keyed else []
        layout = row_layout([row.name for row in self.rows], size, key_height(key, WIDTHS[size]))
        canvas = Canvas(layout.width, layout.height)
        draw_key(canvas, key, WIDTHS[size])
        layout.write_names(canvas, [row.stands_out for row in self.rows], [row.value is None for row in self.rows])
        texts = [row.written for row in self.rows if row.value is not None] + [row.usual_written for row in self.rows]
        beside = max((width_of(text, bold=True) for text in texts), default=0.0) + 14
        low, high = self.axis or (0.0, max(self._numbers(), default=0.0) or 1.0)
        scale = layout.scale(beside, beside, low, high)
        drawn = [(row, y) for row, y in zip(self.rows, layout.middles, strict=True) if row.value is not None]
        _draw_rows(Plane(canvas, scale), drawn)
        for row, y in zip(self.rows, layout.middles, strict=True):
            if row.value is None:
                canvas.text(layout.left + 8, y + 5, row.written, role="muted", size=SMALL)
            else:
                _write_numbers(canvas, row, row.value, y, scale)
        return canvas

    def _key(self) -> list[KeyEntry]:
        differs = any(row.stands_out for row in self.rows)
        key = [KeyEntry("dot", "accent" if differs else "quiet", _("as it is"))]
        if any(row.usual is not None for row in self.rows):
            key.append(KeyEntry("tick", "ink", self.usual))
        if any(row.low is not None for row in self.rows):
            key.append(KeyEntry("band", "accent-soft", _("with everyone’s answers")))
        return key

    def _numbers(self) -> list[float]:
        return [number for row in self.rows for number in (row.value, row.usual, row.high) if number is not None]


def _draw_rows(plane: Plane, rows: Sequence[tuple[DumbbellRow, float]]) -> None:
    """Draw all rows that have a value, one kind of mark after another."""
    if not rows:
        return
    middles, all_of_it = [y for _row, y in rows], (plane.scale.low, plane.scale.high)
    low, high = ([end] * len(rows) for end in all_of_it)
    plane.across(middles, low, high, 1, ["line"] * len(rows), "track")
    if ranged := [(y, row.low, row.high) for row, y in rows if row.low is not None and row.high is not None]:
        ys, low, high = map(list, zip(*ranged, strict=True))
        plane.across(ys, low, high, 12, ["accent-soft"] * len(ys), "range")
    if compared := [(y, row.value or 0, row.usual, _role(row)) for row, y in rows if row.usual is not None]:
        at, values, usual, roles = zip(*compared, strict=True)
        plane.across(at, values, usual, 3, roles, "difference")
        plane.down(at, usual, 9, 2, "usual")
    plane.dots(middles, [row.value or 0 for row, _y in rows], DOT, [_role(row) for row, _y in rows], "value")


def _role(row: DumbbellRow) -> Role:
    return "accent" if row.stands_out else "quiet"


def _write_numbers(canvas: Canvas, row: DumbbellRow, value: float, y: float, scale: PixelScale) -> None:
    """The value on the far side of its dot from what would be usual, and that on the other: they never meet."""
    right = row.usual is None or value >= row.usual
    at = scale(value) + (11 if right else -11)
    role: Role = "ink" if row.stands_out else "muted"
    canvas.text(at, y + 5, row.written, role=role, bold=row.stands_out, anchor="start" if right else "end")
    if row.usual is not None and row.usual_written:
        at = scale(row.usual) + (-7 if right else 7)
        if abs(scale(value) - scale(row.usual)) < 8:
            at += -7 if right else 7
        canvas.text(at, y + 4, row.usual_written, role="muted", size=SMALL, anchor="end" if right else "start")
