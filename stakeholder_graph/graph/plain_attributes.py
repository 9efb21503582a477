"""Attributes as every graph file can hold them: text, numbers and flags under simple names, and the rest as one JSON.

GML takes names of letters, digits and underscores only, and Pajek no blank text. So an attribute whose name is not as
simple gets a simple one, a blank is left out, and what belongs to no node and to no edge becomes one text.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from stakeholder_graph.model.survey import LayerInfo, Step, Wave

Plain = str | int | float | bool


def plain_number(value: Any) -> Any:
    """Make a number of numpy one of Python, and leave all else as it is, arrays among it.

    Parameters
    ----------
    value : object
        Any.

    Examples
    --------
    >>> import numpy as np
    >>> plain_number(np.float32(0.5)), plain_number("a"), plain_number(np.array([1, 2]))
    (0.5, 'a', array([1, 2]))
    """
    return value.item() if getattr(value, "ndim", None) == 0 else value


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
    value = plain_number(value)
    if isinstance(value, str | int | float) and not pd.isna(value):
        return None if value == "" else value
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return None
    return str(value)


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
