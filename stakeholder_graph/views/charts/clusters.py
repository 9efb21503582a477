"""Clusters as cards: what each works on, who is in it by sector, and whether its members are tied."""

from collections.abc import Sequence

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import _, _n, listing, number, translate
from stakeholder_graph.views.charts.marks import ANY, Looks, Picture, marks

#: Outcomes that a card shows.
OUTCOMES = 4
#: Tables that the cards hold.
TABLES = ("clusters", "profiles", "sectors", "ties", "only_links")

_CARDS = Markup('<div class="cards">{}</div><p class="key">{}</p>')
_CARD = Markup(
    '<section class="card"><p class="eyebrow">{group} · {size}</p><h4>{outcomes}</h4>'
    '{sectors}<table class="counts"><caption class="for-ears">{caption}</caption>'
    "<tbody>{profile}</tbody></table>{ties}{members}</section>"
)
_OUTCOME = Markup(
    '<tr><th scope="row">{outcome}</th><td class="bar"><svg width="100%" height="10" aria-hidden="true">'
    '<rect class="all" width="100%" height="10"/><rect class="across" width="{share:.1f}%" height="10"/></svg></td>'
    '<td class="number">{said}</td><td class="number muted">{lift}×</td></tr>'
)
_TIES = Markup('<p class="tied {kind}"><b>{verdict}</b> {said}</p>')
_SECTORS = Markup('<p>{marks}</p><p class="key">{said}</p>')
_MEMBERS = Markup('<p class="members"><b>{}:</b> {}.</p>')


def clusters(finding: Finding, looks: Looks) -> Picture | None:
    """Draw a card for each cluster.

    Parameters
    ----------
    finding : Finding
        ``outcome_clusters``; members are named where this reader may see them.
    looks : mapping of str to Look
        Of the sectors.

    Returns
    -------
    Picture or None
        None where there are no clusters.
    """
    if "clusters" not in finding.tables:
        return None
    key = _("×: how many times as common among them as among all who name outcomes.")
    cards = [_card(row, finding, looks) for row in finding.tables["clusters"].rows]
    return Picture(_CARDS.format(Markup("").join(cards), key), frozenset(TABLES))


def _card(cluster: Row, finding: Finding, looks: Looks) -> Markup:
    letter, size = str(cluster["cluster"]), int(cluster["size"] or 0)
    sectors = _of(letter, finding, "sectors")
    profile = [row for row in _of(letter, finding, "profiles") if row["organizations"]]
    members = {str(row["organization"]) for row in _of(letter, finding, "")}
    links = {f"{row['organization']} ({row['layer']})" for row in _of(letter, finding, "only_links")}
    return _CARD.format(
        group=_("Group {letter}", letter=letter),
        size=_n("{count} organization", "{count} organizations", size),
        caption=_("How many name each outcome"),
        outcomes=cluster["outcomes"],
        sectors=_SECTORS.format(
            marks=marks(
                [(looks.get(str(row["sector"]), ANY), True) for row in sectors for _mark in range(_count(row))]
            ),
            said=", ".join(f"{row['sector']} {_count(row)}" for row in sectors),
        )
        if sectors
        else "",
        profile=Markup("").join(_outcome(row, size) for row in profile[:OUTCOMES]),
        ties=Markup("").join(_tied(row) for row in _of(letter, finding, "ties")),
        members=_named(_("Who"), members) + _named(_("Only link between others of them"), links),
    )


def _named(what: str, names: set[str]) -> Markup:
    return _MEMBERS.format(what, listing(sorted(names))) if names else Markup("")


def _of(letter: str, finding: Finding, table: str) -> Sequence[Row]:
    part = finding.tables.get(table) if table else finding.table
    return [row for row in (part.rows if part else ()) if row.get("cluster") == letter]


def _count(row: Row) -> int:
    return int(row["organizations"] or 0)


def _outcome(row: Row, size: int) -> Markup:
    return _OUTCOME.format(
        outcome=row["outcome"],
        share=100 * _count(row) / size,
        said=_("{count} of {all}", count=_count(row), all=size),
        lift=f"{float(row['lift'] or 0):.1f}",
    )


def _tied(row: Row) -> Markup:
    verdict = str(row["verdict"])
    fields = {"ties": row["ties"], "layer": row["layer"], "expected": number(round(float(row["expected"] or 0)))}
    if row.get("drawn") is None:
        said = _("{ties} ties of {layer} among them, where about {expected} would be usual.", **fields)
    else:
        said = _(
            "{ties} mentions of {layer} among them, where about {expected} would be usual; the map draws {drawn} ties.",
            **fields,
            drawn=row["drawn"],
        )
    return _TIES.format(
        kind="hardly" if verdict == "hardly tied" else "", verdict=f"{translate(verdict).capitalize()}:", said=said
    )
