"""Pairs of groups between which ties changed in some step, over all waves: small pictures of counts."""

from collections.abc import Iterator

from stakeholder_graph.studies.change.comparison import GroupRow
from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.text import _, number
from stakeholder_graph.views.amounts import counts_mentions
from stakeholder_graph.views.compare.measure_panel import ABOVE, BELOW, HEIGHT, MeasurePanel, StepLine, wave_labels

#: So many pairs of groups are drawn, the clearest first.
MOST_PAIRS = 6


def group_panels(timeline: Timeline) -> Iterator[MeasurePanel]:
    """Lay out the pairs of groups that changed in any step.

    Parameters
    ----------
    timeline : Timeline
        Any.

    Yields
    ------
    MeasurePanel
        Counts among those who answered both waves of a step.
    """
    holding = [row for step in timeline.steps if step is not None for row in step.groups if row.holds]
    keys = dict.fromkeys((row.layer, row.ties.from_group, row.ties.to_group) for row in sorted(holding, key=_p))
    for layer, origin, target in list(keys)[:MOST_PAIRS]:
        rows = [
            next((row for row in step.groups if _key(row) == (layer, origin, target)), None)
            if step is not None
            else None
            for step in timeline.steps
        ]
        most = max(max(row.ties.before, row.ties.after) for row in rows if row is not None) or 1
        labels = wave_labels(timeline.waves)
        lines = [
            StepLine(
                labels[k][0],
                _down(row.ties.before, most),
                labels[k + 1][0],
                _down(row.ties.after, most),
                _("rose") if row.ties.after > row.ties.before and row.holds else _("fell") if row.holds else "",
                row.holds,
                (number(row.ties.before), number(row.ties.after)),
            )
            for k, row in enumerate(rows)
            if row is not None
        ]
        mentions = any(
            counts_mentions(step.panels[layer].finding)
            for step in timeline.steps
            if step is not None and layer in step.panels
        )
        title = (
            _("Mentions from {one} to {other}", one=origin, other=target)
            if mentions
            else _("Connections from {one} to {other}", one=origin, other=target)
        )
        said = "; ".join(_("{before} to {after}", before=line.ends[0], after=line.ends[1]) for line in lines)
        yield MeasurePanel(layer, title, labels, (), tuple(lines), f"{title}: {said}")


def _p(row: GroupRow) -> float:
    return row.p_adjusted


def _key(row: GroupRow) -> tuple[str, str, str]:
    return row.layer, row.ties.from_group, row.ties.to_group


def _down(count: int, most: int) -> float:
    return round(HEIGHT - BELOW - (HEIGHT - ABOVE - BELOW) * count / most, 1)
