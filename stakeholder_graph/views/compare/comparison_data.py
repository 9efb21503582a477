"""A comparison as data: JSON for programs, CSV of the measures for spreadsheets."""

import json
from dataclasses import asdict
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.studies.change.comparison import Comparison, GroupRow, MeasureChange, Panel
from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.studies.results.forecasts import ScoredForecast
from stakeholder_graph.views.compare.change_words import layer_changes
from stakeholder_graph.views.compare.survey_words import difference
from stakeholder_graph.views.findings_data import DIGITS, rows_as_csv


def comparison_json(comparison: Comparison, over_time: Timeline | None = None) -> str:
    """Write a comparison as one JSON document.

    Parameters
    ----------
    comparison : Comparison
        Any.
    over_time : Timeline, optional
        Of three waves and more.

    Returns
    -------
    str
        With a line break at the end; numbers have nine significant digits.
    """
    document: dict[str, Any] = {
        "schema": 1,
        "partnership": comparison.partnership.name,
        "version": __version__,
        "before": comparison.before,
        "after": comparison.after,
        "draft": comparison.partnership.info.draft,
        "organizations": {
            "joined": list(comparison.joined),
            "left": list(comparison.left),
            "both": list(comparison.both),
            "answered_before_only": list(comparison.answered_before_only),
            "possible_renames": [rename._asdict() for rename in comparison.possible_renames],
        },
        "ties": [
            {"layer": tie.layer, "from": tie.first, "to": tie.second, "change": tie.change} for tie in comparison.ties
        ],
        "panels": [{"layer": layer, **_panel(panel)} for layer, panel in comparison.panels.items()],
        "measures": [_measure(row) for row in comparison.measures],
        "groups": [_group(row) for row in comparison.groups],
        "survey": [
            {"about": message.id, **message.fields, "says": difference(message, comparison)}
            for message in comparison.survey
        ],
        "forecasts": [_forecast(row) for row in comparison.forecasts],
        "tests": {"correction": "Benjamini-Hochberg", "count": comparison.tests},
        "changes": [
            {"layer": changes.layer, "says": sentence}
            for changes in layer_changes(comparison)
            for sentence in (changes.all_of_them, *changes.holding)
        ],
    }
    if over_time is not None:
        document["timeline"] = _timeline(over_time)
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def comparison_csv(comparison: Comparison, over_time: Timeline | None = None) -> str:
    """Write one line for each measure, safe to open in a spreadsheet.

    Parameters
    ----------
    comparison : Comparison
        Any.
    """
    rows = [_flat(_measure(row)) for row in comparison.measures]
    return rows_as_csv(list(rows[0]) if rows else ["name"], (row.values() for row in rows))


def _timeline(over_time: Timeline) -> dict[str, Any]:
    return {
        "waves": list(over_time.waves),
        "measures": [
            {
                "name": measure.name,
                "layer": measure.layer or None,
                "values": [finding and _rounded(finding.value) for finding in measure.findings],
                "ranges": [finding and _ends(finding.range) for finding in measure.findings],
                "steps": [row and _measure(row) for row in measure.steps],
            }
            for measure in over_time.measures
        ],
        "groups": [
            {"before": step.before, "after": step.after, **_group(row)}
            for step in over_time.steps
            if step is not None
            for row in step.groups
            if row.holds
        ],
        "flows": [
            {
                "kind": flows.kind,
                "columns": [dict(column) for column in flows.columns],
                "moved": [ribbon._asdict() for ribbon in flows.ribbons],
            }
            for flows in over_time.flows
        ],
        "tests": over_time.tests,
    }


def _panel(panel: Panel) -> dict[str, Any]:
    network = panel.finding.tables.get("network")
    counts = dict(network.rows[0]) if network is not None and network.rows else {}
    kept = ("dyads", "before", "after", "se", "low", "high", "p", "all_before", "all_after")
    return {
        "organizations": panel.organizations,
        "tested": panel.tested,
        **{name: _rounded(counts.get(name)) for name in kept},
    }


def _measure(row: MeasureChange) -> dict[str, Any]:
    return {
        "name": row.name,
        "layer": row.layer or None,
        "on": row.on,
        "before": _rounded(row.before),
        "after": _rounded(row.after),
        "change": _rounded(row.change),
        "se": _rounded(row.se),
        "p": _rounded(row.p),
        "p_adjusted": _rounded(row.p_adjusted),
        "range": None if row.range is None else [_rounded(end) for end in row.range],
        "before_range": _ends(row.before_finding.range),
        "after_range": _ends(row.after_finding.range),
        "verdict": row.verdict,
    }


def _ends(interval: tuple[float, float] | None) -> list[Any] | None:
    return None if interval is None else [_rounded(end) for end in interval]


def _group(row: GroupRow) -> dict[str, Any]:
    ties = row.ties
    return {
        "layer": row.layer,
        "from_group": ties.from_group,
        "to_group": ties.to_group,
        "before": ties.before,
        "after": ties.after,
        "p": _rounded(ties.p),
        "p_adjusted": _rounded(row.p_adjusted),
        "holds": row.holds,
    }


def _forecast(row: ScoredForecast) -> dict[str, Any]:
    return {name: _rounded(value) for name, value in asdict(row).items()}


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if name.endswith("range"):
            flat[f"{name}_low"], flat[f"{name}_high"] = value or (None, None)
        else:
            flat[name] = value
    return flat


def _rounded(value: Any) -> Any:
    if value is None or isinstance(value, int | str):
        return value
    return float(f"{float(value):.{DIGITS}g}")
