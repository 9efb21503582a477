"""Steps of a scale that nobody chose, so that they are not seen in an export: a person is told to add them."""

from itertools import pairwise

from stakeholder_graph.survey.settings.drafting.answer_order import ResponseScale, rank_of
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _, listing

#: Scales of which most surveys offer every step.
_WHOLE = ("how much", "how good")


def missing_steps(scale: ResponseScale) -> str:
    """Say which steps seem to be missing; blank for none.

    Parameters
    ----------
    scale : ResponseScale
        The answers that were given.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.drafting.answer_order import order_answers
    >>> missing_steps(order_answers(["1", "2", "4"]))
    'Nobody chose 3; if the survey offers it, add it to the scale.'
    >>> missing_steps(order_answers(["Agree", "Neutral", "Strongly agree", "Disagree"]))
    'Nobody chose the opposite of “Strongly agree”; if the survey offers it, add it to the scale.'
    >>> missing_steps(order_answers(["never", "weekly"]))
    ''
    """
    if scale.name == "numbers":
        whole = [
            int(number) for answer in scale.answers if (number := as_number(answer)) is not None and number % 1 == 0
        ]
        gaps = [str(step) for low, high in pairwise(sorted(whole)) if high - low <= 10 for step in range(low + 1, high)]
        return _said(listing(gaps, "and")) if gaps else ""
    ranks = {rank: answer for answer in scale.answers if (rank := rank_of(scale.name, answer)) is not None}
    if scale.name == "for or against":
        alone = [answer for rank, answer in ranks.items() if rank and -rank not in ranks]
        opposites = (_("the opposite of “{answer}”", answer=answer) for answer in alone)
        return _said(listing(opposites, "and")) if alone else ""
    if scale.name in _WHOLE:
        wide = [(low, high) for low, high in pairwise(sorted(ranks)) if high - low > 1]
        between = (_("a step between “{low}” and “{high}”", low=ranks[low], high=ranks[high]) for low, high in wide)
        return _said(listing(between, "and")) if wide else ""
    return ""


def _said(steps: str) -> str:
    return _("Nobody chose {steps}; if the survey offers it, add it to the scale.", steps=steps)
