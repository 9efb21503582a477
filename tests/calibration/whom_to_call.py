"""How much narrower five calls make a range, by whom_to_call and at random; stored in whom_to_call.json beside it.

    nice -n 15 python -m tests.calibration.whom_to_call --networks 100 --progress FILE

runs what is missing in FILE (one line of JSON a network, so that a run can be broken off and taken up again) and writes
the summary. Whoever is called answers the truth, and all is fitted and drawn anew. What is left is the spread (the
variance of each organization's drawn number of ties, summed over those who have not answered) as a share of that before
the calls, and the width of the range of the number of ties likewise. At random is the mean over several fives. The
networks are others than those on which the ranking was chosen: on six of these, draws of all three degrees of activity
together made the range narrower than those of one.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import Imputations, impute, ranges
from stakeholder_graph.studies.whom_to_call import CALLS, ranked, spread
from tests.calibration.networks import layer_of, network, silent

SUMMARY = Path(__file__).with_suffix(".json")
DRAWS = 80
#: Fives at random that are compared with the five called.
FIVES = 1
SILENT = 0.4

Record = dict[str, float]


def _open(imputations: Imputations) -> NDArray[np.float64]:
    """The spread, summed over organizations, and the width of the range of the number of ties."""
    found = ranges(imputations, lambda completed: float(completed.n_ties))
    assert found.range is not None
    return np.array([spread(imputations).sum(), found.range[1] - found.range[0]])


def measured(number: int) -> Record:
    """What is left after five calls, as a share: spread and range, called and at random."""
    rng = np.random.default_rng([number, 3])
    tied, sector = network(rng)
    full = layer_of(tied, sector)
    hidden = silent(tied, SILENT, rng)
    known = without_answers(full, hidden)
    quiet = np.flatnonzero(hidden)
    named_by = known.adjacency.sum(axis=0).astype(np.intp)
    drawn = impute(known, imputations=DRAWS, seed=number)
    before = _open(drawn)

    def left(called: NDArray[np.intp]) -> NDArray[np.float64]:
        still = hidden.copy()
        still[called] = False
        return _open(impute(without_answers(full, still), imputations=DRAWS, seed=number)) / before

    chosen = left(ranked(quiet, spread(drawn), named_by)[:CALLS])
    at_random = np.mean([left(rng.choice(quiet, CALLS, replace=False)) for _ in range(FIVES)], axis=0)
    names = ("spread", "range", "spread_at_random", "range_at_random")
    return dict(zip(names, np.round([*chosen, *at_random], 6).tolist(), strict=True))


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--networks", type=int, default=100)
    options.add_argument("--progress", type=Path, required=True)
    chosen = options.parse_args()
    done: dict[int, Record] = {}
    if chosen.progress.exists():
        for line in chosen.progress.read_text(encoding="utf-8").splitlines():
            number, record = json.loads(line)
            done[number] = record
    with chosen.progress.open("a", encoding="utf-8") as progress:
        for number in range(chosen.networks):
            if number not in done:
                done[number] = measured(number)
                progress.write(json.dumps([number, done[number]]) + "\n")
                progress.flush()
    records = [record for _, record in sorted(done.items())]
    means = {name: round(float(np.mean([record[name] for record in records])), 3) for name in records[0]}
    better = {
        name: sum(record[name] < record[f"{name}_at_random"] for record in records) for name in ("spread", "range")
    }
    stored = {"silent": SILENT, "draws": DRAWS, "networks": len(records), "left": means, "narrower_on": better}
    SUMMARY.write_text(json.dumps({**stored, "records": records}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
