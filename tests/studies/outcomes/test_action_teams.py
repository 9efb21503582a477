"""Action teams: counted by hand, by loops over the files of the example and over masked layers, and in odd states."""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._team_pairs import PairStates
from stakeholder_graph.studies.outcomes.action_teams import action_teams
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import headline
from tests.oracles.masked import masked
from tests.studies.outcomes.test_outcome_ties import WREN, rows_of

FAST = MeasureSettings(permutations=9, draws=0)
SECTORS = {"A": "Schools", "B": "Health", "C": "Residents", "D": "Schools", "E": "", "F": "Health"}


def whole(
    seats: dict[str, str],
    ties: str = "",
    silent: str = "",
    *,
    sectors: dict[str, str] = SECTORS,
    works: dict[str, str] | None = None,
    items: list[tuple[str, str, str, bool]] | None = None,
    strategies: list[tuple[str, str, str, str]] = (),  # type: ignore[assignment]
    meetings: list[tuple[str, str, float]] = (),  # type: ignore[assignment]
    source: str = "list",
    directed: bool = True,
    layers: tuple[str, ...] = ("work",),
    surveyed: bool = True,
) -> Partnership:
    """Organizations A to F; seats and works as ``{"Reading": "AB"}``, ties as ``"AB BC"``."""
    held = [(name, "team", team) for team, members in seats.items() for name in members]
    affiliated = pd.DataFrame(held, columns=["organization", "kind", "item"]).assign(source=source)
    said = [(name, "outcome", item) for item, members in (works or {}).items() for name in members]
    answers = pd.DataFrame(said, columns=["organization", "kind", "item"]).assign(source="answer")
    came = pd.DataFrame(meetings, columns=["organization", "item", "value"]).assign(kind="meeting", source="list")
    frames = {
        "organizations": pd.DataFrame({"organization": list(sectors), "sector": list(sectors.values())}),
        "ties": pd.DataFrame(
            [(pair[0], pair[1], layer, 1.0) for layer in layers for pair in ties.split()],
            columns=["from", "to", "layer", "value"],
        ),
        "asked": pd.DataFrame(
            [(layer, name, name not in silent) for layer in layers or ("",) for name in sectors],
            columns=["layer", "organization", "answered"],
        ),
        "affiliations": pd.concat([affiliated, answers, came]),
    }
    graph = PartnerGraph(Wave("1"), {layer: LayerInfo(layer) for layer in layers}, frames, directed)
    lists = {}
    if items is not None:
        listed = pd.DataFrame(items, columns=["kind", "item", "outcome", "steering"])
        lists["items"] = listed.assign(scale="", public=False)
    if strategies:
        lists["strategies"] = pd.DataFrame(strategies, columns=["strategy", "outcome", "partners", "status"])
    return Partnership(SurveyInfo("P", surveyed=surveyed), {"1": graph}, lists)


def measured(partnership: Partnership, ties: str = "reported") -> Measured:
    settings = replace(FAST, ties=ties)  # type: ignore[arg-type]
    graph = partnership.graph()
    contexts = [StudyContext(partnership, graph, name, settings) for name in graph.layers]
    return action_teams(graph, partnership, contexts)


def row(table_of: Measured, team: str) -> dict[str, object]:
    assert table_of.table is not None
    return next(dict(row) for row in table_of.table.rows if row["team"] == team)


READING = [("team", "Reading", "Read by third grade", False), ("outcome", "Read by third grade", "", False)]


def test_who_names_sits_tries_and_works_together_is_counted_by_hand() -> None:
    """Reading: A, B, C sit; B, C, D name its outcome; C, D, F try it; A-B is named by one side, B-C by neither."""
    partnership = whole(
        {"Reading": "ABC"},
        "AB CD",
        works={"Read by third grade": "BCD"},
        items=READING,
        strategies=[("Tutors", "Read by third grade", "C; D; F", "Testing"), ("Buses", "Attendance", "A", "test")],
    )
    result = measured(partnership)
    assert row(result, "Reading") == {
        "team": "Reading",
        "outcome": "Read by third grade",
        "steering": False,
        "members": 3,
        "off_roster": 0,
        "no_sector": 0,
        "sectors": 3,
        "crosses": True,
        "named": 3,
        "seated": 2,
        "trying": 3,
        "trying_seated": 1,
        "all_three": 1,
        "strategies": 1,
        "testing": 1,
    }
    (within,) = result.tables["within"].rows
    assert (within["pairs"], within["known"], within["together"], within["share"]) == (3, 3, 1, 1 / 3)
    people = {str(person["organization"]): tuple(person.values())[3:] for person in result.tables["people"].rows}
    assert people == {
        "A": (True, False, False, 1, 2, 2),
        "B": (True, True, False, 1, 2, 2),
        "C": (True, True, True, 0, 2, 2),
        "D": (False, True, True, 1, 3, 3),
        "F": (False, False, True, 0, 3, 3),
    }


