"""Microsoft Forms: the workbook that "Open in Excel" gives."""

import re
from collections.abc import Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.options.cells import kind_of, split
from stakeholder_graph.survey.formats.options.rows import rows_of_grids
from stakeholder_graph.survey.formats.options.typed import respondents_beside, with_added
from stakeholder_graph.survey.formats.responses import AnswerColumn, FilledColumn, Responses, responses
from stakeholder_graph.survey.formats.source import Signature, Source, plain
from stakeholder_graph.tabular.columns import CodedTexts, body

_START = "start time|hora de inicio|heure de début|startzeit|hora de início|ora di inizio"
_END = "completion time|hora de finalización|heure de fin|fertigstellungszeit|hora de conclusão|ora di completamento"
#: The columns open with the id, the start and the end of filling in.
SIGNATURES = (Signature(opening=("id", _START, _END)),)
_NOTED = re.compile(
    "id|e-?mail|correo electrónico|adresse de messagerie|e-mail-adresse|name|nombre|nom|nome|language|idioma|langue|"
    "last modified time|hora de la última modificación|total points|quiz feedback|(points|feedback) - .*",
    re.IGNORECASE,
)


def read(source: Source, inspection: Inspection) -> Responses:
    """Read the export: options that share a cell end with a semicolon; each statement of a grid is a column."""
    data = body(source.rows, 1, len(source.headers))
    filled: list[FilledColumn] = []
    beside = respondents_beside(data.cells)
    headers = [plain(written) or f"Column {place}" for place, written in enumerate(source.headers, start=1)]
    rows = rows_of_grids(headers, source.known | beside(len(headers)))
    boxes: dict[str, list[str]] = {}
    for question in dict.fromkeys(question for question, _row in rows.values()):
        boxes[question] = _listed([data.cells[place] for place in rows if rows[place][0] == question])
    opening = True  # what the tool notes stands before the questions, which may be called Name too
    for place, header in enumerate(headers):
        cells = data.cells[place]
        noted = bool(_NOTED.fullmatch(header)) or place < 3
        opening = opening and noted
        if noted and (opening or " - " in header):
            filled.append((AnswerColumn(header, header, header, kind="meta"), cells))
            continue
        if place in rows:
            question, row = rows[place]
            column = AnswerColumn(header, question, question, row)
            filled += (
                split((column, cells), ";", source, inspection, boxes[question])
                if boxes[question]
                else [(column, cells)]
            )
            continue
        options = split(
            (AnswerColumn(header, header, header, kind=kind_of([cells])), cells),
            ";",
            source,
            inspection,
            _listed([cells]),
            beside(place),
            typed_in=True,
        )
        filled += with_added(options, cells)
    return responses("Microsoft Forms", source, data.rows, filled)


def _listed(columns: Sequence[CodedTexts]) -> list[str]:
    """The options of a list, each of which is followed by a semicolon; none where it is no list."""
    texts = [text for cells in columns for text in cells.used() if text]
    if not texts or not all(text.endswith(";") for text in texts):
        return []
    return list(dict.fromkeys(part.strip() for text in texts for part in text.split(";") if part.strip()))
