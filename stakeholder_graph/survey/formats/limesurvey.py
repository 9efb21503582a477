"""LimeSurvey: CSV or XLSX, headed by codes, by texts or by both."""

import re

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options import kind_of
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
_TICKS = frozenset({"", "y", "yes", "no", "n/a", "oui", "non", "sí", "ja", "nein", "sim", "não"})
_NO = frozenset({"no", "non", "nein", "não", "n/a"})


#: A date of submitting beside the last page seen.
SIGNATURES = (Signature(among=("submitdate", "lastpage")), Signature(among=("date submitted", "last page")))


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export; a blank date of submitting is a partial answer."""
    data = body(source.rows, 1, len(source.headers))
    columns, groups = list[AnswerColumn](), dict[str, list[int]]()
    for place, written in enumerate(source.headers):
        column = _column(plain(written) or f"Column {place + 1}")
        columns.append(column)
        if column.kind == "single":
            groups.setdefault(column.question, []).append(place)
    cells = [_unquoted(texts) for texts in data.cells]
    kinds: dict[int, AnswerKind] = {}
    for places in groups.values():
        said = {text.casefold() for place in places for text in cells[place].used()}
        ticks = len(places) > 1 and said <= _TICKS and bool(said - {""})
        kind: AnswerKind = "many" if ticks else kind_of([cells[place] for place in places])
        for place in places:
            kinds[place] = kind
            if ticks:
                no = {text: "" for text in cells[place].different if text.casefold() in _NO}
                cells[place] = cells[place].renamed(no)
    filled: list[FilledColumn] = []
    for place, column in enumerate(columns):
        kind = kinds.get(place, column.kind)
        filled.append(
            (AnswerColumn(column.header, column.question, column.wording, column.item, kind=kind), cells[place])
        )
    if any(re.fullmatch(r"SQ\d+", column.item) for column in columns):
        inspection.advise(
            _("The headers are codes such as SQ001, and not the words that respondents read."),
            _("Export again, and choose “Full question text” for the headings and “Full answers” for the responses."),
            source.file,
        )
    submitted = next(place for place, c in enumerate(columns) if _key(c.header) in ("submitdate", "date submitted"))
    return responses("LimeSurvey", source, data.rows, filled, unfinished=cells[submitted] == "")


def _column(header: str) -> AnswerColumn:
    if _NOTED.fullmatch(header):
        return AnswerColumn(header, header, header, kind="meta")
    coded = _CODED.fullmatch(header)
    if coded and (coded[2] or coded[3]):
        question, parts = coded[1], re.findall(r"\[([^\]]*)\]", coded[2])
        words = bracketed(coded[3] or "")
        wording = words[0] if words else coded[3] or question
        item = words[1] if words and parts else " ".join(parts)
        if parts and (parts[-1] == "other" or parts[-1].endswith("comment")):
            return AnswerColumn(header, coded[1] + coded[2], wording, kind="text")
        return AnswerColumn(header, question, wording, item)
    words = bracketed(header)
    if words and words[1].casefold() in ("other", "comment"):
        return AnswerColumn(header, header, header, kind="text")
    return AnswerColumn(header, words[0], words[0], words[1]) if words else AnswerColumn(header, header, header)


def _unquoted(texts: CodedTexts) -> CodedTexts:
    """Without the apostrophe that keeps a spreadsheet from reading a formula."""
    return texts.renamed({text: re.sub("^'(?=[=+@-])", "", text) for text in texts.different if text.startswith("'")})


def _key(header: str) -> str:
    return header.strip().casefold()
