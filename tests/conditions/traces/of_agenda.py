"""Who answered and the common agenda, recounted."""

import math
import random
from functools import cache
from itertools import combinations
from statistics import correlation, median, variance

from tests.conditions.traces.counting import Trace, jackknife, mean
from tests.conditions.traces.example_files import (
    NOW,
    answered,
    carried,
    holders,
    items,
    known_as,
    sector_of,
    sectors_among,
    table,
    ties,
)


@cache
def ratings() -> dict[str, dict[str, float]]:
    """What each organization said of each item; of an even number of people the lower one in the middle."""
    said: dict[str, dict[str, list[float]]] = {}
    for row in table("ratings"):
        if row["wave"] == NOW:
            name = known_as()[row["organization"].casefold()]
            said.setdefault(row["item"], {}).setdefault(name, []).append(float(row["value"]))
    return {
        item: {name: sorted(values)[(len(values) - 1) // 2] for name, values in people.items()}
        for item, people in said.items()
    }


def raters() -> set[str]:
    return {name for people in ratings().values() for name in people}


def endorsed(kept: frozenset[str]) -> float:
    return mean(mean(value for name, value in people.items() if name in kept) for people in ratings().values())


def agreed(kept: frozenset[str]) -> float:
    """The median r_wg: on five steps uniform answering has a variance of (25 - 1) / 12 = 2."""
    return median(
        1 - variance([value for name, value in people.items() if name in kept]) / 2 for people in ratings().values()
    )


def means_by_sector(people: dict[str, float]) -> dict[str, float]:
    there = sectors_among(people)
    return {sector: mean(v for name, v in people.items() if sector_of()[name] == sector) for sector in there}


def apart() -> float:
    """The widest distance between the means of two sectors, over items."""
    means = [means_by_sector(people).values() for people in ratings().values()]
    return max(max(sectors) - min(sectors) for sectors in means)


def apart_by_draws() -> tuple[float, float]:
    """The same where those who have not answered are like the others of their sector: 4,000 draws of our own."""
    rng, sizes = random.Random(16), list(sector_of().values())
    described = []
    for people in ratings().values():
        means = means_by_sector(people)
        within = math.fsum((value - means[sector_of()[name]]) ** 2 for name, value in people.items())
        spread = within / (len(people) - len(means))
        counts = {sector: sum(sector_of()[name] == sector for name in people) for sector in means}
        errors = {s: math.sqrt(spread / counts[s] * (1 - counts[s] / sizes.count(s))) for s in means}
        described.append((means, errors))
    widest = []
    for _draw in range(4_000):
        drawn = ([rng.gauss(means[s], errors[s]) for s in means] for means, errors in described)
        widest.append(max(max(sectors) - min(sectors) for sectors in drawn))
    widest.sort()
    return min(widest[200], apart()), max(widest[3_800], apart())


def well_carried() -> int:
    """Outcomes with three organizations or more of two sectors or more."""
    who = holders("outcome")
    return sum(len(who[item]) >= 3 and len(sectors_among(who[item])) >= 2 for item in items("outcome"))


@cache
def outcomes_and_ties() -> tuple[list[str], dict[tuple[str, str], float], set[frozenset[str]]]:
    """Who answered and named an outcome, how alike each pair's outcomes are (Jaccard), and which pairs are tied."""
    outcomes: dict[str, set[str]] = {}
    for name, item in carried("outcome"):
        if name in answered():
            outcomes.setdefault(name, set()).add(item)
    pairs = combinations(outcomes, 2)
    alike = {(a, b): len(outcomes[a] & outcomes[b]) / len(outcomes[a] | outcomes[b]) for a, b in pairs}
    return list(outcomes), alike, {frozenset(pair) for pair in ties("collaboration")}


def shared_work() -> float:
    """The correlation over pairs of how alike their outcomes are and whether either named the other."""
    _names, alike, tied = outcomes_and_ties()
    return correlation(list(alike.values()), [float(frozenset(pair) in tied) for pair in alike])


def shared_work_by_chance() -> float:
    """The p of that: organizations exchange their ties 2,000 times, and the smaller tail counts twice."""
    names, alike, tied = outcomes_and_ties()
    rng, shares, drawn = random.Random(16), list(alike.values()), []
    for _deal in range(2_000):
        stands_for = dict(zip(names, rng.sample(names, len(names)), strict=True))
        drawn.append(correlation(shares, [float(frozenset(map(stands_for.__getitem__, p)) in tied) for p in alike]))
    seen = shared_work()
    tails = (sum(value >= seen for value in drawn), sum(value <= seen for value in drawn))
    return 2 * (1 + min(tails)) / (1 + len(drawn))


ROWS = {
    "answered-patterns": Trace(
        "shown", "is_fact", "43 of 61 (0.70)", lambda: len(answered()), lambda: len(sector_of()), at_least=0.65
    ),
    "answered-names": Trace(
        "not met", "is_fact", "43 of 61 (0.70)", lambda: len(answered()), lambda: len(sector_of()), at_least=0.80
    ),
    "sectors-heard": Trace(
        "shown",
        "is_fact",
        "9 of 9",
        lambda: len(sectors_among(answered())),
        lambda: len(sectors_among(sector_of())),
        at_least=1,
    ),
    # A mean is rounded to one decimal before it is put into a band.
    "agenda-endorsed": Trace(
        "not met",
        "whole_range_below",
        "3.8 (3.8 to 3.9)",
        lambda: round(endorsed(frozenset(raters())), 1),
        range=lambda: tuple(round(end, 1) for end in jackknife(raters(), len(sector_of()), endorsed)),  # type: ignore[arg-type,return-value]
        at_least=4.0,
    ),
    "agenda-agreed": Trace(
        "not met",
        "whole_range_below",
        "0.62 (0.59 to 0.65)",
        lambda: agreed(frozenset(raters())),
        range=lambda: jackknife(raters(), len(sector_of()), agreed),
        at_least=0.70,
    ),
    "agenda-no-sector-apart": Trace(
        "not met",
        "whole_range_below",
        "3.05 (2.97 to 3.64)",
        apart,
        range=apart_by_draws,
        near=0.08,
        at_most=1,
    ),
    "outcomes-carried": Trace("shown", "is_fact", "8 of 8", well_carried, lambda: len(items("outcome")), at_least=1),
    # A test against chance: the p is compared with the finding's own.
    "outcomes-shared-work": Trace("shown", "above_chance", "0.07", shared_work),
    "agenda-written": Trace("waits for a document", "waits"),
}
