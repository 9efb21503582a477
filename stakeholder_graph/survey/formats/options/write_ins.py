"""Write-ins: the words that respondents typed beside the option "other" of a list, found wherever a tool puts them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stakeholder_graph.survey.formats.options.other import asks_which, asks_who, is_other, is_residual

if TYPE_CHECKING:
    from stakeholder_graph.survey.formats.responses import AnswerColumn, AnswerTable
    from stakeholder_graph.tabular.columns import CodedTexts

#: Codes that forms give to the option "other"; a list may have an item with such a number, too.
_OTHER_CODE = re.compile(r"-?(66|77|88|9[5-9]|777|888|999)|oth(er)?|otr[oa]|autre", re.IGNORECASE)
_TICKED = frozenset({"1", "1.0", "true", "yes", "y", "x"})
#: How the name of a text begins or ends that belongs to the option "other" of the list of that name.
_BESIDE = re.compile(
    r"(?=.*[^\W\d_])(others?|oth|otr[oa]s?|autres?)?[_-]?(specify|spec|text|txt|names?|especifi\w*)?[_-]?\d?"
)


def with_write_ins(columns: "Sequence[AnswerColumn]", cells: "Sequence[CodedTexts]") -> "list[AnswerColumn]":
    """Mark the options of lists that are no items, and say which words were written beside one.

    Parameters
    ----------
    columns : sequence of AnswerColumn
        Of one table.
    cells : sequence of array of str
        The texts of each.

    Returns
    -------
    list of AnswerColumn
        Words belong to a list where the tool says so, where their name is made of the list's, or where they follow
        the list, ask for another and were written only where the option "other" was ticked.
    """
    written = {(column.write_in_of, column.beside) for column in columns if column.write_in_of}
    marked = [
        replace(column, item_kind="residual")
        if column.item_kind in ("named", "typed", "added")
        and column.kind in ("single", "many")
        and (is_residual(column.item) or (column.question, column.item) in written)
        else column
        for column in columns
    ]
    lists: dict[str, list[int]] = {}
    for place, column in enumerate(marked):
        if column.item and column.kind in ("single", "many"):
            lists.setdefault(column.question, []).append(place)
    lists = {question: places for question, places in lists.items() if len(places) > 1}
    claimed = {column.write_in_of for column in marked} - {""}
    for place, column in enumerate(marked):
        if column.write_in_of or column.kind not in ("text", "single") or column.item:
            continue
        for question, places in lists.items():
            named = _named_after(column, marked[places[0]])
            asks = asks_which(f"{column.wording} {column.header}")
            if not (named or (asks and question not in claimed)) or not _words(cells[place]):
                continue
            option = _option(places, place, marked, cells)
            between = marked[places[-1] + 1 : place]
            follows = places[-1] < place and all(other.kind == "meta" or other.write_in_of for other in between)
            if named or (option is not None and (follows or _only_beside(cells[place], cells[option]))):
                claimed.add(question)
                if option is not None:
                    marked[option] = replace(marked[option], item_kind="residual")
                beside = "" if option is None else marked[option].item
                marked[place] = replace(column, kind="text", write_in_of=question, beside=beside)
                break
    return marked


def write_ins_of(table: "AnswerTable", columns: "Sequence[AnswerColumn]") -> "tuple[AnswerColumn, ...]":
    """Give the words that were written beside the option "other" of the questions of some columns.

    Parameters
    ----------
    table : AnswerTable
        Where they stand.
    columns : sequence of AnswerColumn
        Of lists or grids.
    """
    asked = {column.question for column in columns}
    return tuple(
        column
        for column in table.columns
        if column.write_in_of in asked or (column.item_kind == "typed" and column.question in asked)
    )


def names_written(table: "AnswerTable", column: "AnswerColumn") -> "CodedTexts":
    """Give the names in a column by row: what is written there, or the option that is ticked.

    Parameters
    ----------
    table : AnswerTable
        Where it stands.
    column : AnswerColumn
        Of names.
    """
    if column.kind != "many":
        return table.texts(column)
    return table.cells[column.header].renamed({"0": "", "1": column.item})


def is_partner(column: "AnswerColumn", item: str) -> bool:
    """Whether a column of a question about ties stands for a partner, and not for what is not listed.

    Parameters
    ----------
    column : AnswerColumn
        Of the question.
    item : str
        What it is about, as the settings read its header.
    """
    return not (column.write_in_of or column.item_kind in ("residual", "typed") or is_residual(item))


def _named_after(column: "AnswerColumn", listed: "AnswerColumn") -> bool:
    """Whether the name of words is made of that of a list, as in ``partners_other`` and ``other_partners``."""
    stems = {listed.question.casefold(), re.split(r"[/.~:]", listed.question.casefold())[-1]} - {""}
    names = {column.header.casefold(), re.split(r"[/.~:]", column.header.casefold())[-1]}
    rests = {name.removeprefix(stem) for name in names for stem in stems if name.startswith(stem)}
    rests |= {name.removesuffix(stem) for name in names for stem in stems if name.endswith(stem)}
    return any(_BESIDE.fullmatch(rest.strip("_-. ")) for rest in rests if rest.strip("_-. "))


def _option(
    places: Sequence[int], written: int, columns: "Sequence[AnswerColumn]", cells: "Sequence[CodedTexts]"
) -> int | None:
    """The option beside which words were written: the one called other, else one whose code and ticks say so."""
    for place in places:
        if is_other(columns[place].item):
            return place
    for place in reversed(places):
        code = re.split("[_/]", columns[place].header)[-1]
        coded = _OTHER_CODE.fullmatch(code) or asks_who(columns[place].item)
        if coded and columns[place].kind == "many" and _only_beside(cells[written], cells[place]):
            return place
    return None


def _only_beside(words: "CodedTexts", ticks: "CodedTexts") -> bool:
    """Whether words were written, and only by those who had ticked an option."""
    written = words != ""
    ticked = ticks.among(text.casefold() in _TICKED for text in ticks.different)
    return bool(written.any()) and not bool((written & ~ticked).any())


def _words(cells: "CodedTexts") -> bool:
    """Whether cells hold words rather than numbers; an empty column may."""
    return all(re.search(r"[^\W\d_]", text) for text in cells.used() if text)
