"""Questions about ties: a grid over the roster for each layer."""

from collections.abc import Iterable, Mapping

from stakeholder_graph.model.survey import LayerInfo, Step
from stakeholder_graph.questionnaire.survey_plan import SurveyPlan
from stakeholder_graph.questionnaire.survey_question import GridRow, ResponseOption, SurveyQuestion
from stakeholder_graph.questionnaire.unique_codes import UniqueCodes
from stakeholder_graph.questionnaire.wording.promises import promise_for_ties
from stakeholder_graph.questionnaire.wording.standard_questions import layer_wording
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import step
from stakeholder_graph.survey.words.common_steps import NO_TIE, YES
from stakeholder_graph.survey.words.own_words import LAYER, STEP, OwnWords
from stakeholder_graph.text import _


def tie_grids(
    plan: SurveyPlan,
    scales: Mapping[str, tuple[Step, ...]],
    roster: tuple[GridRow, ...],
    backbone: str,
    not_known: ResponseOption,
    ids: UniqueCodes,
) -> Iterable[SurveyQuestion]:
    """Ask about ties, layer by layer.

    Parameters
    ----------
    plan : SurveyPlan
        Its settings' own wording comes first.
    scales : mapping of str to tuple of Step
        How each layer is answered, by its name.
    roster : tuple of GridRow
        The organizations.
    backbone : str
        What the backbone organization is called.
    not_known : ResponseOption
        The last answer of each grid.
    ids : UniqueCodes
        Gives each question its id.

    Returns
    -------
    iterable of SurveyQuestion
        A grid that is about partners only stands after the one that tells who these are.
    """
    own_wording = {normal(asked.layer): asked.wording for asked in plan.settings.question if asked.kind == "tie"}
    grids: dict[str, SurveyQuestion] = {}
    for info in sorted(plan.layers, key=lambda info: info.asked_of != ""):
        partners = grids.get(info.asked_of)
        hint = _("Skip your own organization.")
        if partners:
            hint = _(
                "Only for organizations with which you reported a connection in “{question}”", question=partners.text
            )
        grids[info.name] = SurveyQuestion(
            ids.code(info.name), "tie", "grid", "with whom",
            own_wording.get(normal(info.name)) or layer_wording(info.name, plan.words.of(info.name, LAYER)), hint,
            promise_for_ties(info.promise, backbone), roster,
            (*scale_options(scales[info.name], plan.words), not_known), info.name,
            partners.id if partners else "",
        )  # fmt: skip
    return grids.values()


def answerable_scale(info: LayerInfo) -> tuple[Step, ...]:
    """Give the steps of a layer, with a step that is no tie: without it nobody could say so.

    Parameters
    ----------
    info : LayerInfo
        Without steps it is answered by yes or none.

    Examples
    --------
    >>> [step.name for step in answerable_scale(LayerInfo("contact", (step(1, "yearly"), step(2, "weekly"))))]
    ['none', 'yearly', 'weekly']
    """
    steps = info.steps or (step(1, YES),)
    return (step(0, NO_TIE), *steps) if all(own.tie for own in steps) else steps


def scale_options(steps: Iterable[Step], words: OwnWords) -> tuple[ResponseOption, ...]:
    """Give the steps of a scale as answers to choose, in the language that is spoken.

    Parameters
    ----------
    steps : iterable of Step
    words : OwnWords
        What the partnership calls them in that language.

    Examples
    --------
    >>> scale_options([step(1, "yearly")], OwnWords("en"))
    (ResponseOption(code='1', text='yearly', tie=True),)
    """
    return tuple(ResponseOption(f"{own.value:g}", words.of(own.name, STEP), own.tie) for own in steps)
