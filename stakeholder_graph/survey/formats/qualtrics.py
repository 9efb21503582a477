"""Qualtrics: CSV, TSV and XLSX in the layouts of 2010, 2016 and today, and with internal ids as headers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import are_ticks, kind_of, split
from stakeholder_graph.survey.formats.options.other import asks_who, is_other
from stakeholder_graph.survey.formats.options.typed import respondents_beside
from stakeholder_graph.survey.formats.qsf import QsfQuestion, read_qsf
from stakeholder_graph.survey.formats.qualtrics_headers import ID_ROW, NOTED, QualtricsHeader, key_of, read_headers
from stakeholder_graph.survey.formats.qualtrics_loops import as_grids
from stakeholder_graph.survey.formats.responses import AnswerColumn, FilledColumn, Mask, Responses, responses
from stakeholder_graph.survey.formats.source import Signature, Source
from stakeholder_graph.tabular.columns import Body, CodedTexts, body
from stakeholder_graph.text import _

_RESPONSE = re.compile(r"R_\w{6,}")
#: A comma between two options, and what stands in its place while they are told apart.
_PARTS = re.compile(r",(?=\S)")
_BETWEEN = "\x1f"
_SURE = frozenset({"responseid", "_recordid"})
_SURELY = "response ?id|_record ?id"
#: A row of ids, third, second or first; the old names V1 and V2 above the real ones; or what Qualtrics notes by itself.
SIGNATURES = (
    Signature(among=(ID_ROW.pattern + ".*",), header_rows=3),
    Signature(opening=("V1", "V2"), among=(_SURELY,), header_rows=2),
    Signature(among=(_SURELY, *[NOTED.pattern] * 3)),
)
_PREVIEW = re.compile(r"preview|vorschau|previa|aper[cç]u|anteprima|pr[ée][- ]?visuali|voorbeeld|förhandsg|podgl", re.I)
_TEST = re.compile(r"\btest|umfragetest|prueba|\bteste\b|\bprova\b", re.IGNORECASE)
_SPAM = re.compile(r"spam|indésirable|no deseado", re.IGNORECASE)
_NOT_FINISHED = frozenset(["0", "0.0", "false", "falsch", "falso", "faux", "onwaar", "falskt", "falsk", "no"])


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export; a questionnaire (`.qsf`) in the same folder says what codes stand for."""
    layout = _layout(source) or (1, None)
    count, id_row = layout
    rows = source.rows
    _no_duplicates(source, inspection)
    headers = read_headers(source, count, id_row)
    data = body(rows, count, max(head.place for head in headers) + 1)
    if any(head.in_loop for head in headers):
        headers = as_grids(headers, list(data.cells), source.known, source.file, inspection)
    questions = _questionnaire(source, headers, inspection)
    groups: dict[str, list[QualtricsHeader]] = {}
    for head in headers:
        alone = head.noted or (head.is_text and not head.tag)
        groups.setdefault(f"\0{head.place}" if alone else head.question, []).append(head)
    filled: dict[int, list[FilledColumn]] = {}
    for group in groups.values():
        first = group[0]
        known = questions.get(_bare(first.question)) or questions.get(first.header)
        for place, columns in _filled(group, headers, data, known, source, inspection).items():
            filled[place] = columns
    for head in headers:
        if head.is_text and head.place in filled:
            filled[head.place] = [_beside(column, head, groups, filled) for column in filled[head.place]]
    ordered = [column for place in sorted(filled) for column in filled[place]]
    apart, unfinished = _status(headers, data, source, inspection)
    return responses("Qualtrics", source, data.rows, ordered, apart=apart, unfinished=unfinished)


def _layout(source: Source) -> tuple[int, int | None] | None:
    """How many rows hold headers, and in which of them the ids stand."""
    rows = source.rows
    for number, row in enumerate(rows[:3]):
        if any(ID_ROW.match(cell) for cell in row):
            return number + 1, number
    if not rows:
        return None
    first = [key_of(cell) for cell in rows[0]]
    second = rows[1] if len(rows) > 1 else []
    if first[:2] == ["v1", "v2"] and any(key_of(cell) in _SURE for cell in second):
        return 2, None
    if sum(NOTED.fullmatch(name) is not None for name in first) >= 3 and _SURE & set(first):
        place = next(number for number, name in enumerate(first) if name in _SURE)
        answered = place < len(second) and _RESPONSE.fullmatch(second[place])
        return 1 if answered or not second else 2, 0 if any(name.startswith("qid") for name in first) else None
    return None


