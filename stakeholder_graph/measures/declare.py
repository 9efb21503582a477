"""What a measure of any package is written with: ``from stakeholder_graph.measures.declare import measure``.

A package offers its measures through the entry point group ``stakeholder_graph.measures``, which names the module that
holds them. They then are everywhere that measures are: explained, computed, tested, drawn and written.
"""

from stakeholder_graph.measures._declaration import Chart, Declaration, LabelPermutation, as_whole_number
from stakeholder_graph.measures._needs import (
    DIRECTION,
    HALF_ANSWERED,
    OBSERVED_DYADS,
    TIES,
    TWO_SECTORS,
    Need,
    Subject,
    at_most,
    organizations,
)
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import organization_table, pair_table
from stakeholder_graph.model.finding import Finding, Measured, Message, Test
from stakeholder_graph.model.table import Column, Disclosure, Table

__all__ = [
    "DIRECTION",
    "HALF_ANSWERED",
    "OBSERVED_DYADS",
    "TIES",
    "TWO_SECTORS",
    "Chart",
    "Column",
    "Declaration",
    "Disclosure",
    "Finding",
    "LabelPermutation",
    "Measured",
    "Message",
    "Need",
    "Subject",
    "Table",
    "Test",
    "as_whole_number",
    "at_most",
    "measure",
    "organization_table",
    "organizations",
    "pair_table",
]
