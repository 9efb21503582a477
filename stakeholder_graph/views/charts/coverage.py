"""The table laid for all: for each sector that should be there, a mark for each organization that is."""

from collections.abc import Mapping

from markupsafe import Markup

from stakeholder_graph.measures.representation.sector_coverage import FEW_TIES, HEAR_FROM
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.large_networks import MOST_MARKS
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.charts.marks import ANY, sector_name, share_of
from stakeholder_graph.views.charts.picture import Looks, Picture
from stakeholder_graph.views.sentences import phrase
from stakeholder_graph.views.style import Look

#: Further columns, shown where this reader may see them.
COUNTS = ("tied", "teams", "steering")

_TABLE = Markup(
    '<div class="wide seats" tabindex="0" role="group" aria-label="{label}"><table class="counts coverage">'
    "<caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
)
_HEAD = Markup('<th scope="col">{}</th>')
_ROW = Markup('<tr class="{kind}"><th scope="row">{name}</th>{cells}</tr>')
#: A key below, and the whole.
KEY, _SOURCE = Markup('<p class="key">{}</p>'), Markup('<p class="source">{}</p>')
_FIGURE = Markup("<figure>{}</figure>")
_EMPTY_SEAT = Markup('<span class="empty-seat" aria-hidden="true"></span>')


def coverage(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw each sector of the reference list with those of it who are at the table.

    Parameters
    ----------
    finding : Finding
        ``sector_coverage``; columns that this reader may not see are left out.
    looks : mapping of str to Look
        Of the sectors there are.
    source : str
        Where the numbers come from.
    """
    table = finding.table
    rows = [row for row in (table.rows if table is not None else ()) if row.get("listed") is not None]
    if table is None or not rows:
        return None
    counts = [name for name in COUNTS if any(row.get(name) is not None for row in rows)]
    stated = any(row.get("state") for row in rows)
    headings = {name: _(table.column(name).heading) for name in counts}
    heads = [_("Sector"), _("At the table"), *headings.values()]
    heads += [_(table.column("next_step").heading)] if stated else []
    hollow = any(row.get("answered") is not None and _many(row, "answered") < _many(row, "listed") for row in rows)
    by_sector = sorted(rows, key=lambda row: str(row["sector"]))
    per_mark = _per_mark(max(_many(row, "listed") for row in rows))
    drawn = [_row(row, looks, headings, per_mark, stated=stated) for row in by_sector]
    html = _TABLE.format(
        label=_("Sectors at the table"),
        caption=_("One mark for {count:,} organizations", count=per_mark)
        if per_mark > 1
        else _("One mark for each organization"),
        heads=Markup("").join(_HEAD.format(head) for head in heads),
        rows=Markup("").join(drawn),
    )
    if hollow:
        aside = any(caveat.id == "set_aside" for caveat in finding.caveats)
        html += KEY.format(
            _("Hollow: has not answered yet, or its answer is set aside.")
            if aside
            else _("Hollow: has not answered yet.")
        )
    if any(row.get("state") == FEW_TIES for row in rows):
        html += KEY.format(phrase("few_ties"))
    if source:
        html += _SOURCE.format(source)
    return Picture(_FIGURE.format(html), frozenset({""}))


def _per_mark(most: int) -> int:
    """How many organizations one mark stands for, where the largest sector has so many."""
    per_mark = 1
    while most > MOST_MARKS * per_mark:
        per_mark *= 10
    return per_mark


def _row(row: Row, looks: Looks, headings: Mapping[str, str], per_mark: int, *, stated: bool) -> Markup:
    sector, listed = str(row["sector"]), int(row["listed"] or 0)
    present = _marks(row, looks.get(sector, ANY), listed, per_mark) if listed else _EMPTY_SEAT
    cells = [Markup('<td class="few">{} <b>{}</b></td>').format(present, listed or _("nobody yet"))]
    # On a telephone a row is a card, in which each number says what it counts.
    cells += [
        Markup('<td class="few" data-head="{}">{}</td>').format(heading, _count(row, name, listed))
        for name, heading in headings.items()
    ]
    if stated:
        cells.append(Markup('<td class="few">{}</td>').format(_step(row)))
    return _ROW.format(kind="" if listed else "absent", name=sector_name(sector, looks), cells=Markup("").join(cells))


def _many(row: Row, name: str) -> int:
    return int(row[name] or 0)


def _marks(row: Row, look: Look, listed: int, per_mark: int) -> Markup:
    """Filled by who answered, where that may be seen."""
    answered = row.get("answered")
    filled = listed if answered is None else int(answered)
    return share_of(look, round(filled / per_mark), max(1, round(listed / per_mark)))


def _count(row: Row, name: str, listed: int) -> str:
    if not listed:
        return ""
    if name == "tied" and row[name] is not None:
        # Those who have not answered may be tied as well.
        if row.get("answered") is not None and _many(row, name) < listed and _many(row, "answered") < listed:
            return _("at least {count} of {all}", count=row[name], all=listed)
        return _("{count} of {all}", count=row[name], all=listed)
    return number(row[name])


def _step(row: Row) -> Markup:
    state, step = row.get("state"), row.get("next_step")
    if not step:
        return Markup("")
    # "Too close to call" alone does not say why.
    why = _("too close to call: under half answered") if step == HEAR_FROM else translate(str(state or ""))
    said = translate(str(step)).capitalize(), why
    return Markup('<b>{}</b><br><span class="muted">{}</span>').format(*said)
