"""Outcome ties: pairs counted by hand and by loops over files; what is usual against all arrangements."""

import csv
from collections import defaultdict
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.outcomes._pairs import PairsOfLayer
from stakeholder_graph.studies.outcomes._usual import expected_among
from stakeholder_graph.studies.outcomes.outcome_ties import outcome_ties
from stakeholder_graph.survey.read import read_partnership

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
FAST = MeasureSettings(permutations=199, draws=0)


def rows_of(file: str) -> list[dict[str, str]]:
    with (WREN / file).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def context(
    ties: list[str],
    work: dict[str, str],
    names: str = "ABCDEF",
    silent: str = "",
    backbone: str = "",
    directed: bool = True,
    how: MeasureSettings = FAST,
    strategies: pd.DataFrame | None = None,
) -> StudyContext:
    """Ties as ``"AB"``; outcomes as ``{"Math": "AB"}``."""
    frames = {
        "organizations": pd.DataFrame(
            {"organization": list(names), "role": ["backbone" if name == backbone else "" for name in names]}
        ),
        "ties": pd.DataFrame(
            [(pair[0], pair[1], "work", 1.0) for pair in ties], columns=["from", "to", "layer", "value"]
        ),
        "asked": pd.DataFrame(
            [("work", name, name not in silent) for name in names], columns=["layer", "organization", "answered"]
        ),
        "affiliations": pd.DataFrame(
            [(name, "outcome", item) for item, members in work.items() for name in members],
            columns=["organization", "kind", "item"],
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed)
    lists = {} if strategies is None else {"strategies": strategies}
    return StudyContext(Partnership("P", {"1": graph}, lists), graph, "work", how)


def counts(found: Measured) -> dict[str, tuple[int, int, int]]:
    assert found.table is not None
    return {
        str(row["outcome"]): (int(row["pairs"] or 0), int(row["together"] or 0), int(row["unknown"] or 0))
        for row in found.table.rows
    }


@pytest.fixture(scope="module")
def wren() -> Measured:
    partnership = to_partnership(read_partnership(WREN))
    return outcome_ties(StudyContext(partnership, partnership.graph(), "collaboration", MeasureSettings()))


def test_wren_county_is_what_loops_over_its_files_count(wren: Measured) -> None:
    roster = {row["organization"] for row in rows_of("organizations.csv")}
    called = {row["written"].casefold(): row["organization"] for row in rows_of("names.csv")}
    by_fold = {name.casefold(): name for name in roster}

    def who(written: str) -> str:
        return by_fold.get(written.casefold()) or called[written.casefold()]

    values: dict[tuple[str, str], float] = {}
    for row in rows_of("ties.csv"):
        if (row["wave"], row["layer"]) == ("2025", "collaboration") and float(row["value"] or 1) > 0:
            values[who(row["from"]), who(row["to"])] = 1
    tied = {frozenset(pair) for pair in values}
    work: dict[str, set[str]] = defaultdict(set)
    for row in rows_of("affiliations.csv"):
        if (row["wave"], row["kind"]) == ("2025", "outcome"):
            work[row["item"]].add(row["organization"])
    heard = {row["organization"] for row in rows_of("asked.csv") if row["wave"] == "2025" and row["answered"] == "yes"}
    others = sorted(heard - {"Wren Forward"})
    tied_others = sum(frozenset(pair) in tied for pair in combinations(others, 2))
    all_others = len(others) * (len(others) - 1) / 2
    assert wren.table is not None
    together: set[frozenset[str]] = set()
    for found in wren.table.rows:
        members = work[str(found["outcome"])]
        assert members <= set(others)  # all answered, and the backbone names no outcome
        pairs = {frozenset(pair) for pair in combinations(sorted(members), 2)}
        together |= pairs
        assert (found["organizations"], found["pairs"], found["unknown"]) == (len(members), len(pairs), 0)
        assert found["together"] == len(pairs & tied)
        assert found["usual"] == pytest.approx(len(pairs) * tied_others / all_others)
    assert wren.value == len(together & tied) / len(together)


def test_two_of_the_36_pairs_who_work_on_attendance_work_together(wren: Measured) -> None:
    assert wren.table is not None
    (row,) = [row for row in wren.table.rows if row["outcome"] == "Attendance"]
    assert (row["organizations"], row["pairs"], row["together"], row["unknown"]) == (9, 36, 2, 0)
    assert round(float(row["usual"] or 0)) == 8
    (pair,) = [row for row in wren.tables["strategy_pairs"].rows if row["outcome"] == "Attendance"]
    assert (pair["organization"], pair["partner"], pair["state"]) == (
        "Wren Transit Authority", "Wren County School District", "neither names the other"
    )  # fmt: skip


def test_what_was_not_answered_by_hand() -> None:
    # E and F are silent: A names E, so that pair works together; BE and BF may still be named by E or F; EF by either.
    study = context(["AB", "AE"], {"Math": "ABEF"}, silent="EF")
    found = outcome_ties(study)
    assert counts(found) == {"Math": (6, 2, 4)}
    assert (found.value, [caveat.id for caveat in found.caveats]) == (1.0, ["pairs_open"])
    # If both have to name each other, B's silence on E and F settles those, and A's on F; EF is open, AE until E says.
    both = MeasureSettings("both", permutations=9, draws=0)
    assert counts(outcome_ties(context(["AB", "BA", "AE"], {"Math": "ABEF"}, silent="EF", how=both))) == {
        "Math": (6, 1, 2)
    }
    # Without direction either end answers for both.
    assert counts(outcome_ties(context(["AB", "AE"], {"Math": "ABEF"}, silent="EF", directed=False))) == {
        "Math": (6, 2, 1)
    }


def test_where_everybody_is_silent_no_pair_is_known() -> None:
    found = outcome_ties(context([], {"Math": "ABC"}, silent="ABCDEF"))
    assert counts(found) == {"Math": (3, 0, 3)}
    assert (found.value, [caveat.id for caveat in found.caveats]) == (None, ["pairs_open"])


def test_one_organization_on_an_outcome_has_no_pair() -> None:
    found = outcome_ties(context(["AB"], {"Math": "A", "Reading": "AB"}))
    assert counts(found) == {"Reading": (1, 1, 0)}
    alone = outcome_ties(context(["AB"], {"Math": "A"}))
    assert (alone.value, alone.table, [caveat.id for caveat in alone.caveats]) == (None, None, ["no_pairs"])


def test_usual_is_the_mean_over_all_ways_to_deal_out_who_works_on_it() -> None:
    ties, group, names = ["AB", "BC", "CD", "DA", "EF", "AE"], "ABE", "ABCDEF"
    tied = {frozenset(pair) for pair in ties}
    by_hand = [
        sum(frozenset(pair) in tied for pair in combinations(dealt, 2)) for dealt in combinations(names, len(group))
    ]
    found = outcome_ties(context(ties, {"Math": group}))
    assert found.table is not None
    assert found.table["usual"][0] == pytest.approx(np.mean(by_hand))


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_usual_within_strata_is_the_mean_of_all_permutations(data: st.DataObject) -> None:
    names = "ABCDE"
    ties = data.draw(st.lists(st.sampled_from([a + b for a in names for b in names if a != b]), unique=True))
    group = np.array(data.draw(st.lists(st.booleans(), min_size=5, max_size=5)))[:, None]
    strata = np.array(data.draw(st.lists(st.integers(0, 2), min_size=5, max_size=5)))
    pairs = PairsOfLayer.of(context(ties, {}, names).reports)
    kept = [dealt for dealt in permutations(range(5)) if (strata[list(dealt)] == strata).all()]
    mean = np.mean([pairs.tied_among(group[list(dealt)]) for dealt in kept])
    assert expected_among(pairs, group, strata)[0] == pytest.approx(mean)


def test_the_backbone_is_not_dealt_out() -> None:
    # Z is tied to all; among the others one of six pairs is.
    found = outcome_ties(context(["ZA", "ZB", "ZC", "ZD", "AB"], {"Math": "CD"}, "ABCDZ", backbone="Z"))
    assert found.table is not None
    assert found.table["usual"][0] == pytest.approx(1 / 6)


def test_a_team_waits_only_where_chance_would_hardly_give_so_few() -> None:
    """Ten who are all tied and ten who are not tied to anybody: the latter are far below what is usual."""
    names = "ABCDEFGHIJKLMNOPQRST"
    ties = [a + b for a, b in combinations(names[:10], 2)]
    found = outcome_ties(context(ties, {"Tied": names[:10], "Apart": names[10:]}, names))
    assert found.table is not None
    assert dict(zip(found.table["outcome"], found.table["verdict"], strict=True)) == {
        "Apart": "hardly tied", "Tied": "well tied"
    }  # fmt: skip
    without_test = outcome_ties(context(ties, {"Tied": names[:10]}, names, how=MeasureSettings(permutations=0)))
    assert without_test.table is not None
    assert "p" not in without_test.table


def test_under_chance_few_outcomes_stand_out() -> None:
    """Who works on what is dealt out at random: p at most .05 in about .05 of outcomes (two standard errors)."""
    rng = np.random.default_rng(3)
    names = "ABCDEFGHIJKLMNOPQRST"
    ties = [a + b for a, b in combinations(names, 2) if rng.random() < 0.2]
    work = {str(k): "".join(rng.choice(list(names), 6, replace=False)) for k in range(200)}
    found = outcome_ties(context(ties, work, names, how=MeasureSettings(permutations=999, draws=0)))
    assert found.table is not None
    small = np.mean([float(p or 1) <= 0.05 for p in found.table["p"]])
    assert small <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / 200)


def test_partners_of_a_strategy_two_by_two() -> None:
    columns = ["strategy", "outcome", "partners", "started", "status", "learned", "indicator"]
    tried = pd.DataFrame([("S", "Math", "A; B; C; E; Gone", "", "", "", "")], columns=columns)
    found = outcome_ties(context(["AB", "BA", "AC"], {"Math": "AB"}, silent="E", strategies=tried))
    states = {f"{row['organization']}{row['partner']}": row["state"] for row in found.tables["strategy_pairs"].rows}
    assert states == {
        "AB": "both name the other",
        "AC": "one names the other",
        "BC": "neither names the other",
        **dict.fromkeys(("AE", "BE", "CE"), "not known"),
    }
    drawn = outcome_ties(context(["AB"], {"Math": "AB"}, directed=False, strategies=tried))
    states = {f"{row['organization']}{row['partner']}": row["state"] for row in drawn.tables["strategy_pairs"].rows}
    assert (states["AB"], states["AC"]) == ("work together", "do not work together")
