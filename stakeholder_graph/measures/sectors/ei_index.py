"""The E-I index: whether ties run across sectors or stay within them."""

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._columns import SECTOR
from stakeholder_graph.measures._declaration import Chart, LabelPermutation
from stakeholder_graph.measures._needs import TIES, TWO_SECTORS
from stakeholder_graph.measures._per_dyad import across_less_within
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.sectors._two_nulls import larger_p
from stakeholder_graph.model.finding import LEVEL, Finding, Interval, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

EXTERNAL = Column("external", N_("To other sectors"), "count")
INTERNAL = Column("internal", N_("Within the sector"), "count")
INDEX = Column("ei_index", N_("Index from −1 to 1"), "index")


def of_mixing(mixing: NDArray[np.number]) -> NDArray[np.float64]:
    """(E - I) / (E + I) of mixing matrices, shape (..., S, S) to (...); NaN without ties.

    Parameters
    ----------
    mixing : ndarray, shape (..., S, S)
        Counts of ties from each sector to each.

    Returns
    -------
    ndarray of float, shape (...)
        From -1 to 1.

    Examples
    --------
    >>> float(of_mixing(np.array([[3, 1], [0, 0]])))
    -0.5
    """
    internal = np.trace(mixing, axis1=-2, axis2=-1)
    ties = mixing.sum(axis=(-2, -1))
    with np.errstate(invalid="ignore"):
        return np.asarray((ties - 2.0 * internal) / ties)


def expected(layer: Layer) -> float:
    """The exact mean of the index under the label null; NaN without ties.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From -1 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(expected(layer), 4)
    0.3333
    """
    return 1 - 2 * float(np.trace(expected_mixing(layer))) / layer.n_ties if layer.n_ties else float("nan")


def of_layer(layer: Layer) -> float:
    """The index of a whole layer.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From -1 to 1, or NaN.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(4)
    >>> nx.set_node_attributes(path, {0: "x", 1: "x", 2: "y", 3: "y"}, "sector")
    >>> layer = from_networkx(path).layer("collaboration")
    >>> round(of_layer(layer), 4)
    -0.3333
    """
    return float(of_mixing(layer.mixing))


def _attainable(layer: Layer) -> Interval:
    """The least and the greatest index that this number of ties can have on the observed dyads."""
    inside = layer.n_dyads_within
    ties = layer.n_ties
    most, least = min(ties, layer.n_dyads - inside), max(0, ties - inside)
    return (2 * least - ties) / ties, (2 * most - ties) / ties


def _sent(layer: Layer) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """External and internal ties of each organization: those it sent, or all it has where undirected.

    Returns
    -------
    pair of ndarray of float, shape (n,)
        NaN for an organization that did not answer.
    """
    senders, receivers = layer.edge_index
    if not layer.directed:
        senders, receivers = np.append(senders, receivers), np.append(receivers, senders)
    across = layer.sector_codes[senders] != layer.sector_codes[receivers]
    counts = [np.bincount(senders[side], minlength=layer.n).astype(float) for side in (across, ~across)]
    for count in counts:
        count[~layer.answered] = np.nan
    return counts[0], counts[1]


