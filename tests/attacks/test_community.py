"""The attack on the community's page: it finds what is planted, and nothing in what is written."""

from dataclasses import replace
from pathlib import Path

import pytest

import stakeholder_graph as sg
from tests.attacks import generated
from tests.attacks.community import Counted, beyond_the_map, community, follows, names_in, told_by_community
from tests.attacks.extract import extract
from tests.attacks.handed_out import room_and_community

CELLS: dict[tuple[str, str], int | None] = {("A", "A"): 9, ("A", "B"): None, ("B", "B"): None}


def test_what_a_sum_gives_away_is_found() -> None:
    assert follows(Counted(CELLS)) == []
    assert follows(Counted(CELLS, all=13)) == []  # four of two: each none to four
    assert follows(Counted(CELLS, all=9)) == ["A and B: 0 to 0", "B and B: 0 to 0"]
    assert follows(Counted(CELLS, all=16)) == ["A and B: 3 to 4", "B and B: 3 to 4"]


def test_two_sums_are_subtracted_from_each_other() -> None:
    """Thirteen in all and two across leave two within: either alone would tell nothing exact of the second."""
    assert follows(Counted(CELLS, all=13, across=2)) == ["A and B: 2 to 2", "B and B: 2 to 2"]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source, output = (tmp_path_factory.mktemp(name) for name in ("survey", "output"))
    generated.survey(source / "survey", 46)
    room_and_community(sg.read(source / "survey"), output)
    return output


def test_the_page_of_a_generated_community_says_what_its_map_does(output: Path) -> None:
    seen = extract(output / "for-the-room")
    counted = community(output / "for-the-community" / "report.html")
    assert sum(len(layer.cells) for layer in counted.values()) > 3
    assert told_by_community(output / "for-the-community", seen) == []
    # Another number than the map's, and another survey's, are found out.
    layer = next(iter(counted))
    first = next(iter(counted[layer].cells))
    planted = replace(counted[layer], cells={**counted[layer].cells, first: 77})
    assert len(beyond_the_map({layer: planted}, seen, seen.waves[-1])) == 1


def test_a_name_on_the_communitys_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<p title='with Place 3 &amp; Co'>12 organizations</p>", "utf-8")
    assert names_in(tmp_path, ("Place 3 & Co", "Place 1")) == ["Place 3 & Co"]
