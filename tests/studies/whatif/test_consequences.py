"""What anybody can see of a change, on small networks drawn by hand."""

import networkx as nx
import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.studies.whatif import attachments_of, consequences_of, edited, make_scenario
from stakeholder_graph.studies.whatif.consequences import HoursGiven


def barbell() -> Partnership:
    """Two triangles that a bridge joins; one pupil hangs on the bridge, another on a corner, and one is alone."""
    network = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z"), ("c", "q")])
    network.add_edges_from([("bridge", "a"), ("bridge", "b"), ("bridge", "x"), ("bridge", "p")])
    network.add_node("alone")
    nx.set_node_attributes(network, dict.fromkeys("abcxyz", "triangle") | {"bridge": "bridges"}, "sector")
    graph = from_networkx(network)
    carried = pd.DataFrame(
        {
            "organization": ["bridge", "bridge", "a"],
            "kind": ["outcome", "team", "outcome"],
            "item": ["Reading", "Early Years", "Health"],
        }
    )
    graph = type(graph)(graph.wave, graph.layers, {**graph.frames, "affiliations": carried}, graph.directed)
    strategies = pd.DataFrame(
        {"strategy": ["Rides", "Visits"], "outcome": ["", ""], "partners": ["bridge", "bridge; a"]}
    )
    return Partnership("Barbell", {"1": graph}, {"strategies": strategies})


def test_without_the_bridge() -> None:
    attached = attachments_of(barbell(), "1")
    seen = consequences_of(attached, attached.without(["bridge"]))
    assert seen.connections == (11, 7)
    assert seen.alone == ("p",), "who was alone before is not left alone by this"
    assert seen.cut_off == (("x", "y", "z"),)
    assert (seen.sectors, seen.outcomes, seen.teams) == (("bridges",), ("Reading",), ("Early Years",))
    assert seen.strategies == ("Rides",)
    assert seen.reached == ()


def test_the_edited_partnership_stands_as_the_short_cut_says() -> None:
    ours = barbell()
    short = attachments_of(ours, "1")
    for name in ours.graph().names:
        left = attachments_of(edited(ours, make_scenario(ours, [name])), "1")
        assert consequences_of(short, left) == consequences_of(short, short.without([name]))


def test_who_gets_a_way_to_the_others() -> None:
    ours = barbell()
    made = edited(ours, make_scenario(ours, connect=[("alone", "q")]))
    seen = consequences_of(attachments_of(ours, "1"), attachments_of(made, "1"))
    assert (seen.connections, seen.reached, seen.alone, seen.cut_off) == ((11, 12), ("alone",), (), ())


def test_nobody_gets_a_way_because_another_group_falls_apart() -> None:
    # Without the hub the pair is the largest group; it is connected with nobody whom it had not before.
    attached = attachments_of(
        Partnership("Star", {"1": from_networkx(nx.Graph([("hub", "x"), ("hub", "y"), ("a", "b")]))}), "1"
    )
    seen = consequences_of(attached, attached.without(["hub"]))
    assert (seen.alone, seen.reached, seen.cut_off) == (("x", "y"), (), ())


def test_who_loses_only_the_one_who_leaves_keeps_its_way() -> None:
    # As many are left of the largest group as of the other one; nobody but the one who left is out of reach.
    network = nx.Graph([("x", "y"), ("y", "leaf"), ("a", "b")])
    attached = attachments_of(Partnership("Two", {"1": from_networkx(network)}), "1")
    seen = consequences_of(attached, attached.without(["leaf"]))
    assert (seen.alone, seen.reached, seen.cut_off) == ((), (), ())


def test_hours_of_those_who_stay() -> None:
    steps = (Step(1, "yearly", hours=1), Step(2, "weekly", hours=8))
    ties = [("a", "b", 2.0), ("b", "a", 1.0), ("b", "c", 2.0), ("c", "a", 1.0)]
    frames = {
        "organizations": pd.DataFrame({"organization": ["a", "b", "c", "d"]}),
        "ties": pd.DataFrame(ties, columns=["from", "to", "value"]).assign(layer="work"),
        "asked": pd.DataFrame(
            {"organization": ["a", "b", "c", "d"], "layer": "work", "answered": [True] * 3 + [False]}
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work", steps)}, frames)
    ours = Partnership("Ours", {"1": graph}, {})
    short = attachments_of(ours, "1")
    # b gives 1 to a and 8 to c, c gives 1 to a: of these 10 only the 8 stay once a has left.
    assert consequences_of(short, short.without(["a"])).hours == HoursGiven("work", 10, 8, 1)
    for name in graph.names:
        left = attachments_of(edited(ours, make_scenario(ours, [name])), "1")
        assert consequences_of(short, left).hours == consequences_of(short, short.without([name])).hours
    barbells = attachments_of(barbell(), "1")
    assert consequences_of(barbells, barbells).hours is None  # nobody stated hours
