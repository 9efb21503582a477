"""An input of the fuzzer is a folder of files. It travels as one archive."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

#: By name, without folders.
Files = dict[str, bytes]

_DATE = (2020, 1, 1, 0, 0, 0)
#: More than this no input has, so that each is read in milliseconds; what large files do has tests of its own.
MOST_BYTES = 200_000


def pack(files: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Give files as an archive; equal files give equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = compression
            archive.writestr(member, files[name])
    return stream.getvalue()


def unpack(data: bytes) -> Files:
    """Give the files of such an archive; none where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {member.filename: archive.read(member) for member in archive.infolist()}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError):
        return {}


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files into a folder, and nothing else."""
    for path in folder.iterdir():
        path.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def usable_name(name: str) -> bool:
    """Whether a file can have this name on every system on which the tool runs."""
    try:
        size = len(name.encode())
    except UnicodeEncodeError:
        return False
    return 0 < size < 100 and name.isprintable() and not set(name) & set('/\\:*?"<>|') and bool(name.strip(". "))
