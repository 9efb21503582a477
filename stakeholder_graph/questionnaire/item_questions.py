"""Questions about items: which an organization works on or has, how it rates them; and those of the last survey."""

from collections.abc import Iterable, Iterator

import pandas as pd

from stakeholder_graph.model.survey import RATED, Promise
from stakeholder_graph.questionnaire.earlier_questions import RepeatedQuestion, wording_of
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import (
    GridRow,
    QuestionnaireSection,
    ResponseOption,
    SurveyQuestion,
)
from stakeholder_graph.questionnaire.tie_questions import scale_options
from stakeholder_graph.questionnaire.unique_codes import UniqueCodes
from stakeholder_graph.questionnaire.wording.promises import promise_for_attributes, promise_for_items
from stakeholder_graph.questionnaire.wording.standard_questions import QUESTIONS
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.items import KINDS
from stakeholder_graph.survey.settings.elements import step
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.text import _

_DEFAULT_RATING_SCALE = tuple(step(value, str(value)) for value in range(1, 6))


def item_lists(
    plan: SurveyPlan, backbone: str, not_known: ResponseOption, ids: UniqueCodes
) -> Iterator[SurveyQuestion]:
    """Ask which items an organization works on or has: a list for each kind; items with a scale are a grid on it.

    What a list that the backbone keeps says of everybody is not asked.

    Parameters
    ----------
    plan : SurveyPlan
        Its items; its settings' own wording comes first.
    backbone : str
        What the backbone organization is called.
    not_known : ResponseOption
        The last answer of each grid.
    ids : UniqueCodes
        Gives each question its id.
    """
    for kind in KINDS:
        if kind in plan.known_kinds:
            continue  # a list of the backbone's says it
        by_scale = _items_by_scale(plan, kind)
        promise = promise_for_items(promise_of_kind(plan, kind), backbone)
        for scale, items in by_scale.items():
            wording = _wording(plan, kind, len(by_scale))
            if scale:
                answers = (*scale_options(plan.scales[scale], plan.words), not_known)
                yield SurveyQuestion(
                    ids.code(kind), kind, "grid", "on what", wording, "", promise, items, answers, kind
                )
            else:
                yield SurveyQuestion(
                    ids.code(kind), kind, "multiple choice", "on what", wording, _("Choose all that apply."), promise,
                    options=_as_options(items), about=kind,
                )  # fmt: skip


def rating_grids(
    plan: SurveyPlan, backbone: str, not_known: ResponseOption, ids: UniqueCodes
) -> Iterator[SurveyQuestion]:
    """Ask for ratings: a grid for each kind of item and scale, from 1 to 5 where there is no scale.

    Parameters
    ----------
    plan : SurveyPlan
        Its items; its settings' own wording comes first.
    backbone : str
        What the backbone organization is called.
    not_known : ResponseOption
        The last answer of each grid.
    ids : UniqueCodes
        Gives each question its id.
    """
    promise = promise_for_items(promise_of_kind(plan, "rating"), backbone)
    for kind in RATED:
        by_scale = _items_by_scale(plan, kind)
        for scale, items in by_scale.items():
            steps = plan.scales[scale] if scale else _DEFAULT_RATING_SCALE
            yield SurveyQuestion(
                ids.code(kind), "rating", "grid", "views", _wording(plan, kind, len(by_scale)), "", promise, items,
                (*scale_options(steps, plan.words), not_known), kind,
            )  # fmt: skip


def repeated_question(
    repeated: RepeatedQuestion, plan: SurveyPlan, backbone: str, not_known: ResponseOption, ids: UniqueCodes
) -> SurveyQuestion:
    """Ask a question of the last survey again, in the wording it had.

    Parameters
    ----------
    repeated : RepeatedQuestion
        One of the plan's.
    plan : SurveyPlan
        Its promises.
    backbone : str
        What the backbone organization is called.
    not_known : ResponseOption
        The last answer of a grid.
    ids : UniqueCodes
        Gives the question its id.
    """
    settings, codes = repeated.question, UniqueCodes()
    kind, about = settings.kind, _rated_kind(settings) or settings.kind
    section: QuestionnaireSection = "views" if kind == "rating" else "who" if kind == "attribute" else "on what"
    if kind == "attribute":
        about, promise = settings.item or wording_of(settings), promise_for_attributes()
    else:
        promise = promise_for_items(promise_of_kind(plan, kind), backbone)
    items = tuple(GridRow(codes.code(item), item) for item in repeated.items)
    grid = repeated.response == "grid"
    return SurveyQuestion(
        ids.code(about), kind, repeated.response, section, wording_of(settings),
        _("Choose all that apply.") if repeated.response == "multiple choice" else "", promise, items if grid else (),
        (*scale_options(repeated.steps, plan.words), not_known) if grid else _as_options(items), about,
    )  # fmt: skip


def promise_of_kind(plan: SurveyPlan, kind: str) -> Promise:
    """Give what respondents are promised of a kind of question that is not about ties.

    Parameters
    ----------
    plan : SurveyPlan
        Its settings' questions come first.
    kind : str
        ``rating`` or a kind of item.

    Returns
    -------
    {"named", "aggregate", "backbone"}
        Where no question says so, items are named and ratings are for the backbone only.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire.survey_plan import read_plan
    >>> plan = read_plan("surveys/wren-county")
    >>> promise_of_kind(plan, "team"), promise_of_kind(plan, "rating")
    ('named', 'backbone')
    """
    if kind in plan.promises:
        return plan.promises[kind]
    return plan.settings.promises.ratings or "backbone" if kind == "rating" else "named"


def _items_by_scale(plan: SurveyPlan, kind: str) -> dict[str, tuple[GridRow, ...]]:
    """The items of a kind in the order of the list, by the normal name of their scale."""
    listed = plan.items[plan.items["kind"] == kind]
    if kind == "activity":  # those of one outcome stand together
        listed = listed.iloc[pd.factorize(listed["outcome"])[0].argsort(kind="stable")]
    rows = list(zip(listed["item"], listed["scale"], strict=True))
    if kind == "indicator" and not rows and "indicators" in plan.tables:
        rows = [(name, "") for name in dict.fromkeys(plan.tables["indicators"].texts("indicator")) if name]
    codes = UniqueCodes()
    by_scale: dict[str, list[GridRow]] = {}
    for item, scale in rows:
        by_scale.setdefault(normal(scale), []).append(GridRow(codes.code(item), plan.words.of(item, kind)))
    return {scale: tuple(items) for scale, items in by_scale.items()}


def _as_options(items: Iterable[GridRow]) -> tuple[ResponseOption, ...]:
    return tuple(ResponseOption(item.code, item.text) for item in items)


def _wording(plan: SurveyPlan, kind: str, grids: int) -> str:
    """The settings' own wording where one question asks about a kind in one grid; else the standard wording."""
    own = {asked.wording for asked in plan.settings.question if kind in (asked.kind, _rated_kind(asked))} - {""}
    return own.pop() if len(own) == grids == 1 else _(QUESTIONS[kind])


def _rated_kind(question: QuestionSettings) -> str:
    return question.about if question.kind == "rating" else ""
