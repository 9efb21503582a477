"""What a picture is, and the few marks that several of them use."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.views.style import INK, PAPER, Look, swatch

Looks = Mapping[str, Look]

#: Marks stand in lines of so many, so that a line fits on a phone.
A_LINE = 15
PITCH = 16


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be put into a page.

    Parameters
    ----------
    html : Markup
        Escaped.
    shows : frozenset of str
        Names of the finding's tables it holds in full, so that they need not be shown again; blank for the main
        table.
    """

    html: Markup
    shows: frozenset[str] = frozenset()


def sector_name(sector: str, looks: Looks) -> Markup:
    """A sector's name after its symbol."""
    symbol = swatch(looks[sector], 16) if sector in looks else Markup("")
    return Markup('<span class="sector">{}<span>{}</span></span>').format(symbol, sector)


def marks(look: Look, filled: int, hollow: int) -> Markup:
    """A symbol for each organization, filled ones first; screen readers skip them.

    Parameters
    ----------
    look : Look
        Colour and shape.
    filled, hollow : int
        How many of each.

    Returns
    -------
    Markup
        An ``<svg>`` with lines of `A_LINE` symbols.
    """
    count = filled + hollow
    lines = -(-count // A_LINE)
    drawn = Markup("").join(
        Markup('<path transform="translate({x} {y}) scale(5)" d="{d}" fill="{fill}"/>').format(
            x=PITCH * (k % A_LINE) + PITCH / 2,
            y=PITCH * (k // A_LINE) + PITCH / 2,
            d=look.path,
            fill=look.colour if k < filled else PAPER,
        )
        for k in range(count)
    )
    return Markup(
        '<svg class="marks" width="{w}" height="{h}" aria-hidden="true" stroke="{ink}" stroke-width="0.24" '
        'stroke-linejoin="round">{drawn}</svg>'
    ).format(w=PITCH * min(count, A_LINE), h=PITCH * lines, ink=INK, drawn=drawn)
