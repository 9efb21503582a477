"""How graphs show themselves: one line on the console, a small table in a notebook."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.model.html_table import HtmlCell, html_table
from stakeholder_graph.text import _

if TYPE_CHECKING:
    from stakeholder_graph.graph.partner_graph import PartnerGraph


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    Parameters
    ----------
    count : int
        How many.
    noun : str
        In the singular; its plural ends in s.

    Returns
    -------
    str

    Examples
    --------
    >>> counted(1, "layer"), counted(1200, "tie")
    ('1 layer', '1,200 ties')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counts_of(graph: "PartnerGraph", *, answered_known: bool = True) -> str:
    """What a graph holds, in one line.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave.
    answered_known : bool
        False where nothing says who answered, so that the line says nothing of it either.

    Returns
    -------
    str
    """
    answered = [f"{int(graph.answered.sum()):,} answered"] if answered_known else []
    ties = sum(_ties(graph, name) for name in graph.layers)
    organizations, layers = counted(len(graph.names), "organization"), counted(len(graph.layers), "layer")
    return ", ".join([organizations, *answered, layers, counted(ties, "tie")])


def graphs_table(title: str, graphs: Mapping[str, "PartnerGraph"], *, answered_known: bool = True) -> str:
    """A table of graphs for a notebook, a row for each wave and layer.

    Parameters
    ----------
    title : str
        Its caption.
    graphs : mapping of str to PartnerGraph
        By wave.
    answered_known : bool
        False where nothing says who answered, so that there is no column for it.

    Returns
    -------
    str
        HTML, in which all text of the survey is escaped.
    """
    head = [_("Wave"), _("Layer"), _("Ties"), _("Organizations"), *([_("Answered")] if answered_known else [])]
    rows: list[list[HtmlCell]] = []
    for wave, graph in graphs.items():
        sizes = [len(graph.names), *([int(graph.answered.sum())] if answered_known else [])]
        layers: list[list[HtmlCell]] = [[name, _ties(graph, name)] for name in graph.layers] or [["", None]]
        rows += [[wave, *layer, *sizes] for layer in layers]
    return html_table(head, rows, title)


def _ties(graph: "PartnerGraph", name: str) -> int:
    """Pairs of which at least one names the other, as the map draws them."""
    return len(distinct_pairs(*graph.layer(name).edge_index)[0])
