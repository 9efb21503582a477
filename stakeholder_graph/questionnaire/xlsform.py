"""The survey as an XLSForm [1]_, for KoboToolbox, ODK and Enketo, in every language at once.

References
----------
.. [1] XLSForm, the specification, https://xlsform.org.
"""

from stakeholder_graph.questionnaire.questions import Option, Question, Questionnaire, Section
from stakeholder_graph.questionnaire.wording import LANGUAGES, WORDS, Language, Text
from stakeholder_graph.tabular.write_xlsx import workbook

_SURVEY = ("type", "name", "label", "hint", "appearance", "relevant", "required")
_CHOICES = ("list_name", "name", "label")
_SETTINGS = ("form_title", "form_id", "default_language", "style")

Row = dict[str, str | Text]


def xlsform(survey: Questionnaire, language: Language = "en") -> bytes:
    """Write the survey as an XLSForm.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.
    language : {"en", "es"}
        The one that the form opens in; it holds all.

    Returns
    -------
    bytes
        A workbook. A row of a grid is a question of its own called ``grid__row``; it is shown for organizations
        other than the respondent's own, and where a grid is about partners only, for those.
    """
    rows: list[Row] = [{"type": "note", "name": "welcome", "label": survey.welcome}]
    for section, questions in survey.sections().items():
        rows += _section(section, questions, survey)
    rows.append({"type": "note", "name": "closing", "label": survey.closing})
    settings: Row = {
        "form_title": survey.title[language],
        "form_id": "partners",
        "default_language": LANGUAGES[language],
        "style": "pages",
    }
    return workbook(
        {
            "survey": _table(_SURVEY, rows, language),
            "choices": _table(_CHOICES, [row for each in survey.questions for row in _choices(each)], language),
            "settings": _table(_SETTINGS, [settings], language),
        }
    )


def cell_name(question: Question, row: Option) -> str:
    """The name of the question that stands for one row of a grid; no code holds two ``_`` in a row."""
    return f"{question.id}__{row.code}"


def _section(section: Section, questions: list[Question], survey: Questionnaire) -> list[Row]:
    name = f"section_{section.replace(' ', '_')}"
    loose = [each for each in questions if each.form != "grid"]
    grids = [each for each in questions if each.form == "grid"]
    rows: list[Row] = []
    if loose:
        # The questions without rows share a page.
        rows.append({"type": "begin_group", "name": name, "label": WORDS[section], "appearance": "field-list"})
        rows += [_single(each) for each in loose]
        rows.append({"type": "end_group"})
    for grid in grids:
        rows += _grid(grid, survey)
    return rows


def _single(question: Question) -> Row:
    kinds = {"one": f"select_one {question.id}_list", "many": f"select_multiple {question.id}_list", "words": "text"}
    looks = {"identity": "autocomplete", "missing": "multiline"}
    return {
        "type": kinds[question.form],
        "name": question.id,
        "label": question.text,
        "hint": joined(question.hint, question.promise),
        "appearance": looks.get(question.kind, ""),
        "required": "yes" if question.kind == "identity" else "",
    }


def _grid(question: Question, survey: Questionnaire) -> list[Row]:
    wording = joined(question.text, question.hint, question.promise)
    rows: list[Row] = [
        {"type": "begin_group", "name": question.id, "label": wording, "appearance": "table-list"},
    ]
    rows += [
        {
            "type": f"select_one {question.id}_list",
            "name": cell_name(question, row),
            "label": row.text,
            "relevant": _shown(question, row, survey),
        }
        for row in question.rows
    ]
    return [*rows, {"type": "end_group"}]


def _shown(question: Question, row: Option, survey: Questionnaire) -> str:
    """When a row of a grid is shown."""
    if not question.of_roster:
        return ""
    another = f"${{organization}} != '{row.code}'"
    partners = next((each for each in survey.questions if each.id == question.asked_of), None)
    if partners is None:
        return another
    tied = [f"${{{cell_name(partners, row)}}} = '{option.code}'" for option in partners.options if option.tie]
    return f"{another} and ({' or '.join(tied)})"


def _choices(question: Question) -> list[Row]:
    return [
        {"list_name": f"{question.id}_list", "name": option.code, "label": option.text} for option in question.options
    ]


def joined(*texts: Text) -> Text:
    """Texts one after another, each on a line of its own; blank ones left out."""
    return {language: "\n".join(filter(None, (text[language] for text in texts))) for language in LANGUAGES}


def _table(columns: tuple[str, ...], rows: list[Row], first: Language) -> list[list[str]]:
    """Cells with headers; what there is in several languages has a column for each, the first one first."""
    languages = sorted(LANGUAGES, key=lambda language: language != first)
    spoken = {column for row in rows for column, cell in row.items() if not isinstance(cell, str)}
    headers: list[str] = []
    for column in columns:
        headers += [f"{column}::{LANGUAGES[language]}" for language in languages] if column in spoken else [column]
    table = [headers]
    for row in rows:
        cells = []
        for column in columns:
            cell = row.get(column, "")
            if column in spoken:
                cells += [_literal(cell if isinstance(cell, str) else cell[language]) for language in languages]
            else:
                cells.append(str(cell))
        table.append(cells)
    return table


def _literal(text: str) -> str:
    """A text that a form takes for no reference to another question: a space of no width after the sign."""
    return text.replace("${", "$\u200b{")
