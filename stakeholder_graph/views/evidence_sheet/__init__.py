"""The evidence sheet: a workbook with a row for each criterion, filled in as far as the tool can, for people to decide.

It names what nobody but the backbone sees, such as trust, so that it stays on the backbone's desk.
"""

from stakeholder_graph.views.evidence_sheet.draft_sheet import DraftedSheet, draft_evidence_sheet
from stakeholder_graph.views.evidence_sheet.write_sheet import WrittenSheet, write_evidence_sheet

__all__ = ["DraftedSheet", "WrittenSheet", "draft_evidence_sheet", "write_evidence_sheet"]
