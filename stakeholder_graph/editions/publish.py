"""Writes an edition's folder whole or not at all, after a last look at its bytes."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from stakeholder_graph.editions.statements import statements
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.text import _, _n


class LeakError(StakeholderGraphError):
    """What an edition withholds was about to be written; nothing was."""


def write_folders(
    output: Path,
    folders: Mapping[str, Mapping[str, str | bytes]],
    forbidden: Mapping[str, Withheld],
    shown: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> list[Path]:
    """Write folders of files, all of them or none.

    Parameters
    ----------
    output : Path
        The folder that holds them; made if need be. A folder of the same name in it is replaced.
    folders : mapping of str to mapping of str to (str or bytes)
        Content of each file by folder and file name.
    forbidden : mapping of str to Withheld
        What must not stand in a folder's files. Office documents are unpacked to look.
    shown : mapping of str to mapping of str to str
        What files that are neither text nor office documents show, such as a PDF, by folder and file name.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a file holds what is withheld; nothing is written.
    ValueError
        If something is forbidden in a folder and nobody says what a file in it shows; nothing is written.
    """
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=output) as scratch:
        for folder, files in folders.items():
            (Path(scratch) / folder).mkdir()
            for name, content in files.items():
                path = Path(scratch) / folder / name
                _write(path, content)
                _look(path, forbidden.get(folder, Withheld()), shown.get(folder, {}).get(name))
        for folder in folders:
            target = output / folder
            if target.exists():
                target.replace(Path(scratch) / f"{folder}.before")
            (Path(scratch) / folder).replace(target)
    return [output / folder / name for folder, files in folders.items() for name in files]


def write_file(path: Path, content: str | bytes, forbidden: Withheld | None = None) -> None:
    """Write one file whole or not at all.

    Parameters
    ----------
    path : Path
        Where; its folder is made if need be.
    content : str or bytes
        What.
    forbidden : Withheld, optional
        What must not stand in it.

    Raises
    ------
    LeakError
        If one does; nothing is written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=path.parent) as scratch:
        written = Path(scratch) / path.name
        _write(written, content)
        _look(written, forbidden or Withheld())
        written.replace(path)


def _write(path: Path, content: str | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _look(path: Path, withheld: Withheld, shown: str | None = None) -> None:
    if not withheld:
        return
    said = statements(path.read_bytes() if shown is None else shown)
    if said is None:
        raise ValueError(f"{path.name} was not written: nobody says what it shows.")
    leaks = sorted(set(withheld.leaks(said)))
    if leaks:
        raise LeakError(
            _n(
                "{file} was not written: it would have shown {count} text that this edition withholds, “{first}”.",
                "{file} was not written: it would have shown {count} texts that this edition withholds, "
                "the first “{first}”.",
                len(leaks),
                file=path.name,
                first=leaks[0],
            )
            + " "
            + _(
                "If anybody may read that, call it something else in the survey; if not, this is a fault of the "
                "program: please report it."
            )
        )
