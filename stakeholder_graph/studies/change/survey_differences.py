"""What two surveys do not have in common, so that a change may be theirs: list, scale, limit, promise, direction."""

from collections.abc import Iterator, Sequence

import numpy as np

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.studies.change.zero_rows import all_zero


def asked_layers(graph: PartnerGraph) -> list[str]:
    """The kinds of tie that a wave asked everyone about.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> asked_layers(from_networkx(nx.path_graph(3)))
    ['collaboration']
    """
    asked = set(graph["asked"]["layer"])
    return [name for name, info in graph.layers.items() if name in asked and not info.asked_of]


def same_scale(before: LayerInfo, after: LayerInfo) -> bool:
    """Whether a tie is the same thing on two scales: it begins at the same step, or one of them names no steps.

    Parameters
    ----------
    before, after : LayerInfo
        The kind of tie in each survey.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Step
    >>> weekly = LayerInfo("contact", (Step(0, "none", tie=False), Step(1, "monthly"), Step(2, "weekly")))
    >>> same_scale(weekly, LayerInfo("contact", (Step(1, "Monthly"),)))
    True
    >>> same_scale(weekly, LayerInfo("contact", (Step(1, "yearly"),)))
    False
    """
    first, last = _least_tie(before), _least_tie(after)
    return not (first and last) or first == last


def _least_tie(info: LayerInfo) -> str:
    ties = [step for step in info.steps if step.tie]
    return " ".join(min(ties, key=lambda step: step.value).name.casefold().split()) if ties else ""


def differences(partnership: Partnership, layers: Sequence[str]) -> tuple[Message, ...]:
    """Name what two waves do not have in common.

    Parameters
    ----------
    partnership : Partnership
        Two waves, as they were read.
    layers : sequence of str
        Kinds of tie that are compared.

    Returns
    -------
    tuple of Message
        Each says of what, before and after: ``before`` and ``after`` are fields of most.
    """
    before, after = partnership.graphs.values()
    return (
        *_of_lists(before, after),
        *_of_answers(partnership),
        *_of_asking(before, after),
        *_of_layers(before, after, layers),
    )


def _of_lists(before: PartnerGraph, after: PartnerGraph) -> Iterator[Message]:
    listed = [set(graph.names) for graph in (before, after)]
    left, joined = len(listed[0] - listed[1]), len(listed[1] - listed[0])
    if left or joined:
        counts = {"before": len(listed[0]), "after": len(listed[1]), "left": left, "joined": joined}
        yield Message("roster", counts)
    sectors = [
        dict(zip(graph.organizations["organization"], graph.organizations["sector"], strict=True))
        for graph in (before, after)
    ]
    moved = sum(sectors[0][name] != sectors[1][name] for name in listed[0] & listed[1])
    if moved:
        yield Message("sectors", {"count": moved})


def _of_answers(partnership: Partnership) -> Iterator[Message]:
    before, after = partnership.graphs.values()
    if not partnership.info.surveyed:
        yield Message("nobody_asked")
        return
    if not partnership.info.answered_known:
        for graph in (before, after):
            if silent := all_zero(graph):
                yield Message("zero_rows", {"count": len(silent), "wave": graph.wave.name}, "unknown")
        yield Message("answered_unknown")
        return
    answered = [(int(graph.answered.sum()), len(graph.names)) for graph in (before, after)]
    who = [set(np.array(graph.names)[np.asarray(graph.answered, dtype=bool)]) for graph in (before, after)]
    if answered[0] != answered[1] or who[0] != who[1]:
        fields = {"before": answered[0][0], "of_before": answered[0][1], "after": answered[1][0]}
        yield Message("response", {**fields, "of_after": answered[1][1]})


def _of_asking(before: PartnerGraph, after: PartnerGraph) -> Iterator[Message]:
    """How people answered, and what they were asked, where both surveys say so."""
    for id in ("mode", "wording"):
        first, last = (str(getattr(graph.wave, id)).strip() for graph in (before, after))
        if first and last and first.casefold() != last.casefold():
            yield Message(id, {"before": first, "after": last})


def _of_layers(before: PartnerGraph, after: PartnerGraph, layers: Sequence[str]) -> Iterator[Message]:
    asked = [asked_layers(graph) for graph in (before, after)]
    for there, other, graph in ((asked[0], asked[1], before), (asked[1], asked[0], after)):
        for name in there:
            if name not in other:
                yield Message("asked_once", {"layer": name, "wave": graph.wave.name})
    for name in asked[1]:
        if name in asked[0]:
            yield from _of_layer(name, before, after, compared=name in layers)


def _of_layer(name: str, before: PartnerGraph, after: PartnerGraph, *, compared: bool) -> Iterator[Message]:
    first, last = before.layers[name], after.layers[name]
    if not same_scale(first, last):
        scales = {"before": _steps(first), "after": _steps(last)}
        yield Message("other_scale", {"layer": name, **scales}, "unknown")
        return
    if not compared:
        return
    if [step.name for step in first.steps] != [step.name for step in last.steps]:
        yield Message("more_steps", {"layer": name, "before": _steps(first), "after": _steps(last)})
    if first.promise != last.promise:
        yield Message("promise", {"layer": name, "before": first.promise, "after": last.promise})
    if before.has_direction(name) != after.has_direction(name):
        yield Message("direction", {"layer": name}, "unknown")
    if first.combine != last.combine:
        yield Message("combine", {"layer": name, "before": first.combine, "after": last.combine})
    limits = [_limits(graph, name) for graph in (before, after)]
    if limits[0] != limits[1]:
        yield Message("limit", {"layer": name, "before": limits[0], "after": limits[1]}, "unknown")
    elif limits[0]:
        yield Message("limited", {"layer": name, "limit": limits[0]}, "unknown")
    shown = [_own_rosters(graph, name) for graph in (before, after)]
    if shown[0] != shown[1]:
        yield Message("rosters_shown", {"layer": name}, "unknown")
    people = [_respondents(graph, name) for graph in (before, after)]
    if all(people) and people[0] != people[1]:
        yield Message("respondents", {"layer": name, "before": people[0], "after": people[1]})


def _steps(info: LayerInfo) -> str:
    return ", ".join(step.name for step in info.steps) or "-"


def _limits(graph: PartnerGraph, layer: str) -> int:
    """The most names that anybody could give; 0 for as many as they liked."""
    asked = graph["asked"]
    limits = asked.loc[(asked["layer"] == layer) & asked["limit"].notna(), "limit"]
    return int(np.max(limits)) if len(limits) else 0


def _own_rosters(graph: PartnerGraph, layer: str) -> bool:
    """Whether anybody was shown a list of its own."""
    asked = graph["asked"]
    return bool((asked.loc[asked["layer"] == layer, "roster"] != "").any())


def _respondents(graph: PartnerGraph, layer: str) -> int:
    """The most people that answered for one organization."""
    asked = graph["asked"]
    answers = asked[(asked["layer"] == layer) & asked["answered"]]
    return int(answers.groupby("organization")["respondent"].nunique().max()) if len(answers) else 0
