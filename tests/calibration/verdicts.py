"""What the program decides of a network: the p of each test, and the p that its headline rests on.

Measures and their tests are those of a report, without ranges. Of a single p it is at most so often below a level
as the level says; of a headline that needs two tests, or that names one of many rows, less often.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures._registry import MeasureInfo, find_measure
from stakeholder_graph.model.finding import Finding, Measured, Scope
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies._arguments import arguments
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.page_one.one_family import p_of
from stakeholder_graph.studies.significance import against_chance
from tests.calibration.scenarios import Drawn, Scenario

#: What pairs have in common is corrected over up to four lines, for which 119 are too few, and takes little time.
PAIR_PERMUTATIONS = 199
#: Tables whose rows are corrected together by min-P need more arrangements than a single p.
TABLE_PERMUTATIONS = 1999

Record = dict[str, float | None]


def frames(scenario: Scenario, network: Drawn) -> dict[str, pd.DataFrame]:
    """The frames of a partner graph, as a survey would fill them."""
    names = np.array([f"Organization {i:03d}" for i in range(len(network.sector))])
    people = {"organization": names, "sector": network.sector.astype(str), "place": network.place.astype(str)}
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": network.answered})
    blank = pd.DataFrame(names[np.argwhere(network.blank)], columns=["from", "to"])
    given = {"team": network.teams, "outcome": network.outcomes}
    items = []
    for kind, carried in given.items():
        who, what = np.nonzero(carried & network.answered[:, None])
        items.append(pd.DataFrame({"organization": names[who], "kind": kind, "item": what.astype(str)}))
    return {
        "organizations": pd.DataFrame(people),
        "ties": pd.DataFrame(names[np.argwhere(network.tied)], columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": asked if scenario.limit is None else asked.assign(limit=float(scenario.limit)),
        "exceptions": blank.assign(layer="work", observed=False),
        "affiliations": pd.concat(items),
    }


def partnership(scenario: Scenario, network: Drawn, *, outcomes: bool = True) -> Partnership:
    """The partnership; without outcomes where nothing is to be looked for in them, which takes long."""
    given = frames(scenario, network)
    if not outcomes:
        given["affiliations"] = given["affiliations"].loc[given["affiliations"]["kind"] != "outcome"]
    layers = {"work": LayerInfo("work")}
    graph = PartnerGraph(Wave("1"), layers, given, directed=scenario.directed)
    return Partnership("P", {"1": graph}, {})


@dataclass(frozen=True, eq=False)
class Look:
    """One network with all that its tests share: above all one set of rewired networks."""

    scenario: Scenario
    network: Drawn
    seed: int

    @cached_property
    def context(self) -> StudyContext:
        """The layer, with as many arrangements a test as the scenario says."""
        whole = partnership(self.scenario, self.network)
        return StudyContext(whole, whole.graph(), "work", self.settings())

    @cached_property
    def of_tables(self) -> StudyContext:
        """The same with more arrangements for what is corrected by min-P."""
        context = replace(self.context, settings=self.settings(TABLE_PERMUTATIONS))
        context.__dict__["rewired"] = self.context.rewired
        return context

    @cached_property
    def of_pairs(self) -> StudyContext:
        """The same for what pairs have in common."""
        context = replace(self.context, settings=self.settings(PAIR_PERMUTATIONS))
        context.__dict__["rewired"] = self.context.rewired
        return context

    @cached_property
    def without_outcomes(self) -> StudyContext:
        """The same where no clusters by outcomes are looked for, which takes long."""
        whole = partnership(self.scenario, self.network, outcomes=False)
        context = replace(self.of_pairs, partnership=whole, graph=whole.graph())
        context.__dict__["rewired"] = self.context.rewired
        return context

    def settings(self, permutations: int = 0) -> MeasureSettings:
        """Without ranges."""
        of_so_many = permutations or self.scenario.permutations
        return MeasureSettings(ties=self.scenario.ties, seed=self.seed, permutations=of_so_many, draws=0)

    def finding(self, name: str, context: StudyContext) -> Finding:
        """What a report would rest on: the measure with its tests."""
        info = find_measure(name)
        layer = context.grouped if info.group else context.layer
        measured = info.function(**arguments(info, {Layer: layer, StudyContext: context}, self.seed))
        return self._tested(info, context, measured)

    def of_mixing(self, name: str) -> Finding:
        """The same of a measure that mixing matrices determine, without what else it computes, such as clusterings."""
        info, layer = find_measure(name), self.context.grouped
        null = info.permutes_labels
        assert null is not None
        assert null.statistic is not None
        return self._tested(info, self.context, Measured(float(null.statistic(layer, layer.mixing))))

    def _tested(self, info: MeasureInfo, context: StudyContext, measured: Measured) -> Finding:
        scope = Scope((context.layer.wave,), (context.layer.name,), context.layer.ties)
        finding = Finding(
            info.name,
            scope,
            None if measured.value is None or np.isnan(measured.value) else float(measured.value),
            info.unit,
            info.bounds,
            table=measured.table,
            tables=measured.tables,
            test=measured.test,
        )
        tells = finding.table is not None or finding.value is not None
        return against_chance(info, finding, context) if tells else finding


def of_sectors(look: Look) -> Record:
    """E-I index, modularity and assortativity under permuted labels and rewired ties; roles; pairs of sectors."""
    record: Record = {}
    for name in ("ei_index", "modularity", "assortativity"):
        finding = look.of_mixing(name)
        record[f"{name}, labels"] = finding.test.p if finding.test else None
        record[f"{name}, rewired"] = finding.rewired.p if finding.rewired else None
        if name == "ei_index":
            record["ei_index, headline"] = p_of(finding)
    record["brokerage, a role"] = _smallest(look.finding("brokerage", look.context), "network", "p_adjusted")
    for name in ("sector_mixing", "coleman_homophily"):
        finding = look.finding(name, look.of_tables)
        record[f"{name}, labels alone"] = _smallest(finding, None, "p_adjusted")
        record[f"{name}, named"] = _named(finding)
        if name == "sector_mixing":
            record["sector_mixing, headline"] = p_of(finding) if finding.table else None
            if look.scenario.hole is not None:
                record["sector_mixing, the hole is named"] = _named(finding, hole=True)
    return record


def of_pairs(look: Look) -> Record:
    """What pairs have in common: silo sources, tie predictors, aligned pairs."""
    record: Record = {}
    contexts = {"silo_sources": look.without_outcomes, "tie_predictors": look.of_pairs}
    for name, context in contexts.items():
        finding = look.finding(name, context)
        rows = finding.table.rows if finding.table else ()
        record |= {f"{name}, {row[FIRST[name]]}": _number(row["p"]) for row in rows}
        record[f"{name}, headline"] = p_of(finding) if rows else None
    aligned = look.finding("aligned_pairs", look.of_pairs)
    record["aligned_pairs, headline"] = p_of(aligned) if aligned.test else None
    return record


def of_core(look: Look) -> Record:
    """Whether there is a core beyond what numbers of partners would give."""
    finding = look.finding("core_periphery", look.context)
    return {"core_periphery, rewired": finding.rewired.p if finding.rewired else None}


#: What each row of a table stands for.
FIRST = {"silo_sources": "attribute", "tie_predictors": "predictor"}

#: The tests in groups.
GROUPS: Mapping[str, Callable[[Look], Record]] = {"sectors": of_sectors, "pairs": of_pairs, "core": of_core}


def verdicts(look: Look, groups: Collection[str]) -> Record:
    """The p of the tests of some groups; None where a test does not apply."""
    record: Record = {}
    for group in groups:
        record |= GROUPS[group](look)
    return {name: None if p is None or not np.isfinite(p) else round(float(p), 9) for name, p in record.items()}


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _smallest(finding: Finding, table: str | None, column: str) -> float | None:
    rows = finding.table if table is None else finding.tables.get(table)
    if rows is None or column not in rows:
        return None
    return min((float(p) for p in rows[column] if isinstance(p, int | float)), default=None)


NAMED = ("more", "fewer", "keeps to itself", "reaches out")


def _named(finding: Finding, *, hole: bool = False) -> float | None:
    """0 where a row is named, 1 where none is, so that it counts like a p; None where nothing can be told."""
    rows = list(finding.table.rows) if finding.table else []
    if not any(row.get("p_adjusted") is not None for row in rows):
        return None
    if hole:
        rows = [row for row in rows if (row["from_sector"], row["to_sector"]) == ("0", "1")]
        return 0.0 if any(row["verdict"] == "fewer" for row in rows) else 1.0
    return 0.0 if any(row["verdict"] in NAMED for row in rows) else 1.0
