"""How sectors, text and ties look: one place, so that map and report never disagree.

A sector is told by colour *and* by shape, so that nobody has to tell colours apart. The colours are those of
Okabe and Ito [1]_; every symbol has a dark border, since the lighter ones are faint on white.

References
----------
.. [1] M. Okabe and K. Ito (2008), "Color Universal Design", J*Fly Data Depository for Drosophila Researchers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from types import MappingProxyType

from markupsafe import Markup

from stakeholder_graph.model.survey import NO_SECTOR

#: Okabe and Ito's eight, the darkest last; its black is softened, so that a border still shows.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442", "#3F4A55")
OTHER_COLOUR = "#A6ADB4"

INK = "#16232E"
MUTED = "#4A5A68"
PAPER = "#FFFFFF"
ACCENT = "#0B5CAD"

#: Metric twins of each other, so that text measured here has the same width on every machine.
FONT = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'


def _corners(count: int, radius: float, turn: float = 0.0, inner: float | None = None) -> str:
    """A regular polygon as an SVG path; with `inner`, a star whose notches lie at that radius."""
    radii = [radius] if inner is None else [radius, inner]
    total = count * len(radii)
    points = []
    for k in range(total):
        angle = 2 * pi * (k / total + turn) - pi / 2
        r = radii[k % len(radii)]
        points.append(f"{r * cos(angle):.3f} {r * sin(angle):.3f}")
    return "M" + "L".join(points) + "Z"


def _cross(reach: float, arm: float, turn: float = 0.0) -> str:
    """A plus sign as an SVG path."""
    quarter = [(-arm, -reach), (arm, -reach), (arm, -arm)]
    points = []
    for k in range(4):
        for x, y in quarter:
            angle = pi / 2 * k + 2 * pi * turn
            points.append(f"{x * cos(angle) - y * sin(angle):.3f} {x * sin(angle) + y * cos(angle):.3f}")
    return "M" + "L".join(points) + "Z"


#: Outlines around (0, 0), as SVG paths, of about the same area as a circle of radius 1.
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "circle": "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
        "square": _corners(4, 1.27, 1 / 8),
        "triangle": _corners(3, 1.42),
        "diamond": _corners(4, 1.32),
        "hexagon": _corners(6, 1.12, 1 / 12),
        "triangle down": _corners(3, 1.42, 1 / 2),
        "star": _corners(5, 1.5, inner=0.68),
        "pentagon": _corners(5, 1.2),
        "plus": _cross(1.2, 0.45),
        "cross": _cross(1.25, 0.45, 1 / 8),
        "hourglass": "M-1.05 -1.15L1.05 -1.15L0.3 0L1.05 1.15L-1.05 1.15L-0.3 0Z",
        "half circle": "M-1.3 0.6A1.3 1.3 0 0 1 1.3 0.6Z",
    }
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a sector is drawn.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.
    shape : str
        A key of `SHAPES`.
    """

    colour: str
    shape: str

    @property
    def path(self) -> str:
        """The outline around (0, 0) as an SVG path, about as large as a circle of radius 1."""
        return SHAPES[self.shape]


def sector_looks(sizes: Mapping[str, int]) -> dict[str, Look]:
    """Give each sector a colour and a shape.

    Parameters
    ----------
    sizes : mapping of str to int
        How many organizations each sector has, over all waves.

    Returns
    -------
    dict of str to Look
        Sectors by name. The eight largest have a colour of their own; the rest, and organizations whose
        sector is not stated, share a grey. Shapes repeat only where there are more sectors than shapes.

    Examples
    --------
    >>> sector_looks({"health": 8, "faith": 6})["faith"]
    Look(colour='#0072B2', shape='circle')
    """
    stated = sorted(sector for sector in sizes if sector != NO_SECTOR)
    largest = sorted(stated, key=lambda sector: -sizes[sector])[: len(COLOURS)]
    coloured, grey = sorted(largest), [sector for sector in stated if sector not in largest]
    if NO_SECTOR in sizes:
        grey.append(NO_SECTOR)
    shapes = tuple(SHAPES)
    looks = {}
    for k, sector in enumerate(coloured + grey):
        colour = COLOURS[k] if k < len(coloured) else OTHER_COLOUR
        looks[sector] = Look(colour, shapes[k % len(shapes)])
    return {sector: looks[sector] for sector in sorted(looks, key=lambda s: (s == NO_SECTOR, s))}


def swatch(look: Look, size: int = 18) -> Markup:
    """The symbol of a sector as an inline picture, for legends and tables.

    Parameters
    ----------
    look : Look
        Its colour and shape.
    size : int
        Width and height in CSS pixels.

    Returns
    -------
    Markup
        An ``<svg>`` that screen readers skip: the sector's name always stands beside it.
    """
    return Markup(
        '<svg class="swatch" width="{size}" height="{size}" viewBox="-1.8 -1.8 3.6 3.6" aria-hidden="true">'
        '<path d="{path}" fill="{colour}" stroke="{ink}" stroke-width="0.22" stroke-linejoin="round"/></svg>'
    ).format(size=size, path=look.path, colour=look.colour, ink=INK)
