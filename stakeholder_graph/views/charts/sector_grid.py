"""Sector by sector: the ties there are, and whether that is more or fewer than chance would give."""

from collections.abc import Mapping

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.matrix import Differs, MatrixCell, SectorMatrix
from stakeholder_graph.views.charts.picture import Looks, Picture, counted_ties, namings

#: With more sectors than this a matrix cannot be read; the table is shown instead.
MOST_SECTORS = 16

_FROM_TO = N_("How often organizations of the sector on the left mention those of the sector above")
_BETWEEN = N_("Connections between the sector on the left and the sector above")
_DIFFERS: Mapping[str, Differs] = {"more": "more", "fewer": "fewer"}


def grid(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw the ties between each pair of sectors.

    Parameters
    ----------
    finding : Finding
        ``sector_mixing``.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None without a table, or with more than `MOST_SECTORS` sectors.
    """
    rows = [row for row in (finding.table.rows if finding.table else ()) if "observed" in row]
    cells = tuple(map(_cell, rows))
    directed = any(cell.sector > cell.other for cell in cells)
    sectors = tuple(sorted({sector for cell in cells for sector in (cell.sector, cell.other)}))
    if not sectors or len(sectors) > MOST_SECTORS:
        return None
    plot = SectorMatrix(_(_FROM_TO if directed else _BETWEEN), sectors, cells, directed, _("by luck"))
    counted = int(sum(cell.observed or 0 for cell in cells))
    basis = Basis(counted_ties(finding, counted), namings(finding))
    return Picture(figure(plot, basis, source), frozenset({""}))


def _cell(row: Row) -> MatrixCell:
    observed, expected = (None if row.get(name) is None else float(row[name] or 0) for name in ("observed", "expected"))
    sector, other = str(row["from_sector"]), str(row["to_sector"])
    return MatrixCell(sector, other, observed, expected, _DIFFERS.get(str(row.get("verdict")), ""))
