"""The five conditions and maturity: rubrics as data, what the tool proposes of each row, and what people decide."""

from stakeholder_graph.conditions.criterion import GATEWAYS, Criterion, FindingField
from stakeholder_graph.conditions.judgement import VERDICTS, Decision, Judgement, Ledger, LedgerRow
from stakeholder_graph.conditions.rubric import Rubric, read_rubric, shipped_rubrics

__all__ = [
    "GATEWAYS",
    "VERDICTS",
    "Criterion",
    "Decision",
    "FindingField",
    "Judgement",
    "Ledger",
    "LedgerRow",
    "Rubric",
    "read_rubric",
    "shipped_rubrics",
]
