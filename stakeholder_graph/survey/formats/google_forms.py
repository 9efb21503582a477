"""Google Forms: from a linked sheet or the form's own download."""

import re

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import advise_on_guessed_options, kind_of, options_of, split
from stakeholder_graph.survey.formats.options.rows import rows_of_grids
from stakeholder_graph.survey.formats.options.typed import respondents_beside, with_added
from stakeholder_graph.survey.formats.responses import AnswerColumn, FilledColumn, Responses, responses
from stakeholder_graph.survey.formats.source import Signature, Source, bracketed, plain
from stakeholder_graph.tabular.columns import body

_TIMESTAMP = (
    "timestamp|marca temporal|horodateur|zeitstempel|carimbo de data/hora|informazioni cronologiche|tijdstempel|"
    "sygnatura czasowa|tidsstämpel|отметка времени|タイムスタンプ|时间戳记"
)
_NOTED = re.compile("email address|username|score|dirección de correo electrónico|adresse e-mail|e-mail-adresse", re.I)
#: What may stand between ticks in a cell.
_SHARED = re.compile("[,;]")
_DATE = r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\b.*"
#: The time stamp stands first, and holds times.
SIGNATURES = (Signature(opening=(_TIMESTAMP,), below=_DATE, rows_below=19),)


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export: ``Question [Row]`` is a grid; options that share a cell are split."""
    data = body(source.rows, 1, len(source.headers))
    grids: dict[str, list[int]] = {}
    columns: list[AnswerColumn] = []
    beside = respondents_beside(data.cells)
    headers = [plain(written) or f"Column {place}" for place, written in enumerate(source.headers, start=1)]
    rows = rows_of_grids(headers, source.known | beside(len(headers)))
    shared = {rows[place][0] for place in rows if any(_SHARED.search(text) for text in data.cells[place].different)}
    for place, header in enumerate(headers):
        parts = bracketed(header)
        if place in rows and rows[place][0] in shared and not parts:
            parts = rows[place]
        if place == 0 or (place < 3 and _NOTED.fullmatch(header)):
            columns.append(AnswerColumn(header, header, header, kind="meta"))
            continue
        question, item = parts or (header, "")
        if not parts and question in grids:  # two questions with one title
            question = f"{question} ({sum(grid.startswith(question) for grid in grids) + 1})"
        grids.setdefault(question, []).append(place)
        columns.append(AnswerColumn(header, question, parts[0] if parts else header, item))
    answered: dict[int, list[FilledColumn]] = {0: [(columns[0], data.cells[0])]}
    for place, column in enumerate(columns):
        if column.kind == "meta":
            answered[place] = [(column, data.cells[place])]
    for places in grids.values():
        cells = [data.cells[place] for place in places]
        pooled = [text for texts in cells for text in texts.tolist()]
        respondents = beside(places[0])
        separator, options = ("", list[str]()) if len(places) > 1 else _shared_cells(pooled, source.known | respondents)
        advise_on_guessed_options(options, separator, columns[places[0]].question, source, inspection)
        kind = kind_of(cells)
        for place in places:
            column = columns[place]
            column = AnswerColumn(column.header, column.question, column.wording, column.item, kind=kind)
            filled = (column, data.cells[place])
            answered[place] = (
                with_added(split(filled, separator, source, inspection, options, respondents, typed_in=True), filled[1])
                if options
                else [filled]
            )
    ordered = [filled for place in sorted(answered) for filled in answered[place]]
    return responses("Google Forms", source, data.rows, ordered)


def _shared_cells(texts: list[str], known: frozenset[str]) -> tuple[str, list[str]]:
    """What stands between options, and the options; none where no cell holds several."""
    for separator in (";", ","):
        options = options_of(texts, separator, sorted(known))
        if options:
            return separator, options
    return "", []
