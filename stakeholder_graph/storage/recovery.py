"""Puts right what a run that was killed left behind.

New folders are written beside the earlier ones, in `SCRATCH`. When all of them are whole, a journal says so; then each
earlier folder is moved into `SCRATCH` and the new one into its stead. So after a stop at any moment:

- without a journal no folder has been touched;
- with a journal and all new folders still in `SCRATCH`, the earlier ones go back to where they were;
- otherwise the remaining new folders are moved too.

What people changed in the meantime is put beside the new files before the earlier folders are removed.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.errors import explained

#: Where folders are written, beside those that they replace.
SCRATCH = ".writing"
NEW, EARLIER, JOURNAL = "new", "earlier", "journal.json"

#: Size and time of the last change of each file of a folder.
State = Mapping[str, tuple[int, int]]


def recover(output: Path) -> list[str]:
    """Finish or undo what an earlier run began, and clean up after it.

    Parameters
    ----------
    output : Path
        The folder that folders are written in.

    Returns
    -------
    list of str
        Files that people changed meanwhile and that were kept, by their path from there.

    Raises
    ------
    StorageError
        If the system refuses; nothing is lost then, and the next run tries again.
    """
    if not (output / SCRATCH).is_dir():
        return []
    with explained(output), disk.locked(output):
        return put_right(output)


def put_right(output: Path) -> list[str]:
    """Do so where nobody else writes, and let the system's errors pass."""
    scratch = output / SCRATCH
    if not scratch.is_dir():
        return []
    journal = scratch / JOURNAL
    kept: list[str] = []
    if journal.exists():
        states: dict[str, State] = json.loads(journal.read_text("utf-8"))
        waiting = [folder for folder in states if (scratch / NEW / folder).exists()]
        if len(waiting) == len(states):
            undo(output, states)
        else:
            for folder in waiting:
                swap(output, folder)
            kept = keep_changes(output, states)
        disk.remove(journal)
        disk.settle(scratch)
    disk.remove(scratch)
    return kept


def swap(output: Path, folder: str) -> None:
    """Move a folder's new version into the stead of the earlier one."""
    scratch = output / SCRATCH
    if (output / folder).exists():
        earlier = free_name(scratch / EARLIER / folder)
        disk.rename(output / folder, earlier)
    disk.rename(scratch / NEW / folder, output / folder)
    disk.settle(output)


def undo(output: Path, folders: Iterable[str]) -> None:
    """Move the earlier folders back, as far as they were moved."""
    scratch = output / SCRATCH
    for folder in reversed(list(folders)):
        earlier, new = scratch / EARLIER / folder, scratch / NEW / folder
        if (output / folder).exists() and not new.exists():
            disk.rename(output / folder, new)
        if earlier.exists() and not (output / folder).exists():
            disk.rename(earlier, output / folder)
    disk.settle(output)


def keep_changes(output: Path, states: Mapping[str, State]) -> list[str]:
    """Keep what people changed in the earlier folders after these were read, beside the new files."""
    kept = []
    for folder, state in states.items():
        earlier = output / SCRATCH / EARLIER / folder
        for name in disk.entries(earlier):
            path, new = earlier / name, output / folder / name
            if tuple(state.get(name, ())) == file_state(path) or (new.exists() and _same(path, new)):
                continue
            target = free_name(beside(new)) if new.exists() else new
            disk.make_folder(target.parent)
            disk.rename(path, target)
            kept.append(f"{folder}/{target.relative_to(output / folder).as_posix()}")
    return kept


def folder_state(folder: Path) -> dict[str, tuple[int, int]]:
    """Note size and time of the last change of all files of a folder."""
    return {name: file_state(folder / name) for name in disk.entries(folder)}


def file_state(path: Path) -> tuple[int, int]:
    """Note size and time of the last change of a file."""
    status = path.lstat()
    return status.st_size, status.st_mtime_ns


def beside(path: Path) -> Path:
    """Name the earlier version of a file, beside the new one.

    Examples
    --------
    >>> beside(Path("call-list.xlsx")).name
    'call-list.earlier.xlsx'
    """
    return path.with_name(f"{path.stem}.earlier{path.suffix}")


def free_name(path: Path) -> Path:
    """Give the path itself or, where something stands there, one with a number.

    Examples
    --------
    >>> free_name(Path("no-such-folder/a.xlsx")).name
    'a.xlsx'
    """
    number, free = 1, path
    while free.exists() or free.is_symlink():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _same(one_path: Path, other: Path) -> bool:
    if one_path.is_symlink() or other.is_symlink():
        return one_path.is_symlink() and other.is_symlink() and one_path.readlink() == other.readlink()
    return one_path.samefile(other) or one_path.read_bytes() == other.read_bytes()
