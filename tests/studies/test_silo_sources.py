"""What ties run along: ranked, corrected, and nothing where nothing is known."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.observed_mixing import expected_mixing
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.outcomes._affiliations import carried
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.in_common.silo_lines import CLUSTER
from stakeholder_graph.views.sentences import headline, notes
from tests.calibration.networks import layer_of
from tests.tables import table_of

NAMES = np.array([f"Organization {i:02}" for i in range(24)])


def found(
    along: str = "county", *, silent: int = 0, seed: int = 0, within: float = 0.6, **columns: list[str]
) -> Finding:
    """Ties mostly among organizations that share one thing; the last ones have not answered."""
    rng = np.random.default_rng(seed)
    people = pd.DataFrame({"organization": NAMES, "sector": [f"S{i % 4}" for i in range(24)]})
    people = people.assign(county=[f"C{i // 8}" for i in range(24)], founded=[f"{1900 + i}" for i in range(24)])
    people = people.assign(**columns)
    seats = [(NAMES[i], "team", f"T{i % 5}") for i in range(24)]
    same = np.equal.outer(*2 * [people[along].to_numpy() if along in people else np.arange(24) % 5])
    tied = (rng.random((24, 24)) < np.where(same, within, 0.1 if within > 0.1 else 0.4)) & ~np.eye(24, dtype=bool)
    tied[24 - silent :] = False
    ties = pd.DataFrame(NAMES[np.argwhere(tied)], columns=["from", "to"]).assign(layer="work", value=1.0)
    asked = {"organization": NAMES, "layer": "work", "answered": np.arange(24) < 24 - silent}
    frames = {
        "organizations": people,
        "ties": ties.sample(frac=1, random_state=seed),
        "asked": pd.DataFrame(asked),
        "affiliations": pd.DataFrame(seats, columns=["organization", "kind", "item"]),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    partnership = Partnership("P", {"1": graph}, {})
    return assess(partnership, ["silo_sources"], settings=MeasureSettings(permutations=499))[0]


def rows(finding: Finding) -> dict[str, dict[str, object]]:
    return {str(row["attribute"]): dict(row) for row in finding.table.rows} if finding.table else {}


@pytest.mark.parametrize(("along", "tone"), [("county", "concern"), ("sector", "concern"), ("team", "strength")])
def test_what_was_planted_comes_first(along: str, tone: str) -> None:
    finding = found(along)
    assert next(iter(rows(finding))) == along
    assert rows(finding)[along]["p_adjusted"] == pytest.approx(2 / 500 * 3)
    assert finding.reading is not None
    assert finding.reading.tone == tone
    assert "luck would give" in headline(finding)


@pytest.mark.parametrize(
    ("along", "id", "tone"),
    [
        ("county", "across", "strength"),
        ("sector", "across", "strength"),
        ("team", "teams_apart", "concern"),
    ],
)
def test_ties_that_avoid_something_are_good_news_only_where_it_divides(along: str, id: str, tone: str) -> None:
    finding = found(along, within=0.0)
    row = rows(finding)[along]
    assert row["share"] == 0
    assert row["verdict"] == "fewer than by chance"
    assert finding.reading is not None
    assert (finding.reading.id, finding.reading.tone, finding.reading.fields["inside"]) == (id, tone, 0)


def test_ties_that_bypass_shared_outcomes_are_no_strength() -> None:
    shares = {"share": 0.04, "share_by_chance": 0.2, "z": -4.0}
    table = table_of([{"attribute": CLUSTER, **shares, "left_out": 0, "verdict": "fewer than by chance"}])
    finding = Finding("silo_sources", Scope(("1",), ("work",)), -0.16, "share", (-1, 1), table=table)
    finding = replace(finding, reading=find_measure("silo_sources").reading(finding))
    assert finding.reading is not None
    assert (finding.reading.id, finding.reading.tone) == ("clusters_apart", "concern")
    said = (
        "Connections bypass shared outcomes: 4 of 100 connections join two that work on the same outcomes, where luck"
    )
    assert said in headline(finding)


def test_shares_are_counts_and_what_chance_gives_is_the_closed_form() -> None:
    finding = found(silent=6)
    row = rows(finding)["county"]
    rng = np.random.default_rng(0)
    same = np.equal.outer(*2 * [np.arange(24) // 8])
    tied = (rng.random((24, 24)) < np.where(same, 0.6, 0.1)) & ~np.eye(24, dtype=bool)
    tied[18:] = False
    assert row["share"] == pytest.approx(tied[same].sum() / tied.sum())
    layer = without_answers(layer_of(tied, np.arange(24) // 8), np.arange(24) >= 18)
    closed = float(np.trace(expected_mixing(layer))) / layer.n_ties
    assert row["share_by_chance"] == pytest.approx(closed, abs=0.01)


def test_those_of_whom_it_is_not_known_are_left_out_of_that_line_alone() -> None:
    finding = found(place=["North", "South"] * 9 + [""] * 6)
    table = rows(finding)
    assert (table["place"]["organizations"], table["place"]["left_out"]) == (18, 6)
    assert table["county"]["left_out"] == 0


def test_names_numbers_of_their_own_and_doubles_are_no_groups() -> None:
    table = rows(found(number=[f"{i // 8}" for i in range(24)], known_of_few=["x", "y"] * 4 + [""] * 16))
    assert set(table) == {"sector", "county", "team"}


def test_neither_rows_nor_names_of_values_matter() -> None:
    one, other = found(), found(county=[f"{'zxy'[i // 8]}" for i in range(24)])
    assert one.value == other.value
    assert one.table == other.table


def _of_teams(
    seats: dict[str, str], answered: set[str], ties: list[tuple[str, str]], team: dict[str, str] | None = None
) -> Partnership:
    names = sorted({*"abcdefghijkl"})
    people = pd.DataFrame({"organization": names, "sector": "one"})
    if team is not None:
        people["team"] = [team.get(name, "") for name in names]
    rows = [(name, "team", item) for name, item in seats.items()]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": pd.DataFrame({"organization": names, "layer": "work", "answered": [n in answered for n in names]}),
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item"]),
    }
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})


ANSWERED = set("abcdefghij")
#: Of these seven ties four join two of one team, the last of them one that answered with one that did not.
TIES = [("a", "b"), ("b", "a"), ("c", "d"), ("a", "c"), ("b", "d"), ("a", "l"), ("e", "k")]
SEATS = {"a": "T1", "b": "T1", "c": "T2", "d": "T2", "e": "T3", "k": "T3"}


def _line(partnership: Partnership) -> dict[str, object]:
    (finding,) = assess(partnership, ["silo_sources"], settings=MeasureSettings(permutations=99))
    return rows(finding)["team"]


def test_a_team_is_known_of_who_answered_and_of_whom_a_list_seats() -> None:
    # k did not answer and is seated, so its tie counts; of l nobody knows, so the tie a-l does not: 4 of 6.
    line = _line(_of_teams(SEATS, ANSWERED, TIES))
    assert (line["organizations"], line["left_out"]) == (11, 1)
    assert line["share"] == pytest.approx(4 / 6)


def test_a_column_of_teams_counts_where_it_is_known_of_more() -> None:
    # Of all twelve: 4 of 7 ties, since a and l are known to sit in different teams.
    column = {**SEATS, **dict.fromkeys("fghijl", "T4")}
    line = _line(_of_teams(SEATS, ANSWERED, TIES, column))
    assert line["left_out"] == 0
    assert line["share"] == pytest.approx(4 / 7)
    # Known of fewer than answers and seats tell, it does not: 4 of 6.
    line = _line(_of_teams(SEATS, ANSWERED, TIES, {name: "T1" if name < "d" else "T2" for name in "abcdefg"}))
    assert line["share"] == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("silent", "limits"),
    [
        (0, []),
        (6, ["Connections are counted only where it is known of both what they have in common."]),
    ],
)
def test_a_sentence_that_rests_on_some_ties_only_says_so(silent: int, limits: list[str]) -> None:
    place = ["North"] * 9 + ["South"] * (15 - silent) + [""] * silent
    finding = found("place", place=place) if silent else found("team")
    assert (rows(finding)["place" if silent else "team"]["left_out"] == 0) == (not silent)
    assert [note for note in notes(finding) if "known of both" in note] == limits


def test_nothing_to_compare_is_said() -> None:
    graph = PartnerGraph(
        Wave("1"),
        {"work": LayerInfo("work")},
        {
            "organizations": pd.DataFrame({"organization": NAMES, "sector": "one"}),
            "ties": pd.DataFrame({"from": NAMES[:5], "to": NAMES[1:6], "layer": "work", "value": 1.0}),
        },
    )
    (finding,) = assess(Partnership("P", {"1": graph}, {}), ["silo_sources"], settings=MeasureSettings(permutations=9))
    assert finding.value is None
    assert [caveat.id for caveat in finding.caveats] == ["nothing_to_compare"]


def test_clusters_are_found_once_for_all_layers_and_for_their_own_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Organization {i}" for i in range(12)]
    ties = pd.DataFrame({"layer": ["work", "contact"], "from": names[0], "to": names[1]})
    frames = {"organizations": pd.DataFrame({"organization": names, "sector": ["x", "y"] * 6}), "ties": ties}
    layers = {name: LayerInfo(name) for name in ("work", "contact")}
    partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), layers, frames)}, {})
    calls: list[str] = []

    def counted(graph: PartnerGraph, whole: Partnership, kind: str) -> pd.DataFrame:
        calls.append(kind)
        return carried(graph, whole, kind)

    monkeypatch.setattr("stakeholder_graph.measures.outcomes._clusters.carried", counted)
    settings = MeasureSettings(permutations=19, draws=4)
    findings = assess(partnership, ["silo_sources", "outcome_clusters"], settings=settings)
    assert sorted(finding.name for finding in findings) == ["outcome_clusters", "silo_sources", "silo_sources"]
    assert calls == ["outcome"]


def test_each_line_says_how_many_answered_pairs_it_uses() -> None:
    """24 organizations, 4 silent: 20 x 23 answered pairs; without two of unknown county, of the others 18 x 21."""
    county = [f"C{i // 8}" if i > 1 else "" for i in range(24)]
    by_attribute = rows(found("sector", silent=4, county=county))
    assert {row["dyads_answered"] for row in by_attribute.values()} == {20 * 23}
    assert by_attribute["sector"]["dyads_used"] == 20 * 23
    assert by_attribute["county"]["dyads_used"] == 18 * 21
