"""Every name that exports hold, with the role in which it is written, to be resolved against the roster."""

from collections.abc import Iterable

from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.names.resolution import ASKED_ABOUT, NAMED, RESPONDENT, NameCell


def written_names(questions: Iterable[LocatedQuestion]) -> list[NameCell]:
    """Gather every name that the questions of exports hold.

    Parameters
    ----------
    questions : iterable of LocatedQuestion
        With their waves.
    """
    cells: list[NameCell] = []
    heard: set[tuple[str, str]] = set()
    for located in questions:
        wave, file, names = located.wave, located.file, located.respondents.names
        if (wave, file) not in heard:
            heard.add((wave, file))
            cells += [NameCell(wave, name, RESPONDENT, file, row, by=name) for row, name in names.items()]
        if located.question.kind != "tie":
            continue
        if not located.generates_names:
            cells += [NameCell(wave, item, ASKED_ABOUT, file, column=header) for header, item in located.items.items()]
            continue
        table = located.table
        cells += [
            NameCell(wave, text, NAMED, file, row, column.header, names[row])
            for column in table.question(located.question.partners)
            for row, text in zip(table.respondents, table.texts(column), strict=True)
            if text and row in names
        ]
    return cells
