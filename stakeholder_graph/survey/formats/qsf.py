"""The questionnaire behind a Qualtrics export: the `.qsf` file, which knows types, options and their codes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats.responses import AnswerKind
from stakeholder_graph.survey.formats.source import note_unreadable, plain

QuestionForm = Literal["text", "one", "several", "grid", "ticked grid", "numbers"]


@dataclass(frozen=True, slots=True)
class QsfQuestion:
    """One question as its author made it.

    Parameters
    ----------
    tag : str
        What columns of an export are called after.
    wording : str
        Plain text.
    form : str
        How it is answered.
    labels : mapping of str to str
        Answers by code, in order.
    """

    tag: str
    wording: str
    form: QuestionForm
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> AnswerKind:
        """Of its columns."""
        if self.form == "text":
            return "text"
        return "many" if self.form in ("several", "ticked grid") else "single"


def read_qsf(path: Path, inspection: Inspection) -> dict[str, QsfQuestion]:
    """Read the questions of a `.qsf` file that are not in its trash.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes advice where the file is damaged.

    Returns
    -------
    dict of str to QsfQuestion
        By question id such as ``"QID5"``; none where it is no such file.
    """
    try:
        survey = json.loads(path.read_bytes().decode("utf-8-sig"), parse_int=str)
    except (OSError, ValueError, RecursionError):
        survey = None
    elements = survey.get("SurveyElements") if isinstance(survey, dict) else None
    if not isinstance(elements, list):
        note_unreadable(path.name, inspection)
    thrown = set[str]()
    for element in _dicts(elements):
        if element.get("Element") == "BL":
            for block in _dicts(_values(element.get("Payload"))):
                if block.get("Type") == "Trash":
                    thrown |= {str(entry.get("QuestionID")) for entry in _dicts(block.get("BlockElements"))}
    questions = {}
    for element in _dicts(elements):
        payload = element.get("Payload")
        if element.get("Element") == "SQ" and isinstance(payload, dict):
            name = str(payload.get("QuestionID") or element.get("PrimaryAttribute"))
            if name not in thrown and payload.get("QuestionType") not in ("DB", "Timing", "Meta", "Captcha"):
                questions[name] = _question(payload)
    return questions


def _question(payload: Mapping[str, object]) -> QsfQuestion:
    kind, selector = str(payload.get("QuestionType")), str(payload.get("Selector"))
    form: QuestionForm
    if kind == "TE" or selector in ("FORM", "TE"):
        form = "text"
    elif kind == "MC":
        form = "several" if selector in ("MAVR", "MAHR", "MACOL", "MSB") else "one"
    elif kind == "Matrix":
        form = "ticked grid" if payload.get("SubSelector") == "MultipleAnswer" else "grid"
    else:
        form = "numbers"
    options = payload.get("Answers" if kind == "Matrix" else "Choices")
    order = payload.get("AnswerOrder" if kind == "Matrix" else "ChoiceOrder")
    recoded = payload.get("RecodeValues")
    codes = recoded if isinstance(recoded, dict) else {}
    labels = {}
    if form not in ("text", "numbers"):
        shown = _numbered(options)
        keys = [str(key) for key in order if str(key) in shown] if isinstance(order, list) else []
        for key in [*keys, *(key for key in shown if key not in keys)]:
            labels[str(codes.get(key, key))] = plain(str(shown[key].get("Display", "")))
    wording = plain(str(payload.get("QuestionText", "")))
    return QsfQuestion(str(payload.get("DataExportTag", "")), wording, form, labels)


def _numbered(options: object) -> dict[str, Mapping[str, object]]:
    """Options by number; a list counts from 1, or from 0 if its first place is no option."""
    if isinstance(options, dict):
        return {str(key): entry for key, entry in options.items() if isinstance(entry, dict)}
    listed = options if isinstance(options, list) else []
    first = 0 if listed and not isinstance(listed[0], dict) else 1
    return {str(number): entry for number, entry in enumerate(listed, first) if isinstance(entry, dict)}


def _values(payload: object) -> object:
    return list(payload.values()) if isinstance(payload, dict) else payload


def _dicts(elements: object) -> list[dict[str, object]]:
    return [entry for entry in elements if isinstance(entry, dict)] if isinstance(elements, list) else []
