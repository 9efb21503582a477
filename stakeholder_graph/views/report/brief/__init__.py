"""Page one: who answered, a map on which a finding is drawn, at most three findings, calls, questions."""

from stakeholder_graph.views.report.brief.page_one import Brief, KeyFinding, brief

__all__ = ["Brief", "KeyFinding", "brief"]
