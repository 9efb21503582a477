"""Short questionnaires: each organization is asked about a part of the others, and everybody is asked about.

This is planned missingness: what is left out is left out by lot, so that it teaches nothing of who would have named
whom, and what the others say fills it in.
"""

from stakeholder_graph.questionnaire.short.answering_time import RowTime, answering_time
from stakeholder_graph.questionnaire.short.asked_files import asked_files, written_names
from stakeholder_graph.questionnaire.short.leave_out import without_questions
from stakeholder_graph.questionnaire.short.notes import short_notes
from stakeholder_graph.questionnaire.short.personal_rosters import PersonalRosters, draw_rosters
from stakeholder_graph.questionnaire.short.shorten import ShortSurvey, shorten
from stakeholder_graph.questionnaire.short.write import ShortFormat, default_short_output, write_short

__all__ = [
    "PersonalRosters",
    "RowTime",
    "ShortFormat",
    "ShortSurvey",
    "answering_time",
    "asked_files",
    "default_short_output",
    "draw_rosters",
    "short_notes",
    "shorten",
    "without_questions",
    "write_short",
    "written_names",
]
