"""The PartnerGraph: everything known of one wave, as a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stakeholder_graph.errors import UnknownNameError
from stakeholder_graph.finding import Ties
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.observed import Observed
from stakeholder_graph.survey.survey import COLUMNS, LayerInfo, Wave, empty_frame

#: The frames a graph is made of; each as in `Survey`, without the column `wave`.
FRAMES = ("organizations", "ties", "asked", "rosters", "exceptions", "affiliations", "ratings")


@dataclass(frozen=True, eq=False)
class PartnerGraph:
    """Organizations, their ties by layer, and what was not answered, in one wave.

    Parameters
    ----------
    wave : Wave
        Which round.
    layers : mapping of str to LayerInfo
        Kinds of tie, in the order in which they are shown.
    frames : mapping of str to DataFrame
        Those of `FRAMES`; one left out is empty. They are copied, put in order, and never handed out as such.
    directed : bool
        False where a dyad is one unordered pair.

    Notes
    -----
    Nothing of a graph can be changed: a change is a new graph. Rows are kept in the order of their content,
    so that neither the order of a file nor of a roster has any effect.

    Examples
    --------
    >>> import pandas as pd
    >>> graph = PartnerGraph(
    ...     Wave("2025"),
    ...     {"contact": LayerInfo("contact")},
    ...     {
    ...         "organizations": pd.DataFrame({"organization": ["A", "B"], "sector": ["x", "y"]}),
    ...         "ties": pd.DataFrame({"layer": ["contact"], "from": ["A"], "to": ["B"], "value": [2.0]}),
    ...     },
    ... )
    >>> graph.layer("contact").count
    1
    >>> graph.layer("contact").dyads  # without a frame `asked` everyone has answered
    2
    """

    wave: Wave
    layers: Mapping[str, LayerInfo]
    frames: Mapping[str, pd.DataFrame]
    directed: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", MappingProxyType(dict(self.layers)))
        tidy = {name: _tidy(name, self.frames.get(name)) for name in FRAMES}
        if self.frames.get("asked") is None:
            tidy["asked"] = _tidy("asked", _all_asked(tidy["organizations"], self.layers))
        object.__setattr__(self, "frames", MappingProxyType(tidy))

    def __getitem__(self, name: str) -> pd.DataFrame:
        """A frame by name; changing what you get changes nothing here."""
        return self.frames[name].copy(deep=False)

    @property
    def organizations(self) -> pd.DataFrame:
        """One row an organization: organization, sector, role and whatever else is known of it."""
        return self["organizations"]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the organizations, in the order of all arrays."""
        return tuple(self.frames["organizations"]["organization"])

    @cached_property
    def backbone(self) -> str | None:
        """The organization whose role is backbone, if there is just one."""
        frame = self.frames["organizations"]
        found = frame.loc[frame["role"].str.casefold() == "backbone", "organization"]
        return str(found.iloc[0]) if len(found) == 1 else None

    @cached_property
    def answered(self) -> NDArray[np.bool_]:
        """Shape (n,): organizations that answered anything in this wave."""
        asked = self.frames["asked"]
        return np.isin(self.names, asked.loc[asked["answered"], "organization"].to_numpy(dtype=object))

    def layer(self, name: str, ties: Ties = "reported", *, group: str = "sector") -> Layer:
        """A lens on one kind of tie.

        Parameters
        ----------
        name : str
            The layer.
        ties : {"reported", "either", "both"}
            What counts as a tie: each report by itself, a pair that either side named, or that both named.
            Without effect where ties have no direction.
        group : str
            The attribute that takes the place of the sector.

        Returns
        -------
        Layer

        Raises
        ------
        UnknownNameError
            If there is no such layer.
        """
        if name not in self.layers:
            raise UnknownNameError("layer", name, self.layers)
        return _layer(self, name, group).seen_as(ties)


def _positions(graph: PartnerGraph, names: "pd.Series[str]") -> NDArray[np.intp]:
    return pd.Index(graph.names, dtype="str").get_indexer(pd.Index(names.to_numpy(), dtype="str"))


def _end_positions(graph: PartnerGraph, frame: pd.DataFrame) -> NDArray[np.intp]:
    return np.vstack([_positions(graph, frame["from"]), _positions(graph, frame["to"])])


