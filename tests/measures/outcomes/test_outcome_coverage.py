"""Outcomes few carry, activities several carry: counted by hand."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.inference.two_mode.curveball import curveballs
from stakeholder_graph.measures.outcomes.activity_overlap import activity_overlap, shared
from stakeholder_graph.measures.outcomes.outcome_coverage import outcome_coverage
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import headline

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
LIST = pd.DataFrame({"kind": "outcome", "item": ["Health", "Math", "Reading", "Work"]})
SECTORS = {"A": "Schools", "B": "Schools", "C": "Clinics", "D": "Clinics", "E": "Firms", "F": "Firms"}


def graph_of(
    carry: dict[str, str], kind: str = "outcome", silent: str = "", sectors: dict[str, str] = SECTORS
) -> PartnerGraph:
    """Items as ``{"Reading": "ABC"}``."""
    rows = [(name, kind, item, 1.0) for item, names in carry.items() for name in names]
    frames = {
        "organizations": pd.DataFrame({"organization": list(sectors), "sector": list(sectors.values())}),
        "affiliations": pd.DataFrame(rows, columns=["organization", "kind", "item", "value"]),
        "asked": pd.DataFrame({"organization": list(sectors)}).assign(
            layer="work", answered=[name not in silent for name in sectors]
        ),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)


def partnership_of(graph: PartnerGraph, items: pd.DataFrame | None = LIST) -> Partnership:
    return Partnership("P", {"1": graph}, {} if items is None else {"items": items})


def coverage(graph: PartnerGraph, items: pd.DataFrame | None = LIST) -> Measured:
    return outcome_coverage(graph, partnership_of(graph, items))


def test_outcomes_of_nobody_one_one_sector_and_several() -> None:
    graph = graph_of({"Reading": "AC", "Math": "AB", "Work": "E"})
    found = coverage(graph)
    assert found.table is not None
    rows = [tuple(row.values()) for row in found.table.rows]
    assert rows == [
        ("Health", 0, 0, 0, "nobody who answered"),
        ("Math", 2, 2, 1, "one sector"),
        ("Reading", 2, 2, 2, "several organizations"),
        ("Work", 1, 1, 1, "one organization"),
    ]
    assert (found.value, found.range) == (2, (2, 2))
    assert found.table.discloses == Disclosure.NETWORK
    by_sector = found.tables["by_sector"]
    assert by_sector.discloses == Disclosure.ORGANIZATION
    assert [tuple(row.values()) for row in by_sector.rows] == [
        ("Math", "Schools", 2), ("Reading", "Clinics", 1), ("Reading", "Schools", 1), ("Work", "Firms", 1)
    ]  # fmt: skip
    (finding,) = assess(partnership_of(graph), ["outcome_coverage"])
    assert headline(finding) == "Of those who answered, nobody works on: Health. Only one organization works on: Work."
    assert finding.reading is not None
    assert finding.reading.tone == "concern"


def test_those_who_have_not_answered_may_carry_any_of_them() -> None:
    # What E, silent, is said to carry does not count; each outcome may be carried by E and F besides.
    found = coverage(graph_of({"Reading": "ACE", "Math": "AB", "Work": "E"}, silent="EF"))
    assert found.table is not None
    assert [(row["organizations"], row["at_most"]) for row in found.table.rows] == [(0, 2), (2, 4), (2, 4), (0, 2)]
    assert (found.value, found.range) == (2, (0, 2))
    # One silent organization alone cannot make two of none.
    assert coverage(graph_of({"Reading": "AC", "Math": "AB", "Work": "E"}, silent="F")).range == (1, 2)


def test_what_most_have_not_answered_is_too_close_to_call() -> None:
    (finding,) = assess(partnership_of(graph_of({"Reading": "AB"}, silent="CDEF")), ["outcome_coverage"])
    assert finding.reading is not None
    assert finding.reading.tone == "unknown"


def test_one_sector_is_said_only_where_there_are_others_and_it_is_known() -> None:
    everyone = graph_of({"Reading": "AB"}, sectors=dict.fromkeys("ABC", "Schools"))
    assert coverage(everyone, None).table.rows[0]["state"] == "several organizations"  # type: ignore[union-attr]
    blank = graph_of({"Reading": "AB"}, sectors={"A": "Schools", "B": "Not stated", "C": "Clinics"})
    assert coverage(blank, None).table.rows[0]["state"] == "several organizations"  # type: ignore[union-attr]


def test_without_a_list_nobody_s_outcomes_cannot_be_seen() -> None:
    found = coverage(graph_of({"Reading": "AC"}), None)
    assert (found.value, [caveat.id for caveat in found.caveats]) == (0, ["no_list"])
    nobody = coverage(graph_of({"Reading": "AC"}, silent="ABCDEF"))
    assert (nobody.value, nobody.table, [caveat.id for caveat in nobody.caveats]) == (None, None, ["no_outcomes"])


@pytest.mark.parametrize("silent", ["F", ""])
def test_the_room_sees_who_works_on_what_only_where_everybody_answered(silent: str) -> None:
    partnership = partnership_of(graph_of({"Reading": "AC", "Work": "E"}, silent=silent))
    findings = assess(partnership, ["outcome_coverage"])
    room = make_copy("partners", partnership, findings, "1", ["outcome_coverage"])
    (finding,) = room.findings
    if silent:
        assert headline(finding) == (
            "Outcomes that five or more organizations work on: 0. Outcomes with fewer, or none: 4."
        )
        assert (finding.value, finding.table, finding.tables) == (None, None, {})
        assert room.partnership.graph()["affiliations"].empty
    else:
        assert finding.reading == findings[0].reading
        assert "by_sector" in finding.tables
        assert len(room.partnership.graph()["affiliations"]) == 3


def test_wren_county_carries_every_outcome() -> None:
    (found,) = assess(to_partnership(read_partnership(WREN)), ["outcome_coverage"])
    assert found.value == 0
    # A list may hold only what somebody ticked, so no more is claimed.
    assert headline(found) == (
        "Every outcome that was named has several organizations that work on it, from more than one sector."
    )


def test_shared_activities_are_weighted_as_newman_does() -> None:
    # Newman (2001): 1 / (k - 1) for each; Meals has three carriers, Tutoring two, Buses one.
    graph = graph_of({"Meals": "ABC", "Tutoring": "AB", "Buses": "D"}, "activity")
    found = activity_overlap(graph, partnership_of(graph, None))
    assert found.value == pytest.approx(2 / 3)
    pairs = {(row["organization"], row["partner"]): row for row in found.tables["pairs"].rows}
    assert {pair: (row["activities"], row["shared"]) for pair, row in pairs.items()} == {
        ("A", "B"): (2, 1.5), ("A", "C"): (1, 0.5), ("B", "C"): (1, 0.5)
    }  # fmt: skip
    assert found.tables["pairs"].discloses == Disclosure.PAIR
    assert all(0 < float(row["p"] or 1) <= 1 for row in pairs.values())


def test_what_all_pairs_share_together_is_fixed_and_chance_spreads_it() -> None:
    # Each activity of k carriers gives its k (k - 1) / 2 pairs k / 2 in all, however it is dealt.
    rng = np.random.default_rng(2)
    table = rng.random((15, 6)) < 0.4
    total = sum(k / 2 for k in table.sum(axis=0) if k > 1)
    for dealt in curveballs(table, 5, np.random.SeedSequence(1)):
        assert shared(dealt).sum() == pytest.approx(total)
    names = [chr(ord("a") + i) for i in range(15)]
    carry = {f"Activity {j}": "".join(names[i] for i in np.flatnonzero(table[:, j])) for j in range(6)}
    graph = graph_of(carry, "activity", sectors=dict.fromkeys(names, "x"))
    rows = activity_overlap(graph, partnership_of(graph, None)).tables["pairs"].rows
    assert sum(float(row["shared"] or 0) for row in rows) == pytest.approx(total)


def test_two_who_do_the_same_many_things_stand_out() -> None:
    # Two carry the same six of eighteen activities; twelve others carry one or two of the rest each.
    names = [chr(ord("a") + i) for i in range(14)]
    carry = {f"Own {j}": "ab" for j in range(6)}
    carry |= {f"Other {j}": names[2 + j] + names[2 + (j + 1) % 12] for j in range(12)}
    graph = graph_of(carry, "activity", sectors=dict.fromkeys(names, "x"))
    rows = activity_overlap(graph, partnership_of(graph, None)).tables["pairs"].rows
    stand_out = [
        (row["organization"], row["partner"]) for row in rows if row["verdict"] == "more than chance would give"
    ]
    assert stand_out == [("a", "b")]
    partnership = partnership_of(graph, None)
    (found,) = assess(partnership, ["activity_overlap"])
    assert headline(found) == "a and b carry 6 of the same activities, more than chance would give."
    # The room sees who carries what, so it counts activities; no pair is singled out there.
    (shown,) = make_copy("partners", partnership, [found], "1", ["activity_overlap"]).findings
    assert headline(shown) == "Of 18 activities, 18 are carried by more than one organization."
    assert not shown.tables


def test_without_activities_there_is_nothing_to_show() -> None:
    partnership = partnership_of(graph_of({"Reading": "AC"}))
    (found,) = assess(partnership, ["activity_overlap"])
    assert (found.value, found.table, found.tables, found.reading) == (None, None, {}, None)
    assert [caveat.id for caveat in found.caveats] == ["no_activities"]


def test_with_very_many_organizations_pairs_are_not_compared_with_chance() -> None:
    names = [f"Organization {i}" for i in range(201)]
    rows = pd.DataFrame({"organization": names[:2], "kind": "activity", "item": "Meals"})
    frames = {"organizations": pd.DataFrame({"organization": names}), "affiliations": rows}
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    found = activity_overlap(graph, partnership_of(graph, None))
    (row,) = found.tables["pairs"].rows
    assert (row["shared"], row["expected"], row["verdict"]) == (1.0, None, "not compared with chance")
    assert [caveat.id for caveat in found.caveats] == ["too_large_to_test"]
