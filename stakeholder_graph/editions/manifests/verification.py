"""What came of making a report again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from stakeholder_graph.editions.manifests.manifest import Manifest

#: ``same``; or why a file is not: somebody changed or removed it since it was written, or it comes out otherwise since
#: a file that was read changed, a version differs, or people filled something in; ``unknown`` where nothing says why.
FileState = Literal["same", "edited", "missing", "inputs", "versions", "filled in", "unknown"]


@dataclass(frozen=True, slots=True)
class FileCheck:
    """A file of a report, and whether it comes out the same.

    Parameters
    ----------
    folder, name : str
        Where it is.
    how : str
        One of `FileState`.
    """

    folder: str
    name: str
    how: FileState


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a report can be made again, and if not, why.

    Parameters
    ----------
    files : tuple of FileCheck
        Every file that its manifest names.
    inputs : mapping of str to {"changed", "gone", "new"}
        Files of the partnership that are not as they were.
    versions : tuple of (str, str, str)
        What differs, what it was then, and what it is now: the program, Python, the machine, libraries.
    command : str
        That wrote it.
    """

    files: tuple[FileCheck, ...]
    inputs: Mapping[str, Literal["changed", "gone", "new"]]
    versions: tuple[tuple[str, str, str], ...]
    command: str

    @property
    def reproduced(self) -> bool:
        """Whether every file is the same."""
        return all(file.how == "same" for file in self.files)


def compared_inputs(then: Mapping[str, str], now: Mapping[str, str]) -> dict[str, Literal["changed", "gone", "new"]]:
    """Say which files are not as they were.

    Parameters
    ----------
    then, now : mapping of str to str
        A digest of each file.

    Examples
    --------
    >>> compared_inputs({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "4", "d": "5"})
    {'b': 'changed', 'c': 'gone', 'd': 'new'}
    """
    differing: dict[str, Literal["changed", "gone", "new"]] = {}
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            differing[name] = "gone" if name not in now else "new" if name not in then else "changed"
    return differing


def compared_files(
    manifest: Manifest, written: Path, again: Path, fillable: Sequence[str], why: Literal["inputs", "versions", ""]
) -> tuple[FileCheck, ...]:
    """Compare what was written with what comes out now, byte for byte.

    Parameters
    ----------
    manifest : Manifest
        Of the report.
    written, again : Path
        The folder that holds its folders, and the one that they were written into again.
    fillable : sequence of str
        Files that people fill in, from which others are drawn.
    why : {"inputs", "versions", ""}
        What explains that a file comes out otherwise.
    """
    filled = any(
        _digest(written / folder / name) not in ("", files[name])
        for folder, files in manifest.outputs.items()
        for name in fillable
        if name in files
    )
    otherwise: FileState = why or ("filled in" if filled else "unknown")

    def how(path: str, digest: str) -> FileState:
        now = _digest(written / path)
        if not now:
            return "missing"
        if now == _digest(again / path):
            return "same"
        return otherwise if now == digest else "edited"

    return tuple(
        FileCheck(folder, name, how(f"{folder}/{name}", digest))
        for folder, files in manifest.outputs.items()
        for name, digest in files.items()
    )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
