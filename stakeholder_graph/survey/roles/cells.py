"""What the rows and cells of a table say, one by one: ties, and what organizations take part in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.matrices import NOT_TICKED, TICKED, is_ticked, not_known, same_names, square_columns
from stakeholder_graph.survey.roles.opening.blank_cells import ask_what_blanks_mean
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.several_items import items_in
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.vocabulary import DIRECTIONS
from stakeholder_graph.tabular.delimited import as_number, is_known
from stakeholder_graph.tabular.texts.not_known import ERRORS

#: Nobody has more than one row.
NOBODY: Mapping[int, str] = {}

#: From this share of pairs on that have one filled cell, a matrix is half of a symmetric one.
_NEARLY_ALL = 0.9


class RowStatement(NamedTuple):
    """A tie, or an affiliation: `target` is blank then, and `item` says what the organization takes part in."""

    row: int
    origin: str
    target: str
    kind: str = ""
    value: str = ""
    wave: str = ""
    respondent: str = ""
    directed: bool | None = None
    item: str = ""


def tie_cells(table: OpenTable, role: TableRole) -> Iterator[RowStatement]:
    """Give the ties of a list of ties.

    Parameters
    ----------
    table : OpenTable
        The table.
    role : TableRole
        What it is; of other tables nothing comes.
    """
    if role.role != "ties":
        return
    source = table.table
    names = ("from", "to", "layer", "value", "wave", "respondent", "direction")
    texts = {name: source.texts(role.columns[name]) if name in role.columns else [""] * len(source) for name in names}
    for place, row in enumerate(source.rows):
        origin, target, kind, value, wave, respondent, direction = (texts[name][place] for name in names)
        origin, target = (end if is_known(end) or end.casefold() in ERRORS else "" for end in (origin, target))
        if origin or target:
            yield RowStatement(
                row, origin, target, kind or role.layer, value, wave or role.wave, respondent,
                DIRECTIONS.get(direction.casefold()),
            )  # fmt: skip


def matrix_cells(
    table: OpenTable, role: TableRole, inspection: Inspection, persons: Mapping[int, str] = NOBODY
) -> Iterator[RowStatement]:
    """Give the ties of a matrix; a symmetric one, or half of one, has no direction.

    Parameters
    ----------
    table : OpenTable
        The table.
    role : TableRole
        What it is; of other tables nothing comes.
    inspection : Inspection
        Takes blanks beside zeros as an open decision.
    persons : mapping of int to str
        Of rows of an organization that has several which all count: whose answer each is.
    """
    if role.role != "matrix":
        return
    names = table.table.texts(role.columns["organization"])
    columns = square_columns(table)
    alike = same_names(table)
    keys = {column: alike.get(normal(column), normal(column)) for column in columns}
    cells: dict[tuple[str, str], str] = {}
    for column in columns:
        for name, text in zip(names, table.table.texts(column), strict=True):
            pair = (normal(name), keys[column])
            if pair not in cells or (strength(text) and not strength(cells[pair])):
                cells[pair] = text
    strengths = {pair: strength(text) for pair, text in cells.items() if pair[0] != pair[1]}
    ties = {pair for pair, strength in strengths.items() if strength}
    symmetric = bool(ties) and all(strengths.get((b, a), "") == strengths[a, b] for a, b in ties)
    order = {normal(name): place for place, name in enumerate(names)}
    place = [(order.get(a, -1), order.get(b, -1)) for a, b in ties]
    ordered = min(len(place), len(strengths)) > 1 and len({a < b for a, b in place}) == 1
    half = not symmetric and (ordered or _each_pair_once(cells, len(order)))
    written = any(text in ("0", "0.0") for pair, text in cells.items() if pair[0] != pair[1])
    if half:
        written = any(text in ("0", "0.0") for (a, b), text in cells.items() if (b, a) not in ties and a != b)
    blanks = [] if half else _blank_cells(cells, names)
    if blanks and written and not role.blank:
        ask_what_blanks_mean(len(blanks), table.table.file, inspection)
    unknown = {pair for pair, text in cells.items() if not_known(text)}
    unknown |= set(blanks) if role.blank == "unobserved" else set()
    # Where zeros are written, a row without any answer is of somebody who has not answered.
    silent = {normal(name) for name in names} - _answering(cells) if written else set[str]()
    done = set[tuple[str, str]]()
    texts = {column: table.table.texts(column) for column in columns}
    for place_of_row, (row, name) in enumerate(zip(table.table.rows, names, strict=True)):
        for column in columns:
            pair, text = (normal(name), keys[column]), texts[column][place_of_row]
            person = persons.get(row, "")
            if pair in ties and strength(text) and not (symmetric and pair[::-1] in done):
                done.add(pair)
                value = text if as_number(text) is not None or text.casefold() not in TICKED else ""
                directed = not (symmetric or half)
                yield RowStatement(row, name, column, role.layer, value, role.wave, person, directed=directed)
            elif (
                unknown
                and pair not in unknown
                and pair[0] != pair[1]
                and (text or (pair[0] not in silent and row not in table.unanswered))
                and not half
                and not (symmetric and pair[::-1] in done)
            ):
                done.add(pair)
                # Where zeros are written, a pair that is left out was not asked.
                yield RowStatement(row, name, column, role.layer, "0", role.wave, person, directed=not symmetric)


def _each_pair_once(cells: Mapping[tuple[str, str], str], organizations: int) -> bool:
    """Whether of nearly every pair one cell is filled in and the other blank, in whatever order rows stand."""
    filled = {pair for pair, text in cells.items() if text and pair[0] != pair[1]}
    pairs = organizations * (organizations - 1) // 2
    return len(filled) >= _NEARLY_ALL * pairs > 1 and not any((b, a) in filled for a, b in filled)


def matrix_names(table: OpenTable, role: TableRole) -> tuple[list[tuple[int, str]], list[str]]:
    """Give the organizations of a matrix, also those without any tie: of rows, each with its row, and of columns.

    Parameters
    ----------
    table : OpenTable
        The table.
    role : TableRole
        What it is; other tables have none.
    """
    if role.role != "matrix":
        return [], []
    names = zip(table.table.rows, table.table.texts(role.columns["organization"]), strict=True)
    return [(row, name) for row, name in names if name], square_columns(table)


def who_has_a_row(pairs: Sequence[tuple[OpenTable, TableRole]]) -> list[tuple[str, str]]:
    """Give the wave and the name of organizations that have a row with an answer in a matrix; none where all have.

    Parameters
    ----------
    pairs : sequence of (OpenTable, TableRole)
        Tables of ties.
    """
    matrices = [pair for pair in pairs if pair[1].role == "matrix"]
    if not matrices or len(matrices) < len(pairs):
        return []
    answered: dict[str, tuple[str, str]] = {}
    everyone: set[str] = set()
    for table, role in matrices:
        columns = square_columns(table)
        names = table.table.texts(role.columns["organization"])
        cells = {column: table.table.texts(column) for column in columns}
        everyone |= {normal(name) for name in [*names, *columns]}
        zeros = any(text in ("0", "0.0") for texts in cells.values() for text in texts)
        ticks = [(any(cells[column][place] for column in columns), name) for place, name in enumerate(names)]
        silent = table.unanswered
        rows = zip(table.table.rows, ticks, strict=True)
        answered |= {
            normal(name): (role.wave, name)
            for row, (filled, name) in rows
            if name and (filled or not (zeros or row in silent))
        }
    return list(answered.values()) if len(answered) < len(everyone) else []


def affiliation_cells(table: OpenTable, role: TableRole) -> list[RowStatement]:
    """Give what organizations take part in.

    Parameters
    ----------
    table : OpenTable
        A list, or a table with a column for each item.
    role : TableRole
        Which of the two it is.
    """
    source = table.table
    names = source.texts(role.columns["organization"])
    if role.role == "affiliation table":
        items = [h for h, texts in source.columns.items() if h != role.columns["organization"] and is_ticked(texts)]
        return [
            RowStatement(row, name, "", role.kind, wave=role.wave, item=item)
            for item in items
            for row, name, text in zip(source.rows, names, source.texts(item), strict=True)
            if name and text.casefold() not in NOT_TICKED
        ]
    columns = {name: role.columns.get(name, "") for name in ("item", "kind", "value", "wave")}
    texts = {name: source.texts(header) if header else [""] * len(source) for name, header in columns.items()}
    return [
        RowStatement(row, name, "", kind or role.kind, value, wave or role.wave, item=item)
        for row, name, items, kind, value, wave in zip(
            source.rows, names, items_in(texts["item"]), texts["kind"], texts["value"], texts["wave"], strict=True
        )
        for item in items
        if name
    ]


def strength(text: str) -> str:
    """Give how strong the tie of a cell is; blank for none.

    Parameters
    ----------
    text : str
        Of a matrix.

    Examples
    --------
    >>> strength("2.0"), strength("Weekly"), strength("0"), strength("NA")
    ('2', 'weekly', '', '')
    """
    folded = text.casefold()
    number = as_number(text)
    return (
        ""
        if folded in NOT_TICKED or number == 0 or not_known(text)
        else f"{number:g}"
        if number is not None
        else folded
    )


def _blank_cells(cells: dict[tuple[str, str], str], names: Sequence[str]) -> list[tuple[str, str]]:
    """Blanks in rows that have other answers; a row without any is of somebody who has not answered."""
    known = {normal(name) for name in names} & _answering(cells)
    return [(a, b) for (a, b), text in cells.items() if a != b and a in known and not text]


def _answering(cells: dict[tuple[str, str], str]) -> set[str]:
    return {a for (a, b), text in cells.items() if text and a != b}
