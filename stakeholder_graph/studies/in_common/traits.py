"""In common: what organizations may have in common with each other, beside which ties are looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.measures.outcomes.outcome_similarity import jaccard
from stakeholder_graph.studies.context import StudyContext
from stakeholder_graph.studies.in_common.groupings import TEAM, groupings
from stakeholder_graph.text import N_

OUTCOMES, SEATS = N_("shared outcomes"), N_("a team in common")
#: What two have in common who are alike in an attribute.
SAME = "the same {}"
#: What follows the name of a column that says yes and no: two that say no are alike in it, too.
YES_NO = " (yes or no)"
#: Attributes of organizations that are looked at, at most, besides the sector.
ATTRIBUTES = 4
#: An attribute counts if it is known of so many; those of whom it is not known are then left out.
KNOWN = 0.8

#: What stands between two of several: an attribute may have a name with a comma or an "or" in it.
_BETWEEN = re.compile(rf"(?:, | or )(?={SAME.format('')}|{OUTCOMES}|{SEATS})")

#: What two organizations can have in common: its name, how far each two do, shape (n, n), and of whom it is known.
Predictor = tuple[str, NDArray[np.float64], NDArray[np.bool_]]


def either(names: Sequence[str]) -> str:
    """Several things that two may have in common, as one field of a message.

    Parameters
    ----------
    names : sequence of str
        Such as `OUTCOMES` and what `SAME` makes; none gives a blank.

    Examples
    --------
    >>> either(["the same sector", "the same county"])
    'the same sector or the same county'
    """
    *most, last = names or [""]
    return f"{', '.join(most)} or {last}" if most else last


def each_of(said: str) -> list[str]:
    """The things that `either` said in one field.

    Parameters
    ----------
    said : str
        As `either` returns it.

    Examples
    --------
    >>> each_of("shared outcomes, the same sector or the same bed or board")
    ['shared outcomes', 'the same sector', 'the same bed or board']
    >>> each_of("")
    []
    """
    return _BETWEEN.split(said) if said else []


@dataclass(frozen=True, eq=False)
class InCommon:
    """What organizations have in common: names, matrices of those kept, shape (p, k, k), and who is kept."""

    names: list[str]
    matrices: NDArray[np.float64]
    kept: NDArray[np.bool_]


def traits_of(context: StudyContext) -> InCommon:
    """What organizations have in common: outcomes, seats in teams, the sector and other attributes.

    Parameters
    ----------
    context : StudyContext
        One layer.
    """
    graph = context.graph
    everyone = np.ones(len(graph.names), dtype=bool)
    predictors: list[Predictor] = []
    named = carried(graph, context.partnership, "outcome").to_numpy(dtype=bool)
    says = graph.answered & named.any(axis=1)
    if says.sum() >= KNOWN * graph.answered.sum() and says.any():
        predictors.append((OUTCOMES, np.nan_to_num(jaccard(named)), says))
    lists = groupings(graph, context.partnership, KNOWN)
    predictors += [(SEATS, grouping.same.astype(float), grouping.stated) for grouping in lists if grouping.name == TEAM]
    for grouping in [grouping for grouping in lists if grouping.name != TEAM][: ATTRIBUTES + 1]:
        what = grouping.name.replace("_", " ") + (YES_NO if grouping.yes_no else "")
        predictors.append((SAME.format(what), grouping.same.astype(float), grouping.stated))
    kept = np.logical_and.reduce([everyone, *(stated for _, _, stated in predictors)])
    matrices = [matrix[np.ix_(kept, kept)] for _, matrix, _ in predictors]
    return InCommon([name for name, _, _ in predictors], np.array(matrices), kept)
