"""How often a guess from lines is right: that those with the fewest lines are those that have not answered."""

from collections import Counter

from stakeholder_graph.frames.pairs import fold
from stakeholder_graph.graph import PartnerGraph

#: Promises under which lines are drawn by name.
NAMED = ("named", "named with strength")


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
