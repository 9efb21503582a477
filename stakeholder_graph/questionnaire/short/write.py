"""Writes short questionnaires: one form in which everybody sees its own roster, or a sheet for each organization."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.editions.publish import write_folders
from stakeholder_graph.questionnaire.formats.paper import paper
from stakeholder_graph.questionnaire.formats.xlsform import xlsform
from stakeholder_graph.questionnaire.short.shorten import ShortSurvey
from stakeholder_graph.questionnaire.write import write_form
from stakeholder_graph.views.findings_data import rows_as_csv
from stakeholder_graph.views.profile import file_names

ShortFormat = Literal["xlsform", "print"]

#: The sheets to send, and what is for the desk.
TO_SEND, FOR_DESK = "questionnaires-to-send", "questionnaires-backbone-only"
_OUTPUTS: Mapping[ShortFormat, str] = MappingProxyType(
    {"xlsform": "outputs/short-survey/questionnaire.xlsx", "print": "outputs/short-survey"}
)


def default_short_output(output_format: ShortFormat) -> Path:
    """Give where short questionnaires are written to by default.

    Parameters
    ----------
    output_format : {"xlsform", "print"}

    Examples
    --------
    >>> default_short_output("print").as_posix()
    'outputs/short-survey'
    """
    return Path(_OUTPUTS[output_format])


def write_short(
    short: ShortSurvey,
    output_format: ShortFormat,
    output: Path,
    silent: Sequence[str],
    *,
    wave: str = "",
    for_desk: Mapping[str, str] = MappingProxyType({}),
) -> list[Path]:
    """Write short questionnaires.

    Parameters
    ----------
    short : ShortSurvey
        What each is asked.
    output_format : {"xlsform", "print"}
        One form, which holds every roster and shows each respondent its own, with the files that read its answers; or
        a folder of sheets.
    output : Path
        The form, or the folder.
    silent : sequence of str
        Whose sheets are written. The form is the same whoever has answered.
    wave : str
        Which round it is.
    for_desk : mapping of str to str
        Further files for the desk, by name.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    SurveyError
        If the folder has another survey's files; nothing is written then.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import read_plan
    >>> from stakeholder_graph.questionnaire.short.shorten import shorten
    >>> short = shorten(read_plan("surveys/wren-county"), 10)
    >>> folder = getfixture("tmp_path")
    >>> written = write_short(short, "print", folder, ["Wren Valley Head Start"])
    >>> [path.relative_to(folder).as_posix() for path in written]
    ['questionnaires-to-send/wren-valley-head-start.html', 'questionnaires-backbone-only/design.csv']
    """
    desk = {"design.csv": _design(short), **for_desk}
    if output_format == "xlsform":
        written = write_form(output, xlsform(short.versions), short.versions[0], wave)
        return [*written, *write_folders(output.parent, {FOR_DESK: desk}, {})]
    names = file_names(short.plan.roster)
    sheets = {names[name]: paper(short.personal(name)) for name in silent}
    return write_folders(output, {TO_SEND: sheets, FOR_DESK: desk}, {})


def _design(short: ShortSurvey) -> str:
    """Who is asked about whom: everybody's roster, so that it does not tell who has answered."""
    sectors = short.plan.sectors
    rows = (
        (name, sectors.get(name, ""), other, sectors.get(other, ""))
        for name in short.plan.roster
        for other in short.rosters.roster(name)
    )
    return rows_as_csv(("organization", "sector", "asked_about", "sector_asked_about"), rows)
