"""A draft as partnership.toml, with the reason of each guess in a comment."""

from pathlib import Path

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.drafting.draft import UNSURE, Draft, Note, key
from stakeholder_graph.survey.settings.model import Question, Settings, StepSettings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.write_toml import settings_text
from stakeholder_graph.tabular.cells import as_number

_COMMENT = """Survey settings, drafted from an export. Nothing in here is an answer.
Look at each [[question]]: where it says decided = false, correct it and take that line out."""
_ORGANIZATIONS = "Organizations and their sectors go into organizations.csv: organization, sector, role."


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
    head = settings_text(draft.settings.model_copy(update={"question": ()}), f"{_COMMENT}\n{_ORGANIZATIONS}")
    return "\n".join([head, *(_block(draft, question) for question in draft.settings.question)])


def write_toml(path: Path, draft: Draft) -> None:
    """Write a draft as partnership.toml; to one that is there the questions it lacks are added at its end.

    Parameters
    ----------
    path : Path
        The file; what stands in it stays as it is.
    draft : Draft
        What to write.

    Raises
    ------
    SurveyError
        If what stands in it cannot be read.
    """
    if not path.exists():
        path.write_bytes(draft_as_toml(draft).encode())
        return
    inspection = Inspection()
    written = read_settings(path, inspection)
    inspection.verdict()
    known = {key(question)[:2] for question in written.question}
    new = [question for question in draft.settings.question if key(question)[:2] not in known]
    added = "".join(f"\n{_block(draft, question)}" for question in new)
    path.write_bytes(path.read_bytes().rstrip(b"\n") + b"\n" + added.encode())


def _block(draft: Draft, question: Question) -> str:
    note = draft.notes.get(key(question), Note())
    lines = [note.reason, f"Rows or options: {note.items}" if note.items else ""]
    if isinstance(question.scale, str) and question.scale:
        steps, unsure = _steps(draft.tables["scales"], question.scale)
        lines.append("The order of its answers, or which are a tie, is not sure." if unsure else "")
        question = question.model_copy(update={"scale": steps})
    said = [f"# {line}" for text in lines for line in text.splitlines()]
    return "\n".join([*said, settings_text(Settings(question=(question,))).lstrip("\n")])


def _steps(scales: pd.DataFrame, name: str) -> tuple[tuple[StepSettings, ...], bool]:
    """The steps of a scale, and whether any of them is a guess still."""
    rows = scales[scales["scale"] == name]
    told = {"yes": True, "no": False}
    steps = tuple(
        StepSettings(
            value=as_number(value.removesuffix(UNSURE)) or 0.0,
            name=text.removesuffix(UNSURE) if as_number(text.removesuffix(UNSURE)) is not None else text,
            tie=told.get(tie.removesuffix(UNSURE)),
        )
        for value, text, tie in zip(rows["value"], rows["name"], rows["tie"], strict=True)
    )
    return steps, bool(rows[["value", "tie"]].apply(lambda cells: cells.str.endswith(UNSURE)).to_numpy().any())
