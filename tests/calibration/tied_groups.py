"""How often a group of organizations is called tied otherwise than usual where it is not, and where it is.

    nice -n 19 python -m tests.calibration.tied_groups --networks 120

writes tied_groups.json, of scenarios that are not stored with as many networks yet; a hundred networks of one take some
two minutes. Ties know nothing of the groups, which
are drawn by what often goes with outcomes: at random, the busy, the quiet, members of one sector. Beside the test that
the package uses stands the one it replaced, which deals out the members anew among those who answered. Power is of a
hole (four in five ties inside are taken away) and of a knot (one in three open pairs inside is tied).
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed
from stakeholder_graph.inference.label_permutation import permuted_within
from stakeholder_graph.inference.p_values import two_sided
from stakeholder_graph.inference.rewiring import rewire
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._tied_inside import p_inside, tied_inside
from tests.calibration.scenarios import SCENARIOS, Drawn, Flags, Scenario, drawn

FIGURES = Path(__file__).with_suffix(".json")
NAMES = (
    "no structure, everyone answers",
    "no structure, .25 to .95 of a sector answer",
    "no structure, .25 to .95 of a sector answer, undirected",
    "no structure, the connected are silent",
    "no structure, three hubs",
    "no structure, one sector active",
    "no structure, rosters favour one's own sector",
    "no structure, blanks",
)
KINDS = ("at random", "busy", "quiet", "of one sector")
SIZE, LEVELS = 9, (0.05, 0.01, 0.002)


def layer_of(made: Drawn, scenario: Scenario) -> Layer:
    """The layer as it was answered."""
    n = len(made.tied)
    none = csr_array((n, n), dtype=bool)
    observed = Observed(np.where(made.answered, 0, -1), np.ones((n, 1), dtype=bool), none, csr_array(made.blank))
    tied = made.tied if scenario.directed else (seen := made.tied & made.answered[:, None]) | seen.T
    return Layer(
        name="collaboration",
        wave="1",
        organizations=tuple(f"Organization {i:03d}" for i in range(n)),
        sectors=tuple(f"Sector {g}" for g in range(int(made.sector.max()) + 1)),
        sector_codes=made.sector.astype(np.intp),
        strength=csr_array(tied.astype(float)),
        observed=observed,
        ties="reported" if scenario.directed else None,
        pairing=None if scenario.directed else "one end",
    )


def groups_of(layer: Layer, rng: np.random.Generator) -> Flags:
    """A group of each kind, among those who answered."""
    answered = np.flatnonzero(layer.answered)
    degree = np.asarray(layer.adjacency.sum(axis=0) + layer.adjacency.sum(axis=1))[answered] + 1.0
    sector = layer.sector_codes[answered]
    own = np.where(sector == np.bincount(sector).argmax(), 8.0, 1.0)
    weights = {"at random": np.ones_like(degree), "busy": degree**2, "quiet": degree**-2.0, "of one sector": own}
    groups = np.zeros((layer.n, len(KINDS)), dtype=bool)
    for k, kind in enumerate(KINDS):
        size = min(SIZE, len(answered) - 1)
        groups[rng.choice(answered, size, replace=False, p=weights[kind] / weights[kind].sum()), k] = True
    return groups


def changed(made: Drawn, group: Flags, how: str, rng: np.random.Generator) -> Drawn:
    """The network with a hole or a knot inside a group."""
    inside = np.outer(group, group) & ~np.eye(len(group), dtype=bool)
    tied = made.tied.copy()
    if how == "hole":
        drop = rng.random(tied.shape) < 0.8
        tied &= ~(inside & np.triu(drop) | inside & np.triu(drop).T)
    else:
        add = np.triu(rng.random(tied.shape) < 1 / 3, 1)
        tied |= inside & (add | add.T) & ~made.blank & made.answered[:, None]
    return Drawn(tied, made.sector, made.place, made.answered, made.blank, made.teams, made.outcomes)


def tests(layer: Layer, groups: Flags, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """p of each group by rewired ties, and by dealing out its members anew."""
    pairs = PairsOfLayer.of(layer)
    counts = pairs.tied_among(groups).astype(float)
    networks = rewire(layer, seed=seed)
    order = [layer.organizations.index(name) for name in networks.layer.organizations]
    possible = np.array([pairs.possible(np.flatnonzero(group)) for group in groups.T])
    rewired, _ = p_inside(counts, tied_inside(networks, groups[order]).astype(float), possible)
    strata = layer.answered.astype(np.intp)
    dealt = [
        pairs.tied_among(groups[permuted])
        for permuted in permuted_within(np.arange(layer.n), strata, 999, seed, len(pairs.first) * groups.shape[1])
    ]
    return rewired, two_sided(counts, np.concatenate(dealt))


def measured(name: str, number: int) -> dict[str, list[float]]:
    """p of each group in one network, and of the first with a hole and with a knot."""
    scenario = SCENARIOS[name]
    made, rng = drawn(scenario, number), np.random.default_rng([number, 77])
    layer = layer_of(made, scenario)
    groups = groups_of(layer, rng)
    found = dict(zip(KINDS, map(list, zip(*tests(layer, groups, number), strict=True)), strict=True))
    for how in ("hole", "knot"):
        planted = changed(made, groups[:, 0], how, rng)
        if not scenario.directed:
            planted = Drawn(planted.tied | planted.tied.T, *(getattr(made, field) for field in FIELDS))
        found[how] = [float(p[0]) for p in tests(layer_of(planted, scenario), groups[:, :1], number)]
    return {kind: [round(float(p), 7) for p in values] for kind, values in found.items()}


FIELDS = ("sector", "place", "answered", "blank", "teams", "outcomes")


def summary(records: list[dict[str, list[float]]]) -> dict[str, dict[str, list[float]]]:
    """Of each kind of group the share of networks with p at most each level, by rewired ties and by members dealt."""
    found: dict[str, list[list[float]]] = defaultdict(list)
    for record in records:
        for kind, values in record.items():
            found[kind].append(values)
    return {
        kind: {
            null: [round(float(np.mean(np.array(values)[:, k] <= level)), 3) for level in LEVELS]
            for k, null in enumerate(("rewired", "dealt out"))
        }
        for kind, values in found.items()
    }


def main() -> None:
    """Write the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--networks", type=int, default=120)
    networks = parser.parse_args().networks
    stored = json.loads(FIGURES.read_text(encoding="utf-8"))["scenarios"] if FIGURES.exists() else {}
    for name in NAMES:
        if stored.get(name, {"networks": 0})["networks"] >= networks:
            continue
        records = [measured(name, number) for number in range(networks)]
        stored[name] = {"networks": networks, "rejected": summary(records), "examples": records[:2]}
        print(name, json.dumps(stored[name]["rejected"]), flush=True)
        FIGURES.write_text(json.dumps({"levels": LEVELS, "scenarios": stored}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
