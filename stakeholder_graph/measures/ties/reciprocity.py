"""Reciprocity: how often a tie that one side names is named by the other."""

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._needs import DIRECTION
from stakeholder_graph.measures._per_dyad import share_returned
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Interval, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

VARIANT = Column("variant", N_("Counted by"), "term")
RECIPROCITY = Column("reciprocity", N_("Connections named by both"), "index")


def returned_counts(layer: Layer) -> tuple[int, int]:
    """Count ties whose pair is observed from both ends, and those of them that are returned.

    Parameters
    ----------
    layer : Layer
        Directed.

    Returns
    -------
    tuple of int
        How many ties, and how many of these.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
    >>> returned_counts(layer)
    (3, 2)
    """
    if layer.complete:
        return layer.n_ties, int(layer.returned.sum())
    return int(layer.return_observed.sum()), int((layer.return_observed & layer.returned).sum())


def returned_share(layer: Layer) -> float:
    """Share of ties that are returned, among pairs observed from both ends; NaN without any.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> layer = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).layer("collaboration")
    >>> round(returned_share(layer), 3)
    0.667
    """
    if not layer.directed:
        return float("nan")
    ties, returned = returned_counts(layer)
    return returned / ties if ties else float("nan")


def certain(layer: Layer) -> Interval | None:
    """The least and the greatest share of returned ties, whatever those who have not answered would say.

    Parameters
    ----------
    layer : Layer
        Directed; else None.

    Returns
    -------
    tuple of float, or None
        Least: nothing that was not asked is returned, and every other dyad that was not observed is a tie of its own.
        Greatest: everything is returned. None where not one tie is possible.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> certain(from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)])).layer("collaboration"))
    (0.6666666666666666, 0.6666666666666666)
    """
    if not layer.directed:
        return None
    ties, returned = returned_counts(layer)
    # Ties the other side of which is open; pairs open on both sides, and on one.
    halves = layer.n_ties - ties
    unobserved = layer.n_possible_dyads - layer.n_dyads
    both_open = layer.n_possible_dyads // 2 - _pairs_known(layer)
    one_open = unobserved - 2 * both_open
    least = ties + halves + (one_open - halves) + both_open
    most = ties + 2 * halves + 2 * both_open
    if not most and not least:
        return None
    low = returned / least if least else 0.0
    return low, (returned + 2 * halves + 2 * both_open) / most if most else 0.0


def _pairs_known(layer: Layer) -> int:
    """Unordered pairs observed from at least one end."""
    return layer.n_dyads - layer.observed.mutual_count()


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    low = finding.range[0] if finding.range else finding.value
    fields = {"of_hundred": round(100 * finding.value)}
    # A reader counts pairs: of these as many are named by both sides as low / (2 - low).
    return Message("mutual", fields, "strength") if low / (2 - low) >= 0.5 else Message("returned", fields)


@measure(
    section="network",
    page="network",
    title=N_("Connections named by both"),
    question=N_("When one organization names another, does the other name it too?"),
    guess=N_("Of 100 times that one of us mentions another, how often does the other mention it, too?"),
    how_to_read=N_(
        "A tie named by one side only is not an error: it may be a larger organization that is named by many, or a tie "
        "that one side values more."
    ),
    formula=N_(
        "Arcs: returned mentions / mentions, over pairs where both answered. Beside it by dyads: pairs with both / "
        "pairs with at least one."
    ),
    undefined=N_("Where ties have no direction, or no tie runs between two organizations that both answered."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Wasserman, S., & Faust, K. (1994). Social Network Analysis, ch. 13. Cambridge University Press.",
        "Hanneman, R. A., & Riddle, M. (2005). Introduction to Social Network Methods, ch. 8.",
    ),
    messages={
        "changed": N_(
            "Among the {panel} who answered both times, partners returned {before} of all mentions, and now {after}."
        ),
        "low_end": N_("none named by both"),
        "high_end": N_("all named by both"),
        "mutual": N_(
            "Most connections are seen from both sides: of 100 mentions {of_hundred} are returned, since the "
            "other side names the one that mentions it."
        ),
        "returned": N_("Of 100 mentions {of_hundred} are returned: the other side names the one that mentions it."),
        "no_direction": N_("Connections have no direction here, so none can be returned."),
        "no_pairs": N_("No connection runs between two organizations that both answered."),
    },
    reading=_reading,
    needs=(DIRECTION,),
    among_answered=True,
    whole_network=True,
    questions=(N_("Where do we see a connection differently from our partner, and what would each side change?"),),
    where_limited="withheld",
    statistic=returned_share,
    per_dyad=share_returned,
    certain=certain,
)
def reciprocity(layer: Layer) -> Measured:
    """Measure how many ties are returned, among pairs where both sides answered.

    Parameters
    ----------
    layer : Layer
        Directed; else undefined.

    Returns
    -------
    Measured
        `value` counts arcs; `tables["variants"]` has variant ("arcs", "dyads") and reciprocity.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> there_and_back = from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)]))
    >>> round(reciprocity(there_and_back.layer("collaboration")).value, 4)
    0.6667
    """
    ties, returned = returned_counts(layer)
    if not ties:
        return Measured(None, caveats=[Message("no_pairs")])
    arcs, dyads = returned / ties, returned / (2 * ties - returned)
    variants = {VARIANT: [N_("arcs"), N_("dyads")], RECIPROCITY: [arcs, dyads]}
    return Measured.of(Quotient(returned, ties), tables={"variants": Table.of(variants, Disclosure.NETWORK)})
