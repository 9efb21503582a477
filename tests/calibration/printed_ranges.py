"""How often the ranges that reports print hold the truth, and how many are withheld; stored in printed_ranges.json.

    python -m tests.calibration.printed_ranges --progress FILE

runs what is missing in FILE (one line of JSON a network, so that a run can be broken off and taken up again) and writes
the summary of what there is. One process, low priority.

Every measure that prints a range is judged as printed: the program's own runner assesses the network as it was
answered, and what it withholds is counted as withheld, not as covered. Stored is the range before it is found too wide,
so that another rule can be tried without drawing again. The truth is what the same runner says of the same network with
every answer. Whether a coverage is below .85 is tested for each measure in each scenario by a
one-sided binomial test, and all of these are corrected together (Holm 1979). Tests against chance are not run: what
they withhold besides is not known here. The range of 100 draws is a little narrower than that of the 200 which a report
takes: what is stored errs on the low side.
"""

import argparse
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import binom

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.withheld import too_wide, unless_too_wide
from tests.calibration.networks import Leaning, network, silent

SUMMARY = Path(__file__).with_suffix(".json")
LAYER = "collaboration"
DRAWS = 100
#: Networks of each scenario.
NETWORKS = 300
#: The share of ranges that hold the truth, below which none may fall for sure; how sure.
ASKED, LEVEL = 0.85, 0.05
#: Networks whose records are stored in full, so that a test can run them again.
EXAMPLES = 1
#: Measures with a range of their own, beside those whose range the runner draws.
OWN_RANGE = ("backbone_dependence", "outcome_coverage")

#: Of each measure: the truth, the value observed, the estimate, both ends of its range, and why there is none where
#: there is none before widths are looked at.
Record = dict[str, list[float | str | None]]


@dataclass(frozen=True)
class Scenario:
    """What is not known, and of which networks."""

    silent: float = 0.0
    leaning: Leaning = "at random"
    directed: bool = True
    places: float = 0.0
    limit: int = 0
    n: int | None = None
    hub: bool = False
    sparse: float = 1.0
    by_sector: bool = False


SCENARIOS = {
    "30 % silent at random": Scenario(0.3),
    "50 % silent at random": Scenario(0.5),
    "60 % silent at random": Scenario(0.6),
    "40 % silent, the well-connected likelier": Scenario(0.4, "connected"),
    "40 % silent, the poorly connected likelier": Scenario(0.4, "unconnected"),
    "40 % silent, the inactive likelier": Scenario(0.4, "inactive"),
    "30 % silent at random, undirected": Scenario(0.3, directed=False),
    "30 % silent at random, ties clustered by place": Scenario(0.3, places=1.5),
    "30 % silent, among them the hub": Scenario(0.3, hub=True),
    "30 % silent, 25 organizations": Scenario(0.3, n=25),
    "30 % silent, a fourth of the ties": Scenario(0.3, sparse=0.25),
    "5 to 75 % of a sector silent": Scenario(0.3, by_sector=True),
    "everyone answers with at most ten names": Scenario(limit=10),
    "everyone answers with at most five names": Scenario(limit=5),
}


def ranged() -> tuple[str, ...]:
    """Names of the measures that can print a range."""
    return tuple(name for name, info in measures().items() if info.statistic or name in OWN_RANGE)


def drawn(scenario: Scenario, number: int) -> tuple[Partnership, Partnership]:
    """A partnership of which everything is known, and the same as it was answered."""
    rng = np.random.default_rng([number, 3])
    tied, sector = network(rng, n=scenario.n, places=scenario.places)
    kept = np.triu(rng.random(tied.shape) < scenario.sparse, 1)
    tied = tied & (kept | kept.T)
    tied = tied if scenario.directed else tied | tied.T
    quiet = _silent_by_sector(sector, rng) if scenario.by_sector else None
    if quiet is None:
        quiet = silent(tied, scenario.silent, rng, leaning=scenario.leaning)
    if scenario.hub:
        quiet[np.argmax(tied.sum(axis=0))] = True
    carried = rng.random((len(tied), 8)) < rng.uniform(0.02, 0.3, 8)
    everything = _partnership(tied, sector, carried, ~np.zeros_like(quiet), scenario)
    named = tied & ~quiet[:, None]
    if not scenario.directed:
        # Who answered first lists the tie.
        both = np.triu(np.ones_like(tied))
        named = (named & both) | (named & ~quiet[None, :].T & quiet[None, :])
    if scenario.limit:
        order = np.argsort(np.where(named, rng.random(named.shape), 2.0), axis=1)
        kept = np.zeros_like(named)
        np.put_along_axis(kept, order[:, : scenario.limit], True, axis=1)
        named &= kept
    return everything, _partnership(named, sector, carried, ~quiet, scenario, limited=True)