def test_composition_stands_beside_the_community_and_the_roster() -> None:
    partnership = whole({"Reading": "ABDE"}, items=READING)
    reference = pd.DataFrame({"list": "ours", "sector": ["Schools", "Health", "Police"], "share": [0.5, np.nan, 0.25]})
    partnership = Partnership(partnership.info, partnership.graphs, {**partnership.lists, "sectors": reference})
    rows = {str(row["sector"]): tuple(row.values())[2:] for row in measured(partnership).tables["sectors"].rows}
    assert rows == {
        "Health": (1, 3, 1 / 3, None, 2 / 5),
        "Police": (0, 3, 0.0, 0.25, 0.0),
        "Residents": (0, 3, 0.0, None, 1 / 5),
        "Schools": (2, 3, 2 / 3, 0.5, 2 / 5),
    }


def test_who_has_not_answered_is_not_known_to_work_with_anybody() -> None:
    """Of A-B, A-C, B-C with C silent: A names C, which is known; of B-C nobody knows; both answered about A-B alone."""
    (within,) = measured(whole({"Reading": "ABC"}, "AC", silent="C")).tables["within"].rows
    assert tuple(within.values())[2:] == (3, 2, 1, 1, 0, 0.0)
    (within,) = measured(whole({"Reading": "ABC"}, silent="ABCDEF")).tables["within"].rows
    assert tuple(within.values())[2:] == (3, 0, 0, 0, 0, None)


def test_between_teams_those_who_sit_in_both_are_left_out() -> None:
    result = measured(whole({"Math": "ABC", "Reading": "CD"}, "AD CD"))
    (between,) = result.tables["between"].rows
    assert (between["pairs"], between["together"], between["share"]) == (2, 1, 0.5)  # A-D and B-D
    (overlap,) = result.tables["overlap"].rows
    assert (overlap["shared"], overlap["either"], overlap["jaccard"]) == (1, 4, 0.25)
    assert [dict(row) for row in result.tables["in_several_teams"].rows] == [
        {"organization": "C", "teams": "Math; Reading"}
    ]


@pytest.mark.parametrize("ties", ["reported", "both"])
@pytest.mark.parametrize("view", ["reported", "undirected"])
@pytest.mark.parametrize("seed", range(4))
def test_pairs_of_masked_layers_are_what_loops_count(seed: int, view: str, ties: str) -> None:
    layer, plain = masked(seed, view)
    asked = np.array([[layer.observed.contains(np.array([a]), np.array([b]))[0] for b in range(13)] for a in range(13)])
    named = np.asarray(layer.adjacency.todense()) > 0
    members = np.random.default_rng(seed).random(13) < 0.5
    pairs = PairsOfLayer.of(layer, ties)  # type: ignore[arg-type]
    expected: dict[str, int] = defaultdict(int)
    partners: dict[int, int] = defaultdict(int)
    for a, b in combinations(np.flatnonzero(members).tolist(), 2):
        if not plain.directed:
            yes, known, both = bool(plain.tied[a][b]), plain.known[a][b], plain.known[a][b]
        elif ties == "both":
            yes = bool(named[a, b] and named[b, a])
            no = (asked[a, b] and not named[a, b]) or (asked[b, a] and not named[b, a])
            known, both = yes or no, asked[a, b] and asked[b, a]
        else:
            yes = bool(named[a, b] or named[b, a])
            known, both = yes or (asked[a, b] and asked[b, a]), asked[a, b] and asked[b, a]
        counts = {"pairs": 1, "known": known, "together": yes and known}
        counts |= {"both_answered": both, "both_answered_together": both and yes}
        for name, count in counts.items():
            expected[name] += int(count)
        for end in (a, b):
            partners[end] += int(yes and known)
    states = PairStates.of_pairs("work", pairs, members)
    counted = states.within(members)
    assert {name: counted[name] for name in expected} == dict(expected)
    assert counted["share"] == pytest.approx(expected["both_answered_together"] / expected["both_answered"])
    who = np.flatnonzero(members)
    shown = dict(zip(who.tolist(), states.partners(who, members), strict=True))
    assert {name: counts[0] for name, counts in shown.items()} == {name: partners[name] for name in who.tolist()}


