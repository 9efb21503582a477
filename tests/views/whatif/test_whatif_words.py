"""A scenario and its consequences in sentences."""

from stakeholder_graph.studies.whatif import Change, Consequences, Scenario
from stakeholder_graph.studies.whatif.consequences import HoursGiven
from stakeholder_graph.views.whatif.whatif_text import before_after
from stakeholder_graph.views.whatif.whatif_words import sentences, title_of


def test_of_many_names_the_rest_is_counted() -> None:
    alone = tuple(f"Org {k}" for k in range(11))
    said = sentences(Scenario("1", ("Hub",)), Consequences((20, 9), alone))
    assert said[0].endswith("Org 7 and 3 more.")
    assert said[1] == "Connections of any kind: 20 before, 9 after (−11)."


def test_each_consequence_has_its_sentence() -> None:
    seen = Consequences(
        (4, 3), (), (("a", "b"),), ("c",), ("Health",), ("Reading",), ("Early Years",), ("Rides", "Visits")
    )
    assert sentences(Scenario("1", ("Hub",)), seen) == (
        "2 organizations stay connected with each other and lose their way to the others: a and b.",
        "1 organization gets a way to the others: c.",
        "Connections of any kind: 4 before, 3 after (−1).",
        "Nobody is left of Health.",
        "Nobody is left who works on Reading.",
        "Nobody is left in the team Early Years.",
        "No partner is left in the strategy Rides and Visits.",
    )


def test_a_departure_that_cuts_off_nobody_says_so() -> None:
    said = sentences(Scenario("1", ("Hub",)), Consequences((4, 3)))
    assert said[0] == "Without Hub, everybody who has a connection keeps one, and nobody is cut off."


def test_where_no_connection_is_known_nobody_is_said_to_keep_one() -> None:
    said = sentences(Scenario("1", ("Hub",)), Consequences((0, 0)))
    assert said == ("No connection is known here, as it is or as it would be, so nobody can lose one.",)


def test_a_change_of_ties_alone_speaks_of_no_departure() -> None:
    said = sentences(Scenario("1", disconnect=(("a", "b"),)), Consequences((4, 3), ("a",)))
    assert said[0] == "1 organization has no connection left: a."
    assert title_of(Scenario("1")) == "As it is"


def test_two_values_are_told_apart_where_they_differ() -> None:
    assert before_after(Change("x", "density", (), "share", 0.18, 0.16)) == ("18%", "16%")
    assert before_after(Change("x", "density", (), "share", None, 0.16)) == ("–", "16%")
    tiny = Change("x", "density", (), "index", 0.5, 0.5000001)
    assert before_after(tiny) == ("0.5", "0.5000001")
    assert before_after(Change("x", "density", (), "share", 0.40031, 0.40143)) == ("40%", "40.1%")


def test_hours_are_said_where_a_scale_states_them() -> None:
    hours = HoursGiven("work", 40.0, 31.5, 0.5)
    said = sentences(Scenario("1", ("Hub",)), Consequences((4, 3), hours=hours))
    assert "Hours a month that those who stay give to their connections in work: 40 before, 31.5 after." in said
    said = sentences(Scenario("1", connect=(("a", "b"),)), Consequences((4, 5), hours=HoursGiven("work", 4, 4, 0.5)))
    assert "A new connection takes about 0.5 hours a month of each." in said
    assert not any("before" in sentence and "Hours" in sentence for sentence in said)
