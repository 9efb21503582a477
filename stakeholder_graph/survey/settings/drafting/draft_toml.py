"""A draft as partnership.toml, with the reason of each guess in a comment."""

from pathlib import Path

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, QuestionNote, question_key
from stakeholder_graph.survey.settings.elements import StepSettings
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.write_toml import Commented, add_questions, settings_text
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import N_, _

_COMMENT = N_(
    "We drafted these survey settings from an export. Nothing in here is an answer.\n"
    "Look at each [[question]]: where it says decided = false, correct it and take that line out.\n"
    "Organizations and their sectors go into organizations.csv: organization, sector, role."
)
_NETWORK_COMMENT = N_(
    "We drafted these survey settings from a network file, which holds organizations and ties.\n"
    "sector = names the attribute of organizations that is their sector.\n"
    'Below each kind of tie you may write promise = "named", "aggregate" or "backbone".'
)


def draft_as_toml(draft: Draft) -> str:
    """Give a draft as text for partnership.toml.

    Parameters
    ----------
    draft : Draft
        Its scales are written out in each question.

    Returns
    -------
    str
        Settings in TOML; above each question stand its rows or options and the reason of the guess.
    """
    settings = draft.settings.model_copy(update={"question": ()})
    if settings.network:
        return settings_text(settings, _(_NETWORK_COMMENT))
    questions = [_commented(draft, question) for question in draft.settings.question]
    return settings_text(settings, _(_COMMENT), questions)


def write_toml(path: Path, draft: Draft) -> None:
    """Write a draft as partnership.toml; to one that is there, add the questions that it lacks.

    Parameters
    ----------
    path : Path
        The file; what stands in it, comments included, stays as it is.
    draft : Draft
        What to write.

    Raises
    ------
    SurveyError
        If what stands in it cannot be read.
    StorageError
        If it cannot be written; it is left as it is then.
    """
    if not path.exists():
        write_file_whole(path, draft_as_toml(draft).encode())
        return
    inspection = Inspection()
    written = read_settings(path, inspection)
    inspection.verdict()
    known = {question_key(question)[:2] for question in written.question}
    new = [question for question in draft.settings.question if question_key(question)[:2] not in known]
    text = path.read_bytes().decode("utf-8-sig")
    write_file_whole(path, add_questions(text, [_commented(draft, question) for question in new]).encode())


def _commented(draft: Draft, question: QuestionSettings) -> Commented:
    """A question with its scale written out, and what helps to decide about it."""
    note = draft.notes.get(question_key(question), QuestionNote())
    lines = [note.reason, _("Rows or options: {items}", items=note.items) if note.items else ""]
    if isinstance(question.scale, str) and question.scale:
        steps, unsure = _steps(draft.tables["scales"], question.scale)
        lines.append(_("We are not sure in which order its answers stand, or which are a tie.") if unsure else "")
        question = question.model_copy(update={"scale": steps})
    return "\n".join(filter(None, lines)), question


def _steps(scales: pd.DataFrame, name: str) -> tuple[tuple[StepSettings, ...], bool]:
    """The steps of a scale, and whether any of them is a guess still."""
    rows = scales[scales["scale"] == name]
    ties = {"yes": True, "no": False}
    steps = tuple(
        StepSettings(
            value=as_number(value.removesuffix(UNSURE)) or 0.0,
            name=text.removesuffix(UNSURE) if as_number(text.removesuffix(UNSURE)) is not None else text,
            tie=ties.get(tie.removesuffix(UNSURE)),
        )
        for value, text, tie in zip(rows["value"], rows["name"], rows["tie"], strict=True)
    )
    return steps, bool(rows[["value", "tie"]].apply(lambda cells: cells.str.endswith(UNSURE)).to_numpy().any())
