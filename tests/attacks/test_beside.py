"""What files beside the room's map would tell: planted in each, it is found; in what is written there is nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stakeholder_graph.editions import released_findings
from stakeholder_graph.generators import invent, write
from tests.attacks.beside import beyond_the_tables, of_earlier, told_beside
from tests.attacks.exported import Exported, Line, beyond_the_map, read_export
from tests.attacks.extract import extract
from tests.attacks.handed_out import FINDINGS, QUICK, HandedOut, hand_out
from tests.attacks.seen import Drawn

LAYER = "collaboration"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> HandedOut:
    source, output = tmp_path_factory.mktemp("survey"), tmp_path_factory.mktemp("output")
    made = invent(12, 2, density=0.3, response=0.75, waves=2, seed=3)
    write(made.tables, source, made.settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(released_findings, "WITH_TESTS", QUICK)
        return hand_out(source, output)


def test_files_beside_the_map_tell_no_more_than_it(held: HandedOut, tmp_path: Path) -> None:
    assert len(held.exports) == 15
    assert told_beside(held, extract(held.room, held.beside), tmp_path) == []


def test_each_format_is_read_with_all_its_lines(held: HandedOut, tmp_path: Path) -> None:
    seen = extract(held.room)
    lines = sum(len(drawn.lines) for drawn in seen.drawn.values())
    read = {key: read_export(files, tmp_path) for key, files in held.exports.items()}
    assert {key: len(exported.lines) for key, exported in read.items()} == {
        key: 0 if key == "stickies" else lines for key in held.exports
    }
    assert {tuple(exported.organizations) for exported in read.values()} == {seen.organizations}


def reported(line: Line) -> Line:
    return line._replace(directed=True)


def turned(line: Line) -> Line:
    return line._replace(first=line.second, second=line.first)


def closer(line: Line) -> Line:
    return line._replace(strength="5")


def of_another_round(line: Line) -> Line:
    return line._replace(wave="1999")


@pytest.mark.parametrize("told", [reported, turned, closer, of_another_round])
def test_a_line_that_says_more_is_found(held: HandedOut, told: Callable[[Line], Line], tmp_path: Path) -> None:
    exported = read_export(held.exports["json"], tmp_path)
    planted = Exported(exported.organizations, [told(exported.lines[0]), *exported.lines[1:]])
    assert len(beyond_the_map(planted, held.room / "map.html")) == 1


def test_a_line_twice_and_what_is_known_of_an_organization_are_found(held: HandedOut, tmp_path: Path) -> None:
    """Twice would say that both sides named it."""
    exported = read_export(held.exports["graphml"], tmp_path)
    first = next(iter(exported.organizations))
    known = {**exported.organizations, first: {"answered: no"}}
    planted = Exported(known, [*exported.lines, exported.lines[0]])
    assert len(beyond_the_map(planted, held.room / "map.html")) == 2


def test_a_line_that_only_the_earlier_copy_draws_is_found(held: HandedOut) -> None:
    seen = extract(held.room)
    (earlier,) = held.earlier
    wave = extract(earlier).waves[0]
    assert list(of_earlier(earlier, seen)) == []
    drawn = seen.drawn[LAYER, wave]
    fewer = {**seen.drawn, (LAYER, wave): Drawn(drawn.lines[1:], drawn.level[1:], drawn.levels)}
    assert len(list(of_earlier(earlier, replace(seen, drawn=fewer)))) == 1


def test_a_value_that_is_not_the_rooms_is_found(held: HandedOut, tmp_path: Path) -> None:
    source = held.output / FINDINGS / "partners" / "findings.json"
    document = json.loads(source.read_text("utf-8"))
    assert document["findings"]
    document["findings"].append({"id": f"reciprocity/{LAYER}/2", "value": 0.25})
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "findings.json").write_text(json.dumps(document), "utf-8")
    assert len(list(beyond_the_tables(tmp_path, held.room))) == 1
