"""What was measured is kept by content: nobody else reads it, and what is damaged is made anew."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

import stakeholder_graph as sg
from stakeholder_graph.communities.kept import content_key
from stakeholder_graph.progress import watched
from tests.communities.made import communities


@pytest.fixture
def towns(tmp_path: Path) -> list[Path]:
    return communities(tmp_path / "towns", 2, 12)


def across(towns: list[Path], cache: Path, **wanted: Any) -> list[str]:
    """Which communities were read or measured."""
    seen: list[str] = []
    with watched(lambda step: seen.append(step.what)):
        sg.across(towns, cache=cache, **{"permutations": 99, **wanted})
    return sorted({name.split(",")[0] for name in seen if name.startswith("Town")})


def test_the_same_files_are_neither_read_nor_measured_again(towns: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert across(towns, cache) == ["Town 00", "Town 01"]
    assert across(towns, cache) == []
    kept, fresh = (sg.across(towns, cache=folder, permutations=99) for folder in (cache, None))
    assert kept == fresh


def test_drawings_are_kept_and_no_name_is(towns: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    across(towns, cache)
    kept = "".join(file.read_text("utf-8") for file in cache.glob("*.json"))
    assert kept.count('"points"') == 2
    assert not any(name in kept for town in towns for name in sg.read(town).graph().names)


def test_what_changed_is_measured_and_nothing_else(towns: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    across(towns, cache)
    ties = (towns[1] / "ties.csv").read_bytes().splitlines(keepends=True)
    (towns[1] / "ties.csv").write_bytes(b"".join(ties[:-1]))
    assert across(towns, cache) == ["Town 01"]
    assert across(towns, cache, seed=1) == ["Town 00", "Town 01"]
    assert across(towns, cache, permutations=199) == ["Town 00", "Town 01"]


def test_another_version_keeps_its_own(towns: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_key(towns[0], {})
    monkeypatch.setattr("stakeholder_graph.communities.kept.__version__", "0.0.0")
    assert content_key(towns[0], {}) != before


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_nobody_else_can_read_it(towns: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    across(towns, cache)
    entries = list(cache.glob("*.json"))
    assert len(entries) == 2
    for path in entries:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)
        path.write_text("damaged")
    across(towns, cache)
    assert {stat.S_IMODE(path.stat().st_mode) for path in entries} == {0o600}
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", ["cut", "text", "number", "empty", "other"])
def test_what_is_damaged_counts_as_none_and_is_written_anew(towns: list[Path], tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    across(towns, cache)
    whole = {path: path.read_bytes() for path in cache.glob("*.json")}
    for path, content in whole.items():
        entry = json.loads(content)
        entry["kept"]["waves"][0]["organizations"] = 7
        damaged = {
            "cut": content[:-30],
            "text": b"\xff\x00",
            "number": json.dumps(entry).encode(),
            "empty": b"",
            "other": b'{"sha256": "", "kept": []}',
        }
        path.write_bytes(damaged[damage])
    assert across(towns, cache) == ["Town 00", "Town 01"]
    assert {path: path.read_bytes() for path in whole} == whole


def test_a_folder_that_cannot_be_written_costs_time_alone(towns: list[Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert across(towns, tmp_path / "file" / "cache") == ["Town 00", "Town 01"]


def test_a_file_elsewhere_belongs_to_it(towns: list[Path], tmp_path: Path) -> None:
    """Settings may name an export in another folder, whose content is not in the key."""
    from stakeholder_graph.communities.community_wave import CommunityWave
    from stakeholder_graph.communities.kept import KeptWaves
    from stakeholder_graph.model.read_files import FileStamp, ReadFiles

    other = tmp_path / "export.csv"
    other.write_text("a")
    kept, wave = KeptWaves(tmp_path / "cache"), CommunityWave("Town", "1", "", True, 3, 2)
    kept.write("0" * 64, [wave], ReadFiles(str(towns[0]), {str(other): FileStamp(1, 1, 1)}))
    assert kept.read("0" * 64) == (wave,)
    other.write_text("b")
    assert kept.read("0" * 64) is None


def test_nothing_of_an_organization_is_kept(towns: list[Path], tmp_path: Path) -> None:
    across(towns, tmp_path / "cache")
    for path in (tmp_path / "cache").glob("*.json"):
        assert "Organization" not in path.read_text()
