"""Communities side by side as data: JSON for programs, CSV for spreadsheets."""

import json
from collections.abc import Iterator
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.views.findings_data import rounded, rows_as_csv

_COLUMNS = (
    "community", "wave", "layer", "aspect", "about", "value", "denominator", "expected", "sd", "z", "expected_rewired",
    "sd_rewired", "z_rewired", "size", "apart", "off", "p", "p_adjusted", "stands_out", "shared",
)  # fmt: skip


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
                **wave.to_plain(),
                "usual_density": usual.of(wave.organizations) if usual and wave.density else None,
                "comparables": [_comparable(row) for row in wave.comparables],
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
    >>> wave = CommunityWave("Wren", "2025", "", True, 60, 42)
    >>> print(across_csv(SideBySide((wave,))).splitlines()[1].rstrip(","))
    Wren,2025,,organizations,,60,,,,,,,,,,,,,,true
    """
    rows = [*_rows(together), *_of_fingerprints(together)]
    return rows_as_csv(_COLUMNS, ([rounded(row.get(column)) for column in _COLUMNS] for row in rows))


def _rows(together: SideBySide) -> Iterator[dict[str, Any]]:
    placed = {
        (position.community, standing.aspect, standing.about): position
        for standing in together.standings
        for position in standing.positions
    }
    for wave in together.waves:
        for fact, value in wave.facts.items():
            if value is not None:
                yield {**_of(wave), "aspect": fact, "value": value}
        for row in wave.comparables:
            position = placed.get((wave.name, row.aspect, row.about)) if wave.latest else None
            held = {} if position is None else {
                "size": position.size, "apart": position.apart, "off": position.off, "p": position.p,
                "p_adjusted": position.p_adjusted, "stands_out": "true" if position.stands_out else "false",
            }  # fmt: skip
            about = " | ".join(row.about)
            yield {**_of(wave), **_comparable(row), "about": about, **held}


def _of(wave: CommunityWave) -> dict[str, Any]:
    return {"community": wave.name, "wave": wave.wave, "layer": wave.layer, "shared": "true"}


def _of_fingerprints(together: SideBySide) -> Iterator[dict[str, Any]]:
    for name, fingerprint in together.fingerprints.items():
        for aspect, value in fingerprint.facts.items():
            if value is not None:
                yield {"community": name, "wave": fingerprint.year, "aspect": aspect, "value": value, "shared": "false"}


def _comparable(row: Comparable) -> dict[str, Any]:
    return {
        "aspect": row.aspect,
        "about": list(row.about),
        "value": row.value,
        "denominator": row.denominator,
        "expected": row.expected,
        "sd": row.sd,
        "z": row.z,
        "expected_rewired": row.expected_rewired,
        "sd_rewired": row.sd_rewired,
        "z_rewired": row.z_rewired,
    }


def _tests(together: SideBySide) -> int:
    return sum(position.p is not None for standing in together.standings for position in standing.positions)
