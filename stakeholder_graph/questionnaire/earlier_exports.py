"""Where the exports of the last survey hold the answers to a question."""

from dataclasses import dataclass
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import AnswerColumn, AnswerTable, Responses, read_export
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import Template, partner
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings

#: Tools whose export names no option that nobody ticked.
_TICKED_ONLY = ("Google Forms", "Microsoft Forms")


@dataclass(frozen=True, eq=False)
class EarlierColumns:
    """The columns of an export that hold the answers to one question.

    Parameters
    ----------
    part : AnswerTable
        The table that they belong to.
    columns : tuple of AnswerColumn
        At least one.
    items : tuple of str
        What each column is about, blank where it is about no item.
    ticked_only : bool
        Whether the export names no option that nobody ticked.
    """

    part: AnswerTable
    columns: tuple[AnswerColumn, ...]
    items: tuple[str, ...]
    ticked_only: bool


class EarlierExports:
    """The exports of the last survey, as far as they are kept; each is opened once.

    Parameters
    ----------
    folder : Path
        Where they are.
    settings : Settings
        Say which file holds which question.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._opened: dict[str, Responses | None] = {}

    def files(self, question: QuestionSettings) -> list[str]:
        """Give the exports that may hold a question, the latest first.

        Parameters
        ----------
        question : QuestionSettings
            As in the settings.
        """
        if question.file:
            return [question.file]
        waves = [wave for wave in self._settings.wave if question.wave in ("", wave.name)]
        named = [file for wave in reversed(waves) for file in wave.files]
        return named or sorted({asked.file for asked in self._settings.question} - {""})

    def columns(self, question: QuestionSettings) -> EarlierColumns | None:
        """Find the columns that hold the answers to a question.

        Parameters
        ----------
        question : QuestionSettings
            As in the settings.
        """
        for file in self.files(question):
            export = self._responses(file)
            for part in export.tables if export else ():
                matches = _matches(question, part)
                if export and matches:
                    columns, items = zip(*matches, strict=True)
                    return EarlierColumns(part, columns, items, export.format.startswith(_TICKED_ONLY))
        return None

    def _responses(self, file: str) -> Responses | None:
        if file not in self._opened:
            path = self._folder / file
            # Whatever is wrong with old answers does not matter to the next survey.
            self._opened[file] = read_export(path, file, Inspection()) if path.is_file() else None
        return self._opened[file]


def _matches(question: QuestionSettings, part: AnswerTable) -> list[tuple[AnswerColumn, str]]:
    """The columns of a question, with the item that each of them is about."""
    if not question.columns:
        columns = part.question(question.question)
        if question.choice:
            columns = tuple(column for column in columns if normal(column.choice) == normal(question.choice))
        return [(column, column.item) for column in columns]
    template, respondent = Template(question.columns), Template(question.respondent)
    named = [(column, template.parts(column.header)) for column in part.columns]
    return [(column, partner(parts, respondent)) for column, parts in named if parts is not None]
