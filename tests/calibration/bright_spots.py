"""How often places that do not do better are named, and those that do are found: writes bright_spots.json.

Run ``python -m tests.calibration.bright_spots``; it takes some minutes. Tests read the figures and rerun a few.

Places of 40 to 300 children have a rate of .75 less .4 of what they lack, and three parts beside: one of the place, one
of the place in a year, and sampling. The first two years are judged, by the code of the measure; the third says who
would have been right. A place named whose own part is 0 or less is a false discovery.
"""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from stakeholder_graph.inference.rates.persistent_places import LIKELY_AGAIN, MOST_FALSE
from stakeholder_graph.measures.results._by_place.comparison import compared
from stakeholder_graph.measures.results._by_place.places import PlaceYears, design_of, sampling_variance
from stakeholder_graph.measures.results._figures import Indicator

FIGURES = Path(__file__).with_suffix(".json")
DATA_SETS = 500
SIZES = (40, 300)


@dataclass(frozen=True)
class Scenario:
    """How places differ.

    Parameters
    ----------
    places : int
        How many.
    between, within : float
        Standard deviations of the part of the place, and of its part in a year.
    planted : int
        How many places do better by `effect`, beside what their part is.
    effect : float
        By how much.
    sizes : tuple of int
        The least and the most children of a place.
    """

    places: int = 60
    between: float = 0.0
    within: float = 0.03
    planted: int = 0
    effect: float = 0.0
    sizes: tuple[int, int] = SIZES


SCENARIOS = {
    "noise": Scenario(),
    "noise, 20 places": Scenario(places=20),
    "six planted": Scenario(planted=6, effect=0.2),
    "six planted among unlike places": Scenario(planted=6, effect=0.2, between=0.03),
    "two planted of 20": Scenario(places=20, planted=2, effect=0.25),
    "unlike places": Scenario(between=0.05),
    # Years correlate .8: .065 squared of it, and .02 squared and about .025 squared of sampling.
    "100 places, correlation .8": Scenario(places=100, between=0.065, within=0.02, sizes=(200, 600)),
}


@dataclass(frozen=True)
class Outcome:
    """What became of one data set.

    Parameters
    ----------
    named, false : int
        How many places are named, and of these falsely.
    named_whether_or_not_years_agree : int
        How many would be named without asking that both years agree.
    found : int
        How many of those planted are named.
    again : int
        How many of those named are in the upper quarter of the third year.
    """

    named: int
    false: int
    named_whether_or_not_years_agree: int
    found: int
    again: int


def outcome(name: str, number: int) -> Outcome:
    """Draw a data set and judge it."""
    scenario = SCENARIOS[name]
    rng = np.random.default_rng([list(SCENARIOS).index(name), number])
    n = scenario.places
    lacking, part = rng.uniform(0.1, 0.9, n), rng.normal(0, 1, n) * scenario.between
    part[: scenario.planted] += scenario.effect
    least, most = np.log(scenario.sizes)
    sizes = np.exp(rng.uniform(least, most, n)).astype(int)
    rates = (0.75 - 0.4 * lacking + part)[:, None] + rng.normal(0, 1, (n, 3)) * scenario.within
    values = rng.binomial(sizes[:, None], np.clip(rates, 0.01, 0.99)) / sizes[:, None]
    design = design_of(lacking[:, None])
    both = np.broadcast_to(sizes[:, None], (n, 2)).astype(float)
    figures = PlaceYears(
        tuple(map(str, range(n))),
        ("1", "2"),
        values[:, :2],
        sampling_variance(values[:, :2], both),
        both,
        (design, design),
        ("x",),
    )
    made = compared(Indicator("I", direction=1), figures)
    assert made.parts is not None
    chosen = made.chosen
    without = (made.parts.false_share <= MOST_FALSE) & (made.parts.again >= LIKELY_AGAIN)
    third = values[:, 2] - design @ np.linalg.lstsq(design, values[:, 2], rcond=None)[0]
    return Outcome(
        int(chosen.sum()),
        int((chosen & (part <= 0)).sum()),
        int(without.sum()),
        int(chosen[: scenario.planted].sum()),
        int((chosen & (third > np.quantile(third, 0.75))).sum()),
    )


def summary(name: str, outcomes: list[Outcome]) -> dict[str, float]:
    """Put the outcomes of a scenario into figures."""
    shares = np.array([made.false / max(made.named, 1) for made in outcomes])
    named = sum(made.named for made in outcomes)
    planted = SCENARIOS[name].planted * len(outcomes)
    return {
        "data_sets": len(outcomes),
        "false_discovery": round(float(shares.mean()), 4),
        "standard_error": round(float(np.sqrt(MOST_FALSE * (1 - MOST_FALSE) / len(outcomes))), 4),
        "any_named": round(float(np.mean([made.named > 0 for made in outcomes])), 4),
        "any_named_whether_or_not_years_agree": round(
            float(np.mean([made.named_whether_or_not_years_agree > 0 for made in outcomes])), 4
        ),
        "named": named,
        "found": round(sum(made.found for made in outcomes) / planted, 4) if planted else 0.0,
        "again": round(sum(made.again for made in outcomes) / named, 4) if named else 0.0,
    }


def main() -> None:
    """Write the figures."""
    stored = {}
    for name in SCENARIOS:
        outcomes = [outcome(name, number) for number in range(DATA_SETS)]
        stored[name] = {**summary(name, outcomes), "examples": [asdict(made) for made in outcomes[:3]]}
        print(name, stored[name], file=sys.stderr, flush=True)
    FIGURES.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
