"""A what-if as data: JSON for programs, CSV for spreadsheets."""

import json
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.studies.whatif import Change, WhatIf, difference
from stakeholder_graph.text import translate
from stakeholder_graph.views.findings_data import DIGITS, rows_as_csv
from stakeholder_graph.views.whatif.whatif_words import VALUES_ALONE, sentences

#: What a line says of a measure.
COLUMNS = ("id", "name", "layers", "unit", "before", "after", "change")


def whatif_json(supposed: WhatIf) -> str:
    """Write a what-if as one JSON document.

    Parameters
    ----------
    supposed : WhatIf
        Any.

    Returns
    -------
    str
        With a line break at the end. Every measure is in it, whether it changes or not; numbers have nine significant
        digits, as in `measure --format json`.
    """
    scenario, seen = supposed.scenario, supposed.consequences
    document = {
        "partnership": supposed.before.name,
        "version": __version__,
        "wave": scenario.wave,
        "without": list(scenario.without),
        "join": [{"organization": name, "sector": sector} for name, sector in scenario.join],
        "connect": [list(pair) for pair in scenario.connect],
        "disconnect": [list(pair) for pair in scenario.disconnect],
        "layers": list(scenario.layers),
        "in_words": list(sentences(scenario, seen)),
        "consequences": {
            "connections": list(seen.connections),
            "alone": list(seen.alone),
            "cut_off": [list(group) for group in seen.cut_off],
            "reached": list(seen.reached),
            "sectors": list(seen.sectors),
            "outcomes": list(seen.outcomes),
            "teams": list(seen.teams),
            "strategies": list(seen.strategies),
        },
        "note": translate(VALUES_ALONE),
        "findings": [_row(change) for change in supposed.changes],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def whatif_csv(supposed: WhatIf) -> str:
    """Write one line for each measure, safe to open in a spreadsheet.

    Parameters
    ----------
    supposed : WhatIf
        Any.
    """
    rows = (_row(change) | {"layers": "+".join(change.layers)} for change in supposed.changes)
    return rows_as_csv(COLUMNS, ([row[name] for name in COLUMNS] for row in rows))


def _row(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "name": change.name,
        "layers": list(change.layers),
        "unit": change.unit,
        "before": rounded(change.before),
        "after": rounded(change.after),
        "change": rounded(difference(change)),
    }


def rounded(value: float | None) -> float | None:
    """The value with the digits that are the same on every machine.

    Parameters
    ----------
    value : float or None
        Any.

    Examples
    --------
    >>> rounded(1 / 3), rounded(None)
    (0.333333333, None)
    """
    return None if value is None else float(f"{value:.{DIGITS}g}")
