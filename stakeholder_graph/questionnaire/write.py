"""Writes the questionnaire, and beside it what reads its answers back."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.model.errors import Problem, SurveyError
from stakeholder_graph.questionnaire.invitation import invitation
from stakeholder_graph.questionnaire.paper import paper
from stakeholder_graph.questionnaire.plan import Plan
from stakeholder_graph.questionnaire.qualtrics import qualtrics
from stakeholder_graph.questionnaire.questions import questionnaire
from stakeholder_graph.questionnaire.readback import readback
from stakeholder_graph.questionnaire.wording import Language
from stakeholder_graph.questionnaire.xlsform import xlsform

Form = Literal["xlsform", "qualtrics", "print", "invitation"]

_FILES: Mapping[Form, str] = MappingProxyType(
    {
        "xlsform": "questionnaire.xlsx",
        "qualtrics": "questionnaire.txt",
        "print": "questionnaire.html",
        "invitation": "invitation.html",
    }
)


def default_output(form: Form) -> Path:
    """Where a questionnaire is written unless told.

    Examples
    --------
    >>> default_output("xlsform").as_posix()
    'outputs/survey/questionnaire.xlsx'
    """
    return Path("outputs", "survey", _FILES[form])


def write_questionnaire(
    plan: Plan,
    form: Form,
    output: Path,
    *,
    language: Language = "en",
    contact: str = "",
    until: str = "",
    wave: str = "",
) -> list[Path]:
    """Write the survey itself.

    Parameters
    ----------
    plan : Plan
        What is to be asked.
    form : {"xlsform", "qualtrics", "print", "invitation"}
        For which tool.
    output : Path
        The file to write; its folder is made if need be. Of a form for a survey tool the folder also takes what
        reads the answers back, and so must not be that of another survey.
    language : {"en", "es"}
    contact, until : str
        Whom to write to, and until when answers may be taken back; lines to fill in where blank.
    wave : str
        Which round it is.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    SurveyError
        If the folder has another survey's files; nothing is written then.
    """
    survey = questionnaire(plan, contact, until)
    files: dict[str, bytes] = {}
    if form == "print":
        files[output.name] = paper(survey, language).encode()
    elif form == "invitation":
        files[output.name] = invitation(survey, language).encode()
    else:
        made = xlsform(survey, language) if form == "xlsform" else qualtrics(survey, language).encode()
        files = {output.name: made, **readback(survey, language, wave)}
    _check(output, files)
    output.parent.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (output.parent / name).write_bytes(data)
    return [output.parent / name for name in files]


def _check(output: Path, files: Mapping[str, bytes]) -> None:
    """Nothing of a survey that is there is written over."""
    others = [
        name
        for name, data in files.items()
        if name != output.name and (output.parent / name).exists() and (output.parent / name).read_bytes() != data
    ]
    if others:
        raise SurveyError(
            Problem(
                f"The folder {output.parent} has another one already; it is left as it is.",
                "Choose a folder of its own for the questionnaire with -o, and put its answers there.",
                name,
            )
            for name in others
        )
