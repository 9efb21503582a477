"""Density: how many of the ties that could be there are there."""

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.censored_out_degrees import density_under_limit
from stakeholder_graph.measures._needs import OBSERVED_DYADS
from stakeholder_graph.measures._per_dyad import share_tied
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Interval, Measured, Message, Quotient
from stakeholder_graph.text import N_


def share_of_dyads(layer: Layer) -> float:
    """Ties over observed dyads; NaN where none is observed.

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
    >>> layer = from_networkx(nx.path_graph(4)).layer("collaboration")
    >>> share_of_dyads(layer)
    0.5
    """
    return layer.n_ties / layer.n_dyads if layer.n_dyads else float("nan")


def certain(layer: Layer) -> Interval | None:
    """The share if no dyad that was not observed is a tie, and if each is; None where there is no dyad at all.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    tuple of float, or None
        The least and the greatest share.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> certain(from_networkx(nx.path_graph(3)).layer("collaboration"))  # all is observed: 2 of 3
    (0.6666666666666666, 0.6666666666666666)
    """
    if not layer.n_possible_dyads:
        return None
    most = layer.n_ties + layer.n_possible_dyads - layer.n_dyads
    return layer.n_ties / layer.n_possible_dyads, most / layer.n_possible_dyads


def _of_hundred(share: float) -> int | float:
    """How many of 100; where that would be none though there are some, two digits of what it is."""
    return round(100 * share) or float(f"{100 * share:.2g}")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return Message("undefined", tone="unknown")
    if not finding.value and not (finding.range and finding.range[1]):
        return Message("none")
    low, high = finding.range or (finding.value, finding.value)
    estimated = any(caveat.id == "limit_estimated" for caveat in finding.caveats)
    fields = {"of_hundred": _of_hundred(finding.value), "low": _of_hundred(low), "high": _of_hundred(high)}
    if estimated:
        return Message("estimated_between" if fields["low"] != fields["high"] else "estimated", fields)
    return Message("ties_between" if fields["low"] != fields["high"] else "ties", fields)


@measure(
    section="network",
    page="network",
    role="number of ties",
    title=N_("How many connections there are"),
    question=N_("Of all the connections that could be there, how many are?"),
    how_to_read=N_(
        "A tie costs time: more is not better. Compare it with what the partnership needs, and with itself a year "
        "later among those who answered both times."
    ),
    how_to_read_copy=N_(
        "A tie costs time: more is not better. Compare it with what the partnership needs. A tie that nobody has "
        "reported yet has no line."
    ),
    formula=N_(
        "Ties / observed dyads; where ties have a direction each mention counts, on ordered pairs. Dyads that were not "
        "answered are in neither. Where a fifth of the respondents or more "
        "named as many as they were allowed: estimated from how many each named, by a beta-binomial distribution "
        "fitted with those at the limit censored."
    ),
    undefined=N_("Where no dyad is observed."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Wasserman, S., & Faust, K. (1994). Social Network Analysis, p. 101 and 129. Cambridge University Press.",
        "Skellam, J. G. (1948). A probability distribution derived from the binomial distribution by regarding the "
        "probability of success as variable between the sets of trials. Journal of the Royal Statistical Society B, "
        "10(2), 257-261.",
    ),
    messages={
        "low_end": N_("no connections"),
        "high_end": N_("every connection there could be"),
        "ties": N_("Of 100 connections that could be there, {of_hundred} are."),
        "ties_on_lines": N_("Of 100 lines that could be on the map, {of_hundred} are drawn."),
        "ties_between": N_(
            "Of 100 pairs that were asked about, {of_hundred} are connected; with everyone's answers it would "
            "likely be from {low} to {high}."
        ),
        "estimated": N_(
            "Of 100 connections that could be there, about {of_hundred} are: an estimate, since many "
            "respondents named as many as they were allowed."
        ),
        "estimated_between": N_(
            "Of 100 connections that could be there, about {of_hundred} are, likely from {low} to {high}: "
            "an estimate, since many respondents named as many as they were allowed."
        ),
        "ties_mentions": N_("Of 100 partners that organizations were asked about, they mention {of_hundred}."),
        "ties_between_mentions": N_(
            "Of 100 partners that organizations were asked about, they mention {of_hundred}; with everyone's answers "
            "it would likely be from {low} to {high}."
        ),
        "estimated_mentions": N_(
            "Of 100 partners that organizations could mention, they would mention about {of_hundred}: an estimate, "
            "since many respondents named as many as they were allowed."
        ),
        "estimated_between_mentions": N_(
            "Of 100 partners that organizations could mention, they would mention about {of_hundred}, likely from "
            "{low} to {high}: an estimate, since many respondents named as many as they were allowed."
        ),
        "none": N_("No connections are reported."),
        "none_on_lines": N_("No line is drawn on the map."),
        "undefined": N_("Nothing was answered that this could be read from."),
    },
    reading=_reading,
    needs=(OBSERVED_DYADS,),
    says_of_no_ties=True,
    whole_network=True,
    questions=(N_("Which connections are worth the time they take, and which could rest?"),),
    statistic=share_of_dyads,
    per_dyad=share_tied,
    where_limited=density_under_limit,
    certain=certain,
)
def density(layer: Layer) -> Measured:
    """Measure the share of observed dyads that are ties.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    Measured
        `value` is in [0, 1]; None where nothing is observed.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> density(from_networkx(nx.karate_club_graph()).layer("collaboration")).value
    0.13903743315508021
    """
    return Measured.of(Quotient(layer.n_ties, layer.n_dyads))
