"""Whether the sectors of a preset are those of a partnership's organizations."""

from pathlib import Path

from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
from stakeholder_graph.survey.files import open_lists
from stakeholder_graph.survey.plain.sectors_apart import advise_on_sectors_apart


def preset_that_fits_not(settings: Path) -> Problem | None:
    """Find whether the sectors of the preset that settings name and those of the organizations do not match.

    Parameters
    ----------
    settings : Path
        The settings of a partnership, in its folder.

    Returns
    -------
    Problem or None
        None where they match, where no preset is named, or where nothing says the sector of any organization yet.
    """
    inspection = Inspection()
    try:
        _folder, read, tables = open_lists(settings, Inspection())
    except SurveyError:  # whatever is wrong is said once the survey is read
        return None
    if not read.preset:
        return None
    advise_on_sectors_apart(tables, read, inspection)
    return next(iter(inspection.advice), None)
