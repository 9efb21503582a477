"""The five conditions of collective impact side by side, each from named findings and lists, and never one score."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.conditions.five.activities import activities, activities_unknown
from stakeholder_graph.conditions.five.agenda import agenda, agenda_unknown
from stakeholder_graph.conditions.five.backbone import backbone, backbone_unknown
from stakeholder_graph.conditions.five.communication import communication, communication_unknown
from stakeholder_graph.conditions.five.counted import CountedFact, Known
from stakeholder_graph.conditions.five.measurement import measurement, measurement_unknown
from stakeholder_graph.conditions.five.papers import Papers, papers
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding, Message

Counts = Callable[[Known], Iterable[CountedFact]]
Unknown = Callable[[Known], Iterable[Message]]

#: What each condition is read from, in the order of Kania and Kramer (2011).
CONDITIONS: Mapping[str, tuple[Counts, Unknown]] = {
    "agenda": (agenda, agenda_unknown),
    "measurement": (measurement, measurement_unknown),
    "activities": (activities, activities_unknown),
    "communication": (communication, communication_unknown),
    "backbone": (backbone, backbone_unknown),
}
#: Conditions of which connections alone say something; these alone are no page of the five.
OF_CONNECTIONS = frozenset({"communication", "backbone"})


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """What is known of one condition.

    Parameters
    ----------
    id : str
        One of `CONDITIONS`.
    facts : tuple of CountedFact
        What is counted; empty where there is nothing.
    unknown : tuple of Message
        What nobody has told yet, and which file or question would.
    """

    id: str
    facts: tuple[CountedFact, ...]
    unknown: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class FiveConditions:
    """The five side by side, and the papers on file.

    Parameters
    ----------
    conditions : tuple of ConditionFacts
        All five, in their order.
    papers : Papers or None
        None where no paper is on file and none is asked for.
    """

    conditions: tuple[ConditionFacts, ...]
    papers: Papers | None = None


def five_conditions(partnership: Partnership, findings: Sequence[Finding], wave: str) -> FiveConditions | None:
    """Put side by side what findings and lists say of each of the five conditions.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of one wave, the main kind of tie first.
    wave : str
        That wave.

    Returns
    -------
    FiveConditions or None
        None where connections are all that is known: they say nothing of an agenda, of measurement or of activities.

    References
    ----------
    Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.studies.assess import assess
    >>> path = Partnership("P", {"1": from_networkx(nx.path_graph(5))}, {})
    >>> five_conditions(path, assess(path, ["confirmation", "backbone_dependence"]), "1") is None
    True
    """
    known = Known(partnership, wave, tuple(findings))
    made = tuple(
        ConditionFacts(id, tuple(counts(known)), tuple(unknown(known))) for id, (counts, unknown) in CONDITIONS.items()
    )
    on_file = papers(partnership, wave)
    if on_file is None and not any(condition.facts for condition in made if condition.id not in OF_CONNECTIONS):
        return None
    return FiveConditions(made, on_file)
