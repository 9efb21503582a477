"""From the frames of a PartnerGraph to the arrays of a Layer: respondents combined, rosters and limits applied."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed

if TYPE_CHECKING:
    from stakeholder_graph.graph.partner_graph import PartnerGraph


def _positions(graph: "PartnerGraph", names: "pd.Series[str]") -> NDArray[np.intp]:
    return pd.Index(graph.names, dtype="str").get_indexer(pd.Index(names.to_numpy(), dtype="str"))


def _end_positions(graph: "PartnerGraph", frame: pd.DataFrame) -> NDArray[np.intp]:
    return np.vstack([_positions(graph, frame["from"]), _positions(graph, frame["to"])])


@lru_cache(maxsize=64)
def lens_on(graph: "PartnerGraph", name: str, group: str) -> Layer:
    """Make one layer, reports as they were given; see `PartnerGraph.layer`."""
    n = len(graph.names)
    labels = graph.frames["organizations"][group].astype(str)
    sectors, codes = np.unique(labels.to_numpy(dtype=object), return_inverse=True)
    ties = _combined(graph, name)
    rows, columns = _end_positions(graph, ties)
    values = ties["value"].to_numpy(dtype=float)
    if not graph.directed:
        rows, columns = np.append(rows, columns), np.append(columns, rows)
        values = np.append(values, values)
    strength = csr_array((values.copy(), (rows, columns)), shape=(n, n))
    return Layer(
        name=name,
        wave=graph.wave.name,
        organizations=graph.names,
        sectors=tuple(str(sector) for sector in sectors),
        sector_codes=codes.astype(np.intp),
        strength=strength,
        observed=_observed(graph, name, ties),
        ties="reported" if graph.directed else None,
        pairing=None if graph.directed else "one end",
    )


def _combined(graph: "PartnerGraph", layer: str) -> pd.DataFrame:
    """One row a tie: several respondents of an organization combined by the layer's rule."""
    every = graph.frames["ties"]
    ties = every[(every["layer"] == layer) & (every["from"] != every["to"])]
    if not graph.directed:
        low = np.where(ties["from"] <= ties["to"], ties["from"], ties["to"])
        high = np.where(ties["from"] <= ties["to"], ties["to"], ties["from"])
        ties = ties.assign(**{"from": low, "to": high})
    rule = graph.layers[layer].combine
    if rule == "latest":
        last = _last_respondent(graph, layer)
        ties = ties[ties["respondent"] == ties["from"].map(last).fillna(ties["respondent"])]
    grouped = ties.groupby(["from", "to"], as_index=False, sort=True)["value"]
    combined = grouped.mean() if rule == "mean" else grouped.max()
    return pd.DataFrame(combined)


def _last_respondent(graph: "PartnerGraph", layer: str) -> pd.Series:
    asked = graph.frames["asked"]
    answers = asked[(asked["layer"] == layer) & asked["answered"]]
    return answers.groupby("organization")["respondent"].max()


def _observed(graph: "PartnerGraph", layer: str, ties: pd.DataFrame) -> Observed:
    n = len(graph.names)
    every = graph.frames["asked"]
    asked = every[every["layer"] == layer]
    listed = pd.Index(graph.names).isin(asked["organization"])
    answers = asked[asked["answered"]]
    rosters, members = _rosters(graph, answers, listed)
    roster_of = np.full(n, -1, dtype=np.intp)
    rows = _positions(graph, answers["organization"])
    shown = np.searchsorted(rosters, answers["roster"].to_numpy(dtype=object))
    roster_of[rows] = shown
    reported = _end_positions(graph, ties)
    if not graph.directed:  # whichever end answered has reported it
        turned = np.isin(reported[1], rows) & ~np.isin(reported[0], rows)
        reported[:, turned] = reported[::-1, turned]
    asked_besides: list[NDArray[np.intp]] = [np.zeros((2, 0), dtype=np.intp)]
    # Respondents of one organization may have been shown different rosters: what any was asked is known.
    for row, roster in zip(rows, shown, strict=True):
        if roster_of[row] != roster:
            on = np.flatnonzero(members[:, roster] & ~members[:, roster_of[row]])
            asked_besides.append(np.vstack([np.full(len(on), row), on]))
    if partners := graph.layers[layer].asked_of:
        roster_of[:] = -1
        judged = _end_positions(graph, _combined(graph, partners))
        asked_besides.append(judged[:, np.isin(judged[0], rows)])
    exceptions = graph.frames["exceptions"]
    exceptions = exceptions[exceptions["layer"] == layer]
    ends = _end_positions(graph, exceptions)
    seen = exceptions["observed"].to_numpy(dtype=bool)
    blank = [ends[:, ~seen], *_over_the_limit(graph, answers, rows, members, roster_of)]
    given, besides, missing = (_flags(parts, n) for parts in ([reported, ends[:, seen]], asked_besides, blank))
    # What was answered is observed, whatever else says no; what was asked is, unless it was left blank.
    missing = csr_array(missing > given)
    return Observed(roster_of, members, csr_array((besides > missing) + given), missing)


def _rosters(
    graph: "PartnerGraph", answers: pd.DataFrame, listed: NDArray[np.bool_]
) -> tuple[list[str], NDArray[np.bool_]]:
    frame = graph.frames["rosters"]
    rosters = sorted(set(answers["roster"]))
    names = pd.Index(graph.names)
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
