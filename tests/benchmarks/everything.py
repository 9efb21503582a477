"""An invented partnership of any size in which every question was asked, so that every measure has something to say."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.survey import read_partnership
from tests.benchmarks.networks import DEGREE, sectors_of

#: The kind of tie that measures of one layer are computed of.
LAYER = "collaboration"
JUDGED = """
[layers.trust]
asked_of = "collaboration"
[layers."perceived value"]
asked_of = "collaboration"
"""
#: Larger ones have one wave: the ties of two would make a file that is too large to be read.
TWO_WAVES = 20_000
OUTCOMES, ACTIVITIES, THINGS, AGENDA = 8, 20, 60, 6
#: Ties of a wave that are judged, at most.
MOST_JUDGED = 45_000
#: Organizations of a team or a meeting, and the most teams and meetings there are.
IN_TEAM, MOST_TEAMS = 12, 40


def write_everything(folder: Path, n: int, *, waves: int = 2, response: float = 0.9) -> Path:
    """Write the files of a partnership of n organizations, ten ties each, a tenth of whom have not answered."""
    made = invent(n, sectors_of(n), density=DEGREE / (n - 1), response=response, outcomes=OUTCOMES, waves=waves, seed=n)
    rng = np.random.default_rng(n)
    tables = {name: table.copy() for name, table in made.tables.items()}
    who = tables["organizations"]["organization"].to_numpy()
    latest = tables["asked"].query(f"wave == '{waves}' and answered == 'yes'")["organization"].to_numpy()
    teams = min(MOST_TEAMS, max(2, n // IN_TEAM))
    joined = [tables["affiliations"]]
    for kind, items in (("activity", ACTIVITIES), ("asset", THINGS), ("need", THINGS), ("team", teams), ("meeting", 4)):
        named = [f"{kind.capitalize()} {k}" for k in rng.integers(1, items + 1, len(latest))]
        joined.append(pd.DataFrame({"organization": latest, "kind": kind, "item": named, "wave": str(waves)}))
    tables["affiliations"] = pd.concat(joined, ignore_index=True)
    tables["items"] = pd.concat([tables["items"], _items(teams)], ignore_index=True)
    tables["ratings"] = pd.DataFrame(
        {
            "organization": np.repeat(latest, AGENDA),
            "item": np.tile([f"Statement {k}" for k in range(1, AGENDA + 1)], len(latest)),
            "value": rng.integers(1, 6, AGENDA * len(latest)),
            "wave": str(waves),
        }
    )
    tables["scales"] = pd.DataFrame({"scale": "agree", "value": range(1, 6), "name": ["1", "2", "3", "4", "5"]})
    ties = tables["ties"]
    # A tenth of the ties, or less: so that the file of a large network is not too large to be read.
    judged = ties[ties["wave"] == str(waves)]
    judged = judged[:: max(10, -(-len(judged) // MOST_JUDGED))]
    asked = [
        judged.assign(layer=layer, value=rng.integers(1, 5, len(judged))) for layer in ("trust", "perceived value")
    ]
    # A second kind of tie, for what compares kinds.
    tables["ties"] = pd.concat([ties, *asked, judged.assign(layer="contact")], ignore_index=True)
    sectors = sorted(tables["organizations"]["sector"].unique())
    tables["sectors"] = pd.DataFrame({"list": "sector", "sector": sectors, "share": 1 / len(sectors)})
    tables["organizations"]["role"] = np.where(who == who[0], "backbone", "")
    write(tables, folder, made.settings + JUDGED)
    return folder


def everything(n: int) -> Partnership:
    """Read the same back."""
    with TemporaryDirectory() as folder:
        waves = 2 if n <= TWO_WAVES else 1
        return to_partnership(read_partnership(write_everything(Path(folder), n, waves=waves)))


def _items(teams: int) -> pd.DataFrame:
    """What organizations take part in and rate, each for an outcome in turn."""
    rows = [
        (kind, f"{word} {k}", f"Outcome {1 + k % OUTCOMES}" if kind in ("team", "activity") else "", scale)
        for kind, word, count, scale in (
            ("activity", "Activity", ACTIVITIES, ""),
            ("team", "Team", teams, ""),
            ("meeting", "Meeting", 4, ""),
            ("agenda", "Statement", AGENDA, "agree"),
        )
        for k in range(1, count + 1)
    ]
    return pd.DataFrame(rows, columns=["kind", "item", "outcome", "scale"])
