"""Writes an edition's folder whole or not at all, after a last look at its bytes."""

import io
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from types import MappingProxyType

from stakeholder_graph.editions.own_words import own_words
from stakeholder_graph.editions.release import Release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import StakeholderGraphError

#: Shorter texts occur by chance ("director", "large") and tell nothing.
LEAST_LENGTH = 12


class LeakError(StakeholderGraphError):
    """What an edition withholds was about to be written; nothing was."""


def withheld(partnership: Partnership, release: Release) -> frozenset[str]:
    """Texts of the partnership that must not occur in an edition's bytes.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    release : Release
        What the edition may see.

    Returns
    -------
    frozenset of str
        Attributes, respondents, items rated, free text: whatever is at least `LEAST_LENGTH` long and no part of what
        may be seen, nor of what the survey's settings call waves, layers and answers.
    """
    if release.confidential:
        return frozenset()
    allowed = "\n".join([*_texts(release.partnership), *_called(release.partnership), *_said(release)])
    return frozenset(text for text in _texts(partnership) if len(text) >= LEAST_LENGTH and text not in allowed)


def write_folders(
    output: Path,
    folders: Mapping[str, Mapping[str, str | bytes]],
    forbidden: Mapping[str, Iterable[str]],
    shown: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> list[Path]:
    """Write folders of files, all of them or none.

    Parameters
    ----------
    output : Path
        The folder that holds them; made if need be. A folder of the same name in it is replaced.
    folders : mapping of str to mapping of str to (str or bytes)
        Content of each file by folder and file name.
    forbidden : mapping of str to iterable of str
        Texts that must not occur in a folder's files. Office documents are unpacked to look.
    shown : mapping of str to mapping of str to str
        What files that are neither text nor office documents show, such as a PDF, by folder and file name.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a forbidden text occurs that is not one of the program's own; nothing is written.
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
                _look(path, forbidden.get(folder, ()), shown.get(folder, {}).get(name))
        for folder in folders:
            target = output / folder
            if target.exists():
                target.replace(Path(scratch) / f"{folder}.before")
            (Path(scratch) / folder).replace(target)
    return [output / folder / name for folder, files in folders.items() for name in files]


def write_file(path: Path, content: str | bytes, forbidden: Iterable[str] = ()) -> None:
    """Write one file whole or not at all.

    Parameters
    ----------
    path : Path
        Where; its folder is made if need be.
    content : str or bytes
        What.
    forbidden : iterable of str
        Texts that must not occur in it.

    Raises
    ------
    LeakError
        If one does; nothing is written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=path.parent) as scratch:
        written = Path(scratch) / path.name
        _write(written, content)
        _look(written, forbidden)
        written.replace(path)


def _write(path: Path, content: str | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _look(path: Path, forbidden: Iterable[str], shown: str | None = None) -> None:
    forbidden = tuple(forbidden)
    if not forbidden:
        return
    written = _readable(path.read_bytes()) if shown is None else shown
    if written is None:
        raise ValueError(f"{path.name} was not written: nobody says what it shows.")
    found = sorted(text for text in forbidden if text in written)
    found = [text for text in found if text not in own_words()]
    if found:
        raise LeakError(
            f"{path.name} was not written: it would have shown {len(found)} texts that this edition withholds, "
            f'the first "{found[0]}". If anybody may read that, call it something else in the survey; if not, this is '
            "a fault of the program: please report it."
        )


def _readable(data: bytes) -> str | None:
    """A file as text, an office document as all its parts; None where it is neither."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return unescape("\n".join(parts))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _texts(partnership: Partnership) -> set[str]:
    frames = [frame for graph in partnership.graphs.values() for frame in graph.frames.values()]
    frames += list(partnership.lists.values())
    texts = {partnership.name}
    for frame in frames:
        for column in frame.columns:
            if frame[column].dtype in ("str", object):
                texts |= {value for value in frame[column] if isinstance(value, str)}
    return texts


def _called(partnership: Partnership) -> Iterable[str]:
    yield partnership.info.sector_called
    for wave, graph in partnership.graphs.items():
        yield wave
        for layer in graph.layers.values():
            yield layer.name
            yield from (step.name for step in layer.steps)


def _said(release: Release) -> Iterable[str]:
    for finding in release.findings:
        # A layer may be spoken of as a whole though none of its ties may be shown.
        yield from finding.scope.layers
        parts = [finding.table, *finding.tables.values()]
        for part in parts:
            if part is not None:
                yield from (str(cell) for row in part.rows for cell in row.values())
        for message in (finding.reading, *finding.caveats):
            if message is not None:
                yield from map(str, message.fields.values())
