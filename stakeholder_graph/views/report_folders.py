"""The folders of a report, one an edition: which files each holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by
from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.editions.publish import write_folders
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.views.folders import MERGES, CopyFiles, DrawnFile, desk_files, undrawn_names

#: Names that cannot be mistaken for one another.
FOLDERS: Mapping[Edition, str] = {
    "backbone": "backbone-only",
    "partners": "for-the-room",
    "community": "for-the-community",
}


def publish(
    partnership: Partnership,
    findings: Sequence[Finding],
    wave: str,
    output: Path,
    editions: Sequence[Edition] = ("backbone", "partners"),
    say: Callable[[str], None] = lambda sentence: None,
    agreed: Sequence[Finding] = (),
    second: SecondProcess | None = None,
    ledgers: Sequence[Ledger] = (),
) -> list[Path]:
    """Write the folders of a report, all of them or none.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of that wave.
    wave : str
        Which wave they speak of.
    output : Path
        The folder to write them in.
    editions : sequence of {"backbone", "partners", "community"}
        Which.
    say : callable
        Takes a sentence about each file in which people wrote something, and on names that the posters cannot show.
    agreed : sequence of Finding
        As of `make_copy`.
    second : SecondProcess, optional
        Draws some of the files, and the same ones.
    ledgers : sequence of Ledger
        As of `make_copy`.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a page held what its edition withholds; nothing is written.
    """
    report = _Report(partnership, findings, wave, output, agreed, ledgers)
    begun = dict(zip(editions, computed_by(second, report.begin, editions), strict=True))
    copies = _Copies({edition: folder.copy_files for edition, folder in begun.items() if folder.copy_files})
    drawn = dict(zip(copies.steps, computed_by(second, copies.drawn, copies.steps), strict=True))
    folders: dict[str, dict[str, str | bytes]] = {}
    shown: dict[str, dict[str, str]] = {}
    for edition, folder in begun.items():
        files = {name: file for (copy, name), file in drawn.items() if copy == edition}
        folders[FOLDERS[edition]] = {**folder.files, **{name: file.content for name, file in files.items()}}
        shown[FOLDERS[edition]] = {name: file.shows for name, file in files.items() if file.shows is not None}
        for sentence in folder.said:
            say(sentence)
    forbidden = {FOLDERS[edition]: folder.forbidden for edition, folder in begun.items()}
    return write_folders(output, folders, forbidden, shown, MERGES, say)


@dataclass(frozen=True, eq=False)
class _Begun:
    """A folder: the desk's files, or those of another copy that are still to be drawn.

    And what must not stand in them, and what there is to say.
    """

    forbidden: Withheld
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    copy_files: CopyFiles | None = None
    said: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class _Report:
    """What the folders of a report are drawn from, as of `publish`."""

    partnership: Partnership
    findings: Sequence[Finding]
    wave: str
    output: Path
    agreed: Sequence[Finding]
    ledgers: Sequence[Ledger]

    def begin(self, edition: Edition) -> _Begun:
        """Draw the files of the desk, or make another copy, which takes as long."""
        copy = make_copy(edition, self.partnership, self.findings, self.wave, agreed=self.agreed, ledgers=self.ledgers)
        forbidden = withheld(self.partnership, copy)
        if copy.confidential:
            return _Begun(forbidden, desk_files(copy, self.output / FOLDERS[edition]))
        said = undrawn_names(copy) if edition == "partners" else ()
        return _Begun(forbidden, copy_files=CopyFiles(copy), said=said)


@dataclass(frozen=True, eq=False)
class _Copies:
    """The copies beyond the desk, whose files two processes share."""

    files: Mapping[Edition, CopyFiles]

    @property
    def steps(self) -> list[tuple[Edition, str]]:
        """All their files."""
        return [(edition, name) for edition, files in self.files.items() for name in files.names]

    def drawn(self, step: tuple[Edition, str]) -> DrawnFile:
        """Draw one of them."""
        return self.files[step[0]].drawn(step[1])
