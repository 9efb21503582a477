"""How often two waves are said to differ that do not, and how often a planted change is found.

    nice -n 19 python -m tests.calibration.change --pairs 1000 --grouped 200

writes change.json. Pairs of waves are drawn alike: a latent tie of each dyad that both waves share, organizations that
name more than others or are named more, and in some scenarios as much again that each wave has of its own (drift of
senders, of receivers, of both), with or without reciprocity. So nothing changes but by luck. Beside those who answer
both times stand four in ten more that are listed and silent. Power is of a tenth and a fifth more ties among all, and
of one group whose ties to another double.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import false_discovery_control, norm

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.inference.rates.dyadic_change import dyadic_change
from stakeholder_graph.studies.change.groups import group_changes
from stakeholder_graph.studies.change.two_waves import TwoWaves

FIGURES = Path(__file__).with_suffix(".json")
DENSITY, KEPT, SPREAD, DRIFT, MUTUAL = 0.2, 0.8, 0.4, 0.3, 0.5
SECTORS, TEAM = 6, 8
PERMUTATIONS = 499


@dataclass(frozen=True)
class Scenario:
    """Pairs of waves: how many answer both times, what drifts, and what is planted.

    Parameters
    ----------
    panel : int
        How many answer both times.
    senders, receivers, mutual : bool
        Whether how many each names, or is named by, drifts between waves; whether ties are returned.
    more : float
        By how much the share of ties rises among all.
    doubled : bool
        Whether the ties of a team to one sector double.
    """

    panel: int
    senders: bool = False
    receivers: bool = False
    mutual: bool = False
    more: float = 0.0
    doubled: bool = False


def _of_size(panel: int) -> dict[str, Scenario]:
    return {
        f"{panel}: independent": Scenario(panel),
        f"{panel}: senders drift": Scenario(panel, senders=True),
        f"{panel}: receivers drift": Scenario(panel, receivers=True),
        f"{panel}: both drift": Scenario(panel, senders=True, receivers=True),
        f"{panel}: both drift, reciprocity": Scenario(panel, senders=True, receivers=True, mutual=True),
    }


WITHOUT_CHANGE = {name: scenario for panel in (20, 31, 40, 60) for name, scenario in _of_size(panel).items()}
WITH_CHANGE = {
    f"{panel}: {what}": scenario
    for panel in (31, 60)
    for what, scenario in {
        "a tenth more": Scenario(panel, more=0.1),
        "a fifth more": Scenario(panel, more=0.2),
        "a fifth more, both drift": Scenario(panel, senders=True, receivers=True, more=0.2),
        "one pair of groups doubled": Scenario(panel, doubled=True),
        "one pair of groups doubled, both drift": Scenario(panel, senders=True, receivers=True, doubled=True),
    }.items()
}
SCENARIOS = WITHOUT_CHANGE | WITH_CHANGE


@dataclass(frozen=True, eq=False)
class Pair:
    """Two waves, and the groups of their organizations."""

    waves: TwoWaves
    sectors: dict[str, Flags]
    teams: dict[str, Flags]


def drawn(scenario: Scenario, number: int) -> Pair:
    """Two waves.

    Parameters
    ----------
    scenario : Scenario
        Of which kind.
    number : int
        Seeds it.
    """
    rng = np.random.default_rng([number, scenario.panel])
    n = round(1.4 * scenario.panel)
    panel = np.arange(n) < scenario.panel
    sector = rng.permutation(np.arange(n) % SECTORS)
    team = np.isin(np.arange(n), rng.choice(scenario.panel, TEAM, replace=False))
    standing = norm.ppf(DENSITY) * np.sqrt(1 + 2 * SPREAD**2 + MUTUAL * scenario.mutual)
    lasting = standing + rng.normal(0, SPREAD, (n, 1)) + rng.normal(0, SPREAD, (1, n))
    if scenario.mutual:
        of_pair = np.triu(rng.normal(0, np.sqrt(MUTUAL), (n, n)), 1)
        lasting = lasting + of_pair + of_pair.T
    lasting = lasting + np.sqrt(KEPT) * rng.normal(size=(n, n))
    waves = [lasting + _own(scenario, n, rng) > 0 for _ in range(2)]
    known = np.tile(panel[:, None], n) & ~np.eye(n, dtype=bool)
    if scenario.more:
        waves[1] |= rng.random((n, n)) < scenario.more * DENSITY / (1 - DENSITY)
    if scenario.doubled:
        to_first = np.outer(team & (sector != 0), sector == 0) & known
        waves[0][to_first] = rng.permutation(np.arange(to_first.sum()) < 0.25 * to_first.sum())
        waves[1][to_first] = waves[0][to_first] | (rng.random(to_first.sum()) < 1 / 3)
    both = TwoWaves(tuple(map(str, range(n))), waves[0] & known, waves[1] & known, known, panel, True)
    sectors = {f"Sector {code}": sector == code for code in range(SECTORS)}
    return Pair(both, sectors, {"Team": team})


def _own(scenario: Scenario, n: int, rng: np.random.Generator) -> Floats:
    """What one wave alone has."""
    own: Floats = np.sqrt(1 - KEPT) * rng.normal(size=(n, n))
    if scenario.senders:
        own = own + rng.normal(0, DRIFT, (n, 1))
    if scenario.receivers:
        own = own + rng.normal(0, DRIFT, (1, n))
    return own


def p_of_panel(pair: Pair) -> float:
    """The p of the change among those who answered both times."""
    waves, panel = pair.waves, np.flatnonzero(pair.waves.panel)
    among = np.ix_(panel, panel)
    changed = dyadic_change(waves.before[among], waves.after[among], waves.known[among])
    assert changed is not None
    return changed.p


def p_of_groups(pair: Pair, number: int) -> tuple[float, str]:
    """The smallest corrected p of a pair of groups, and which pair that is."""
    changes = group_changes(pair.waves, pair.sectors, pair.teams, PERMUTATIONS, number)
    if not changes:  # none is large enough to be judged
        return 1.0, ""
    return changes[0].p_adjusted, f"{changes[0].from_group} to {changes[0].to_group}"


def measured(name: str, number: int, *, grouped: bool) -> dict[str, float | str]:
    """The p of one pair of waves."""
    pair = drawn(SCENARIOS[name], number)
    found: dict[str, float | str] = {"panel": round(p_of_panel(pair), 7)}
    if grouped:
        p, which = p_of_groups(pair, number)
        found |= {"groups": round(p, 7), "which": which}
    return found


def summary(records: list[dict[str, float | str]]) -> dict[str, float]:
    """Of how many pairs of waves something is said."""
    both = [record for record in records if "groups" in record]
    corrected = [false_discovery_control([float(record["panel"]), float(record["groups"])]) for record in both]
    return {
        "panel": round(float(np.mean([float(record["panel"]) <= 0.05 for record in records])), 4),
        "groups": round(float(np.mean([float(record["groups"]) <= 0.05 for record in both])), 4),
        "anything": round(float(np.mean([(p <= 0.05).any() for p in corrected])), 4),
        "the planted groups": round(
            float(
                np.mean(
                    [p[1] <= 0.05 and r["which"] == "Team to Sector 0" for p, r in zip(corrected, both, strict=True)]
                )
            ),
            4,
        ),
    }


def main() -> None:
    """Write the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--grouped", type=int, default=200)
    given = parser.parse_args()
    stored = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    for name in SCENARIOS:
        if stored.get(name, {"pairs": 0})["pairs"] >= given.pairs:
            continue
        records = [measured(name, number, grouped=number < given.grouped) for number in range(given.pairs)]
        grouped = min(given.grouped, given.pairs)
        stored[name] = {"pairs": given.pairs, "grouped": grouped, "said": summary(records), "examples": records[:2]}
        print(name, json.dumps(stored[name]["said"]), flush=True)
        FIGURES.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
