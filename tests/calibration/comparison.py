"""How often a whole comparison says that something changed that did not, and how often it finds what is planted.

    nice -n 19 python -m tests.calibration.comparison --pairs 1000 --whole 200

writes comparison.json. Pairs of waves are those of `tests.calibration.change`, here as partnerships of one kind of tie
with sectors, a team, and a strength for each tie that most ties keep. ``tests`` has for each measure that is tested in
how many of 1,000 pairs its p is at most .05 though nothing changed. ``whole`` has what `compare_waves` says after all
tests of a comparison are corrected together: how many of 200 comparisons without change hold a change, and how many
find a planted one. In ``fewer answer`` nothing changes but a third of those who answered the first time no longer do,
those first that name most: the share of all ties falls, and the panel shows no loss.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.rates.ratio_change import PerDyad, ratio_change
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.studies.change.compare_waves import compare_waves
from stakeholder_graph.studies.change.comparison import Comparison, GroupRow
from stakeholder_graph.studies.context import MeasureSettings
from tests.calibration.change import WITH_CHANGE, WITHOUT_CHANGE, Pair, Scenario, drawn

FIGURES = Path(__file__).with_suffix(".json")
SETTINGS = MeasureSettings(permutations=499, draws=0)
#: Of ties that are there both times as many keep their strength.
SAME_STRENGTH = 0.7
STEPS = tuple(Step(float(k), f"level {k}") for k in range(1, 5))

#: Whole comparisons: those without change, and those with one.
QUIET = ("20: both drift", "31: independent", "31: both drift, reciprocity", "40: senders drift")
FOUND = ("31: a fifth more", "31: one pair of groups doubled")
FEWER = "31: fewer answer"
SCENARIOS: dict[str, Scenario] = {name: WITHOUT_CHANGE[name] for name in QUIET}
SCENARIOS |= {FEWER: Scenario(31)} | {name: WITH_CHANGE[name] for name in FOUND}


def strengths(pair: Pair, number: int) -> tuple[Floats, Floats]:
    """The strength that a tie has in each wave, where it is one."""
    rng = np.random.default_rng([number, 7])
    shape = pair.waves.known.shape
    first, other = (rng.integers(1, 5, shape).astype(float) for _ in range(2))
    return first, np.where(rng.random(shape) < SAME_STRENGTH, first, other)


def p_of_measures(name: str, number: int) -> dict[str, float]:
    """The p of each measure that is tested, among those who answered both times."""
    pair = drawn(WITHOUT_CHANGE[name], number)
    panel = np.flatnonzero(pair.waves.panel)
    among = np.ix_(panel, panel)
    ties = [wave[among].astype(float) for wave in (pair.waves.before, pair.waves.after)]
    code = np.argmax(np.array([*pair.sectors.values()]), axis=0)[panel]
    levels = [level[among] for level in strengths(pair, number)]
    ratios = {
        "density": [PerDyad(wave, pair.waves.known[among].astype(float)) for wave in ties],
        "ei_index": [PerDyad(np.where(code[:, None] == code, -wave, wave), wave) for wave in ties],
        "reciprocity": [PerDyad(wave * wave.T, wave) for wave in ties],
        "collaboration_levels": [PerDyad(level * wave, wave) for level, wave in zip(levels, ties, strict=True)],
    }
    found = {measure: ratio_change(*of_waves) for measure, of_waves in ratios.items()}
    return {measure: round(changed.p, 7) if changed else 1.0 for measure, changed in found.items()}


def partnership(name: str, number: int) -> Partnership:
    """The two waves as a partnership."""
    pair = drawn(SCENARIOS[name], number)
    panel = pair.waves.panel
    answers: list[Flags] = [panel, panel]
    if name == FEWER:
        # Who names most no longer answers; as the first wave has them too, the panel is smaller than it was.
        most = np.argsort(-pair.waves.before.sum(axis=1), kind="stable")[: panel.sum() // 3]
        answers = [panel, panel & ~np.isin(np.arange(len(panel)), most)]
    names = np.array(pair.waves.organizations, dtype=object)
    sector = np.argmax(np.array([*pair.sectors.values()]), axis=0)
    people = pd.DataFrame({"organization": names, "sector": [f"Sector {code}" for code in sector]})
    (team,) = pair.teams.values()
    seats = pd.DataFrame({"organization": names[team], "kind": "team", "item": "Team", "value": 1.0, "source": "list"})
    graphs = {}
    waves = (pair.waves.before, pair.waves.after)
    for label, wave, answered, level in zip("12", waves, answers, strengths(pair, number), strict=True):
        rows, columns = np.nonzero(wave & answered[:, None])
        ties = {"layer": "work", "from": names[rows], "to": names[columns], "value": level[rows, columns]}
        frames = {
            "organizations": people,
            "ties": pd.DataFrame(ties),
            "asked": pd.DataFrame({"layer": "work", "organization": names, "answered": answered}),
            "affiliations": seats,
        }
        graphs[label] = PartnerGraph(Wave(label), {"work": LayerInfo("work", STEPS)}, frames)
    return Partnership(SurveyInfo(name), graphs)


def said(name: str, number: int) -> list[str]:
    """The changes that a comparison holds."""
    # Measures that are not tested cannot be said to change.
    tested = [measure for measure, info in measures().items() if info.per_dyad is not None]
    comparison = compare_waves(partnership(name, number), names=tested, settings=replace(SETTINGS, seed=number))
    return [_called(row, comparison) for row in comparison.changes]


def _called(row: object, comparison: Comparison) -> str:
    if isinstance(row, GroupRow):
        return f"{row.ties.from_group} to {row.ties.to_group} {'rose' if row.ties.after > row.ties.before else 'fell'}"
    (found,) = (measure for measure in comparison.measures if measure is row)
    return f"{found.name} {found.verdict}"


def main() -> None:
    """Write the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--whole", type=int, default=200)
    given = parser.parse_args()
    stored = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {"tests": {}, "whole": {}}
    for name in WITHOUT_CHANGE:
        if stored["tests"].get(name, {"pairs": 0})["pairs"] < given.pairs:
            records = [p_of_measures(name, number) for number in range(given.pairs)]
            rejected = {m: round(float(np.mean([r[m] <= 0.05 for r in records])), 4) for m in records[0]}
            stored["tests"][name] = {"pairs": given.pairs, "rejected": rejected, "example": records[0]}
            print(name, rejected, flush=True)
            FIGURES.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    for name in SCENARIOS:
        if stored["whole"].get(name, {"comparisons": 0})["comparisons"] < given.whole:
            every = [said(name, number) for number in range(given.whole)]
            stored["whole"][name] = {
                "comparisons": given.whole,
                "with_a_change": sum(map(bool, every)),
                "density_rose": sum("density rose" in changes for changes in every),
                "density_fell": sum("density fell" in changes for changes in every),
                "team_to_sector_0": sum("Team to Sector 0 rose" in changes for changes in every),
                "examples": every[:2],
            }
            print(name, {k: v for k, v in stored["whole"][name].items() if k != "examples"}, flush=True)
            FIGURES.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
