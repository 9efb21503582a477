"""Community voice: words in two languages, seats by hand, ties by plain loops over masked layers, and odd states."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures.representation._connected import Connected
from stakeholder_graph.measures.representation._voices import voices_in
from stakeholder_graph.measures.representation.community_voice import community_voice
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import headline
from tests.measures.representation.test_steering_by_place import WREN
from tests.oracles.masked import masked

FAST = MeasureSettings(permutations=9, draws=0)


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Residents", ["residents"]),
        ("Residents and community members", ["residents"]),
        ("People with lived experience", ["residents"]),
        ("Vecinas y vecinos", ["residents"]),
        ("Promotoras de salud", ["residents"]),
        ("Residents and patients", ["residents"]),
        ("Pacientes", ["residents"]),
        ("Parents/caregivers", ["parents"]),
        ("Madres y padres de familia", ["parents"]),
        ("Familias", ["parents"]),
        ("YOUTH", ["youth"]),
        ("Jóvenes", ["youth"]),
        ("Estudiantes", ["youth"]),
        ("Youth leaders", ["youth"]),
        ("Parents and youth", ["parents", "youth"]),
        ("parent representative", ["parents"]),
    ],
)
def test_a_sector_called_after_them_stands_for_them(text: str, voices: list[str]) -> None:
    assert (list(voices_in(text).voices), voices_in(text).unclear) == (voices, False)


SERVING = (
    "Patient care",
    "Youth-serving organizations",
    "Family services",
    "Services for residents",
    "Parent education",
)
OTHERS = ("Schools", "Civic/volunteer", "Community", "", "Salud", "Parks")


@pytest.mark.parametrize("text", [*SERVING, "Student health", "Apoyo a familias", "Centros juveniles", *OTHERS])
def test_who_serves_them_or_somebody_else_does_not(text: str) -> None:
    assert (voices_in(text).voices, voices_in(text).unclear) == ((), False)


@pytest.mark.parametrize(
    "text", ["Neighborhood associations", "Parent organizations", "Youth council", "Grupos de padres", "Barrios"]
)
def test_what_could_mean_either_is_asked(text: str) -> None:
    assert (voices_in(text).voices, voices_in(text).unclear) == ((), True)


def whole(
    sectors: dict[str, str],
    *,
    roles: dict[str, str] | None = None,
    ties: str = "",
    silent: str = "",
    held: list[tuple[str, str, str]] = (),  # type: ignore[assignment]
    source: str = "list",
    steering: tuple[str, ...] = (),
    places: dict[str, str] | None = None,
    participants: dict[str, bool] | None = None,
    directed: bool = True,
    layers: tuple[str, ...] = ("work",),
    surveyed: bool = True,
) -> Partnership:
    """Organizations called by a letter; ties as ``"AB BC"``; held as (letters, kind, item)."""
    people = pd.DataFrame({"organization": list(sectors), "sector": list(sectors.values())})
    people["role"] = [(roles or {}).get(name, "") for name in sectors]
    if places:
        people["place"] = [places.get(name, "") for name in sectors]
    rows = [(name, kind, item) for names, kind, item in held for name in names]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(
            [(pair[0], pair[1], layer, 1.0) for layer in layers for pair in ties.split()],
            columns=["from", "to", "layer", "value"],
        ),
        "asked": pd.DataFrame(
            [(layer, name, name not in silent) for layer in layers or ("",) for name in sectors],
            columns=["layer", "organization", "answered"],
        ),
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item"]).assign(source=source),
    }
    graph = PartnerGraph(Wave("1"), {name: LayerInfo(name) for name in layers}, frames, directed)
    items = sorted({(kind, item) for _names, kind, item in held})
    listed = pd.DataFrame(
        [(kind, item, item in steering) for kind, item in items], columns=["kind", "item", "steering"]
    )
    info = SurveyInfo("P", surveyed=surveyed, participants=participants or {})
    lists = {"items": listed.assign(outcome="", scale="", public=False)} if items else {}
    return Partnership(info, {"1": graph}, lists)


def measured(partnership: Partnership) -> Measured:
    return community_voice(partnership.graph(), partnership)


def network(result: Measured) -> dict[str, object]:
    return dict(result.tables["network"].rows[0])


SIX = {"A": "Residents", "B": "Youth", "C": "Schools", "D": "Schools", "E": "Health", "F": "Health"}
HELD = [("AC", "team", "Reading"), ("CDE", "team", "Math"), ("BC", "meeting", "Board"), ("EF", "outcome", "Health")]


def test_seats_are_counted_by_hand() -> None:
    result = measured(whole(SIX, held=HELD, steering=("Board",), places={"A": "North", "B": "North", "C": "South"}))
    assert result.value == 0.5
    assert result.table is not None
    assert [tuple(row.values()) for row in result.table.rows] == [
        ("residents", 1, 0, 1, 1, 0), ("parents", 0, 0, 0, 0, 0), ("youth", 1, 0, 1, 0, 1),
    ]  # fmt: skip
    row = network(result)
    assert (row["organizations"], row["teams"], row["of_teams"], row["steering"], row["of_steering"]) == (2, 1, 2, 1, 2)
    lacking = {caveat.id: caveat.fields["names"] for caveat in result.caveats}
    assert lacking == {"teams_without": "Math", "outcomes_without": "Health", "places_without": "South"}


def test_a_body_that_steers_is_no_team_and_a_flag_for_nobody_says_nothing_of_steering() -> None:
    result = measured(whole(SIX, held=[("AC", "team", "Board"), ("CD", "team", "Math")], steering=("Board",)))
    assert (result.value, network(result)["steering"]) == (0.0, 1)
    assert "steering" not in network(measured(whole(SIX, held=HELD)))


def test_ties_are_held_against_the_lowest_quarter_of_the_others() -> None:
    """Everybody answered. Of five others each, A works with one, B with none; C, D, E, F with 4, 3, 3, 3."""
    row = network(result := measured(whole(SIX, ties="AC CD CE CF DE DF EF")))
    assert (row["median"], row["median_low"], row["median_high"]) == (0.1, 0.1, 0.1)
    assert row["lowest_quarter"] == np.quantile([4 / 5, 3 / 5, 3 / 5, 3 / 5], 0.25) == pytest.approx(0.6)
    assert (row["connected"], row["few_ties"], row["not_known"]) == (0, 2, 0)
    assert row["verdict"] == "at the table, few ties"
    assert [tuple(row.values())[5:8] for row in result.tables["voices"].rows] == [(1, 5, 0.2), (0, 5, 0.0)]


def test_who_has_not_answered_is_not_known_to_have_few_ties() -> None:
    """B is silent and named by two of five: it may have any number from there on."""
    row = network(measured(whole(SIX, ties="AC CD CE CF DE DF EF CB DB", silent="B")))
    assert (row["few_ties"], row["not_known"], row["answered"]) == (1, 1, 1)
    bounds = (pytest.approx((1 / 4 + 2 / 5) / 2), pytest.approx((1 / 4 + 1) / 2))
    assert (row["median_low"], row["median_high"]) == bounds
    # The others work with at least three of four: even with all partners that B may have, the median would not.
    assert row["lowest_quarter"] == pytest.approx(0.75)
    assert row["verdict"] == "at the table, few ties"


def test_a_silent_voice_that_many_name_is_connected_all_the_same() -> None:
    row = network(measured(whole(SIX, ties="AC CD CE CF DE DF EF CB DB EB FB AB", silent="B")))
    assert (row["connected"], row["not_known"]) == (1, 0)


@pytest.mark.parametrize("view", ["reported", "undirected"])
@pytest.mark.parametrize("seed", range(6))
def test_shares_on_masked_layers_are_what_loops_count(seed: int, view: str) -> None:
    layer, plain = masked(seed, view)
    asked = np.array([[layer.observed.contains(np.array([a]), np.array([b]))[0] for b in range(13)] for a in range(13)])
    counts = Connected(layer, ())
    for a in range(13):
        ties = known = 0
        for b in range(13):
            if a == b:
                continue
            if view == "undirected":
                seen = plain.known[a][b]
            elif asked[a].any():
                seen = asked[a][b] and asked[b][a]
            else:
                seen = asked[b][a]
            known += bool(seen)
            ties += bool(seen) and bool(plain.tied[a][b] or plain.tied[b][a])
        assert (counts.counts[0][a], counts.counts[1][a]) == (ties, known)


def test_a_role_says_it_of_one_organization_and_settles_what_a_sector_leaves_open() -> None:
    sectors = {"A": "Neighborhood groups", "B": "Neighborhood groups", "C": "Schools", "D": "Health"}
    result = measured(whole(sectors))
    assert network(result)["organizations"] == 0
    assert [dict(row) for row in result.tables["unclear_sectors"].rows] == [
        {"sector": "Neighborhood groups", "organizations": 2}
    ]
    settled = measured(whole(sectors, roles={"A": "residents", "B": "developer", "C": "backbone"}))
    assert [row["organization"] for row in settled.tables["voices"].rows] == ["A"]
    assert "unclear_sectors" not in settled.tables


def test_persons_are_counted_with_those_who_agreed() -> None:
    result = measured(whole(SIX, participants={"A": False, "B": True, "Gone": False}))
    assert (network(result)["persons"], network(result)["persons_named"]) == (2, 1)
    assert [row["person"] for row in result.tables["voices"].rows] == [True, True]
    assert {caveat.id: dict(caveat.fields) for caveat in result.caveats}["persons_unnamed"] == {"count": 1}


@pytest.mark.parametrize(
    ("partnership", "value", "said"),
    [
        (whole(dict.fromkeys("ABCD", "")), None, None),
        (whole(dict.fromkeys("ABCD", "Schools")), None, None),
        (whole(dict.fromkeys("ABCD", "Schools"), held=[("AB", "outcome", "Reading")]), None, "nobody"),
        (whole({"A": "Youth council", "B": "Schools"}), None, "unclear"),
        (whole(SIX), None, "connected"),
        (whole(SIX, layers=(), surveyed=False), None, "listed"),
        (whole(SIX, silent="ABCDEF", held=HELD), 0.5, "connected"),
        (whole(SIX, held=HELD, source="answer", silent="ABEF"), None, "connected"),
        (whole(SIX, directed=False, ties="AB"), None, "connected"),
        (whole({"A": "Vecinas", "B": "Jóvenes", "C": "Escuelas"}), None, "connected"),
        (whole({"A": "Residents"}), None, "connected"),
    ],
    ids=[
        "no sectors", "ties and one sector", "one sector", "not clear", "no teams", "lists alone", "nobody answered",
        "answers, most silent", "no direction", "Spanish", "nobody else",
    ],
)  # fmt: skip
def test_odd_states(partnership: Partnership, value: float | None, said: str | None) -> None:
    (finding,) = assess(partnership, ["community_voice"], settings=FAST)
    assert finding.value == value
    assert (finding.reading.id if finding.reading else None) == said
    assert headline(finding)


def test_where_nobody_answered_nothing_is_said_of_ties() -> None:
    row = network(measured(whole(SIX, silent="ABCDEF", held=HELD)))
    assert (row["verdict"], row["not_known"], row["few_ties"]) == ("not known", 2, 0)
    assert "lowest_quarter" not in row


def test_teams_of_answers_most_of_which_are_missing_are_not_known_to_lack_them() -> None:
    result = measured(whole(SIX, held=HELD, source="answer", silent="AB"))
    assert {str(row["team"]): row["state"] for row in result.tables["teams"].rows} == {
        "Math": "not known", "Reading": "some of them",
    }  # fmt: skip


def test_no_copy_beyond_the_desk_has_it() -> None:
    partnership = to_partnership(read_partnership(WREN))
    desk = assess(partnership, ["community_voice"], settings=FAST)
    assert make_copy("partners", partnership, desk, "2025").find("community_voice") is None
    assert headline(desk[0]) == (
        "Residents, parents or youth: 3 at the table, 2 answered, 1 known to be connected as others are."
    )
    row = network(measured(replace(partnership)))
    assert (row["teams"], row["of_teams"], row["steering"], row["of_steering"], row["verdict"]) == (
        1, 6, 0, 12, "too close to call",
    )  # fmt: skip
