"""The runner: computes measures and adds to each its test against chance and its range.

Measures know no inference and inference knows no measure; here the two meet, by what each measure declares.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.draw import ranges
from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.model.cells import plain
from stakeholder_graph.model.finding import Finding, Measured, Message, Scope
from stakeholder_graph.studies.context import MeasureSettings, StudyContext, of_known_sector
from stakeholder_graph.studies.tests import against_chance

#: Order of the report.
SECTIONS = ("response", "silos", "bridges", "missing", "clusters", "alignment", "ties", "network")
THOROUGHLY = MeasureSettings()


def assess(
    partnership: Partnership,
    names: Sequence[str] | None = None,
    *,
    wave: str | None = None,
    layers: Sequence[str] | None = None,
    settings: MeasureSettings = THOROUGHLY,
    progress: Callable[[str], None] = lambda what: None,
) -> tuple[Finding, ...]:
    """Compute findings: one for each measure and, where it is about ties, for each layer.

    Parameters
    ----------
    partnership : Partnership
        Any.
    names : sequence of str, optional
        Measures; all unless told.
    wave : str, optional
        The latest unless told.
    layers : sequence of str, optional
        All unless told, but those asked about partners only.
    settings : Settings
        How thoroughly to look.
    progress : callable
        Told what is being computed.

    Returns
    -------
    tuple of Finding
        In the order of the report.

    Raises
    ------
    UnknownNameError
        For a measure, wave or layer that does not exist.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> found = assess(Partnership("P", {"1": graph}, {}), ["density"])
    >>> found[0].id, round(found[0].value, 3)
    ('density/collaboration/1', 0.667)
    """
    graph = partnership.graph(wave)
    chosen = list(measures().values()) if names is None else [find_measure(name) for name in names]
    chosen.sort(key=lambda info: SECTIONS.index(info.section) if info.section in SECTIONS else len(SECTIONS))
    # How many ties there are says nothing where only partners were asked about.
    open_to_all = [name for name, info in graph.layers.items() if not info.asked_of]
    lenses = [StudyContext(partnership, graph, layer, settings) for layer in (layers or open_to_all)]
    found: list[Finding] = []
    for info in chosen:
        progress(info.title)
        if info.over in ("layer", "layer in graph", "study"):
            found += [_of_layer(info, context) for context in lenses]
        elif info.over == "layers":
            found += _of_layers(info, partnership, graph, _asked_about(info, graph, layers), settings)
        else:
            found.append(_of_wave(info, partnership, graph, settings))
    return tuple(found)


def _of_wave(info: MeasureInfo, partnership: Partnership, graph: PartnerGraph, settings: MeasureSettings) -> Finding:
    seed = _seed(info, settings)
    if info.over == "wave":
        measured = info.function(graph, partnership, **seed)
        scope = Scope((graph.wave.name,), group=_group(info, partnership))
    else:
        measured = info.function(partnership, **seed)
        scope = Scope(tuple(partnership.graphs))
    return _read(info, replace(_finding(info, scope, measured), complete=_complete(graph, partnership)))


def _asked_about(info: MeasureInfo, graph: PartnerGraph, layers: Sequence[str] | None) -> tuple[str, ...]:
    """The layers that a measure over several speaks of, among those asked for."""
    about = (
        name
        for name, each in graph.layers.items()
        if each.asks == info.asks and not (each.asks == "ties" and each.asked_of)
    )
    return tuple(name for name in about if not layers or name in layers)


def _of_layers(
    info: MeasureInfo, partnership: Partnership, graph: PartnerGraph, names: tuple[str, ...], settings: MeasureSettings
) -> list[Finding]:
    if not names:
        return []
    scope = Scope((graph.wave.name,), names, settings.ties if graph.directed else None, _group(info, partnership))
    finding = _finding(info, scope, info.function(graph, names, **_seed(info, settings)))
    return [_read(info, replace(finding, complete=_complete(graph, partnership)))]


def _of_layer(info: MeasureInfo, context: StudyContext) -> Finding:
    layer = context.grouped if info.group else context.layer
    scope = Scope((layer.wave,), (layer.name,), layer.ties, "sector" if info.group else None)
    given = {"layer": (layer,), "layer in graph": (layer, context.graph), "study": (context,)}[info.over]
    finding = _finding(info, scope, info.function(*given, **_seed(info, context.settings)))
    finding = replace(finding, complete=context.complete)
    if layer.n < context.layer.n:
        unknown = Message("no_sector", {"count": context.layer.n - layer.n})
        finding = replace(finding, caveats=(*finding.caveats, unknown))
    if finding.table is not None or finding.value is not None:
        finding = against_chance(info, finding, context)
    if finding.value is not None:
        finding = _ranged(info, finding, context)
    return _read(info, finding)


def _complete(graph: PartnerGraph, partnership: Partnership) -> bool | None:
    """Whether everyone answered; None where nothing says who did."""
    return bool(graph.answered.all()) if partnership.info.answered_known else None


def _seed(info: MeasureInfo, settings: MeasureSettings) -> dict[str, int]:
    return {"seed": settings.seed} if info.seeded else {}


def _whole(layer: Layer) -> Layer:
    return layer


def _group(info: MeasureInfo, partnership: Partnership) -> str | None:
    return partnership.info.sector_called if info.group else None


def _finding(info: MeasureInfo, scope: Scope, measured: Measured) -> Finding:
    value = plain(measured.value)
    caveats = list(measured.caveats)
    if value is None and measured.value is not None and math.isinf(measured.value):
        caveats.append(Message("unbounded"))
    return Finding(
        name=info.name,
        scope=scope,
        value=None if value is None else float(value),
        unit=info.unit,
        bounds=info.bounds,
        attainable=measured.attainable,
        rescaled=measured.rescaled,
        table=measured.table,
        tables=measured.tables,
        test=measured.test,
        estimate=measured.estimate,
        range_like=measured.range_like,
        range=measured.range,
        caveats=tuple(caveats),
        discloses=info.discloses,
    )


def _read(info: MeasureInfo, finding: Finding) -> Finding:
    reading = info.reading(finding)
    if any(caveat.id == "answered_subgraph" for caveat in finding.caveats):
        reading = _of_answered(reading)
    return replace(finding, reading=reading)


def _of_answered(message: Message | None) -> Message | None:
    return message and replace(message, answered_only=True, instead=_of_answered(message.instead))


def _ranged(info: MeasureInfo, finding: Finding, context: StudyContext) -> Finding:
    statistic = info.statistic
    if statistic is None:
        why = (Message("no_range", {"why": info.no_range}),) if info.no_range else ()
        return replace(finding, caveats=(*finding.caveats, *why))
    if partners := context.graph.layers[context.name].asked_of:
        return replace(finding, caveats=(*finding.caveats, Message("asked_of", {"layer": partners})))
    ties = context.settings.ties
    seen = of_known_sector if info.group else _whole
    found = ranges(context.draws, lambda completed: statistic(seen(completed.with_ties(ties))))
    caveats = finding.caveats
    if context.limited:
        caveats += (Message("limited_names"),)
    if found.range is None:
        caveats += (Message(found.reason or "nothing_observed"),)
    elif finding.value is not None and not found.range[0] <= finding.value <= found.range[1]:
        caveats += (Message("outside_range"),)
    return replace(
        finding,
        estimate=found.estimate,
        range_like=found.range_like,
        range=found.range,
        certain=info.certain(context.layer) if info.certain else None,
        caveats=caveats,
    )
