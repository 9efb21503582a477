"""A team waits to be convened only where none is there: ten who work on an outcome and hardly tie with each other."""

from itertools import combinations

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.views.sentences import headline

NAMES = [f"{group} {k:02}" for group in "ABC" for k in range(10)]
OUTCOMES = {"A": ("Math", "Algebra"), "B": ("Reading", "Books"), "C": ("Health", "Food")}


def planted(
    teams: dict[str, str], seats: dict[str, list[str]] | None = None, source: str = "list"
) -> tuple[Partnership, Finding]:
    """Three groups of ten by what they work on; those of A are tied to all but each other."""
    ties = [(a, b) for a, b in combinations(NAMES, 2) if not a[0] == b[0] == "A" and (far_apart(a, b) or a[0] == b[0])]
    carried = [(name, "outcome", item) for name in NAMES for item in OUTCOMES[name[0]]]
    carried += [(name, "team", team) for team, members in (seats or {}).items() for name in members]
    items = [("outcome", item, "") for pair in OUTCOMES.values() for item in pair]
    items += [("team", team, outcome) for team, outcome in teams.items()]
    frames = {
        "organizations": pd.DataFrame({"organization": NAMES, "sector": "x"}),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
        "affiliations": pd.DataFrame(carried, columns=["organization", "kind", "item"]).assign(source=source),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed=False)
    listed = pd.DataFrame(items, columns=["kind", "item", "outcome"]).assign(scale="", steering=False, public=False)
    whole = Partnership("P", {"1": graph}, {"items": listed})
    (found,) = assess(whole, ["outcome_clusters"])
    return whole, found


def far_apart(a: str, b: str) -> bool:
    return (int(a[2:]) + int(b[2:])) % 2 == 0


@pytest.mark.parametrize(
    ("teams", "seats", "said"),
    [
        ({}, {}, "A team waiting to be convened."),
        ({"Reading crew": "Reading"}, {"Reading crew": ["B 01"]}, "A team waiting to be convened."),
        (
            {"Crew": "Math"},
            {"Crew": ["A 01", "A 02", "B 01"]},
            "Teams for these outcomes: Crew. Of the 10, 2 sit on one.",
        ),
        ({"Crew": "Algebra"}, {}, "Teams for these outcomes: Crew."),
        ({"Crew": ""}, {"Crew": ["A 01"]}, "for organizations with as many partners."),
    ],
    ids=["no team", "a team for another", "a team", "a team without seats", "a team for what is not said"],
)
def test_who_is_told_that_a_team_waits(teams: dict[str, str], seats: dict[str, list[str]], said: str) -> None:
    whole, found = planted(teams, seats)
    assert headline(found).startswith("10 organizations work on the same outcomes (")
    assert headline(found).endswith(said)
    # The room finds the same on its lines and lists.
    room = make_copy("partners", whole, [found], "1", ["outcome_clusters"]).find("outcome_clusters")
    assert room is not None
    assert headline(room).endswith(said)
