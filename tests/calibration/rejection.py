"""How often tests see something where sectors play no part, and where they do; stored in rejection.json.

    python tests/calibration/rejection.py --networks 1000 --progress FILE

runs what is missing in FILE (one line of JSON a network, so that a run can be broken off and taken up again) and writes
the summary. One process, low priority. 199 arrangements a test, so that 1 % and 5 % can be reached exactly; tables
whose rows are corrected together by min-P need more, and get 1,999.

    python tests/calibration/rejection.py --tables 200

runs the tests of tables alone again, in so many networks, and leaves the others as they are stored.
"""

import argparse
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import binom

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.dyad_permutation import dyads_of
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.label_permutation import permuted_mixing, under_relabelling
from stakeholder_graph.inference.mrqap import mrqap
from stakeholder_graph.inference.p_values import benjamini_hochberg, max_t, min_p, two_sided
from stakeholder_graph.inference.qap import qap
from stakeholder_graph.inference.rewiring import RewiredMixing, rewire
from stakeholder_graph.measures._declaration import LabelPermutation
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import LEVEL, Measured, Ties
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.silo_sources import silo_sources
from tests.calibration.networks import layer_of, network

SUMMARY = Path(__file__).with_suffix(".json")
PERMUTATIONS, TABLE_PERMUTATIONS = 199, 1999
LEVELS = (0.01, 0.05, 0.1)
#: Networks whose p are stored, so that a test can run them again.
EXAMPLES = 2

#: The E-I index stands for odds ratio and Freeman's segregation too: all three are given by how many ties stay inside.
OF_MIXING = ("ei_index", "modularity", "assortativity")
#: Of many fields, the smallest corrected p.
OF_CELLS = ("sector_mixing", "coleman_homophily")

Record = dict[str, float | None]


@dataclass(frozen=True)
class Scenario:
    """How much likelier ties are within a sector, in log-odds, who answers, and what counts as a tie."""

    silos: float = 0.0
    silent: bool = False
    ties: Ties = "reported"
    directed: bool = True
    #: Of how many networks asked for one is looked at.
    one_of: int = 1


SCENARIOS = {
    "no structure, everyone answers": Scenario(),
    "no structure, .25 to .95 of a sector answer": Scenario(silent=True),
    "no structure, .25 to .95 answer, named by either": Scenario(silent=True, ties="either"),
    "no structure, .25 to .95 answer, undirected": Scenario(silent=True, directed=False),
    "odds 1.25 times within, everyone answers": Scenario(np.log(1.25), one_of=10),
    "odds 1.5 times within, everyone answers": Scenario(np.log(1.5), one_of=10),
    "odds 2 times within, everyone answers": Scenario(np.log(2), one_of=10),
    "odds 1.5 times within, .25 to .95 answer": Scenario(np.log(1.5), silent=True, one_of=10),
    "odds 2 times within, .25 to .95 answer": Scenario(np.log(2), silent=True, one_of=10),
}


def drawn(scenario: Scenario, number: int) -> tuple[Layer, np.random.Generator]:
    """A network of 40 to 50 organizations in 6 to 8 sectors, as it was answered."""
    rng = np.random.default_rng([number, 2])
    tied, sector = network(rng, n=int(rng.integers(40, 51)), silos=scenario.silos)
    layer = layer_of(tied, sector, directed=scenario.directed)
    if scenario.silent:
        shares = rng.uniform(0.25, 0.95, len(layer.sectors))
        places = rng.permutation(layer.n)
        silent = np.zeros(layer.n, dtype=bool)
        for code, share in enumerate(shares):
            members = places[layer.sector_codes[places] == code]
            silent[members[round(share * len(members)) :]] = True
        layer = without_answers(layer, silent)
    return layer.with_ties(scenario.ties), rng


