"""Short questionnaires narrow ranges as expected, and ranges still hold the truth; stored in short_rosters.json.

    nice -n 19 python -m tests.calibration.short_rosters --networks 12 --progress FILE

runs what is missing in FILE (one line of JSON a network, so that a run can be broken off and taken up again) and writes
the summary. Two in five have not answered; each of them is then asked in short about a third of the others, and answers
the truth. Beside it, a third of them answer in full, which takes as many rows. What was expected was computed before,
from what was known then.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import impute, ranges
from stakeholder_graph.model.finding import Interval
from stakeholder_graph.questionnaire.short import draw_rosters
from stakeholder_graph.studies.short_rosters.expected_ranges import MEASURED
from stakeholder_graph.studies.short_rosters.planting import planted_widths, ranges_of
from stakeholder_graph.studies.short_rosters.reveal import revealed
from tests.calibration.coverage import STATISTICS
from tests.calibration.networks import Leaning, layer_of, network, silent

SUMMARY = Path(__file__).with_suffix(".json")
ORGANIZATIONS, DRAWS, PLANTED = 45, 40, 3
SILENT, ASKED_ABOUT = 0.4, 1 / 3
LEANINGS: tuple[Leaning, ...] = ("at random", "inactive")
HELD = {name: STATISTICS[name] for name in MEASURED}

Record = Mapping[str, Mapping[str, float]]


def measured(leaning: Leaning, number: int) -> Record:
    """By measure: widths before, expected and found, and whether ranges hold the truth."""
    rng = np.random.default_rng([number, 5])
    tied, sector = network(rng, n=ORGANIZATIONS)
    truth = layer_of(tied, sector)
    hidden = silent(tied, SILENT, rng, leaning=leaning)
    known = without_answers(truth, hidden)
    names = truth.organizations
    rosters = draw_rosters(
        {name: truth.sectors[code] for name, code in zip(names, truth.sector_codes, strict=True)},
        round(ASKED_ABOUT * (truth.n - 1)),
        seed=number,
    )
    about = np.array([np.isin(names, rosters.roster(name)) & quiet for name, quiet in zip(names, hidden, strict=True)])
    fewer = round(ASKED_ABOUT * hidden.sum())
    drawn = impute(known, imputations=DRAWS, seed=number)
    then = planted_widths(drawn, about, fewer, HELD, draws=DRAWS, planted=PLANTED, seed=number)
    first = np.isin(np.arange(truth.n), rng.permutation(np.flatnonzero(hidden))[:fewer])
    whole = np.repeat(first[:, np.newaxis], truth.n, axis=1)
    before = {name: ranges(drawn, value_of).range for name, value_of in HELD.items()}
    after = ranges_of(revealed(known, truth, about), number, HELD, DRAWS)
    instead = ranges_of(revealed(known, truth, whole), number, HELD, DRAWS)
    return {
        name: {
            "before": _width(before[name]),
            "expected": then.short[name] or np.nan,
            "short": _width(after[name]),
            "expected_fewer": then.fewer[name] or np.nan,
            "fewer": _width(instead[name]),
            "before_holds": _holds(before[name], HELD[name](truth)),
            "short_holds": _holds(after[name], HELD[name](truth)),
            "fewer_holds": _holds(instead[name], HELD[name](truth)),
        }
        for name in HELD
    }


def _width(ends: Interval | None) -> float:
    assert ends is not None
    return ends[1] - ends[0]


def _holds(ends: Interval | None, truth: float) -> float:
    assert ends is not None
    return float(ends[0] <= truth <= ends[1])


def summary(records: list[Record]) -> dict[str, dict[str, float]]:
    """Means over networks."""
    return {
        name: {
            column: round(float(np.mean([record[name][column] for record in records])), 4)
            for column in records[0][name]
        }
        for name in HELD
    }


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--networks", type=int, default=12)
    options.add_argument("--progress", type=Path, required=True)
    chosen = options.parse_args()
    done: dict[tuple[str, int], Record] = {}
    if chosen.progress.exists():
        for line in chosen.progress.read_text(encoding="utf-8").splitlines():
            leaning, number, record = json.loads(line)
            done[leaning, number] = record
    with chosen.progress.open("a", encoding="utf-8") as progress:
        for number in range(chosen.networks):
            for leaning in LEANINGS:
                if (leaning, number) not in done:
                    done[leaning, number] = measured(leaning, number)
                    progress.write(json.dumps([leaning, number, done[leaning, number]]) + "\n")
                    progress.flush()
                    store(done)


def store(done: Mapping[tuple[str, int], Record]) -> None:
    """Write the summary of what there is, and the first network of each scenario to be run again."""
    scenarios = {
        leaning: {"networks": len(records), **summary(records), "example": records[0]}
        for leaning in LEANINGS
        if (records := [record for (which, _), record in sorted(done.items()) if which == leaning])
    }
    stored = {"silent": SILENT, "asked_about": round(ASKED_ABOUT, 3)}
    stored |= {"organizations": ORGANIZATIONS, "draws": DRAWS, "planted": PLANTED}
    SUMMARY.write_text(json.dumps({**stored, "scenarios": scenarios}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
