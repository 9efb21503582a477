"""What a picture is, and the few marks that several of them use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.style import ACCENT, INK, PAPER, Look, swatch

Looks = Mapping[str, Look]

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


NAMINGS = N_("Each naming counts: where both name each other, that is two. The map draws one line for each pair.")
#: A key below a picture.
KEY = Markup('<p class="key">{}</p>')


def namings(finding: Finding) -> Markup:
    """What a tie is, below a picture that counts ties as they were named, where a map draws one line for each pair."""
    if finding.scope.ties != "reported":
        return Markup("")
    return KEY.format(_(NAMINGS))


def sector_name(sector: str, looks: Looks) -> Markup:
    """A sector's name after its symbol."""
    symbol = swatch(looks[sector], 16) if sector in looks else Markup("")
    return Markup('<span class="sector">{}<span>{}</span></span>').format(symbol, sector)


def marks(symbols: Sequence[tuple[Look, bool]]) -> Markup:
    """A symbol for each organization; screen readers skip them, since the count stands beside.

    Parameters
    ----------
    symbols : sequence of (Look, bool)
        Colour and shape of each, and whether it is filled.

    Returns
    -------
    Markup
        An ``<svg>`` with lines of `A_LINE` symbols.
    """
    lines = -(-len(symbols) // A_LINE)
    drawn = Markup("").join(
        _MARK.format(
            x=PITCH * (k % A_LINE) + PITCH // 2,
            y=PITCH * (k // A_LINE) + PITCH // 2,
            d=look.path,
            fill=look.colour if filled else PAPER,
        )
        for k, (look, filled) in enumerate(symbols)
    )
    return _MARKS.format(w=PITCH * min(len(symbols), A_LINE), h=PITCH * lines, ink=INK, drawn=drawn)


def share_of(look: Look, filled: int, listed: int) -> Markup:
    """Symbols of one sector, the filled ones first."""
    return marks([(look, k < filled) for k in range(listed)])
