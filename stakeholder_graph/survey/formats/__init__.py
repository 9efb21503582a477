"""Reads exports of survey tools, recognized by what is in them and never by what they are called.

A format is one module here with ``read(source, inspection) -> Responses`` and with ``SIGNATURES``: what the headers of
its exports are, any of which is enough. One whose headers do not show it has ``recognize(source) -> bool`` instead, and
perhaps ``SPELLINGS``, such as JSON, beyond which it need not be asked; it is asked where no signature fits. Others add
theirs through the entry point group ``stakeholder_graph.formats``, naming such a module. What is of no format is read
as a plain table.
"""

from stakeholder_graph.survey.formats.options.other import is_other, is_residual
from stakeholder_graph.survey.formats.responses import AnswerColumn, AnswerTable, Responses
from stakeholder_graph.survey.formats.source import Signature, read_export, resembles_export

__all__ = [
    "AnswerColumn",
    "AnswerTable",
    "Responses",
    "Signature",
    "is_other",
    "is_residual",
    "read_export",
    "resembles_export",
]
