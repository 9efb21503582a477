"""Tie lists: which two columns are the ends, and what the others say of each tie."""

from collections.abc import Collection, Sequence
from itertools import combinations

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.opening.open_tables import NAMELESS, OpenTable
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.vocabulary import (
    DIRECTION,
    DIRECTIONS,
    ENDS,
    LAYERS,
    NAMERS,
    NAMES,
    RESPONDENTS,
    VALUES,
    WAVES,
    words,
)
from stakeholder_graph.survey.settings.drafting.answer_order import order_answers
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _

#: So many kinds of tie, rounds or strengths in words there may be.
_MOST_KINDS, _MOST_WAVES, _MOST_STEPS = 30, 12, 12
#: From this share of names that stand in both columns, two columns without a known header are ends.
_SHARED = 0.3
_LEAST_ROWS = 3
#: Words about the ends that are no name of a person or organization: so long texts are sentences.
_LONGEST_NAME = 120


def ends_by_header(headers: Sequence[str]) -> tuple[str, str] | None:
    """Give the headers of the two ends of ties; None where they are not known.

    Parameters
    ----------
    headers : sequence of str
        As written.

    Examples
    --------
    >>> ends_by_header(["Weight", "ToID", "FromID"]), ends_by_header(["id", "label"])
    (('FromID', 'ToID'), None)
    >>> ends_by_header(["Org1", "Org2"]), ends_by_header(["Organization", "Partner 1", "Partner 2"])
    (('Org1', 'Org2'), None)
    """
    written = {words(header): header for header in reversed(headers)}
    ends = next(((a, b) for a, b in ENDS if a in written and b in written), None)
    if ends is None or _name_partners(ends, written):
        return None
    return written[ends[0]], written[ends[1]]


def _name_partners(ends: tuple[str, str], headers: Collection[str]) -> bool:
    """Whether numbered columns are the partners that each row names: there is a third, or another column of names."""
    stem = ends[0].removesuffix("1")
    if stem == ends[0] or ends[1] != f"{stem}2":
        return False
    return f"{stem}3" in headers or not {*NAMES, *NAMERS}.isdisjoint(headers)


def tie_list(table: OpenTable) -> TableRole | None:
    """Take a table for a list of ties by its headers.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    ends = ends_by_header(list(table.table.columns))
    if ends is None or not all(map(_are_names, map(table.texts, ends))):
        return None
    known = [words(end) for end in ends] == ["from", "to"]
    why = (
        _("It has the columns “{origin}” and “{target}”.", origin=ends[0], target=ends[1])
        if known
        else _("We take “{origin}” for from and “{target}” for to.", origin=ends[0], target=ends[1])
    )
    return TableRole(table.file, table.sheet, "ties", _columns(table, ends), why, sure=True)


def tie_list_by_content(table: OpenTable) -> TableRole | None:
    """Take a table for a list of ties because two of its columns hold the same names.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    if len(table.table) < _LEAST_ROWS:
        return None
    texts = {header: table.texts(header) for header in table.table.columns}
    names = {header: {normal(text) for text in cells} for header, cells in texts.items() if _are_names(cells)}
    best: tuple[float, str, str] | None = None
    for first, second in combinations(names, 2):
        if texts[first] == texts[second]:
            continue
        shared = len(names[first] & names[second]) / max(min(len(names[first]), len(names[second])), 1)
        same_row = sum(a == b for a, b in zip(texts[first], texts[second], strict=False))
        if shared >= _SHARED and same_row * 5 <= len(table.table) and (best is None or shared > best[0]):
            best = (shared, first, second)
    if best is None:
        return None
    _share, origin, target = best
    if table.headless:
        why = _("It has no row of headers, and the same names stand in its first columns.")
        doubt = _("Ties may run from the second name of a row to the first.")
        columns = _columns(table, (origin, target))
        return TableRole(table.file, table.sheet, "ties", columns, why, sure=False, doubt=doubt)
    why = _("The same names stand in “{origin}” and “{target}”.", origin=origin, target=target)
    doubt = _("Ties may run from “{target}” to “{origin}”.", origin=origin, target=target)
    return TableRole(table.file, table.sheet, "ties", _columns(table, (origin, target)), why, sure=False, doubt=doubt)


def _are_names(texts: Sequence[str]) -> bool:
    """Whether these can be names or ids of organizations: short texts, and of numbers whole ones only."""
    return bool(texts) and all(
        len(text) <= _LONGEST_NAME and ("." not in text or as_number(text) is None) for text in set(texts)
    )


def _columns(table: OpenTable, ends: tuple[str, str]) -> dict[str, str]:
    """What the columns of a list of ties mean, given its ends."""
    columns = {"from": ends[0], "to": ends[1]}
    free = {words(header): header for header in reversed(list(table.table.columns)) if header not in ends}
    for meaning, choices, fits in (
        ("direction", DIRECTION, _are_directions),
        ("wave", WAVES, _are_waves),
        ("respondent", RESPONDENTS, bool),
        ("value", VALUES, _are_values),
        ("layer", LAYERS, _are_kinds),
    ):
        header = next((free[name] for name in choices if name in free and fits(table.texts(free[name]))), "")
        if not header and meaning == "value":
            header = next((known for known in free.values() if _are_words_of_a_scale(table.texts(known))), "")
        if not header and meaning == "layer":
            header = next((free[name] for name in free if _speaks_of_kinds(name, table.texts(free[name]))), "")
        if header:
            columns[meaning] = header
            del free[words(header)]
    return columns


def _are_directions(texts: Sequence[str]) -> bool:
    return bool(texts) and {text.casefold() for text in texts} <= set(DIRECTIONS)


def _are_waves(texts: Sequence[str]) -> bool:
    return 0 < len(set(texts)) <= _MOST_WAVES


def _are_values(texts: Sequence[str]) -> bool:
    if not texts:
        return False
    numbers = [as_number(text, decimal_comma=True) is not None for text in set(texts)]
    return all(numbers) or _are_words_of_a_scale(texts) or (len(numbers) <= _MOST_STEPS and len(texts) > len(numbers))


def _are_words_of_a_scale(texts: Sequence[str]) -> bool:
    answers = list(dict.fromkeys(texts))
    if not 1 < len(answers) <= _MOST_STEPS or any(as_number(answer) is not None for answer in answers):
        return False
    scale = order_answers(answers, of_partners=True)
    return bool(scale.name) and not scale.outside


def _are_kinds(texts: Sequence[str]) -> bool:
    different = {normal(text) for text in texts}
    numbers = all(as_number(text) is not None for text in different)
    return bool(texts) and not numbers and len(different) <= _MOST_KINDS and (
        len(different) == 1 or 2 * len(different) <= len(texts) or len(different) <= 3
    )  # fmt: skip


def _speaks_of_kinds(header: str, texts: Sequence[str]) -> bool:
    """Whether an unknown header speaks of kinds, and the cells say a few of them."""
    spoken = {"kind", "type", "relation", "relationship", "nature", "tipo"} & set(header.split())
    return header != NAMELESS and bool(spoken) and _are_kinds(texts)
