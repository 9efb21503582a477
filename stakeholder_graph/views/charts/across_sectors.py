"""Ties across sectors and within them: the line for all, a divided bar for each sector."""

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _
from stakeholder_graph.views.amounts import counts_mentions
from stakeholder_graph.views.charts.marks import Looks, Picture, namings, sector_name
from stakeholder_graph.views.charts.range_line import line

_TABLE = Markup(
    '<table class="counts split"><caption>{caption}</caption>'
    '<thead><tr><th scope="col">{sector}</th><th scope="col" class="number">{within}</th><td></td>'
    '<th scope="col">{out}</th></tr></thead><tbody>{rows}</tbody></table>'
)
_ROW = Markup(
    '<tr><th scope="row">{name}</th><td class="number">{internal}</td><td class="bar">{bar}</td>'
    "<td>{external}</td></tr>"
)
_BAR = Markup(
    '<svg width="100%" height="16" aria-hidden="true"><rect class="{out}" width="100%" height="16"/>'
    '<rect class="{inside}" width="{share:.2f}%" height="16"/></svg>'
)
_UNKNOWN = Markup(
    '<tr><th scope="row">{name}</th><td class="number muted">–</td><td class="bar muted">{why}</td><td></td></tr>'
)


def across(finding: Finding, looks: Looks) -> Picture | None:
    """Draw the index on its line and, below, the two kinds of tie of each sector.

    Parameters
    ----------
    finding : Finding
        ``ei_index``.
    looks : mapping of str to Look
        Of the sectors.
    """
    above = line(finding, looks)
    part = finding.tables.get("by_sector")
    rows = [row for row in (part.rows if part else ()) if {"internal", "external"} <= set(row)]
    if not rows:
        return above
    # What the headline tells stands out.
    within = finding.reading is not None and finding.reading.id == "within"
    kinds = ("across", "within") if within else ("within", "across")
    rows.sort(key=lambda row: str(row["sector"]))
    table = _TABLE.format(
        caption=_("Whom each sector mentions") if counts_mentions(finding) else _("Where each sector’s ties go"),
        sector=_("Sector"),
        within=_("Within it"),
        out=_("To other sectors"),
        rows=Markup("").join(_row(row, looks, kinds) for row in rows),
    )
    return Picture((above.html if above else Markup("")) + table + namings(finding), frozenset({"by_sector"}))


def _row(row: Row, looks: Looks, kinds: tuple[str, str]) -> Markup:
    name = sector_name(str(row["sector"]), looks)
    internal, external = row["internal"], row["external"]
    if internal is None or external is None:
        return _UNKNOWN.format(name=name, why=_("not known: no answer from there counts yet"))
    within, out = int(internal), int(external)
    if not within + out:
        return _UNKNOWN.format(name=name, why=_("no ties reported yet"))
    bar = _BAR.format(share=100 * within / (within + out), inside=kinds[0], out=kinds[1])
    return _ROW.format(name=name, internal=within, external=out, bar=bar)
