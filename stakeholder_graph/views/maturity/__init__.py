"""The ledger as people read it: in words, CSV and JSON."""

from stakeholder_graph.views.maturity.ledger_data import ledger_csv, ledger_json
from stakeholder_graph.views.maturity.ledger_words import counts_in_words, reason_in_words

__all__ = ["counts_in_words", "ledger_csv", "ledger_json", "reason_in_words"]
