"""Organizations with several rows of a matrix of ties: several people, or somebody who corrected an answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.differing_answers import DifferingAnswers
from stakeholder_graph.survey.plain.answered_twice import rule_of
from stakeholder_graph.survey.roles.cells import RowStatement, matrix_cells, strength
from stakeholder_graph.survey.roles.matrices import not_known, square_columns
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.table_role import TableAndRole
from stakeholder_graph.survey.settings.layers import with_combine
from stakeholder_graph.survey.settings.model import Settings, SeveralAnswers
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n


class _Rows(NamedTuple):
    """Rows of organizations that have several: those that differ by name, those that say nothing new, with the later.

    `empty` are rows without any answer.
    """

    differing: dict[str, list[int]]
    repeated: list[tuple[str, int, int]]
    empty: set[int]
    contradict: bool
    n_answering: int


def matrix_answers(
    pair: TableAndRole, organization: Callable[[str], str], settings: Settings, inspection: Inspection
) -> list[RowStatement] | None:
    """Give the ties of a matrix in which an organization has several rows; None where none has.

    Parameters
    ----------
    pair : (OpenTable, TableRole)
        The matrix; of other tables nothing comes.
    organization : callable
        Which organization a name certainly means; blank for none.
    settings : Settings
        May say which answers count.
    inspection : Inspection
        Takes the open decision where they do not, and advice on rows that repeat others or say nothing.
    """
    table, role = pair
    if role.role != "matrix":
        return None
    names = [organization(name) for name in table.table.texts(role.columns["organization"])]
    if len(set(filter(None, names))) == len(list(filter(None, names))):
        return None
    table = _in_one_spelling(table, role.columns["organization"], names, organization)
    rows = _rows(table, names, organization)
    _advise(rows, table.table.file, inspection)
    kept = _without(table, rows.empty | {row for _name, row, _later in rows.repeated})
    if not rows.differing:
        return list(matrix_cells(kept, role, inspection))
    differing = DifferingAnswers(rows.differing, dated=False)
    persons = {row: str(row) for several in rows.differing.values() for row in several}

    def count(rule: SeveralAnswers) -> int:
        cells = matrix_cells(_without(kept, differing.dropped(rule)), role, Inspection())
        ties = [cell for cell in cells if not cell.value or strength(cell.value)]  # a tick has no value
        return len({(organization(cell.origin), organization(cell.target)) for cell in ties})

    rule: SeveralAnswers = "combine"
    if role.layer not in with_combine(settings) or settings.ties.several_answers:
        rule = rule_of(
            differing,
            rows.n_answering,
            contradict=rows.contradict,
            settings=settings,
            count=count,
            file=table.table.file,
            inspection=inspection,
        )
    kept = _without(kept, differing.dropped(rule))
    return list(matrix_cells(kept, role, inspection, persons if rule == "combine" else {}))


def _rows(table: OpenTable, names: Sequence[str], organization: Callable[[str], str]) -> _Rows:
    headers = square_columns(table)
    of_columns = {header: organization(header) for header in headers}
    cells = {header: table.table.texts(header) for header in headers}
    zeros = any(text in ("0", "0.0") for texts in cells.values() for text in texts)
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if name:
            places.setdefault(name, []).append(place)

    def said(place: int) -> tuple[str, ...]:
        texts = (cells[header][place] for header in headers if of_columns[header] != names[place])
        # Where nobody writes 0, whoever left a cell blank has ticked the others only.
        return tuple("" if (not text and zeros) or not_known(text) else strength(text) or "0" for text in texts)

    differing: dict[str, list[int]] = {}
    repeated: list[tuple[str, int, int]] = []
    empty: set[int] = set()
    contradict = False
    for name, several in places.items():
        if len(several) == 1:
            continue
        filled = [p for p in several if any(cells[h][p] for h in headers if of_columns[h] != name)] or several[-1:]
        empty |= {table.table.rows[place] for place in several if place not in filled}
        rows = [table.table.rows[place] for place in filled]
        answers = [said(place) for place in filled]
        if len(set(answers)) == 1:
            repeated += [(name, row, rows[-1]) for row in rows[:-1]]
            continue
        differing[name] = rows
        contradict |= any(len({text for text in texts if text}) > 1 for texts in zip(*answers, strict=True))
    return _Rows(differing, repeated, empty, contradict, len(places))


def _in_one_spelling(
    table: OpenTable, header: str, names: Sequence[str], organization: Callable[[str], str]
) -> OpenTable:
    """The matrix with rows of one organization called alike, as its column is or else its first row."""
    called = {organization(column): column for column in square_columns(table)}
    written = table.table.texts(header)
    for name, text in zip(names, written, strict=True):
        called.setdefault(name, text)
    texts = [called[name] if name else text for name, text in zip(names, written, strict=True)]
    source = table.table
    columns = {**source.columns, header: texts}
    return replace(table, table=SourceTable(source.file, columns, source.rows, source.decimal_comma))


def _without(table: OpenTable, rows: set[int]) -> OpenTable:
    if not rows:
        return table
    source = table.table
    places = [place for place, row in enumerate(source.rows) if row not in rows]
    columns = {header: [texts[place] for place in places] for header, texts in source.columns.items()}
    kept = SourceTable(source.file, columns, [source.rows[place] for place in places], source.decimal_comma)
    return replace(table, table=kept)


def _advise(rows: _Rows, file: str, inspection: Inspection) -> None:
    if rows.repeated:
        name, row, later = rows.repeated[0]
        what = _(
            "“{name}” gave the same answers twice (rows {row} and {later}), which count once.",
            name=name, row=str(row), later=str(later),
        )  # fmt: skip
        if more := len(rows.repeated) - 1:
            what += " " + _n("{count} more row repeats another.", "{count} more rows repeat others.", more)
        inspection.advise(what, _("You need do nothing."), file, row)
    if rows.empty:
        what = _n(
            "{count} row of an organization that has another one is empty, which is no answer.",
            "{count} rows of organizations that have another one are empty, which is no answer.",
            len(rows.empty),
        )
        inspection.advise(what, _("You need do nothing."), file, min(rows.empty))
