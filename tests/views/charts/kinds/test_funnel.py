"""Limits of a funnel are drawn whatever sizes there are."""

from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.funnel import Funnel, FunnelDot, FunnelLimit
from tests.views.charts.drawn import pictures


def test_where_all_are_of_one_size_limits_reach_from_side_to_side() -> None:
    dots = FunnelDot(50, 4.0), FunnelDot(50, -3.0)
    for drawn in pictures(figure(Funnel("Same size", dots, (FunnelLimit(50, 5.0, 8.0),)))):
        for name in ("usual", "nearly-all"):
            ((left, right),) = drawn.spans(name)
            assert right - left > 200
            assert all(left < x < right for x in drawn.dots("place"))
