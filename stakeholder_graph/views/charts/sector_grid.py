"""Sector by sector: the ties there are, and whether that is more or fewer than chance would give."""

from collections.abc import Mapping

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_, _, number, translate
from stakeholder_graph.views.charts.marks import Looks, Picture, namings, sector_name

#: With more sectors than this a grid cannot be read; the table is shown instead.
MOST_SECTORS = 16

#: For each verdict the class, the sign that says it without colour, and what the key calls it.
VERDICTS: Mapping[str, tuple[str, str, str]] = {
    "more": ("more", "▲", N_("▲ more than chance")),
    "fewer": ("fewer", "▼", N_("▼ fewer than chance")),
    "as expected": ("even", "", N_("about as chance")),
    "too close to call": ("close", "", N_("too close to call")),
    "not known": ("unknown", "", N_("not known")),
}

_TABLE = Markup(
    '<div class="wide" tabindex="0" role="group" aria-label="{caption}"><table class="grid">'
    "<caption>{below}</caption>"
    '<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div><p class="key grid-key">{key}</p>'
)
_FROM_TO = N_("How often organizations of the sector on the left mention those of the sector above")
_BETWEEN = N_("Ties between the sector on the left and the sector above")
_KEY = Markup('<span class="{}">{}</span>')
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr><th scope="row">{name}</th>{cells}</tr>')
_CELL = Markup('<td class="{kind}"><b>{observed}{sign}</b> <small>{expected}</small></td>')


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
    rows = [row for row in (finding.table.rows if finding.table else ()) if "observed" in row]
    fields = {(str(row["from_sector"]), str(row["to_sector"])): row for row in rows}
    both_ways = any(from_sector > to_sector for from_sector, to_sector in fields)
    sectors = sorted({sector for pair in fields for sector in pair})
    if not sectors or len(sectors) > MOST_SECTORS:
        return None
    heads = Markup("").join(_HEAD.format(sector_name(sector, looks)) for sector in sectors)
    drawn = Markup("").join(
        _ROW.format(
            name=sector_name(from_sector, looks),
            cells=Markup("").join(_cell(fields.get((from_sector, to_sector))) for to_sector in sectors),
        )
        for from_sector in sectors
    )
    said = {row.get("verdict") for row in rows}
    key = Markup("").join(
        _KEY.format(kind, translate(name)) for verdict, (kind, _sign, name) in VERDICTS.items() if verdict in said
    )
    caption = _(_FROM_TO if both_ways else _BETWEEN)
    compared = any(row.get("expected") is not None for row in rows)
    below = _("{caption}; below it, small, what chance alone would give", caption=caption) if compared else caption
    table = _TABLE.format(caption=caption, below=below, heads=heads, rows=drawn, key=key)
    return Picture(table + namings(finding), frozenset({""}))


def _cell(row: Row | None) -> Markup:
    if row is None:
        return Markup("<td></td>")
    kind, sign, _words = VERDICTS.get(str(row.get("verdict")), VERDICTS["as expected"])
    if row["observed"] is None:
        return Markup('<td class="unknown"><span class="for-ears">{}</span></td>').format(_("not known"))
    expected = row.get("expected")
    return _CELL.format(
        kind=kind,
        observed=number(row["observed"]),
        sign=Markup('<span class="sign">{}</span>').format(sign) if sign else "",
        expected="" if expected is None else f"{float(expected):.0f}",
    )
