"""Shortens a survey: as large a personal roster as the minutes allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.questionnaire.build import build_questionnaire, language_versions
from stakeholder_graph.questionnaire.short.answering_time import ROW, RowTime, answering_time, seconds
from stakeholder_graph.questionnaire.short.leave_out import without_questions
from stakeholder_graph.questionnaire.short.personal_rosters import PersonalRosters, draw_rosters
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import Questionnaire, SurveyQuestion
from stakeholder_graph.questionnaire.wording.languages import Language
from stakeholder_graph.text import _, listing, speaking

#: So many questions are named that would make room.
_MOST_NAMED = 6


@dataclass(frozen=True, eq=False)
class ShortSurvey:
    """A survey in which each organization is asked about its personal roster.

    Parameters
    ----------
    plan : SurveyPlan
        What is asked.
    versions : tuple of Questionnaire
        In every language, each with the rosters.
    rosters : PersonalRosters
        About whom each is asked.
    full, short : RowTime
        How long the whole survey takes, and the one without what is left out.
    row_seconds : float
        What was assumed of a row.
    seed : int
        Of the lot.
    """

    plan: SurveyPlan
    versions: tuple[Questionnaire, ...]
    rosters: PersonalRosters
    full: RowTime
    short: RowTime
    row_seconds: float
    seed: int

    @property
    def minutes(self) -> tuple[float, float]:
        """Minutes that the whole survey takes, and the short one."""
        return self.full.minutes(len(self.plan.roster) - 1), self.short.minutes(self.rosters.size)

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """The code of each organization."""
        identity = next(question for question in self.versions[0].questions if question.kind == "identity")
        return {option.text: option.code for option in identity.options}

    def personal(self, organization: str) -> Questionnaire:
        """Give the questionnaire of one organization, in the first language.

        Parameters
        ----------
        organization : str
            On the roster.
        """
        survey, code = self.versions[0], self.codes[organization]
        questions = tuple(
            _about_its_own(question, code, survey) if question.is_about_partners else question
            for question in survey.questions
        )
        return replace(survey, questions=questions, addressee=organization)


def _about_its_own(grid: SurveyQuestion, code: str, survey: Questionnaire) -> SurveyQuestion:
    """The grid with the rows of one organization, which is not among them and so has nothing of itself to skip."""
    rows = tuple(row for row in grid.rows if code in survey.asked_by[row.code])
    return replace(grid, rows=rows, hint=grid.hint if grid.asked_of else "")


def shorten(
    plan: SurveyPlan,
    minutes: float,
    *,
    leave_out: Sequence[str] = (),
    language: Language = "en",
    contact: str = "",
    until: str = "",
    row_seconds: float = ROW,
    seed: int = 0,
) -> ShortSurvey:
    """Shorten a survey to so many minutes.

    Parameters
    ----------
    plan : SurveyPlan
        What was to be asked; its roster is that of the round.
    minutes : float
        How long it may take.
    leave_out : sequence of str
        Questions that are left out, as of `without_questions`; none is left out unasked.
    language, contact, until : str
        As of `language_versions`.
    row_seconds : float
        Seconds that a row of a grid takes.
    seed : int
        Of the lot.

    Returns
    -------
    ShortSurvey

    Raises
    ------
    SurveyError
        Where there is no time for a single row, which says what could be left out; or where the whole survey takes no
        longer anyway.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import read_plan
    >>> short = shorten(read_plan("surveys/wren-county"), 10)
    >>> short.rosters.size, [round(minutes, 1) for minutes in short.minutes]
    (29, [15.6, 9.8])
    """
    whole = build_questionnaire(plan, language)
    shorter, out = without_questions(plan, whole, leave_out)
    versions = tuple(
        replace(version, questions=tuple(question for question in version.questions if question.id not in out))
        for version in language_versions(shorter, language, contact, until)
    )
    full, short = answering_time(whole, row_seconds), answering_time(versions[0], row_seconds)
    others = len(plan.roster) - 1
    size = short.fitting(minutes)
    if size < 1:
        raise SurveyError([_too_short(minutes, short, versions[0], row_seconds)])
    if size >= others and not out:
        raise SurveyError([_long_enough(minutes, full.minutes(others))])
    rosters = draw_rosters({name: plan.sectors.get(name, "") for name in plan.roster}, min(size, others), seed)
    return ShortSurvey(
        shorter, tuple(_with_rosters(version, rosters) for version in versions), rosters, full, short, row_seconds, seed
    )


def _with_rosters(survey: Questionnaire, rosters: PersonalRosters) -> Questionnaire:
    identity = next(question for question in survey.questions if question.kind == "identity")
    codes = {option.text: option.code for option in identity.options}
    asked_by = {codes[name]: tuple(map(codes.__getitem__, rosters.askers(name))) for name in survey.plan.roster}
    with speaking(survey.language):
        part = _(
            "To take less of your time, we ask you about {count} of the {others} other organizations, drawn by lot "
            "from the list and not from anybody's answers. Others are asked about the rest.",
            count=rosters.size,
            others=len(survey.plan.roster) - 1,
        )
    return replace(survey, asked_by=asked_by, welcome=f"{survey.welcome} {part}")


def _too_short(minutes: float, time: RowTime, survey: Questionnaire, row_seconds: float) -> Problem:
    costs = sorted(
        ((seconds([question], row_seconds), question) for question in survey.questions if question.kind != "identity"),
        key=lambda cost: -cost[0],
    )
    named = [
        _("{question}: {minutes} minutes", question=question.id, minutes=f"{cost / 60:.1f}")
        for cost, question in costs
        if not question.is_about_partners
    ]
    return Problem(
        _(
            "In {minutes} minutes nobody can be asked about a single organization: the other questions alone take "
            "{other}.",
            minutes=f"{minutes:g}",
            other=f"{time.minutes(0):.1f}",
        ),
        _(
            "Allow more minutes, or choose what to leave out with --leave-out: {questions}.",
            questions=listing(named[:_MOST_NAMED]),
        )
        if named
        else _("Allow more minutes."),
    )


def _long_enough(minutes: float, full: float) -> Problem:
    return Problem(
        _(
            "The whole questionnaire takes about {full} minutes, so that nothing is to be shortened to {minutes}.",
            full=f"{full:.1f}",
            minutes=f"{minutes:g}",
        ),
        _("Allow fewer minutes, or send the whole questionnaire."),
    )
