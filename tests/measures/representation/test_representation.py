"""Who is at the table, in what shares, in which teams: by hand, by scipy, and on the example, where it is planted."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, entropy

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx, to_partnership
from stakeholder_graph.measures.representation._voices import voices_in
from stakeholder_graph.measures.representation.location_quotient import location_quotient
from stakeholder_graph.measures.representation.sector_coverage import sector_coverage
from stakeholder_graph.measures.representation.sector_diversity import sector_diversity
from stakeholder_graph.measures.representation.team_coverage import team_coverage
from stakeholder_graph.model.finding import Finding, Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.model.table import Cell, Disclosure, Table
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.sentences import headline

Of = Callable[[PartnerGraph, Partnership], Measured]
NAMES = ("sector_coverage", "location_quotient", "sector_diversity", "team_coverage")


@cache
def wren() -> Partnership:
    return to_partnership(read_partnership(Path(__file__).resolve().parents[3] / "surveys" / "wren-county"))


@cache
def found(name: str) -> Finding:
    return assess(wren(), [name], settings=MeasureSettings(permutations=99, draws=20))[0]


def by(table: Table | None, key: str) -> dict[Cell, dict[str, Cell]]:
    assert table is not None
    return {row[key]: dict(row) for row in table.rows}


def partnership(
    sectors: dict[str, int],
    shares: dict[str, float | None] | None = None,
    *,
    seats: tuple[tuple[str, str, str], ...] = (),
    silent: tuple[str, ...] = (),
    attributes: dict[str, list[str]] | None = None,
    others: tuple[tuple[str, str, float | None], ...] = (),
) -> Partnership:
    """Organizations called after their sector and a number, each naming the next."""
    people = pd.DataFrame([(f"{name} {k}", name) for name, count in sectors.items() for k in range(count)])
    people.columns = pd.Index(["organization", "sector"])
    people = people.assign(**(attributes or {}))
    names = people["organization"]
    ties = pd.DataFrame({"from": names, "to": np.roll(names, -1), "layer": "work", "value": 1.0})
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": ~names.isin(silent)})
    frames = {
        "organizations": people,
        "ties": ties[~ties["from"].isin(silent)],
        "asked": asked,
        "affiliations": pd.DataFrame(seats, columns=["organization", "kind", "item"]),
    }
    listed = [("ours", name, share) for name, share in (shares or {}).items()] + list(others)
    items = {(kind, item) for _, kind, item in seats}
    lists = {
        "sectors": pd.DataFrame(listed, columns=["list", "sector", "share"]).astype({"share": "float64"}),
        "items": pd.DataFrame(
            [(kind, item, kind == "meeting") for kind, item in sorted(items)], columns=["kind", "item", "steering"]
        ),
    }
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, lists)


def measured(of: Of, whole: Partnership) -> Measured:
    return of(whole.graph(), whole)


def test_the_example_lacks_public_safety() -> None:
    assert headline(found("sector_coverage")) == "Missing at the table: Public safety."
    rows = by(found("sector_coverage").table, "sector")
    assert rows["Public safety"] == {
        "sector": "Public safety",
        "expected": True,
        "listed": 0,
        "share": 0.0,
        "reference_share": 0.04,
        "answered": 0,
        "tied": 0,
        "teams": 0,
        "steering": 0,
        "state": "missing",
        "next_step": "invite",
    }
    assert rows["Business"]["state"] == rows["Houses of worship"]["state"] == "too close to call"


def test_in_the_example_residents_sit_in_one_team_and_do_not_steer() -> None:
    finding = found("team_coverage")
    assert headline(finding) == "Somebody of Residents sits in one of 6 teams, but nobody on steering."
    assert finding.reading is not None
    assert finding.reading.tone == "concern"
    teams = by(finding.tables["teams"], "item")
    with_residents = [team for team, row in teams.items() if "Residents" not in str(row["nobody_from"])]
    assert with_residents == ["Early Years"]
    assert by(finding.tables["steering"], "item")["Steering committee"]["nobody_from"] == "Public safety, Residents"


def test_the_room_hears_of_residents_what_the_lists_of_teams_say_and_no_outcome() -> None:
    (room,) = make_copy("partners", wren(), [found("team_coverage")], "2025", ["team_coverage"]).findings
    assert headline(room) == "Somebody of Residents sits in one of 6 teams, but nobody on steering."
    assert dict(by(room.table, "sector")["Residents"]) == {
        "sector": "Residents",
        "listed": 3,
        "residents": True,
        "teams": 1,
        "steering": 0,
    }
    assert set(room.tables) == {"teams", "steering"}


def test_the_room_hears_nothing_of_teams_that_answers_alone_tell() -> None:
    frames = wren().graph().frames
    answered = {**frames, "affiliations": frames["affiliations"].assign(source="answer")}
    whole = Partnership(wren().info, {"2025": replace(wren().graph(), frames=answered)}, wren().lists)
    copy = make_copy("partners", whole, [found("team_coverage")], "2025")
    assert copy.find("team_coverage") is None
    assert copy.partnership.graph()["affiliations"].empty
    assert "Early Years" in copy.items


@pytest.mark.parametrize("kind", ["team", "meeting"])
def test_what_teams_were_promised_binds_the_room(kind: str) -> None:
    confidential = replace(wren(), info=replace(wren().info, promises={kind: "backbone"}))
    copy = make_copy("partners", confidential, [found("team_coverage")], "2025")
    assert kind not in set(copy.partnership.graph()["affiliations"]["kind"])
    room = copy.find("team_coverage")
    assert (room is None) == (kind == "team")
    assert room is None or set(room.tables) == {"teams"}


def test_outcomes_are_not_known_where_most_of_a_sector_have_not_answered() -> None:
    rows = by(found("team_coverage").tables["outcomes"], "item")
    assert "Business" in str(rows["Graduation"]["not_known"])
    assert not any("Business" in str(row["nobody_from"]) for row in rows.values())


def test_quotients_and_exact_tests_of_the_example() -> None:
    rows = by(found("location_quotient").table, "sector")
    assert rows["Funders"]["location_quotient"] == pytest.approx((4 / 61) / 0.03)
    for row in rows.values():
        test = binomtest(int(row["listed"] or 0), 61, float(row["reference_share"] or 0))
        assert row["p"] == pytest.approx(test.pvalue)
    assert found("location_quotient").value == 0


def test_a_sector_far_beyond_its_share_is_named() -> None:
    whole = partnership({"A": 18, "B": 2}, {"A": 0.5, "B": 0.5})
    rows = by(measured(location_quotient, whole).table, "sector")
    # Both sides are one and the same test: 2 * sum of C(20, k) for k to 2, over 2^20.
    assert rows["A"]["p"] == rows["A"]["p_adjusted"] == pytest.approx(2 * (1 + 20 + 190) / 2**20)
    assert (rows["A"]["verdict"], rows["B"]["verdict"]) == ("more than its share", "less than its share")
    assert measured(location_quotient, whole).value == 2


def test_a_quotient_needs_a_share() -> None:
    rows = by(measured(location_quotient, partnership({"A": 3, "B": 2}, {"A": 0.5, "B": None})).table, "sector")
    assert (rows["B"]["location_quotient"], rows["B"]["p"], rows["B"]["verdict"]) == (None, None, "not known")
    none = measured(location_quotient, partnership({"A": 3, "B": 2}, {"A": None}))
    assert (none.value, [caveat.id for caveat in none.caveats]) == (None, ["no_shares"])


def test_a_further_list_has_its_own_quotients_for_the_backbone_only() -> None:
    whole = partnership({"A": 3, "B": 3}, {"A": 0.5, "B": 0.5})
    graph = whole.graph()
    people = graph.organizations.assign(**{"Age served": ["Teens"] * 4 + ["Birth to five", ""]})
    further = pd.DataFrame({"list": "Age served", "sector": ["Teens", "Birth to five"], "share": [0.25, 0.75]})
    lists = {**whole.lists, "sectors": pd.concat([whole.lists["sectors"], further])}
    aged = replace(graph, frames={**graph.frames, "organizations": people})
    found = location_quotient(aged, Partnership("P", {"1": aged}, lists))
    rows = by(found.tables["Age served"], "sector")
    assert rows["Teens"]["listed"] == 4
    assert rows["Teens"]["location_quotient"] == pytest.approx((4 / 5) / 0.25)
    # Four or more of five at .25: 15 + 1 of 1,024.
    assert rows["Teens"]["p"] == pytest.approx(16 / 1024)
    assert found.tables["Age served"].discloses == Disclosure.PAIR


def test_percentages_are_shares() -> None:
    shares = by(measured(location_quotient, partnership({"A": 3, "B": 2}, {"A": 50, "B": 150})).table, "sector")
    assert [row["reference_share"] for row in shares.values()] == [0.25, 0.75]


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6))
def test_diversity_is_what_others_compute(counts: list[int]) -> None:
    sizes = {f"S{k}": count for k, count in enumerate(counts)}
    n, k = sum(counts), len(counts)
    found = measured(sector_diversity, partnership(sizes))
    row = found.tables["network"].rows[0]
    assert row["blau"] == pytest.approx(1 - sum((count / n) ** 2 for count in counts))
    assert found.value == row["iqv"] == pytest.approx(float(row["blau"] or 0) * k / (k - 1))
    assert row["shannon"] == pytest.approx(float(entropy(counts)))


def test_a_sector_of_the_list_that_is_absent_counts_against_diversity() -> None:
    even = partnership({"A": 2, "B": 2}, {"A": None, "B": None, "C": None, "D": None})
    assert measured(sector_diversity, even).value == pytest.approx(0.5 / (1 - 1 / 4))


def test_more_than_half_of_the_table() -> None:
    whole = partnership({"A": 8, "B": 2, "C": 2}, {"A": 0.3, "B": 0.3, "C": 0.4})
    assert by(measured(sector_coverage, whole).table, "sector")["A"]["state"] == "more than half the table"
    # Where more than half is its share, it is not too much.
    whole = partnership({"A": 8, "B": 2, "C": 2}, {"A": 0.6, "B": 0.2, "C": 0.2})
    assert by(measured(sector_coverage, whole).table, "sector")["A"]["state"] == "at the table"


def test_another_list_is_of_the_column_called_so() -> None:
    whole = partnership(
        {"Schools": 2, "Health": 2},
        {"Schools": 0.5, "Health": 0.5},
        attributes={"age served": ["Teens", "Teens", "Birth to five", ""]},
        others=(("Age served", "Teens", None), ("Age served", "Adults", None), ("Region", "North", None)),
    )
    found = measured(sector_coverage, whole)
    rows = by(found.tables["Age served"], "sector")
    assert {sector: (row["expected"], row["listed"]) for sector, row in rows.items()} == {
        "Adults": (True, 0),
        "Birth to five": (False, 1),
        "Teens": (True, 2),
    }
    assert rows["Adults"]["next_step"] == "invite"
    assert [(caveat.id, caveat.fields["list"]) for caveat in found.caveats] == [("no_column", "Region")]
    finding = assess(whole, ["sector_coverage"])[0]
    assert not make_copy("partners", whole, [finding], "1").findings[0].tables


def test_lists_of_teams_count_those_who_have_not_answered_answers_do_not() -> None:
    seats = (("A 0", "team", "Reading"), ("B 0", "team", "Reading"), ("A 0", "outcome", "Grades"))
    whole = partnership({"A": 2, "B": 1, "C": 1}, seats=seats, silent=("B 0", "C 0"))
    found = measured(team_coverage, whole)
    assert found.value == pytest.approx(2 / 3)
    assert by(found.tables["teams"], "item")["Reading"]["nobody_from"] == "C"
    assert by(found.tables["outcomes"], "item")["Grades"] | {"organizations": 0} == {
        "item": "Grades",
        "organizations": 0,
        "nobody_from": "",
        "not_known": "B, C",
    }
    assert by(found.table, "sector")["C"]["outcomes"] is None


def test_without_teams_there_is_no_value() -> None:
    found = measured(team_coverage, partnership({"A": 2}))
    assert found.value is None
    assert {caveat.id for caveat in found.caveats} == {"no_teams", "no_residents"}


@pytest.mark.parametrize("name", ["Residents", "Community members with lived experience", "Parents and caregivers"])
def test_residents_are_known_by_their_sector(name: str) -> None:
    assert voices_in(name).voices


@pytest.mark.parametrize("name", ["Community colleges", "Residential care", "Apparent", "Family services"])
def test_services_are_not_residents(name: str) -> None:
    assert not voices_in(name).voices


@pytest.mark.parametrize("of", [sector_coverage, location_quotient, sector_diversity, team_coverage])
def test_nobody_and_one(of: Of) -> None:
    for sizes in ({"A": 0}, {"A": 1}):
        whole = partnership(sizes) if sizes["A"] else Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {})
        found = measured(of, whole)
        assert found.value is None
        assert found.caveats


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ({"Crew": "AB", "Steering": "A"}, "Sectors with nobody in the team Steering: Health."),
        (
            {"Crew": "B", "Steering": "A"},
            "In 2 of 2 teams some sector has nobody. Most are missing in Crew: Schools.",
        ),
        ({"Crew": "AB", "Steering": "AB"}, "Every sector sits in every team."),
    ],
)
def test_a_team_that_lacks_a_sector_is_named_with_it(seats: dict[str, str], said: str) -> None:
    network = nx.path_graph(["A", "B"])
    nx.set_node_attributes(network, {"A": "Schools", "B": "Health"}, "sector")
    plain = from_networkx(network)
    rows = [(name, "team", team) for team, names in seats.items() for name in names]
    members = pd.DataFrame(rows, columns=["organization", "kind", "item"])
    graph = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "affiliations": members})
    (finding,) = assess(Partnership("P", {"1": graph}, {}), ["team_coverage"])
    assert " ".join(filter(None, (headline(finding),))) == said


@pytest.mark.parametrize(
    ("steers", "others", "said"),
    [
        ((), 0, "Nobody of Residents sits in a team."),
        ((), 1, "Nobody of Residents sits in a team, nor of Faith 0."),
        ((), 2, "Nobody of Residents sits in a team, nor of 2 other sectors."),
        (("S",), 1, "Nobody of Residents sits in a team or on steering; of Faith 0 nobody sits in a team."),
        (("R",), 1, "Nobody of Residents sits in a team, nor of Faith 0, but somebody of Residents is on steering."),
    ],
)
def test_residents_without_a_seat_are_not_named_as_if_they_alone_had_none(
    steers: tuple[str, ...], others: int, said: str
) -> None:
    names = {"R": "Residents", "S": "Schools", **{f"F{k}": f"Faith {k}" for k in range(others)}}
    network = nx.path_graph(list(names))
    nx.set_node_attributes(network, names, "sector")
    plain = from_networkx(network)
    rows = [("S", "team", "Reading"), *((name, "meeting", "Board") for name in steers)]
    items = pd.DataFrame({"kind": ["meeting"], "item": ["Board"], "steering": [bool(steers)]})
    members = pd.DataFrame(rows, columns=["organization", "kind", "item"])
    graph = PartnerGraph(plain.wave, plain.layers, {**plain.frames, "affiliations": members})
    (finding,) = assess(Partnership("P", {"1": graph}, {"items": items}), ["team_coverage"])
    assert headline(finding) == said
