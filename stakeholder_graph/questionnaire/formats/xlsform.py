"""The survey as an XLSForm [1]_, for KoboToolbox, ODK and Enketo, in every language at once.

References
----------
.. [1] XLSForm, the specification, https://xlsform.org.
"""

from collections.abc import Mapping, Sequence

from stakeholder_graph.questionnaire.survey_question import GridRow, Questionnaire, QuestionnaireSection, SurveyQuestion
from stakeholder_graph.questionnaire.wording.languages import LANGUAGE_NAMES, Language
from stakeholder_graph.tabular.write_xlsx import workbook

_SURVEY = ("type", "name", "label", "hint", "appearance", "relevant", "required")
_CHOICES = ("list_name", "name", "label")
_SETTINGS = ("form_title", "form_id", "default_language", "style")
#: Columns that there are in every language.
_TRANSLATED = ("label", "hint")

FormRow = Mapping[str, str]


def xlsform(versions: Sequence[Questionnaire]) -> bytes:
    """Write the survey as an XLSForm.

    Parameters
    ----------
    versions : sequence of Questionnaire
        What is asked, in each language; the form opens in the first.

    Returns
    -------
    bytes
        A workbook. A row of a grid is a question of its own called ``grid__row``. It is shown for organizations
        other than the respondent's own, or for those on its roster, and, where a grid is about partners only, for
        those.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import language_versions, read_plan
    >>> form = xlsform(language_versions(read_plan("surveys/wren-county")))
    >>> form[:2]  # an XLSX workbook is a ZIP archive
    b'PK'
    """
    first = versions[0]
    settings = {
        "form_title": first.title,
        "form_id": "partners",
        "default_language": LANGUAGE_NAMES[first.language],
        "style": "pages",
    }
    return workbook(
        {
            "survey": _table(_SURVEY, {version.language: _survey(version) for version in versions}),
            "choices": _table(_CHOICES, {version.language: _choices(version) for version in versions}),
            "settings": [list(_SETTINGS), [settings[column] for column in _SETTINGS]],
        }
    )


def cell_name(question: SurveyQuestion, row: GridRow) -> str:
    """Name the form's question that stands for a row of a grid; no code holds two ``_`` in a row.

    Parameters
    ----------
    question : SurveyQuestion
        A grid.
    row : GridRow
        One of its rows.
    """
    return f"{question.id}__{row.code}"


def _survey(survey: Questionnaire) -> list[FormRow]:
    rows: list[FormRow] = [{"type": "note", "name": "welcome", "label": survey.welcome}]
    for section, questions in survey.sections().items():
        rows += _section(section, questions, survey)
    return [*rows, {"type": "note", "name": "closing", "label": survey.closing}]


def _section(
    section: QuestionnaireSection, questions: Sequence[SurveyQuestion], survey: Questionnaire
) -> list[FormRow]:
    name = f"section_{section.replace(' ', '_')}"
    without_rows = [question for question in questions if question.response != "grid"]
    rows: list[FormRow] = []
    if without_rows:
        # These share a page.
        title = survey.section_titles[section]
        rows.append({"type": "begin_group", "name": name, "label": title, "appearance": "field-list"})
        rows += [_without_rows(question) for question in without_rows]
        rows.append({"type": "end_group"})
    for question in questions:
        if question.response == "grid":
            rows += _grid(question, survey)
    return rows


def _without_rows(question: SurveyQuestion) -> FormRow:
    types = {
        "single choice": f"select_one {question.id}_list",
        "multiple choice": f"select_multiple {question.id}_list",
        "open": "text",
    }
    appearances = {"identity": "autocomplete", "missing": "multiline"}
    return {
        "type": types[question.response],
        "name": question.id,
        "label": question.text,
        "hint": _lines(question.hint, question.promise),
        "appearance": appearances.get(question.kind, ""),
        "required": "yes" if question.kind == "identity" else "",
    }


def _grid(question: SurveyQuestion, survey: Questionnaire) -> list[FormRow]:
    wording = _lines(question.text, question.hint, question.promise)
    return [
        {"type": "begin_group", "name": question.id, "label": wording, "appearance": "table-list"},
        *(
            {
                "type": f"select_one {question.id}_list",
                "name": cell_name(question, row),
                "label": row.text,
                "relevant": _condition(question, row, survey),
            }
            for row in question.rows
        ),
        {"type": "end_group"},
    ]


def _condition(question: SurveyQuestion, row: GridRow, survey: Questionnaire) -> str:
    """When a row of a grid is shown; blank for always."""
    if not question.is_about_partners:
        return ""
    another = f"${{organization}} != '{row.code}'"
    if survey.asked_by:  # nobody stands on its own roster
        another = f"selected('{' '.join(survey.asked_by[row.code])}', ${{organization}})"
    partners = next((grid for grid in survey.questions if grid.id == question.asked_of), None)
    if partners is None:
        return another
    tied = [f"${{{cell_name(partners, row)}}} = '{option.code}'" for option in partners.options if option.tie]
    return f"{another} and ({' or '.join(tied)})"


def _choices(survey: Questionnaire) -> list[FormRow]:
    return [
        {"list_name": f"{question.id}_list", "name": option.code, "label": option.text}
        for question in survey.questions
        for option in question.options
    ]


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _table(columns: tuple[str, ...], rows: Mapping[Language, list[FormRow]]) -> list[list[str]]:
    """Cells below headers; a translated column stands there in every language, side by side."""
    headers: list[str] = []
    for column in columns:
        headers += [f"{column}::{LANGUAGE_NAMES[name]}" for name in rows] if column in _TRANSLATED else [column]
    table = [headers]
    for versions in zip(*rows.values(), strict=True):
        cells: list[str] = []
        for column in columns:
            if column in _TRANSLATED:
                cells += [_literal(version.get(column, "")) for version in versions]
            else:
                cells.append(versions[0].get(column, ""))
        table.append(cells)
    return table


def _literal(text: str) -> str:
    """A text that a form takes for no reference to another question: a space of no width after the sign."""
    return text.replace("${", "$\u200b{")
