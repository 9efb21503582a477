"""The ledger as people read it: a table for the terminal, CSV and JSON."""

from stakeholder_graph.views.maturity.ledger_data import ledger_csv, ledger_json
from stakeholder_graph.views.maturity.ledger_text import ledger_text
from stakeholder_graph.views.maturity.ledger_words import counts_in_words, reason_in_words

__all__ = ["counts_in_words", "ledger_csv", "ledger_json", "ledger_text", "reason_in_words"]
