"""One file: whole or not at all, and what the system refuses in words."""

import errno
from pathlib import Path

import pytest

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.errors import StorageError
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.folders import replace_folders
from stakeholder_graph.storage.recovery import recover


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a.toml", tmp_path / "a.toml"
    target.write_bytes(b"earlier")
    target.chmod(0o600)
    link.symlink_to(target)
    write_file_whole(link, b"later")
    assert target.read_bytes() == b"later"
    assert target.stat().st_mode & 0o777 == 0o600
    assert link.is_symlink()
    assert names(tmp_path / "real") == ["a.toml"]


@pytest.mark.parametrize("operation", ["write", "rename", "make_folder"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_an_earlier_file_stays_whatever_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, error: BaseException
) -> None:
    path = tmp_path / "partnership.toml"
    path.write_bytes(b"earlier")

    def refuse(*arguments: object) -> None:
        if operation == "write":
            assert isinstance(arguments[0], Path)
            arguments[0].write_bytes(b"la")
        raise error

    monkeypatch.setattr(disk, operation, refuse)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else StorageError):
        write_file_whole(path, b"later")
    assert path.read_bytes() == b"earlier"
    assert names(tmp_path) == ["partnership.toml"]


def test_the_next_run_cleans_up_after_one_that_was_killed(tmp_path: Path) -> None:
    (tmp_path / ".a.toml.writing").write_bytes(b"ha")
    write_file_whole(tmp_path / "a.toml", b"whole")
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "The disk is read-only"),
        (errno.EBUSY, "Another program has"),
        (errno.EACCES, "is protected, or another program has it open"),
        (errno.EPERM, "is protected, or another program has it open"),
        (errno.EIO, "was not written: Input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(code, "Input/output error")

    monkeypatch.setattr(disk, "write", refuse)
    with pytest.raises(StorageError, match=said):
        write_file_whole(tmp_path / "a.toml", b"")
    with pytest.raises(StorageError, match=said):
        replace_folders(tmp_path / "outputs", ["room"], lambda: {"room": {"a.html": b"later"}})
    assert names(tmp_path / "outputs") == []


def test_a_folder_where_a_file_goes_and_a_file_where_a_folder_goes(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(StorageError, match="is a folder"):
        write_file_whole(tmp_path / "folder", b"")
    with pytest.raises(StorageError, match="A file stands where a folder is needed"):
        replace_folders(tmp_path / "file", ["room"], lambda: {"room": {}})
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_two_runs_do_not_write_in_one_folder_at_once(tmp_path: Path) -> None:
    (tmp_path / ".writing").mkdir()
    with disk.locked(tmp_path):
        for run in (
            lambda: replace_folders(tmp_path, ["room"], lambda: {"room": {}}),
            lambda: recover(tmp_path),
            lambda: write_file_whole(tmp_path / "a.html", b""),
        ):
            with pytest.raises(StorageError, match="Another run of this program"):
                run()
    assert replace_folders(tmp_path, ["room"], lambda: {"room": {}}) == []
    assert names(tmp_path) == ["room"]


def test_no_folder_takes_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"precious")
    (tmp_path / "old").mkdir()
    with pytest.raises(StorageError, match=r"A file stands where a folder is needed, so .*notes.txt was not written"):
        replace_folders(tmp_path, ["old", "notes.txt"], lambda: {"old": {"a": b"1"}, "notes.txt": {"a": b"1"}})
    assert names(tmp_path) == ["notes.txt", "old"]
    assert (tmp_path / "notes.txt").read_bytes() == b"precious"
    assert names(tmp_path / "old") == []
