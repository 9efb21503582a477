"""Disparity gaps: how far groups lie apart in the same indicator, and whether the gap closes."""

import math
from collections.abc import Iterator, Sequence

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.rates.gaps import Estimate
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._figures import BLANK, Indicator, Series, indicators_of
from stakeholder_graph.measures.results._gaps import (
    BECAUSE,
    NARROWER,
    NO_DATA,
    SAME,
    VERDICTS,
    WIDER,
    Gap,
    gap_of,
    references,
    shown_figures,
)
from stakeholder_graph.measures.results._periods import in_time, times_of
from stakeholder_graph.measures.results._suppression import Key
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

COLUMNS = (
    Column("indicator", N_("Indicator"), "text"),
    Column("place", N_("Place"), "text"),
    Column("group", N_("Group"), "text"),
    Column("reference", N_("Compared with"), "text"),
    Column("since", N_("First of"), "text"),
    Column("first_gap", N_("Gap then"), "number"),
    Column("until", N_("Latest of"), "text"),
    Column("last_gap", N_("Gap now"), "number"),
    Column("last_low", N_("Gap now, at least"), "number", evaluator=True),
    Column("last_high", N_("Gap now, at most"), "number", evaluator=True),
    Column("change", N_("Change"), "number"),
    Column("change_low", N_("Change, at least"), "number"),
    Column("change_high", N_("Change, at most"), "number"),
    Column("relative", N_("Change as a share of the first gap"), "number"),
    Column("relative_low", N_("That share, at least"), "number", evaluator=True),
    Column("relative_high", N_("That share, at most"), "number", evaluator=True),
    Column("ratio_first", N_("Times as often left behind, then"), "number"),
    Column("ratio_last", N_("Times as often left behind, now"), "number"),
    Column("because", N_("Because"), "term", labels=BECAUSE),
    Column("verdict", N_("What can be said"), "verdict", labels=VERDICTS),
    Column("gone", N_("No gap any more"), "flag"),
)
FIGURES = (
    Column("indicator", N_("Indicator"), "text"),
    Column("place", N_("Place"), "text"),
    Column("group", N_("Group"), "text"),
    Column("reference", N_("Compared with"), "text"),
    Column("period", N_("Period"), "text"),
    Column("at", N_("As a point in time"), "number", evaluator=True),
    Column("value", N_("Value of the group"), "number"),
    Column("other", N_("Value of the other"), "number"),
    Column("n", N_("Of how many"), "count"),
    Column("n_other", N_("Of how many others"), "count"),
    Column("unit", N_("Unit"), "text"),
)


def _reading(finding: Finding) -> Message | None:
    table = finding.table or finding.tables.get("by_place")
    if table is None or finding.value is None:
        return None
    verdicts = [row["verdict"] for row in table.rows]
    counts = {name: verdicts.count(verdict) for name, verdict in zip(_PARTS, (NARROWER, SAME, WIDER), strict=True)}
    return Message("gaps", {"count": sum(counts.values()), **counts})


_PARTS = ("narrower", "same", "wider")


