"""From columns as a tool wrote them to `Responses`: ticks made alike, rows that do not count set apart."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options import options_of, split_options
from stakeholder_graph.survey.formats.responses import Column, Kind, Repeat, Responses
from stakeholder_graph.survey.formats.source import Source
from stakeholder_graph.tabular.source_table import SourceTable

Cells = NDArray[np.object_]
Asked = tuple[Column, Cells]
Mask = NDArray[np.bool_]

#: What stands in the cell of an option that was not ticked.
NOT_TICKED = frozenset(
    {"", "0", "0.0", "false", "no", "n", "unchecked", "not selected", "-99", "falsch", "falso", "faux"}
)
_WHOLE = re.compile(r"-?\d+\.0+")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def kind_of(columns: Sequence[Cells]) -> Kind:
    """Tell one of several answers from words of the respondent's own, by whether answers come back.

    Parameters
    ----------
    columns : sequence of array of str
        The cells of all columns of a question.

    Returns
    -------
    {"single", "text"}
        Numbers, and too few answers to tell, count as ``"single"``.

    Examples
    --------
    >>> kind_of([np.array(["Ada", "Boise", "Canyon", "Elmore", "Gem"], dtype=object)])
    'text'
    """
    counts = Counter[str]()
    for cells in columns:
        counts.update(cells.tolist())
    counts.pop("", None)
    if all(_NUMBER.fullmatch(text) for text in counts):
        return "single"
    mostly_once = counts.total() >= 5 and len(counts) > 0.6 * counts.total()
    return "text" if mostly_once or max(map(len, counts)) > 200 else "single"


def are_ticks(columns: Sequence[Cells], labels: Sequence[str]) -> bool:
    """Whether columns are options that are ticked or not: each holds nothing but its own label, or 1.

    Parameters
    ----------
    columns : sequence of array of str
        The cells of each column.
    labels : sequence of str
        The option that each column stands for.

    Examples
    --------
    >>> yes, no = np.array(["YMCA", ""], dtype=object), np.array(["", ""], dtype=object)
    >>> are_ticks([yes, no], ["YMCA", "Food Bank"])
    True
    """
    said = [set(cells.tolist()) - {""} for cells in columns]
    own = [_folded(label) for label in labels]
    filled = [({_folded(text) for text in texts}, label) for texts, label in zip(said, own, strict=True) if texts]
    if not filled:
        return False
    if len(columns) < 2:
        return all(label and texts == {label} for texts, label in filled)
    if all(len(texts) == 1 and next(iter(texts)).startswith(label) for texts, label in filled if label):
        return all(label for _, label in filled)
    codes = set().union(*(texts for texts, _ in filled))
    blank = any((cells == "").any() for cells in columns)
    return codes <= {"1", "0", "1.0", "0.0"} and ("0" in codes or "0.0" in codes or blank)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def split(
    asked: Asked, separator: str, source: Source, inspection: Inspection, options: Sequence[str] = ()
) -> list[Asked]:
    """Give a column in which several options share a cell as one column for each option.

    Parameters
    ----------
    asked : (Column, array of str)
        The column and its cells.
    separator : str
        Stands between two options.
    source : Source
        Knows options.
    inspection : Inspection
        Takes advice where options had to be told apart by where they recur.
    options : sequence of str
        The options of this very question, where they are known.

    Returns
    -------
    list of (Column, array of str)
        The column as it is, where it holds no such list.
    """
    column, cells = asked
    found = list(options) or options_of(cells.tolist(), separator, sorted(source.known))
    if found is None:
        return [asked]
    longest = sorted(found, key=lambda each: (-len(each), each))
    if any(text.endswith(".0") for text in set(cells.tolist())):  # a single code that a spreadsheet took for a number
        cells = np.array(
            [text.partition(".")[0] if _WHOLE.fullmatch(text) else text for text in cells.tolist()], object
        )
    ticked = {text: set(split_options(text, longest, separator)) for text in set(cells.tolist())}
    others = dict.fromkeys(
        part for text in dict.fromkeys(cells.tolist()) for part in split_options(text, longest, separator)
    )
    found += [each for each in others if each not in found]
    if not options:
        say_guessed(found, separator, column.question, source, inspection)
    many = []
    for option in found:
        chosen = {text for text, parts in ticked.items() if option in parts}
        marks = np.array(["1" if text in chosen else "" for text in cells.tolist()], dtype=object)
        label = column.labels.get(option, option)
        item, choice = (column.item, label) if column.item else (label, "")
        header = f"{column.header} [{label}]"
        many.append((replace(column, header=header, item=item, choice=choice, kind="many", labels={}), marks))
    return many


def say_guessed(options: Sequence[str], separator: str, question: str, source: Source, inspection: Inspection) -> None:
    """Say where commas stand both between options and inside them, and nobody knew the options."""
    together = [each for each in options if separator in each and each not in source.known]
    if together:
        inspection.advise(
            f'Commas stand both between options and inside them; "{together[0]}" was read as one option.',
            "Say in the settings which options there are, if that is wrong.",
            source.file,
            column=question,
        )


def responses(
    format: str,
    source: Source,
    rows: NDArray[np.int64],
    asked: Iterable[Asked],
    *,
    apart: Mapping[str, Mask] | None = None,
    unfinished: Mask | None = None,
    partial: Mask | None = None,
    repeats: tuple[Repeat, ...] = (),
) -> Responses:
    """Put an export together.

    Parameters
    ----------
    format : str
        The name of the tool's format; the spelling is added.
    source : Source
        As opened.
    rows : array of int, shape (n,)
        The row of each respondent.
    asked : iterable of (Column, array of str)
        The columns. Options may be ticked in any way; headers need not be unique yet.
    apart : mapping of str to array of bool, shape (n,)
        Rows that do not count, by reason; the first that holds is the reason.
    unfinished : array of bool, shape (n,)
        Rows that the tool calls unfinished.
    partial : array of bool, shape (n,)
        Rows that do not count without any answer; the unfinished ones unless told.
    repeats : tuple of Repeat
        As in `Responses`.

    Returns
    -------
    Responses
        As put together.
    """
    columns, cells = _tidied(list(asked))
    answered = np.zeros(len(rows), dtype=bool)
    for column, texts in zip(columns, cells, strict=True):
        if column.kind != "meta":
            answered |= texts != ""
    for part in repeats:
        answered |= np.isin(rows, part.respondent.to_numpy())
    unfinished = np.zeros(len(rows), dtype=bool) if unfinished is None else unfinished
    reasons = dict(apart or {})
    reasons["empty partial answers"] = (unfinished if partial is None else partial) & ~answered
    out, counted = np.zeros(len(rows), dtype=bool), dict[str, int]()
    for reason, mask in reasons.items():
        counted[reason] = int((mask & ~out).sum())
        out |= mask
    kept = ~out
    return Responses(
        f"{format} {source.spelling}",
        _table(source, rows[kept], columns, [texts[kept] for texts in cells] if out.any() else cells),
        tuple(columns),
        {reason: count for reason, count in counted.items() if count},
        frozenset(rows[kept & unfinished].tolist()),
        tuple(_of_kept(part, frozenset(rows[kept].tolist())) for part in repeats),
    )


def repeat(name: str, source: Source, rows: NDArray[np.int64], asked: Iterable[Asked], of: NDArray[np.int64]) -> Repeat:
    """Put a repeated part together.

    Parameters
    ----------
    name : str
        Of the part.
    source, rows, asked
        As for `responses`.
    of : array of int, shape (n,)
        The row of the respondent.

    Returns
    -------
    Repeat
        As put together.
    """
    columns, cells = _tidied(list(asked))
    table = _table(source, rows, columns, cells)
    return Repeat(name, table, tuple(columns), pd.Series(of, index=table.cells.index, dtype="int64"))


def _of_kept(part: Repeat, kept: frozenset[int]) -> Repeat:
    stays = part.respondent.isin(kept)
    if stays.all():
        return part
    table = replace(part.table, cells=part.table.cells[stays])
    return replace(part, table=table, respondent=part.respondent[stays])


def _tidied(asked: list[Asked]) -> tuple[list[Column], list[Cells]]:
    columns = _unique([column for column, _ in asked])
    cells = [_whole(texts) for _, texts in asked]
    lists: dict[tuple[str, str], list[int]] = {}
    for place, column in enumerate(columns):
        if column.kind == "many":
            lists.setdefault((column.question, column.item if column.choice else ""), []).append(place)
    for places in lists.values():
        ticked = [_ticked(cells[place]) for place in places]
        any_ticked = np.logical_or.reduce(ticked)
        for place, mask in zip(places, ticked, strict=True):
            cells[place] = np.where(mask, "1", np.where(any_ticked, "0", "")).astype(object)
    return columns, cells


def _ticked(texts: Cells) -> Mask:
    ticks = {text: text.casefold() not in NOT_TICKED for text in set(texts.tolist())}
    return np.array([ticks[text] for text in texts.tolist()], dtype=bool)


def _whole(texts: Cells) -> Cells:
    """Whole numbers as whole numbers: a spreadsheet may have made 1.0 of a 1."""
    different = set(texts.tolist())
    if not any(text.endswith(".0") for text in different) or not all(
        _WHOLE.fullmatch(text) or text.removeprefix("-").isdigit() for text in different - {""}
    ):
        return texts
    return np.array([text.partition(".")[0] for text in texts.tolist()], dtype=object)


def _unique(columns: list[Column]) -> list[Column]:
    """Columns with headers that differ in more than case."""
    taken, unique = set[str](), []
    for column in columns:
        header, number = column.header, 1
        while header.casefold() in taken:
            number += 1
            header = f"{column.header} ({number})"
        taken.add(header.casefold())
        unique.append(column if header == column.header else replace(column, header=header))
    return unique


def _table(source: Source, rows: NDArray[np.int64], columns: list[Column], cells: list[Cells]) -> SourceTable:
    index = pd.Index(rows)
    series = {c.header: pd.array(texts, dtype="str", copy=False) for c, texts in zip(columns, cells, strict=True)}
    frame = pd.DataFrame(series, index=index, copy=False)
    frame.columns = pd.Index([column.header for column in columns], dtype="str")
    return SourceTable(source.file, frame, source.decimal_comma)
