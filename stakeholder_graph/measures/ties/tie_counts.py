"""Tie counts: how many mentions there are, and how many ties they make."""

from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.measures._columns import TIE_COUNT
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._needs import TIES
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

MENTIONS = Column("mentions", N_("Mentions"), "count")
EACH_OTHER = Column("each_other", N_("Pairs that name each other"), "count")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    if finding.scope.ties != "reported":
        return Message(finding.scope.ties or "ties", {"ties": row["ties"]})
    both = int(row["each_other"] or 0)
    name = {0: "mentions_none", 1: "mentions_one"}.get(both, "mentions")
    return Message(name, {"mentions": row["mentions"], "ties": row["ties"], "both": both})


@measure(
    section="ties",
    page="network",
    supporting=True,
    title=N_("Connections and mentions"),
    question=N_("How many connections are reported?"),
    how_to_read=N_(
        "A tie joins two organizations of which at least one names the other; the map draws each tie once. A mention "
        "is one organization naming another, so two that name each other make two mentions and one tie. Mentions are "
        "counted only where it matters who named whom, and are called so. A report is what one person said: where two "
        "people of an organization name the same partner, two reports make one mention. Files for other tools and "
        "networkx graphs hold reports."
    ),
    how_to_read_copy=N_("The map draws each tie once. A tie that nobody has reported yet has no line."),
    formula=N_(
        "Mentions: ordered pairs of organizations of which the first names the second. Ties: pairs with at least one "
        "mention = mentions - pairs that name each other. Where both sides' reports are joined, only pairs of which "
        "both answered."
    ),
    undefined=N_("Without ties."),
    unit=N_("connections"),
    bounds=(0, None),
    references=("Wasserman, S., & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.",),
    messages={
        "mentions": N_("{mentions} mentions make {ties} connections: {both} pairs name each other."),
        "mentions_one": N_("{mentions} mentions make {ties} connections: one pair names each other."),
        "mentions_none": N_("{mentions} mentions make {ties} connections: no two organizations name each other."),
        "ties": N_("Connections reported: {ties}."),
        "ties_on_lines": N_("Lines on the map: {ties}."),
        "either": N_("Connections between two that both answered, where at least one of them names the other: {ties}."),
        "both": N_("Connections between two that both answered, where both name each other: {ties}."),
    },
    reading=_reading,
    needs=(TIES,),
    chart=Chart("none"),
    no_range=N_(
        "It counts what was reported; how many connections there could be with every answer is said by the density."
    ),
)
def tie_counts(layer: Layer) -> Measured:
    """Count mentions, and the ties that they make.

    Parameters
    ----------
    layer : Layer
        With a tie.

    Returns
    -------
    Measured
        `value` is the number of ties, each pair counted once, as the map draws them. `tables["network"]` has ties and,
        where ties have a direction, mentions and each_other, the pairs that name each other.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> there_and_back = from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)])).layer("collaboration")
    >>> dict(tie_counts(there_and_back).tables["network"].rows[0])
    {'mentions': 3, 'ties': 2, 'each_other': 1}
    """
    ties = len(distinct_pairs(*layer.edge_index)[0])
    counts = {TIE_COUNT: [ties]}
    if layer.directed:
        counts = {MENTIONS: [layer.n_ties], **counts, EACH_OTHER: [layer.n_ties - ties]}
    return Measured(float(ties), tables={"network": Table.of(counts, Disclosure.NETWORK)})
