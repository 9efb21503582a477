"""Clusters as cards. Written when outcome_clusters is there."""

from stakeholder_graph.finding import Finding
from stakeholder_graph.views.report.pictures.picture import Looks, Picture


def clusters(finding: Finding, looks: Looks) -> Picture | None:
    return None
