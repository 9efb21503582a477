"""Who answered: a filled mark for each organization that did, a hollow one for each that has not yet."""

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.marks import ANY, Looks, Picture, sector_name, share_of

_TABLE = Markup(
    '<table class="counts"><caption class="for-ears">{caption}</caption>'
    '<thead class="for-ears"><tr><th scope="col">{whose}</th><th scope="col">{picture}</th>'
    '<th scope="col">{answered}</th></tr></thead><tbody>{rows}</tbody></table>'
    '<p class="key">{key}</p>'
)
_ROW = Markup('<tr><th scope="row">{name}</th><td>{marks}</td><td class="number">{said}</td></tr>')


def answered(finding: Finding, looks: Looks) -> Picture | None:
    """Draw who answered, by sector where that may be seen, else in all.

    Parameters
    ----------
    finding : Finding
        ``response``.
    looks : mapping of str to Look
        Of the sectors.

    Returns
    -------
    Picture or None
        Blank where nothing says who answered.
    """
    assumed = finding.reading is not None and finding.reading.id == "assumed"
    if assumed or any(caveat.id == "all_assumed_answered" for caveat in finding.caveats):
        return Picture(Markup(""), frozenset({"", "by_sector"}))
    part = finding.tables.get("by_sector")
    rows = [row for row in (part.rows if part else ()) if row.get("answered") is not None]
    if any(row["sector"] != NO_SECTOR for row in rows):
        drawn = [_row(row, str(row["sector"]), looks) for row in sorted(rows, key=lambda row: str(row["sector"]))]
        left_out = len(part.rows) - len(rows) if part else 0
        said = _table(Markup("").join(drawn), _("Who answered, by sector"), _("Sector"))
        return Picture(said, frozenset() if left_out else frozenset({"by_sector"}))
    if finding.reading is None or "answered" not in finding.reading.fields:
        return None
    shows = frozenset({"by_sector"} if rows else ())
    return Picture(_table(_row(finding.reading.fields, None, looks), _("How many answered"), _("Who")), shows)


def _table(rows: Markup, caption: str, whose: str) -> Markup:
    return _TABLE.format(
        caption=caption,
        whose=whose,
        picture=_("Picture"),
        answered=_("Answered"),
        key=_("Filled: answered. Hollow: no answer that counts yet."),
        rows=rows,
    )


def _row(row: Row, sector: str | None, looks: Looks) -> Markup:
    listed, answering = int(row["listed"] or 0), int(row["answered"] or 0)
    return _ROW.format(
        name=_("All organizations") if sector is None else sector_name(sector, looks),
        marks=share_of(looks.get(sector or "", ANY), answering, listed),
        said=_("{count} of {all}", count=answering, all=listed),
    )