@pytest.mark.parametrize(
    ("partnership", "value", "caveats"),
    [
        (whole({}), None, ["no_teams"]),
        (whole({"Reading": ""}, items=READING), None, ["teams_not_known"]),
        (whole({"Reading": "ABCZ"}), 1.0, []),
        (whole({"Reading": "AB"}), 0.0, []),
        (whole({"Reading": "ABE"}), None, ["teams_not_known"]),
        (whole({"Reading": "ABZ"}), None, ["teams_not_known"]),
        (whole({"Reading": "AB"}, source="answer", silent="C"), None, ["teams_not_known"]),
        (whole({"Reading": "AB"}, source="answer"), 0.0, []),
        (whole({"Reading": "ABC"}, sectors=dict.fromkeys("ABCDEF", "")), None, ["few_sectors"]),
        (whole({"Reading": "ABC"}, sectors=dict.fromkeys("ABCDEF", "Schools")), None, ["few_sectors"]),
        (whole({"Reading": "ABC"}, layers=(), surveyed=False), 1.0, []),
        (whole({"Reading": "ABC", "Math": "A"}, directed=False), 0.5, ["in_several"]),
    ],
    ids=[
        "no teams", "nobody known", "off the roster", "two sectors", "no sector might be a third",
        "off might be a third", "others may sit there", "all answered", "no sectors", "one sector", "lists alone",
        "no direction",
    ],
)  # fmt: skip
def test_odd_states(partnership: Partnership, value: float | None, caveats: list[str]) -> None:
    result = measured(partnership)
    assert result.value == value
    said = [caveat.id for caveat in result.caveats if caveat.id not in ("within_known",)]
    assert said == caveats
    assert headline(assess(partnership, ["action_teams"], settings=FAST)[0])


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ({"Reading": "ABC"}, "In the team whose members are known at least 3 sectors sit together."),
        ({"Reading": "AB"}, "In the team whose members are known fewer than 3 sectors sit together."),
        ({"Reading": "ABC", "Math": "AB"}, "In one of 2 teams at least 3 sectors sit together."),
        ({"Reading": "AB", "Math": "AB"}, "In none of the 2 teams do 3 sectors sit together."),
        ({"Reading": "ABC", "Math": "ABC", "Art": "A"}, "In 2 of 3 teams at least 3 sectors sit together."),
        ({"Reading": "ABC", "Math": "BCD"}, "In each of the 2 teams at least 3 sectors sit together."),
    ],
)
def test_what_is_said_of_how_many_teams(seats: dict[str, str], said: str) -> None:
    assert headline(assess(whole(seats), ["action_teams"], settings=FAST)[0]) == said


def test_a_team_without_known_members_has_none_of_their_numbers() -> None:
    shown = row(measured(whole({"Math": "AB"}, items=READING)), "Reading")
    nothing = ("members", "no_sector", "sectors", "crosses", "named", "seated", "trying", "all_three", "strategies")
    assert [shown[name] for name in nothing] == [None] * 9


def test_members_whom_the_roster_lacks_are_counted_apart() -> None:
    shown = row(measured(whole({"Reading": "ABCZ"})), "Reading")
    assert (shown["members"], shown["off_roster"], shown["sectors"]) == (4, 1, 3)


def test_a_team_that_steers_is_shown_and_not_counted() -> None:
    items = [("team", "Board", "", True), ("team", "Reading", "", False)]
    result = measured(whole({"Board": "AB", "Reading": "ABC"}, items=items))
    assert result.value == 1.0
    assert (row(result, "Board")["steering"], row(result, "Board")["crosses"]) == (True, False)
    assert measured(whole({"Board": "ABC"}, items=items[:1])).value is None


def test_each_kind_of_tie_has_its_own_rows_and_spanish_sectors_are_sectors() -> None:
    spanish = dict(zip("ABCDEF", ["Escuelas", "Salud", "Vecinas", "Jóvenes", "Iglesias", "Escuelas"], strict=True))
    result = measured(whole({"Lectura": "ABC"}, "AB", sectors=spanish, layers=("trabajo", "contacto")))
    assert result.value == 1.0
    assert [row["layer"] for row in result.tables["within"].rows] == ["trabajo", "contacto"]


