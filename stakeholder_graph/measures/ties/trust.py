"""Trust: how far partners trust an organization, over the items that ask about it."""

from collections.abc import Sequence

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures.ties._ratings_received import judgment, received
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

SCORE = Column("trust", N_("Trust, mean of the answers"), "number")


@judgment(
    asks="trust",
    title=N_("How far partners trust each other"),
    question=N_("How far do organizations trust the partners they work with?"),
    how_to_read=N_(
        "An organization's score is what others answered of it, never what it says of itself. Trust grows with time "
        "and with kept promises: a low score is where to begin to listen, not a grade. Scores are for the backbone's "
        "eyes."
    ),
    references=(
        "Varda, D. M., Chandra, A., Stern, S. A., & Lurie, N. (2008). Core dimensions of connectivity in public health "
        "collaboratives. Journal of Public Health Management and Practice, 14(5), E1-E7.",
        "Provan, K. G., & Kenis, P. (2008). Modes of network governance. Journal of Public Administration Research and "
        "Theory, 18(2), 229-252.",
    ),
    messages={
        "named": N_("On average partners trust each other {mean:.1f} of {high}: “{step}”."),
        "of": N_("On average partners trust each other {mean:.1f} of {high}."),
        "bare_mean": N_("On average partners gave each other {mean:.1f} for trust."),
    },
    questions=(N_("What has helped partners to trust each other, and where could we do more of it?"),),
)
def trust(layers: Sequence[Layer], graph: PartnerGraph) -> Measured:
    """Average how far others trust each organization.

    Parameters
    ----------
    layers : sequence of Layer
        Directed; those that ask about trust, one an item: the survey settings say so of them, or their names begin
        with "trust".
    graph : PartnerGraph
        The graph they are of, whose scales name the levels.

    Returns
    -------
    Measured
        As `received` gives it, with the score `trust`.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> ties = {"layer": "trust", "from": ["A", "B", "C"], "to": "D", "value": [3.0, 4.0, 5.0]}
    >>> frames = {"organizations": pd.DataFrame({"organization": list("ABCD")}), "ties": pd.DataFrame(ties)}
    >>> graph = PartnerGraph(Wave("1"), {"trust": LayerInfo("trust")}, frames)
    >>> measured = trust([graph.layer("trust")], graph)
    >>> measured.value, measured.table.rows[3]["trust"]
    (4.0, 4.0)
    """
    return received(layers, graph, SCORE)
