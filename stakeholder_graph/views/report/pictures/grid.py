"""Sector by sector: the ties there are, and whether that is more or fewer than chance would give."""

from collections.abc import Mapping

from markupsafe import Markup

from stakeholder_graph.finding import Finding, Row
from stakeholder_graph.views.report.pictures.picture import Looks, Picture, sector_name
from stakeholder_graph.views.words import number

#: With more sectors than this a grid cannot be read; the table is shown instead.
MOST_SECTORS = 16

#: The class and the sign of each verdict; the sign says it without colour.
VERDICTS: Mapping[str, tuple[str, str]] = {
    "more": ("more", "▲"),
    "fewer": ("fewer", "▼"),
    "as expected": ("even", ""),
    "too close to call": ("close", ""),
    "not known": ("unknown", ""),
}

_TABLE = Markup(
    '<div class="wide"><table class="grid"><caption>Ties from the sector on the left to the sector above; small: what '
    "chance alone would give</caption><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    '<p class="key grid-key"><span class="more">▲ more than chance</span><span class="fewer">▼ fewer than chance</span>'
    '<span class="even">about as chance</span><span class="close">too close to call</span>'
    '<span class="unknown">not known</span></p>'
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr><th scope="row">{name}</th>{cells}</tr>')
_CELL = Markup('<td class="{kind}"><b>{observed}{sign}</b> <small>{expected}</small></td>')
_HIDDEN = Markup('<td class="hidden"><small>not shown</small></td>')


def grid(finding: Finding, looks: Looks) -> Picture | None:
    """Draw the ties between each pair of sectors.

    Parameters
    ----------
    finding : Finding
        ``sector_mixing``.
    looks : mapping of str to Look
        Of the sectors.

    Returns
    -------
    Picture or None
        None without a table, or with more than `MOST_SECTORS` sectors.
    """
    rows = finding.table.rows if finding.table else ()
    fields = {(str(row["from_sector"]), str(row["to_sector"])): row for row in rows}
    both_ways = any(one > other for one, other in fields)
    sectors = sorted({sector for pair in fields for sector in pair})
    if not sectors or len(sectors) > MOST_SECTORS:
        return None
    heads = Markup("").join(_HEAD.format(sector_name(sector, looks)) for sector in sectors)
    drawn = Markup("").join(
        _ROW.format(
            name=sector_name(one, looks),
            cells=Markup("").join(
                _cell(fields.get((one, other)), hidden=both_ways or one <= other) for other in sectors
            ),
        )
        for one in sectors
    )
    return Picture(_TABLE.format(heads=heads, rows=drawn), frozenset({""}))


def _cell(row: Row | None, *, hidden: bool) -> Markup:
    if row is None:
        return _HIDDEN if hidden else Markup("<td></td>")
    kind, sign = VERDICTS.get(str(row.get("verdict")), ("even", ""))
    if row.get("observed") is None:
        return Markup('<td class="unknown"><span class="for-ears">not known</span></td>')
    expected = row.get("expected")
    return _CELL.format(
        kind=kind,
        observed=number(row["observed"]),
        sign=Markup('<span class="sign">{}</span>').format(sign) if sign else "",
        expected="" if expected is None else f"{float(expected):.0f}",
    )
