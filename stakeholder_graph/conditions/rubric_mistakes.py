"""What is wrong with a row of a rubric file: each mistake with what to do and in which cell it stands."""

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args

from stakeholder_graph.conditions.criterion import (
    Condition,
    Discloses,
    Gateway,
    HeldAgainst,
    How,
    NamesWhom,
    Status,
)
from stakeholder_graph.text import N_, _, listing, translate

#: Cells that hold one of a few words.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "how": get_args(How),
    "direction": get_args(HeldAgainst),
    "names": get_args(NamesWhom),
    "status": get_args(Status),
    "discloses": get_args(Discloses),
    "condition": get_args(Condition),
    "gateway": get_args(Gateway),
}
_TAKES = ("least", "most", "median", "spread", "count")
_NUMBERS = ("threshold", "margin")
#: Whole numbers, and the least that each may be.
_WHOLE: Mapping[str, int] = {"decimals": 0, "fewest": 1, "number": 0}
_TEXTS = ("id", "asked", "principle", "source", "cannot_show", "file", "link")
_OF_FINDING = ("measure", "fact", "table", "column", "total")
ADD = N_("Add it to the rubric file.")
_TEXT = N_("Write it in quotation marks.")


class Mistake(NamedTuple):
    """What is wrong, what to do, and in which cell."""

    what: str
    todo: str
    column: str


def mistakes(row: Mapping[str, Any]) -> Iterator[Mistake]:
    """Find what is wrong with the cells of a row.

    Parameters
    ----------
    row : mapping
        As the file has it.

    Yields
    ------
    Mistake

    Examples
    --------
    >>> row = {"id": "a", "condition": "agenda", "asked": "Is it so?", "how": "list", "threshold": "1"}
    >>> [mistake.what for mistake in mistakes(row)]
    ['“1” is no number.', 'The row does not say where its value comes from.']
    """
    for key in ("id", "condition", "asked", "how"):
        if not str(row.get(key, "")).strip():
            yield Mistake(_("The row has no “{key}”.", key=key), translate(ADD), key)
    for key, words in _CHOICES.items():
        yield from _chosen(row, key, words)
    yield from _no_texts(row, _TEXTS, "")
    yield from _no_numbers(row)
    if not isinstance(row.get("about_backbone", False), bool):
        yield Mistake(_no("about_backbone", row), _("Write true or false, without quotation marks."), "about_backbone")
    gates = row.get("gates", [])
    if not isinstance(gates, list) or not all(isinstance(gate, str) for gate in gates):
        yield Mistake(_no("gates", row), _as_in('gates = ["answered-patterns"]'), "gates")
    yield from _of_finding(row)
    judged = row.get("how") in ("finding", "list")
    scored = judged and row.get("direction", "at least") not in ("above chance", "not scored")
    if scored and "threshold" not in row:
        yield Mistake(_("The row has no “{key}”.", key="threshold"), translate(ADD), "threshold")
    if row.get("direction") == "within a margin" and "margin" not in row:
        yield Mistake(_("The row has no “{key}”.", key="margin"), translate(ADD), "margin")


def _chosen(row: Mapping[str, Any], key: str, words: tuple[str, ...], column: str = "") -> Iterator[Mistake]:
    if row.get(key) and row[key] not in words:
        todo = _("Write {words}.", words=listing((f"“{word}”" for word in words if word), "or"))
        yield Mistake(_("“{word}” is not known here.", word=str(row[key])), todo, column or key)


def _no_texts(cells: Mapping[str, Any], keys: tuple[str, ...], column: str) -> Iterator[Mistake]:
    for key in keys:
        if key in cells and not isinstance(cells[key], str):
            yield Mistake(_no(key, cells), translate(_TEXT), column or key)


def _no_numbers(row: Mapping[str, Any]) -> Iterator[Mistake]:
    for key in (*_NUMBERS, *_WHOLE):
        if key not in row:
            continue
        value, least = row[key], _WHOLE.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            todo = _("Write a number without quotation marks.")
            yield Mistake(_("“{word}” is no number.", word=str(value)), todo, key)
        elif least is not None and (not isinstance(value, int) or value < least):
            yield Mistake(_no(key, row), _("Write a whole number, {least} or more.", least=least), key)


def _of_finding(row: Mapping[str, Any]) -> Iterator[Mistake]:
    """Where the value comes from; a document may do without."""
    looked = row.get("finding")
    if not isinstance(looked, Mapping):
        if looked is not None or row.get("how") in ("finding", "list"):
            todo = _as_in('finding = { measure = "confirmation", layer = "main" }')
            yield Mistake(_("The row does not say where its value comes from."), todo, "finding")
        return
    yield from _no_texts(looked, _OF_FINDING, "finding")
    yield from _chosen(looked, "take", _TAKES, "finding")
    if not (looked.get("measure") or looked.get("fact")):
        yield Mistake(_("The row names neither a measure nor a fact."), translate(ADD), "finding")
    layer = looked.get("layer", "")
    if not isinstance(layer, str) and not (
        layer and isinstance(layer, list) and all(isinstance(n, str) for n in layer)
    ):
        todo = _as_in('layer = ["contact", "frequency"]')
        yield Mistake(_no("layer", looked), todo, "finding")
    where = looked.get("where", {})
    if not isinstance(where, Mapping) or any(isinstance(cell, Mapping | list) for cell in where.values()):
        todo = _as_in('where = { sector = "Schools" }')
        yield Mistake(_no("where", looked), todo, "finding")
    if looked.get("table") and not looked.get("column"):
        yield Mistake(_("The row names a table and no column."), translate(ADD), "finding")


def _as_in(example: str) -> str:
    return _("Write it as in {example}.", example=example)


def _no(key: str, cells: Mapping[str, Any]) -> str:
    return _("“{word}” cannot stand as “{key}”.", word=str(cells[key]), key=key)
