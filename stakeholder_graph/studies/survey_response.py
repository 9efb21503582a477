"""What a survey holds so far: who answered, how much of each kind of tie is known, what no measure reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures.agenda._ratings import agenda_items
from stakeholder_graph.studies.reported_pairs import reported_pairs


def kinds_read() -> frozenset[str]:
    """Kinds of affiliation that measures read; others are kept, and may be exported, but no finding speaks of them.

    Returns
    -------
    frozenset of str
        As measures declare it.

    Examples
    --------
    >>> sorted(kinds_read())
    ['activity', 'asset', 'indicator', 'meeting', 'need', 'outcome', 'team']
    """
    return frozenset(kind for info in measures().values() for kind in info.reads if kind != "rating")


@dataclass(frozen=True, slots=True)
class SectorResponse:
    """How many organizations of a sector are listed, and how many of these answered."""

    sector: str
    answered: int
    listed: int


@dataclass(frozen=True, slots=True)
class NameLimit:
    """A limit on how many organizations a respondent could name, and how many of the respondents reached it."""

    most: float
    reached: int
    respondents: int


@dataclass(frozen=True, slots=True)
class LayerResponse:
    """How much of one kind of tie is known.

    Parameters
    ----------
    layer : str
        Its name.
    n_pairs : int
        Ties as the map draws them: pairs of which at least one names the other.
    n_ties, n_possible, n_unknown : int
        Ties reported (mentions where they have a direction), dyads there are, dyads that are unobserved.
    n_unreturned : int or None
        Pairs that one side named and the other, which answered, did not; None where ties have no direction.
    asked_of : str
        The layer whose partners alone were asked about; blank where everyone was.
    limit : NameLimit or None
        None where respondents could name as many as they wanted.
    """

    layer: str
    n_pairs: int
    n_ties: int
    n_possible: int
    n_unknown: int
    n_unreturned: int | None
    asked_of: str
    limit: NameLimit | None


def sector_responses(graph: PartnerGraph) -> Iterator[SectorResponse]:
    """Count who answered, by sector.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave, whole.

    Returns
    -------
    iterator of SectorResponse
        One a sector.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> list(sector_responses(from_networkx(nx.path_graph(3))))
    [SectorResponse(sector='Not stated', answered=3, listed=3)]
    """
    people = graph.organizations.assign(answered=graph.answered)
    counts = people.groupby("sector")["answered"].agg(["sum", "size"])
    for sector in sorted(counts.index, key=natural):
        yield SectorResponse(sector, *(int(count) for count in counts.loc[sector]))


def layer_response(graph: PartnerGraph, name: str) -> LayerResponse:
    """Say how much of one kind of tie is known.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave, whole.
    name : str
        The layer.

    Returns
    -------
    LayerResponse
        Counts.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> response = layer_response(from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)])), "collaboration")
    >>> response.n_ties, response.n_possible, response.n_unknown, response.n_unreturned
    (3, 6, 0, 1)
    """
    layer = graph.layer(name)
    unreturned = sum(pair.named_by == "one" for pair in reported_pairs(layer)) if layer.directed else None
    return LayerResponse(
        name,
        len(distinct_pairs(*layer.edge_index)[0]),
        layer.n_ties,
        layer.n_possible_dyads,
        layer.n_possible_dyads - layer.n_dyads,
        unreturned,
        graph.layers[name].asked_of,
        name_limit(graph, name),
    )


def name_limit(graph: PartnerGraph, name: str) -> NameLimit | None:
    """The limit on names of a layer, and how many reached it.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    name : str
        Of the layer.

    Returns
    -------
    NameLimit or None
        None where respondents could name as many as they liked.
    """
    asked = graph["asked"]
    asked = asked[(asked["layer"] == name) & asked["answered"] & asked["limit"].notna()]
    if asked.empty:
        return None
    ties = graph["ties"]
    named = ties[ties["layer"] == name].groupby(["from", "respondent"]).size()
    counts = named.reindex(list(zip(asked["organization"], asked["respondent"], strict=True)), fill_value=0)
    reached = int((counts.to_numpy() >= asked["limit"].to_numpy()).sum())
    return NameLimit(float(asked["limit"].max()), reached, len(asked))


@dataclass(frozen=True, slots=True)
class UnusedAnswers:
    """Answers that were read and that no measure uses: affiliations by kind, and ratings.

    Parameters
    ----------
    affiliations : mapping of str to int
        How many, by kind.
    ratings_beyond_agenda : int
        Ratings of what is no item of the agenda.
    ratings_without_scale : int
        Ratings of agenda items whose scale is not known.
    """

    affiliations: Mapping[str, int]
    ratings_beyond_agenda: int
    ratings_without_scale: int


def unused_answers(partnership: Partnership, graph: PartnerGraph) -> UnusedAnswers:
    """Count the answers that no measure uses.

    Parameters
    ----------
    partnership : Partnership
        The whole, with its lists of items and scales.
    graph : PartnerGraph
        One wave of it.

    Returns
    -------
    UnusedAnswers
        Counts.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> unused_answers(Partnership("P", {"1": graph}, {}), graph)
    UnusedAnswers(affiliations={}, ratings_beyond_agenda=0, ratings_without_scale=0)
    """
    kinds = graph["affiliations"]["kind"].value_counts()
    affiliations = {str(kind): int(n) for kind, n in kinds.sort_index().items() if kind not in kinds_read()}
    items = graph["ratings"]["item"]
    agenda = items.isin(agenda_items(graph, partnership))
    scaled = items.isin(list(partnership["steps"]["item"] if "steps" in partnership.lists else ()))
    return UnusedAnswers(affiliations, int((~agenda).sum()), int((agenda & ~scaled).sum()))
