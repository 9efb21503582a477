"""A question of the survey and the questionnaire it stands in, in one language: every output writes these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from stakeholder_graph.model.survey import Step
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.wording.languages import Language

ResponseFormat = Literal["single choice", "multiple choice", "grid", "open"]
QuestionnaireSection = Literal["who", "with whom", "on what", "views", "end"]


@dataclass(frozen=True, slots=True)
class ResponseOption:
    """An answer to choose.

    Parameters
    ----------
    code : str
        What survey tools call it: letters, digits and ``_``.
    text : str
        As respondents read it.
    tie : bool
        Whether it says that there is a tie.
    """

    code: str
    text: str
    tie: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a grid: an organization, or an item that is rated.

    Parameters
    ----------
    code : str
        What survey tools call it: letters, digits and ``_``.
    text : str
        As respondents read it.
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question as respondents read it.

    Parameters
    ----------
    id : str
        The same in every tool and language, so that an export reads back.
    kind : str
        What it asks about: ``identity``, ``person``, ``attribute``, ``tie``, a kind of item, ``rating`` or
        ``missing``.
    response : {"single choice", "multiple choice", "grid", "open"}
        How it is answered. A grid takes a single choice in each row; an open question takes the respondent's own
        words.
    section : {"who", "with whom", "on what", "views", "end"}
        Where it stands.
    text, hint, promise : str
        What is asked, how to answer, and who will see it. A hint may be blank.
    rows : tuple of GridRow
        Of a grid.
    options : tuple of ResponseOption
        What can be chosen.
    about : str
        The layer of ties, the kind of items that are rated, or the name of the attribute.
    asked_of : str
        Id of the grid whose partners the rows are, where only they are asked about; else blank.
    """

    id: str
    kind: str
    response: ResponseFormat
    section: QuestionnaireSection
    text: str
    hint: str
    promise: str
    rows: tuple[GridRow, ...] = ()
    options: tuple[ResponseOption, ...] = ()
    about: str = ""
    asked_of: str = ""

    @property
    def is_about_partners(self) -> bool:
        """Whether its rows are organizations; a respondent's own is to be left out."""
        return self.kind == "tie"


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """The whole survey in one language.

    Parameters
    ----------
    plan : SurveyPlan
        What it was made from.
    language : {"en", "es"}
    questions : tuple of SurveyQuestion
        In order.
    not_known : ResponseOption
        The answer that says that the respondent does not know; never the same as no tie.
    scales : mapping of str to tuple of Step
        How each layer is answered, by its name.
    title, welcome, closing, backbone, contact, until : str
        What stands around the questions.
    section_titles : mapping of str to str
        By section.
    asked_by : mapping of str to tuple of str
        Where each organization has a roster of its own: by the code of an organization those of the organizations that
        are asked about it. Empty where all are asked about all others.
    addressee : str
        The organization whose own questionnaire it is; blank where it is for all.
    """

    plan: SurveyPlan
    language: Language
    questions: tuple[SurveyQuestion, ...]
    not_known: ResponseOption
    scales: Mapping[str, tuple[Step, ...]]
    title: str
    welcome: str
    closing: str
    backbone: str
    contact: str
    until: str
    section_titles: Mapping[QuestionnaireSection, str]
    asked_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    addressee: str = ""

    def sections(self) -> dict[QuestionnaireSection, list[SurveyQuestion]]:
        """The questions by section, in order."""
        sections: dict[QuestionnaireSection, list[SurveyQuestion]] = {}
        for question in self.questions:
            sections.setdefault(question.section, []).append(question)
        return sections
