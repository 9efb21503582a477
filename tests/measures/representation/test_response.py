"""The first line: how many answered, how many answers were set aside, and how many are still to come."""

import networkx as nx
import pytest

from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.measures.representation.response import how_many_answered, response
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.views.sentences import say


@pytest.mark.parametrize(
    ("answered", "listed", "aside", "said"),
    [
        (14, 18, 1, "14 of 18 organizations answered in a way that counts; 1 sent an answer that is set aside, and no "
                    "answer has come yet from 3."),
        (1, 4, 2, "1 of 4 organizations answered in a way that counts; 2 sent an answer that is set aside, and no "
                  "answer has come yet from 1."),
        (9, 11, 1, "9 of 11 organizations answered in a way that counts; 1 sent an answer that is set aside, and no "
                   "answer has come yet from 1."),
        (17, 18, 1, "17 of 18 organizations answered in a way that counts; answers that came and are set aside: 1."),
        (14, 18, 0, "14 of 18 organizations answered; what the other 4 would say is not known."),
        (18, 18, 0, "All 18 organizations answered."),
    ],
)  # fmt: skip
def test_the_numbers_add_up(answered: int, listed: int, aside: int, said: str) -> None:
    message = how_many_answered(answered, listed, aside)
    assert say(message, "response") == said
    assert answered + aside + int(message.fields["silent"] or 0) == listed


@pytest.mark.parametrize(
    ("directed", "said", "silent"),
    [
        # C stands only in the second column: without direction it has its connection all the same, and D has none.
        (False, "all_assumed_untied", 1),
        (True, "all_assumed_answered", 2),
    ],
)
def test_of_ties_without_direction_either_end_has_a_connection(directed: bool, said: str, silent: int) -> None:
    network: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    network.add_nodes_from("ABCD")
    network.add_edges_from([("A", "B"), ("B", "C")])
    graph = from_networkx(network)
    info = SurveyInfo("P", answered_known=False)
    (caveat,) = response(graph, Partnership(info, {graph.wave.name: graph}, {})).caveats
    assert (caveat.id, caveat.fields["silent"]) == (said, silent)
