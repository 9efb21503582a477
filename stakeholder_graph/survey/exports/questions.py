"""The questions of the settings, located in exports: where each stands, in which wave, and who answers it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.exports.question_problems import note_nameless, note_no_partner, unconfirmed
from stakeholder_graph.survey.formats import AnswerColumn, AnswerTable, Responses, is_other
from stakeholder_graph.survey.formats.options.write_ins import is_partner, write_ins_of
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import Template, partner
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.remedies import confirm_question, correct_id
from stakeholder_graph.text import _

#: So many headers of an export are listed where none fits.
_MOST_HEADERS = 8


@dataclass(frozen=True, eq=False)
class Respondents:
    """Who answers each row of the main table of an export.

    Parameters
    ----------
    names : dict of int to str
        Organizations as written, by row; rows that name nobody, or that do not count, are left out.
    persons : dict of int to str
        What tells respondents of one organization apart, by row; none where nothing does.
    attributes : tuple of (str, dict of int to str)
        What respondents say of their organization, by row.
    saying : QuestionSettings
        The question of the settings that says who answers.
    table : AnswerTable
        The main table.
    flagged : mapping of int to str
        By row, why the survey tool does not count an answer that has come.
    unfinished : frozenset of int
        Rows whose respondents did not come to the end.
    """

    names: dict[int, str]
    persons: dict[int, str]
    attributes: tuple[tuple[str, dict[int, str]], ...]
    saying: QuestionSettings
    table: AnswerTable
    flagged: Mapping[int, str] = field(default_factory=dict)
    unfinished: frozenset[int] = frozenset()

    def without(self, rows: Collection[int]) -> "Respondents":
        """Give those whose answers count once some do not.

        Parameters
        ----------
        rows : collection of int
            Of the main table.
        """
        return replace(self, names={row: name for row, name in self.names.items() if row not in rows})


@dataclass(frozen=True, eq=False)
class LocatedQuestion:
    """The answers to one question in one wave.

    Parameters
    ----------
    question : QuestionSettings
        As in the settings.
    wave : str
        Blank where nothing names one.
    table : AnswerTable
        Where its columns stand.
    columns : tuple of AnswerColumn
        Those of the question.
    items : dict of str to str
        The partner or item that each column is about, as written, by header; blank where the answer says it.
    item_parts : dict of str to dict of str to str
        By header, the named parts of a template, beside the one that names a partner.
    respondents : Respondents
        Who answers.
    write_ins : tuple of AnswerColumn
        The words that respondents wrote beside the option "other", where partners are rows or options.
    """

    question: QuestionSettings
    wave: str
    table: AnswerTable
    columns: tuple[AnswerColumn, ...]
    items: dict[str, str]
    item_parts: dict[str, dict[str, str]]
    respondents: Respondents
    write_ins: tuple[AnswerColumn, ...] = ()

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.table.file

    @property
    def about(self) -> str:
        """How answers that wait for a decision are counted: by layer, else by question."""
        if self.question.kind == "tie":
            return self.question.layer
        return self.question.wording or self.question.question or self.question.columns

    @property
    def generates_names(self) -> bool:
        """Whether respondents wrote down their partners."""
        return bool(self.question.partners)


def locate_questions(
    settings: Settings, opened: Callable[[str], Responses | None], inspection: Inspection
) -> list[LocatedQuestion]:
    """Find every question of the settings in the exports.

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
    list of LocatedQuestion
        In the order of the settings; without questions that say who answers.
    """
    locator = _Locator(settings, opened, inspection)
    located = []
    for question in settings.question:
        if not question.decided:
            at = question.location
            inspection.decide(
                unconfirmed(question),
                confirm_question(question, inspection),
                at.file,
                at.row,
                about="" if question.kind == "identity" else "answers",
            )
        if question.kind == "tie" and question.blank == "no tie?":
            wording = question.wording or question.question or question.columns
            inspection.decide(
                _("No answer to “{wording}” says that there is no tie. Blanks count as no tie.", wording=wording),
                _("If that is right, {set_blank}; if a blank says nothing, choose otherwise.",
                  set_blank=inspection.to_set("blank", "no tie")),
                question.location.file,
                question.location.row,
                about="answers",
            )  # fmt: skip
        if question.kind not in ("identity", "ignore"):
            located += locator.locate(question)
    return located


class _Locator:
    """Finds questions in files; what is said of a file is said once."""

    def __init__(self, settings: Settings, opened: Callable[[str], Responses | None], inspection: Inspection) -> None:
        self.settings, self.opened, self.inspection = settings, opened, inspection
        self.waves = {wave.name for wave in settings.wave}
        named = {question.file for question in settings.question} - {""}
        self.only = named.pop() if len(named) == 1 else ""
        self.respondents: dict[tuple[str, str, str, tuple[str, ...]], Respondents | None] = {}

    def locate(self, question: QuestionSettings) -> list[LocatedQuestion]:
        """Find one question wherever it stands."""
        sources = self._sources(question)
        if not sources:
            self._wrong(
                question,
                _("Nothing says which file the question is in."),
                _(
                    "Name the file with the question: {set_file}; or name it with its wave.",
                    set_file=self.inspection.to_set("file", "export.csv"),
                ),
            )
        located = []
        for wave, file in sources:
            if self.waves and wave not in self.waves:
                self._wrong(
                    question,
                    _("There is no wave “{wave}”.", wave=wave)
                    if wave
                    else _("Nothing says which wave the question belongs to."),
                    _("Choose one of {waves}.", waves=", ".join(known.name for known in self.settings.wave)),
                )
            responses = self.opened(file)
            if responses is not None:
                located.append(self._located(question, wave, responses, alone=len(sources) == 1))
        there = [question_there for question_there in located if question_there is not None]
        if len(sources) > 1 and located and not there and not self.inspection.problems:
            self._wrong(question, _("No file has the question “{id}”.", id=question.question), _("Correct its id."))
        return there

    def _wrong(self, question: QuestionSettings, what: str, todo: str) -> None:
        self.inspection.wrong(what, todo, question.location.file, question.location.row)

    def _sources(self, question: QuestionSettings) -> list[tuple[str, str]]:
        """Wave and file of each export a question stands in."""
        waves = self.settings.wave
        if not question.file and any(wave.files for wave in waves):
            return [(wave.name, file) for wave in waves for file in wave.files if question.wave in ("", wave.name)]
        file = question.file or self.only
        holding = [wave.name for wave in waves if file in wave.files]
        only = [wave.name for wave in waves] if len(waves) == 1 else []
        return [(next(iter([*filter(None, [question.wave]), *holding, *only]), ""), file)] if file else []

    def _located(
        self, question: QuestionSettings, wave: str, responses: Responses, alone: bool
    ) -> LocatedQuestion | None:
        respondents = self._respondents(question, responses)
        if question.columns:
            table, columns = responses.table, self._by_template(question, responses.table)
        else:
            table, columns = self._by_id(question, responses, alone)
        if respondents is None or not columns:
            return None
        if question.partners and not table.question(question.partners):
            column_of(table, question.partners, self.inspection)
            return None
        write_ins: tuple[AnswerColumn, ...] = ()
        if question.kind == "tie" and not question.partners:
            columns = [(column, item, parts) for column, item, parts in columns if is_partner(column, item)]
            write_ins = self._write_ins(table, [column for column, _item, _parts in columns])
        items = {column.header: item for column, item, _parts in columns}
        if question.kind == "tie" and not question.partners and not all(items.values()):
            note_no_partner(question, table.file, self.inspection)
            return None
        parts = {column.header: rest for column, _item, rest in columns}
        return LocatedQuestion(
            question,
            wave,
            table,
            tuple(column for column, _item, _parts in columns),
            items,
            parts,
            respondents,
            write_ins,
        )

    def _write_ins(self, table: AnswerTable, columns: Sequence[AnswerColumn]) -> tuple[AnswerColumn, ...]:
        """Words beside "other"; those that the settings take for a question of their own are read there."""
        own = {normal(question.partners) for question in self.settings.question} - {""}
        words = write_ins_of(table, columns)
        return tuple(column for column in words if own.isdisjoint({normal(column.header), normal(column.question)}))

    def _who_answers(self) -> str:
        """The kind of a question that says who answers, as the spelling of the settings has it."""
        return "who answers" if self.inspection.in_workbook else "identity"

    def _respondents(self, question: QuestionSettings, responses: Responses) -> Respondents | None:
        """Who answers, from the question itself or from the one that says it for the whole file."""
        table = responses.table
        saying = question
        if not question.respondent:
            identities = [known for known in self.settings.question if known.kind == "identity"]
            here = [known for known in identities if table.file in [file for _wave, file in self._sources(known)]]
            if not here:
                self._wrong(
                    question,
                    _("Nothing says who answers in {file}.", file=table.file),
                    _(
                        "Choose the question that says it: in its row or table, {set_kind}.",
                        set_kind=self.inspection.to_set("kind", self._who_answers()),
                    ),
                )
                return None
            saying = here[0]
        written = saying.respondent or saying.question
        fields = Template(written).fields
        shared = fields if len(fields) > 1 and question.columns else ()
        attributes = tuple(dict.fromkeys([*shared, *saying.attributes, *question.attributes]))
        key = (table.file, written, saying.person, attributes)
        if key not in self.respondents:
            self.respondents[key] = self._read_respondents(responses, saying, attributes)
        return self.respondents[key]

    def _read_respondents(
        self, responses: Responses, saying: QuestionSettings, attributes: tuple[str, ...]
    ) -> Respondents | None:
        table, written = responses.table, saying.respondent or saying.question
        names = joined(table, written, self.inspection)
        persons = joined(table, saying.person, self.inspection) if saying.person else {}
        columns = {name: column_of(table, name, self.inspection) for name in attributes}
        sector = table.by_header.get(self.settings.sector.casefold())
        if sector is not None and normal(sector.header) not in {normal(name) for name in (*attributes, written)}:
            columns[sector.header] = sector
        if names is None or persons is None or None in columns.values():
            return None
        reasons = responses.flags
        nameless = [row for row, name in names.items() if not name and row not in reasons]
        if nameless:
            note_nameless(nameless, len(names.keys() - reasons.keys()), table.file, written, self.inspection)
        said = tuple(
            (name, dict(zip(table.rows, table.texts(column), strict=True)))
            for name, column in columns.items()
            if column is not None
        )
        by_row = {row: name for row, name in names.items() if name}
        return Respondents(by_row, persons, said, saying, table, reasons, responses.unfinished)

    def _by_template(
        self, question: QuestionSettings, table: AnswerTable
    ) -> list[tuple[AnswerColumn, str, dict[str, str]]]:
        """Columns whose headers match a template, each with its partner and the other parts of the header."""
        template, respondent = Template(question.columns), Template(question.respondent)
        own = {normal(name) for name in (*(respondent.fields or (question.respondent,)), *question.attributes)}
        columns = []
        for column in table.columns:
            parts = template.parts(column.header)
            if parts is None or normal(column.header) in own:
                continue
            rest = {name: text for name, text in parts.items() if name != "organization"} if len(parts) > 1 else {}
            columns.append((column, partner(parts, respondent), rest))
        if not columns:
            headers = [column.header for column in table.columns]
            listed = ", ".join(f"“{header}”" for header in headers[:_MOST_HEADERS])
            if len(headers) > _MOST_HEADERS:
                listed += _(" and others")
            self.inspection.wrong(
                _("No column has a header like “{template}”.", template=question.columns),
                _("The headers are {headers}.", headers=listed),
                table.file,
            )
        return columns

    def _by_id(
        self, question: QuestionSettings, responses: Responses, alone: bool
    ) -> tuple[AnswerTable, list[tuple[AnswerColumn, str, dict[str, str]]]]:
        """Columns of a question in the first part of the form that has it, each with its row or option."""
        for table in responses.tables:
            columns = table.question(question.question)
            if question.choice:
                columns = tuple(column for column in columns if normal(column.choice) == normal(question.choice))
            if columns:
                return table, [(column, column.item, {}) for column in columns]
        if alone:
            ids = list(dict.fromkeys(column.question for table in responses.tables for column in table.columns))
            self.inspection.wrong(
                _(
                    "There is no question “{id}” with the option “{option}”.",
                    id=question.question,
                    option=question.choice,
                )
                if question.choice
                else _("There is no question “{id}”.", id=question.question),
                suggestion(question.question, ids, correct_id(self.inspection)),
                responses.table.file,
            )
        return responses.table, []


def joined(table: AnswerTable, written: str, inspection: Inspection) -> dict[int, str] | None:
    """Fill in a header, an id, or a template that joins several of them, for each row.

    Of columns with nothing between them, as in ``"{One}{Several}"``, the one that is filled counts; where the first
    says "other", the one behind it.

    Parameters
    ----------
    table : AnswerTable
        Where the columns stand.
    written : str
        Such as ``"Your organization"`` or ``"{RecipientFirstName} {RecipientLastName}"``.
    inspection : Inspection
        Takes a problem for each column that is not there.

    Returns
    -------
    dict of int to str or None
        By row, blank where any of its columns is; None where there is no such column.
    """
    template = Template(written)
    columns = {name: column_of(table, name, inspection) for name in template.fields or (written,)}
    texts = {name: table.texts(column) for name, column in columns.items() if column is not None}
    if len(texts) < len(columns):
        return None
    if not template.fields:
        return dict(zip(table.rows, texts[written], strict=True))
    cells = zip(*texts.values(), strict=True)
    if len(template.fields) > 1 and template.adjacent:
        return dict(zip(table.rows, (_either(row) for row in cells), strict=True))
    filled = [template.filled(dict(zip(texts, row, strict=True))) for row in cells]
    return dict(zip(table.rows, filled, strict=True))


def _either(texts: Sequence[str]) -> str:
    """The text of the column that is filled; one that says "other" gives way to what was written instead.

    Examples
    --------
    >>> _either(["", "City Library"]), _either(["Other:", "Zoo"]), _either(["Other", ""])
    ('City Library', 'Zoo', '')
    """
    said = [text for text in texts if text and not is_other(text)]
    return "".join(said)


def column_of(table: AnswerTable, name: str, inspection: Inspection) -> AnswerColumn | None:
    """Find a column, noting a problem where there is none.

    Parameters
    ----------
    table : AnswerTable
        Where it stands.
    name : str
        Its header, or the id or the wording of its question.
    inspection : Inspection
        Takes the problem.
    """
    column = table.column(name)
    if column is None:
        headers = [known.header for known in table.columns]
        todo = suggestion(name, headers, correct_id(inspection))
        inspection.wrong(_("There is no column “{column}”.", column=name), todo, table.file, column=name)
    return column
