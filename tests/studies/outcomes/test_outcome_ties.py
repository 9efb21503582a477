"""Outcome ties: pairs counted by hand and by loops over files; what is usual against all arrangements."""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
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
    assert wren.table is not None
    together: set[frozenset[str]] = set()
    for found in wren.table.rows:
        members = work[str(found["outcome"])]
        assert members <= heard
        pairs = {frozenset(pair) for pair in combinations(sorted(members), 2)}
        together |= pairs
        assert (found["organizations"], found["pairs"], found["unknown"]) == (len(members), len(pairs), 0)
        assert found["together"] == len(pairs & tied)
    assert wren.value == len(together & tied) / len(together)


def test_two_of_the_36_pairs_who_work_on_attendance_work_together(wren: Measured) -> None:
    assert wren.table is not None
    (row,) = [row for row in wren.table.rows if row["outcome"] == "Attendance"]
    assert (row["organizations"], row["pairs"], row["together"], row["unknown"]) == (9, 36, 2, 0)
    assert (round(float(row["usual"] or 0)), row["verdict"]) == (11, "hardly tied")
    (pair,) = [row for row in wren.tables["strategy_pairs"].rows if row["outcome"] == "Attendance"]
    assert (pair["organization"], pair["partner"], pair["state"]) == (
        "Wren Transit Authority", "Wren County School District", "neither names the other"
    )  # fmt: skip


def test_what_was_not_answered_by_hand() -> None:
    # E and F are silent: A names E, so that pair works together; BE and BF may still be named by E or F; EF by either.
    study = context(["AB", "AE"], {"Math": "ABEF"}, silent="EF")
    found = outcome_ties(study)
    assert counts(found) == {"Math": (6, 2, 4)}
    # No other network has these numbers of partners, so that none says what is usual.
    assert (found.value, [caveat.id for caveat in found.caveats]) == (1.0, ["pairs_open", "rewire_one"])
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


def test_usual_is_the_mean_over_all_networks_with_these_numbers_of_partners() -> None:
    """Six organizations, each with as many partners as here: all such networks, counted one by one."""
    ties, group, names = ["AB", "BC", "CD", "DA", "EF", "AE"], {"A", "B", "E"}, "ABCDEF"
    every = list(combinations(names, 2))
    degrees = [sum(name in pair for pair in ties) for name in names]
    alike = [
        network
        for network in combinations(every, len(ties))
        if [sum(name in pair for pair in network) for name in names] == degrees
    ]
    by_hand = np.mean([sum(set(pair) <= group for pair in network) for network in alike])
    # The walks of one seed have one start: what is meant is the mean over many.
    usual = []
    for seed in range(40):
        how = MeasureSettings(permutations=199, draws=0, seed=seed)
        found = outcome_ties(context(ties, {"Math": "ABE"}, directed=False, how=how))
        assert found.table is not None
        usual.append(float(found.table["usual"][0] or 0))
    assert np.mean(usual) == pytest.approx(by_hand, abs=3 * np.std(usual) / np.sqrt(len(usual)) + 1e-9)


def test_usual_regards_how_many_partners_the_members_have() -> None:
    """A ring of twenty in which A is tied to nine more: those who include A are held against more than others."""
    names = "ABCDEFGHIJKLMNOPQRST"
    ties = [names[k] + names[(k + 1) % 20] for k in range(20)] + ["A" + name for name in "CDEFGHIJK"]
    found = outcome_ties(context(ties, {"Hub": "ACE", "Edge": "LNP"}, names, directed=False))
    assert found.table is not None
    usual = {row["outcome"]: float(row["usual"] or 0) for row in found.table.rows}
    assert usual["Hub"] > 2 * usual["Edge"]


def test_a_group_is_hardly_tied_only_where_others_with_as_many_partners_are_tied() -> None:
    """Ten who are tied to all of ten others and never to each other."""
    names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234"
    ties = [a + b for a in names[:10] for b in names[10:20]]
    ties += [names[20 + k] + names[20 + (k + 1) % 10] for k in range(10)]
    work = {"Apart": names[:10], "Ring": names[20:]}
    found = outcome_ties(context(ties, work, names, directed=False))
    assert found.table is not None
    assert (found.table["verdict"][0], found.table["together"][0]) == ("hardly tied", 0)
    how = MeasureSettings(permutations=0)
    without_test = outcome_ties(context(ties, work, names, directed=False, how=how))
    assert without_test.table is not None
    assert "p" not in without_test.table
    assert without_test.table["usual"][0] is None


def test_under_chance_few_outcomes_stand_out() -> None:
    """Who works on what is dealt out at random: p at most .05 in .05 of outcomes at most (two errors)."""
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
