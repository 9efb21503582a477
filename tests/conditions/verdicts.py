"""How often a ledger of 80 % of the answers is firm, and how often all answers contradict it: writes verdicts.json.

Run ``python -m tests.conditions.verdicts --progress``; 50 partnerships take some minutes. A test reads the figures.

Partnerships of 30 to 80 organizations differ in density, in how much sectors keep to themselves, in opinions of the
agenda, in contact and in trust. Each is judged twice by the rubric five-conditions: from 80 % of the answers, and from
all of them, which is the truth. Rows count that a survey can evidence and that apply. A firm verdict is shown or not
met; it is contradicted where the truth says the other of the two.
"""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from stakeholder_graph.conditions.judgement import NOT_HERE, NOT_MET, SHOWN, Ledger
from stakeholder_graph.conditions.ledger import make_ledger, measures_of
from stakeholder_graph.conditions.rubric import read_rubric
from stakeholder_graph.generators.partnership import Invented, invent
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

FIGURES = Path(__file__).with_suffix(".json")
PARTNERSHIPS, ANSWERED, AGENDA = 50, 0.8, 6
SETTINGS = MeasureSettings(permutations=999, draws=100)
RUBRIC = read_rubric("five-conditions")
FIRM = {SHOWN: NOT_MET, NOT_MET: SHOWN}


def _steps(*names: str) -> tuple[Step, ...]:
    return (Step(0, "none", tie=False), *(Step(value, name) for value, name in enumerate(names, 1)))


_STEPS_OF_TRUST = _steps("hardly", "a little", "mostly", "fully")
LAYERS = {
    "collaboration": LayerInfo("collaboration", _steps("networking", "cooperation", "coordination", "coalition")),
    "contact": LayerInfo("contact", _steps("yearly", "quarterly", "monthly", "weekly")),
    "trust": LayerInfo(
        "trust", _steps("hardly", "a little", "mostly", "fully"), asked_of="collaboration", asks="trust"
    ),
}


def partnerships(seed: int) -> tuple[Partnership, Partnership]:
    """One partnership as 80 % of its answers say, and as all of them do."""
    rng = np.random.default_rng([seed, 16])
    kind: dict[str, Any] = {
        "n": 5 * int(rng.integers(6, 17)),  # so that 80 % are whole organizations
        "sectors": int(rng.integers(4, 9)),
        "density": float(rng.uniform(0.06, 0.3)),
        "within": None,
        "reciprocity": float(rng.uniform(0.35, 0.8)),
        "popularity": float(rng.uniform(0.2, 1.0)),
        "waves": 2,
        "seed": seed,
    }
    if rng.random() < 0.5:  # sectors keep to themselves, as far as there are pairs within them
        least = 1 / kind["sectors"]
        kind["within"] = min(least * float(rng.uniform(1.2, 2.5)), 0.4 * least / kind["density"])
    some, every = (invent(response=share, **kind) for share in (ANSWERED, 1.0))
    return tuple(_partnership(some, every, made, seed) for made in (some, every))  # type: ignore[return-value]


def _partnership(some: Invented, every: Invented, made: Invented, seed: int) -> Partnership:
    """The answers there are of those that all would give."""
    rng = np.random.default_rng([seed, 17])
    people = every.tables["organizations"].assign(role="")
    named = every.tables["ties"].query("wave == '2'")["to"].value_counts()
    people.loc[people["organization"] == named.index[0], "role"] = "backbone"
    ties = every.tables["ties"].astype({"value": float})
    both = [ties]
    for layer in ("contact", "trust"):
        for _wave, named_in in ties.groupby("wave"):
            shares = rng.dirichlet([2.0, 3.0, 3.0, 3.0])
            both.append(named_in.assign(layer=layer, value=rng.choice(np.arange(1.0, 5.0), len(named_in), p=shares)))
    answers = pd.concat(both, ignore_index=True)
    ratings = _ratings(people["organization"], rng)
    graphs = {}
    for wave in ("1", "2"):
        asked = made.tables["asked"].query("wave == @wave")
        yes = set(asked.loc[asked["answered"] == "yes", "organization"])
        said = answers[(answers["wave"] == wave) & answers["from"].isin(yes)]
        carried = every.tables["affiliations"]
        carried = carried[(carried["wave"] == wave) & carried["organization"].isin(yes)]
        frames = {
            "organizations": people,
            "ties": said.assign(respondent=""),
            "asked": pd.concat([asked.assign(layer=layer, answered=asked["answered"] == "yes") for layer in LAYERS]),
            "affiliations": carried.assign(value=np.nan, respondent="", source="answer"),
            "ratings": ratings[ratings["organization"].isin(yes)],
        }
        graphs[wave] = PartnerGraph(Wave(wave), LAYERS, frames)
    items = pd.DataFrame({"kind": "agenda", "item": sorted(set(ratings["item"]))})
    items = pd.concat([items, every.tables["items"]], ignore_index=True).assign(outcome="", scale="", steering=False)
    scale = [(item, float(value), str(value)) for item in sorted(set(ratings["item"])) for value in range(1, 6)]
    steps = pd.DataFrame(scale, columns=["item", "value", "name"])
    return Partnership("Invented", graphs, {"items": items, "steps": steps})


