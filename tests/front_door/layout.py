"""One layout in which people have their ties, with the right numbers, and the table of them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.front_door.files import Content
from tests.front_door.spelling import PLAIN, Spelling

NO_TIES: Mapping[str, int] = {}


@dataclass(frozen=True)
class Layout:
    """One input as somebody has it.

    Parameters
    ----------
    name : str
        What it is called in the table of layouts.
    files : mapping of str to content
        What lies in the folder.
    organizations : int
        How many there are.
    ties : mapping of str to int
        Ties by kind, in the latest round; pairs where they have no direction.
    possible : int
        Dyads that are known; pairs where ties have no direction.
    items : int
        How many activities, outcomes and teams there are.
    waves : int
        How many rounds.
    varied : str
        What of the spelling may vary: ``all``, ``names`` (names alone), or ``nothing`` where letters or numbers are
        what is tried.
    verdict : str
        ``right``, or ``asked`` where nothing can be proposed to somebody who accepts every proposal.
    """

    name: str
    files: Mapping[str, Content]
    organizations: int = 8
    ties: Mapping[str, int] = field(default_factory=lambda: {"collaboration": 10})
    possible: int = 56
    items: int = 0
    waves: int = 1
    varied: str = "all"
    verdict: str = "right"

    def write(self, folder: Path, spelling: Spelling = PLAIN) -> Path:
        """Put the files into a folder."""
        for name, content in self.files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else spelling.bytes_of(content))
        return folder


LAYOUTS: dict[str, Layout] = {}


def layout(name: str, files: Mapping[str, Content], **right: object) -> None:
    """Add one to the table; pytest reads a file twice, so that the same one may come again."""
    assert name not in LAYOUTS or LAYOUTS[name].files.keys() == files.keys(), name
    LAYOUTS[name] = Layout(name, files, **right)  # type: ignore[arg-type]
