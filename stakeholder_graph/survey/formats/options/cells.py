"""Kinds of answers: options that are ticked, several options in one cell, one of a few answers, free text.

Options that share a cell are split by the options that are known, never by commas alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.one_known import names_one
from stakeholder_graph.survey.formats.options.typed import joined_as_written, typed_options
from stakeholder_graph.survey.formats.responses import WHOLE_NUMBER, AnswerKind, FilledColumn, ItemKind
from stakeholder_graph.survey.formats.source import Source
from stakeholder_graph.tabular.columns import CodedTexts
from stakeholder_graph.text import _

#: From this share of parts that recur on, a column is a list of options and not free text.
_LEAST_RECURRING = 0.75
_LONGEST_OPTION = 200
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def split_options(text: str, known: Sequence[str], separator: str) -> list[str]:
    """Split a cell into its options.

    Parameters
    ----------
    text : str
        The cell.
    known : sequence of str
        The options there are, the longest first: the first that fits is taken.
    separator : str
        Stands between two options; white space around it does not count.

    Returns
    -------
    list of str
        What fits no known option is split at the separator.

    Examples
    --------
    >>> split_options("Food Bank, Inc., YMCA", ["Food Bank, Inc.", "Food Bank"], ",")
    ['Food Bank, Inc.', 'YMCA']
    """
    options, rest = [], text.strip()
    while rest:
        option = next((known_one for known_one in known if _starts(rest, known_one, separator)), None)
        if option is None:
            option = rest.partition(separator)[0].strip()
            rest = rest.partition(separator)[2].strip()
        else:
            rest = rest[len(option) :].strip().removeprefix(separator.strip()).strip()
        if option:
            options.append(option)
    return options


def _starts(text: str, option: str, separator: str) -> bool:
    if not text.startswith(option):
        return False
    rest = text[len(option) :]
    return not rest.strip() or (rest if separator.isspace() else rest.lstrip()).startswith(separator)


def options_of(cells: Iterable[str], separator: str, known: Collection[str] = ()) -> list[str] | None:
    """Find the options of a list of which several can be ticked, from the answers.

    Parameters
    ----------
    cells : iterable of str
        The answers of all respondents.
    separator : str
        Stands between two options.
    known : collection of str
        Options there may be.

    Returns
    -------
    list of str or None
        In the order of `known`, then as first met. None where the column does not look like such a list:
        nobody ticked two, or the parts do not come back as ticked options do and free text does not. Parts
        that only ever stand together, in more than one answer, are one option.

    Examples
    --------
    >>> options_of(["Ada, Inc., YMCA", "YMCA", "Ada, Inc."], ", ")
    ['Ada, Inc.', 'YMCA']
    >>> options_of(["We meet in spring, mostly", "By phone, or not at all"], ", ") is None
    True
    """
    counts = Counter(filter(None, cells))
    longest = sorted(known, key=lambda option: (-len(option), option))
    split = {text: split_options(text, longest, separator) for text in counts}
    certain = set(known)
    while True:
        together = _always_together(split, counts, certain)
        if together is None:
            break
        split = {text: _joined(parts, together, separator, text) for text, parts in split.items()}
    if all(len(parts) < 2 for parts in split.values()) or names_one(split, counts, certain):
        return None
    ticked = Counter[str]()
    for text, parts in split.items():
        ticked.update(dict.fromkeys(parts, counts[text]))
    recurring = sum(count for part, count in ticked.items() if count > 1 or part in certain)
    if recurring < _LEAST_RECURRING * ticked.total() or max(map(len, ticked)) > _LONGEST_OPTION:
        return None
    return [option for option in known if option in ticked] + [option for option in ticked if option not in certain]


def _always_together(split: dict[str, list[str]], counts: Counter[str], certain: set[str]) -> tuple[str, str] | None:
    """The first two parts of which neither stands without the other, in more than one answer."""
    pairs, alone = Counter[tuple[str, str]](), Counter[str]()
    for text, parts in split.items():
        for part in parts:
            alone[part] += counts[text]
        for pair in pairwise(parts):
            pairs[pair] += counts[text]
    for (first, second), times in pairs.items():
        if times > 1 and alone[first] == times == alone[second] and not {first, second} & certain:
            return first, second
    return None


def _joined(parts: list[str], together: tuple[str, str], separator: str, text: str) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and (joined[-1], part) == together:
            written = re.search(
                re.escape(joined[-1]) + r"\s*" + re.escape(separator.strip()) + r"\s*" + re.escape(part), text
            )
            joined[-1] = written[0] if written else separator.join(together)
        else:
            joined.append(part)
    return joined


def kind_of(columns: Sequence[CodedTexts]) -> AnswerKind:
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
    >>> kind_of([CodedTexts.of(["Ada", "Boise", "Canyon", "Elmore", "Gem"])])
    'text'
    """
    counts = Counter[str]()
    for cells in columns:
        counts.update(dict(zip(cells.different, cells.counts(), strict=True)))
    counts = +counts
    counts.pop("", None)
    if all(_NUMBER.fullmatch(text) for text in counts):
        return "single"
    mostly_once = counts.total() >= 5 and len(counts) > 0.6 * counts.total()
    return "text" if mostly_once or max(map(len, counts)) > 200 else "single"


