"""Tulip reads GML, Pajek and UCINET DL; it runs in a process of its own."""

import json
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.writing.second_readers.written import NETWORKS, Tie, files, network, ties

ROOT = Path(__file__).resolve().parents[4]


def read(plugin: str, paths: list[Path]) -> list[dict[str, Any]]:
    arguments = [argument for path in paths for argument in (plugin, str(path))]
    module = "tests.exchange.writing.second_readers.tulip_reads"
    ran = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("which", NETWORKS)
def test_pajek_and_ucinet_keep_names_ends_and_strengths(which: str, tmp_path: Path) -> None:
    written = network(which)
    names = [" ".join(node.name.replace('"', "''").split()) for node in written.nodes]
    (pajek,) = read("Pajek", files(which, "pajek", tmp_path)[:1])
    assert [label for label, _place, _colour in pajek["nodes"]] == names
    # What has no weight weighs 1 in Tulip, and it knows no kinds: all stand in one graph.
    assert found(pajek) == expected(ties(written))
    paths = files(which, "ucinet", tmp_path)
    for layer, dl in zip(written.layers, read("UCINET", paths), strict=True):
        assert [label for label, _place, _colour in dl["nodes"]] == names
        assert found(dl) == expected(ties(written, both_ways=True, layer=layer))


@pytest.mark.parametrize("which", NETWORKS)
def test_gml_keeps_names_ends_places_and_colours(which: str, tmp_path: Path) -> None:
    written = network(which)
    (gml,) = read("GML", files(which, "gml", tmp_path))
    for node, (label, place, colour) in zip(written.nodes, gml["nodes"], strict=True):
        # Tulip leaves character references as GML writes them.
        assert unescape(label) == node.name
        assert place == pytest.approx([node.x, node.y])
        assert "#" + "".join(f"{part:02X}" for part in colour) == node.colour.upper()
    both = ties(written, both_ways=written.directions != {False})
    assert sorted(map(tuple, gml["ends"])) == sorted((origin, target) for origin, target, *_ in both)


def found(graph: dict[str, Any]) -> list[tuple[int, int, float]]:
    return sorted((*ends, weight) for ends, weight in zip(graph["ends"], graph["weights"], strict=True))


def expected(all_ties: list[Tie]) -> list[tuple[int, int, float]]:
    return sorted((origin, target, 1.0 if weight is None else weight) for origin, target, _, weight in all_ties)
