"""From the frames of a PartnerGraph to the arrays of a Layer: respondents combined, rosters and limits applied.

Names become indices here, once, and stay indices.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed

if TYPE_CHECKING:
    from stakeholder_graph.graph.partner_graph import PartnerGraph


@lru_cache(maxsize=64)
def build_layer(graph: "PartnerGraph", name: str, group: str) -> Layer:
    """Make one layer, reports as they were given; see `PartnerGraph.layer`.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave.
    name : str
        The layer.
    group : str
        The attribute that serves as sector.

    Returns
    -------
    Layer
    """
    n = len(graph.names)
    labels = graph.frames["organizations"][group].astype("str")
    sectors = sorted(labels.unique(), key=natural)
    (rows, columns), values = _combined_ties(graph, name)
    observed = _observed(graph, name, np.stack([rows, columns]))
    directed = graph.has_direction(name)
    if not directed:
        rows, columns = np.append(rows, columns), np.append(columns, rows)
        values = np.append(values, values)
    return Layer(
        name=name,
        wave=graph.wave.name,
        organizations=graph.names,
        sectors=tuple(sectors),
        sector_codes=pd.Index(sectors, dtype="str").get_indexer(pd.Index(labels)),
        strength=csr_array((values, (rows, columns)), shape=(n, n)),
        observed=observed,
        ties="reported" if directed else None,
        pairing=None if directed else "one end",
    )


def _positions(graph: "PartnerGraph", names: "pd.Series[str]") -> NDArray[np.intp]:
    return graph.index.get_indexer(pd.Index(names))


def _ends(graph: "PartnerGraph", frame: pd.DataFrame) -> NDArray[np.intp]:
    """Senders and receivers of a frame, shape (2, m)."""
    return np.stack([_positions(graph, frame["from"]), _positions(graph, frame["to"])])


def _combined_ties(graph: "PartnerGraph", layer: str) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The ends of each tie, shape (2, m), and its strength: several respondents combined by the layer's rule."""
    every = graph.frames["ties"]
    ties, rule = every[every["layer"] == layer], graph.layers[layer].combine
    if rule == "latest":
        last = _last_respondent(graph, layer)
        ties = ties[ties["respondent"] == ties["from"].map(last).fillna(ties["respondent"])]
    ends = _ends(graph, ties)
    if not graph.has_direction(layer):
        ends = np.stack(fold(*ends))
    to_another = ends[0] != ends[1]
    rows, columns = ends[:, to_another]
    reports = ties["value"][to_another].groupby(rows * len(graph.names) + columns, sort=True)
    strength = reports.mean() if rule == "mean" else reports.max()
    rows, columns = np.divmod(strength.index.to_numpy(dtype=np.intp), max(len(graph.names), 1))
    return np.stack([rows, columns]), strength.to_numpy(dtype=float).copy()


def _last_respondent(graph: "PartnerGraph", layer: str) -> "pd.Series[str]":
    asked = graph.frames["asked"]
    answers = asked[(asked["layer"] == layer) & asked["answered"]]
    return answers.groupby("organization")["respondent"].max()


def _observed(graph: "PartnerGraph", layer: str, reported: NDArray[np.intp]) -> Observed:
    n = len(graph.names)
    every = graph.frames["asked"]
    asked = every[every["layer"] == layer]
    listed = graph.index.isin(asked["organization"])
    answers = asked[asked["answered"]]
    rosters, members = _rosters(graph, answers, listed)
    roster_of = np.full(n, -1, dtype=np.intp)
    rows = _positions(graph, answers["organization"])
    shown = np.searchsorted(rosters, answers["roster"].to_numpy(dtype=object))
    roster_of[rows] = shown
    if not graph.has_direction(layer):  # whichever end answered has reported it
        turned = np.isin(reported[1], rows) & ~np.isin(reported[0], rows)
        reported = np.where(turned, reported[::-1], reported)
    asked_besides: list[NDArray[np.intp]] = [np.zeros((2, 0), dtype=np.intp)]
    # Respondents of one organization may have been shown different rosters: what any was asked is known.
    for row, roster in zip(rows, shown, strict=True):
        if roster_of[row] != roster:
            on = np.flatnonzero(members[:, roster] & ~members[:, roster_of[row]])
            asked_besides.append(np.vstack([np.full(len(on), row), on]))
    if partners := graph.layers[layer].asked_of:
        roster_of[:] = -1
        judged, _ = _combined_ties(graph, partners)
        asked_besides.append(judged[:, np.isin(judged[0], rows)])
    exceptions = graph.frames["exceptions"]
    exceptions = exceptions[exceptions["layer"] == layer]
    ends = _ends(graph, exceptions)
    answered = exceptions["observed"].to_numpy(dtype=bool)
    blank = [ends[:, ~answered], *_over_the_limit(graph, answers, rows, members, roster_of)]
    given, besides, missing = (_flags(parts, n) for parts in ([reported, ends[:, answered]], asked_besides, blank))
    # What was answered is observed, whatever else says no; what was asked is, unless it was left blank.
    missing = csr_array(missing > given)
    return Observed(roster_of, members, csr_array((besides > missing) + given), missing)


def _rosters(
    graph: "PartnerGraph", answers: pd.DataFrame, listed: NDArray[np.bool_]
) -> tuple[list[str], NDArray[np.bool_]]:
    frame = graph.frames["rosters"]
    rosters = sorted(set(answers["roster"]))
    names = graph.index
    members = {roster: set(rows["organization"]) for roster, rows in frame.groupby("roster")}
    columns = [listed & names.isin(members.get(roster, ())) if roster else listed for roster in rosters]
    return rosters, np.column_stack(columns) if columns else np.zeros((len(names), 0), dtype=bool)


def _over_the_limit(
    graph: "PartnerGraph",
    answers: pd.DataFrame,
    rows: NDArray[np.intp],
    members: NDArray[np.bool_],
    roster_of: NDArray[np.intp],
) -> list[NDArray[np.intp]]:
    """Whoever named as many as the limit allows may have had more: the unnamed are not observed."""
    limit = answers["limit"].to_numpy(dtype=float)
    if not np.isfinite(limit).any():
        return []
    every = graph.frames["ties"]
    named = every.groupby(["layer", "from", "respondent"]).size()
    keys = zip(answers["layer"], answers["organization"], answers["respondent"], strict=True)
    counts = np.array([named.get(key, 0) for key in keys])
    full = rows[np.isfinite(limit) & (counts >= limit)]
    return [
        np.vstack([np.full(members.shape[0], row), np.arange(members.shape[0])])[:, members[:, roster_of[row]]]
        for row in np.unique(full)
    ]


def _flags(parts: list[NDArray[np.intp]], n: int) -> csr_array:
    rows, columns = np.hstack(parts) if parts else np.zeros((2, 0), dtype=np.intp)
    matrix = csr_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(n, n))
    return csr_array(matrix > 0)
