"""Who has not answered, and of whose answers a finding on one sector is made: for the backbone's desk alone."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import _n

#: The fields in which sentences name the sector whose mentions they count.
_WHOSE = ("one", "sector")


def silent(copy: Copy, graph: PartnerGraph) -> frozenset[str]:
    """Who has not answered; nobody beyond the desk, and where nothing says who did.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    graph : PartnerGraph
        Of the wave.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> silent(Copy("backbone", Partnership("P", {"1": graph}, {}), (), "1"), graph)
    frozenset()
    """
    if not copy.confidential or not copy.answered_known:
        return frozenset()
    aside = copy.partnership.info.answers_aside.get(graph.wave.name, ())
    return frozenset(
        name for name, answered in zip(graph.names, graph.answered, strict=True) if not answered
    ) - frozenset(aside)


def rests_on_few(copy: Copy, finding: Finding) -> str:
    """Say how many of a sector answered, where what it mentions is known of less than half of it.

    Parameters
    ----------
    copy : Copy
        What its readers may see; beyond the desk nobody learns who answered by sector.
    finding : Finding
        Any; of one that counts connections, which either side may report, nothing is said.

    Returns
    -------
    str
        Blank where at least half answered.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.model.finding import Scope
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> rests_on_few(copy, Finding("density", Scope(("1",)), 0.5, "share", (0, 1)))
    ''
    """
    if not copy.confidential or not copy.answered_known or finding.reading is None or finding.scope.ties != "reported":
        return ""
    graph = copy.partnership.graph(copy.wave)
    if finding.scope.waves != (copy.wave,):
        return ""
    for sector in (finding.reading.fields[name] for name in _WHOSE if name in finding.reading.fields):
        answers = [
            bool(a) for a, s in zip(graph.answered, graph["organizations"]["sector"], strict=True) if s == sector
        ]
        if answers and 2 * sum(answers) < len(answers):
            return _n(
                "{count} of the {listed} organizations of {sector} has answered.",
                "{count} of the {listed} organizations of {sector} have answered.",
                sum(answers),
                listed=len(answers),
                sector=str(sector),
            )
    return ""