@measure(
    section="results",
    title=N_("Gaps between groups"),
    question=N_("Do the gaps between groups of children or families close?"),
    how_to_read=N_(
        "Each group is compared with one fixed group. A gap can close because the group worse off got better or "
        "because the other got worse: only the first is what anybody wants. In points and as a ratio a gap can move "
        "differently, so both are shown. Numbers of fewer than ten people are left out, and others from which they "
        "could be computed."
    ),
    formula=N_(
        "Gap: the reference group's share less the group's (the reverse where less is better), interval by Newcombe's "
        "hybrid score method; change of the gap by MOVER (Zou & Donner 2008), as a share of the first gap by MOVER for "
        "ratios. Narrower or wider where the change reaches `matters` or, without it, its 95 % interval leaves out 0. "
        "Gone: by the interval, at most as many points as matter either way, and more than that at first. "
        "Ratio: share of the group that misses what is good / the same of the reference. Reference: the group marked "
        "in the list; else the largest of its breakdown or, of two, the one better off at first."
    ),
    undefined=N_("Without figures of two groups in two periods, and where nobody has said which way is good."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of "
        "eleven methods. Statistics in Medicine, 17(8), 873-890.",
        "Zou, G. Y., & Donner, A. (2008). Construction of confidence limits about effect measures: a general approach. "
        "Statistics in Medicine, 27(10), 1693-1702.",
        "Willenborg, L., & de Waal, T. (2001). Elements of Statistical Disclosure Control. Springer.",
    ),
    messages={
        "gaps": N_("Of {count} gaps between groups: {narrower} narrower, {same} about the same, {wider} wider."),
        "gone": N_("Places in which a gap that mattered is gone: {places}."),
        "close": N_(
            "Places whose gap was clear at first and can no longer be told from none, but is not shown to be gone: "
            "{count}."
        ),
        "not_shown": N_("Figures left out, of fewer than ten people or next to such: {count}."),
        "no_groups": N_("There are no figures of groups that could be compared."),
        "no_direction": N_("Indicators of which the list does not say which direction is good: {count}."),
        "by_place": N_("In each place"),
        "figures": N_("The figures of both groups"),
    },
    reading=_reading,
    chart=Chart("gaps"),
    questions=(N_("For whom should this indicator be better first, and what would it take?"),),
    no_range=N_("Indicators are figures that the partnership keeps: who answered the survey does not move them."),
)
def disparity_gaps(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Compare groups in each indicator that has figures of several.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; nothing of it is used.
    partnership : Partnership
        Its list `indicators`.

    Returns
    -------
    Measured
        `value` is the share of gaps that are narrower, of those with two periods. `table` has one row a group,
        ``tables["by_place"]`` one row a group and place, ``tables["figures"]`` the figures of both sides that may be
        shown, in the periods that both have.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> figures = pd.DataFrame({"period": ["2020", "2020", "2024", "2024"], "value": [60.0, 80.0, 70.7, 80.0]})
    >>> figures = figures.assign(subgroup=["low", "high"] * 2, n=[80, 70, 82, 75], indicator="Reading", good="up")
    >>> partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {"indicators": figures})
    >>> row = disparity_gaps(partnership.graph(), partnership).table.rows[0]
    >>> row["group"], row["first_gap"], round(row["change"], 1), row["verdict"], row["because"]
    ('low', 20.0, -10.7, 'same', 'neither')
    """
    grouped = [made for made in indicators_of(partnership) if any(group for group, _place in made.series or {})]
    whole: list[Gap] = []
    local: list[Gap] = []
    figures: list[Row] = []
    left_out = 0
    for indicator in grouped:
        shown, hidden = shown_figures(indicator)
        left_out += hidden
        here, there = _gaps(indicator, shown)
        whole += here
        local += there
        figures += [row for gap in (*here, *there) for row in _figures(gap, shown)]
    known = [gap for gap in whole if gap.verdict != NO_DATA]
    if not known:
        # Groups within places alone: then the places' own gaps are what there is to count.
        known = [gap for gap in local if gap.verdict != NO_DATA]
    gone = sorted({gap.place for gap in local if gap.gone}, key=natural)
    caveats = [
        *(
            [Message("gone", {"places": ("; " if any("," in name for name in gone) else ", ").join(gone)})]
            if gone
            else []
        ),
        *(
            Message(id, {"count": count})
            for id, count in (
                ("close", len({gap.place for gap in local if gap.close})),
                ("not_shown", left_out),
                ("no_direction", sum(not indicator.direction for indicator in grouped)),
            )
            if count
        ),
    ]
    tables = {
        "by_place": _table(COLUMNS, [gap for gap in local if gap.last is not None]),
        "figures": Table.from_rows(FIGURES, figures, Disclosure.NETWORK),
    }
    listed = [gap for gap in whole if (gap.group, BLANK) in (gap.indicator.series or {})]
    table = _table([column for column in COLUMNS if column.name not in ("place", "gone")], listed)
    main = table if len(table) else None
    kept = {name: table for name, table in tables.items() if len(table)}
    if not known:
        return Measured(None, main, kept, caveats=[Message("no_groups"), *caveats])
    narrower = sum(gap.verdict == NARROWER for gap in known)
    return Measured.of(
        Quotient(narrower, len(known)),
        main,
        kept,
        caveats=caveats,
    )


def _gaps(indicator: Indicator, shown: dict[Key, Series]) -> tuple[list[Gap], list[Gap]]:
    """Of all places together, and of each place."""
    compared = references(indicator)
    places = dict.fromkeys(place for _group, place in indicator.series or {} if place)
    whole = [gap_of(indicator, shown, group, reference) for group, reference in compared.items()]
    local = [
        gap_of(indicator, shown, group, reference, place) for place in places for group, reference in compared.items()
    ]
    return whole, local


def _figures(gap: Gap, shown: dict[Key, Series]) -> Iterator[Row]:
    """What both sides have in the periods that both have a figure of."""
    ours, theirs = (shown.get((name, gap.place), Series()) for name in (gap.group, gap.reference))
    periods = in_time(figure.period for figure in ours.figures if theirs.at(figure.period) is not None)
    for period, at in zip(periods, times_of(periods).tolist(), strict=True):
        figure, other = ours.at(period), theirs.at(period)
        if figure is None or other is None:
            continue
        yield {
            "indicator": gap.indicator.name,
            "place": gap.place,
            "group": gap.group,
            "reference": gap.reference,
            "period": period,
            "at": at,
            "value": figure.value,
            "other": other.value,
            "n": None if math.isnan(figure.n) else round(figure.n),
            "n_other": None if math.isnan(other.n) else round(other.n),
            "unit": gap.indicator.unit,
        }


def _table(columns: Sequence[Column], gaps: Sequence[Gap]) -> Table:
    return Table.from_rows(columns, map(_row, gaps), Disclosure.NETWORK)


def _row(gap: Gap) -> Row:
    row: dict[str, object] = {
        "indicator": gap.indicator.name,
        "place": gap.place,
        "group": gap.group,
        "reference": gap.reference,
        "since": gap.since,
        "until": gap.until,
        "ratio_first": _known(gap.ratios[0]),
        "ratio_last": _known(gap.ratios[1]),
        "because": gap.because if gap.change else None,
        "verdict": gap.verdict,
        "gone": gap.gone,
    }
    for names, estimate in (
        (("first_gap",), gap.first),
        (("last_gap", "last_low", "last_high"), gap.last),
        (("change", "change_low", "change_high"), gap.change),
        (("relative", "relative_low", "relative_high"), gap.relative),
    ):
        row |= dict(zip(names, _numbers(estimate), strict=False))
    return row  # type: ignore[return-value]


def _numbers(estimate: Estimate | None) -> list[float | None]:
    if estimate is None:
        return [None, None, None]
    return [_known(round(number, 10)) for number in (estimate.value, estimate.low, estimate.high)]


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number
