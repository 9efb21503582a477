"""Backbone dependence: what the network is with the backbone, and what it would be without it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from stakeholder_graph.graph import Layer
from stakeholder_graph.inference.imputation.impute import ranges
from stakeholder_graph.inference.paths.side_by_side import side_by_side
from stakeholder_graph.inference.replicates import in_batches
from stakeholder_graph.measures._declaration import as_whole_number
from stakeholder_graph.measures._guard import asked_in_part
from stakeholder_graph.measures._registry import MeasureInfo, measure, measures
from stakeholder_graph.measures._tables import organization_table
from stakeholder_graph.measures.network.connectedness import parts
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.studies._arguments import arguments
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.withheld import under_limit
from stakeholder_graph.text import N_

#: With so few organizations there is nothing to speak of without one of them.
TOO_FEW = 3
#: Ties of completed networks that are looked at side by side.
TIES_AT_ONCE = 1_000_000

BACKBONE = Column("backbone", N_("Backbone"), "text")
SIDE_BY_SIDE = (
    Column(
        "measure",
        N_("What is measured"),
        "measure",
        labels={"largest": N_("Organizations that can reach each other")},
    ),
    Column("with_backbone", N_("With the backbone"), "number"),
    Column("without_backbone", N_("Without it"), "number"),
    Column("difference", N_("Difference"), "number", evaluator=True),
)


def _only_through(layer: Layer, backbone: int) -> NDArray[np.bool_]:
    """Who hangs together with the rest only because the backbone is there.

    Parameters
    ----------
    layer : Layer
        Ties count whichever side reported them.
    backbone : int
        Its index.

    Returns
    -------
    ndarray of bool, shape (n,)
        Organizations of the backbone's part of the network that would be outside the largest of the parts it falls
        into without the backbone. False for the backbone, and for those it does not hang together with anyway.
    """
    around = np.flatnonzero((layer.part == layer.part[backbone]) & (np.arange(layer.n) != backbone))
    cut_off = np.zeros(layer.n, dtype=bool)
    if len(around):
        left = connected_components(layer.adjacency[around][:, around], directed=True, connection="weak")[1]
        cut_off[around[left != np.bincount(left).argmax()]] = True
    return cut_off


def _how_many(layers: Sequence[Layer], backbone: int) -> list[float]:
    """How many organizations `_only_through` names in each of several layers of the same organizations."""
    at_once = max(1, TIES_AT_ONCE // max(layers[0].strength.nnz, 1))
    return [count for several in in_batches(layers, at_once) for count in _counted(several, backbone)]


def _counted(layers: Sequence[Layer], backbone: int) -> list[float]:
    n = layers[0].n
    ties = side_by_side([layer.strength for layer in layers])
    rows, columns = np.repeat(np.arange(ties.shape[0]), np.diff(ties.indptr)), ties.indices
    of_backbone = (rows % n == backbone) | (columns % n == backbone)
    # A tie from an organization to itself changes nothing.
    without = csr_array((np.ones(len(rows)), np.where(of_backbone, rows, columns), ties.indptr), shape=ties.shape)
    part = connected_components(without, directed=True, connection="weak")[1]
    partners = np.where(rows % n == backbone, columns, rows)[of_backbone]
    # The parts that the backbone's part falls into have a partner of it each.
    parts, first = np.unique(part[partners], return_index=True)
    sizes, network = np.bincount(part)[parts], partners[first] // n
    largest = np.zeros(len(layers), dtype=np.intp)
    np.maximum.at(largest, network, sizes)
    return list(np.bincount(network, sizes, minlength=len(layers)) - largest)


def _cut_off(layer: Layer, backbone: int) -> NDArray[np.bool_]:
    """Whom the backbone alone links to the rest in the network of those who answered and of itself, shape (n,).

    Where the backbone answered, these are as many as `cutpoints` says it would cut off.
    """
    kept = layer.answered.copy()
    kept[backbone] = True
    cut_off = np.zeros(layer.n, dtype=bool)
    cut_off[kept] = _only_through(layer.subset(kept), int(kept[:backbone].sum()))
    return cut_off & layer.answered


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    count = int(finding.value)
    if not count:
        if any(caveat.id == "backbone_silent" for caveat in finding.caveats):
            return Message("cannot_tell", tone="unknown")
        known = "only_through" in finding.tables
        return Message("none", tone="strength") if known else Message("none_so_far", tone="unknown")
    name = "one" if count == 1 else "several"
    bare = Message(f"{name}_bare", {"count": count}, "concern")
    rows = finding.tables["only_through"].rows if "only_through" in finding.tables else ()
    if not rows:
        return bare
    fields = {"count": count, "backbone": rows[0]["backbone"]}
    return replace(bare, id=name, fields=fields, discloses=Disclosure.ORGANIZATION)


@measure(
    section="network",
    page="network",
    on_map="listed",
    title=N_("With the backbone and without it"),
    question=N_("What would be left of the network if the backbone were gone?"),
    how_to_read=N_(
        "A backbone that links others is doing its work. Those who reach others only through it would be on their own "
        "if it were gone, or had no time: introduce them to one another, where they would gain from it."
    ),
    formula=N_(
        "Each measure of the whole network on all organizations and again without the backbone. Value: in the network "
        "of those who answered, whichever side reported a tie, those who hang together with the backbone but would be "
        "outside the largest part that remains. Its range counts all organizations. Where the backbone itself has not "
        "answered, most measures do not count it in either column, so that nothing is compared."
    ),
    undefined=N_("Where no organization, or more than one, has the role of backbone; for fewer than three others."),
    unit=N_("organizations that reach others only through the backbone"),
    bounds=(0, None),
    references=(
        "Freeman, L. C. (1979). Centrality in social networks: Conceptual clarification. Social Networks, 1(3), "
        "215-239.",
        "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical "
        "Organization Theory, 12, 21-34.",
        "Provan, K. G., & Kenis, P. (2008). Modes of network governance. Journal of Public Administration Research "
        "and Theory, 18(2), 229-252.",
    ),
    messages={
        "several": N_("{count} organizations reach others only through {backbone}."),
        "one": N_("One organization reaches others only through {backbone}."),
        "several_bare": N_("{count} organizations reach others only through the backbone."),
        "one_bare": N_("One organization reaches others only through the backbone."),
        "several_bare_on_lines": N_("On the map, {count} organizations reach others only through the backbone."),
        "one_bare_on_lines": N_("On the map, one organization reaches others only through the backbone."),
        "none": N_(
            "Nobody reaches others only through the backbone: without it all who can reach each other still could."
        ),
        "none_so_far": N_("Too few have answered to say whether anybody reaches others only through the backbone."),
        "only_through": N_("Who reaches others only through the backbone"),
        "no_backbone": N_("No organization is known as the backbone, so there is nothing to leave out."),
        "cannot_tell": N_(
            "The backbone itself has not answered, so what the network would be without it cannot be told yet."
        ),
        "backbone_silent": N_(
            "The backbone has not answered itself: its connections are those that others reported, and the "
            "network with it and without it cannot be compared."
        ),
    },
    reading=_reading,
    role="without backbone",
    displayed=as_whole_number,
    questions=(N_("Which of those who know each other only through the backbone would gain from meeting?"),),
)
def backbone_dependence(context: StudyContext, *, seed: int = 0) -> Measured:
    """Measure the network with the backbone and without it.

    Parameters
    ----------
    context : StudyContext
        Its graph says who the backbone is.
    seed : int
        For measures that draw at random.

    Returns
    -------
    Measured
        `value` is how many organizations reach others only through the backbone; None without a backbone, or where
        nobody answered. `table` has measure, with_backbone, without_backbone, difference; a measure that is undefined
        has None; None where the backbone has not answered. ``tables["only_through"]``, for the backbone only, has
        organization and sector of those counted, and backbone; left out where fewer than half answered.

    Notes
    -----
    There is no test: which organization is taken away is no matter of chance. ``cutpoints`` says what the leaving of
    any other would do.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> star = nx.star_graph(4)
    >>> star.add_edge(1, 2)
    >>> star.nodes[0]["role"] = "backbone"
    >>> graph = from_networkx(star)
    >>> backbone_dependence(StudyContext(Partnership("P", {"1": graph}, {}), graph, "collaboration")).value
    2.0
    """
    name = context.graph.backbone
    layer = context.reports
    if name is None or layer.n <= TOO_FEW:
        return Measured(None, caveats=[Message("no_backbone" if name is None else "too_few_organizations")])
    if not layer.answered.any():
        return Measured(None, caveats=[Message("nothing_observed")])
    backbone = context.graph.names.index(name)
    cut_off = _cut_off(layer, backbone)
    tables = {}
    caveats = [] if layer.answered.all() else [Message("answered_subgraph")]
    caveats += [Message("asked_in_part")] if asked_in_part(layer) else []
    caveats += [] if layer.answered[backbone] else [Message("backbone_silent")]
    if 2 * layer.answered.sum() < layer.n:
        caveats.append(Message("under_half_answered"))
    else:
        everyone = organization_table(layer, {BACKBONE: np.full(layer.n, name, dtype=object)}, Disclosure.PAIR)
        tables["only_through"] = everyone.take(np.flatnonzero(cut_off).tolist())
    beside = None
    if layer.answered[backbone]:
        # A silent backbone is not among those who answered: "with" and "without" would be the same network.
        beside = Table.from_rows(SIDE_BY_SIDE, _side_by_side(context, name, seed), Disclosure.ORGANIZATION)
    measured = Measured(float(cut_off.sum()), beside, tables, caveats=caveats)
    if partners := context.graph.layers[context.name].asked_of:
        return replace(measured, caveats=[*caveats, Message("asked_of", {"layer": partners})])
    drawn = ranges(
        context.completions,
        lambda completed: _how_many([completed], backbone)[0],
        lambda completed: _how_many(completed, backbone),
    )
    if drawn.range is None:
        caveats.append(Message(drawn.reason or "nothing_observed"))
    return replace(measured, estimate=drawn.estimate, range_like=drawn.range_like, range=drawn.range, caveats=caveats)


def _side_by_side(context: StudyContext, backbone: str, seed: int) -> Iterator[Row]:
    for info in measures().values():
        # What a limit on names distorts is withheld or estimated where it is told, so that it is not told here.
        if info.whole_network and under_limit(info, context) is None:
            layer = context.grouped if info.group else context.layer
            yield _row(info.name, *(_value(info, part, seed) for part in (layer, _without(layer, backbone))))
    yield _row("largest", *map(_largest, (context.layer, _without(context.layer, backbone))))


def _value(info: MeasureInfo, layer: Layer, seed: int) -> float | None:
    return info.function(**arguments(info, {Layer: layer}, seed)).value


def _without(layer: Layer, backbone: str) -> Layer:
    return layer.subset(np.array([name != backbone for name in layer.organizations]))


def _largest(layer: Layer) -> float | None:
    here = layer.among_answered()
    return float(parts(here)[0]) if here.n else None


def _row(name: str, with_backbone: float | None, without: float | None) -> Row:
    both = None if with_backbone is None or without is None else without - with_backbone
    return {"measure": name, "with_backbone": with_backbone, "without_backbone": without, "difference": both}
