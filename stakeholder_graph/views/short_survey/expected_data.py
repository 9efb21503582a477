"""What to expect of short questionnaires as data: JSON for programs, CSV for spreadsheets."""

import json
from collections.abc import Mapping

from stakeholder_graph import __version__
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.short_rosters import ExpectedRanges
from stakeholder_graph.views.findings_data import rows_as_csv
from stakeholder_graph.views.whatif.whatif_data import rounded

#: What a line says of a measure: widths in its unit.
COLUMNS = (
    "id", "name", "layers", "unit", "low", "high", "width", "width_short", "width_same_minutes", "width_in_full",
)  # fmt: skip


def expected_csv(expected: ExpectedRanges) -> str:
    """Write one line for each measure, safe to open in a spreadsheet.

    Parameters
    ----------
    expected : ExpectedRanges
        Any.

    Examples
    --------
    >>> from stakeholder_graph.studies.short_rosters import ExpectedRange
    >>> row = ExpectedRange("density", (0.15, 0.25), 0.02, 0.05, 0.0)
    >>> print(expected_csv(ExpectedRanges("2025", "contact", (row,))).splitlines()[1])
    density/contact/2025,density,contact,share,0.15,0.25,0.1,0.02,0.05,0.0
    """
    rows = []
    for row in expected.ranges:
        low, high = row.now or (None, None)
        width = None if low is None or high is None else high - low
        numbers = (low, high, width, row.short, row.fewer, row.whole)
        id = f"{row.name}/{expected.layer}/{expected.wave}"
        rows.append((id, row.name, expected.layer, measures()[row.name].unit, *map(rounded, numbers)))
    return rows_as_csv(COLUMNS, rows)


def expected_json(expected: ExpectedRanges | None, design: Mapping[str, object]) -> str:
    """Write design and expectation as one JSON document.

    Parameters
    ----------
    expected : ExpectedRanges or None
        None where nobody has answered yet.
    design : mapping
        What was asked of whom, and how long it takes.

    Returns
    -------
    str
        With a line break at the end.
    """
    document: dict[str, object] = {"schema": 1, "version": __version__, **design}
    if expected is not None:
        document |= {
            "wave": expected.wave,
            "layer": expected.layer,
            "reason": expected.reason,
            "answer_in_full_in_the_same_minutes": expected.fewer,
            "pairs_not_known": dict(zip(("now", "short", "same_minutes"), expected.not_known, strict=False)),
            "findings": [
                {
                    "id": f"{row.name}/{expected.layer}/{expected.wave}",
                    "range": None if row.now is None else [rounded(end) for end in row.now],
                    "width_short": rounded(row.short),
                    "width_same_minutes": rounded(row.fewer),
                    "width_in_full": rounded(row.whole),
                }
                for row in expected.ranges
            ],
        }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