def _silent_by_sector(sector: NDArray[np.intp], rng: np.random.Generator) -> NDArray[np.bool_]:
    """A share of each sector's own, between 5 and 75 %: sectors differ in who answers."""
    quiet = np.zeros(len(sector), dtype=bool)
    for code in range(int(sector.max()) + 1):
        members = rng.permutation(np.flatnonzero(sector == code))
        quiet[members[: round(rng.uniform(0.05, 0.75) * len(members))]] = True
    return quiet


def _partnership(
    tied: NDArray[np.bool_],
    sector: NDArray[np.intp],
    carried: NDArray[np.bool_],
    answered: NDArray[np.bool_],
    scenario: Scenario,
    *,
    limited: bool = False,
) -> Partnership:
    names = np.array([f"Organization {i:03d}" for i in range(len(tied))], dtype=object)
    ends = np.argwhere(tied if scenario.directed or limited else np.triu(tied))
    who, item = np.nonzero(carried & answered[:, None])
    roles = np.where(np.arange(len(names)) == 0, "backbone", "")
    sectors = [f"Sector {g}" for g in sector]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": sectors, "role": roles}),
        "ties": pd.DataFrame(names[ends], columns=["from", "to"]).assign(layer=LAYER, value=1.0),
        "asked": pd.DataFrame({"organization": names, "layer": LAYER, "answered": answered}),
        "affiliations": pd.DataFrame({"organization": names[who], "kind": "outcome", "item": [f"O{i}" for i in item]}),
    }
    if limited and scenario.limit:
        frames["asked"]["limit"] = float(scenario.limit)
    graph = PartnerGraph(Wave("1"), {LAYER: LayerInfo(LAYER)}, frames, directed=scenario.directed)
    items = pd.DataFrame({"kind": "outcome", "item": [f"O{i}" for i in range(carried.shape[1])]})
    return Partnership("Drawn", {"1": graph}, {"items": items})


def measured(scenario: Scenario, number: int, names: Sequence[str] = (), draws: int = DRAWS) -> Record:
    """What is said of each measure, and the truth; without measures that say nothing even of the whole network."""
    everything, known = drawn(scenario, number)
    names = names or ranged()
    whole = assess(everything, names, settings=MeasureSettings(seed=number, permutations=0, draws=0))
    before: dict[str, Finding] = {}

    def kept(info: MeasureInfo, finding: Finding) -> Finding:
        before[info.name] = finding
        return unless_too_wide(info, finding)

    with patch("stakeholder_graph.studies.assess.unless_too_wide", kept):
        assess(known, names, settings=MeasureSettings(seed=number, permutations=0, draws=draws))
    return {of.name: _record(of.value, before[of.name]) for of in whole if of.value is not None and of.name in before}


def _record(truth: float, finding: Finding) -> list[float | str | None]:
    numbers = (truth, finding.value, finding.estimate, *(finding.range or (None, None)))
    rounded: list[float | str | None] = [None if number is None else round(number, 6) for number in numbers]
    if finding.range is not None:
        return rounded
    return [*rounded, " ".join(caveat.id for caveat in finding.caveats if caveat.id != "answered_subgraph")]


def printed(name: str, record: Sequence[float | str | None]) -> tuple[float, float] | None:
    """The range that is printed, by the program's own rule; None where there is none or it is withheld."""
    _truth, value, estimate, low, high = (None if isinstance(cell, str) else cell for cell in record[:5])
    middle = value if estimate is None else estimate
    if low is None or high is None or middle is None:
        return None
    return None if too_wide((low, high), middle, find_measure(name).bounds) else (low, high)


def holds(name: str, record: Sequence[float | str | None]) -> bool | None:
    """Whether what is printed holds the truth; None where nothing is printed."""
    truth, interval = record[0], printed(name, record)
    assert isinstance(truth, float | int)
    return None if interval is None else interval[0] - 1e-6 <= truth <= interval[1] + 1e-6


def _certain(record: Sequence[float | str | None]) -> bool:
    """Whether a value has no range since it is certain: what the missing answers would say of outcomes is bounded."""
    return record[3] is None and record[-1] == "silent_outcomes"