def _index(external: NDArray[np.float64], internal: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore", divide="ignore"):
        return (external - internal) / (external + internal)


def _by_sector(layer: Layer) -> Table:
    """External ties leave the sector, internal ones stay; an undirected internal tie counts once."""
    mixing = layer.mixing if layer.directed else layer.mixing + np.triu(layer.mixing, 1).T
    internal = np.diag(mixing).astype(float)
    external = mixing.sum(axis=1) - internal
    silent = np.bincount(layer.sector_codes[layer.answered], minlength=len(layer.sectors)) == 0
    internal[silent] = external[silent] = np.nan
    index = _index(external, internal)
    cells = {SECTOR: layer.sectors, EXTERNAL: external, INTERNAL: internal, INDEX: index}
    return Table.of(cells, Disclosure.SECTOR)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.test is None:
        return None
    chance, stands = finding.test.expected, (larger_p(finding) or 0) <= LEVEL
    low, high = finding.range or (finding.value, finding.value)
    # What was reported may lie outside the range.
    low, high = min(low, finding.value), max(high, finding.value)
    if stands and high < chance:
        inside = {"inside": _within(finding.value), "chance": _within(chance)}
        return Message("within", inside, "concern")
    across = {"across": _across(finding.value), "chance": _across(chance)}
    if finding.test.p > LEVEL:
        return Message("as_chance", across)
    if not stands:
        return Message("near_partners", across, "unknown")
    return Message("close", across, "unknown") if low <= chance else Message("across", across, "strength")


def _across(index: float) -> int:
    """Of 100 ties, how many cross sectors."""
    return round(50 * (1 + index))


def _within(index: float) -> int:
    """Of 100 ties, how many stay within a sector."""
    return 100 - _across(index)


def _displayed(finding: Finding, index: float) -> float:
    """Whichever of the two the sentence counts."""
    reading = _reading(finding)
    return _within(index) if reading and reading.id == "within" else _across(index)


@measure(
    section="silos",
    page="silos",
    on_map="sectors",
    title=N_("Connections across sectors and within them"),
    question=N_("Do organizations work across sectors, or mostly within their own?"),
    how_to_read=N_(
        "Read it beside what chance would give: with a few large sectors even ties made at random stay within more "
        "often. In the tables the index runs from −1, every tie stays within the sector, to +1, every tie leaves it."
    ),
    formula=N_(
        "(E - I) / (E + I), E ties across sectors, I ties within; where ties have a direction each mention counts. "
        "Expectation with the labels dealt out at random "
        "among those who answered and apart among the others: 1 - 2 E[I] / m; where people were asked about different "
        "partners, who was asked about whom stays, and E[I] is what the ties would give on the pairs asked about. "
        "Rescaled linearly to what these sector sizes and this number of ties allow. That ties run within sectors or "
        "across is said where ties rewired with all degrees and reciprocity kept give p at most .05, too; page one "
        "rests on the larger p of the two."
    ),
    undefined=N_("Without ties, or with one sector."),
    unit=N_("index"),
    bounds=(-1, 1),
    references=(
        "Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental "
        "simulation. Social Psychology Quarterly, 51(2), 123-140.",
    ),
    messages={
        "low_end": N_("all within a sector"),
        "high_end": N_("all across sectors"),
        "displayed": N_("{value} of 100 connections"),
        "displayed_mentions": N_("{value} of 100 mentions"),
        "compared": N_("{value} of 100 connections across sectors"),
        "compared_mentions": N_("{value} of 100 mentions across sectors"),
        "changed": N_(
            "Among the {panel} who answered both times, {before} of 100 connections crossed sectors, and now {after} "
            "do."
        ),
        "changed_mentions": N_(
            "Among the {panel} who answered both times, {before} of 100 mentions crossed sectors, and now {after} do."
        ),
        "within_mentions": N_(
            "Organizations keep to their own sector more than they would by luck: {inside} of 100 mentions "
            "stay within a sector; if sector made no difference, {chance}."
        ),
        "across_mentions": N_(
            "Organizations reach across sectors: {across} of 100 mentions cross sectors; if sector made no "
            "difference, {chance}."
        ),
        "as_chance_mentions": N_(
            "Mentions cross sectors about as often as if sector made no difference: {across} of 100; that "
            "would give {chance}."
        ),
        "close_mentions": N_(
            "Too close to call: {across} of 100 mentions cross sectors, {chance} if sector made no difference, "
            "and those who have not answered yet could turn it either way."
        ),
        "within": N_(
            "Organizations keep to their own sector more than they would by luck: {inside} of 100 connections "
            "stay within a sector; if sector made no difference, {chance}."
        ),
        "across": N_(
            "Organizations reach across sectors: {across} of 100 connections cross sectors; if sector made no "
            "difference, {chance}."
        ),
        "as_chance": N_(
            "Connections cross sectors about as often as if sector made no difference: {across} of 100; that "
            "would give {chance}."
        ),
        "near_partners": N_(
            "Too close to call: {across} of 100 connections cross sectors, {chance} if sector made no "
            "difference, but the difference could be owed to how many partners some organizations have with "
            "anyone."
        ),
        "close": N_(
            "Too close to call: {across} of 100 reported connections cross sectors, {chance} if sector made no "
            "difference, and those who have not answered yet could turn it either way."
        ),
    },
    reading=_reading,
    claims=("within", "across"),
    needs=(TWO_SECTORS, TIES),
    headline=True,
    headline_p=larger_p,
    on_lines=True,
    whole_network=True,
    chart=Chart("across"),
    questions=(
        N_("Which work within a sector is just right, and where does it cost us that we do not talk across sectors?"),
        N_("Which two sectors would gain most from one shared meeting?"),
    ),
    statistic=of_layer,
    per_dyad=across_less_within,
    displayed=_displayed,
    null=LabelPermutation(statistic=lambda layer, mixing: of_mixing(mixing), expected=expected, inside_alone=True),
    group=True,
)
def ei_index(layer: Layer) -> Measured:
    """Measure whether ties run across sectors or stay within them.

    Parameters
    ----------
    layer : Layer
        With at least two sectors and one tie.

    Returns
    -------
    Measured
        `value` is (E - I) / (E + I), and `quotient` both; `rescaled` says what these sector sizes allow. `table` has
        organization, sector, external, internal, ei_index, and ``tables["by_sector"]`` the same by sector: ties sent
        where directed, else all ties of an organization. None for those who did not answer and for those without ties.

    Notes
    -----
    Null model: sectors permuted among those who answered and, separately, among the others; ties and who was asked
    about whom stay. The second null model rewires ties with all degrees kept. Where one sector is merely more active,
    without keeping to itself, labels alone reject in about a tenth of networks; so both have to.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> pairs = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    >>> nx.set_node_attributes(pairs, {"a": "x", "b": "x", "c": "x", "d": "y"}, "sector")
    >>> ei_index(from_networkx(pairs).layer("collaboration")).value
    -0.5
    """
    external, internal = _sent(layer)
    cells = {EXTERNAL: external, INTERNAL: internal, INDEX: _index(external, internal)}
    value, (low, high) = of_layer(layer), _attainable(layer)
    return Measured(
        value,
        organization_table(layer, cells),
        {"by_sector": _by_sector(layer)},
        attainable=(low, high),
        rescaled=2 * (value - low) / (high - low) - 1 if high > low else None,
        quotient=Quotient(layer.n_ties - 2 * int(np.trace(layer.mixing)), layer.n_ties),
    )
