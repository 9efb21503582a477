"""The runner: computes measures and adds to each its test against chance and its range.

Measures know no inference and inference knows no measure; here the two meet, by what each measure declares.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from stakeholder_graph.finding import Finding, Measured, Message, Scope, Test
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.draws import ranges
from stakeholder_graph.inference.labels import max_t, two_sided, under_labels, under_relabelling
from stakeholder_graph.measures.rows import plain
from stakeholder_graph.registry import MeasureInfo, find_measure, measures
from stakeholder_graph.studies.lens import Lens, Settings
from stakeholder_graph.survey.survey import NO_SECTOR

#: Order of the report.
SECTIONS = ("response", "silos", "bridges", "missing", "clusters", "alignment", "ties", "network")
THOROUGHLY = Settings()
#: The largest network in which statistics of relabelled organizations are simulated.
LARGEST_RELABELLED = 1000


def assess(
    partnership: Partnership,
    names: Sequence[str] | None = None,
    *,
    wave: str | None = None,
    layers: Sequence[str] | None = None,
    settings: Settings = THOROUGHLY,
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
    lenses = [Lens(partnership, graph, layer, settings) for layer in (layers or open_to_all)]
    found: list[Finding] = []
    for info in chosen:
        progress(info.title)
        if info.over in ("layer", "layer in graph", "study"):
            found += [_of_layer(info, lens) for lens in lenses]
        elif info.over == "layers":
            found += _of_layers(info, partnership, graph, _asked_about(info, graph, layers), settings)
        else:
            found.append(_of_wave(info, partnership, graph, settings))
    return tuple(found)


def _of_wave(info: MeasureInfo, partnership: Partnership, graph: PartnerGraph, settings: Settings) -> Finding:
    seed = _seed(info, settings)
    if info.over == "wave":
        measured = info.function(graph, partnership, **seed)
        scope = Scope((graph.wave.name,), group=_group(info, partnership))
    else:
        measured = info.function(partnership, **seed)
        scope = Scope(tuple(partnership.graphs))
    return _read(info, _finding(info, scope, measured))


def _asked_about(info: MeasureInfo, graph: PartnerGraph, layers: Sequence[str] | None) -> tuple[str, ...]:
    """The layers that a measure over several speaks of, among those asked for."""
    about = [name for name, each in graph.layers.items() if info.asks == each.asks or not (info.asks or each.asked_of)]
    return tuple(name for name in about if not layers or name in layers)


def _of_layers(
    info: MeasureInfo, partnership: Partnership, graph: PartnerGraph, names: tuple[str, ...], settings: Settings
) -> list[Finding]:
    if not names:
        return []
    scope = Scope((graph.wave.name,), names, settings.ties if graph.directed else None, _group(info, partnership))
    measured = info.function(graph, names, **_seed(info, settings))
    return [_read(info, _finding(info, scope, measured))]


def _of_layer(info: MeasureInfo, lens: Lens) -> Finding:
    layer = _of_known_sector(lens.layer) if info.group else lens.layer
    scope = Scope((layer.wave,), (layer.name,), layer.ties, "sector" if info.group else None)
    given = {"layer": (layer,), "layer in graph": (layer, lens.graph), "study": (lens,)}[info.over]
    finding = _finding(info, scope, info.function(*given, **_seed(info, lens.settings)))
    if layer.n < lens.layer.n:
        unknown = Message("no_sector", {"count": lens.layer.n - layer.n})
        finding = replace(finding, caveats=(*finding.caveats, unknown))
    if finding.table is not None or finding.value is not None:
        finding = _tested(info, finding, layer, lens.settings)
    if finding.value is not None:
        finding = _ranged(info, finding, lens)
    return _read(info, finding)


def _seed(info: MeasureInfo, settings: Settings) -> dict[str, int]:
    return {"seed": settings.seed} if info.seeded else {}


def _of_known_sector(layer: Layer) -> Layer:
    """The layer among organizations whose sector is stated, where any is: the others are no sector of their own."""
    if NO_SECTOR not in layer.sectors or len(layer.sectors) == 1:
        return layer
    unknown = layer.sectors.index(NO_SECTOR)
    known = layer.subset(layer.sector != unknown)
    stated = tuple(sector for sector in layer.sectors if sector != NO_SECTOR)
    return replace(known, sectors=stated, sector=known.sector - (known.sector > unknown))


def _whole(layer: Layer) -> Layer:
    return layer


def _group(info: MeasureInfo, partnership: Partnership) -> str | None:
    return partnership.sector_called if info.group else None


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
    return replace(finding, reading=info.reading(finding))


def _tested(info: MeasureInfo, finding: Finding, layer: Layer, settings: Settings) -> Finding:
    null = info.null
    if null is None:
        return finding
    statistic = null.statistic
    if statistic is not None and finding.value is not None:
        simulated = under_labels(layer, lambda mixing: statistic(layer, mixing), settings.permutations, settings.seed)
        # An arrangement in which the measure is undefined is no evidence either way.
        simulated = simulated[np.isfinite(simulated)]
        if not len(simulated):
            return finding
        expected = null.expected(layer) if null.expected else float(simulated.mean())
        test = Test(
            "labels",
            settings.permutations,
            expected,
            float(simulated.std()),
            float(two_sided(np.array(finding.value), simulated)),
            settings.seed,
        )
        finding = replace(finding, test=test)
    if null.cells is not None and finding.table is not None:
        finding = _cells_tested(info, finding, layer, settings)
    if null.relabelled is not None and "network" in finding.tables:
        finding = _rows_tested(null.relabelled, finding, layer, settings)
    return finding


def _rows_tested(
    statistics: Callable[[Layer, Any], Any], finding: Finding, layer: Layer, settings: Settings
) -> Finding:
    if layer.n > LARGEST_RELABELLED:
        return replace(finding, caveats=(*finding.caveats, Message("too_large_to_test", {"most": LARGEST_RELABELLED})))
    part = finding.tables["network"]
    observed = statistics(layer, layer.sector[None, :])[0]
    simulated = under_relabelling(layer, statistics, settings.permutations, settings.seed)
    by_chance = simulated.mean(axis=0)
    p = np.where(np.ptp(simulated, axis=0) > 0, two_sided(observed, simulated), np.nan)
    added = zip(by_chance, p, max_t(observed, simulated, by_chance), strict=True)
    rows = tuple(
        {**row, "by_chance": plain(mean), "p": plain(one), "p_adjusted": plain(all_together)}
        for row, (mean, one, all_together) in zip(part.rows, added, strict=True)
    )
    return replace(finding, tables={**finding.tables, "network": replace(part, rows=rows)})


def _cells_tested(info: MeasureInfo, finding: Finding, layer: Layer, settings: Settings) -> Finding:
    null, table = info.null, finding.table
    assert null is not None
    assert null.cells is not None
    assert table is not None
    cells = null.cells
    observed = cells(layer, layer.mixing)
    simulated = under_labels(layer, lambda mixing: cells(layer, mixing), settings.permutations, settings.seed)
    expected = np.array([np.nan if row["expected"] is None else row["expected"] for row in table.rows])
    known = ~np.isnan(expected.astype(float))
    p = np.where(known, two_sided(observed, simulated), np.nan)
    judged = known & np.array([null.judged(row) for row in table.rows])
    adjusted = np.full(len(known), np.nan)
    adjusted[judged] = max_t(observed[judged], simulated[:, judged], expected[judged])
    rows: list[Mapping[str, Any]] = []
    for row, one, all_together in zip(table.rows, p, adjusted, strict=True):
        tested = {**row, "p": plain(one), "p_adjusted": plain(all_together)}
        rows.append({**tested, "verdict": null.verdict(tested)} if null.verdict else tested)
    value = null.value(rows) if null.value else finding.value
    return replace(finding, value=value, table=replace(table, rows=tuple(rows)))


def _ranged(info: MeasureInfo, finding: Finding, lens: Lens) -> Finding:
    statistic = info.statistic
    if statistic is None:
        why = (Message("no_range", {"why": info.no_range}),) if info.no_range else ()
        return replace(finding, caveats=(*finding.caveats, *why))
    if partners := lens.graph.layers[lens.name].asked_of:
        return replace(finding, caveats=(*finding.caveats, Message("asked_of", {"layer": partners})))
    ties = lens.settings.ties
    seen = _of_known_sector if info.group else _whole
    found = ranges(lens.draws, lambda completed: statistic(seen(completed.seen_as(ties))))
    caveats = finding.caveats
    if lens.limited:
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
        caveats=caveats,
    )
