"""Finds what people changed in folders that are written anew, and says what becomes of it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.folders import Content
from stakeholder_graph.storage.recovery import beside

#: Within each folder the one that remembers what was written: a digest of each file, and the workbooks that people fill
#: in. What a folder remembers is as confidential as the folder itself, so it never lies anywhere else.
AS_WRITTEN = ".as-written"
_DIGESTS = "digests.json"
#: Files that people are likely to have changed, where nothing tells whether they did.
_EDITABLE = (".xlsx", ".pptx", ".docx", ".csv")
#: What systems and spreadsheets leave beside files.
_OF_THE_SYSTEM = ("~$*", ".~lock.*#", ".DS_Store", "Thumbs.db", "desktop.ini")

#: Given a file as it was written, as people changed it, and as it would be written now: all of it in one file, or None
#: where that is not safe.
Merge = Callable[[bytes, bytes, bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in which people wrote something.

    Parameters
    ----------
    folder, name : str
        Where it is now.
    how : {"own", "merged", "beside"}
        A file of their own stays; what they filled in is part of the new file; or the earlier file stands beside it.
    """

    folder: str
    name: str
    how: Literal["own", "merged", "beside"]


def keep(
    output: Path, folders: Mapping[str, Mapping[str, bytes]], merges: Mapping[str, Merge]
) -> tuple[dict[str, dict[str, Content]], list[Kept]]:
    """Add to new folders what people wrote in the earlier ones; nothing goes from one folder to another.

    Parameters
    ----------
    output : Path
        The folder that holds them.
    folders : mapping of str to mapping of str to bytes
        What is to be written.
    merges : mapping of str to Merge
        How what people filled in is carried over, by the name of the file.

    Returns
    -------
    dict of str to dict of str to (bytes or Path)
        The folders, each with its `AS_WRITTEN`.
    list of Kept
        What was kept.
    """
    whole: dict[str, dict[str, Content]] = {}
    kept: list[Kept] = []
    for folder, files in folders.items():
        whole[folder] = {**files, **_memory(files, merges)}
        memory = output / folder / AS_WRITTEN
        known = _digests(memory)
        for name in _written_by_people(output / folder):
            path = output / folder / name
            if name not in files:
                if path.is_symlink() or known.get(name) != _digest(path.read_bytes()):
                    whole[folder][name] = path
                    kept.append(Kept(folder, name, "own"))
                continue
            if not _changed(path, files[name], known.get(name)):
                continue
            together = _merged(merges.get(name), memory / name, path, files[name])
            if together is not None:
                whole[folder][name] = together
                if together != files[name]:
                    kept.append(Kept(folder, name, "merged"))
                continue
            free = _free(name, {*files, *disk.entries(output / folder), *whole[folder]})
            whole[folder][free] = path
            kept.append(Kept(folder, free, "beside"))
    return whole, kept


def filled_in(output: Path, folder: str, name: str, fresh: bytes, merge: Merge) -> bytes:
    """Give a file as `keep` will write it: with what people filled in since it was last written.

    Parameters
    ----------
    output : Path
        The folder that holds the folders.
    folder, name : str
        Where the file is.
    fresh : bytes
        As it would be written now.
    merge : Merge
        How what people filled in is carried over.

    Returns
    -------
    bytes
        The new file itself where there is no earlier one, or nobody can put the two together.
    """
    memory, path = output / folder / AS_WRITTEN, output / folder / name
    if not path.is_file() or not _changed(path, fresh, _digests(memory).get(name)):
        return fresh
    return _merged(merge, memory / name, path, fresh) or fresh


def _written_by_people(folder: Path) -> Iterable[str]:
    entries = (name for name in disk.entries(folder) if not name.startswith(f"{AS_WRITTEN}/"))
    return [name for name in entries if not any(map(PurePosixPath(name).match, _OF_THE_SYSTEM))]


def _changed(path: Path, fresh: bytes, digest: str | None) -> bool:
    """Whether people may have changed a file of ours since it was written."""
    content = path.read_bytes()
    if content == fresh:
        return False
    return _digest(content) != digest if digest else path.suffix in _EDITABLE


def _merged(merge: Merge | None, written: Path, changed: Path, fresh: bytes) -> bytes | None:
    if merge is None or not written.is_file():
        return None
    return merge(written.read_bytes(), changed.read_bytes(), fresh)


def _memory(files: Mapping[str, bytes], merges: Iterable[str]) -> dict[str, Content]:
    """What a folder is to remember of the files that are written into it now."""
    written: dict[str, Content] = {f"{AS_WRITTEN}/{name}": files[name] for name in merges if name in files}
    digests = {name: _digest(data) for name, data in files.items()}
    return {**written, f"{AS_WRITTEN}/{_DIGESTS}": json.dumps(digests, indent=1, sort_keys=True).encode()}


def _digests(memory: Path) -> dict[str, str]:
    path = memory / _DIGESTS
    if not path.is_file():
        return {}
    try:
        read = json.loads(path.read_text("utf-8"))
    except ValueError:  # somebody changed it: then nothing is known of what was written
        return {}
    return read if isinstance(read, dict) and all(isinstance(digest, str) for digest in read.values()) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _free(name: str, taken: set[str]) -> str:
    """A name for the earlier version of a file that nothing has yet."""
    first = beside(Path(name))
    number, free = 1, first
    while free.as_posix() in taken:
        number += 1
        free = first.with_name(f"{first.stem}-{number}{first.suffix}")
    return free.as_posix()
