"""The community's page: how many take part and in what, by sector and outcome; nobody by name."""

from stakeholder_graph.views.community.community_page import draw_community

__all__ = ["draw_community"]