@cache
def _layer(graph: PartnerGraph, name: str, group: str) -> Layer:
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
        sector=codes.astype(np.intp),
        strength=strength,
        observed=_observed(graph, name, ties),
        ties="reported" if graph.directed else None,
        pairing=None if graph.directed else "one end",
    )


def _combined(graph: PartnerGraph, layer: str) -> pd.DataFrame:
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


def _last_respondent(graph: PartnerGraph, layer: str) -> pd.Series:
    asked = graph.frames["asked"]
    answers = asked[(asked["layer"] == layer) & asked["answered"]]
    return answers.groupby("organization")["respondent"].max()


def _observed(graph: PartnerGraph, layer: str, ties: pd.DataFrame) -> Observed:
    n = len(graph.names)
    every = graph.frames["asked"]
    asked = every[every["layer"] == layer]
    listed = np.isin(graph.names, asked["organization"].to_numpy(dtype=object))
    answers = asked[asked["answered"]]
    rosters, members = _rosters(graph, answers, listed)
    roster_of = np.full(n, -1, dtype=np.intp)
    rows = _positions(graph, answers["organization"])
    shown = np.searchsorted(rosters, answers["roster"].to_numpy(dtype=object))
    roster_of[rows] = shown
    extra: list[NDArray[np.intp]] = [_end_positions(graph, ties)]
    missing: list[NDArray[np.intp]] = []
    # Respondents of one organization may have been shown different rosters: what any was asked is known.
    for row, roster in zip(rows, shown, strict=True):
        if roster_of[row] != roster:
            on = np.flatnonzero(members[:, roster] & ~members[:, roster_of[row]])
            extra.append(np.vstack([np.full(len(on), row), on]))
    if partners := graph.layers[layer].asked_of:
        roster_of[:] = -1
        judged = _end_positions(graph, _combined(graph, partners))
        extra.append(judged[:, np.isin(judged[0], rows)])
    exceptions = graph.frames["exceptions"]
    exceptions = exceptions[exceptions["layer"] == layer]
    ends = _end_positions(graph, exceptions)
    seen = exceptions["observed"].to_numpy(dtype=bool)
    extra.append(ends[:, seen])
    missing.append(ends[:, ~seen])
    missing += _over_the_limit(graph, answers, rows, members, roster_of)
    added, removed = (_flags(parts, n) for parts in (extra, missing))
    # What was answered is observed, whatever else says no.
    removed = csr_array(removed > added)
    return Observed(roster_of, members, added, removed)


def _rosters(
    graph: PartnerGraph, answers: pd.DataFrame, listed: NDArray[np.bool_]
) -> tuple[list[str], NDArray[np.bool_]]:
    frame = graph.frames["rosters"]
    rosters = sorted(set(answers["roster"]))
    names = np.array(graph.names, dtype=object)
    members = {roster: set(rows["organization"]) for roster, rows in frame.groupby("roster")}
    columns = [listed & np.isin(names, list(members.get(roster, ()))) if roster else listed for roster in rosters]
    return rosters, np.column_stack(columns) if columns else np.zeros((len(names), 0), dtype=bool)


def _over_the_limit(
    graph: PartnerGraph,
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


def _all_asked(organizations: pd.DataFrame, layers: Mapping[str, LayerInfo]) -> pd.DataFrame:
    names = organizations["organization"]
    frames = [pd.DataFrame({"layer": layer, "organization": names, "answered": True}) for layer in layers]
    return pd.concat(frames) if frames else empty_frame("asked")


def _tidy(name: str, frame: pd.DataFrame | None) -> pd.DataFrame:
    """The frame with all its columns, right types, blanks filled, rows in the order of their content."""
    model = empty_frame(name).drop(columns="wave", errors="ignore")
    if frame is None or frame.empty:
        extra = [] if frame is None else [column for column in frame if column not in model]
        return model.assign(**{str(column): pd.Series(dtype="str") for column in extra})
    columns = [column for column in COLUMNS[name] if column != "wave"]
    tidy = frame.drop(columns="wave", errors="ignore").reset_index(drop=True)
    for column in columns:
        dtype = model[column].dtype
        if column not in tidy:
            tidy[column] = np.nan
        if dtype != "float64":
            tidy[column] = tidy[column].astype(object).fillna(False if dtype == "bool" else "")
        tidy[column] = tidy[column].astype(dtype)
    attributes = sorted(column for column in tidy.columns if column not in columns)
    ordered = tidy[columns + attributes]
    return ordered.sort_values(columns, kind="stable", ignore_index=True)
