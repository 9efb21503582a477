"""The five conditions of collective impact side by side, each from named findings and lists, and never one score."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stakeholder_graph.conditions.five.activities import activities, activities_unknown
from stakeholder_graph.conditions.five.agenda import agenda, agenda_unknown
from stakeholder_graph.conditions.five.backbone import backbone, backbone_unknown
from stakeholder_graph.conditions.five.communication import communication, communication_unknown
from stakeholder_graph.conditions.five.counted import CountedFact, Known
from stakeholder_graph.conditions.five.measurement import measurement, measurement_unknown
from stakeholder_graph.conditions.five.shut import shut_by
from stakeholder_graph.conditions.judgement import Ledger, LedgerRow
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
#: Measures that say the same as another, in other words: of connections, and of mentions.
THE_SAME: Mapping[str, str] = {"confirmation": "reciprocity"}
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
    rows : Ledger or None
        The rows of the five conditions' ledger that are about it.
    """

    id: str
    facts: tuple[CountedFact, ...]
    unknown: tuple[Message, ...]
    rows: Ledger | None = None


@dataclass(frozen=True, slots=True)
class FiveConditions:
    """The five side by side, and the ledgers of the rubrics that ask for them.

    Parameters
    ----------
    conditions : tuple of ConditionFacts
        All five, in their order.
    ledgers : tuple of Ledger
        That of the five conditions first.
    shut : tuple of LedgerRow
        The rows that alone keep the next gateway of a rubric shut; empty where none does, or many do.
    rubrics_absent : tuple of str
        Rubrics that evidence names and that there are no ledgers of.
    """

    conditions: tuple[ConditionFacts, ...]
    ledgers: tuple[Ledger, ...] = ()
    shut: tuple[LedgerRow, ...] = ()
    rubrics_absent: tuple[str, ...] = ()

    @property
    def tells(self) -> frozenset[str]:
        """The measures that these counts tell of, so that no other page need say the same."""
        counted = {fact.measure for condition in self.conditions for fact in condition.facts}
        return frozenset(counted | {same for measure, same in THE_SAME.items() if measure in counted})


def five_conditions(
    partnership: Partnership, findings: Sequence[Finding], wave: str, ledgers: Sequence[Ledger] = ()
) -> FiveConditions | None:
    """Put side by side what findings and lists say of each of the five conditions.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of one wave, the main kind of tie first.
    wave : str
        That wave.
    ledgers : sequence of Ledger
        Of the same wave, of `report_ledgers`.

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
    usual = next(iter(ledgers), None)
    known = Known(partnership, wave, tuple(findings), usual)
    made = tuple(
        ConditionFacts(id, tuple(counts(known)), tuple(unknown(known)), _about(id, usual))
        for id, (counts, unknown) in CONDITIONS.items()
    )
    decided = rubrics_named(partnership)
    if not decided and not any(condition.facts for condition in made if condition.id not in OF_CONNECTIONS):
        return None
    shut = tuple(row for ledger in ledgers for row in shut_by(ledger))
    there = {ledger.rubric.id.casefold() for ledger in ledgers}
    absent = tuple(name for name in decided if name.casefold() not in there) if ledgers else ()
    return FiveConditions(made, tuple(ledgers), shut, absent)


def rubrics_named(partnership: Partnership) -> tuple[str, ...]:
    """The rubrics that its evidence names, in the order of their names.

    Parameters
    ----------
    partnership : Partnership
        Any.
    """
    evidence = partnership.lists.get("evidence")
    named = set() if evidence is None else {str(name).strip() for name in evidence["rubric"].dropna()}
    return tuple(sorted(filter(None, named)))


def _about(condition: str, ledger: Ledger | None) -> Ledger | None:
    """The rows of a ledger that are about a condition."""
    if ledger is None:
        return None
    rows = tuple(row for row in ledger.rows if row.criterion.condition == condition)
    return replace(ledger, rows=rows) if rows else None
