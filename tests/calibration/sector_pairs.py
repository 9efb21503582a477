"""How often a pair of sectors is named, by four rules on the same networks: writes sector_pairs.json.

Run ``python -m tests.calibration.sector_pairs``; it takes some minutes. Tests read the figures and rerun a few.

The rules: max-T over labels; step-down min-P over labels; the same, named only where rewired networks give p <= .05,
too; and only where they do so corrected by Benjamini and Hochberg's procedure over the pairs with p <= .05 over labels.
What is counted is whether the hole is named, and where there is none, whether any pair is.
"""

import json
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.inference.p_values import benjamini_hochberg, max_t, min_p, two_sided
from stakeholder_graph.inference.rewiring import rewire
from stakeholder_graph.measures.sectors.sector_mixing import LEAST_EXPECTED, cells_of, mixing_table
from stakeholder_graph.model.finding import LEVEL
from tests.calibration.networks import layer_of

FIGURES = Path(__file__).with_suffix(".json")
PERMUTATIONS, REWIRED = 1999, 199
SECTORS, SIZE, DENSITY = 6, 8, 0.3
#: How many networks of each scenario.
SCENARIOS = {"hole": 60, "hole, 30 % silent": 60, "weak hole": 60, "no structure": 200, "active": 200}
RULES = ("max-T", "min-P", "min-P and rewired", "min-P and rewired, corrected")


def drawn(scenario: str, number: int) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """48 organizations in six sectors of eight, somewhat unequal in activity; what is planted is in the name.

    A hole: of the 64 pairs from the first sector to the second one is tied, where about 18 are expected; a weak one:
    each with 1 in 16. An active
    sector: its members name others, whichever, with odds four times as high and are named with odds twice as high.
    """
    rng = np.random.default_rng([number, 5])
    n = SECTORS * SIZE
    sector = np.repeat(np.arange(SECTORS), SIZE)
    sent, received = rng.normal(0, 0.4, n), rng.normal(0, 0.4, n)
    if scenario == "active":
        sent[sector == 0] += np.log(4)
        received[sector == 0] += np.log(2)
    tied = rng.random((n, n)) < 1 / (1 + np.exp(-np.log(DENSITY / (1 - DENSITY)) - sent[:, None] - received))
    if scenario == "weak hole":
        tied[:SIZE, SIZE : 2 * SIZE] = np.random.default_rng([number, 9]).random((SIZE, SIZE)) < 1 / 16
    elif "hole" in scenario:
        tied[:SIZE, SIZE : 2 * SIZE] = False
        tied[rng.integers(SIZE), SIZE + rng.integers(SIZE)] = True
    return tied & ~np.eye(n, dtype=bool), sector


def named(scenario: str, number: int) -> list[bool]:
    """Whether each rule names the hole; or, where none is planted, any pair."""
    layer = layer_of(*drawn(scenario, number))
    if "silent" in scenario:
        silent = np.random.default_rng([number, 6]).permutation(layer.n) < round(0.3 * layer.n)
        layer = without_answers(layer, silent)
    expected = np.array(mixing_table(layer)["expected"], dtype=float)
    judged = expected >= LEAST_EXPECTED
    observed = cells_of(layer, layer.mixing)
    simulated = under_labels(layer, lambda mixing: cells_of(layer, mixing), PERMUTATIONS, number)[:, judged]
    largest = max_t(observed[judged], simulated, expected[judged]) <= LEVEL
    smallest = min_p(observed[judged], simulated) <= LEVEL
    by_partners = np.ones(len(smallest))
    if smallest.any():  # else no rule names a pair, whatever rewired networks say
        by_partners = two_sided(observed, cells_of(layer, rewire(layer, REWIRED, number).mixing))[judged]
    both = smallest & (by_partners <= LEVEL)
    alone = two_sided(observed[judged], simulated) <= LEVEL
    corrected = smallest & (benjamini_hochberg(by_partners, alone) <= LEVEL)
    hole = np.flatnonzero(judged) == 1
    counts = hole & (observed[judged] < expected[judged]) if "hole" in scenario else np.full(len(hole), True)
    return [bool((rule & counts).any()) for rule in (largest, smallest, both, corrected)]


def measured() -> dict[str, dict[str, float]]:
    """The share of networks in which each rule names it."""
    shares = {}
    for scenario, networks in SCENARIOS.items():
        with ProcessPoolExecutor(2) as pool:
            found = np.array(list(pool.map(partial(named, scenario), range(networks), chunksize=10)))
        shares[scenario] = dict(zip(RULES, found.mean(axis=0).round(4).tolist(), strict=True))
    return shares


if __name__ == "__main__":
    os.nice(1)
    examples = {scenario: [named(scenario, number) for number in range(3)] for scenario in SCENARIOS}
    figures = {"networks": SCENARIOS, "shares": measured(), "examples": examples}
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
