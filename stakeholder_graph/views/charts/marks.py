"""The marks that tables of sectors have: the symbol of a sector, and one for each organization."""

from markupsafe import Markup

from stakeholder_graph.views.charts.picture import Looks
from stakeholder_graph.views.style import ACCENT, INK, PAPER, Look, swatch

#: Marks stand in lines of so many, so that a line fits on a phone.
A_LINE = 15
PITCH = 16
#: How an organization looks where its sector is none of those on the map.
ANY = Look(ACCENT, "circle")

_MARK = Markup('<path transform="translate({x} {y}) scale(5)" d="{d}" fill="{fill}"/>')
_MARKS = Markup(
    '<svg class="marks" width="{w}" height="{h}" viewBox="0 0 {w} {h}" aria-hidden="true" stroke="{ink}" '
    'stroke-width="0.24" stroke-linejoin="round">{drawn}</svg>'
)


def sector_name(sector: str, looks: Looks) -> Markup:
    """A sector's name after its symbol."""
    symbol = swatch(looks[sector], 16) if sector in looks else Markup("")
    return Markup('<span class="sector">{}<span>{}</span></span>').format(symbol, sector)


def share_of(look: Look, filled: int, listed: int) -> Markup:
    """A symbol for each organization of one sector, the filled ones first; screen readers skip them.

    Parameters
    ----------
    look : Look
        Colour and shape of the sector.
    filled, listed : int
        How many are filled, and how many there are.
    """
    lines = -(-listed // A_LINE)
    drawn = Markup("").join(
        _MARK.format(
            x=PITCH * (k % A_LINE) + PITCH // 2,
            y=PITCH * (k // A_LINE) + PITCH // 2,
            d=look.path,
            fill=look.colour if k < filled else PAPER,
        )
        for k in range(listed)
    )
    return _MARKS.format(w=PITCH * min(listed, A_LINE), h=PITCH * lines, ink=INK, drawn=drawn)
