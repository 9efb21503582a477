"""Findings as a workbook: where they come from, one line a finding, and a sheet for each table."""

import re
from collections.abc import Iterator, Sequence

from stakeholder_graph import __version__
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import ABSENT, Cell, Table
from stakeholder_graph.tabular.write_xlsx import XlsxCell, workbook
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.findings_data import DIGITS
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.sentences import headline, notes

#: Longest name of a sheet, and what it cannot hold.
LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")

SheetRows = list[Sequence[XlsxCell]]


def to_workbook(copy: Copy) -> bytes:
    """Write all findings that an edition may see as an XLSX workbook.

    Parameters
    ----------
    copy : Copy
        What may be seen.

    Returns
    -------
    bytes
        Sheets: where the findings come from; one line a finding; one sheet a table, in the order of the findings; and
        what each column of these tables holds. Numbers have nine significant digits; what is not known is blank.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> to_workbook(copy)[:2]
    b'PK'
    """
    sheets: dict[str, SheetRows] = {_("About"): _about(copy), _("Findings"): []}
    columns: SheetRows = [[_("Sheet"), _("Column"), _("Heading"), _("Kind"), _("Unit")]]
    listed: SheetRows = [[translate(heading) for heading in _HEADINGS]]
    for finding in copy.findings:
        names = []
        for name, table in _tables(finding):
            sheet = _sheet_name(finding, name, sheets)
            sheets[sheet] = _rows(table)
            columns += [
                [sheet, column.name, translate(column.heading), column.kind, column.unit] for column in table.columns
            ]
            names.append(sheet)
        listed.append(_line(finding, ", ".join(names)))
    sheets[_("Findings")] = listed
    if len(columns) > 1:
        sheets[_free_name(_("Columns"), sheets)] = columns
    return workbook(sheets, page_header=banner(copy))


def _about(copy: Copy) -> SheetRows:
    tests = [test for finding in copy.findings for test in (finding.test, finding.rewired) if test]
    facts: SheetRows = [
        [_("Partnership"), copy.partnership.name],
        [_("Wave"), copy.wave],
        [_("Edition"), copy.edition],
        [_("Who may see it"), banner(copy)],
        [_("Computed by"), f"stakeholder-graph {__version__}"],
        [_("Findings"), len(copy.findings)],
    ]
    if tests:
        facts += [
            [_("Permutations"), max(test.permutations for test in tests)],
            [_("Seed"), ", ".join(sorted({str(test.seed) for test in tests}))],
        ]
    return [[_("What"), _("Answer")], *facts]


_HEADINGS = (
    N_("Finding"),
    N_("Measure"),
    N_("Kind of tie"),
    N_("Value"),
    N_("Unit"),
    N_("Least possible"),
    N_("Most possible"),
    N_("Expected by chance"),
    N_("p"),
    N_("Estimate"),
    N_("Range from"),
    N_("Range to"),
    N_("Reading"),
    N_("Notes"),
    N_("Tables"),
)


def _line(finding: Finding, sheets: str) -> Sequence[XlsxCell]:
    low, high = finding.range or (None, None)
    test = finding.test
    numbers = (test.expected if test else None, test.p if test else None, finding.estimate, low, high)
    limits = " ".join(notes(finding))
    return [
        finding.id,
        finding.name,
        ", ".join(finding.scope.layers),
        _plain(finding.value),
        translate(finding.unit),
        *map(_plain, (*finding.bounds, *numbers)),
        headline(finding),
        limits,
        sheets,
    ]


def _tables(finding: Finding) -> Iterator[tuple[str, Table]]:
    if finding.table:
        yield "", finding.table
    yield from ((name, table) for name, table in finding.tables.items() if table)


def _rows(table: Table) -> SheetRows:
    rows = zip(*([_plain(cell) for cell in cells] for cells in table.cells), strict=True)
    return [[translate(column.heading) for column in table.columns], *rows]


def _plain(cell: Cell) -> XlsxCell:
    if cell is ABSENT:
        return ""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    return float(f"{cell:.{DIGITS}g}") if isinstance(cell, float) else cell


def _sheet_name(finding: Finding, table: str, taken: dict[str, SheetRows]) -> str:
    layer = "" if len(finding.scope.layers) != 1 else finding.scope.layers[0]
    return _free_name(" ".join(filter(None, (finding.name, table, layer))), taken)


def _free_name(name: str, taken: dict[str, SheetRows]) -> str:
    """A name that a sheet may have and no other sheet has, whatever case it is written in."""
    known, name = {sheet.casefold() for sheet in taken}, _NOT_IN_NAMES.sub(" ", name).strip()
    short, number = name[:LONGEST_NAME].strip(), 2
    while short.casefold() in known:
        suffix = f" {number}"
        short, number = name[: LONGEST_NAME - len(suffix)].strip() + suffix, number + 1
    return short
