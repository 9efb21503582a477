"""LimeSurvey: CSV or XLSX, headed by codes, by texts or by both."""

import re
from collections.abc import Set
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import kind_of
from stakeholder_graph.survey.formats.options.other import is_other
from stakeholder_graph.survey.formats.responses import (
    AnswerColumn,
    AnswerKind,
    FilledColumn,
    Responses,
    responses,
)
from stakeholder_graph.survey.formats.source import Signature, Source, bracketed, plain
from stakeholder_graph.tabular.columns import CodedTexts, body
from stakeholder_graph.text import _

_NOTED = re.compile(
    "id|submitdate|lastpage|startlanguage|seed|token|startdate|datestamp|ipaddr|refurl|firstname|lastname|email|"
    "interviewtime|(group|question)time.*|response id|date submitted|last page|start language|date started|"
    "date last action|ip address|referrer url|total time|(group|question) time:.*",
    re.IGNORECASE,
)
_CODED = re.compile(r"([A-Za-z]\w*)((?:\[[^\]]*\])*)(?:\.\s+(.+))?")
_TICKS = frozenset({"", "y", "n", "yes", "no", "n/a", "oui", "non", "sí", "ja", "nein", "sim", "não"})
#: What stands in the boxes of a grid with several for each row.
_BOXES = _TICKS | {"0", "1", "0.0", "1.0"}
_NO = frozenset({"n", "no", "non", "nein", "não", "n/a"})


#: A date of submitting beside the last page seen.
SIGNATURES = (Signature(among=("submitdate", "lastpage")), Signature(among=("date submitted", "last page")))


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export; a blank date of submitting is a partial answer."""
    data = body(source.rows, 1, len(source.headers))
    columns, groups = list[AnswerColumn](), dict[str, list[int]]()
    cells = [_unquoted(texts) for texts in data.cells]
    for place, written in enumerate(source.headers):
        column = _column(plain(written) or f"Column {place + 1}", {text.casefold() for text in cells[place].used()})
        columns.append(column)
        if column.kind == "single":
            groups.setdefault(column.question, []).append(place)
    kinds: dict[int, AnswerKind] = {}
    for places in groups.values():
        said = {text.casefold() for place in places for text in cells[place].used()}
        boxes = all(columns[place].choice for place in places)
        ticks = len(places) > 1 and said <= (_BOXES if boxes else _TICKS) and bool(said - {""})
        kind: AnswerKind = "many" if ticks else kind_of([cells[place] for place in places])
        for place in places:
            kinds[place] = kind
            if ticks:
                no = {text: "" for text in cells[place].different if text.casefold() in _NO}
                cells[place] = cells[place].renamed(no)
    filled: list[FilledColumn] = []
    for place, column in enumerate(columns):
        kind = kinds.get(place, column.kind)
        filled.append((replace(column, kind=kind), cells[place]))
    if any(re.fullmatch(r"SQ\d+", column.item) for column in columns):
        inspection.advise(
            _("The headers are codes such as SQ001, and not the words that respondents read."),
            _("Export again, and choose “Full question text” for the headings and “Full answers” for the responses."),
            source.file,
        )
    submitted = next(place for place, c in enumerate(columns) if _key(c.header) in ("submitdate", "date submitted"))
    return responses("LimeSurvey", source, data.rows, filled, unfinished=cells[submitted] == "")


def _column(header: str, said: Set[str]) -> AnswerColumn:
    """What a column asks, by its header; whether it holds ticks or words, by what is `said` in it."""
    if _NOTED.fullmatch(header):
        return AnswerColumn(header, header, header, kind="meta")
    coded = _CODED.fullmatch(header)
    if coded and (coded[2] or coded[3]):
        question, parts = coded[1], re.findall(r"\[([^\]]*)\]", coded[2])
        words = bracketed(coded[3] or "")
        wording = words[0] if words else coded[3] or question
        item = words[1] if words and parts else " ".join(parts)
        if parts and (parts[-1] == "other" or parts[-1].endswith("comment")):
            listed = coded[1] if parts == ["other"] else ""
            return AnswerColumn(header, coded[1] + coded[2], wording, kind="text", write_in_of=listed)
        return AnswerColumn(header, question, wording, item)
    words = bracketed(header)
    if words and words[1].casefold() == "comment":
        return AnswerColumn(header, header, header, kind="text")
    if words and is_other(words[1]) and not said - {""} <= _TICKS:
        return AnswerColumn(header, header, header, kind="text", write_in_of=words[0])
    row = bracketed(words[0]) if words and "][" in header else None
    if words and row and said <= _BOXES:
        return AnswerColumn(header, row[0], row[0], row[1], words[1])
    return AnswerColumn(header, words[0], words[0], words[1]) if words else AnswerColumn(header, header, header)


def _unquoted(texts: CodedTexts) -> CodedTexts:
    """Without the apostrophe that keeps a spreadsheet from reading a formula."""
    return texts.renamed({text: re.sub("^'(?=[=+@-])", "", text) for text in texts.different if text.startswith("'")})


def _key(header: str) -> str:
    return header.strip().casefold()
