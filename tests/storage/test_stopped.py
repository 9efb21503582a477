"""Stopped before and in the middle of every operation on the disk, in turn: the earlier folders or the new ones."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.errors import StorageError
from stakeholder_graph.storage.folders import replace_folders
from stakeholder_graph.storage.kept_files import AS_WRITTEN, keep
from stakeholder_graph.storage.recovery import SCRATCH, recover

OPERATIONS = ("write", "rename", "make_folder", "link", "_remove_folder", "_remove_file", "settle")
FOLDERS = ("desk", "room")
OWN = {"desk/mine.txt": b"notes", "room/photos/a.jpg": b"\xff", "desk/call-list.xlsx": b"filled in"}


class KilledError(BaseException):
    """As if the process were gone: nothing that follows reaches the disk."""


Injected = Callable[[int, BaseException | None], list[str]]


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Injected]:
    """Stop at an operation, by its number: for good, or once with an error of the system."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    real = {name: getattr(disk, name) for name in OPERATIONS}
    done: list[str] = []
    at: tuple[int, BaseException | None] = (-1, None)

    def inject(number: int, error: BaseException | None = None) -> list[str]:
        nonlocal at
        at = (number, error)
        done.clear()
        return done

    def operation(name: str) -> Callable[..., None]:
        def run(*arguments: object) -> None:
            number, error = at
            done.append(name)
            if 0 <= number < len(done) and (error is None or len(done) == number + 1):
                if name == "write" and len(done) == number + 1:
                    path, content = arguments
                    assert isinstance(path, Path)
                    assert isinstance(content, bytes)
                    path.write_bytes(content[: len(content) // 2])
                if not (name == "settle" and isinstance(error, OSError)):  # it says nothing of what the system says
                    raise error or KilledError
            real[name](*arguments)

        return run

    for name in OPERATIONS:
        monkeypatch.setattr(disk, name, operation(name))
    yield inject
    inject(-1)


def contents(version: str) -> dict[str, dict[str, bytes]]:
    return {folder: {"report.html": version.encode(), "call-list.xlsx": version.encode()} for folder in FOLDERS}


def write(output: Path, version: str) -> list[str]:
    return replace_folders(output, list(FOLDERS), lambda: keep(output, contents(version), {})[0])


def prepared(output: Path) -> Path:
    """A folder written once, in which people then wrote something."""
    write(output, "earlier")
    for name, content in OWN.items():
        (output / name).parent.mkdir(exist_ok=True)
        (output / name).write_bytes(content)
    return output


def check(output: Path) -> str:
    """All is whole, of one version, with what people wrote; which version it is."""
    assert not (output / SCRATCH).exists()
    versions = {(output / folder / "report.html").read_text() for folder in FOLDERS}
    assert len(versions) == 1
    (version,) = versions
    assert version in ("earlier", "later")
    assert '"call-list.xlsx": ' in (output / "room" / AS_WRITTEN / "digests.json").read_text()
    files = {name: (output / name).read_bytes() for name in disk.entries(output) if AS_WRITTEN not in name}
    for name, content in OWN.items():
        if version == "later" and name == "desk/call-list.xlsx":
            assert files[name] == b"later"
            name = "desk/call-list.earlier.xlsx"
        assert files[name] == content
    assert len([name for name in files if name.split("/")[0] in FOLDERS]) == (7 if version == "later" else 6)
    return version


def n_operations(folder: Path, stop: Injected) -> int:
    output = prepared(folder)
    done = stop(-1, None)
    write(output, "later")
    assert check(output) == "later"
    return len(done)


def test_killed_at_every_operation(tmp_path: Path, stop: Injected) -> None:
    total = n_operations(tmp_path / "whole", stop)
    seen = []
    for number in range(total):
        output = prepared(tmp_path / str(number))
        stop(number, None)
        with pytest.raises(KilledError):
            write(output, "later")
        stop(-1, None)
        recover(output)
        seen.append(check(output))
        write(output, "later")
        assert check(output) == "later"
    assert seen == sorted(seen)  # the earlier ones up to some moment, and the new ones from there on
    assert set(seen) == {"earlier", "later"}


def test_killed_again_while_it_recovers(tmp_path: Path, stop: Injected) -> None:
    total = n_operations(tmp_path / "whole", stop)
    for number in range(total):
        again = 0
        while True:
            output = prepared(tmp_path / f"{number}-{again}")
            stop(number, None)
            with pytest.raises(KilledError):
                write(output, "later")
            stop(again, None)
            try:
                recover(output)
            except KilledError:
                stop(-1, None)
                recover(output)
                check(output)
                again += 1
            else:
                stop(-1, None)
                check(output)
                break
    assert again > 0


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EBUSY, errno.EROFS])
def test_refused_at_every_operation(tmp_path: Path, stop: Injected, code: int) -> None:
    """What the system refuses is said as what it is, and nothing is written; unless it is only about cleaning up."""
    total = n_operations(tmp_path / "whole", stop)
    written = 0
    for number in range(total):
        output = prepared(tmp_path / str(number))
        done = stop(number, OSError(code, "refused"))
        try:
            write(output, "later")
        except StorageError:
            assert not written
            assert check(output) == "earlier"
        else:
            written += done[number] not in ("settle", "link")
            stop(-1, None)
            recover(output)
            assert check(output) == "later"


def test_interrupted_at_every_operation(tmp_path: Path, stop: Injected) -> None:
    total = n_operations(tmp_path / "whole", stop)
    for number in range(total):
        output = prepared(tmp_path / str(number))
        stop(number, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            write(output, "later")
        stop(-1, None)
        recover(output)
        check(output)


def test_what_people_change_between_a_kill_and_the_next_run_is_kept(tmp_path: Path, stop: Injected) -> None:
    total = n_operations(tmp_path / "whole", stop)
    for number in range(total):
        output = prepared(tmp_path / str(number))
        stop(number, None)
        with pytest.raises(KilledError):
            write(output, "later")
        stop(-1, None)
        there = [folder for folder in FOLDERS if (output / folder).exists()]
        for folder in there:
            (output / folder / "call-list.xlsx").write_bytes(b"filled in meanwhile")
            (output / folder / "meanwhile.txt").write_bytes(b"new")
        recover(output)
        write(output, "later")
        for folder in there:
            found = [(output / name).read_bytes() for name in disk.entries(output) if name.startswith(folder)]
            assert b"filled in meanwhile" in found
            assert (output / folder / "meanwhile.txt").read_bytes() == b"new"
        assert (output / "desk" / "mine.txt").read_bytes() == b"notes"