def measured(scenario: Scenario, number: int) -> Record:
    """The p of each test; None where it does not apply."""
    layer, rng = drawn(scenario, number)
    mixing = np.concatenate(list(permuted_mixing(layer, PERMUTATIONS, number)))
    found: Record = {}
    again = rewire(layer, PERMUTATIONS, number)
    for name in OF_MIXING:
        null = find_measure(name).null
        assert isinstance(null, LabelPermutation)
        assert null.statistic is not None
        statistic, observed = null.statistic, null.statistic(layer, layer.mixing)
        found[name] = _p(observed, statistic(layer, mixing))
        by_partners = again.values(partial(statistic, layer))
        found[f"{name}, rewired"] = None if isinstance(by_partners, str) else _p(observed, by_partners)
    found |= _of_tables(layer, lambda: again, number)
    found["brokerage"] = _of_roles(layer, number)
    found |= _of_pairs(layer, rng, number)
    return {name: None if p is None else round(p, 4) for name, p in found.items()}


def _p(observed: NDArray[np.float64], simulated: NDArray[np.float64]) -> float | None:
    simulated = simulated[~np.isnan(simulated)]
    return float(two_sided(np.asarray(observed), simulated)) if len(simulated) and not np.isnan(observed) else None


def _of_tables(layer: Layer, rewired: Callable[[], RewiredMixing], number: int) -> Record:
    mixing = np.concatenate(list(permuted_mixing(layer, TABLE_PERMUTATIONS, number)))
    return {name: _of_table(name, layer, mixing, rewired) for name in OF_CELLS}


def _of_table(
    name: str, layer: Layer, mixing: NDArray[np.number], rewired: Callable[[], RewiredMixing]
) -> float | None:
    """The smallest corrected p of the rows on which rewired networks agree; 1 where they agree on none."""
    info = find_measure(name)
    null, found = info.null, info.function(layer)
    assert isinstance(found, Measured)
    assert isinstance(null, LabelPermutation)
    assert null.cells is not None
    if found.table is None:
        return None
    judged = np.array([row["expected"] is not None and null.judged(row) for row in found.table.rows])
    if not judged.any():
        return None
    observed, simulated = null.cells(layer, layer.mixing)[judged], null.cells(layer, mixing)[:, judged]
    corrected = min_p(observed, simulated)
    if np.isnan(corrected).all():
        return None
    if np.nanmin(corrected) > max(LEVELS):
        return 1.0
    again = rewired()
    end, half = (null.cells(layer, walked)[:, judged] for walked in (again.mixing, again.halfway))
    reasons = [again.usable(end[:, cell], half[:, cell]) for cell in range(len(observed))]
    telling = np.array([not isinstance(why, str) or why not in ("rewire_one", "rewire_same") for why in reasons])
    by_partners = np.where(telling, two_sided(observed, end), np.nan)
    guard = benjamini_hochberg(by_partners, two_sided(observed, simulated) <= LEVEL)
    return _smallest(np.where(np.nan_to_num(guard, nan=1.0) <= LEVEL, corrected, 1.0))


def _of_roles(layer: Layer, seed: int) -> float | None:
    null = find_measure("brokerage").null
    assert isinstance(null, LabelPermutation)
    assert null.relabelled is not None
    observed = null.relabelled(layer, layer.sector_codes[None, :])[0]
    simulated = under_relabelling(layer, null.relabelled, PERMUTATIONS, seed)
    return _smallest(max_t(observed, simulated, simulated.mean(axis=0)))


def _smallest(p: NDArray[np.float64]) -> float | None:
    return None if np.isnan(p).all() else float(np.nanmin(p))


def _of_pairs(layer: Layer, rng: np.random.Generator, number: int) -> Record:
    """What pairs have in common: the sector, and a place that plays no part."""
    place = rng.integers(5, size=layer.n)
    ties, dyads = (layer.adjacency.toarray() > 0).astype(float), dyads_of(layer)
    same = np.array([np.equal.outer(layer.sector_codes, layer.sector_codes), np.equal.outer(place, place)], dtype=float)
    regression = mrqap(ties, same, dyads, permutations=PERMUTATIONS, seed=number)
    found: Record = {"qap": qap(ties, same[0], dyads, permutations=PERMUTATIONS, seed=number).p}
    found |= {"mrqap": float(regression.p[0]), "mrqap, a place without part": float(regression.p[1])}
    if layer.directed:
        found["silo_sources"] = _of_sources(layer, ties, place, rng.random((layer.n, 6)) < 0.2, number)
    return found


