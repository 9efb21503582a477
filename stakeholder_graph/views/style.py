"""How sectors, text and ties look: one place, so that map and report never disagree.

A sector has a colour *and* a shape, so that nobody has to tell colours apart. The colours are those of
Okabe and Ito [1]_; every symbol has a dark border, since the lighter ones are faint on white.

References
----------
.. [1] M. Okabe and K. Ito (2008), "Color Universal Design", J*Fly Data Depository for Drosophila Researchers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from stakeholder_graph.model.colours import TOLD_APART, difference
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.views.symbols import SYMBOLS, Point

#: Okabe and Ito's eight, the darkest last; its black is softened, so that a border still shows.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442", "#3F4A55")
OTHER_COLOUR = "#A6ADB4"

INK = "#16232E"
MUTED = "#4A5A68"
PAPER = "#FFFFFF"
ACCENT = "#0B5CAD"

#: The font that every page carries (tools/page_font.py): letters cut from Lato, so that papers look like pages.
PAGE_FONT = "Page Sans"
#: Where it stands alone, as in a saved picture, Lato itself is the next best; other scripts have the reader's fonts.
FONT = f'"{PAGE_FONT}", Lato, "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Look:
    """How a sector is drawn.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.
    shape : str
        A key of `SYMBOLS`.
    """

    colour: str
    shape: str

    @property
    def path(self) -> str:
        """The outline around (0, 0) as an SVG path, about as large as a circle of radius 1."""
        return SYMBOLS[self.shape].svg_path

    def around(self, x: float, y: float, radius: float) -> list[Point]:
        """The corners of the symbol around a point, for papers and slides."""
        return [(x + radius * right, y + radius * down) for right, down in SYMBOLS[self.shape].corners]


def sector_looks(
    sizes: Mapping[str, int], own: Mapping[str, str] = MappingProxyType({}), order: Sequence[str] = ()
) -> dict[str, Look]:
    """Give each sector a colour and a shape.

    Parameters
    ----------
    sizes : mapping of str to int
        How many organizations each sector has, over all waves.
    own : mapping of str to str
        Colours that the partnership chose, by sector. The others keep theirs, unless one looks like a chosen colour.
    order : sequence of str
        In which the looks are dealt out; sectors that are not in it follow by the alphabet.

    Returns
    -------
    dict of str to Look
        Sectors by name. The eight largest have a colour of their own; the rest, and organizations whose
        sector is not stated, share a grey. Shapes repeat only where there are more sectors than shapes.

    Examples
    --------
    >>> sector_looks({"health": 8, "faith": 6})["faith"]
    Look(colour='#0072B2', shape='circle')
    >>> [look.colour for look in sector_looks({"health": 8, "faith": 6}, {"health": "#0072b2"}).values()]
    ['#E69F00', '#0072b2']
    """
    ranks = {sector: rank for rank, sector in enumerate(order)}
    stated = sorted(sizes.keys() - {NO_SECTOR}, key=lambda sector: (ranks.get(sector, len(ranks)), sector))
    largest = set(sorted(stated, key=lambda sector: -sizes[sector])[: len(COLOURS)])
    usual = dict(zip((sector for sector in stated if sector in largest), COLOURS, strict=False))
    colours = _beside_chosen(usual, {sector: own[sector] for sector in stated if sector in own})
    by_shape = [*usual, *(sector for sector in stated if sector not in usual), *({NO_SECTOR} & sizes.keys())]
    shapes = tuple(SYMBOLS)
    looks = {
        sector: Look(colours.get(sector, OTHER_COLOUR), shapes[k % len(shapes)]) for k, sector in enumerate(by_shape)
    }
    return {sector: looks[sector] for sector in sorted(looks, key=lambda s: (s == NO_SECTOR, s))}


def _beside_chosen(usual: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """The usual colours with the chosen ones in their places; one that looks like them gives way to one left over."""
    apart = [colour for colour in COLOURS if all(difference(colour, mine) >= TOLD_APART for mine in chosen.values())]
    kept = {sector: colour for sector, colour in usual.items() if sector not in chosen and colour in apart}
    left = [colour for colour in apart if colour not in kept.values()]
    without = [sector for sector in usual if sector not in kept and sector not in chosen]
    return kept | dict(zip(without, left, strict=False)) | dict(chosen)


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

    Examples
    --------
    >>> print(swatch(Look("#0072B2", "circle"))[:43])
    <svg class="swatch" width="18" height="18"
    """
    return Markup(
        '<svg class="swatch" width="{size}" height="{size}" viewBox="-1.8 -1.8 3.6 3.6" aria-hidden="true">'
        '<path d="{path}" fill="{colour}" stroke="{ink}" stroke-width="0.22" stroke-linejoin="round"/></svg>'
    ).format(size=size, path=look.path, colour=look.colour, ink=INK)