def _filled(
    group: list[QualtricsHeader],
    headers: list[QualtricsHeader],
    data: Body,
    known: QsfQuestion | None,
    source: Source,
    inspection: Inspection,
) -> dict[int, list[FilledColumn]]:
    first, cells = group[0], [data.cells[head.place] for head in group]
    if first.noted:
        return {first.place: [(AnswerColumn(first.header, first.header, first.text, kind="meta"), cells[0])]}
    if first.is_text and not first.tag:
        return {first.place: [(AnswerColumn(first.header, first.header, first.text, kind="text"), cells[0])]}
    name = _name(group)
    family = [head.text for head in headers if head.question == first.question and not head.noted]
    separator = " - " if any(" - " in text for text in family) else "-"
    # A single answer has one column, and perhaps another for the words of those who chose "other".
    several = len(group) > 1 or bool(first.parts)
    wording, items = _shared([head.text for head in group], separator) if several else (first.text, [""])
    if len(family) > len(group):
        wording = _shared(family, separator)[0] or wording
    wording = (known.wording if known else "") or wording or name
    labels = known.labels if known else {}
    if not several:
        column = AnswerColumn(
            first.header, name, wording or first.text, kind=known.kind if known else kind_of(cells), labels=labels
        )
        if column.kind == "many" or not known:
            return {first.place: _list_in_cells(column, first.place, data, source, inspection)}
        return {first.place: [(column, cells[0])]}
    pairs = _pairs(group, items, separator)
    shown = [choice or item for item, choice in pairs]
    ticked = known.kind == "many" if known else are_ticks(cells, shown) or _own_codes(group, cells)
    if not ticked:
        pairs = [(item, "") for item in items]
    kind = "text" if first.is_text else known.kind if known else "many" if ticked else kind_of(cells)
    labels = {} if kind == "many" else labels
    return {
        head.place: [
            (
                AnswerColumn(
                    head.header, name, wording, item, choice, kind, labels, "unnamed" if head.unnamed else "named"
                ),
                texts,
            )
        ]
        for head, (item, choice), texts in zip(group, pairs, cells, strict=True)
    }


def _list_in_cells(
    column: AnswerColumn, place: int, data: Body, source: Source, inspection: Inspection
) -> list[FilledColumn]:
    """The options of a list that share a cell: parted by commas, with no blank behind, which options may hold."""
    cells, options = data.cells[place], _options(column.labels, data.cells[place])
    shared = any("," in text for text in cells.different)
    respondents = respondents_beside(data.cells)(place) if shared else frozenset[str]()
    parted = any(_PARTS.search(text) for text in cells.different)
    if options or not parted or any(_PARTS.search(name) for name in (*source.known, *respondents)):
        return split((column, cells), ",", source, inspection, options, respondents)
    apart = cells.renamed({text: _PARTS.sub(_BETWEEN, text) for text in cells.different})
    listed = split((column, apart), _BETWEEN, source, inspection, respondents=respondents)
    return listed if len(listed) > 1 else [(column, cells)]


def _beside(
    written: FilledColumn,
    head: QualtricsHeader,
    groups: Mapping[str, Sequence[QualtricsHeader]],
    filled: Mapping[int, Sequence[FilledColumn]],
) -> FilledColumn:
    """Words beside an option of a list that asks for another are said to belong to it."""
    column, cells = written
    for other in groups.get(head.question, ()):
        listed = [option for option, _cells in filled[other.place] if option.item]
        for option in listed:
            its_own = other.parts[:1] == head.parts[:1] or (len(listed) > 1 and is_other(option.item))
            if its_own and asks_who(option.item):
                return replace(column, write_in_of=option.question, beside=option.item), cells
    return written


def _options(labels: Mapping[str, str], cells: CodedTexts) -> list[str]:
    """The options as the export spells them: by their codes or by their labels."""
    coded = all(re.fullmatch(r"[-\d.,\s]*", text) for text in cells.used())
    return list(labels) if coded else list(dict.fromkeys(labels.values()))


def _own_codes(group: list[QualtricsHeader], cells: list[CodedTexts]) -> bool:
    """Whether each column holds one code only, its own: options of a list, exported as numbers."""
    said = [{text.removesuffix(".0") for text in texts.used()} - {""} for texts in cells]
    if any(len(codes) > 1 for codes in said) or not any(said):
        return False
    if all(head.is_choice for head in group):
        return True
    own = [codes <= {*head.parts[-1:], head.header.rpartition("_")[2]} for head, codes in zip(group, said, strict=True)]
    filled = np.array([texts != "" for texts in cells])
    some_left_out = bool((filled.any(axis=0) & ~filled.all(axis=0)).any())
    return all(own) and some_left_out and len(set().union(*said)) > 1


