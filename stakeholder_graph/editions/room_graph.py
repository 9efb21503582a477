"""What an edition beyond the backbone sees of a wave's graph: who is there, and undirected ties of named layers."""

from collections.abc import Mapping

import pandas as pd

from stakeholder_graph.editions.release import Edition
from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import NO_SECTOR, Promise, is_named


def named_layers(graph: PartnerGraph) -> list[str]:
    """Layers that were promised to be shown by name.

    Parameters
    ----------
    graph : PartnerGraph
        Of any wave.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> named_layers(from_networkx(nx.path_graph(3)))
    ['collaboration']
    """
    return [name for name, info in graph.layers.items() if is_named(info.promise)]


def room_graph(
    graph: PartnerGraph, edition: Edition, promises: Mapping[str, Promise], *, lines: bool, by_sector: bool
) -> PartnerGraph:
    """Keep undirected ties of named layers among the organizations an edition may show, and nothing else.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave, whole.
    edition : {"partners", "community"}
        The community sees organizations only that are marked as public.
    promises : mapping of str to {"named", "aggregate", "backbone"}
        What respondents were promised of each kind of affiliation.
    lines : bool
        Whether lines may be drawn by name.
    by_sector : bool
        Whether sectors may be seen.

    Returns
    -------
    PartnerGraph
        Nothing in it depends on who answered or who reported a tie, but for affiliations, which are there only where
        everybody answered.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> whole = from_networkx(nx.DiGraph([("a", "b"), ("b", "a")]))
    >>> room = room_graph(whole, "partners", {}, lines=True, by_sector=True)
    >>> room.directed, len(whole["ties"]), len(room["ties"])
    (False, 2, 1)
    """
    layers = {name: graph.layers[name] for name in named_layers(graph)} if lines else {}
    people = graph.organizations
    if edition == "community":
        people = people[people["public"].astype(bool)] if "public" in people else people.iloc[:0]
    people = people[["organization", "sector", "role"]].assign(
        role=people["role"].where(people["role"].str.casefold() == "backbone", "")
    )
    if not by_sector:
        people = people.assign(sector=NO_SECTOR)
    ties = graph["ties"]
    kept = ties["layer"].isin(list(layers)) & ties[["from", "to"]].isin(set(people["organization"])).all(axis=1)
    frames = {"organizations": people, "ties": _undirected(ties[kept])}
    if graph.answered.all():
        affiliations = graph["affiliations"]
        known = affiliations["organization"].isin(people["organization"])
        named = affiliations["kind"].map(lambda kind: is_named(promises.get(kind, "named"))).astype(bool)
        frames["affiliations"] = affiliations[known & named].assign(respondent="")
    return PartnerGraph(graph.wave, layers, frames, directed=False)


def _undirected(ties: pd.DataFrame) -> pd.DataFrame:
    """Each pair once, with the strongest value either side gave, and no word of who gave it."""
    low, high = fold(ties["from"].to_numpy(dtype=object), ties["to"].to_numpy(dtype=object))
    pairs = ties.assign(**{"from": low, "to": high})
    return pd.DataFrame(pairs.groupby(["layer", "from", "to"], as_index=False)["value"].max())


def revealing_blanks(graph: PartnerGraph) -> tuple[str, ...]:
    """Organizations whose blank sector would reveal that they have not answered: the room then sees no sectors at all.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave, whole.

    Notes
    -----
    Where only those who answered say their sector, a blank one reveals who did not. None where nobody has a sector.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> people = pd.DataFrame({"organization": ["a", "b"], "sector": ["x", NO_SECTOR]})
    >>> asked = pd.DataFrame({"organization": ["a", "b"], "layer": "work", "answered": [True, False]})
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "asked": asked})
    >>> revealing_blanks(graph)
    ('b',)
    """
    blank = graph.organizations["sector"].to_numpy() == NO_SECTOR
    return () if blank.all() else tuple(graph.organizations["organization"][blank & ~graph.answered])
