"""The symbols of sectors: outlines in points, written as SVG paths for pages and as corners for papers and slides."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from types import MappingProxyType

Point = tuple[float, float]
#: Corners that stand for half a circle where there are straight lines only.
HALF_CIRCLE = 16


@dataclass(frozen=True, slots=True)
class Arc:
    """Half a circle, clockwise on a screen, to the other end of its diameter."""

    end: Point


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed outline around (0, 0), y downwards, of about the area of a circle of radius 1.

    Parameters
    ----------
    start : tuple of float
        Where it begins and ends.
    steps : tuple of (tuple of float or Arc)
        Straight to a point, or half a circle.

    Examples
    --------
    >>> Outline((-1, 0), ((0, -1), (1, 0))).svg_path
    'M-1 0L0 -1L1 0Z'
    >>> {round(hypot(x, y), 6) for x, y in SYMBOLS["circle"].corners}
    {1.0}
    """

    start: Point
    steps: tuple[Point | Arc, ...]

    @property
    def svg_path(self) -> str:
        """The outline as the ``d`` of an SVG path."""
        path, at = f"M{_svg(self.start)}", self.start
        for step in self.steps:
            end = step.end if isinstance(step, Arc) else step
            radius = f"{hypot(end[0] - at[0], end[1] - at[1]) / 2:g}"
            path += f"A{radius} {radius} 0 0 1 {_svg(end)}" if isinstance(step, Arc) else f"L{_svg(end)}"
            at = end
        return f"{path}Z"

    @property
    def corners(self) -> tuple[Point, ...]:
        """The outline as a polygon, whose last corner is joined to the first."""
        points = [self.start]
        for step in self.steps:
            points += _half_circle(points[-1], step.end) if isinstance(step, Arc) else [step]
        return tuple(points[:-1] if points[0] == points[-1] else points)


def _svg(point: Point) -> str:
    return " ".join(f"{coordinate:g}" for coordinate in point)


def _half_circle(start: Point, end: Point) -> list[Point]:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    radius = hypot(end[0] - start[0], end[1] - start[1]) / 2
    angle = atan2(start[1] - middle[1], start[0] - middle[0])
    between = [
        (middle[0] + radius * cos(angle + pi * k / HALF_CIRCLE), middle[1] + radius * sin(angle + pi * k / HALF_CIRCLE))
        for k in range(1, HALF_CIRCLE)
    ]
    return [*between, end]


def _polygon(*corners: Point) -> Outline:
    # Adding 0 turns -0.0 into 0.0.
    first, *others = ((round(x, 3) + 0.0, round(y, 3) + 0.0) for x, y in corners)
    return Outline(first, tuple(others))


def _regular(count: int, radius: float, turn: float = 0.0, inner: float | None = None) -> Outline:
    """A regular polygon; with `inner`, a star whose notches lie at that radius."""
    radii = [radius] if inner is None else [radius, inner]
    total = count * len(radii)
    angles = [2 * pi * (k / total + turn) - pi / 2 for k in range(total)]
    return _polygon(
        *((radii[k % len(radii)] * cos(angle), radii[k % len(radii)] * sin(angle)) for k, angle in enumerate(angles))
    )


def _plus(reach: float, arm: float, turn: float = 0.0) -> Outline:
    """A plus sign."""
    corners = []
    for k in range(4):
        angle = pi / 2 * k + 2 * pi * turn
        for x, y in ((-arm, -reach), (arm, -reach), (arm, -arm)):
            corners.append((x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)))
    return _polygon(*corners)


#: By name, in the order in which sectors get them.
SYMBOLS: Mapping[str, Outline] = MappingProxyType(
    {
        "circle": Outline((1, 0), (Arc((-1, 0)), Arc((1, 0)))),
        "square": _regular(4, 1.27, 1 / 8),
        "triangle": _regular(3, 1.42),
        "diamond": _regular(4, 1.32),
        "hexagon": _regular(6, 1.12, 1 / 12),
        "triangle down": _regular(3, 1.42, 1 / 2),
        "star": _regular(5, 1.5, inner=0.68),
        "pentagon": _regular(5, 1.2),
        "plus": _plus(1.2, 0.45),
        "cross": _plus(1.25, 0.45, 1 / 8),
        "hourglass": _polygon((-1.05, -1.15), (1.05, -1.15), (0.3, 0), (1.05, 1.15), (-1.05, 1.15), (-0.3, 0)),
        "half circle": Outline((-1.3, 0.6), (Arc((1.3, 0.6)),)),
    }
)