def are_ticks(columns: Sequence[CodedTexts], labels: Sequence[str]) -> bool:
    """Whether columns are options that are ticked or not: each holds nothing but its own label, or 1.

    Parameters
    ----------
    columns : sequence of array of str
        The cells of each column.
    labels : sequence of str
        The option that each column stands for.

    Examples
    --------
    >>> yes, no = CodedTexts.of(["YMCA", ""]), CodedTexts.of(["", ""])
    >>> are_ticks([yes, no], ["YMCA", "Food Bank"])
    True
    """
    said = [set(cells.used()) - {""} for cells in columns]
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
    filled: FilledColumn,
    separator: str,
    source: Source,
    inspection: Inspection,
    options: Sequence[str] = (),
    respondents: frozenset[str] = frozenset(),
    typed_in: bool = False,
) -> list[FilledColumn]:
    """Give a column in which several options share a cell as one column for each option.

    Parameters
    ----------
    filled : (AnswerColumn, array of str)
        The column and its cells.
    separator : str
        Stands between two options.
    source : Source
        Knows options.
    inspection : Inspection
        Takes advice where only the answers themselves show which options there are.
    options : sequence of str
        The options of this very question, where they are known.
    respondents : frozenset of str
        Who answers: they may be options.
    typed_in : bool
        Whether the tool puts what a respondent typed in beside the options into the same cell.

    Returns
    -------
    list of (AnswerColumn, array of str)
        The column as it is, where it holds no such list.
    """
    column, cells = filled
    known = source.known | respondents
    ticked_options = list(options) or options_of(cells.tolist(), separator, sorted(known))
    if ticked_options is None:
        return [filled]
    longest = sorted(ticked_options, key=lambda option: (-len(option), option))
    different = cells.used()
    if any(text.endswith(".0") for text in different):  # a single code that a spreadsheet took for a number
        cells = cells.renamed({text: text.partition(".")[0] for text in different if WHOLE_NUMBER.fullmatch(text)})
        different = list(dict.fromkeys(cells.used()))
    parts = {text: split_options(text, longest, separator) for text in different}
    typed = typed_options(parts, cells.tolist(), known) if typed_in else frozenset()
    if typed:
        parts = {text: joined_as_written(options_in, typed, text) for text, options_in in parts.items()}
    ticked = {text: set(options_in) for text, options_in in parts.items()}
    of_form = {option for option in ticked_options if option not in typed}
    others = dict.fromkeys(option for options_in in parts.values() for option in options_in)
    ticked_options = [option for option in dict.fromkeys([*ticked_options, *others]) if option in {*others, *of_form}]
    if not options:
        advise_on_guessed_options(ticked_options, separator, column.question, source, inspection)
    many, seen = [], not column.labels
    for option in ticked_options:
        chosen = {text for text, parts in ticked.items() if option in parts}
        marks = cells.renamed({text: "1" if text in chosen else "" for text in cells.different})
        label = column.labels.get(option, option)
        item, choice = (column.item, label) if column.item else (label, "")
        header = f"{column.header} [{label}]"
        of_kind: ItemKind = "typed" if typed and option not in of_form and option not in known else "named"
        split_off = replace(column, header=header, item=item, choice=choice, kind="many", labels={}, item_kind=of_kind)
        split_off = replace(split_off, of_answers=seen)
        many.append((split_off, marks))
    return many


def advise_on_guessed_options(
    options: Sequence[str], separator: str, question: str, source: Source, inspection: Inspection
) -> None:
    """Advise that commas stand both between options and inside them, where nobody knew the options.

    Parameters
    ----------
    options : sequence of str
        As they were guessed.
    separator : str
        Stands between two options.
    question : str
        Where they stand.
    source : Source
        Knows options.
    inspection : Inspection
        Takes the advice.
    """
    together = [option for option in options if separator in option and option not in source.known]
    if together:
        inspection.advise(
            _(
                "Commas stand both between options and inside them; “{option}” was read as one option.",
                option=together[0],
            ),
            _("If that is wrong, list the organizations or items with these names, so that they are recognized."),
            source.file,
            column=question,
        )
