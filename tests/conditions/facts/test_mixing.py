"""An absence is not shown by few answers: planted and unplanted networks, and what the interval excludes."""

import numpy as np
import pandas as pd

from stakeholder_graph.conditions import read_rubric
from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.conditions.judge import judge
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave

MAIN = FindingField(layer="main")
ROW = read_rubric("five-conditions")["no-sector-to-itself"]


def network(n: int, sectors: int, density: float, odds: float, seed: int) -> FactContext:
    """Ties within a sector at `odds` times the odds of those across."""
    rng = np.random.default_rng(seed)
    sector = np.arange(n) % sectors
    across = density / (1 - density)
    chance = np.where(sector[:, None] == sector, odds * across / (1 + odds * across), density)
    ties = rng.random((n, n)) < chance
    np.fill_diagonal(ties, val=False)
    names = np.array([f"Organization {place:03d}" for place in range(n)])
    people = pd.DataFrame({"organization": names, "sector": [f"Sector {code}" for code in sector]})
    named = pd.DataFrame(names[np.argwhere(ties)], columns=["from", "to"]).assign(layer="work", value=1.0)
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "ties": named})
    return FactContext(Partnership("P", {"1": graph}, {}), graph)


def test_twenty_organizations_with_planted_odds_of_two_show_nothing() -> None:
    # A test that p > .05 "shows" would be passed by .69 of such networks.
    made = [judge(ROW, FACTS["sector_to_itself"](network(20, 4, 0.15, 2.0, seed), MAIN)) for seed in range(20)]
    assert [judgement.verdict for judgement in made].count("shown") == 0


def test_a_large_network_without_structure_shows_the_absence() -> None:
    made = judge(ROW, FACTS["sector_to_itself"](network(240, 3, 0.15, 1.0, seed=1), MAIN))
    assert made.verdict == "shown"
    assert made.range is not None
    assert made.range[1] <= 1.5
    planted = judge(ROW, FACTS["sector_to_itself"](network(240, 3, 0.15, 2.5, seed=1), MAIN))
    assert planted.verdict != "shown"


def test_an_empty_pair_of_sectors_is_never_shown_away() -> None:
    context = network(60, 3, 0.15, 1.0, seed=2)
    row = read_rubric("five-conditions")["no-empty-pair"]
    full = FACTS["emptiest_pair"](context, MAIN)
    assert full.value is not None
    ties = context.graph["ties"]
    sector = dict(zip(context.graph.names, context.graph.organizations["sector"], strict=True))
    pairs = [{sector[one_end], sector[other_end]} for one_end, other_end in zip(ties["from"], ties["to"], strict=True)]
    kept = ties[[pair != {"Sector 0", "Sector 1"} for pair in pairs]]
    graph = PartnerGraph(context.graph.wave, context.graph.layers, {**context.graph.frames, "ties": kept})
    emptied = FACTS["emptiest_pair"](FactContext(Partnership("P", {"1": graph}, {}), graph), MAIN)
    assert (emptied.value, judge(row, emptied).verdict) == (0.0, "too close")  # "not met" needs the measure's test
