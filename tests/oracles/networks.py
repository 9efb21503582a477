"""Complete networks for the oracles, by seed: ``python tests/oracles/networks.py FOLDER`` writes them as edge lists.

Each network is a folder's three files: ``NAME.csv`` (sender, receiver), ``NAME.nodes.csv`` (sector of each
organization) and, where regressions are compared, ``NAME.predictors.csv`` (predictor, sender, receiver, value).
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.generators import invent

Square = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Network:
    """Ties and sectors of n organizations, all of which answered."""

    name: str
    directed: bool
    tied: NDArray[np.bool_]
    sector: NDArray[np.intp]
    predictors: dict[str, Square] = field(default_factory=dict)


#: Organizations, sectors, density, and the share of ties within sectors.
SIZES = [(10, 2, 0.3, 0.5), (25, 4, 0.15, 0.4), (40, 5, 0.025, None), (80, 7, 0.08, 0.3), (200, 8, 0.03, 0.35)]
#: Of these the permutation tests are compared; the reference software is slow.
REGRESSED = (10, 25, 80)


def networks() -> Iterator[Network]:
    """Those that are compared: directed ones, and the same with directions taken away."""
    for n, sectors, density, within in SIZES:
        made = invent(n, sectors, density=density, within=within, waves=2, seed=n)
        tied, later = (made.truth[wave].toarray() > 0 for wave in ("1", "2"))
        names = made.tables["organizations"]["sector"].to_numpy()
        sector = np.unique(names, return_inverse=True)[1].astype(np.intp)
        rng = np.random.default_rng([n, 1])
        asset = np.round(rng.normal(size=n), 3)
        predictors = {
            "later": later.astype(float),
            "same": (sector[:, None] == sector).astype(float),
            "apart": np.abs(asset[:, None] - asset),
        }
        for square in predictors.values():
            np.fill_diagonal(square, 0.0)
        regressed = predictors if n in REGRESSED else {}
        yield Network(f"directed_{n}", True, tied, sector, regressed)
        undirected = {name: np.maximum(square, square.T) for name, square in regressed.items()}
        yield Network(f"undirected_{n}", False, tied | tied.T, sector, undirected)


def write(folder: Path) -> None:
    """Write all of them, and a list of them."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for network in networks():
        edges = np.argwhere(network.tied) + 1
        pd.DataFrame(edges, columns=["sender", "receiver"]).to_csv(folder / f"{network.name}.csv", index=False)
        pd.DataFrame({"sector": network.sector + 1}).to_csv(folder / f"{network.name}.nodes.csv", index=False)
        values = [
            pd.DataFrame({"predictor": name, "sender": one + 1, "receiver": other + 1, "value": square[one, other]})
            for name, square in network.predictors.items()
            for one, other in [np.nonzero(square)]
        ]
        if values:
            pd.concat(values).to_csv(folder / f"{network.name}.predictors.csv", index=False)
        listed.append({"name": network.name, "directed": network.directed, "regressed": bool(network.predictors)})
    pd.DataFrame(listed).to_csv(folder / "networks.csv", index=False)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