def _of_sources(
    layer: Layer, ties: NDArray[np.float64], place: NDArray[np.int64], seats: NDArray[np.bool_], seed: int
) -> float | None:
    """The smallest corrected p of sector, place and teams."""
    names = np.array(layer.organizations)
    who, team = np.nonzero(seats & layer.answered[:, None])
    people = {"organization": names, "sector": layer.sector_codes.astype(str), "place": place.astype(str)}
    frames = {
        "organizations": pd.DataFrame(people),
        "ties": pd.DataFrame(names[np.argwhere(ties > 0)], columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": pd.DataFrame({"organization": names, "layer": "work", "answered": layer.answered}),
        "affiliations": pd.DataFrame({"organization": names[who], "kind": "team", "item": team.astype(str)}),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    settings = MeasureSettings(permutations=PERMUTATIONS, seed=seed)
    table = silo_sources(StudyContext(Partnership("P", {"1": graph}, {}), graph, "work", settings)).table
    return min(float(row["p_adjusted"] or 1) for row in table.rows) if table else None


def summary(records: list[Record]) -> dict[str, dict[str, float]]:
    """For each test: of how many networks, and the share of these with p at most .01, .05 and .1."""
    result = {}
    for name in dict.fromkeys(name for record in records for name in record):
        p = np.array([value for record in records if (value := record.get(name)) is not None])
        if len(p):
            shares = {f"at {level}": round(float((p <= level + 1e-9).mean()), 4) for level in LEVELS}
            result[name] = {"networks": len(p), **shares}
    return result


def most(networks: int, level: float, tests: int = 1) -> float:
    """The largest share of rejections that tests of that level give, all of so many, in 999 of 1,000 runs."""
    return float(binom.ppf(1 - 0.001 / tests, networks, level) / networks)


def scenarios(number: int) -> Mapping[str, Scenario]:
    """Those that are looked at in the network of this number."""
    return {name: scenario for name, scenario in SCENARIOS.items() if number % scenario.one_of == 0}


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--networks", type=int, default=1000)
    options.add_argument("--progress", type=Path)
    options.add_argument("--tables", type=int)
    chosen = options.parse_args()
    os.nice(15)
    if chosen.tables:
        again_tables(chosen.tables)
    elif chosen.progress is None:
        options.error("--progress FILE says where to keep what is done")
    else:
        run_missing(chosen.networks, chosen.progress)


def run_missing(networks: int, file: Path) -> None:
    """Run the networks that the file does not have yet, and write the summary."""
    done: dict[tuple[str, int], Record] = {}
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            name, number, record = json.loads(line)
            done[name, number] = record
    with file.open("a", encoding="utf-8") as progress:
        for number in range(networks):
            for name, scenario in scenarios(number).items():
                if (name, number) not in done:
                    done[name, number] = measured(scenario, number)
                    progress.write(json.dumps([name, number, done[name, number]]) + "\n")
                    progress.flush()
    stored = {
        name: {
            "rejected": summary([record for (of, _), record in sorted(done.items()) if of == name]),
            "examples": _examples(done, name),
        }
        for name in SCENARIOS
    }
    SUMMARY.write_text(
        json.dumps({"permutations": PERMUTATIONS, "scenarios": stored}, indent=1) + "\n", encoding="utf-8"
    )


def again_tables(networks: int) -> None:
    """Run the tests of tables again and put their figures in the place of those that are stored."""
    stored = json.loads(SUMMARY.read_text(encoding="utf-8"))
    done: dict[str, dict[int, Record]] = {name: {} for name in SCENARIOS}
    for number in range(networks):
        for name, scenario in scenarios(number).items():
            layer, _ = drawn(scenario, number)
            found = _of_tables(layer, cache(partial(rewire, layer, PERMUTATIONS, number)), number)
            done[name][number] = {test: None if p is None else round(p, 4) for test, p in found.items()}
    for name, records in done.items():
        stored["scenarios"][name]["rejected"] |= summary(list(records.values()))
        for number, example in stored["scenarios"][name]["examples"].items():
            example |= measured(SCENARIOS[name], int(number))
    SUMMARY.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _examples(done: Mapping[tuple[str, int], Record], name: str) -> dict[str, Record]:
    numbers = sorted(number for of, number in done if of == name)[:EXAMPLES]
    return {str(number): done[name, number] for number in numbers}


if __name__ == "__main__":
    main()
