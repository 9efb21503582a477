"""Findings as data: JSON for programs, CSV and text tables for people."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import LEVEL, Finding, Test
from stakeholder_graph.model.table import ABSENT, Cell, Table
from stakeholder_graph.studies.page_one.headline_tests import family_tests, headline_tests, permutations_needed
from stakeholder_graph.tabular.write_csv import csv_text
from stakeholder_graph.text import _
from stakeholder_graph.views.sentences import headline, notes

SCHEMA = 1
#: Digits that are the same on every machine.
DIGITS = 9


def to_json(copy: Copy, most_rows: int | None = None) -> str:
    """Write all findings that an edition may see as one JSON document.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    most_rows : int, optional
        Of a longer table the first rows alone, where CSV files beside the document have them all.

    Returns
    -------
    str
        With a line break at the end. `caveats` are ids that stay the same, `notes` the same in words; numbers have
        nine significant digits. Where rows are left out, ``rows_in_all`` has for each such table of the finding how
        many there are.
    """
    document = {
        "schema": SCHEMA,
        "partnership": copy.partnership.name,
        "version": __version__,
        "edition": copy.edition,
        "headline_tests": _headline_tests(copy),
        "findings": [_finding(finding, most_rows) for finding in copy.findings],
    }
    return json.dumps(rounded(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_csv(copy: Copy) -> str:
    """Write one line for each finding, safe to open in a spreadsheet.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    """
    return csv_text([SUMMARY, *(row.values() for row in _summary(copy.findings))])


def to_text(copy: Copy) -> str:
    """Write one block for each finding, for reading on a terminal.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    """
    blocks = []
    for finding, row in zip(copy.findings, _summary(copy.findings), strict=True):
        numbers = ", ".join(f"{key} {value}" for key, value in row.items() if value != "" and key in _NUMBERS)
        blocks.append(f"{finding.id}\n  {headline(finding)}\n  {numbers or _('undefined')}")
    return "\n\n".join(blocks) + "\n"


#: What a line says of a finding.
SUMMARY = ("id", "value", "unit", "expected", "p", "estimate", "range", "reading")
_NUMBERS = ("value", "unit", "expected", "p", "estimate", "range")


def _summary(findings: Iterable[Finding]) -> list[dict[str, str]]:
    return [
        {
            "id": finding.id,
            "value": _number(finding.value),
            "unit": finding.unit if finding.value is not None else "",
            "expected": _number(finding.test.expected if finding.test else None),
            "p": _number(finding.test.p if finding.test else None),
            "estimate": _number(finding.estimate),
            "range": " to ".join(map(_number, finding.range)) if finding.range else "",
            "reading": headline(finding),
        }
        for finding in findings
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _finding(finding: Finding, most: int | None) -> dict[str, Any]:
    scope = finding.scope
    main = {} if finding.table is None else {"table": finding.table}
    long = {name: len(table) for name, table in {**main, **finding.tables}.items() if most and len(table) > most}
    return {
        "id": finding.id,
        "name": finding.name,
        "scope": {
            "waves": list(scope.waves),
            "layers": list(scope.layers),
            "ties": scope.ties,
            "group": scope.group,
        },
        "value": finding.value,
        "numerator": finding.quotient.numerator if finding.quotient else None,
        "denominator": finding.quotient.denominator if finding.quotient else None,
        "unit": finding.unit,
        "bounds": list(finding.bounds),
        "attainable": finding.attainable,
        "rescaled": finding.rescaled,
        "estimate": finding.estimate,
        "range_like": finding.range_like,
        "range": finding.range,
        "certain": finding.certain,
        "test": _test(finding.test),
        "test_rewire": _test(finding.rewired),
        "monte_carlo_error": {"test": _error(finding.test), "test_rewire": _error(finding.rewired)},
        "table": _rows(finding.table, most),
        "tables": {name: _rows(table, most) for name, table in finding.tables.items()},
        **({"rows_in_all": long} if long else {}),
        "disclosed": str(finding.disclosed),
        "reading": headline(finding),
        "caveats": [caveat.id for caveat in finding.caveats],
        "notes": list(notes(finding)),
    }


def _headline_tests(copy: Copy) -> dict[str, Any] | None:
    """The tests that page one may rest on; a copy beyond the backbone's desk rests on words and lines instead."""
    if not copy.confidential:
        return None
    tests = headline_tests(copy.findings)
    rows, every = (
        [
            {"id": test.finding.id, "p": test.p, "p_adjusted": test.p_adjusted, "monte_carlo_error": test.error,
             "stands": test.stands, "could_turn": test.could_turn}
            for test in those
        ]
        for those in (tests, family_tests(copy.findings))
    )  # fmt: skip
    return {
        "correction": "Benjamini-Hochberg",
        "level": LEVEL,
        "permutations_needed": permutations_needed(tests),
        "tests": rows,
        "family": every,
    }


def _test(test: Test | None) -> dict[str, Cell] | None:
    if test is None:
        return None
    return {
        "null": test.null,
        "permutations": test.permutations,
        "expected": test.expected,
        "sd": test.sd,
        "p": test.p,
        "seed": test.seed,
    }


def _error(test: Test | None) -> float | None:
    return test.error if test else None


def _rows(table: Table | None, most: int | None) -> list[dict[str, Cell]]:
    return [dict(row) for row in table.first(most).rows] if table else []


def rounded(value: Any) -> Any:
    """Round what a document holds to the digits that are the same on every machine.

    Parameters
    ----------
    value : any
        A plain value, or a mapping or sequence of such.

    Examples
    --------
    >>> rounded({"share": 1 / 3, "n": 3})
    {'share': 0.333333333, 'n': 3}
    """
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return value


def table_to_csv(table: Table) -> str:
    """Write a finding's table as CSV, safe to open in a spreadsheet.

    Parameters
    ----------
    table : Table
        Of a copy's finding, so that it holds what that copy's readers may see. First stand the names of its columns,
        then its rows as they are.

    Examples
    --------
    >>> from stakeholder_graph.model.table import Column
    >>> print(table_to_csv(Table.of({Column("sector"): ["=1+1", "Schools, public"], Column("ties"): [3, None]})))
    sector,ties
    '=1+1,3
    "Schools, public",
    <BLANKLINE>
    """
    rows = zip(*(map(_plain, cells) for cells in table.cells), strict=True)
    return csv_text([[column.name for column in table.columns], *rows])


def _plain(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{cell:.{DIGITS}g}"
    return "" if cell is None or cell is ABSENT else str(cell)


def rows_as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Write rows below their headers, safe to open in a spreadsheet; None is a blank cell.

    Parameters
    ----------
    columns : sequence of str
        The headers.
    rows : iterable of iterables
        A value a column.

    Examples
    --------
    >>> print(rows_as_csv(("layer", "value"), [("=1+1", None)]), end="")
    layer,value
    '=1+1,
    """
    return csv_text([columns, *rows])
