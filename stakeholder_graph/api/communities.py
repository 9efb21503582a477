"""Put partnerships side by side."""

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Literal

from stakeholder_graph.communities.cluster import connected
from stakeholder_graph.communities.gather import Wanted, gather
from stakeholder_graph.communities.kept import KeptWaves
from stakeholder_graph.communities.side_by_side import SideBySide, side_by_side
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.layout.unnamed_layout import arranged


def across(
    partnerships: Sequence[str | Path | Partnership],
    *,
    waves: Literal["latest", "all"] = "latest",
    layers: str | Sequence[str] | None = None,
    permutations: int = 9999,
    seed: int = 0,
    cache: str | Path | None = None,
    cluster: str | None = None,
    second: SecondProcess | None = None,
) -> SideBySide:
    """Put communities side by side, each with its size taken into account, and say which could learn what from which.

    Parameters
    ----------
    partnerships : sequence of str, Path or Partnership
        Two and more: folders, their settings files, fingerprints as `write` makes them, or what `read` gives.
    waves : {"latest", "all"}
        Surveys of each. Communities are held against each other by the latest of each.
    layers : str or sequence of str, optional
        The kind of tie to compare: of several, the first that a community has. By default ``collaboration``, or the
        only one.
    permutations, seed, second
        As of `measure`; a second process also reads folders.
    cache : str or Path, optional
        A folder that keeps what was measured, by the content of the files: the next run measures what has changed.
        With None nothing is kept, and everything is measured anew; the command keeps it unless told otherwise.
    cluster : str, optional
        The address of a Dask scheduler that runs already, such as ``tcp://127.0.0.1:8786``: its workers measure, one
        community and survey a task. Numbers are the same to the last digit.

    Returns
    -------
    SideBySide
        For the desk of whoever holds the communities together.

    Raises
    ------
    ClusterError
        If the cluster cannot be used.
    SurveyError
        With every problem of every partnership, and what could be meant two ways: two communities of one name, or
        several kinds of tie of which none is chosen.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.api.reading import from_networkx
    >>> clubs = [from_networkx(nx.karate_club_graph(), sector="club", name=name) for name in ("East", "West")]
    >>> together = across(clubs, permutations=99)
    >>> [(wave.name, wave.organizations) for wave in together.latest]
    [('East', 34), ('West', 34)]
    """
    chosen = (layers,) if isinstance(layers, str) else tuple(layers or ())
    given = [item if isinstance(item, Partnership) else Path(item) for item in partnerships]
    kept = KeptWaves(Path(cache)) if cache else None
    with connected(cluster) if cluster else nullcontext() as workers:
        measured, fingerprints = gather(
            given,
            Wanted(waves, chosen, permutations, seed),
            kept,
            second=second,
            workers=workers,
            arrange=arranged,
        )
    return side_by_side(measured, fingerprints)
