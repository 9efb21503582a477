"""Loop & Merge of Qualtrics: questions asked once for each partner, brought into the shape of a grid of partners.

The columns of ``Q5`` in the loops 1, 2, ... are ``1_Q5``, ``2_Q5``, ...; their texts hold the partner where the author
piped its name in and the export says so, and else no more than the name of the field.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.qualtrics_headers import QualtricsHeader
from stakeholder_graph.tabular.columns import CodedTexts
from stakeholder_graph.text import _

Loops = Mapping[str, Sequence[QualtricsHeader]]
"""The columns of one question by the number of the loop."""
_LOOP = re.compile(r"(\d{1,4})_(.+)|(.+?)[(](\d{1,4})[)](.*)", re.DOTALL)
_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_AROUND = " -–—:,;\"'“”‘’[](){}"
#: Without ids so many loops tell a loop from questions whose tags begin with a number.
_FEWEST = 3


def as_grids(
    headers: Sequence[QualtricsHeader],
    cells: Sequence[CodedTexts],
    known: Collection[str],
    file: str,
    inspection: Inspection,
) -> list[QualtricsHeader]:
    """Give the headers with each question of a loop as a grid: a row is a partner, and there may be boxes in it.

    Parameters
    ----------
    headers : sequence of QualtricsHeader
        Of one export.
    cells : sequence of array of str
        The texts of each column.
    known : collection of str
        Organizations that are listed.
    file : str
        The export, for advice.
    inspection : Inspection
        Takes advice where the loops are taken for the options of a list.

    Returns
    -------
    list of QualtricsHeader
        A loop of which nothing says who it is is called after its number, and marked as unnamed.
    """
    questions = _questions(headers)
    if not questions:
        return list(headers)
    inside = {head.place for loops in questions.values() for heads in loops.values() for head in heads}
    outside = [head for head in headers if head.place not in inside]
    answers = {text for head in outside for text in cells[head.place].used() if len(text) > 1}
    names = {key: _names_in(_texts(loops), {*known, *answers}) for key, loops in questions.items()}
    grids: dict[int, QualtricsHeader] = {}
    for key, loops in questions.items():
        partners = names[key] or _same_loops(loops, names, questions, cells)
        partners = partners or _options_ticked(loops, outside, cells, file, inspection)
        grids |= {head.place: head for head in _grid(key, loops, partners, cells)}
    return [grids.get(head.place, head) for head in headers]


def _questions(headers: Sequence[QualtricsHeader]) -> dict[str, Loops]:
    """The questions that were asked in loops, by what their ids have in common."""
    questions: dict[str, dict[str, list[QualtricsHeader]]] = {}
    for head in headers:
        if not head.in_loop or (match := _LOOP.fullmatch(head.question)) is None:
            continue
        number, key = (match[1], match[2]) if match[1] else (match[4], match[3] + match[5])
        if head.is_text:
            key += "_".join(["", *head.parts]) if "TEXT" in head.parts else "_TEXT"
        questions.setdefault(key, {}).setdefault(number, []).append(head)
    return {key: loops for key, loops in questions.items() if len(loops) >= (2 if key.startswith("QID") else _FEWEST)}


def _texts(loops: Loops) -> dict[str, str]:
    return {number: heads[0].text for number, heads in loops.items()}


def _names_in(texts: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """Who each loop is, by what differs between texts; nothing where that does not tell.

    Examples
    --------
    >>> _names_in({"1": "How often do you meet Elm House?", "2": "How often do you meet Fir House?"}, ["Elm House"])
    {'1': 'Elm House', '2': 'Fir'}
    >>> _names_in({"1": "How far do you trust [Field-1]?", "2": "How far do you trust [Field-1]?"}, [])
    {}
    """
    before, after = _shared_ends(list(texts.values()))
    middles = {number: text[before : len(text) - after].strip(_AROUND) for number, text in texts.items()}
    if "" in middles.values() or len({middle.casefold() for middle in middles.values()}) < len(middles):
        return {}
    names = {}
    for number, text in texts.items():
        folded, middle = f" {text.casefold()} ", middles[number].casefold()
        whole = [name for name in known if middle in name.casefold() and _stands_in(name.casefold(), folded)]
        names[number] = max(whole, key=len, default=middles[number])
    return names


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _shared_ends(texts: Sequence[str]) -> tuple[int, int]:
    """How many characters texts share at their beginning and at their end, in whole words."""
    pieces = [_PIECES.findall(text) for text in texts]
    least = min(map(len, pieces))
    before = 0
    while before < least and len({piece[before] for piece in pieces}) == 1:
        before += 1
    after = 0
    while after < least - before and len({piece[-1 - after] for piece in pieces}) == 1:
        after += 1
    first = pieces[0]
    return len("".join(first[:before])), len("".join(first[len(first) - after :]))


def _filled(heads: Sequence[QualtricsHeader], cells: Sequence[CodedTexts]) -> set[int]:
    """The rows in which any of some columns is filled."""
    return {int(row) for head in heads for row in np.flatnonzero(cells[head.place] != "")}


def _same_loops(
    loops: Loops,
    names: Mapping[str, Mapping[str, str]],
    questions: Mapping[str, Loops],
    cells: Sequence[CodedTexts],
) -> Mapping[str, str]:
    """The partners of another question of the same block: with the same loops, answered by all who answered this."""
    for key, partners in names.items():
        others = questions[key]
        if partners and set(others) == set(loops):
            within = (_filled(loops[number], cells) <= _filled(others[number], cells) for number in loops)
            if all(within):
                return partners
    return {}


def _options_ticked(
    loops: Loops,
    outside: Sequence[QualtricsHeader],
    cells: Sequence[CodedTexts],
    file: str,
    inspection: Inspection,
) -> Mapping[str, str]:
    """The options of a list, where a loop was shown to nobody who had not ticked the option with its number."""
    lists: dict[str, dict[str, QualtricsHeader]] = {}
    for head in outside:
        if len(head.parts) and not head.noted and not head.is_text:
            lists.setdefault(head.question, {})[head.parts[0]] = head
    fitting = []
    for options in lists.values():
        if not set(loops) <= set(options):
            continue
        ticked = {number: _filled([options[number]], cells) for number in loops}
        everyone = set().union(*ticked.values())
        telling = len({frozenset(rows) for rows in ticked.values()}) > 1 and any(ticked[n] != everyone for n in ticked)
        if telling and all(_filled(loops[number], cells) <= ticked[number] for number in loops):
            fitting.append(options)
    if len(fitting) != 1:
        return {}
    (options,) = fitting
    first = next(iter(loops.values()))[0]
    inspection.advise(
        _(
            "The loops of “{question}” are taken for the options of “{list}”: nobody was asked in a loop who had not "
            "ticked the option with its number.",
            question=first.text,
            list=options[next(iter(loops))].text.rpartition(" - ")[0],
        ),
        _("If that is wrong, say in {names} who they are.", names=inspection.list_name("names")),
        file,
        column=first.header,
    )
    return {number: options[number].text.rpartition(" - ")[2] for number in loops}


def _grid(key: str, loops: Loops, partners: Mapping[str, str], cells: Sequence[CodedTexts]) -> list[QualtricsHeader]:
    """The columns of a question as those of a grid; rows of a grid within the loop are questions of their own."""
    rows = {head.parts: [] for heads in loops.values() for head in heads}  # type: dict[tuple[str, ...], list[str]]
    for heads in loops.values():
        for head in heads:
            rows[head.parts].append(head.text)
    boxes = any(rows) and all(_is_box(head, cells) for heads in loops.values() for head in heads)
    grid = []
    for number, heads in loops.items():
        for head in heads:
            texts = rows[head.parts]
            before, after = _shared_ends(texts)
            same = len(set(texts)) == 1
            wording = texts[0] if same else f"{texts[0][:before]}…{texts[0][len(texts[0]) - after :]}".strip(_AROUND)
            partner = partners.get(number, "") or f"Loop {number}"
            question, tag = key, _tag(head, number)
            wording, option = (wording.rpartition(" - ")[::2]) if boxes else (wording, "")
            if head.parts and not boxes and not head.is_text:
                question, tag = "_".join([key, *head.parts]), "_".join([tag, *head.parts])
            grid.append(
                replace(
                    head,
                    text=" - ".join(filter(None, [wording.removeprefix("… - "), partner, option])),
                    question=question,
                    parts=(number, *head.parts) if boxes else (number,),
                    tag=tag,
                    unnamed=not partners,
                )
            )
    return grid


def _is_box(head: QualtricsHeader, cells: Sequence[CodedTexts]) -> bool:
    """Whether a column holds nothing but its own option, as ticks do: its words, its number or 1."""
    said = {text.removesuffix(".0") for text in cells[head.place].used()} - {""}
    return not head.is_text and said <= {head.text.rpartition(" - ")[2], "1", "0", *head.parts[-1:]}


def _tag(head: QualtricsHeader, number: str) -> str:
    """What the header says of the question, without the loop and the option."""
    match = _LOOP.fullmatch(head.header)
    tag = (match[2] or match[3] + match[5]) if match else head.header.removeprefix(f"{number}_")
    if head.is_text:
        return tag
    for part in reversed(head.parts):
        tag = tag.removesuffix(f"_{part}")
    return tag
