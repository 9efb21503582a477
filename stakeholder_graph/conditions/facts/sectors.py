"""Facts of sectors at the table: which are there, hang on one organization, or differ from the community."""

import re
from datetime import date

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.inference.rates.binomial import binomial_interval, binomial_p
from stakeholder_graph.model.survey import NO_SECTOR

#: Of the exact binomial intervals.
CONFIDENCE = 0.95
_DAYS_A_MONTH = 365.25 / 12


def _counts(context: FactContext) -> dict[str, int]:
    """Organizations by sector, without those whose sector is not stated."""
    counts = context.graph.organizations["sector"].value_counts()
    return {str(sector): int(count) for sector, count in counts.items() if sector != NO_SECTOR}


def _listed(context: FactContext) -> dict[str, float]:
    """The reference list of sectors, with shares where the partnership states them; of several lists the first."""
    frame = context.partnership.lists.get("sectors")
    if frame is None or frame.empty:
        return {}
    first = frame[frame["list"] == frame["list"].iloc[0]]
    return dict(zip(first["sector"].astype(str), first["share"].astype(float), strict=True))


def sectors_there(context: FactContext, looked: FindingField) -> Quantity:
    """The share of the listed sectors that have somebody at the table."""
    listed, counts = _listed(context), _counts(context)
    if not listed:
        return does_not_apply("no_list", file="sectors.csv")
    return share(sum(counts.get(sector, 0) > 0 for sector in listed), len(listed))


def sectors_of_two(context: FactContext, looked: FindingField) -> Quantity:
    """The share of sectors, listed or at the table, that have two organizations or more."""
    counts = _counts(context)
    sectors = _listed(context) or counts
    if not sectors:
        return does_not_apply("no_sectors")
    return share(sum(counts.get(sector, 0) > 1 for sector in sectors), len(sectors))


def listed_sectors_there(context: FactContext, looked: FindingField) -> Quantity:
    """How many of the sectors that the rubric names are at the table.

    ``where.sector`` lists them with ``;``, and for each the words of which one stands in the name of a sector here,
    with ``|``. Each sector here stands for one of them: no organization counts twice.
    """
    wanted = [
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for words in (part.strip() for part in str(looked.where.get("sector", "")).split(";"))
        if words
    ]
    here = list(_counts(context))
    if not here:
        return does_not_apply("no_sectors")
    fits = [[bool(words.search(sector)) for sector in here] for words in wanted]
    matched = _matched(fits)
    return Quantity(float(matched), numerator=matched, denominator=len(wanted), step=1.0, fact=True)


def _matched(fits: list[list[bool]]) -> int:
    """How many rows can be given a column of their own: a maximum matching by augmenting paths."""
    taken: dict[int, int] = {}

    def place(row: int, tried: set[int]) -> bool:
        for column, fit in enumerate(fits[row]):
            if fit and column not in tried:
                tried.add(column)
                if column not in taken or place(taken[column], tried):
                    taken[column] = row
                    return True
        return False

    return sum(place(row, set()) for row in range(len(fits)))


def share_apart(context: FactContext, looked: FindingField) -> Quantity:
    """How far the share of a sector here lies from its share of the community at most, over sectors."""
    stated = {sector: part for sector, part in _listed(context).items() if part == part}
    if not stated:
        return does_not_apply("no_shares", file="sectors.csv")
    counts = _counts(context)
    among = sum(counts.values())
    if not among:
        return does_not_apply("no_sectors")
    apart, lows, highs, tests = [], [], [], []
    for sector, part in stated.items():
        here = counts.get(sector, 0)
        low, high = binomial_interval(here, among, CONFIDENCE)
        apart.append(abs(here / among - part))
        lows.append(max(low - part, part - high, 0.0))
        highs.append(max(high - part, part - low))
        tests.append(binomial_p(here, among, min(part, 1.0)))
    # Over sectors the smallest p counts, corrected for their number.
    p = min(1.0, min(tests) * len(tests))
    return Quantity(max(apart), (max(lows), max(highs)), p=p, cases=among)


def months_together(context: FactContext, looked: FindingField) -> Quantity:
    """Months from the first wave to this one, of which an organization was on the roster both times."""
    graphs = context.partnership.graphs
    days = []
    for name, graph in graphs.items():
        try:
            days.append((date.fromisoformat(graph.wave.date), set(graph.names)))
        except ValueError:
            continue
        if name == context.graph.wave.name:
            break
    both = [day for day, names in days if names & set(context.graph.names)]
    if len(both) < 2:
        return does_not_apply("no_earlier_wave")
    months = (max(both) - min(both)).days / _DAYS_A_MONTH
    return Quantity(float(months), fact=True)
