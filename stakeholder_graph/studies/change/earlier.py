"""The wave before, as far as it can be compared: what both measures of change look at."""

from dataclasses import dataclass

from stakeholder_graph.graph import Layer
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.change.two_waves import TwoWaves, two_waves
from stakeholder_graph.studies.context import StudyContext

#: Above so many organizations waves are not compared dyad by dyad.
MOST_ORGANIZATIONS = 1_000


@dataclass(frozen=True, eq=False)
class Compared:
    """The wave before and this one.

    Parameters
    ----------
    before, after : Layer
        As reported.
    waves : TwoWaves
        Side by side.
    caveats : tuple of Message
        What the surveys do not have in common.
    """

    before: Layer
    after: Layer
    waves: TwoWaves
    caveats: tuple[Message, ...]


def compared(context: StudyContext) -> Compared | Message:
    """Put a layer beside the same in the wave before.

    Parameters
    ----------
    context : StudyContext
        Of the later wave.

    Returns
    -------
    Compared or Message
        Why there is nothing to compare: no wave before that asked about this, nobody was asked, or too many
        organizations.
    """
    info, graphs = context.partnership.info, list(context.partnership.graphs.values())
    names = [graph.wave.name for graph in graphs]
    here = names.index(context.graph.wave.name) if context.graph.wave.name in names else 0
    earlier = [graph for graph in graphs[:here] if context.name in graph.layers]
    if not earlier or not info.surveyed:
        return Message("one_wave" if info.surveyed else "nobody_asked")
    after, before = context.reports, earlier[-1].layer(context.name)
    if max(after.n, before.n) > MOST_ORGANIZATIONS:
        return Message("too_large", {"most": MOST_ORGANIZATIONS})
    caveats = []
    if earlier[-1].layers[context.name].steps != context.graph.layers[context.name].steps:
        caveats.append(Message("other_scale", {"before": before.wave, "after": after.wave}))
    if not info.answered_known:
        caveats.append(Message("zero_rows"))
    waves = two_waves(before, after, answered_known=info.answered_known)
    return Compared(before, after, waves, tuple(caveats))
