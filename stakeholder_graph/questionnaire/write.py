"""Writes the questionnaire, and beside a form the files that read its answers back."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.questionnaire.build import language_versions
from stakeholder_graph.questionnaire.formats.companion_files import companion_files
from stakeholder_graph.questionnaire.formats.invitation import invitation
from stakeholder_graph.questionnaire.formats.paper import paper
from stakeholder_graph.questionnaire.formats.qualtrics import qualtrics
from stakeholder_graph.questionnaire.formats.xlsform import xlsform
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import Questionnaire
from stakeholder_graph.questionnaire.wording.languages import Language
from stakeholder_graph.storage.file_forms import ending_of, form_of_file
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.text import _

QuestionnaireFormat = Literal["xlsform", "qualtrics", "print", "invitation"]

_FILES: Mapping[QuestionnaireFormat, str] = MappingProxyType(
    {
        "xlsform": "questionnaire.xlsx",
        "qualtrics": "questionnaire.txt",
        "print": "questionnaire.html",
        "invitation": "invitation.html",
    }
)
#: How names of files of each form end.
ENDINGS: Mapping[str, str] = MappingProxyType({form: ending_of(Path(name)) for form, name in _FILES.items()})


def default_output(output_format: QuestionnaireFormat) -> Path:
    """Give the file that a questionnaire is written to by default.

    Parameters
    ----------
    output_format : {"xlsform", "qualtrics", "print", "invitation"}

    Examples
    --------
    >>> default_output("xlsform").as_posix()
    'outputs/survey/questionnaire.xlsx'
    """
    return Path("outputs", "survey", _FILES[output_format])


def write_questionnaire(
    plan: SurveyPlan,
    output_format: QuestionnaireFormat,
    output: Path,
    *,
    language: Language | Literal["both"] = "en",
    contact: str = "",
    until: str = "",
    wave: str = "",
) -> list[Path]:
    """Write the survey itself.

    Parameters
    ----------
    plan : SurveyPlan
        What is to be asked.
    output_format : {"xlsform", "qualtrics", "print", "invitation"}
        A form for KoboToolbox or ODK, a form for Qualtrics, a page to print, or the page that invites to the survey.
    output : Path
        The file to write; its folder is made if need be. Beside a form for a survey tool the folder also takes the
        files that read the answers back, and so must not be that of another survey.
    language : {"en", "es", "both"}
        An XLSForm opens in it and holds the others too. An invitation can be in both, on one sheet.
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
    FileFormError
        If the name is that of a file of another form; nothing is written then.
    SurveyError
        If the folder has another survey's files; nothing is written then.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import read_plan
    >>> target = getfixture("tmp_path") / "invitation.html"
    >>> written = write_questionnaire(read_plan("surveys/wren-county"), "invitation", target, contact="Ada")
    >>> written == [target]
    True
    """
    form_of_file(output, output_format, ENDINGS)
    versions = language_versions(plan, "en" if language == "both" else language, contact, until)
    first = versions[0]
    if output_format == "xlsform":
        return write_form(output, xlsform(versions), first, wave)
    if output_format == "qualtrics":
        return write_form(output, qualtrics(first).encode(), first, wave)
    page = paper(first) if output_format == "print" else invitation(*(versions if language == "both" else versions[:1]))
    write_file_whole(output, page.encode())
    return [output]


def write_form(output: Path, form: bytes, survey: Questionnaire, wave: str = "") -> list[Path]:
    """Write a form, and beside it the files that read its answers back.

    Parameters
    ----------
    output : Path
        The form; its folder must not be that of another survey.
    form : bytes
        What a survey tool takes.
    survey : Questionnaire
        What is asked in it.
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
    files = {output.name: form, **companion_files(survey, wave)}
    _spare_other_surveys(output, files)
    for name, data in files.items():
        write_file_whole(output.parent / name, data)
    return [output.parent / name for name in files]


def _spare_other_surveys(output: Path, files: Mapping[str, bytes]) -> None:
    """Refuse to write over a file of another survey."""
    others = [
        name
        for name, data in files.items()
        if name != output.name and (output.parent / name).exists() and (output.parent / name).read_bytes() != data
    ]
    if others:
        raise SurveyError(
            Problem(
                _("The folder {folder} already has another file of this name.", folder=output.parent),
                _("Choose a folder of its own for the questionnaire with -o, and put its answers there."),
                name,
            )
            for name in others
        )
