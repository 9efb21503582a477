"""The exports opened: where each question of the settings stands, in which wave, and who answers it."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.exports.columns import Part, column_of, joined, parts_of
from stakeholder_graph.survey.formats import Column, Responses
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.template import Template, partner
from stakeholder_graph.text import _


@dataclass(frozen=True, eq=False)
class Export:
    """The answers to one question in one wave.

    Parameters
    ----------
    number : int
        Place of the question in the settings, from 1 on.
    question : QuestionSettings
        As in the settings.
    wave : str
        Blank where nothing names one.
    part : Part
        Where its columns stand.
    columns : tuple of Column
        Those of the question.
    items : Series of str
        The partner or item that each column is about, as written, by header; blank where the answer says it.
    item_parts : mapping of str to mapping of str to str
        By header, the named parts of a template, beside the one that names a partner.
    respondents : Series of str
        Who answers, as written, by row of the main table; rows that name nobody are left out.
    persons : Series of str
        What tells respondents of one organization apart; blank throughout where nothing does.
    told : tuple of (str, Series of str)
        Attributes that respondents state of their organization, by row of the main table.
    """

    number: int
    question: QuestionSettings
    wave: str
    part: Part
    columns: tuple[Column, ...]
    items: "pd.Series[str]"
    item_parts: dict[str, dict[str, str]]
    respondents: "pd.Series[str]"
    persons: "pd.Series[str]"
    told: tuple[tuple[str, "pd.Series[str]"], ...]

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.part.table.file

    @property
    def about(self) -> str:
        """How what waits for a decision is counted: by layer, else by question."""
        if self.question.kind == "tie":
            return self.question.layer
        return self.question.wording or self.question.question or self.question.columns

    @property
    def named(self) -> bool:
        """Whether respondents wrote down the partners."""
        return bool(self.question.partners)


@dataclass(frozen=True, eq=False)
class _Voices:
    """Who answers the rows of one file, and what they say of their organization."""

    main: Part
    respondents: "pd.Series[str]"
    persons: "pd.Series[str]"
    told: tuple[tuple[str, "pd.Series[str]"], ...]


def open_exports(settings: Settings, opened: Callable[[str], Responses | None], inspection: Inspection) -> list[Export]:
    """Open the export of every question.

    Parameters
    ----------
    settings : Settings
        Its questions and waves.
    opened : callable
        Gives what a file holds; None where it cannot be read.
    inspection : Inspection
        Takes problems, advice, and questions that are a guess still.

    Returns
    -------
    list of Export
        In the order of the settings; without questions that say who answers.
    """
    opener = _Opener(settings, opened, inspection)
    exports = []
    for number, question in enumerate(settings.question, start=1):
        if not question.decided:
            wording = question.wording or question.question or question.columns or question.respondent
            what = (
                _("Nobody has confirmed what “{wording}” asks about; we leave it out.", wording=wording)
                if question.kind == "ignore"
                else _(
                    "Nobody has confirmed that “{wording}” is a question of the kind “{kind}”.",
                    wording=wording,
                    kind=question.kind,
                )
            )
            at = question.location
            inspection.decide(what, _("Confirm or correct it in the survey settings."), at.file, at.row)
        if question.kind not in ("identity", "ignore"):
            exports += opener.exports(number, question)
    return exports


class _Opener:
    """Finds questions in files; what is said of a file is said once."""

    def __init__(self, settings: Settings, opened: Callable[[str], Responses | None], inspection: Inspection) -> None:
        self.settings, self.opened, self.inspection = settings, opened, inspection
        self.waves = {wave.name for wave in settings.wave}
        named = {question.file for question in settings.question} - {""}
        self.only = named.pop() if len(named) == 1 else ""
        self.voices: dict[tuple[str, str, str, tuple[str, ...]], _Voices | None] = {}

    def exports(self, number: int, question: QuestionSettings) -> list[Export]:
        """Open one question wherever it stands."""
        sources = self._sources(question)
        if not sources:
            self._wrong(
                number,
                "nothing says which file the question is in",
                "Add file = to the question, or files = to its wave.",
            )
        found = []
        for wave, file in sources:
            if self.waves and wave not in self.waves:
                what = f'there is no wave "{wave}"' if wave else "nothing says which wave the question belongs to"
                self._wrong(number, what, f"Choose one of {', '.join(each.name for each in self.settings.wave)}.")
            responses = self.opened(file)
            if responses is not None:
                found.append(self._open(number, question, wave, responses, alone=len(sources) == 1))
        exports = [export for export in found if export is not None]
        if len(sources) > 1 and found and not exports and not self.inspection.problems:
            self._wrong(number, f'no file has the question "{question.question}"', "Correct its id.")
        return exports

    def _wrong(self, number: int, what: str, todo: str) -> None:
        at = self.settings.question[number - 1].location
        self.inspection.wrong(f"{what[:1].upper()}{what[1:]}.", todo, at.file, at.row)

    def _sources(self, question: QuestionSettings) -> list[tuple[str, str]]:
        """Wave and file of each export a question stands in."""
        waves = self.settings.wave
        file = question.file
        if not file and any(wave.files for wave in waves):
            return [(w.name, each) for w in waves for each in w.files if question.wave in ("", w.name)]
        file = file or self.only
        holding = [wave.name for wave in waves if file in wave.files]
        only = [wave.name for wave in waves] if len(waves) == 1 else []
        return [(next(iter([*filter(None, [question.wave]), *holding, *only]), ""), file)] if file else []

    def _open(
        self, number: int, question: QuestionSettings, wave: str, responses: Responses, alone: bool
    ) -> Export | None:
        voices = self._voices(number, question, responses)
        parts = parts_of(responses)
        if question.columns:
            part, found = parts[0], self._by_template(question, parts[0])
        else:
            part, found = self._by_id(question, parts, alone)
        if voices is None or not found:
            return None
        if question.partners and not part.question(question.partners):
            column_of(part, question.partners, self.inspection)
            return None
        columns = tuple(column for column, _item, _rest in found)
        items = pd.Series({column.header: item for column, item, _rest in found}, dtype="str")
        if question.kind == "tie" and not question.partners and (items == "").any():
            self.inspection.wrong(
                f'"{question.question}" has an answer that stands for no partner.'
                if question.question
                else f'"{question.columns}" does not say which of its parts names the partner.',
                f'Write partners = "{question.question}" if its answers name the partners.'
                if question.question
                else "Call that part {organization}.",
                part.table.file,
            )
            return None
        named_parts = {column.header: rest for column, _item, rest in found}
        return Export(
            number, question, wave, part, columns, items, named_parts, voices.respondents, voices.persons, voices.told
        )

    def _voices(self, number: int, question: QuestionSettings, responses: Responses) -> _Voices | None:
        """Who answers, from the question itself or from the one that says it for the whole file."""
        table = responses.table
        saying = question
        if not question.respondent:
            identities = [each for each in self.settings.question if each.kind == "identity"]
            identities = [each for each in identities if table.file in [file for _wave, file in self._sources(each)]]
            if not identities:
                self._wrong(
                    number,
                    f"nothing says who answers in {table.file}",
                    'Add respondent = to it, or a question of the kind "identity".',
                )
                return None
            saying = identities[0]
        said = saying.respondent or saying.question
        fields = Template(said).fields
        shared = fields if len(fields) > 1 and question.columns else ()
        attributes = tuple(dict.fromkeys([*shared, *saying.attributes, *question.attributes]))
        key = (table.file, said, saying.person, attributes)
        if key not in self.voices:
            self.voices[key] = self._heard(parts_of(responses)[0], said, saying.person, attributes)
        return self.voices[key]

    def _heard(self, main: Part, said: str, person: str, attributes: tuple[str, ...]) -> _Voices | None:
        respondents = joined(main, said, self.inspection)
        persons = joined(main, person, self.inspection) if person else None
        columns = {name: column_of(main, name, self.inspection) for name in attributes}
        sector = main.by_header.get(self.settings.sector.casefold())
        if sector is not None and normal(sector.header) not in {normal(name) for name in (*attributes, said)}:
            columns[sector.header] = sector
        if respondents is None or (person and persons is None) or None in columns.values():
            return None
        for row in respondents.index[respondents == ""]:
            self.inspection.advise(
                "The row does not say who answers; it is left out.", "Fill in who it is.", main.table.file, row
            )
        told = tuple((name, main.texts(column)) for name, column in columns.items() if column is not None)
        if persons is None:
            persons = pd.Series("", index=respondents.index, dtype="str")
        return _Voices(main, respondents[respondents != ""], persons, told)

    def _by_template(self, question: QuestionSettings, part: Part) -> list[tuple[Column, str, dict[str, str]]]:
        """Columns whose headers match a template, each with its partner and the other parts of the header."""
        template, respondent = Template(question.columns), Template(question.respondent)
        own = {normal(name) for name in (*(respondent.fields or (question.respondent,)), *question.attributes)}
        found = []
        for column in part.columns:
            named = template.parts(column.header)
            if named is None or normal(column.header) in own:
                continue
            rest = {name: text for name, text in named.items() if name != "organization"} if len(named) > 1 else {}
            found.append((column, partner(named, respondent), rest))
        if not found:
            headers = [column.header for column in part.columns]
            some = ", ".join(f'"{header}"' for header in headers[:8]) + (" and others" if len(headers) > 8 else "")
            self.inspection.wrong(
                f'No column has a header like "{question.columns}".', f"The headers are {some}.", part.table.file
            )
        return found

    def _by_id(
        self, question: QuestionSettings, parts: tuple[Part, ...], alone: bool
    ) -> tuple[Part, list[tuple[Column, str, dict[str, str]]]]:
        """Columns of a question in the first part of the form that has it, each with its row or option."""
        for part in parts:
            columns = part.question(question.question)
            if question.choice:
                columns = tuple(column for column in columns if normal(column.choice) == normal(question.choice))
            if columns:
                return part, [(column, column.item, {}) for column in columns]
        if alone:
            known = list(dict.fromkeys(column.question for part in parts for column in part.columns))
            self.inspection.wrong(
                f'There is no question "{question.question}"'
                + (f' with the option "{question.choice}".' if question.choice else "."),
                suggestion(question.question, known, "Correct the id of the question in the settings."),
                parts[0].table.file,
            )
        return parts[0], []
