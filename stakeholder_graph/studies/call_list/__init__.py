"""The call list: whom to invite, whom to hear from, whom to connect with whom, why, and through whom.

The backbone's own worksheet: it names who has not answered and who is hardly tied, so no other edition has it.
"""

from stakeholder_graph.studies.call_list.call import PURPOSES, Call, Purpose, first_calls, in_order
from stakeholder_graph.studies.call_list.first_answers import FirstAnswers, first_answers, nearly_level
from stakeholder_graph.studies.call_list.introducers import introducers
from stakeholder_graph.studies.call_list.make_list import call_list
from stakeholder_graph.studies.call_list.waiting import what_waits

__all__ = [
    "PURPOSES",
    "Call",
    "FirstAnswers",
    "Purpose",
    "call_list",
    "first_answers",
    "first_calls",
    "in_order",
    "introducers",
    "nearly_level",
    "what_waits",
]
