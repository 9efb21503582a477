"""The survey itself, written from the settings, in the form that each survey tool takes.

`read_plan` reads what a partnership means to ask, `language_versions` builds the questionnaire in each language,
`write_questionnaire` writes it, and `author_notes` says what its author has to know of it.
"""

from stakeholder_graph.questionnaire.author_notes import author_notes
from stakeholder_graph.questionnaire.build import build_questionnaire, language_versions
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan, read_plan
from stakeholder_graph.questionnaire.survey_question import Questionnaire, SurveyQuestion
from stakeholder_graph.questionnaire.write import QuestionnaireFormat, default_output, write_questionnaire

__all__ = [
    "Questionnaire",
    "QuestionnaireFormat",
    "SurveyPlan",
    "SurveyQuestion",
    "author_notes",
    "build_questionnaire",
    "default_output",
    "language_versions",
    "read_plan",
    "write_questionnaire",
]
