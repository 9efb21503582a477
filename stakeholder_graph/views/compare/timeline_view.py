"""Three waves and more on the page and in the terminal: steps that hold, measures over time, and who moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.text import _, _n
from stakeholder_graph.views.compare.change_words import layer_changes
from stakeholder_graph.views.compare.flow_picture import FlowPicture, flow_picture
from stakeholder_graph.views.compare.group_panels import group_panels
from stakeholder_graph.views.compare.measure_panel import MeasurePanel, measure_panel


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline in words and pictures.

    Parameters
    ----------
    steps : tuple of (str, tuple of (str, bool))
        What became of ties from each wave to the next, and whether that is a change that holds.
    panels : tuple of MeasurePanel
        Measures over time.
    flows : tuple of FlowPicture
        Who moved.
    tests : str
        How many changes were tested.
    """

    steps: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]
    panels: tuple[MeasurePanel, ...]
    flows: tuple[FlowPicture, ...]
    tests: str


def timeline_view(timeline: Timeline) -> TimelineView:
    """Put a timeline into words and pictures.

    Parameters
    ----------
    timeline : Timeline
        Any.
    """
    tests = _n("{count} change was tested.", "{count} changes of all steps were tested together.", timeline.tests)
    return TimelineView(
        tuple(timeline_steps(timeline)),
        (*group_panels(timeline), *(measure_panel(measure, timeline.waves) for measure in timeline.measures)),
        tuple(flow_picture(flows, timeline.waves) for flows in timeline.flows if flows.changes),
        tests,
    )


def timeline_steps(timeline: Timeline) -> Iterator[tuple[str, tuple[tuple[str, bool], ...]]]:
    """Say of each step from a wave to the next what changed.

    Parameters
    ----------
    timeline : Timeline
        Any.

    Yields
    ------
    tuple of (str, tuple of (str, bool))
        The two waves; a sentence for each kind of tie, and for each further change that holds, which is then true.
    """
    for (before, after), comparison in zip(pairwise(timeline.waves), timeline.steps, strict=True):
        title = _("{before} to {after}", before=before, after=after)
        if comparison is None:
            yield title, ((_("These two have nothing in common that could be compared."), False),)
            continue
        changes = list(layer_changes(comparison))
        several = len(changes) > 1
        yield (
            title,
            tuple(
                (f"{of_layer.layer}: {sentence}" if several else sentence, holds)
                for of_layer in changes
                for sentence, holds in (
                    (of_layer.all_of_them, False),
                    *((sentence, True) for sentence in of_layer.holding),
                )
            ),
        )
