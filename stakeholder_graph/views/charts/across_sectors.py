"""Ties across sectors and within them: the line for all, and which part of each sector's ties stays within it."""

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.amounts import counts_mentions
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.picture import Looks, Picture, counted_ties, namings
from stakeholder_graph.views.charts.range_line import line


def across(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw the index on its line and, below, the two kinds of tie of each sector.

    Parameters
    ----------
    finding : Finding
        ``ei_index``.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.
    """
    above = line(finding, looks, source)
    part = finding.tables.get("by_sector")
    rows = [row for row in (part.rows if part else ()) if {"internal", "external"} <= set(row)]
    if not rows:
        return above
    rows.sort(key=lambda row: str(row["sector"]))
    inside, across = (sum(int(row[column] or 0) for row in rows) for column in ("internal", "external"))
    # A tie without direction that joins two sectors stands in the rows of both.
    counted = inside + (across if counts_mentions(finding) else across // 2)
    plot = Bars(
        _title(finding),
        tuple(map(_row, rows)),
        _("within the sector"),
        _("to other sectors"),
        whole=1.0,
    )
    notes = namings(finding) or ((_("A connection across sectors counts in both rows."),) if across else ())
    basis = Basis(counted_ties(finding, counted), notes)
    html = (above.html if above else Markup("")) + figure(plot, basis, source)
    return Picture(html, frozenset({"by_sector"}))


def _title(finding: Finding) -> str:
    """What is counted: mentions of those who answered, which are the desk's, or connections, or lines of a map."""
    if counts_mentions(finding):
        return _("Whom each sector’s answers mention")
    return _("Where each sector’s lines on the map go") if finding.released else _("Where each sector’s connections go")


def _row(row: Row) -> BarRow:
    name, internal, external = str(row["sector"]), row["internal"], row["external"]
    if internal is None or external is None:
        return BarRow(name, None, _("not known yet"))
    within, all_ties = int(internal), int(internal) + int(external)
    if not all_ties:
        return BarRow(name, None, _("no connections reported yet"))
    return BarRow(name, within / all_ties, _("{count} of {all}", count=within, all=all_ties), whole=1.0)
