"""The lines of one wave as a copy may draw them: each pair once, and never who said so."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from stakeholder_graph.editions.line_rule import may_draw_lines
from stakeholder_graph.editions.release import Line
from stakeholder_graph.frames import natural
from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo

#: Promises under which lines are drawn by name.
NAMED = ("named", "named with strength")


def lines_drawn(graph: PartnerGraph, layers: Sequence[LayerInfo], info: SurveyInfo) -> tuple[Line, ...] | None:
    """Each pair with a tie, where lines do not show who has not answered.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, whole.
    layers : sequence of LayerInfo
        The layers that were promised to be shown by name.
    info : SurveyInfo
        Whether respondents were told that it is shown who answered, and how strict the rule is.

    Returns
    -------
    tuple of Line, or None
        None where lines may not be drawn.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a")]))
    >>> lines_drawn(graph, tuple(graph.layers.values()), SurveyInfo("Ours"))
    (Line(layer='collaboration', first='a', second='b', level=None),)
    """
    codes = {layer.name: k for k, layer in enumerate(layers)}
    with_level = {layer.name for layer in layers if layer.promise == "named with strength"}
    ties = graph["ties"]
    ties = ties[ties["layer"].isin(list(codes))]
    level = ties["value"].where(ties["layer"].isin(list(with_level))).to_numpy(dtype=float)
    if info.who_answered != "named" and not _may_draw(graph, ties, codes, level if with_level else None, info):
        return None
    low, high = fold(ties["from"].to_numpy(dtype=object), ties["to"].to_numpy(dtype=object))
    pairs = pd.DataFrame({"layer": ties["layer"].to_numpy(dtype=object), "first": low, "second": high, "level": level})
    closest = pairs.groupby(["layer", "first", "second"], as_index=False)["level"].max()
    lines = [
        Line(layer, first, second, None if np.isnan(value) else float(value))
        for layer, first, second, value in closest.itertuples(index=False)
    ]
    return tuple(sorted(lines, key=lambda line: (codes[line.layer], natural(line.first), natural(line.second))))


def _may_draw(
    graph: PartnerGraph, ties: pd.DataFrame, codes: dict[str, int], level: "np.ndarray | None", info: SurveyInfo
) -> bool:
    ends = [graph.index.get_indexer(pd.Index(ties[end])) for end in ("from", "to")]
    nominations = np.stack([ties["layer"].map(codes).to_numpy(), *ends], axis=1).astype(np.intp)
    # Of a kind of tie without direction it is not known who reported it.
    directed = all(map(graph.has_direction, codes))
    return may_draw_lines(graph.answered, nominations, level, directed=directed, strict=info.strict)


def guessed_right(graph: PartnerGraph) -> tuple[int, int] | None:
    """How many of the organizations with the fewest lines have not answered, of as many as have not.

    Parameters
    ----------
    graph : PartnerGraph
        One wave, whole.

    Returns
    -------
    tuple of (int, int) or None
        How many such guesses are right, and how many would be if anybody were picked; of those level at the border
        the usual share counts. None where everybody answered or nobody, and where no kind of tie may be drawn by name.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> guessed_right(from_networkx(nx.path_graph(3))) is None
    True
    """
    names = [layer.name for layer in graph.layers.values() if layer.promise in NAMED]
    ties = graph["ties"]
    ties = ties[ties["layer"].isin(names) & (ties["from"] != ties["to"])]
    silent = [name for name, yes in zip(graph.names, graph.answered, strict=True) if not yes]
    if not names or not silent or len(silent) == len(graph.names) or ties.empty:
        return None
    low, high = fold(ties["from"].to_numpy(dtype=object), ties["to"].to_numpy(dtype=object))
    lines = Counter(name for pair in set(zip(low, high, strict=True)) for name in pair)
    border = sorted(lines[name] for name in graph.names)[len(silent) - 1]
    below = [name for name in graph.names if lines[name] < border]
    level = [name for name in graph.names if lines[name] == border]
    still = set(silent)
    share = sum(name in still for name in level) / len(level)
    right = sum(name in still for name in below) + share * (len(silent) - len(below))
    return round(right), round(len(silent) ** 2 / len(graph.names))
