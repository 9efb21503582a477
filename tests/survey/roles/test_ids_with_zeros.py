"""Ids that begin with zeros are found where a spreadsheet has taken the zeros away, and never mixed up."""

from pathlib import Path

import pytest

from stakeholder_graph.survey import read_partnership

NODES = "{id},label,sector\n001,Gem,Arts\n002,Ada,Health\n010,Boise,Arts\n"
NAMED = [("Gem", "Ada"), ("Ada", "Boise")]


def ties(
    folder: Path, nodes: str, edges: str, names: tuple[str, str] = ("nodes.csv", "edges.csv")
) -> list[tuple[str, str]]:
    for name, content in zip(names, (nodes, edges), strict=True):
        (folder / name).write_text(content, encoding="utf-8")
    survey = read_partnership(folder)
    return [(origin, target) for origin, target in survey["ties"][["from", "to"]].to_numpy().tolist()]


@pytest.mark.parametrize("edges", ["1,2\n2,10\n", "001,002\n002,010\n", "1,002\n2,10\n", "0001,2\n02,10\n"])
@pytest.mark.parametrize("names", [("nodes.csv", "edges.csv"), ("list.csv", "connections.csv")])
@pytest.mark.parametrize("header", ["id", "Org code"])
def test_zeros_in_the_list_or_in_the_ties(tmp_path: Path, edges: str, names: tuple[str, str], header: str) -> None:
    found = ties(tmp_path, NODES.format(id=header), f"source,target\n{edges}", names)
    assert sorted(found) == sorted(NAMED)
    assert set(read_partnership(tmp_path)["organizations"]["sector"]) == {"Arts", "Health"}


def test_zeros_in_the_ties_alone(tmp_path: Path) -> None:
    nodes = NODES.format(id="id").replace("00", "").replace("010", "10")
    assert sorted(ties(tmp_path, nodes, "source,target\n001,002\n002,010\n")) == sorted(NAMED)


def test_ids_that_differ_in_zeros_alone_are_two(tmp_path: Path) -> None:
    nodes = "id,label,sector\n1,Gem,Arts\n01,Ada,Health\n2,Boise,Arts\n"
    assert sorted(ties(tmp_path, nodes, "source,target\n1,01\n01,2\n")) == sorted(NAMED)
