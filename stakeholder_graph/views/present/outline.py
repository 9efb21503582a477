"""The outline of a symbol as points, for papers and slides that know no SVG."""

import re
from math import atan2, cos, hypot, pi, sin

_STEP = re.compile(r"([MLAZ])([^MLAZ]*)")
#: Points of half a circle.
_HALF = 16

Point = tuple[float, float]


def outline(path: str) -> tuple[Point, ...]:
    """The corners of one of the symbols of `stakeholder_graph.views.style`.

    Parameters
    ----------
    path : str
        Of straight lines and half circles, all coordinates absolute.

    Returns
    -------
    tuple of (float, float)
        Around (0, 0), y downwards; the last is joined to the first.

    Examples
    --------
    >>> outline("M-1 0L0 -1L1 0Z")
    ((-1.0, 0.0), (0.0, -1.0), (1.0, 0.0))
    >>> from stakeholder_graph.views.style import SHAPES
    >>> {round(x * x + y * y, 6) for x, y in outline(SHAPES["circle"])}
    {1.0}
    """
    points: list[Point] = []
    for letter, numbers in _STEP.findall(path):
        values = [float(number) for number in numbers.split()]
        if letter == "A":
            points += _half_circle(points[-1], (values[-2], values[-1]))
        elif letter != "Z":
            points.append((values[0], values[1]))
    return tuple(points[:-1] if points[0] == points[-1] else points)


def _half_circle(start: Point, end: Point) -> list[Point]:
    """Clockwise on a screen from one end of a diameter to the other."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    radius = hypot(end[0] - start[0], end[1] - start[1]) / 2
    angle = atan2(start[1] - middle[1], start[0] - middle[0])
    between = [
        (middle[0] + radius * cos(angle + pi * k / _HALF), middle[1] + radius * sin(angle + pi * k / _HALF))
        for k in range(1, _HALF)
    ]
    return [*between, end]
