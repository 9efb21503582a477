"""A digest of each file that a partnership may have been read from."""

import os
from hashlib import sha256
from pathlib import Path

from stakeholder_graph.model.read_files import ReadFiles


def input_digests(read: ReadFiles) -> dict[str, str]:
    """Give the SHA-256 of each file that was there when reading began, and of the partnership's own rubrics.

    Parameters
    ----------
    read : ReadFiles
        As the survey has it; empty where it was not read from files.

    Returns
    -------
    dict of str to str
        By the path from the partnership's folder, in order. For the desk alone.

    Examples
    --------
    >>> input_digests(ReadFiles())
    {}
    """
    if not read.folder:
        return {}
    folder = Path(read.folder)
    paths = {Path(name) for name in read.stamps} | set(folder.glob("rubrics/*.toml"))
    digests = {_named(path, folder): sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}
    return dict(sorted(digests.items()))


def _named(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive there is no way from one to the other
        return path.as_posix()