def hub_silent(record: Record) -> bool:
    """Whether the organization that is named most has not answered."""
    return any("hub_silent" in str(numbers[-1]) for numbers in record.values())


def withheld_shares(records: Iterable[Record]) -> dict[str, float]:
    """The share of findings whose range is withheld, of networks whose hub answered, and the two reasons apart.

    One reason is that no range drawn there would hold the truth often enough; the other, that it does but is too wide
    to be of use.
    """
    said = [
        (name, numbers)
        for record in records
        if not hub_silent(record)
        for name, numbers in record.items()
        if not _certain(numbers)
    ]
    undrawn = sum(numbers[3] is None for _name, numbers in said) / max(len(said), 1)
    withheld = sum(printed(name, numbers) is None for name, numbers in said) / max(len(said), 1)
    return {
        "withheld_where_the_hub_answered": round(withheld, 3),
        "withheld_as_uncovered": round(undrawn, 3),
        "withheld_as_too_wide": round(withheld - undrawn, 3),
    }


def summary(records: Iterable[Record]) -> dict[str, dict[str, float]]:
    """By measure: of how many networks it says something, how often it prints a range, how many of these hold."""
    records = list(records)
    result: dict[str, dict[str, float]] = {}
    for name in ranged():
        verdicts = [holds(name, record[name]) for record in records if name in record and not _certain(record[name])]
        shown = [verdict for verdict in verdicts if verdict is not None]
        if verdicts:
            result[name] = {
                "networks": len(verdicts),
                "printed": len(shown),
                "hold": sum(shown),
                "withheld": round(1 - len(shown) / len(verdicts), 3),
            } | ({"coverage": round(sum(shown) / len(shown), 3)} if shown else {})
    return result


def holm(cells: Mapping[tuple[str, str], tuple[int, int]]) -> dict[tuple[str, str], float]:
    """The corrected p that coverage is not below what is asked: of (hold, printed), by scenario and measure.

    References
    ----------
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics, 6(2),
    65-70.
    """
    p = {key: float(binom.cdf(hold, shown, ASKED)) for key, (hold, shown) in cells.items() if shown}
    corrected, so_far = {}, 0.0
    for rank, key in enumerate(sorted(p, key=lambda key: p[key])):
        so_far = max(so_far, min(1.0, p[key] * (len(p) - rank)))
        corrected[key] = so_far
    return corrected


def jobs() -> list[tuple[str, int]]:
    """Scenarios in turn, so that wherever a run breaks off all are as far."""
    return [(name, number) for number in range(NETWORKS) for name in SCENARIOS]


def read(progress: Path) -> dict[tuple[str, int], Record]:
    """What has been run."""
    lines = progress.read_text(encoding="utf-8").splitlines() if progress.exists() else []
    return {(scenario, number): record for scenario, number, record in map(json.loads, lines)}


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--progress", type=Path, required=True)
    options.add_argument("--stored", action="store_true", help="only write the summary of what there is")
    options.add_argument("--half", type=int, choices=(0, 1), help="only networks with even or odd numbers")
    chosen = options.parse_args()
    os.nice(19)
    done = read(chosen.progress)
    with chosen.progress.open("a", encoding="utf-8") as progress:
        for name, number in [] if chosen.stored else jobs():
            if (name, number) not in done and chosen.half in (None, number % 2):
                done[name, number] = measured(SCENARIOS[name], number)
                progress.write(json.dumps([name, number, done[name, number]]) + "\n")
                progress.flush()
    store(done)


def store(done: Mapping[tuple[str, int], Record]) -> None:
    """Write the summary."""
    of = {name: summary(record for (at, _), record in sorted(done.items()) if at == name) for name in SCENARIOS}
    cells = {
        (name, measure): (int(row["hold"]), int(row["printed"])) for name in of for measure, row in of[name].items()
    }
    for (name, measure), p in holm(cells).items():
        of[name][measure]["p_holm"] = round(p, 4)
    scenarios = {
        name: {
            "networks": sum(at == name for at, _ in done),
            **withheld_shares(record for (at, _), record in done.items() if at == name),
            "measures": of[name],
            "examples": [done[name, number] for number in range(EXAMPLES)],
        }
        for name in SCENARIOS
        if (name, EXAMPLES - 1) in done
    }
    SUMMARY.write_text(json.dumps({"draws": DRAWS, "scenarios": scenarios}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
