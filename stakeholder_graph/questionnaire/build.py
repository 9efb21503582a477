"""Builds the questionnaire from the plan: who answers, their ties, their work, their views, and who is missing."""

from stakeholder_graph.model.survey import WhoAnswered
from stakeholder_graph.questionnaire.item_questions import item_lists, rating_grids, repeated_question
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import GridRow, Questionnaire, ResponseOption, SurveyQuestion
from stakeholder_graph.questionnaire.tie_questions import answerable_scale, tie_grids
from stakeholder_graph.questionnaire.unique_codes import UniqueCodes
from stakeholder_graph.questionnaire.wording.dates import date_in_words
from stakeholder_graph.questionnaire.wording.languages import LANGUAGE_NAMES, Language
from stakeholder_graph.questionnaire.wording.promises import (
    promise_about_answering,
    promise_for_attributes,
    promise_for_ties,
)
from stakeholder_graph.questionnaire.wording.standard_questions import QUESTIONS, SECTION_TITLES
from stakeholder_graph.survey.words.common_steps import DO_NOT_KNOW
from stakeholder_graph.text import _, speaking

#: Ids of questions that are in every survey, and names that survey tools keep for themselves.
_RESERVED = (
    "organization",
    "role",
    "missing",
    "results",
    "meta",
    "name",
    "start",
    "end",
    "today",
    "deviceid",
    "audit",
    "welcome",
)
#: What the column is called that says whether the results of the last survey came back.
RESULTS_SEEN = "results seen"
_TO_FILL_IN = "____________________"
_CODES_FOR_NOT_KNOWN = (99, 999, 9999, 99999)


def language_versions(
    plan: SurveyPlan, first: Language = "en", contact: str = "", until: str = ""
) -> tuple[Questionnaire, ...]:
    """Build the questionnaire in every language.

    Parameters
    ----------
    plan : SurveyPlan
        What is to be asked.
    first : {"en", "es"}
        The language of the first version.
    contact, until : str
        As in `build_questionnaire`.

    Returns
    -------
    tuple of Questionnaire
        The same questions, rows and options under the same ids and codes.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire.survey_plan import read_plan
    >>> [survey.title for survey in language_versions(read_plan("surveys/wren-county"))]
    ['Wren County Cradle to Career: survey of partners', 'Wren County Cradle to Career: encuesta a las organizaciones']
    """
    languages = sorted(LANGUAGE_NAMES, key=lambda language: language != first)
    return tuple(build_questionnaire(plan, language, contact, until) for language in languages)


def build_questionnaire(
    plan: SurveyPlan, language: Language = "en", contact: str = "", until: str = ""
) -> Questionnaire:
    """Build the questionnaire in one language.

    Parameters
    ----------
    plan : SurveyPlan
        What is to be asked.
    language : {"en", "es"}
        What is the partnership's own and has no usual translation stays as it was written.
    contact : str
        Whom to write to; a line to fill in where blank.
    until : str
        Until when answers may be taken back; a line to fill in where blank.

    Returns
    -------
    Questionnaire
        Who answers, and what describes it; a grid over the roster for each layer; lists of outcomes, teams and
        other items; ratings on their scales; whether the results of the last survey came back; and who is missing.
        What a list that the backbone keeps says already is not asked.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire.survey_plan import read_plan
    >>> survey = build_questionnaire(read_plan("surveys/wren-county"), "es")
    >>> survey.questions[0].id, survey.questions[0].text
    ('organization', '¿Por qué organización responde usted?')
    """
    with speaking(language):
        backbone = plan.settings.backbone or _("the backbone")
        contact, until = contact or _TO_FILL_IN, date_in_words(until) if until else _TO_FILL_IN
        scales = {info.name: answerable_scale(info) for info in plan.layers}
        not_known = _not_known(plan, [step.value for steps in scales.values() for step in steps])
        codes, ids = UniqueCodes(), UniqueCodes(_RESERVED)
        roster = tuple(GridRow(codes.code(name), name) for name in plan.roster)
        repeated = [repeated_question(question, plan, backbone, not_known, ids) for question in plan.repeated]
        questions = (
            _identity(roster, plan.settings.promises.who_answered, backbone),
            _person(backbone),
            *(question for question in repeated if question.section == "who"),
            *tie_grids(plan, scales, roster, backbone, not_known, ids),
            *item_lists(plan, backbone, not_known, ids),
            *(question for question in repeated if question.section == "on what"),
            *rating_grids(plan, backbone, not_known, ids),
            *(question for question in repeated if question.section == "views"),
            *_results(plan),
            _missing(backbone),
        )
        return Questionnaire(
            plan=plan,
            language=language,
            questions=questions,
            not_known=not_known,
            scales=scales,
            title=_("{partnership}: survey of partners", partnership=plan.name),
            welcome=_(
                "We need to know which organization you answer for. You may skip any other question. We count what "
                "you skip as not known, never as no connection."
            ),
            closing=_(
                "Thank you. If your organization would rather not be named in what others see, or wants to take its "
                "answers back by {until}, write to {contact}.",
                until=until,
                contact=contact,
            ),
            backbone=backbone,
            contact=contact,
            until=until,
            section_titles={section: _(title) for section, title in SECTION_TITLES.items()},
        )


def _not_known(plan: SurveyPlan, used: list[float]) -> ResponseOption:
    """The answer "do not know", under a code that no step of a scale has."""
    values = {*used, *(step.value for steps in plan.scales.values() for step in steps)}
    code = next(number for number in _CODES_FOR_NOT_KNOWN if number not in values)
    return ResponseOption(str(code), _(DO_NOT_KNOW))


def _identity(roster: tuple[GridRow, ...], who_answered: WhoAnswered, backbone: str) -> SurveyQuestion:
    return SurveyQuestion(
        "organization", "identity", "single choice", "who", _(QUESTIONS["organization"]), "",
        promise_about_answering(who_answered, backbone),
        options=tuple(ResponseOption(organization.code, organization.text) for organization in roster),
    )  # fmt: skip


def _person(backbone: str) -> SurveyQuestion:
    return SurveyQuestion(
        "role", "person", "open", "who", _(QUESTIONS["role"]), "", promise_for_ties("backbone", backbone)
    )


def _results(plan: SurveyPlan) -> tuple[SurveyQuestion, ...]:
    """Ask whether the results came back, where there was an earlier survey and no question of it is repeated."""
    if not plan.settings.question and len(plan.settings.wave) < 2:
        return ()
    if any(repeated.question.item == RESULTS_SEEN for repeated in plan.repeated):
        return ()
    answers = (ResponseOption("yes", _("yes")), ResponseOption("no", _("no")))
    return (
        SurveyQuestion(
            "results", "attribute", "single choice", "end", _(QUESTIONS["results"]), "", promise_for_attributes(),
            options=answers, about=RESULTS_SEEN,
        ),
    )  # fmt: skip


def _missing(backbone: str) -> SurveyQuestion:
    return SurveyQuestion(
        "missing", "missing", "open", "end", _(QUESTIONS["missing"]), _("One on each line."),
        promise_for_ties("backbone", backbone),
    )  # fmt: skip
