"""What if: a partnership with a change that has not happened, beside the partnership as it is."""

from stakeholder_graph.studies.whatif.answers import AnsweredValue, ComingAnswers, coming_answers
from stakeholder_graph.studies.whatif.consequences import Consequences, attachments_of, consequences_of
from stakeholder_graph.studies.whatif.departures import Departure, Departures, departures
from stakeholder_graph.studies.whatif.edit import edited
from stakeholder_graph.studies.whatif.introduced import ConnectedPairs, introduced
from stakeholder_graph.studies.whatif.scenario import Scenario, make_scenario
from stakeholder_graph.studies.whatif.scenario_check import NamedPair
from stakeholder_graph.studies.whatif.side_by_side import Change, WhatIf, difference, side_by_side

__all__ = [
    "AnsweredValue",
    "Change",
    "ComingAnswers",
    "ConnectedPairs",
    "Consequences",
    "Departure",
    "Departures",
    "NamedPair",
    "Scenario",
    "WhatIf",
    "attachments_of",
    "coming_answers",
    "consequences_of",
    "departures",
    "difference",
    "edited",
    "introduced",
    "make_scenario",
    "side_by_side",
]
