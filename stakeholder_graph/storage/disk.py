"""The few operations on a disk that writing is made of; a test stops before and in the middle of every one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stakeholder_graph.storage.errors import busy

try:
    import fcntl
except ImportError:  # Windows, where an open file cannot be renamed or deleted
    fcntl = None  # type: ignore[assignment]


def write(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def rename(before: Path, after: Path) -> None:
    """Rename a file or a folder in one step; a file that is there already is replaced."""
    before.replace(after)


def make_folder(path: Path) -> None:
    """Make a folder and those above it."""
    path.mkdir(parents=True, exist_ok=True)


def link(before: Path, after: Path) -> None:
    """Let a file stand in a second folder too: under a second name or, where there is no such thing, as a copy."""
    try:
        os.link(before, after, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(before, after, follow_symlinks=False)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, one entry at a time."""
    if path.is_dir() and not path.is_symlink():
        for entry in sorted(path.iterdir()):
            remove(entry)
        _remove_folder(path)
    else:
        _remove_file(path)


def _remove_folder(path: Path) -> None:
    path.rmdir()


def _remove_file(path: Path) -> None:
    path.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Wait until the disk has the names in a folder; some systems cannot say."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def entries(folder: Path) -> Iterator[str]:
    """Walk over all files in a folder and in the folders in it, by their path from there; links are not followed."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from (f"{path.name}/{inner}" for inner in entries(path))
        else:
            yield path.name


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs from writing in a folder; the system gives it free when this one ends, however it ends.

    Raises
    ------
    StorageError
        If another run is writing there.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise busy(folder) from None
        except OSError:  # a network drive that knows no locks
            pass
        yield
    finally:
        os.close(handle)
