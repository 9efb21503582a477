"""What was asked in each round, of whom, and how much of it is known."""

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.model.table import ABSENT, Cell, Column, Table
from stakeholder_graph.studies.survey_response import LayerResponse, layer_response
from stakeholder_graph.text import N_

#: What respondents were told of who would see an answer.
PROMISES = {
    "named with strength": N_("others see who is tied, and how closely"),
    "named": N_("others see who is tied"),
    "aggregate": N_("others see totals only"),
    "backbone": N_("only the backbone sees it"),
}
#: How the answers of several people for one organization became one.
COMBINED = {
    "most": N_("the strongest tie that any of them reported"),
    "mean": N_("the mean of those they reported"),
    "latest": N_("the latest answer"),
}


def lists_alone(partnership: Partnership) -> bool:
    """Whether lists are all there is: nobody was asked in any round, and no tie is known.

    Parameters
    ----------
    partnership : Partnership
        Everything.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> lists_alone(Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}))
    False
    """
    return not partnership.info.surveyed and not any(graph.layers for graph in partnership.graphs.values())


def rounds(partnership: Partnership) -> Table:
    """List the rounds, with how many were listed and how many answered.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    """
    graphs = list(partnership.graphs.values())
    return Table.of(
        {
            Column("wave", N_("Round"), "text", ordered=True): [graph.wave.name for graph in graphs],
            Column("date", N_("Date"), "text"): [graph.wave.date or ABSENT for graph in graphs],
            Column("mode", N_("How people answered"), "text"): [graph.wave.mode or ABSENT for graph in graphs],
            Column("wording", N_("The question about ties"), "text"): [
                graph.wave.wording or ABSENT for graph in graphs
            ],
            Column("closes", N_("Closed on"), "text"): [
                partnership.info.closes.get(name, ABSENT) for name in partnership.graphs
            ],
            Column("listed", N_("Listed"), "count"): [len(graph.names) for graph in graphs],
            Column("answered", N_("Answered"), "count"): [int(graph.answered.sum()) for graph in graphs],
        }
    )


def kinds_of_tie(partnership: Partnership) -> Table:
    """List the kinds of tie of each round: how they were asked, and how much of them is known.

    Parameters
    ----------
    partnership : Partnership
        Everything.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> row = kinds_of_tie(Partnership("P", {"1": from_networkx(nx.DiGraph([(1, 2), (2, 1), (2, 3)]))}, {})).rows[0]
    >>> row["mentions"], row["connections"], row["possible"], row["not_known"]
    (3, 2, 6, 0)
    """
    every = [(graph, info) for graph in partnership.graphs.values() for info in graph.layers.values()]
    responses = [layer_response(graph, info.name) for graph, info in every]
    infos = [info for _graph, info in every]
    return Table.of(
        {
            Column("wave", N_("Round"), "text", ordered=True): [graph.wave.name for graph, _info in every],
            Column("layer", N_("Kind of tie"), "text"): [info.name for info in infos],
            Column("scale", N_("Scale"), "text"): [_steps(info) or ABSENT for info in infos],
            Column("promise", N_("Promise"), "term", labels=PROMISES): [info.promise for info in infos],
            Column("combine", N_("Several answers of one organization"), "term", labels=COMBINED): [
                info.combine for info in infos
            ],
            Column("asked_of", N_("Asked only of partners in"), "text"): [info.asked_of or ABSENT for info in infos],
            Column("directed", N_("Has a direction"), "flag"): [info.directed for info in infos],
            Column("connections", N_("Connections"), "count"): [response.n_pairs for response in responses],
            Column("mentions", N_("Mentions"), "count"): [response.n_ties for response in responses],
            Column("possible", N_("Possible"), "count"): [
                _whole(response.n_possible, response) for response in responses
            ],
            Column("not_known", N_("Not known"), "count"): [
                _whole(response.n_unknown, response) for response in responses
            ],
            Column("one_side", N_("Named by one side only"), "count"): [
                response.n_unreturned for response in responses
            ],
        }
    )


def _whole(count: int, response: LayerResponse) -> Cell:
    """A count over all pairs; none where only partners were to be judged."""
    return ABSENT if response.asked_of else count


def _steps(info: LayerInfo) -> str:
    """The scale from least to most; in brackets what is no tie."""
    said = (f"{step.value:g} {step.name}" for step in info.steps)
    return "; ".join(text if step.tie else f"({text})" for text, step in zip(said, info.steps, strict=True))
