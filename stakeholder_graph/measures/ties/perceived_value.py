"""Perceived value: how valuable partners find an organization, over the items that ask about it."""

from collections.abc import Sequence

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.ties import _received as judged
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

SCORE = Column("perceived_value", N_("Value, mean of the answers"), "number")


@measure(
    over="layers",
    asks="value",
    section="ties",
    title="How valuable partners find each other",
    question="How much do organizations think that their partners bring?",
    how_to_read="An organization's score is what others answered of it, never what it says of itself. Partners bring "
    "different things, such as influence, time or resources, and none needs to bring all of them: look at the items "
    "beside the mean. Scores are for the backbone's eyes.",
    formula=judged.FORMULA,
    undefined=judged.UNDEFINED,
    unit="score",
    bounds=(None, None),
    sources=(
        "Varda, D. M., Chandra, A., Stern, S. A., & Lurie, N. (2008). Core dimensions of connectivity in public health "
        "collaboratives. Journal of Public Health Management and Practice, 14(5), E1-E7.",
    ),
    words={
        "named": "On average partners rate each other's value {mean:.1f} of {high}: “{step}”.",
        "of": "On average partners rate each other's value {mean:.1f} of {high}.",
        "bare_mean": "On average partners rate each other's value {mean:.1f}.",
        **judged.WORDS,
    },
    reading=judged.reading,
    questions=("What does each of us bring that the others may not see yet?",),
    no_range=judged.NO_RANGE,
)
def perceived_value(graph: PartnerGraph, items: Sequence[str]) -> Measured:
    """Average how valuable others find each organization.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, its ties directed.
    items : sequence of str
        Layers that ask about value, one an item: those that the survey settings say so of, or whose names begin with
        "perceived value".

    Returns
    -------
    Measured
        As `received.received` gives it, with the score `perceived_value`.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Step, Wave
    >>> steps = tuple(Step(value, f"{value}") for value in (1, 2, 3, 4))
    >>> layers = {name: LayerInfo(name, steps, asks="value") for name in ("influence", "resources")}
    >>> ties = {"layer": ["influence", "resources"], "from": "A", "to": "B", "value": [4.0, 3.0]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "ties": pd.DataFrame(ties)}
    >>> found = perceived_value(PartnerGraph(Wave("1"), layers, frames), list(layers))
    >>> found.value, found.table.rows[1]["raters"], found.table.rows[1]["perceived_value"]
    (3.5, 1, None)
    """
    return judged.received(graph, items, SCORE)
