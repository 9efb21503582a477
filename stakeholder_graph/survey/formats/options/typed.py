"""Options that a respondent typed in, told from those of the form where a tool puts both into one cell."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stakeholder_graph.survey.formats.options.other import is_residual

if TYPE_CHECKING:
    from stakeholder_graph.survey.formats.responses import FilledColumn
    from stakeholder_graph.tabular.columns import CodedTexts

#: A column in which this share of the answers differ says who answers, or what else only one respondent says.
_OWN = 0.8
#: No survey has more organizations than this; answers of more kinds are numbers or sentences.
_MOST = 2000
#: So many options of a list that name respondents are no chance.
_FEWEST = 3


def respondents_beside(columns: "Iterable[CodedTexts]") -> Callable[[int], frozenset[str]]:
    """Find the answers of columns in which nearly every respondent says something else, such as who answers.

    Parameters
    ----------
    columns : iterable of array of str
        Cells.

    Returns
    -------
    callable
        Gives those answers that stand in any other column than the one in the place; all beyond the last.

    Examples
    --------
    >>> from stakeholder_graph.tabular.columns import CodedTexts
    >>> who, sector = CodedTexts.of(["Clinic", "Library", "Zoo"]), CodedTexts.of(["health", "arts", "health"])
    >>> respondents = respondents_beside([who, sector])
    >>> sorted(respondents(1)), sorted(respondents(0))
    (['Clinic', 'Library', 'Zoo'], [])
    """
    own = [_own_answers(cells) for cells in columns]
    counts = Counter(name for names in own for name in names)
    everybody = frozenset(counts)

    def beside(place: int) -> frozenset[str]:
        here = {name for name in own[place] if counts[name] == 1} if place < len(own) else set[str]()
        return everybody - here if here else everybody

    return beside


def _own_answers(cells: "CodedTexts") -> frozenset[str]:
    names = frozenset(cells.used()) - {""}
    filled = int((cells != "").sum())
    return names if _MOST >= len(names) >= max(_FEWEST, _OWN * filled) else frozenset()


def typed_options(parts: Mapping[str, Sequence[str]], cells: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Say which options of a list of organizations may have been typed in: one respondent has them, and nobody else.

    Parameters
    ----------
    parts : mapping of str to sequence of str
        The options in each different cell.
    cells : iterable of str
        The cells.
    known : collection of str
        Organizations that are listed or answer.

    Returns
    -------
    frozenset of str
        None where the options are not mostly organizations that are known.

    Examples
    --------
    >>> parts = {"A, B, Zoo": ["A", "B", "Zoo"], "B, C": ["B", "C"]}
    >>> sorted(typed_options(parts, parts, ["A", "B", "C"]))
    ['Zoo']
    >>> sorted(typed_options(parts, parts, ["A"]))
    []
    """
    ticked = Counter(part for text in cells for part in dict.fromkeys(parts.get(text, ())))
    folded = {_folded(name) for name in known}
    backed = [option for option in ticked if _folded(option) in folded]
    others = [option for option in ticked if _folded(option) not in folded]
    if len(backed) < max(_FEWEST, sum(ticked[option] > 1 for option in others)):
        return frozenset()
    return frozenset(option for option in others if ticked[option] == 1)


def added_options(marks: "Mapping[str, CodedTexts]", cells: "CodedTexts") -> frozenset[str]:
    """Say which options of any list a respondent may have added: nobody else has them, and they end their cell.

    Parameters
    ----------
    marks : mapping of str to array of str
        By option, ``"1"`` where it is ticked.
    cells : array of str
        The cells that held them, in which tools put what was typed in behind what was ticked.

    Returns
    -------
    frozenset of str
        None where few options were chosen by several: there, an option of one respondent is nothing special.

    Examples
    --------
    >>> from stakeholder_graph.tabular.columns import CodedTexts
    >>> marks = {"Jobs": ["1", "1", ""], "Food": ["", "1", "1"], "Arts": ["1", "", "1"], "Dental": ["1", "", ""]}
    >>> cells = CodedTexts.of(["Jobs, Arts, Dental", "Jobs, Food", "Food, Arts"])
    >>> sorted(added_options({option: CodedTexts.of(texts) for option, texts in marks.items()}, cells))
    ['Dental']
    """
    ticked = {option: texts == "1" for option, texts in marks.items()}
    several = [option for option, mask in ticked.items() if mask.sum() > 1]
    single = {option: int(mask.argmax()) for option, mask in ticked.items() if mask.sum() == 1}
    added = set[str]()
    for place in set(single.values()):
        rest, here = cells[place].rstrip(" ,;"), [option for option, at in single.items() if at == place]
        while end := next((option for option in here if rest.endswith(option) and option not in added), ""):
            added.add(end)
            rest = rest.removesuffix(end).rstrip(" ,;")
    return frozenset(added) if len(several) >= max(_FEWEST, 2 * len(added)) else frozenset()


def with_added(filled: "Sequence[FilledColumn]", cells: "CodedTexts") -> "list[FilledColumn]":
    """Mark the options of a list that a respondent may have added.

    Parameters
    ----------
    filled : sequence of (AnswerColumn, array of str)
        The columns of the options, as `cells.split` gives them; or the column as it was.
    cells : array of str
        The cells that held them.
    """
    ticks = ((column, marks) for column, marks in filled if column.kind == "many" and not column.choice)
    apart = {column.item: marks for column, marks in ticks if not is_residual(column.item)}
    added = added_options(apart, cells) if len(filled) > 1 else frozenset()
    return [
        (replace(column, item_kind="added"), marks)
        if column.item in added and column.of_answers and column.item_kind == "named"
        else (column, marks)
        for column, marks in filled
    ]


def joined_as_written(parts: Sequence[str], typed: Collection[str], text: str) -> list[str]:
    """Give the options of a cell, with typed ones that stand beside each other as one: a name may hold the separator.

    Parameters
    ----------
    parts : sequence of str
        Of the cell, in order.
    typed : collection of str
        Those that were typed in.
    text : str
        The cell.

    Examples
    --------
    >>> joined_as_written(["Clinic", "Zoo", "Inc."], {"Zoo", "Inc."}, "Clinic, Zoo, Inc.")
    ['Clinic', 'Zoo, Inc.']
    """
    joined: list[str] = []
    start = 0
    beginning = 0
    for number, part in enumerate(parts):
        at = text.find(part, start)
        start = at + len(part)
        if number and part in typed and parts[number - 1] in typed:
            joined[-1] = text[beginning:start]
        else:
            beginning = at
            joined.append(part)
    return joined


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
