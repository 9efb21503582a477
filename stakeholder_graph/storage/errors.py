"""What a computer refuses while files are written, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.text import _

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_BUSY = (errno.EBUSY, getattr(errno, "ETXTBSY", errno.EBUSY))
_DENIED = (errno.EACCES, errno.EPERM)
#: What Windows says of a file that another program has open: a sharing violation, or a locked range.
_SHARING = (32, 33)


class StorageError(StakeholderGraphError):
    """Something cannot be written; what was there before is unchanged."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside into a `StorageError`.

    Parameters
    ----------
    path : Path
        What is being written.

    Raises
    ------
    StorageError
        In place of any `OSError`.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(in_words(error, path)) from error


def in_words(error: OSError, path: Path) -> str:
    """Say why something cannot be written, and what to do about it.

    Parameters
    ----------
    error : OSError
        As the system raised it.
    path : Path
        What was being written.

    Examples
    --------
    >>> in_words(OSError(errno.ENOSPC, "No space left on device"), Path("outputs"))
    'The disk is full, so outputs was not written. Free some space, then try again.'
    """
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL:
        return _("The disk is full, so {path} was not written. Free some space, then try again.", path=path)
    if error.errno == errno.EROFS:
        return _("The disk is read-only, so {path} was not written. Choose another folder.", path=path)
    if error.errno in _BUSY or windows in _SHARING:
        return _(
            "Another program has {file} open, so nothing was written. Close it there, then try again.",
            file=error.filename or path,
        )
    if error.errno in _DENIED:
        return _(
            "{file} is protected, or another program has it open, so nothing was written. Close it there or choose "
            "another folder, then try again.",
            file=error.filename or path,
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return _(
            "A file stands where a folder is needed, so {path} was not written. Choose another name.",
            path=path,
        )
    if error.errno == errno.EISDIR:
        return _("{path} is a folder, so no file was written there. Choose another name.", path=path)
    return _("{path} was not written: {reason}.", path=path, reason=error.strerror or str(error))


def busy(path: Path) -> StorageError:
    """Say that another run is writing in the same folder."""
    return StorageError(
        _("Another run of this program is writing in {path}. Wait until it has finished, then try again.", path=path)
    )
