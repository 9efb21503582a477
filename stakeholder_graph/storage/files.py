"""Writes one file whole or not at all."""

import stat
from contextlib import suppress
from pathlib import Path

from stakeholder_graph.storage import disk
from stakeholder_graph.storage.errors import explained


def write_file_whole(path: Path, content: bytes, *, executable: bool = False, private: bool = False) -> None:
    """Write one file: whoever looks sees the earlier file or the new one, at any moment.

    Parameters
    ----------
    path : Path
        Where; its folder is made if need be. Through a link the file that it points to is written.
    content : bytes
        What.
    executable : bool
        Whether people may run it.
    private : bool
        Whether nobody but its owner may read it, from the first moment on.

    Raises
    ------
    StorageError
        If it cannot be written; an earlier file stays as it was.

    Examples
    --------
    >>> folder = getfixture("tmp_path")
    >>> write_file_whole(folder / "a.txt", b"text")
    >>> [(entry.name, entry.read_bytes()) for entry in folder.iterdir()]
    [('a.txt', b'text')]
    """
    with explained(path):
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file() and not target.is_dir():  # such as /dev/stdout
            target.write_bytes(content)
            return
        disk.make_folder(target.parent)
        with disk.locked(target.parent):
            _replace(target, content, executable=executable, private=private)


def _replace(target: Path, content: bytes, *, executable: bool, private: bool) -> None:
    # The name is always the same, so that the next run writes over what a killed one left.
    fresh = target.with_name(f".{target.name}.writing")
    try:
        if private:
            fresh.touch(0o600)
            fresh.chmod(0o600)  # a file that a killed run left may have been open to all
        disk.write(fresh, content)
        if target.exists() and not private:
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))
        if executable:
            fresh.chmod(0o755)
        disk.rename(fresh, target)
    except BaseException:
        with suppress(OSError):
            disk.remove(fresh)
        raise
    disk.settle(target.parent)
