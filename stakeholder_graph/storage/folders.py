"""Replaces several folders together: all of them or none, whenever a run is stopped."""

import errno
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.errors import explained
from stakeholder_graph.storage.recovery import (
    EARLIER,
    JOURNAL,
    NEW,
    SCRATCH,
    folder_state,
    keep_changes,
    put_right,
    swap,
    undo,
)

#: So many files are written at once.
_AT_ONCE = 8
#: A file to write: its bytes, or the path of a file of the earlier folder that stays as it is.
Content = bytes | Path
#: Given the output folder, the files of each folder by their path in it.
Contents = Callable[[], Mapping[str, Mapping[str, Content]]]


def replace_folders(output: Path, folders: list[str], contents: Contents) -> list[str]:
    """Write folders beside the earlier ones, then let them change places.

    Parameters
    ----------
    output : Path
        The folder that holds them; made if need be.
    folders : list of str
        Their names.
    contents : callable
        Says what goes into each of them. It is called once nobody else writes there and after what a killed run left
        was put right, so that it can look at the earlier folders.

    Returns
    -------
    list of str
        Files that people changed while this ran and that were kept, by their path from `output`.

    Raises
    ------
    StorageError
        If the system refuses, or a file stands where a folder is needed. All is as it was then.

    Examples
    --------
    >>> output = getfixture("tmp_path")
    >>> replace_folders(output, ["desk", "room"], lambda: {"desk": {"a": b"1"}, "room": {"b": b"2"}})
    []
    >>> sorted(path.relative_to(output).as_posix() for path in output.rglob("*"))
    ['desk', 'desk/a', 'room', 'room/b']
    """
    with explained(output):
        disk.make_folder(output)
        with disk.locked(output):
            kept = put_right(output)
            for path in map(output.joinpath, folders):
                if path.exists() and not path.is_dir():  # a file of somebody's, which no folder may take the place of
                    with explained(path):
                        raise NotADirectoryError(errno.ENOTDIR, "a file", str(path))
            states = {folder: folder_state(output / folder) for folder in folders}
            scratch = output / SCRATCH
            try:
                _write_beside(scratch, contents())
                disk.make_folder(scratch / EARLIER)
                disk.write(scratch / f"{JOURNAL}.new", json.dumps(states).encode())
            except BaseException:
                with suppress(OSError):
                    disk.remove(scratch)
                raise
            _change_places(output, states)
            # The new folders are in place. What cannot be cleaned up now is cleaned up by the next run.
            with suppress(OSError):
                kept += keep_changes(output, states)
                disk.remove(scratch / JOURNAL)
                disk.settle(scratch)
                disk.remove(scratch)
    return kept


def _write_beside(scratch: Path, folders: Mapping[str, Mapping[str, Content]]) -> None:
    for folder, files in folders.items():
        disk.make_folder(scratch / NEW / folder)
        paths = {scratch / NEW / folder / name: content for name, content in files.items()}
        for path in paths:
            disk.make_folder(path.parent)
        # Each waits until the disk has it: together they take a tenth of the time.
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            list(threads.map(_put, paths, paths.values()))
        disk.settle(scratch / NEW / folder)


def _put(path: Path, content: Content) -> None:
    if isinstance(content, Path):
        disk.link(content, path)
    else:
        disk.write(path, content)


def _change_places(output: Path, states: Mapping[str, Mapping[str, tuple[int, int]]]) -> None:
    """From the journal on, a run that follows knows what to do; where the system refuses, this one goes back."""
    scratch = output / SCRATCH
    try:
        disk.rename(scratch / f"{JOURNAL}.new", scratch / JOURNAL)
        disk.settle(scratch)
        for folder in states:
            swap(output, folder)
    except BaseException:
        with suppress(OSError):
            undo(output, states)
            disk.remove(scratch / JOURNAL)
            disk.remove(scratch)
        raise
