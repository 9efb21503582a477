"""Trust: how far partners trust an organization, over the items that ask about it."""

from collections.abc import Sequence

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.ties import _received as judged
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

SCORE = Column("trust", N_("Trust, mean of the answers"), "number")


@measure(
    over="layers",
    asks="trust",
    section="ties",
    title="How far partners trust each other",
    question="How far do organizations trust the partners they work with?",
    how_to_read="An organization's score is what others answered of it, never what it says of itself. Trust grows with "
    "time and with kept promises: a low score is where to begin to listen, not a grade. Scores are for the "
    "backbone's eyes.",
    formula=judged.FORMULA,
    undefined=judged.UNDEFINED,
    unit="score",
    bounds=(None, None),
    sources=(
        "Varda, D. M., Chandra, A., Stern, S. A., & Lurie, N. (2008). Core dimensions of connectivity in public health "
        "collaboratives. Journal of Public Health Management and Practice, 14(5), E1-E7.",
        "Provan, K. G., & Kenis, P. (2008). Modes of network governance. Journal of Public Administration Research and "
        "Theory, 18(2), 229-252.",
    ),
    words={
        "named": "On average partners trust each other {mean:.1f} of {high}: “{step}”.",
        "of": "On average partners trust each other {mean:.1f} of {high}.",
        "bare_mean": "On average partners gave each other {mean:.1f} for trust.",
        **judged.WORDS,
    },
    reading=judged.reading,
    questions=("What has helped partners to trust each other, and where could we do more of it?",),
    no_range=judged.NO_RANGE,
)
def trust(graph: PartnerGraph, items: Sequence[str]) -> Measured:
    """Average how far others trust each organization.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, its ties directed.
    items : sequence of str
        Layers that ask about trust, one an item: those that the survey settings say so of, or whose names begin with
        "trust".

    Returns
    -------
    Measured
        As `received.received` gives it, with the score `trust`.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> ties = {"layer": "trust", "from": ["A", "B", "C"], "to": "D", "value": [3.0, 4.0, 5.0]}
    >>> frames = {"organizations": pd.DataFrame({"organization": list("ABCD")}), "ties": pd.DataFrame(ties)}
    >>> found = trust(PartnerGraph(Wave("1"), {"trust": LayerInfo("trust")}, frames), ["trust"])
    >>> found.value, found.table.rows[3]["trust"]
    (4.0, 4.0)
    """
    return judged.received(graph, items, SCORE)
