"""KoboToolbox lets people choose what stands between groups; options hold such signs themselves."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import read_export

OPTIONS = ("Alder House", "YMCA / YWCA", "St. Ann", "Co/Op")
TICKS = ((0, 1, 1, 0), (1, 0, 0, 1), (1, 1, 0, 0))
QUESTION = "Which partners do you work with?"


@pytest.mark.parametrize(
    ("between", "joined"), [("/", True), (".", True), ("~", True), (":", True), ("~", False), (":", False)]
)
@pytest.mark.parametrize("group", ["", "Partners"])
def test_options_are_told_whatever_stands_between(tmp_path: Path, between: str, group: str, joined: bool) -> None:
    before = f"{group}{between}" if group else ""
    headers = ["start", f"{before}Who are you?", *([before + QUESTION] if joined else [])]
    headers += [f"{before}{QUESTION}{between}{option}" for option in OPTIONS] + ["_id", "_uuid", "_index"]
    rows = [headers]
    for number, ticks in enumerate(TICKS):
        together = " ".join(option for option, tick in zip(OPTIONS, ticks, strict=True) if tick)
        who = ["2026-02-01T10:00:00", OPTIONS[number], *([together] if joined else [])]
        rows.append([*who, *map(str, ticks), str(number), f"u{number}", str(number + 1)])
    path = tmp_path / "x.csv"
    path.write_text("\n".join(";".join(row) for row in rows))
    responses = read_export(path, path.name, Inspection())
    assert responses is not None
    columns = responses.table.question(before + QUESTION)
    assert tuple(column.item for column in columns) == OPTIONS
    assert {column.kind for column in columns} == {"many"}
    assert [[int(responses.table.texts(column)[row]) for column in columns] for row in range(3)] == [
        list(row) for row in TICKS
    ]


def test_dots_in_plain_questions_are_no_separator(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Who?;No. of staff;Is it new.ish?;a/x;a/y;_uuid;_index\nA;1;0;1;0;u0;1\nB;0;1;0;1;u1;2\n")
    responses = read_export(path, path.name, Inspection())
    assert responses is not None
    assert [column.item for column in responses.table.question("a")] == ["x", "y"]
    assert responses.table.column("No. of staff") is not None
