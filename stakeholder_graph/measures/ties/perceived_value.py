"""Perceived value: how valuable partners find an organization, over the items that ask about it."""

from collections.abc import Sequence

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures.ties._ratings_received import judgment, received
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

SCORE = Column("perceived_value", N_("Value, mean of the answers"), "number")


@judgment(
    asks="value",
    title=N_("How valuable partners find each other"),
    question=N_("How much do organizations think that their partners bring?"),
    how_to_read=N_(
        "An organization's score is what others answered of it, never what it says of itself. Partners bring different "
        "things, such as influence, time or resources, and none needs to bring all of them: look at the items beside "
        "the mean. Scores are for the backbone's eyes."
    ),
    references=(
        "Varda, D. M., Chandra, A., Stern, S. A., & Lurie, N. (2008). Core dimensions of connectivity in public health "
        "collaboratives. Journal of Public Health Management and Practice, 14(5), E1-E7.",
    ),
    messages={
        "named": N_("On average partners rate each other's value {mean:.1f} of {high}: “{step}”."),
        "of": N_("On average partners rate each other's value {mean:.1f} of {high}."),
        "bare_mean": N_("On average partners rate each other's value {mean:.1f}."),
    },
    questions=(N_("What does each of us bring that the others may not see yet?"),),
)
def perceived_value(layers: Sequence[Layer], graph: PartnerGraph) -> Measured:
    """Average how valuable others find each organization.

    Parameters
    ----------
    layers : sequence of Layer
        Directed; those that ask about value, one an item: the survey settings say so of them, or their names begin
        with "perceived value".
    graph : PartnerGraph
        The graph they are of, whose scales name the levels.

    Returns
    -------
    Measured
        As `received` gives it, with the score `perceived_value`.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Step, Wave
    >>> steps = tuple(Step(value, f"{value}") for value in (1, 2, 3, 4))
    >>> layers = {name: LayerInfo(name, steps, asks="value") for name in ("influence", "resources")}
    >>> ties = {"layer": ["influence", "resources"], "from": "A", "to": "B", "value": [4.0, 3.0]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]}), "ties": pd.DataFrame(ties)}
    >>> graph = PartnerGraph(Wave("1"), layers, frames)
    >>> measured = perceived_value([graph.layer(name) for name in layers], graph)
    >>> measured.value, measured.table.rows[1]["raters"], measured.table.rows[1]["perceived_value"]
    (3.5, 1, None)
    """
    return received(layers, graph, SCORE)
