"""What compare says of what was expected: in words, as data, and on its page."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main

NAMES = [f"Organization {k:02d}" for k in range(22)]
INDICATORS = {
    "2024": "indicator,period,value,n,good,unit,expected,expected_by\nReading,2024,60,400,up,%,70,2025\n"
    "Reading,2026,,,,,80,\n",
    "2025": "indicator,period,value,n,good,unit\nReading,2024,60,400,up,%\nReading,2025,64,400,up,%\n",
}
QUICK = ("--permutations", "99", "--draws", "20", "--quiet")


def folder(path: Path, wave: str, head: str = "", indicators: str = "") -> Path:
    """A plain survey of a wave; a pair that the commitment is about is tied in the later one alone."""
    path.mkdir()
    rng = random.Random(int(wave))
    pairs = {(a, b) for a in NAMES for b in NAMES if a != b and rng.random() < 0.2}
    first, second = NAMES[0], NAMES[1]
    pairs = {pair for pair in pairs if set(pair) != {first, second}} | ({(first, second)} if wave == "2025" else set())
    write = {
        "organizations.csv": ["organization,sector", *(f"{name},s{k % 2}" for k, name in enumerate(NAMES))],
        "ties.csv": ["from,to,wave", *sorted(f"{a},{b},{wave}" for a, b in pairs)],
        "asked.csv": ["organization,wave,answered", *(f"{name},{wave},yes" for name in NAMES)],
        "commitments.csv": [f"who,with whom,first step{head}", f"{first},{second},Meet{',yes' if head else ''}"],
        "partnership.toml": ["directed = true"],
    }
    for file, lines in write.items():
        (path / file).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    (path / "indicators.csv").write_text(indicators or INDICATORS[wave], encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    parent = tmp_path_factory.mktemp("surveys")
    return folder(parent / "first", "2024", ",expected"), folder(parent / "second", "2025")


def compared(folders: tuple[Path, Path], *options: object) -> str:
    asked = ["compare", *map(str, folders), *QUICK, *map(str, options)]
    result = CliRunner().invoke(main, asked, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_earlier_folder_expects_and_the_later_one_says_what_came(folders: tuple[Path, Path]) -> None:
    said = compared(folders)
    assert "1 of 2 forecasts came as expected, or better.\n1 forecast is still open.\n" in said
    assert "  - Reading: 70 expected by 2025, 64 came: not as good as expected.\n" in said
    assert "  - Reading: 80 expected by 2026: not known yet.\n" in said
    pair = f"{NAMES[0]} and {NAMES[1]} (Meet)"
    assert f"  - {pair}: expected to be connected by the next survey; connected, as expected.\n" in said


def test_json_has_every_forecast(folders: tuple[Path, Path]) -> None:
    rows: list[dict[str, Any]] = json.loads(compared(folders, "--format", "json"))["forecasts"]
    kept = ("about", "expected", "before", "came", "outcome")
    assert [tuple(row[name] for name in kept) for row in rows] == [
        ("indicator", 70.0, 60.0, 64.0, "worse"),
        ("indicator", 80.0, None, None, "not known yet"),
        ("commitment", 1.0, 0.0, 1.0, "as expected"),
    ]


def test_the_page_has_a_table_of_them(folders: tuple[Path, Path], tmp_path: Path) -> None:
    written = compared(folders, "-o", tmp_path / "out").split("\n")[0]
    page = Path(written).read_text("utf-8")
    assert "What was expected, and what came" in page
    assert "not as good as expected" in page


def test_nothing_is_said_where_nothing_was_expected(tmp_path: Path) -> None:
    plain = INDICATORS["2025"]
    pair = folder(tmp_path / "a", "2024", indicators=plain), folder(tmp_path / "b", "2025")
    assert "expected" not in compared(pair)
    assert json.loads(compared(pair, "--format", "json"))["forecasts"] == []
