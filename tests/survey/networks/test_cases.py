"""Networks as people have them, from the cases that users reported; skipped where these are not here."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from stakeholder_graph.survey import Survey, read_partnership

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.exists(), reason="reported cases are not here")

Case = Callable[..., Survey]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Reads a copy of a case, or a file in it, without some of its files."""

    def read(name: str, file: str = "", without: tuple[str, ...] = ()) -> Survey:
        folder = tmp_path / name
        copytree(CASES / name, folder)
        for other in without:
            (folder / other).chmod(0o600)
            folder.chmod(0o700)
            (folder / other).unlink()
        return read_partnership(folder / file)

    return read


def sizes(survey: Survey) -> tuple[int, int]:
    return len(survey["organizations"]), len(survey["ties"])


@pytest.mark.parametrize("file", ["network.graphml", "network.gml", "network.net"])
def test_graph_files(case: Case, file: str) -> None:
    survey = case("f-16-graph-files", file)
    assert sizes(survey) == (8, 10)
    assert survey.directed
    assert sorted(survey["ties"]["value"]) == [1, 1, 1, 2, 2, 2, 3, 3, 3, 3]
    sectors = set(survey["organizations"]["sector"])
    assert sectors == ({"Not stated"} if file == "network.net" else
                       {"Health", "Education", "Funder", "Housing", "Faith", "Food"})  # fmt: skip


def test_a_matrix_with_a_blank_corner(case: Case) -> None:
    assert sizes(case("f-14-matrix-with-blank-corner")) == (8, 10)


def test_kumus_own_backup_by_its_ids(case: Case) -> None:
    survey = case("f-04-kumu-backup-ids", "project.json", without=("partnership.xlsx",))
    assert sizes(survey) == (8, 8)
    assert [(layer.name, layer.directed) for layer in survey.layers] == [("Works with", False)]
    assert {"Health", "Faith"} <= set(survey["organizations"]["sector"])
    with_settings = read_partnership(CASES / "f-04-kumu-backup-ids")
    assert sizes(with_settings) == (8, 8)
    assert "Not stated" not in set(with_settings["organizations"]["sector"])


@pytest.mark.parametrize(("file", "expected"), [("kumu.xlsx", (20, 60)), ("edges.csv", (8, 10))])
def test_kumu_and_a_list_of_edges(case: Case, file: str, expected: tuple[int, int]) -> None:
    survey = case("b-09-kumu-and-edge-list-draft", file)
    assert sizes(survey) == expected
    assert survey["ties"]["value"].notna().all()


def test_a_table_of_nodes_and_one_of_edges(case: Case) -> None:
    survey = case("f-29-node-table-taken-for-the-survey")
    assert sizes(survey) == (8, 10)
    assert dict(survey["ties"]["layer"].value_counts()) == {"coordinates with": 7, "funds": 3}
    assert survey.info.sector_called == "category"
    assert set(survey["organizations"]["organization"]) >= {"Alder Clinic", "Hazel Pantry"}


def test_sheets_of_nodes_and_edges(case: Case) -> None:
    survey = case("f-06-other-sheets-ignored")
    assert sizes(survey) == (8, 10)
    assert "Not stated" not in set(survey["organizations"]["sector"])
