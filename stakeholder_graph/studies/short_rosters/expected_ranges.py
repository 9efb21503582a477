"""What short questionnaires would settle: how wide ranges would be, by planting and masking.

What those who have not answered would say is drawn as for every range. Each drawn network is then taken for the truth:
of it the short answers are revealed and the rest is imputed again. How wide the ranges are then, on average, is what to
expect [1]_.

References
----------
.. [1] Silvia, P. J., Kwapil, T. R., Walsh, M. A., & Myin-Germeys, I. (2014). Planned missing-data designs in
   experience-sampling research. Behavior Research Methods, 46(1), 41-54.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from stakeholder_graph.graph import Layer, Partnership
from stakeholder_graph.inference.imputation.impute import ranges
from stakeholder_graph.measures._registry import MeasureInfo, find_measure
from stakeholder_graph.model.finding import Interval, Ties
from stakeholder_graph.studies.context import MeasureSettings, StudyContext, of_known_sector
from stakeholder_graph.studies.in_common.known_ties import open_layers
from stakeholder_graph.studies.short_rosters.planting import planted_widths
from stakeholder_graph.studies.withheld import under_limit

#: What page one tells most often, and what takes milliseconds to compute.
MEASURED = ("density", "reciprocity", "ei_index", "transitivity")
#: So many drawn networks are taken for the truth in turn; fewer of more organizations than `MANY`, which take long.
PLANTED, OF_MANY, MANY = 5, 2, 100


@dataclass(frozen=True, slots=True)
class ExpectedRange:
    """How wide the range of a measure is, and would be on average.

    Parameters
    ----------
    name : str
        Of the measure.
    now : interval or None
        Its range as it is.
    short, fewer : float or None
        How wide it would be if everybody who has not answered did, in short; and if as many did in full as have time
        for it in the minutes that the short answers take together.
    whole : float or None
        How wide it would be if all of them answered in full.
    """

    name: str
    now: Interval | None
    short: float | None
    fewer: float | None
    whole: float | None


@dataclass(frozen=True, slots=True)
class ExpectedRanges:
    """What to expect of short questionnaires.

    Parameters
    ----------
    wave, layer : str
        The round, and the first kind of tie that everybody was asked about.
    ranges : tuple of ExpectedRange
    fewer : int
        How many answer in full in as many minutes.
    not_known : tuple of int
        Pairs of which neither side has said anything: as it is, after the short answers, and where fewer answer in
        full (on average).
    reason : str or None
        Id of the message that says why nothing can be expected.
    """

    wave: str
    layer: str
    ranges: tuple[ExpectedRange, ...] = ()
    fewer: int = 0
    not_known: tuple[int, ...] = ()
    reason: str | None = None


def expected_ranges(
    partnership: Partnership,
    rosters: Mapping[str, Collection[str]],
    *,
    fewer: int,
    wave: str | None = None,
    settings: MeasureSettings,
    planted: int | None = None,
) -> ExpectedRanges:
    """Say how wide ranges would be after short answers.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    rosters : mapping of str to collection of str
        By organization that is asked, about whom; names that the wave lacks are left out.
    fewer : int
        How many would answer in full in as many minutes; who, is drawn by lot.
    wave : str, optional
        A round of the survey; the latest by default.
    settings : MeasureSettings
        How ties are counted, how many imputations are drawn, and the seed.
    planted : int, optional
        How many networks are taken for the truth; by default as many as take seconds.

    Returns
    -------
    ExpectedRanges

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.gnp_random_graph(14, 0.3, seed=1, directed=True))
    >>> ours = Partnership("Ours", {"1": graph})
    >>> expected_ranges(ours, {}, fewer=0, settings=MeasureSettings(draws=20)).ranges[0].whole
    0.0
    """
    graph = partnership.graph(wave)
    kind = next(iter(open_layers(graph)), "")
    if not kind:
        return ExpectedRanges(graph.wave.name, "", reason="nothing_observed")
    context = StudyContext(partnership, graph, kind, settings)
    layer, drawn = context.reports, context.imputations
    if drawn.reason:
        return ExpectedRanges(graph.wave.name, kind, reason=drawn.reason)
    place = {organization: number for number, organization in enumerate(layer.organizations)}
    about = np.zeros((layer.n, layer.n), dtype=bool)
    for organization, others in rosters.items():
        if organization in place:
            about[place[organization], [place[other] for other in others if other in place]] = True
    planted = planted or (PLANTED if layer.n <= MANY else OF_MANY)
    statistics = _statistics(context)
    now = {name: ranges(drawn, value_of).range for name, value_of in statistics.items()}
    then = planted_widths(drawn, about, fewer, statistics, draws=settings.draws, planted=planted, seed=settings.seed)
    rows = tuple(
        ExpectedRange(name, now[name], then.short[name], then.fewer[name], then.whole[name]) for name in statistics
    )
    return ExpectedRanges(graph.wave.name, kind, rows, fewer, then.not_known)


def _statistics(context: StudyContext) -> dict[str, Callable[[Layer], float]]:
    """What computes each measure, but for those that a limit on names distorts, or that need a direction."""
    chosen: dict[str, Callable[[Layer], float]] = {}
    for info in map(find_measure, MEASURED):
        if info.statistic is None or under_limit(info, context) is not None:
            continue
        if info.function(context.grouped if info.group else context.layer).value is None:
            continue
        chosen[info.name] = partial(_value, info, context.settings.ties)
    return chosen


def _value(info: MeasureInfo, ties: Ties, completed: Layer) -> float:
    assert info.statistic is not None
    counted = completed.with_ties(ties)
    return float(info.statistic(of_known_sector(counted) if info.group else counted))
