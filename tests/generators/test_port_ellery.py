"""Every planted fact of Port Ellery, counted from its files with pandas and networkx alone, and its report."""

import re
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.generators.examples import EXAMPLES, write_example
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.measures.representation.sector_coverage import sector_coverage
from stakeholder_graph.measures.results.bright_spots import bright_spots
from stakeholder_graph.measures.results.disparity_gaps import disparity_gaps
from stakeholder_graph.measures.results.indicator_progress import indicator_progress
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.report.report_page import draw_report

BACKBONE, BRIDGE = "Port Ellery Care Coalition", "Ferry Street Clinic"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("examples") / "port-ellery"
    write_example("port-ellery", target)
    return target


@pytest.fixture(scope="module")
def tables(folder: Path) -> dict[str, pd.DataFrame]:
    return {path.stem: pd.read_csv(path, dtype={"wave": str}, keep_default_na=False) for path in folder.glob("*.csv")}


def sector(tables: dict[str, pd.DataFrame], name: str) -> set[str]:
    people = tables["organizations"]
    return set(people.loc[people["sector"] == name, "organization"])


def mentions(tables: dict[str, pd.DataFrame], layer: str, senders: set[str], receivers: set[str]) -> int:
    ties = tables["ties"][tables["ties"]["layer"] == layer]
    return int((ties["from"].isin(list(senders)) & ties["to"].isin(list(receivers))).sum())


def test_writes_the_same_bytes_every_time_and_reads_without_advice(folder: Path, tmp_path: Path) -> None:
    write_example("port-ellery", tmp_path)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }
    survey = read_partnership(folder)
    assert (survey.info.advice, survey.info.undecided, survey.info.invented) == ((), (), True)
    assert [layer.promise for layer in survey.layers] == ["named", "named", "backbone"]


def test_hospitals_work_with_each_other_and_refer_to_shelters(tables: dict[str, pd.DataFrame]) -> None:
    hospitals, shelters = sector(tables, "Hospitals"), sector(tables, "Housing and shelters")
    assert mentions(tables, "collaboration", hospitals, hospitals) == 2 * 6
    assert mentions(tables, "collaboration", hospitals, shelters) == 0
    assert mentions(tables, "collaboration", shelters, hospitals) == 0
    assert (len(hospitals), len(shelters)) == (4, 5)
    assert mentions(tables, "referral", hospitals, shelters) == 14
    assert mentions(tables, "referral", shelters, hospitals) == 0


def _graph(tables: dict[str, pd.DataFrame]) -> "nx.Graph[str]":
    ties = tables["ties"][tables["ties"]["layer"] == "collaboration"]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(tables["organizations"]["organization"])
    graph.add_edges_from(zip(ties["from"], ties["to"], strict=True))
    return graph


def test_a_small_clinic_stands_between_hospitals_and_shelters(tables: dict[str, pd.DataFrame]) -> None:
    graph = _graph(tables)
    hospitals, shelters = sector(tables, "Hospitals"), sector(tables, "Housing and shelters")
    both = {name: (len(set(graph[name]) & hospitals), len(set(graph[name]) & shelters)) for name in graph}
    assert both[BRIDGE] == (4, 5)
    others = {name: min(counts) for name, counts in both.items() if name not in (BRIDGE, BACKBONE)}
    assert max(others.values()) < 4


def test_three_reach_others_only_through_the_backbone(tables: dict[str, pd.DataFrame]) -> None:
    graph = _graph(tables)
    alone = {name for name in graph if set(graph[name]) == {BACKBONE}}
    assert {"Bridgeway Recovery", "Second Wind Peer Support", "Lantern Counseling"} <= alone
    answered = set(tables["asked"].query("answered == 'yes'")["organization"])
    assert len(alone & answered) == 3
    assert (len(answered), len(graph)) == (30, 38)


def test_who_is_missing(folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    partnership = to_partnership(read_partnership(folder))
    found = sector_coverage(partnership.graph(), partnership)
    assert found.table is not None
    absent = [row["sector"] for row in found.table.rows if not row["listed"]]
    assert absent == ["Public health"]
    seats, residents = tables["affiliations"], sector(tables, "Residents and patients")
    theirs = seats[seats["organization"].isin(list(residents))]
    assert len(set(theirs.loc[theirs["kind"] == "team", "item"])) == 1
    assert "Steering committee" not in set(theirs["item"])
    steering = set(seats.loc[seats["item"] == "Steering committee", "organization"])
    people = tables["organizations"].set_index("organization")["place"]
    assert set(people) - set(people[list(steering)]) == {"Harbor Side", "Marshside"}


def test_seven_work_on_a_stable_home_and_hardly_with_each_other(tables: dict[str, pd.DataFrame]) -> None:
    table, graph = tables["affiliations"], _graph(tables)
    seven = sorted(set(table.loc[table["item"] == "A stable home", "organization"]))
    assert len(seven) == 7
    assert sum(graph.has_edge(a, b) for k, a in enumerate(seven) for b in seven[k + 1 :]) == 3


def test_two_camps_on_data(tables: dict[str, pd.DataFrame]) -> None:
    spread = tables["ratings"].groupby("item")["value"].var()
    within = 1 - spread / 2  # r_wg on a scale of five: (25 - 1) / 12 = 2
    assert within.idxmin() == "Sharing patients' data, with consent"
    assert within.min() < 0 < 0.5 <= within.drop(within.idxmin()).min()


def test_results(folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    partnership = to_partnership(read_partnership(folder))
    graph = partnership.graph()
    progress = indicator_progress(graph, partnership)
    assert progress.table is not None
    assert [row["verdict"] for row in progress.table.rows] == ["better", "better", "no data", "same", "worse"]
    whole = tables["indicators"].query("subgroup == '' and place == ''").set_index(["indicator", "period"])["value"]
    readmitted = "Readmitted within 30 days"
    assert (whole[readmitted, 2021], whole[readmitted, 2025]) == (19.9, 16.9)
    gaps = disparity_gaps(graph, partnership)
    assert gaps.table is not None
    (gap,) = gaps.table.rows
    assert (gap["first_gap"], gap["last_gap"], gap["verdict"], gap["because"]) == (8.8, 4.6, "narrower", "lower rose")
    spots = bright_spots(graph, partnership)
    assert spots.table is not None
    assert [row["place"] for row in spots.table.rows if row["verdict"] == "bright spot"] == ["Ferry Landing"]
    practices = tables["places"].query("period == 2025").set_index("place")["practices"]
    assert practices.str.contains("care team at discharge").sum() == 3


def test_its_report_has_no_empty_section(folder: Path) -> None:
    partnership = to_partnership(read_partnership(folder))
    findings = assess(partnership, settings=MeasureSettings(permutations=199, draws=10), wave=partnership.latest)
    for edition in ("backbone", "partners"):
        made = make_copy(edition, partnership, findings, partnership.latest)
        page = draw_report(made, "map.html", None, None)
        parts = re.split(r"<section\b", page)[1:]
        assert len(parts) > 5
        for part in parts:
            body = re.sub(r"<(script|style)\b.*?</\1>", "", part.partition(">")[2], flags=re.DOTALL)
            words = re.sub(r"<h[1-6].*?</h[1-6]>|<[^>]+>", " ", body, flags=re.DOTALL)
            assert words.split() or "<svg" in body, part[:200]


def test_each_example_has_a_page_that_says_it_is_invented(tmp_path: Path) -> None:
    for name in EXAMPLES:
        write_example(name, tmp_path / name)
        assert "invented" in (tmp_path / name / "README.md").read_text("utf-8").partition("\n")[0]
