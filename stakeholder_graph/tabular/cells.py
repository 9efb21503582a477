"""From the text of a column to numbers, yes and no, and words of a list."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.tabular.source_table import SourceTable

if TYPE_CHECKING:
    import pandas as pd

YES = frozenset({"yes", "true", "1", "y"})
NO = frozenset({"no", "false", "0", "n"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)


def as_number(text: str, decimal_comma: bool = False) -> float | None:
    """Read a finite number, or None.

    Examples
    --------
    >>> as_number("3,5", decimal_comma=True), as_number("inf"), as_number("1e3")
    (3.5, None, 1000.0)
    """
    if decimal_comma and text.count(",") == 1:
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if abs(number) != float("inf") else None


def numbers(table: SourceTable, column: str, inspection: Inspection, least: float | None = None) -> "pd.Series[float]":
    """Read a column of numbers; blanks are NaN.

    Parameters
    ----------
    table : Table
        Where the column stands.
    column : str
        Its header; one that is not there is blank throughout.
    inspection : Inspection
        Takes a problem for each text that is no number.
    least : float, optional
        The smallest number allowed.

    Returns
    -------
    Series of float
        NaN where blank or bad.
    """
    texts = table[column]
    known = {text: as_number(text, table.decimal_comma) for text in texts.unique() if text}
    good = {t: n for t, n in known.items() if n is not None and (least is None or n >= least)}
    bad = texts[(texts != "") & ~texts.isin(list(good))]
    bound = "" if least is None else f" of {least:g} or more"
    inspection.wrong_texts(
        bad,
        table.file,
        column,
        lambda text: f'"{text}" is not a number{bound}',
        lambda text: f"Write a number{bound}, or leave the cell blank.",
    )
    return texts.map(good).astype("float64")


def yes_no(table: SourceTable, column: str, inspection: Inspection, blank: bool | None = False) -> "pd.Series[bool]":
    """Read a column of yes and no; `blank` is what a blank means, None where it must not be."""
    texts = table[column]
    folded = texts.str.casefold()
    known = YES | NO | (frozenset() if blank is None else {""})
    inspection.wrong_texts(
        texts[~folded.isin(list(known))] if column in table else texts.iloc[:0],
        table.file,
        column,
        lambda text: f'"{text}" is neither yes nor no' if text else "The cell is blank",
        lambda text: "Write yes or no.",
    )
    answer = folded.isin(list(YES))
    return answer | (folded == "") if blank else answer


def one_of(
    table: SourceTable, column: str, words: Collection[str], inspection: Inspection, blank: bool = True
) -> "pd.Series[str]":
    """Read a column that holds one of a few words, in any case; bad texts come back blank."""
    texts = table[column]
    folded = texts.str.casefold()
    bad = ~folded.isin([*words, ""] if blank or column not in table else [*words])
    allowed = ", ".join(words)
    inspection.wrong_texts(
        texts[bad],
        table.file,
        column,
        lambda text: f'"{text}" is none of {allowed}' if text else "The cell is blank",
        lambda text: suggestion(text, list(words), f"Write one of {allowed}."),
    )
    return folded.where(~bad, "")
