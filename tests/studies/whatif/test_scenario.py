"""What a user asks for: names in any spelling, and everything that cannot be at once."""

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.studies.whatif import Scenario, make_scenario


@pytest.fixture
def ours() -> Partnership:
    """A path of four; the list of sectors has one that nobody is of."""
    path = nx.path_graph(["Clinic", "Centro Niños", "School", "Library"])
    nx.set_node_attributes(path, {"Clinic": "Health", "School": "Schools"}, "sector")
    listed = pd.DataFrame({"list": ["all"], "sector": ["Business"], "share": [0.1]})
    return Partnership("Ours", {"1": from_networkx(path)}, {"sectors": listed})


def wrong(ours: Partnership, **asked: object) -> list[str]:
    """What is wrong with a scenario."""
    with pytest.raises(SurveyError) as caught:
        make_scenario(ours, **asked)  # type: ignore[arg-type]
    return [problem.what for problem in caught.value.problems]


def test_names_are_found_however_they_are_written(ours: Partnership) -> None:
    made = make_scenario(ours, ["  CENTRO   nin\u0303os "], [("New Hub", "business")], [("Clinic", "new hub")])
    expected = Scenario(
        "1", ("Centro Niños",), (("New Hub", "Business"),), (("Clinic", "New Hub"),), (), ("collaboration",)
    )
    assert made == expected
    assert not made.empty
    assert make_scenario(ours).empty


def test_a_name_that_is_not_there_has_its_nearest(ours: Partnership) -> None:
    with pytest.raises(SurveyError, match="Did you mean “Clinic”"):
        make_scenario(ours, ["Clinik"])


def test_everything_that_cannot_be_is_said_at_once(ours: Partnership) -> None:
    said = wrong(
        ours,
        without=["Library", "library", "Zoo"],
        join=[("School", "Schools"), ("New Hub", "Sport"), ("New Hub", "Business")],
        connect=[("Clinic", "Centro Niños"), ("Library", "Clinic"), ("Clinic", "Clinic")],
        disconnect=[("Clinic", "School"), ("School", "Clinic")],
    )
    assert said == [
        "“School” cannot join: it is in the partnership already.",
        "“Sport” is not a sector of this partnership.",
        "“New Hub” joins twice.",
        "“Zoo” is not an organization of wave 1.",
        "“Library” is named twice.",
        "“Clinic” is named with itself.",
        "“Clinic” and “Centro Niños” are connected already.",
        "“Library” leaves, so that none of its connections can change.",
        "“Clinic” and “School” are named twice.",
        "“Clinic” and “School” are not connected.",
        "“School” and “Clinic” are not connected.",
    ]


def test_nobody_is_left_if_all_leave(ours: Partnership) -> None:
    assert wrong(ours, without=ours.graph().names) == ["Nobody is left: every organization leaves."]


def test_a_pair_is_not_made_and_ended_at_once(ours: Partnership) -> None:
    said = wrong(ours, connect=[("Clinic", "Library")], disconnect=[("Library", "Clinic")])
    assert "“Clinic” and “Library” are to be connected and disconnected at once." in said


def test_two_that_have_not_answered_report_nothing() -> None:
    graph = from_networkx(nx.empty_graph(["A", "B", "C"]))
    asked = graph["asked"].assign(answered=[False, False, True])
    silent = type(graph)(graph.wave, graph.layers, {**graph.frames, "asked": asked}, graph.directed)
    ours = Partnership("P", {"1": silent})
    assert wrong(ours, connect=[("A", "B")]) == [
        "Neither of “A” and “B” has answered, so that nobody could report a connection."
    ]
    assert make_scenario(ours, connect=[("A", "C")]).connect == (("A", "C"),)


def test_waves_and_layers_that_are_not_there(ours: Partnership) -> None:
    for asked in ({"wave": "2030"}, {"layers": ["rides"]}):
        with pytest.raises(UnknownNameError):
            make_scenario(ours, ["Clinic"], **asked)
