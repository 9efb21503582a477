"""The wording of the standard questions, of the sections they stand in, and of how to answer them."""

from collections.abc import Mapping
from types import MappingProxyType

from stakeholder_graph.questionnaire.survey_question import QuestionnaireSection
from stakeholder_graph.text import N_, _

#: By the id, the layer or the kind of item that a question is about; the settings' own wording comes first.
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "organization": N_("Which organization do you answer for?"),
        "role": N_("What is your role there?"),
        "collaboration": N_("How does your organization work with each of these?"),
        "contact": N_("How often is your organization in contact with each of these?"),
        "trust": N_("How far do you trust each of these to do what it says it will?"),
        "perceived value": N_("How much does each of these add to what the partnership wants to achieve?"),
        "conflict": N_("How often do you get in each other's way?"),
        "data sharing": N_("Does your organization share data with each of these?"),
        "referral": N_("Does your organization refer people to each of these?"),
        "funding": N_("Does your organization fund each of these?"),
        "other layer": N_("{layer}: what best describes how your organization and each of these are connected?"),
        "outcome": N_("Which outcomes does your organization work on?"),
        "indicator": N_("Which of these figures does your organization use in its work?"),
        "activity": N_("Which of these does your organization do?"),
        "team": N_("Which teams is your organization part of?"),
        "meeting": N_("Which of these does your organization attend?"),
        "asset": N_("What could your organization offer partners?"),
        "need": N_("What does your organization need from partners?"),
        "agenda": N_("How far do you agree with each of these?"),
        "factor": N_("How do you see each of these in the partnership?"),
        "statement": N_("How far is each of these true?"),
        "results": N_("Did your organization see the results of the last survey?"),
        "missing": N_("Who should be here and is not? Up to three."),
    }
)

SECTION_TITLES: Mapping[QuestionnaireSection, str] = MappingProxyType(
    {
        "who": N_("Who answers"),
        "with whom": N_("With whom you work"),
        "on what": N_("What you work on"),
        "views": N_("How you see it"),
        "end": N_("At the end"),
    }
)


def layer_wording(layer: str, called: str = "") -> str:
    """Ask about ties of one layer.

    Parameters
    ----------
    layer : str
        Its name in normal form (lower case); the question about a layer that is none of the usual ones names it.
    called : str
        What it is called in the language that is spoken, where that is another name.

    Examples
    --------
    >>> layer_wording("contact")
    'How often is your organization in contact with each of these?'
    """
    shown = called or layer
    return _(QUESTIONS.get(layer, QUESTIONS["other layer"]), layer=shown[:1].upper() + shown[1:])
