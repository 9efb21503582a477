"""Attributes as every graph file can hold them: text, numbers and flags under simple names, and the rest as one JSON.

GML takes names of letters, digits and underscores only, and Pajek no blank text. So an attribute whose name is not as
simple gets a simple one, a blank is left out, and what belongs to no node and to no edge becomes one text.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from stakeholder_graph.model.survey import LayerInfo, Step, Wave

#: Names that graph files use themselves.
RESERVED = frozenset({"id", "key", "label", "source", "target", "type", "viz", "start", "end", "shape", "x", "y"})

Plain = str | int | float | bool


def plain_value(value: object) -> Plain | None:
    """A cell of a frame as a plain Python value, or None where it is blank.

    Parameters
    ----------
    value : object
        A number of numpy becomes one of Python; what is neither number, flag nor text is written as text.

    Returns
    -------
    str, int, float, bool or None

    Examples
    --------
    >>> import numpy as np
    >>> plain_value(np.int64(3)), plain_value(float("nan")), plain_value(""), plain_value(["a"])
    (3, None, None, "['a']")
    """
    value = getattr(value, "item", lambda: value)()
    if isinstance(value, str | int | float) and not pd.isna(value):
        return None if value == "" else value
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return None
    return str(value)


def simple_names(names: Iterable[str], *, taken: Iterable[str] = ()) -> dict[str, str]:
    """A simple name for each attribute.

    Parameters
    ----------
    names : iterable of str
        As the survey calls them.
    taken : iterable of str
        Names that stand for something else.

    Returns
    -------
    dict of str to str
        By name; a name that is simple stands for itself.

    Examples
    --------
    >>> simple_names(["county", "Number of staff", "id"])
    {'county': 'county', 'Number of staff': 'Number_of_staff', 'id': 'id_'}
    """
    names, used = list(names), {*RESERVED, *taken}
    simple: dict[str, str] = {}
    # Names that are simple keep themselves, whatever the others are made into.
    for name in sorted(names, key=lambda name: not _is_simple(name)):
        short = re.sub(r"[^0-9A-Za-z]+", "_", name).strip("_") if not _is_simple(name) else name
        short = short if short[:1].isalpha() else f"attribute_{short}".rstrip("_")
        while short in used:
            short += "_"
        simple[name] = short
        used.add(short)
    return {name: simple[name] for name in names}


def _is_simple(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z][0-9A-Za-z_]*", name) is not None


@dataclass(frozen=True)
class Beside:
    """What belongs to no node and to no edge.

    Parameters
    ----------
    wave : Wave
        Which round.
    layers : mapping of str to LayerInfo
        In the order in which they are shown.
    frames : mapping of str to DataFrame
        Those that say what was asked, and the answers that are no ties.
    nodes, edges : mapping of str to str
        The simple name of each attribute.
    text : sequence of str
        Attributes of nodes and edges that are text throughout, so that a blank is a blank text.
    """

    wave: Wave
    layers: Mapping[str, LayerInfo]
    frames: Mapping[str, pd.DataFrame]
    nodes: Mapping[str, str]
    edges: Mapping[str, str]
    text: Sequence[str]

    def to_json(self) -> str:
        """Write it as one text.

        Returns
        -------
        str
        """
        frames = {
            name: frame.astype(object).where(frame.notna(), None).to_dict("list") for name, frame in self.frames.items()
        }
        layers = [asdict(info) for info in self.layers.values()]
        state = {"wave": asdict(self.wave), "layers": layers, "frames": frames}
        state |= {"nodes": dict(self.nodes), "edges": dict(self.edges), "text": list(self.text)}
        return json.dumps(state, ensure_ascii=False, default=str)

    @classmethod
    def from_json(cls, text: str) -> "Beside":
        """Read what `to_json` wrote.

        Parameters
        ----------
        text : str
            JSON.

        Returns
        -------
        Beside
        """
        state: dict[str, Any] = json.loads(text)
        infos = [{**info, "steps": tuple(Step(**step) for step in info["steps"])} for info in state["layers"]]
        layers = {info["name"]: LayerInfo(**info) for info in infos}
        frames = {name: pd.DataFrame(columns) for name, columns in state["frames"].items()}
        return cls(Wave(**state["wave"]), layers, frames, state["nodes"], state["edges"], state["text"])
