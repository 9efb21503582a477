"""What commands print: tables of text, and how far things are."""

from stakeholder_graph.views.terminal.alike import first_of_each_kind
from stakeholder_graph.views.terminal.held_from_room import held_from_room
from stakeholder_graph.views.terminal.ledger_text import ledger_text
from stakeholder_graph.views.terminal.names_table import names_table
from stakeholder_graph.views.terminal.survey_check import problem_table, survey_check
from stakeholder_graph.views.terminal.verified import verified

__all__ = [
    "first_of_each_kind",
    "held_from_room",
    "ledger_text",
    "names_table",
    "problem_table",
    "survey_check",
    "verified",
]
