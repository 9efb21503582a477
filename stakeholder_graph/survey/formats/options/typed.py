"""Options that a respondent typed in, told from those of the form where a tool puts both into one cell."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
