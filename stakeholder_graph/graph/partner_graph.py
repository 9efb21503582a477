"""The PartnerGraph: everything known of one wave, as a frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import empty_frame, in_order_of_content
from stakeholder_graph.graph.build_layer import build_layer
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.representations import counts_of, graphs_table
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.survey import COLUMNS, NO_SECTOR, LayerInfo, Wave

#: The frames a graph is made of; each as in `Survey`, without the column `wave`.
FRAMES = ("organizations", "ties", "asked", "rosters", "exceptions", "affiliations", "ratings", "unlisted")


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
        False where a dyad is one unordered pair in every layer; `LayerInfo` says so of one layer.

    Notes
    -----
    Nothing of a graph can be changed: a change is a new graph. Rows are kept in the natural order of their content
    ("Ward 2" before "Ward 10"), so that neither the order of a file nor that of a roster has any effect.

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
    >>> graph.layer("contact").n_ties
    1
    >>> graph.layer("contact").n_dyads  # without a frame `asked` everyone has answered
    2
    """

    wave: Wave
    layers: Mapping[str, LayerInfo]
    frames: Mapping[str, pd.DataFrame]
    directed: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", MappingProxyType(dict(self.layers)))
        layers = tuple(self.layers)
        tidy = {name: _tidy(name, self.frames.get(name), layers) for name in FRAMES}
        if self.frames.get("asked") is None:
            tidy["asked"] = _tidy("asked", _all_asked(tidy["organizations"], self.layers), layers)
        object.__setattr__(self, "frames", MappingProxyType(tidy))

    def __getitem__(self, name: str) -> pd.DataFrame:
        """A frame by name; changing what you get changes nothing here."""
        return self.frames[name].copy(deep=False)

    def __repr__(self) -> str:
        return f"<PartnerGraph {self.wave.name}: {counts_of(self)}>"

    def _repr_html_(self) -> str:
        return graphs_table("PartnerGraph", {self.wave.name: self})

    @property
    def organizations(self) -> pd.DataFrame:
        """One row an organization: organization, sector, role and whatever else is known of it."""
        return self["organizations"]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the organizations, in the order of all arrays."""
        return tuple(self.frames["organizations"]["organization"])

    @cached_property
    def index(self) -> "pd.Index[str]":
        """The names again, to look up positions in."""
        return pd.Index(self.names, dtype="str")

    @cached_property
    def backbone(self) -> str | None:
        """The organization whose role is backbone, if there is just one."""
        frame = self.frames["organizations"]
        backbones = frame.loc[frame["role"].str.casefold() == "backbone", "organization"]
        return str(backbones.iloc[0]) if len(backbones) == 1 else None

    @cached_property
    def answered(self) -> NDArray[np.bool_]:
        """Shape (n,): organizations that answered anything in this wave."""
        asked = self.frames["asked"]
        return self.index.isin(asked.loc[asked["answered"], "organization"])

    def has_direction(self, layer: str) -> bool:
        """Whether ties of a layer run from one organization to another.

        Parameters
        ----------
        layer : str
            Its name.
        """
        return self.directed and self.layers[layer].directed

    def layer(self, name: str, ties: Ties = "reported", *, group: str = "sector") -> Layer:
        """One kind of tie as arrays.

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
        return build_layer(self, name, group).with_ties(ties)


def _all_asked(organizations: pd.DataFrame, layers: Mapping[str, LayerInfo]) -> pd.DataFrame:
    """Everyone on the list, asked about every layer; where there is none, asked about no layer in particular."""
    names = organizations["organization"]
    return pd.concat(
        [pd.DataFrame({"layer": layer, "organization": names, "answered": True}) for layer in layers or [""]]
    )


def _tidy(name: str, frame: pd.DataFrame | None, layers: Sequence[str]) -> pd.DataFrame:
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
    if name == "affiliations":
        tidy["source"] = tidy["source"].replace("", "answer")
    if name == "organizations":
        tidy["sector"] = tidy["sector"].replace("", NO_SECTOR)
    attributes = sorted(column for column in tidy.columns if column not in columns)
    return in_order_of_content(tidy[columns + attributes], columns, {"layer": layers})
