"""How many partners organizations have, in a few bars: what page one shows where there are no sectors to compare."""

from collections.abc import Sequence

from markupsafe import Markup

from stakeholder_graph.text import _, number
from stakeholder_graph.views.charts.figure import small_figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars

#: Bars at most; of fewer organizations each is on the map for all to see.
BARS, FEWEST = 5, 8


def partners_drawn(partners: Sequence[int]) -> Markup:
    """Draw how many organizations have how many partners.

    Parameters
    ----------
    partners : sequence of int
        Of each organization, as the map draws it.

    Returns
    -------
    Markup
        Blank for fewer than `FEWEST` organizations, and where all have as many.

    Examples
    --------
    >>> partners_drawn([1, 1, 2]), partners_drawn([3] * 9)
    (Markup(''), Markup(''))
    """
    least, most = min(partners, default=0), max(partners, default=0)
    if len(partners) < FEWEST or least == most:
        return Markup("")
    width = -(-(most - least + 1) // BARS)
    rows = []
    for start in range(least, most + 1, width):
        end = min(start + width - 1, most)
        count = sum(start <= its <= end for its in partners)
        name = number(start) if start == end else _("{low} to {high}", low=start, high=end)
        rows.append(BarRow(name, count, number(count)))
    return small_figure(Bars(_("How many organizations are connected to so many others"), tuple(rows)))
