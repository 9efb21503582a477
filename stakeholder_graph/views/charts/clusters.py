"""Clusters: whether the members of each are tied, what each works on, and a card that says who is in it."""

from collections.abc import Sequence

from markupsafe import Markup

from stakeholder_graph.frames import natural
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_, _, _n, number, translate
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples
from stakeholder_graph.views.charts.picture import Looks, Picture
from stakeholder_graph.views.hedged import QUIET

_TIES = N_("Pairs of each group that work together in {layer}")
#: Of whose pairs so many work together: whether of all who work on an outcome, and whether some are not known.
_WHOSE = {
    (True, False): N_("{ties} of the {pairs} pairs of all who work on {outcome}, in {layer}"),
    (True, True): N_("{ties} of the {pairs} known pairs of all who work on {outcome}, in {layer}"),
    (False, False): N_("{ties} of their {pairs} pairs in {layer}"),
    (False, True): N_("{ties} of their {pairs} known pairs in {layer}"),
}
#: Outcomes that a panel shows.
OUTCOMES = 4
#: Tables that the picture holds.
TABLES = ("clusters", "profiles", "sectors", "ties", "only_links")

_CARDS = Markup('<div class="cards">{}</div>')
_CARD = Markup('<section class="card"><p class="eyebrow">{group} · {size}</p><h4>{outcomes}</h4>{said}</section>')
_LINE = Markup('<p class="{kind}"><b>{what}</b> {said}</p>')
_MEMBERS = Markup('<div class="members"><b>{what}</b><ul>{members}</ul></div>')
_MEMBER = Markup("<li>{}</li>")


def clusters(finding: Finding, looks: Looks, source: str = "") -> Picture | None:
    """Draw the clusters.

    Parameters
    ----------
    finding : Finding
        ``outcome_clusters``; members are named where this reader may see them.
    looks : mapping of str to Look
        Not needed here.
    source : str
        Where the numbers come from.

    Returns
    -------
    Picture or None
        None where there are no clusters.
    """
    if "clusters" not in finding.tables:
        return None
    rows = finding.tables["clusters"].rows
    counted = sum(int(row["size"] or 0) for row in rows)
    basis = Basis(_n("{count} organization", "{count} organizations", counted))
    html = _tied(rows, finding, basis, source) + _profiles(rows, finding, basis, source)
    html += _CARDS.format(Markup("").join(_card(row, finding) for row in rows))
    return Picture(html, frozenset(TABLES))


def _tied(clusters: Sequence[Row], finding: Finding, basis: Basis, source: str) -> Markup:
    """How many ties the members of each have, against what would be usual; of the first kind of tie."""
    ties = finding.tables["ties"].rows if "ties" in finding.tables else ()
    layer = next((row["layer"] for row in ties), None)
    by_letter = {str(row["cluster"]): row for row in ties if row["layer"] == layer}
    rows = tuple(
        _dumbbell(cluster, by_letter[letter])
        for cluster in clusters
        if (letter := str(cluster["cluster"])) in by_letter
    )
    if not rows:
        return Markup("")
    title = _(_TIES, layer=str(layer))
    return figure(Dumbbell(title, rows, _("usual for organizations with as many partners")), basis, source)


def _dumbbell(cluster: Row, row: Row) -> DumbbellRow:
    ties, expected = float(row["ties"] or 0), row["expected"]
    usual = None if expected is None else float(expected)
    written = "" if usual is None else number(round(usual))
    return DumbbellRow(_named(cluster), ties, usual, number(ties), written, str(row["verdict"]) not in QUIET)


def _profiles(clusters: Sequence[Row], finding: Finding, basis: Basis, source: str) -> Markup:
    """How many of each group name each outcome: of its first ones, the rest stand in the table."""
    panels = []
    for cluster in clusters:
        size = int(cluster["size"] or 0)
        profile = [row for row in _of(str(cluster["cluster"]), finding, "profiles") if row["organizations"]]
        bars = tuple(
            BarRow(str(row["outcome"]), count, _("{count} of {all}", count=count, all=size), whole=size)
            for row, count in ((row, int(row["organizations"] or 0)) for row in profile[:OUTCOMES])
        )
        if bars:
            panels.append(Bars(_named(cluster), bars))
    if not panels:
        return Markup("")
    return figure(SmallMultiples.of(_("What the members of each group work on"), tuple(panels)), basis, source)


def _named(cluster: Row) -> str:
    return f"{cluster['cluster']}: {cluster['outcomes']}"


def _card(cluster: Row, finding: Finding) -> Markup:
    letter, size = str(cluster["cluster"]), int(cluster["size"] or 0)
    sectors = [f"{row['sector']} ({row['organizations'] or 0})" for row in _of(letter, finding, "sectors")]
    members = {str(row["organization"]) for row in _of(letter, finding, "")}
    links = {f"{row['organization']} ({row['layer']})" for row in _of(letter, finding, "only_links")}
    said = [_LINE.format(kind="key", what="", said=", ".join(sectors))] if sectors else []
    said += [_verdict(row) for row in _of(letter, finding, "ties")]
    for what, names in ((_("Who:"), members), (_("Only link between others of them:"), links)):
        if names:
            # A list, since each name stands for itself: a sentence would say something of several together.
            lines = Markup("").join(_MEMBER.format(name) for name in sorted(names, key=natural))
            said.append(_MEMBERS.format(what=what, members=lines))
    return _CARD.format(
        group=_("Group {letter}", letter=letter),
        size=_n("{count} organization", "{count} organizations", size),
        outcomes=cluster["outcomes"],
        said=Markup("").join(said),
    )


def _verdict(row: Row) -> Markup:
    verdict = str(row["verdict"] or "")
    unknown = int(row.get("unknown") or 0)
    pairs = int(row["pairs"] or 0) - unknown
    fields = {"ties": row["ties"], "pairs": pairs, "layer": row["layer"], "outcome": row.get("outcome")}
    said = _(_WHOSE[bool(row.get("outcome")), bool(unknown)], **fields)
    if row["expected"] is not None:
        usual = number(round(float(row["expected"])))
        said = _("{said}, where about {expected} would be usual.", said=said, expected=usual)
    kind = "tied hardly" if verdict == "hardly tied" else "tied"
    return _LINE.format(kind=kind, what=f"{translate(verdict).capitalize()}:" if verdict else "", said=said)


def _of(letter: str, finding: Finding, table: str) -> Sequence[Row]:
    part = finding.tables.get(table) if table else finding.table
    return [row for row in (part.rows if part else ()) if row.get("cluster") == letter]
