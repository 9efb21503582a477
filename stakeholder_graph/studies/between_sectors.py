"""Between sectors: who works with both of two sectors of which one keeps to itself and hardly works with the other.

Nothing is told but where a sector is named for its many ties within, by both null models and with all tests of the
report corrected. The rest is counted, of what is known: with which other sector it makes fewest of the possible ties,
and who works with both sides of most pairs that are not tied.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.measures.representation.sector_coverage import steering_seats
from stakeholder_graph.measures.sectors._two_nulls import clearest_of
from stakeholder_graph.measures.ties._levels import level_of, levels_of
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR

#: Organizations that a sector must have, and possible ties of which it must be known whether they are there.
FEWEST, FEWEST_KNOWN = 5, 20
#: Two sectors hardly work together where they make at most this share of what all pairs of sectors make.
HARDLY = 0.5
#: Somebody stands between two sectors who works with both sides of so large a share of the pairs that are not tied.
MOST_PAIRS = 0.5
#: Of more organizations that do, none is named: then many stand there.
MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Made:
    """Of possible ties how many are there, and of how many that is known: mentions where ties have a direction."""

    ties: int
    known: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.ties / self.known


@dataclass(frozen=True, slots=True)
class Between:
    """Two sectors, and who stands between them.

    Parameters
    ----------
    layer : str
        The kind of tie.
    sector, other : str
        The one that keeps to itself, and the one with which it hardly works.
    within, across : Made
        In the first, and between the two either way.
    directed : bool
        Whether `within` and `across` count mentions.
    organizations : tuple of str
        Who works with both sides of half or more of the pairs that are not tied, the backbone aside; none where these
        are more than two.
    through, untied : int
        Of how many pairs at least, and how many such pairs are known.
    level : str
        Of a sole organization the lightest level of the scale, where most of its ties are no closer; else blank.
    steers : bool or None
        Whether a sole organization sits on steering; None where that is not known.
    """

    layer: str
    sector: str
    other: str
    within: Made
    across: Made
    directed: bool
    organizations: tuple[str, ...] = ()
    through: int = 0
    untied: int = 0
    level: str = ""
    steers: bool | None = None


def between_sectors(partnership: Partnership, findings: Sequence[Finding], wave: str) -> Between | None:
    """Find the two sectors, and who stands between them; for the backbone alone, since it names an organization.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of that wave, corrected together.
    wave : str
        The wave.

    Returns
    -------
    Between or None
        None where no sector is named for its many ties within, or works with all others well enough.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> between_sectors(Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1") is None
    True
    """
    finding = next(iter(with_role(findings, "sector pairs")), None)
    if finding is None or finding.table is None or finding.in_words or _fallen(finding):
        return None
    graph = partnership.graph(wave)
    layer = graph.layer(finding.scope.layers[0], finding.scope.ties or "reported")
    sizes = np.bincount(layer.sector_codes, minlength=len(layer.sectors))
    large = [code for code in range(len(sizes)) if sizes[code] >= FEWEST and layer.sectors[code] != NO_SECTOR]
    own = [row for row in finding.table.rows if row["from_sector"] == row["to_sector"] and row["verdict"] == "more"]
    codes = {layer.sectors[code]: code for code in large}
    own = [row for row in own if row["from_sector"] in codes]
    if not own:
        return None
    sector = codes[str(clearest_of(own, "observed")["from_sector"])]
    usual = _across_all(layer)
    pairs = [(made, code) for code in large if code != sector and (made := _across(layer, sector, code))]
    if usual is None or not pairs:
        return None
    across, other = min(pairs, key=lambda pair: (pair[0].share, pair[1]))
    within = _within(layer, sector)
    if within is None or across.share > HARDLY * usual:
        return None
    two = Between(layer.name, layer.sectors[sector], layer.sectors[other], within, across, layer.directed)
    reports = graph.layer(layer.name)
    between, through, untied = _standing_between(reports, two, graph.backbone)
    names = tuple(reports.organizations[index] for index in between)
    if not 1 <= len(names) <= MOST_NAMED:
        return two
    two = replace(two, organizations=names, through=through, untied=untied)
    if len(names) > 1:
        return two
    level = _mostly_lightest(reports, between[0], graph)
    return replace(two, level=level, steers=_steers(names[0], graph, partnership))


def _fallen(finding: Finding) -> bool:
    """Whether what it claims did not survive the correction with the other tests of its report."""
    return finding.reading is not None and finding.reading.among_tests > 0


def _within(layer: Layer, sector: int) -> Made | None:
    part = layer.subset(layer.sector_codes == sector)
    return Made(part.n_ties, part.n_dyads) if part.n_dyads else None


def _across(layer: Layer, sector: int, other: int) -> Made | None:
    """Between two sectors either way; None where too little is known."""
    parts = [layer.subset(np.isin(layer.sector_codes, codes)) for codes in ([sector, other], [sector], [other])]
    ties, known = (
        getattr(parts[0], name) - getattr(parts[1], name) - getattr(parts[2], name) for name in ("n_ties", "n_dyads")
    )
    return Made(ties, known) if known >= FEWEST_KNOWN else None


def _across_all(layer: Layer) -> float | None:
    """The share that all pairs of sectors make of their possible ties."""
    known = layer.n_dyads - layer.n_dyads_within
    return float(layer.n_ties - np.trace(layer.mixing)) / known if known else None


def _standing_between(reports: Layer, two: Between, backbone: str | None) -> tuple[list[int], int, int]:
    """Who works with both sides of half or more of the untied pairs, of how many at least, and of how many known."""
    sides = [np.flatnonzero(reports.sector_codes == reports.sectors.index(name)) for name in (two.sector, two.other)]
    first, second = (ends.ravel() for ends in np.meshgrid(*sides, indexing="ij"))
    tied = (reports.adjacency + reports.adjacency.T).tocsc()
    of_first, of_second = (tied[:, side].toarray() > 0 for side in sides)
    known = reports.observes(first, second)
    if reports.directed:
        known &= reports.observes(second, first)
    untied = known.reshape(len(sides[0]), len(sides[1])) & ~of_second[sides[0]]
    through = ((of_first.astype(np.intp) @ untied.astype(np.intp)) * of_second).sum(axis=1)
    through[np.concatenate(sides)] = 0
    through[[name == backbone for name in reports.organizations]] = 0
    pairs = int(untied.sum())
    least = max(MOST_PAIRS * pairs, 1)
    between = sorted(np.flatnonzero(through >= least).tolist(), key=lambda index: -int(through[index]))
    return between, min((int(through[index]) for index in between), default=0), pairs


def _mostly_lightest(reports: Layer, organization: int, graph: PartnerGraph) -> str:
    """The lightest level, where more than half of an organization's ties of known level have it."""
    levels = levels_of(graph.layers[reports.name])
    if len(levels) < 2:
        return ""
    coo = reports.strength.tocoo()
    its = level_of(coo.data[(coo.row == organization) | (coo.col == organization)].astype(float), levels)
    known = its[its >= 0]
    return levels[0].name if len(known) and 2 * (known == 0).sum() > len(known) else ""


def _steers(name: str, graph: PartnerGraph, partnership: Partnership) -> bool | None:
    """Whether an organization sits on steering; not known where answers alone say who does and it gave none."""
    seats = graph["affiliations"]
    steering = steering_seats(seats, partnership)
    if steering is None or steering.empty:
        return None
    if (steering["organization"] == name).any():
        return True
    listed = bool((steering["source"] == "list").all())
    return False if listed or graph.answered[graph.names.index(name)] else None
