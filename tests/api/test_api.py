"""The public Python functions, as a notebook would use them."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.errors import UnknownNameError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def karate() -> sg.Findings:
    partnership = sg.from_networkx(nx.karate_club_graph(), sector="club", name="<Karate>")
    return sg.measure(partnership, ["ei_index", "density"], permutations=99)


def test_zachary_s_club_has_the_published_counts(karate: sg.Findings) -> None:
    # Zachary (1977): 34 members, 78 ties; networkx counts 11 of them between the two clubs.
    clubs = nx.get_node_attributes(nx.karate_club_graph(), "club")
    across = sum(clubs[a] != clubs[b] for a, b in nx.karate_club_graph().edges)
    assert karate["density"].value == pytest.approx(78 / (34 * 33 / 2))
    assert karate["ei_index"].value == pytest.approx((2 * across - 78) / 78)


def test_findings_are_a_sequence_and_a_lookup(karate: sg.Findings) -> None:
    assert [finding.name for finding in karate] == ["ei_index", "density"]
    assert karate["ei_index/collaboration/1"] is karate["ei_index"] is karate[0]
    assert list(karate[:1]) == [karate[0]]
    with pytest.raises(UnknownNameError, match="betweenness"):
        karate["betweenness"]
    with pytest.raises(UnknownNameError, match="by_place"):
        karate.table("ei_index", "by_place")


def test_one_name_may_stand_alone() -> None:
    partnership = sg.from_networkx(nx.path_graph(3))
    (density,) = sg.measure(partnership, "density", layers="collaboration")
    assert density.value == pytest.approx(2 / 3)


def test_frames_hold_what_the_findings_hold(karate: sg.Findings) -> None:
    frame = karate.to_frame()
    assert frame.loc["ei_index/collaboration/1", "value"] == karate["ei_index"].value
    assert karate["ei_index"].test is not None
    assert frame.loc["ei_index/collaboration/1", "p"] == karate["ei_index"].test.p
    table = karate.table("ei_index")
    assert isinstance(table, pd.DataFrame)
    assert len(table) == 34
    assert karate.table("ei_index", "by_sector")["sector"].tolist() == ["Mr. Hi", "Officer"]


def test_a_survey_s_text_is_no_markup_in_a_notebook() -> None:
    graph = nx.Graph([("<script>a", "b")])
    partnership = sg.from_networkx(graph, name="<img src=x>")
    findings = sg.measure(partnership, ["density"])
    for html in (findings._repr_html_(), partnership._repr_html_(), partnership.graph()._repr_html_()):
        assert "<script" not in html
        assert "<img" not in html


def test_representations_are_short() -> None:
    partnership = sg.read(ROOT / "surveys" / "wren-county")
    values = (partnership, partnership.graph(), partnership.graph().layer("collaboration"))
    assert all(len(repr(value)) < 200 for value in values)
    assert len(repr(sg.measure(partnership, ["density"])[0])) < 200


def test_the_bare_function_and_its_help() -> None:
    assert sg.measures.ei_index.__name__ == "ei_index"
    assert "density" in dir(sg.measures)
    with pytest.raises(AttributeError):
        sg.measures.no_such_measure  # noqa: B018
    with pytest.raises(AttributeError):
        sg.no_such_function  # noqa: B018


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    partnership = sg.from_networkx(nx.karate_club_graph(), sector="club")
    paths = sg.report(partnership, tmp_path, permutations=99, draws=20)
    assert {path.parent.name for path in paths} == {"backbone-only", "for-the-room"}
    assert all(path.stat().st_size for path in paths)
    (tmp_path / "alone").mkdir()
    assert sg.draw_map(partnership, tmp_path / "alone" / "map.html").read_text(encoding="utf-8").startswith("<!doctype")


def test_importing_costs_nothing() -> None:
    code = "import sys, stakeholder_graph; print(sorted({'numpy', 'pandas', 'networkx', 'click'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"


def test_measuring_plain_files_loads_nothing_that_reads_workbooks_or_draws() -> None:
    code = (
        "import sys, stakeholder_graph as sg; sg.measure(sg.read('surveys/wren-county'), 'density', draws=0); "
        "print(sorted({'openpyxl', 'jinja2', 'xlsxwriter', 'pyvis'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"
