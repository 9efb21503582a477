"""Facts that a rubric can ask for besides the numbers of findings, by the name that its field `fact` gives."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.conditions.facts import (
    agenda,
    answers,
    indicators,
    mixing,
    network,
    outcomes,
    residents,
    sectors,
    strengths,
    teams,
)
from stakeholder_graph.conditions.facts._context import Fact, FactContext

__all__ = ["COUNTS", "DIFFERENCES", "FACTS", "OF_CHANCE", "SIDES", "Fact", "FactContext"]

#: Every fact by its name.
FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.__name__: fact
        for fact in (
            answers.sectors_heard,
            answers.results_seen,
            agenda.agenda_mean,
            agenda.agenda_agreed,
            agenda.agenda_sectors_apart,
            outcomes.outcomes_carried,
            outcomes.outcomes_with_baseline,
            outcomes.outcomes_with_team,
            outcomes.outcomes_with_activity,
            outcomes.same_activity_tied,
            indicators.indicators_by_group,
            indicators.indicators_fresh,
            indicators.indicators_used,
            indicators.indicators_improved,
            indicators.gaps_closed_from_below,
            teams.teams_across_sectors,
            teams.residents_seated,
            teams.tested_and_decided,
            teams.systems_changed,
            sectors.sectors_there,
            sectors.sectors_of_two,
            sectors.listed_sectors_there,
            sectors.share_apart,
            sectors.months_together,
            network.two_steps_without_backbone,
            network.two_steps_of_backbone,
            network.kept_without_backbone,
            network.most_cut_off,
            residents.residents_ties,
            mixing.sector_to_itself,
            mixing.emptiest_pair,
            strengths.regular_contact,
            strengths.deeper_on_panel,
            strengths.mean_on_panel,
            strengths.trust_received,
            strengths.backbone_trust,
        )
    }
)
#: Facts that can lie on one side of chance, or of 0, alone: on which side of the margin they must stay.
SIDES: Mapping[str, Literal["at least", "at most"]] = MappingProxyType(
    {"sector_to_itself": "at most", "emptiest_pair": "at least", "share_apart": "at most"}
)
#: Facts that are counts: their threshold is a number of them. All others of which 1 is asked for are shares.
COUNTS = frozenset(
    {"gaps_closed_from_below", "tested_and_decided", "systems_changed", "listed_sectors_there", "months_together"}
)
#: Facts that say by how much one number lies above another.
DIFFERENCES = frozenset({"residents_ties", "backbone_trust", "deeper_on_panel", "mean_on_panel"})
#: Facts that say how many times as many as by chance.
OF_CHANCE = frozenset({"sector_to_itself", "emptiest_pair"})
