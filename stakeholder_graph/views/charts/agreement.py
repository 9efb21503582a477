"""Agreement: for each item of the agenda a bar divided into yes, neither and no."""

from collections.abc import Mapping

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row, Table
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.charts.marks import Looks, Picture

_TABLE = Markup(
    '<table class="counts split"><caption class="for-ears">{caption}</caption>'
    '<thead><tr><th scope="col">{item}</th><th scope="col" class="number">{yes}</th><td></td>'
    '<th scope="col" class="number">{no}</th><th scope="col">{said}</th></tr></thead><tbody>{rows}</tbody></table>'
    '<p class="key">{key}</p>'
)
_ROW = Markup(
    '<tr class="{kind}"><th scope="row">{item}</th><td class="number">{yes:.0f}%</td><td class="bar">'
    '<svg width="100%" height="16" aria-hidden="true"><rect class="neither" width="100%" height="16"/>'
    '<rect class="across" width="{yes:.2f}%" height="16"/>'
    '<rect class="within" x="{rest:.2f}%" width="{no:.2f}%" height="16"/></svg></td>'
    '<td class="number">{no:.0f}%</td><td>{said}</td></tr>'
)


#: Beyond the backbone's desk it is only said how many of ten agree.
_TENTHS = Markup(
    '<table class="counts split bars"><caption class="for-ears">{caption}</caption><thead><tr>'
    '<th scope="col">{item}</th><th scope="col" class="number">{tenths}</th><td></td></tr></thead>'
    "<tbody>{rows}</tbody></table>"
)
_TENTHS_ROW = Markup(
    '<tr><th scope="row">{item}</th><td class="number">{tenths}</td><td class="bar"><svg width="100%" height="16" '
    'aria-hidden="true"><rect class="neither" width="100%" height="16"/><rect class="across" width="{width}%" '
    'height="16"/></svg></td></tr>'
)


def agreement(finding: Finding, looks: Looks) -> Picture | None:
    """Draw the answers about each item, in the order of the agenda.

    Parameters
    ----------
    finding : Finding
        ``agenda_agreement``.
    looks : mapping of str to Look
        Not needed here.

    Returns
    -------
    Picture or None
        None without answers. Where only tenths of them may be told, bars of ten.
    """
    if not finding.table:
        return None
    if "verdict" not in finding.table:
        return _in_tenths(finding.table)
    labels = finding.table.column("verdict").labels
    drawn = Markup("").join(_row(row, labels) for row in finding.table.rows)
    heading = _(finding.table.column("verdict").heading)
    html = _TABLE.format(
        caption=_("What partners say of each item of the agenda"),
        item=_("Item"),
        yes=_("Yes"),
        no=_("No"),
        said=heading,
        key=_("Light, between the two: neither. Of those who answered."),
        rows=drawn,
    )
    return Picture(html, frozenset({""}))


def _in_tenths(table: Table) -> Picture:
    rows = (
        _TENTHS_ROW.format(item=row["item"], tenths=row["tenths"], width=10 * int(row["tenths"] or 0))
        for row in table.rows
    )
    html = _TENTHS.format(
        caption=_("What partners say of each item of the agenda"),
        item=_("Item"),
        tenths=_(table.column("tenths").heading),
        rows=Markup("").join(rows),
    )
    return Picture(html, frozenset({""}))


def _row(row: Row, labels: Mapping[str, str]) -> Markup:
    yes, no = (100 * float(row[name] or 0) for name in ("agree", "disagree"))
    kind = "" if row["verdict"] in ("agreed", "not known") else "apart"
    verdict = str(row["verdict"])
    said = translate(labels.get(verdict, verdict)).capitalize()
    return _ROW.format(kind=kind, item=row["item"], yes=yes, no=no, rest=100 - no, said=said)