def _pairs(group: list[QualtricsHeader], items: list[str], separator: str) -> list[tuple[str, str]]:
    """Row and option of each column: the row is what all columns with the same row in their ids share."""
    of_row: dict[str, list[int]] = {}
    for number, head in enumerate(group):
        if len(head.parts) < 2:
            return [(item, "") for item in items]
        of_row.setdefault(head.parts[0], []).append(number)
    pairs = [("", "")] * len(group)
    for numbers in of_row.values():
        row, options = _shared([items[number] for number in numbers], separator)
        for number, option in zip(numbers, options, strict=True):
            pairs[number] = (row, option)
    return pairs


def _shared(texts: Sequence[str], separator: str = " - ") -> tuple[str, list[str]]:
    """Split the headers of one question into what they share, which may be nothing, and what each says of its own.

    Examples
    --------
    >>> _shared(["Trust - Food - Bank", "Trust - YMCA"])
    ('Trust', ['Food - Bank', 'YMCA'])
    >>> _shared(["Trust - YMCA"])
    ('Trust', ['YMCA'])
    """
    split = [text.split(separator) for text in texts]
    least = min(map(len, split)) - 1
    same = 0
    while same < least and len({parts[same] for parts in split}) == 1:
        same += 1
    if len(texts) == 1:
        same = min(same, least)
    return separator.join(split[0][:same]), [separator.join(parts[same:]) for parts in split]


def _name(group: list[QualtricsHeader]) -> str:
    """What the headers of a question have in common, as in contact_1, contact_2."""
    first = group[0]
    if first.tag:
        return first.tag
    if len(group) == 1 and not first.parts:
        return first.header
    tails = []
    for head in group:
        pieces = re.split(r"[-_]", head.header)
        tails.append("_".join(pieces[: max(1, len(pieces) - len(head.parts))]))
    return tails[0] if len(set(tails)) == 1 else first.question


def _questionnaire(source: Source, headers: list[QualtricsHeader], inspection: Inspection) -> Mapping[str, QsfQuestion]:
    """The questions of the `.qsf` file beside the export that knows most of its columns, by id and by tag."""
    wanted = {_bare(head.question) for head in headers if not head.noted}
    best: Mapping[str, QsfQuestion] = {}
    for path in source.neighbours(".qsf"):
        questions = read_qsf(path, inspection)
        named = {**questions, **{question.tag: question for question in questions.values() if question.tag}}
        if len(wanted & set(named)) > len(wanted & set(best)):
            best = named
    return best


def _bare(question: str) -> str:
    """The id of a question without the number of the loop it was asked in."""
    return re.sub(r"^\d+_(?=QID)", "", question)


def _status(
    headers: list[QualtricsHeader], data: Body, source: Source, inspection: Inspection
) -> tuple[dict[str, Mask], Mask]:
    texts = ((key_of(text), head.place) for head in headers if head.noted for text in (head.text, head.header))
    noted = {key: data.cells[place] for key, place in texts}
    blank = CodedTexts.of([""] * len(data.rows))
    status, channel = noted.get("status", noted.get("responsetype", blank)), noted.get("distributionchannel", blank)
    apart = {
        "previews": _where(status, lambda text: _bit(text, 1) or bool(_PREVIEW.search(text))) | _is(channel, "preview"),
        "tests": _where(status, lambda text: _bit(text, 2) or bool(_TEST.search(text))) | _is(channel, "test"),
        "spam": _where(status, lambda text: _bit(text, 8) or bool(_SPAM.search(text))),
    }
    progress, finished = noted.get("progress", blank), noted.get("finished", blank)
    unfinished = _where(finished, lambda text: text.casefold() in _NOT_FINISHED)
    unfinished |= _where(progress, lambda text: bool(re.fullmatch(r"\d{1,2}(\.0+)?", text)))
    return apart, unfinished


def _where(cells: CodedTexts, holds: Callable[[str], bool]) -> Mask:
    return cells.among(map(holds, cells.different))


def _is(cells: CodedTexts, text: str) -> Mask:
    return _where(cells, lambda cell: cell.casefold() == text)


def _bit(text: str, bit: int) -> bool:
    """Whether a status given as a number has a bit: 1 preview, 2 test, 4 imported, 8 spam, 16 offline."""
    number = re.fullmatch(r"(\d{1,9})(\.0+)?", text)
    return bool(number and int(number[1]) & bit)


def _no_duplicates(source: Source, inspection: Inspection) -> None:
    seen = set[str]()
    for header in filter(None, source.rows[0]):
        if header.casefold() in seen:
            inspection.wrong(
                _("Two columns have the header “{header}”.", header=header),
                _("Give each question its own export tag in Qualtrics, or rename one of the two columns."),
                source.file,
                1,
                header,
            )
        seen.add(header.casefold())
