"""What a blank cell of a matrix means, where other cells say 0: a decision, and how to make it."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.text import _, _n


def ask_what_blanks_mean(count: int, file: str, inspection: Inspection) -> None:
    """Note the open decision on blank cells in rows that have answers.

    Parameters
    ----------
    count : int
        How many there are.
    file : str
        How problems name the table.
    inspection : Inspection
        Takes the decision, and knows the spelling of the settings.
    """
    inspection.decide(
        _n(
            "{count} cell of the matrix is blank, while others are 0; until you decide, it counts as no tie.",
            "{count} cells of the matrix are blank, while others are 0; until you decide, they count as no tie.",
            count,
        ),
        _("Choose in the column “a blank means” of its row on the sheet “Files”: no tie, or not known.")
        if inspection.in_workbook
        else _(
            'Write 0 where there is no tie; or write blank = "no tie", or blank = "unobserved" where it is not '
            "known, into its [[table]] in "
            "{settings}.",
            settings=SETTINGS_FILE,
        ),
        file,
    )
