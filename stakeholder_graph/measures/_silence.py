"""What to say of organizations without an answer that counts: not given yet, or come and set aside."""

from collections.abc import Iterable

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Disclosure


def silence(
    graph: PartnerGraph, partnership: Partnership, id: str, without: Iterable[str] | None = None
) -> list[Message]:
    """Give caveats on answers that are missing.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Says of whom an answer came and is set aside.
    id : str
        The message of the measure for those who have not answered yet; its field is ``silent``.
    without : iterable of str, optional
        Organizations without an answer that counts; those that did not answer where this is missing.

    Returns
    -------
    list of Message
        An answer that is set aside is never told as not given. Only the backbone hears of it.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> dict(silence(graph, Partnership("P", {"1": graph}, {}), "silent", ["1"])[0].fields)
    {'silent': 1}
    """
    missing = set(_without_answer(graph) if without is None else without)
    aside = missing.intersection(partnership.info.answers_aside.get(graph.wave.name, ()))
    silent = len(missing) - len(aside)
    return [*([Message(id, {"silent": silent})] if silent else []), *_said(len(aside))]


def set_aside(graph: PartnerGraph, partnership: Partnership) -> list[Message]:
    """Give a caveat on answers that came and are set aside, if there are any.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Says of whom.
    """
    return _said(len({*_without_answer(graph)}.intersection(partnership.info.answers_aside.get(graph.wave.name, ()))))


def _said(aside: int) -> list[Message]:
    return [Message("set_aside", {"count": aside}, discloses=Disclosure.ORGANIZATION)] if aside else []


def _without_answer(graph: PartnerGraph) -> list[str]:
    return [name for name, answered in zip(graph.names, graph.answered, strict=True) if not answered]
