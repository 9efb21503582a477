"""Who moved between groups from wave to wave: sectors, and clusters of organizations that work on the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures, with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.assess import assess_apart
from stakeholder_graph.studies.context import MeasureSettings

#: Where an organization is that a wave does not list, and one of which a wave does not know the cluster.
NOT_LISTED, NOT_KNOWN = "not on the list", "not known"


class Ribbon(NamedTuple):
    """How many organizations went from one group in a wave to one in the next; `step` counts from 0."""

    step: int
    from_group: str
    to_group: str
    organizations: int


@dataclass(frozen=True, slots=True)
class Flows:
    """Groups in each wave, and who moved.

    Parameters
    ----------
    kind : {"sector", "cluster"}
        What organizations are grouped by.
    columns : tuple of mapping of str to int
        For each wave how many organizations each group has.
    ribbons : tuple of Ribbon
        From each wave to the next.
    """

    kind: Literal["sector", "cluster"]
    columns: tuple[Mapping[str, int], ...]
    ribbons: tuple[Ribbon, ...]

    @property
    def changes(self) -> bool:
        """Whether any organization came, left, or is in another group than before."""
        return any(ribbon.from_group != ribbon.to_group for ribbon in self.ribbons)

    @property
    def moved(self) -> int:
        """How many organizations went from one known group to another, over all waves."""
        aside = {NOT_LISTED, NOT_KNOWN}
        return sum(
            ribbon.organizations
            for ribbon in self.ribbons
            if ribbon.from_group != ribbon.to_group and not {ribbon.from_group, ribbon.to_group} & aside
        )


def flows_of(kind: Literal["sector", "cluster"], waves: Sequence[Mapping[str, str]]) -> Flows:
    """Count who moved.

    Parameters
    ----------
    kind : {"sector", "cluster"}
        What the groups are.
    waves : sequence of mapping of str to str
        For each wave the group of each organization that it lists.

    Examples
    --------
    >>> flows = flows_of("sector", [{"a": "x", "b": "x"}, {"a": "y", "c": "x"}])
    >>> flows.columns[1], flows.moved
    ({'x': 1, 'y': 1, 'not on the list': 1}, 1)
    """
    everyone = sorted({name for wave in waves for name in wave}, key=natural)
    groups = [[wave.get(name, NOT_LISTED) for name in everyone] for wave in waves]
    columns = tuple(dict(sorted(Counter(wave).items(), key=_order)) for wave in groups)
    ribbons = [
        Ribbon(step, *pair, count)
        for step, (first, last) in enumerate(pairwise(groups))
        for pair, count in sorted(Counter(zip(first, last, strict=True)).items(), key=lambda item: item[0])
        if pair != (NOT_LISTED, NOT_LISTED)
    ]
    return Flows(kind, columns, tuple(ribbons))


def _order(item: tuple[str, int]) -> tuple[bool, bool, tuple[object, ...]]:
    """In natural order, those that are in no group last."""
    return item[0] == NOT_LISTED, item[0] == NOT_KNOWN, (natural(item[0]),)


def sector_flows(partnership: Partnership) -> Flows:
    """How organizations came, left and changed their sector.

    Parameters
    ----------
    partnership : Partnership
        Of several waves.
    """
    waves = []
    for graph in partnership.graphs.values():
        people = graph.organizations
        waves.append(dict(zip(people["organization"].astype(str), people["sector"].astype(str), strict=True)))
    return flows_of("sector", waves)


def cluster_flows(partnership: Partnership, settings: MeasureSettings) -> Flows | None:
    """How organizations moved between clusters that work on the same outcomes.

    Parameters
    ----------
    partnership : Partnership
        Of several waves.
    settings : MeasureSettings
        Of the measure that finds clusters.

    Returns
    -------
    Flows or None
        None where fewer than two waves have clusters.
    """
    names = [name for name, info in measures().items() if info.role == "groups"]
    waves, with_clusters = [], 0
    for wave, graph in partnership.graphs.items():
        finding = next(iter(with_role(assess_apart(partnership, names, wave=wave, settings=settings), "groups")), None)
        cluster_of = dict(_members(finding)) if finding is not None else {}
        with_clusters += bool(cluster_of)
        waves.append({name: cluster_of.get(name, NOT_KNOWN) for name in graph.names})
    return flows_of("cluster", waves) if with_clusters > 1 else None


def _members(finding: Finding) -> Iterator[tuple[str, str]]:
    """Organizations and what most of their cluster works on, in natural order, which two waves may have in common."""
    if finding.table is None or not {"clusters", "profiles"} <= finding.tables.keys():
        return
    called = {}
    for row in finding.tables["clusters"].rows:
        profiles = finding.tables["profiles"].rows
        profile = [str(part["outcome"]) for part in profiles if part["cluster"] == row["cluster"]]
        named = [outcome for outcome in sorted(profile, key=natural) if outcome in str(row["outcomes"])]
        called[row["cluster"]] = ", ".join(named) or str(row["cluster"])
    for row in finding.table.rows:
        if row["cluster"] in called:
            yield str(row["organization"]), called[row["cluster"]]
