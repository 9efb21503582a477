"""What people wrote in a folder is there after the next run."""

from pathlib import Path

import pytest

from stakeholder_graph.editions.publish import write_folders
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.storage.folders import Content, replace_folders


def shown(folder: Path) -> set[str]:
    """What people see of a folder."""
    return {path.name for path in folder.iterdir()} - {".as-written"}


def write(output: Path, **files: str) -> list[str]:
    said: list[str] = []
    room = {name.replace("_", "."): text for name, text in files.items()}
    write_folders(
        output, {"desk": {"a.html": "desk"}, "room": room}, {"room": Withheld(frozenset({"x y z"}))}, say=said.append
    )
    return said


def test_files_of_their_own_stay_in_their_folder(tmp_path: Path) -> None:
    write(tmp_path, a_html="1")
    (tmp_path / "room" / "photos").mkdir()
    (tmp_path / "room" / "photos" / "a.jpg").write_bytes(b"\xff")
    (tmp_path / "desk" / "notes.txt").write_text("x y z")
    (tmp_path / "room" / "~$slides.pptx").write_bytes(b"")
    said = write(tmp_path, a_html="2")
    assert (tmp_path / "room" / "photos" / "a.jpg").read_bytes() == b"\xff"
    assert (tmp_path / "desk" / "notes.txt").read_text() == "x y z"
    assert shown(tmp_path / "room") == {"a.html", "photos"}
    assert said == [
        "desk/notes.txt is not ours; it stays where it is.",
        "room/photos/a.jpg is not ours; it stays where it is. We have not looked for anything confidential in it: "
        "do that before you share the folder.",
    ]


def test_what_nobody_changed_is_replaced_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, a_html="1", gone_html="2", slides_pptx="1")
    assert write(tmp_path, a_html="3", slides_pptx="2") == []
    assert shown(tmp_path / "room") == {"a.html", "slides.pptx"}
    assert (tmp_path / "room" / "slides.pptx").read_text() == "2"


def test_what_somebody_changed_stands_beside_the_new_file(tmp_path: Path) -> None:
    write(tmp_path, slides_pptx="1", gone_html="1")
    for content in ("ours", "ours again"):
        (tmp_path / "room" / "slides.pptx").write_text(content)
        said = write(tmp_path, slides_pptx="2")
        assert "is the earlier file, in which somebody changed something" in "\n".join(said)
    room = {name: (tmp_path / "room" / name).read_text() for name in shown(tmp_path / "room")}
    assert room == {"slides.pptx": "2", "slides.earlier.pptx": "ours", "slides.earlier-2.pptx": "ours again"}


def test_a_page_that_is_no_longer_written_stays_only_where_somebody_changed_it(tmp_path: Path) -> None:
    write(tmp_path, a_html="1", b_html="1")
    (tmp_path / "room" / "b.html").write_text("ours")
    write(tmp_path)
    assert shown(tmp_path / "room") == {"b.html"}


@pytest.mark.parametrize("damage", ["[", '{"room": 1}', "null"])
def test_a_workbook_is_kept_where_nothing_is_known_of_it(tmp_path: Path, damage: str) -> None:
    write(tmp_path, a_xlsx="1", b_html="1")
    (tmp_path / "room" / ".as-written" / "digests.json").write_text(damage)
    write(tmp_path, a_xlsx="2", b_html="2")
    assert shown(tmp_path / "room") == {"a.xlsx", "a.earlier.xlsx", "b.html"}


def test_of_folders_that_are_not_written_this_time_everything_is_remembered(tmp_path: Path) -> None:
    write(tmp_path, slides_pptx="1")
    write_folders(tmp_path, {"desk": {"a.html": "desk"}}, {})
    assert write(tmp_path, slides_pptx="2") == []
    assert shown(tmp_path / "room") == {"slides.pptx"}


def test_what_somebody_changes_while_a_run_writes_stands_beside_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "room" / "calls.xlsx"
    replace_folders(tmp_path, ["room"], lambda: {"room": {"calls.xlsx": b"earlier"}})

    def contents() -> dict[str, dict[str, Content]]:
        path.write_bytes(b"filled in meanwhile")
        return {"room": {"calls.xlsx": b"later"}}

    assert replace_folders(tmp_path, ["room"], contents) == ["room/calls.earlier.xlsx"]
    assert path.read_bytes() == b"later"
    assert (tmp_path / "room" / "calls.earlier.xlsx").read_bytes() == b"filled in meanwhile"