def _ratings(names: "pd.Series[str]", rng: np.random.Generator) -> pd.DataFrame:
    """What organizations answer of the agenda; how much they endorse it differs between partnerships and items."""
    mean, spread = rng.uniform(3.2, 4.6), rng.uniform(0.4, 1.1)
    rows = []
    for item in range(AGENDA):
        values = np.clip(np.round(rng.normal(mean + rng.normal(0, 0.15), spread, len(names))), 1, 5)
        rows.append(pd.DataFrame({"organization": names, "item": f"Item {item}", "value": values, "respondent": ""}))
    return pd.concat(rows, ignore_index=True)


def ledger_of(partnership: Partnership) -> Ledger:
    """The ledger, without what lists and documents evidence."""
    findings = assess(partnership, measures_of(RUBRIC), settings=SETTINGS)
    return make_ledger(partnership, findings, RUBRIC, settings=SETTINGS)


def compared(seed: int) -> dict[str, tuple[str, str]]:
    """Of each row that a survey can evidence and that applies, the verdict of 80 % of the answers and of all."""
    some, every = map(ledger_of, partnerships(seed))
    rows = [row for row in RUBRIC.rows if row.how == "finding" and row.condition != "gate"]
    return {
        row.id: (some[row.id].judgement.verdict, every[row.id].judgement.verdict)
        for row in rows
        if row.direction != "not scored" and some[row.id].judgement.verdict != NOT_HERE
    }


def summary(made: list[dict[str, tuple[str, str]]]) -> dict[str, object]:
    """The share of rows with a firm verdict, and of these the share that the truth contradicts, over all and by row."""
    by_row: dict[str, Counter[str]] = {}
    for rows in made:
        for row, (said, truth) in rows.items():
            count = by_row.setdefault(row, Counter())
            count["rows"] += 1
            count[said] += 1
            count["firm"] += said in FIRM
            count["contradicted"] += FIRM.get(said) == truth  # type: ignore[call-overload]
    total = sum(by_row.values(), Counter())
    return {
        "partnerships": len(made),
        "answered": ANSWERED,
        "rows": total["rows"],
        "firm": total["firm"],
        "contradicted": total["contradicted"],
        "share_firm": round(total["firm"] / total["rows"], 4),
        "share_contradicted": round(total["contradicted"] / max(total["firm"], 1), 4),
        "by_row": {row: dict(sorted(count.items())) for row, count in by_row.items()},
    }


def main() -> None:
    """Judge the partnerships, and store what came of it after each."""
    parser = ArgumentParser("python -m tests.conditions.verdicts", description=main.__doc__)
    parser.add_argument("--partnerships", type=int, default=PARTNERSHIPS)
    parser.add_argument("--progress", action="store_true", help="print each partnership")
    options = parser.parse_args()
    made: list[dict[str, tuple[str, str]]] = []
    for seed in range(options.partnerships):
        made.append(compared(seed))
        figures = summary(made)
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
        if options.progress:
            print(seed, figures["share_firm"], figures["share_contradicted"], flush=True)


if __name__ == "__main__":
    main()
