"""ties.csv: who reported which tie."""

from collections.abc import Callable, Mapping, Sequence
from itertools import compress, groupby
from math import fsum, isnan, nan
from typing import Any, NamedTuple

import numpy as np

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import DEFAULT_LAYER, LayerInfo
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.exports.differing_answers import DifferingAnswers
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.answered_twice import chosen, groups_that_differ, rows_by_name, rule_of
from stakeholder_graph.survey.plain.duplicates import come_back, settled
from stakeholder_graph.survey.plain.scales import wrong_answers
from stakeholder_graph.survey.settings.layers import no_ties, values_of
from stakeholder_graph.survey.settings.model import SeveralAnswers
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n


class Report(NamedTuple):
    """What one row reports of two organizations, or that there is no tie.

    `value` is NaN where the strength is not known. `unlisted` is the partner where names.csv says that it is not on
    the roster; `target` is blank then.
    """

    row: int
    wave: str
    layer: str
    origin: str
    target: str
    unlisted: str
    value: float
    respondent: str
    tie: bool


def read_ties(table: SourceTable, context: ReadingContext) -> list[Report]:
    """Read what was reported, including that there is no tie.

    Parameters
    ----------
    table : SourceTable
        The file.
    context : ReadingContext
        Names, waves and layers.

    Returns
    -------
    list of Report
        Of an undirected pair the ends are in alphabetical order.
    """
    inspection = context.inspection
    table.require_text(inspection, "from", "to", *(["layer"] if "layer" in table else []))
    waves = context.wave(table)
    layers = context.layer(table) if "layer" in table else [DEFAULT_LAYER] * len(table)
    origins = context.names.checked(table, "from", inspection, waves)
    targets = context.names.checked(table, "to", inspection, waves, partners=True)
    unlisted = context.names.find_unlisted(table.texts("to"), waves)
    values, ties = _values(table, layers, context)
    reports = []
    itself: list[Report] = []
    undirected = context.undirected
    rows = zip(
        table.rows, waves, layers, origins, targets, unlisted, values, table.texts("respondent"), ties,
        table.texts("value"), strict=True,
    )  # fmt: skip
    for *cells, text in rows:
        report = Report(*cells)
        if not (report.wave and report.layer and report.origin and report.target + report.unlisted):
            continue
        if report.origin == report.target:
            itself.append(report)
        elif not (isnan(report.value) and text):
            # An answer that could not be read has its problem already and contradicts nobody.
            turned = report.layer in undirected and report.origin > report.target and not report.unlisted
            reports.append(_turned(report) if turned else report)
    if itself:
        inspection.advise(
            _n(
                "{count} row reports a tie of an organization with itself (“{organization}”); it is left out.",
                "{count} rows report a tie of an organization with itself (first “{organization}”); they are left out.",
                len(itself),
                organization=itself[0].origin,
            ),
            _("You need do nothing, unless one of the two names is a mistake."),
            table.file,
            itself[0].row,
        )
    _advise_unlisted(reports, table.file, inspection)
    return _settled(reports, origins, table, context)


def _settled(
    reports: list[Report], origins: Sequence[str], table: SourceTable, context: ReadingContext
) -> list[Report]:
    """Every report once: who says different things of a pair is asked about, both ends of a pair contradict each other.

    Most reports are about a pair of their own.
    """
    inspection = context.inspection
    again = come_back(np.fromiter((hash(_about(report)) for report in reports), np.int64, len(reports)))
    if not again.any():
        return reports
    doubtful = np.flatnonzero(again)
    at = {row: place for place, row in enumerate(table.rows)}
    dropped = _answered_twice(reports, doubtful.tolist(), lambda row: origins[at[row]], table.file, context)
    again[list(dropped)] = False
    doubtful = np.flatnonzero(again)
    several = [reports[place] for place in doubtful.tolist()]
    ends = table.texts("from"), table.texts("to")
    kept = settled(
        [report.row for report in several],
        list(map(_about, several)),
        {"value": [report.value for report in several]},
        table.file,
        inspection,
        [tuple(sorted(normal(texts[at[report.row]]) for texts in ends)) for report in several],
    )
    counts = ~again
    counts[list(dropped)] = False
    counts[doubtful[kept]] = True
    return list(compress(reports, counts.tolist()))


