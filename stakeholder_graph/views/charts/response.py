"""Who answered: of each sector a bar, filled as far as its organizations answered."""

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.picture import Looks, Picture


def answered(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw who answered, by sector where that may be seen, else in all.

    Parameters
    ----------
    finding : Finding
        ``response``.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        Blank where nothing says who answered.
    """
    assumed = finding.reading is not None and finding.reading.id == "assumed"
    if assumed or any(caveat.id.startswith("all_assumed") for caveat in finding.caveats):
        return Picture(Markup(""), frozenset({"", "by_sector"}))
    part = finding.tables.get("by_sector")
    rows = [row for row in (part.rows if part else ()) if row.get("answered") is not None]
    if any(row["sector"] != NO_SECTOR for row in rows):
        drawn = tuple(_row(row, str(row["sector"])) for row in sorted(rows, key=lambda row: str(row["sector"])))
        left_out = len(part.rows) - len(rows) if part else 0
        html = _figure(_("Who answered, by sector"), drawn, source)
        return Picture(html, frozenset() if left_out else frozenset({"by_sector"}))
    if finding.reading is None or "answered" not in finding.reading.fields:
        return None
    row = _row(finding.reading.fields, _("All organizations"))
    return Picture(_figure(_("How many answered"), (row,), source), frozenset({"by_sector"} if rows else ()))


def _figure(title: str, rows: tuple[BarRow, ...], source: str) -> Markup:
    # The source says how many answered.
    return figure(Bars(title, rows, _("answered"), _("not known yet")), Basis(), source)


def _row(row: Row, name: str) -> BarRow:
    listed, answering = int(row["listed"] or 0), int(row["answered"] or 0)
    return BarRow(name, answering, _("{count} of {all}", count=answering, all=listed), whole=listed)