def test_the_example_is_what_loops_over_its_files_count() -> None:
    partnership = to_partnership(read_partnership(WREN))
    result = measured(partnership)
    called = {row["written"].casefold(): row["organization"] for row in rows_of("names.csv")}
    roster = {row["organization"].casefold(): row["organization"] for row in rows_of("organizations.csv")}
    sector = {row["organization"]: row["sector"] for row in rows_of("organizations.csv")}

    def who(written: str) -> str:
        return roster.get(written.casefold()) or called[written.casefold()]

    held: dict[str, set[str]] = defaultdict(set)
    works: dict[str, set[str]] = defaultdict(set)
    for affiliation in rows_of("affiliations.csv"):
        if affiliation["wave"] == "2025" and affiliation["kind"] in ("team", "outcome"):
            kept = held if affiliation["kind"] == "team" else works
            kept[affiliation["item"]].add(who(affiliation["organization"]))
    answered = {
        who(row["organization"]) for row in rows_of("asked.csv") if (row["wave"], row["answered"]) == ("2025", "yes")
    }
    named = {
        (who(row["from"]), who(row["to"]))
        for row in rows_of("ties.csv")
        if (row["wave"], row["layer"]) == ("2025", "collaboration") and float(row["value"] or 1) > 0
    }
    tried: dict[str, set[str]] = defaultdict(set)
    for strategy in rows_of("strategies.csv"):
        tried[strategy["outcome"]] |= {who(name.strip()) for name in strategy["partners"].split(";")}
    outcome = {row["item"]: row["outcome"] for row in rows_of("items.csv") if row["kind"] == "team"}
    within = {row["team"]: row for row in result.tables["within"].rows if row["layer"] == "collaboration"}
    assert set(within) == set(held)
    for team, members in held.items():
        shown, for_it, trying = row(result, team), works[outcome[team]], tried[outcome[team]]
        assert shown["members"] == len(members)
        assert shown["sectors"] == len({sector[name] for name in members})
        assert (shown["named"], shown["seated"]) == (len(for_it), len(for_it & members))
        assert (shown["trying"], shown["trying_seated"]) == (len(trying), len(trying & members))
        assert shown["all_three"] == len(for_it & members & trying)
        pairs = list(combinations(sorted(members), 2))
        together = [(a, b) for a, b in pairs if (a, b) in named or (b, a) in named]
        both = [(a, b) for a, b in pairs if {a, b} <= answered]
        assert within[team]["pairs"] == len(pairs)
        assert within[team]["together"] == len(together)
        assert within[team]["both_answered"] == len(both)
        assert within[team]["both_answered_together"] == len(set(both) & set(together))


def test_the_example_has_six_partners_meetings_that_loops_over_its_files_count() -> None:
    partnership = to_partnership(read_partnership(WREN))
    came: dict[str, set[str]] = defaultdict(set)
    for affiliation in rows_of("affiliations.csv"):
        if affiliation["wave"] == "2025" and affiliation["item"].startswith("Partners' meeting, "):
            came[affiliation["organization"]].add(affiliation["item"])
    (overall,) = measured(partnership).tables["attended_by"].rows
    assert overall["organizations"] == len(came)
    assert overall["at_half"] == sum(2 * len(meetings) >= 6 for meetings in came.values())
    assert overall["not_counted"] == len(partnership.graph().names) - len(came)


def test_the_room_learns_of_teams_what_lists_say_and_nothing_of_answers() -> None:
    partnership = to_partnership(read_partnership(WREN))
    desk = assess(partnership, ["action_teams"], settings=FAST)
    (room,) = make_copy("partners", partnership, desk, "2025", ["action_teams"]).findings
    assert headline(room) == "In each of the 6 teams at least 3 sectors sit together."
    assert room.table is not None
    assert [column.name for column in room.table.columns] == [
        "team", "outcome", "steering", "members", "off_roster", "no_sector", "sectors", "crosses",
    ]  # fmt: skip
    assert set(room.tables) == {"sectors", "overlap"}
    assert {caveat.id for caveat in room.caveats} == {"in_several"}
    desk_only = {name for name, table in desk[0].tables.items() if table.disclosed == Disclosure.PAIR}
    of_meetings = {"attendance", "meetings", "attended_by"}
    assert desk_only == {"people", "within", "between", "in_several_teams", "tests", *of_meetings}


def test_the_room_hears_nothing_of_teams_that_answers_alone_tell() -> None:
    partnership = to_partnership(read_partnership(WREN))
    frames = partnership.graph().frames
    answered = {**frames, "affiliations": frames["affiliations"].assign(source="answer")}
    told = Partnership(partnership.info, {"2025": replace(partnership.graph(), frames=answered)}, partnership.lists)
    desk = assess(told, ["action_teams"], settings=FAST)
    assert make_copy("partners", told, desk, "2025").find("action_teams") is None