def _answered_twice(
    reports: list[Report], doubtful: Sequence[int], origin: Callable[[int], str], file: str, context: ReadingContext
) -> set[int]:
    """Bring what an organization said of a pair more than once, and differently, into one report.

    That takes the place of the first that counts; the places of the others are given back.
    """
    by = {place: origin(reports[place].row) for place in doubtful}
    groups = groups_that_differ(
        [(_about(reports[place]), by[place]) for place in doubtful],
        [(str(reports[place].value), reports[place].tie) for place in doubtful],
    )
    if not groups:
        return set()
    of_pairs = [[doubtful[number] for number in several] for several in groups.values()]
    people = [
        (by[place] + (f", {reports[place].respondent}" if reports[place].respondent else ""), reports[place].row)
        for places in of_pairs
        for place in places
    ]
    apart = {place for places in of_pairs for place in places}
    certain = {_about(report)[:4] for place, report in enumerate(reports) if report.tie and place not in apart}

    def count(rule: SeveralAnswers) -> int:
        counted = (place for places in of_pairs for place in chosen(rule, places) if reports[place].tie)
        return len(certain | {_about(reports[place])[:4] for place in counted})

    rule = rule_of(
        DifferingAnswers(rows_by_name(people), dated=False),
        len({report.origin for report in reports}),
        contradict=True,
        settings=context.settings,
        count=count,
        file=file,
        inspection=context.inspection,
    )
    dropped: set[int] = set()
    for places in of_pairs:
        counting = [reports[place] for place in chosen(rule, places)]
        ties = [report for report in counting if report.tie] or counting
        values = [report.value for report in ties if not isnan(report.value)]
        first = chosen(rule, places)[0]
        reports[first] = ties[0]._replace(value=_combined(values, context.layers[ties[0].layer]))
        dropped |= {*places} - {first}
    return dropped


def _about(report: Report) -> tuple[str, ...]:
    return report.wave, report.layer, report.origin, report.target, report.unlisted, report.respondent


def _values(table: SourceTable, layers: Sequence[str], context: ReadingContext) -> tuple[list[float], list[bool]]:
    """The value of each row on the scale of its layer, and whether it is a tie."""
    values: list[float] = [nan] * len(table)
    ties = [True] * len(table)
    texts = table.texts("value")
    for name, info in context.layers.items():
        places = [place for place, layer in enumerate(layers) if layer == name]
        known = values_of([texts[place] for place in places], info.steps, table.decimal_comma)
        none = no_ties(info.steps)
        for place in places:
            values[place] = known[texts[place]]
            ties[place] = known[texts[place]] not in none
        near = (
            "" if info.steps else suggestion(name, [other for other, scaled in context.layers.items() if scaled.steps])
        )
        wrong_answers(
            ((table.rows[place], texts[place]) for place in places if texts[place] and isnan(known[texts[place]])),
            info.steps,
            (table.file, "value"),
            _("the layer “{layer}”", layer=name),
            context.inspection,
            near,
        )
    return values, ties


def _turned(report: Report) -> Report:
    return report._replace(origin=report.target, target=report.origin)


def _advise_unlisted(reports: Sequence[Report], file: str, inspection: Inspection) -> None:
    rows: dict[str, list[int]] = {}
    for report in reports:
        if report.tie and report.unlisted:
            rows.setdefault(report.unlisted, []).append(report.row)
    for name, places in rows.items():
        inspection.advise(
            _n(
                "“{name}” is not on your list, as you decided; {count} row names it, which is no tie.",
                "“{name}” is not on your list, as you decided; {count} rows name it, which are no ties.",
                len(places),
                name=name,
            ),
            _("You need do nothing if {names} is right.", names=inspection.list_name("names")),
            file,
            places[0],
            "to",
        )


def one_row_a_pair(ties: Sequence[tuple[Any, ...]], layers: Mapping[str, LayerInfo]) -> list[tuple[Any, ...]]:
    """Bring every report on an undirected pair into one row, by each layer's rule for several respondents.

    Parameters
    ----------
    ties : sequence of (wave, layer, from, to, value)
        With ends in any order.
    layers : mapping of str to LayerInfo
        By name.

    Returns
    -------
    list of (wave, layer, from, to, value)
        One for each wave, layer and pair, ends in alphabetical order.

    Examples
    --------
    >>> ties = [("1", "contact", "B", "A", 2.0), ("1", "contact", "A", "B", 3.0)]
    >>> one_row_a_pair(ties, {"contact": LayerInfo("contact", combine="mean")})
    [('1', 'contact', 'A', 'B', 2.5)]
    """
    turned = [(wave, layer, *sorted((start, end)), value) for wave, layer, start, end, value in ties]
    return [
        (*pair, _combined([value for *_pair, value in several if not isnan(value)], layers[pair[1]]))
        for pair, several in groupby(sorted(turned, key=lambda tie: tie[:4]), key=lambda tie: tie[:4])
    ]


def _combined(values: Sequence[float], info: LayerInfo) -> float:
    if not values:
        return nan
    return {"most": max(values), "mean": fsum(values) / len(values), "latest": values[-1]}[info.combine]
