"""How often ranges hold the truth, on simulated networks; stored in coverage.json beside this file.

    python -m tests.calibration.coverage --progress FILE

runs what is missing in FILE (one line of JSON a network, so that a run can be broken off and taken up again) and writes
the summary of what there is. One process, low priority. The range of 100 draws is a little narrower than that of the
200 which a report takes: what is stored errs on the low side.
"""

import argparse
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import Ranges, impute, ranges
from stakeholder_graph.measures.bridges.betweenness import largest
from stakeholder_graph.measures.network.centralization import degree_centralization
from stakeholder_graph.measures.sectors.ei_index import of_layer
from stakeholder_graph.measures.ties.reciprocity import returned_share
from tests.calibration.networks import Leaning, layer_of, limited, network, silent

SUMMARY = Path(__file__).with_name("coverage.json")
DRAWS = 100
#: Networks of each scenario.
NETWORKS = 200

#: Networks whose records are stored in full, so that a test can run them again.
EXAMPLES = 2


@dataclass(frozen=True)
class Scenario:
    """What is not known, and of which networks."""

    silent: float
    leaning: Leaning = "at random"
    directed: bool = True
    places: float = 0.0
    limit: int = 0


SCENARIOS = {
    "30 % silent at random": Scenario(0.3),
    "50 % silent at random": Scenario(0.5),
    "40 % silent, the well-connected likelier": Scenario(0.4, "connected"),
    "40 % silent, the poorly connected likelier": Scenario(0.4, "unconnected"),
    "40 % silent, the inactive likelier": Scenario(0.4, "inactive"),
    "30 % silent at random, undirected": Scenario(0.3, directed=False),
    "30 % silent at random, ties clustered by place": Scenario(0.3, places=1.5),
    "everyone answers with at most ten names": Scenario(0.0, limit=10),
}


def density(layer: Layer) -> float:
    """Share of possible ties that there are."""
    return layer.n_ties / layer.n_possible_dyads


def transitivity(layer: Layer) -> float:
    """Share of open or closed triples that are closed, directions aside."""
    tied = (layer.adjacency + layer.adjacency.T).toarray() > 0
    ways = tied.astype(float) @ tied
    return float(ways[tied].sum() / (ways.sum() - np.trace(ways)))


def betweenness(layer: Layer) -> float:
    """The largest betweenness as a share of the most there can be."""
    return largest(layer) / ((layer.n - 1) * (layer.n - 2) / (1 if layer.directed else 2))


STATISTICS: Mapping[str, Callable[[Layer], float]] = {
    "density": density,
    "reciprocity": returned_share,
    "ei_index": of_layer,
    "centralization": degree_centralization,
    "transitivity": transitivity,
    "betweenness": betweenness,
}

Record = dict[str, list[float]]


def measured(scenario: Scenario, number: int, names: Iterable[str] = STATISTICS) -> Record:
    """Truth, estimate, both ends of the likely range and of the range, for each statistic that has them."""
    rng = np.random.default_rng([number, 1])
    tied, sector = network(rng, places=scenario.places)
    full = layer_of(tied, sector, directed=scenario.directed)
    known = without_answers(full, silent(tied, scenario.silent, rng, leaning=scenario.leaning))
    if scenario.limit:
        known = limited(full, scenario.limit, rng)
    imputations = impute(known, imputations=DRAWS, seed=number)
    found = {name: (STATISTICS[name](full), ranges(imputations, STATISTICS[name])) for name in names}
    return {name: _numbers(truth, one) for name, (truth, one) in found.items() if one.range}


def _numbers(truth: float, found: Ranges) -> list[float]:
    assert found.estimate is not None
    assert found.range_like is not None
    assert found.range is not None
    return [round(x, 6) for x in (truth, found.estimate, *found.range_like, *found.range)]


def summary(records: list[Record]) -> dict[str, dict[str, float]]:
    """Coverage in per cent, median widths, mean error of the estimate, and of how many networks."""
    result = {}
    for name in STATISTICS:
        have = np.array([record[name] for record in records if name in record])
        if len(have):
            truth, estimate, like_low, like_high, low, high = have.T
            result[name] = {
                "networks": len(have),
                "within_like": round(100 * float(((like_low <= truth) & (truth <= like_high)).mean())),
                "within_range": round(100 * float(((low <= truth) & (truth <= high)).mean())),
                "width_like": round(float(np.median(like_high - like_low)), 3),
                "width_range": round(float(np.median(high - low)), 3),
                "error": round(float((estimate - truth).mean()), 4),
            }
    return result


def jobs() -> list[tuple[str, int]]:
    """Scenarios in turn, so that wherever a run breaks off all are as far."""
    return [(name, number) for number in range(NETWORKS) for name in SCENARIOS]


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--progress", type=Path, required=True)
    options.add_argument("--stored", action="store_true", help="only write the summary of what there is")
    chosen = options.parse_args()
    os.nice(15)
    done: dict[tuple[str, int], Record] = {}
    if chosen.progress.exists():
        for line in chosen.progress.read_text(encoding="utf-8").splitlines():
            scenario, number, record = json.loads(line)
            done[scenario, number] = record
    with chosen.progress.open("a", encoding="utf-8") as progress:
        for name, number in [] if chosen.stored else jobs():
            if (name, number) not in done:
                done[name, number] = measured(SCENARIOS[name], number)
                progress.write(json.dumps([name, number, done[name, number]]) + "\n")
                progress.flush()
    store(done)


def store(done: Mapping[tuple[str, int], Record]) -> None:
    """Write the summary."""
    stored = {
        name: {
            "coverage": summary([record for (of, _), record in sorted(done.items()) if of == name]),
            "examples": [done[name, number] for number in range(EXAMPLES)],
        }
        for name in SCENARIOS
        if (name, EXAMPLES - 1) in done
    }
    SUMMARY.write_text(json.dumps({"draws": DRAWS, "scenarios": stored}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
