"""What ``check`` and ``report`` say at their end of what the room will not see."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.terminal import held_from_room

NO_CONNECTIONS = "The room will see no connections"
LISTED = "organization,sector,may be named\n" + "".join(f"{name},Health,{{}}\n" for name in "ABCDEF")
TIES = "from,to,layer\n" + "".join(f"{a},{b},contact\n" for a, b in ("AB", "BA", "CD", "DC", "AC", "EF"))


def folder_with(folder: Path, promises: str, named: str = "yes") -> Path:
    (folder / "organizations.csv").write_text(LISTED.replace("{}", named))
    (folder / "ties.csv").write_text(TIES)
    (folder / "partnership.toml").write_text(promises)
    return folder


def said(folder: Path) -> str:
    partnership = to_partnership(read_partnership(folder))
    return "".join(held_from_room(partnership, partnership.graph().wave.name))


@pytest.mark.parametrize("promise", ["aggregate", "backbone"])
def test_a_promise_that_shows_no_connections_is_named_with_the_line_to_write(tmp_path: Path, promise: str) -> None:
    of_room = said(folder_with(tmp_path, f'[layers.contact]\npromise = "{promise}"\n'))
    assert of_room.startswith(NO_CONNECTIONS)
    assert "works with whom (contact)." in of_room
    assert 'write promise = "named" into partnership.toml below [layers.contact]' in of_room


def test_nothing_is_said_where_the_room_sees_connections(tmp_path: Path) -> None:
    assert said(folder_with(tmp_path, '[layers.contact]\npromise = "named"\n')) == ""


def test_where_nobody_agreed_to_be_named_consent_is_the_reason(tmp_path: Path) -> None:
    of_room = said(folder_with(tmp_path, '[layers.contact]\npromise = "named"\n', named="no"))
    assert f"{NO_CONNECTIONS}, since no two organizations that agreed to be named are connected." in of_room


@pytest.mark.parametrize(
    ("heard", "said_of_it"),
    [
        ("", "The room will see no lines, since nobody has answered yet.\n"),
        ("ABC", "The room will see no lines. With so"),
    ],
)
def test_where_nobody_has_answered_that_is_the_reason(tmp_path: Path, heard: str, said_of_it: str) -> None:
    folder = folder_with(tmp_path, '[layers.contact]\npromise = "named"\n')
    listed = "".join(f"{name},Health,{'yes' if name in heard else 'no'}\n" for name in "ABCDEF")
    (folder / "organizations.csv").write_text("organization,sector,answered\n" + listed)
    ties = "".join(f"{a},{b},contact\n" for a in heard for b in "ABCDEF" if a != b)
    (folder / "ties.csv").write_text("from,to,layer\n" + ties)
    assert said(folder).startswith(said_of_it)


def test_start_with_enter_alone_then_check_and_report_end_with_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "")
    (folder / "partnership.toml").unlink()
    started = CliRunner().invoke(main, ["start", str(folder)], input="\n" * 20)
    assert "the room sees no connections" in started.output
    checked = CliRunner().invoke(main, ["check", str(folder)])
    last = checked.output.strip().split("\n\n")[-2]
    assert last.startswith(NO_CONNECTIONS)
    assert "choose “named” in the column promise of partnership.xlsx, on the sheet Layers" in last
    out = tmp_path / "out"
    reported = CliRunner().invoke(main, ["report", str(folder), "-o", str(out), "--permutations", "99"])
    assert reported.exit_code == 0, reported.output
    assert reported.output.strip().split("\n")[-1].startswith(NO_CONNECTIONS)
