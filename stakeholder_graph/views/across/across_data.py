"""Communities side by side as data: JSON for programs, CSV for spreadsheets."""

import json
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.communities.side_by_side import COLUMNS, SideBySide
from stakeholder_graph.views.findings_data import rounded, rows_as_csv


def across_json(together: SideBySide) -> str:
    """Write communities side by side as one JSON document.

    Parameters
    ----------
    together : SideBySide
        Any.

    Returns
    -------
    str
        With a line break at the end; numbers have nine significant digits.
    """
    usual = together.usual_density
    document = {
        "schema": 1,
        "version": __version__,
        "communities": [
            {
                # The drawing is for the page: a program that wants the network has the folder.
                **{key: value for key, value in wave.to_plain().items() if key != "drawing"},
                "usual_density": usual.of(wave.organizations) if usual and wave.density else None,
                "comparables": [{**row.to_plain(), "about": list(row.about)} for row in wave.comparables],
            }
            for wave in together.waves
        ],
        "fingerprints": [
            {"name": name, **json.loads(fingerprint.to_text())} for name, fingerprint in together.fingerprints.items()
        ],
        "standings": [
            {
                "aspect": standing.aspect,
                "about": list(standing.about),
                "learn_from": list(standing.to_learn_from),
                "communities": [
                    {
                        "community": position.community,
                        "size": position.size,
                        "apart": position.apart,
                        "off": position.off,
                        "p": position.p,
                        "p_adjusted": position.p_adjusted,
                    }
                    for position in standing.positions
                ],
                "limits": [
                    {"size": limit.size, "within_95": limit.usual, "within_998": limit.nearly_all}
                    for limit in standing.limits
                ],
            }
            for standing in together.standings
        ],
        "tests": {"correction": "Benjamini-Hochberg", "count": _tests(together)},
    }
    return json.dumps(rounded(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def across_csv(together: SideBySide) -> str:
    """Write a line for each community, survey and aspect, safe to open in a spreadsheet; in order of names.

    Parameters
    ----------
    together : SideBySide
        Any.

    Examples
    --------
    >>> from stakeholder_graph.communities.community_wave import CommunityWave
    >>> wave = CommunityWave("Wren", "2025", "", True, 60, 42)
    >>> print(across_csv(SideBySide((wave,))).splitlines()[1].rstrip(","))
    Wren,2025,,organizations,,60,,,,,,,,,,,,,,,true
    """
    rows = ([rounded(row.get(column)) for column in COLUMNS] for row in together.rows)
    return rows_as_csv(COLUMNS, ([_lower(cell) for cell in row] for row in rows))


def _lower(cell: Any) -> Any:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _tests(together: SideBySide) -> int:
    return sum(position.p is not None for standing in together.standings for position in standing.positions)
