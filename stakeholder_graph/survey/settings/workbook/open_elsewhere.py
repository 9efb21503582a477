"""Whether a spreadsheet has the workbook open, so that what was changed there may not be saved."""

from pathlib import Path

from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.text import _


def is_open_elsewhere(path: Path) -> bool:
    """Whether the mark of a spreadsheet that has a file open lies beside it.

    Parameters
    ----------
    path : Path
        The file.

    Examples
    --------
    >>> is_open_elsewhere(Path("no-such-folder/partnership.xlsx"))
    False
    """
    return path.with_name(f"~${path.name}").exists() or path.with_name(f".~lock.{path.name}#").exists()


def check_closed(path: Path) -> None:
    """Refuse to touch a workbook that a spreadsheet has open.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    SurveyError
        If the mark of a spreadsheet lies beside it.
    """
    if is_open_elsewhere(path):
        what = _("The workbook is open in a spreadsheet, here or on another computer.")
        raise SurveyError([Problem(what, _("Save and close it there, then try again."), path.name)])
