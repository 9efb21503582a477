"""What is withheld: values that a limit on names distorts, and ranges that would not tell what they seem to.

Four rules, stated here and nowhere else. Where a fifth of the respondents or more named as many as they were allowed,
what is observed is a biased sample of ties. Where half or more did, what imputations learn from is the other half,
which has fewer ties: no range is drawn from them. Where the organization that is named most has not answered, no
imputation knows how many ties it has, and measures that hang on the largest of all cannot be drawn. A range that is
wider than half of its estimate, or than a quarter of the scale of an index that can be negative, tells too little to be
printed, unless it says that there are hardly any: from none to a tenth of the scale, or to a count of two.
"""

from dataclasses import replace

import numpy as np

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.model.finding import Finding, Interval, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Disclosure
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.survey_response import NameLimit, name_limit

#: A limit on names is reached by many if so large a share of those who had one named as many.
MANY = 0.2
#: No range is drawn if so large a share of those who had a limit named as many: the rest has fewer ties.
MOST_LIMITED = 0.5
#: What begins with none and ends here says that there are hardly any: as a share of the scale, and as a count.
HARDLY_ANY, HARDLY_ANY_COUNTED = 0.1, 2.0
#: The widest range that is printed, as a share of the estimate, and of the scale where it reaches below 0.
WIDEST, WIDEST_OF_SCALE = 0.5, 0.25


def under_limit(info: MeasureInfo, context: StudyContext) -> Measured | None:
    """What a measure says where a limit on names is reached by many.

    Parameters
    ----------
    info : MeasureInfo
        It declares whether its value is then withheld, estimated, or as observed.
    context : StudyContext
        One layer.

    Returns
    -------
    Measured or None
        None where the measure is computed as it always is.
    """
    if info.where_limited is None:
        return None
    limit = name_limit(context.graph, context.name)
    if limit is None or limit.reached < MANY * limit.respondents:
        return None
    fields = _reached(limit)
    withheld = Measured(None, caveats=[Message("limit_withheld", fields)])
    if info.where_limited == "withheld" or not context.layer.directed:
        return withheld
    drawn = info.where_limited(context.layer, context.settings.draws, context.settings.seed)
    if drawn.estimate is None:
        return Measured(None, caveats=[Message(drawn.reason or "limit_withheld", fields)])
    return Measured(
        drawn.estimate,
        estimate=drawn.estimate,
        range_like=drawn.range_like,
        range=drawn.range,
        caveats=[Message("limit_estimated", fields)],
        quotient=Quotient(drawn.estimate * context.layer.n_possible_dyads, context.layer.n_possible_dyads),
    )


def _reached(limit: NameLimit) -> dict[str, Cell]:
    return {"reached": limit.reached, "respondents": limit.respondents}


def limit_unsettled(finding: Finding, context: StudyContext) -> Finding:
    """The finding without a range where half or more of those who had a limit on names named as many.

    Parameters
    ----------
    finding : Finding
        With its range.
    context : StudyContext
        Its layer.

    Returns
    -------
    Finding
        As it was where fewer reached the limit, or there is none. An estimate that a measure makes for such lists stays
        beside its value; one that is imputed goes with its range.
    """
    limit = name_limit(context.graph, context.name) if context.limited and finding.range is not None else None
    if limit is None or limit.reached < MOST_LIMITED * limit.respondents:
        return finding
    caveats = tuple(caveat for caveat in finding.caveats if caveat.id not in ("outside_range", "limited_names"))
    estimate = finding.value if any(caveat.id == "limit_estimated" for caveat in caveats) else None
    why = Message("limit_unsettled", _reached(limit))
    return replace(finding, estimate=estimate, range_like=None, range=None, caveats=(*caveats, why))


def silent_hubs(layer: Layer) -> tuple[str, ...]:
    """Name the organizations that are named most, of those that have not answered.

    Parameters
    ----------
    layer : Layer
        As reported.

    Returns
    -------
    tuple of str
        All than whom nobody is named by more, in the order of the roster; empty where all of these have answered, or
        nobody is named.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> silent_hubs(from_networkx(nx.star_graph(4)).layer("collaboration"))
    ()
    """
    senders, receivers = layer.edge_index
    named = np.bincount(receivers, minlength=layer.n)
    if not layer.directed:
        named = named + np.bincount(senders, minlength=layer.n)
    if layer.answered.all() or not named.any():
        return ()
    return tuple(layer.organizations[hub] for hub in np.flatnonzero((named == named.max()) & ~layer.answered))


def hub_unsettled(info: MeasureInfo, finding: Finding, context: StudyContext) -> Finding | None:
    """The finding without a range where it hangs on an organization that has not answered; None where it does not."""
    hubs = silent_hubs(context.reports) if info.hangs_on_largest else ()
    if not hubs:
        return None
    why = Message("hub_silent", {"organization": hubs[0]}, discloses=Disclosure.PAIR)
    return replace(finding, estimate=None, range_like=None, range=None, caveats=(*finding.caveats, why))


def too_wide(interval: Interval, estimate: float, bounds: tuple[float | None, float | None]) -> bool:
    """Whether a range tells too little to be printed.

    Parameters
    ----------
    interval : tuple of float
        The range.
    estimate : float
        Its middle.
    bounds : tuple of (float or None)
        Of the measure.

    Returns
    -------
    bool

    Examples
    --------
    >>> too_wide((0.07, 0.15), 0.15, (0, 1)), too_wide((0.13, 0.17), 0.15, (0, 1)), too_wide((-0.1, 0.1), 0.0, (-1, 1))
    (True, False, False)
    >>> too_wide((0, 2), 0, (0, None)), too_wide((0, 0.08), 0.02, (0, 1)), too_wide((0, 3), 1, (0, None))
    (False, False, True)
    """
    low, high = bounds
    width = interval[1] - interval[0]
    if low is not None and low >= 0:
        hardly_any = HARDLY_ANY_COUNTED if high is None else HARDLY_ANY * (high - low)
        return width > WIDEST * abs(estimate) and not (interval[0] == low and width <= hardly_any)
    # Without a lower bound an index falls as far below 0 as it rises above.
    scale = (high if high is not None else abs(estimate)) - (low if low is not None else -(high or abs(estimate)))
    return width > WIDEST_OF_SCALE * scale


def unless_too_wide(info: MeasureInfo, finding: Finding) -> Finding:
    """The finding with its reading, and without its range where that is too wide to tell anything."""
    reading, plain = info.reading(finding), without_wide_range(finding)
    if plain is finding:
        return replace(finding, reading=reading)
    text = info.messages.get(reading.id, "") if reading else ""
    # What is said rests on the range all the same; only its ends are not said.
    return replace(plain, reading=info.reading(plain) if "{low}" in text or "{high}" in text else reading)


def without_wide_range(finding: Finding) -> Finding:
    """The finding without its range where that is too wide to tell anything; else as it is.

    Parameters
    ----------
    finding : Finding
        With its range, if it has one.
    """
    middle = finding.estimate if finding.estimate is not None else finding.value
    if finding.range is None or middle is None or not too_wide(finding.range, middle, finding.bounds):
        return finding
    caveats = tuple(caveat for caveat in finding.caveats if caveat.id != "outside_range")
    return replace(finding, range_like=None, range=None, caveats=(*caveats, Message("too_few_to_tell")))
