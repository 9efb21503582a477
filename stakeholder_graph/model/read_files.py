"""What a survey was read from: files as they were, the tables in them, and names as somebody wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple


class FileStamp(NamedTuple):
    """By what a change of a file is noticed: its size, when it was written, and its place on the disk."""

    size: int
    written: int
    place: int


class ReadTable(NamedTuple):
    """A table that a survey was read from: the file as users know it, what it holds, and how many rows."""

    file: str
    holds: str
    rows: int


#: Why a written name means what it does: somebody decided so in names.csv, or it differs from the roster in nothing
#: that counts; or it means nobody on the roster, since it is none of its organizations or no organization at all.
NameSource = Literal["decided", "spelling", "not on the list", "nobody"]


class ReadName(NamedTuple):
    """A name as it was written in a wave, blank for all; `organization` is blank where it means none on the roster."""

    written: str
    wave: str
    organization: str
    source: NameSource


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """The files that a survey was read from, as they were, and what was read in them.

    Parameters
    ----------
    folder : str
        The folder; blank where it was not read from files.
    stamps : mapping of str to FileStamp
        By path; None for a file that the settings name and that was not there.
    tables : tuple of ReadTable
        The tables in them, in the order in which they were opened.
    names : tuple of ReadName
        Names that are written otherwise than on the roster.
    digests : mapping of str to str
        SHA-256 of the files of these tables, by `ReadTable.file`; of the settings, too.
    """

    folder: str = ""
    stamps: Mapping[str, FileStamp | None] = field(default_factory=dict)
    tables: tuple[ReadTable, ...] = ()
    names: tuple[ReadName, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stamps", MappingProxyType(dict(self.stamps)))
        object.__setattr__(self, "digests", MappingProxyType(dict(self.digests)))
