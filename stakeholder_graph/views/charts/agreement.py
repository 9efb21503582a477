"""Agreement: of each item of the agenda who says no and who says yes; of what divides them, which sectors say which."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row, Table
from stakeholder_graph.text import _, number, percent
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.kinds.diverging import Diverging, DivergingRow
from stakeholder_graph.views.charts.picture import Looks, Picture

#: Verdicts under which opinions do not differ.
QUIET = ("agreed", "not known")


def agreement(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw the answers about each item, in the order of the agenda.

    Parameters
    ----------
    finding : Finding
        ``agenda_agreement``.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None without answers. Where only tenths of them may be told, bars of ten.
    """
    if not finding.table:
        return None
    if "verdict" not in finding.table:
        return _in_tenths(finding.table, source)
    plot = Diverging(_("What partners say of each item of the agenda"), tuple(map(_row, finding.table.rows)))
    answers = sorted({int(row["answers"] or 0) for row in finding.table.rows})
    counted = "–".join(number(count) for count in dict.fromkeys((answers[0], answers[-1])))
    basis = Basis(_("{count} answers", count=counted), (_("Whoever says neither yes nor no is not drawn."),))
    by_sector = finding.tables.get("by_sector")
    html = figure(plot, basis, source)
    html += Markup("").join(_sides(item, rows, source) for item, rows in _by_item(by_sector).items())
    return Picture(html, frozenset({"", "by_sector"} if by_sector else {""}))


def _row(row: Row) -> DivergingRow:
    yes, no = (float(row[name] or 0) for name in ("agree", "disagree"))
    return DivergingRow(str(row["item"]), no, yes, percent(no), percent(yes), row["verdict"] not in QUIET)


def _by_item(table: Table | None) -> Mapping[str, list[Row]]:
    items: dict[str, list[Row]] = {}
    for row in table.rows if table else ():
        items.setdefault(str(row["item"]), []).append(row)
    return items


def _sides(item: str, rows: Sequence[Row], source: str) -> Markup:
    """Who stands where on an item: the sectors that say no first."""
    drawn = sorted(map(_side, rows), key=lambda row: (row.yes - row.no, row.name))
    counted = sum(int(row[side] or 0) for row in rows for side in ("no", "yes", "neither"))
    plot = Diverging(_("{item}: which sectors say no and which say yes", item=item), tuple(drawn))
    return figure(plot, Basis(_("{count} answers", count=number(counted))), source)


def _side(row: Row) -> DivergingRow:
    no, yes = (int(row[side] or 0) for side in ("no", "yes"))
    return DivergingRow(str(row["sector"]), no, yes, number(no), number(yes), no != yes)


def _in_tenths(table: Table, source: str) -> Picture:
    rows = tuple(
        BarRow(str(row["item"]), tenths, _("{count} of {all}", count=tenths, all=10), whole=10)
        for row, tenths in ((row, int(row["tenths"] or 0)) for row in table.rows)
    )
    title = f"{_('What partners say of each item of the agenda')}: {_(table.column('tenths').heading)}"
    return Picture(figure(Bars(title, rows), source=source), frozenset({""}))
