"""The folders of a report, one an edition: which files each holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_with_opened
from stakeholder_graph.concurrency.sent_once import SentOnce
from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.editions.publish import OfAllFiles, write_folders
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.progress import part
from stakeholder_graph.text import _

if TYPE_CHECKING:
    from stakeholder_graph.views.folders import CopyFiles, DeskFiles

#: Names that cannot be mistaken for one another.
FOLDERS: Mapping[Edition, str] = {
    "backbone": "backbone-only",
    "partners": "for-the-room",
    "community": "for-the-community",
}
#: How much of the work it usually is to make the copies that files are drawn from.
COPYING = 0.4


def publish(
    partnership: Partnership,
    findings: Sequence[Finding],
    wave: str,
    output: Path,
    editions: Sequence[Edition] = ("backbone", "partners"),
    say: Callable[[str], None] = lambda sentence: None,
    agreed: Sequence[Finding] = (),
    second: SecondProcess | None = None,
    ledgers: Callable[[], Sequence[Ledger]] = tuple,
    of_all_files: OfAllFiles = lambda contents: {},
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
    ledgers : callable
        Gives the ledgers of the desk, while another process makes the other copies.
    of_all_files : callable
        As of `write_folders`.

    Returns
    -------
    list of Path
        The files written, and the folders of tables.

    Raises
    ------
    LeakError
        If a page held what its edition withholds; nothing is written.
    """
    report = _Report(partnership, findings, wave, output, agreed, ledgers, second is not None)
    begins = [_Step(edition) for edition in editions]
    with part(0.85, _("Drawing")):
        results = computed_with_opened(second, report.done, begins, report.opened, _Step.named, COPYING)
    begun = {step.edition: result for step, result in zip(begins, results, strict=False)}
    steps = [(edition, name) for edition, folder in begun.items() for name in folder.files.value.in_turn]
    drawn = dict(zip(steps, results[len(begins) :], strict=True))
    folders: dict[str, dict[str, str | bytes]] = {}
    shown: dict[str, dict[str, str]] = {}
    for edition, folder in begun.items():
        files = {name: drawn[edition, name] for name in folder.files.value.names}
        folders[FOLDERS[edition]] = {
            path: text for name, file in files.items() for path, text in file.files(name).items()
        }
        shown[FOLDERS[edition]] = {name: file.shows for name, file in files.items() if file.shows is not None}
        for sentence in folder.said:
            say(sentence)
    forbidden = {FOLDERS[edition]: folder.forbidden for edition, folder in begun.items()}
    of_folder = {FOLDERS[edition]: folder.files.value for edition, folder in begun.items()}
    from stakeholder_graph.views.folders import MERGES

    of_checks = lambda folder, looked: of_folder[folder].of_checks(looked)  # noqa: E731
    written = write_folders(output, folders, forbidden, shown, MERGES, say, of_checks, of_all_files, second)
    # Of a folder of tables it is enough to know where it is.
    inside = (path.relative_to(output).parts[:2] for path in written)
    return [output.joinpath(*parts) for parts in dict.fromkeys(inside)]


@dataclass(frozen=True, eq=False)
class _Begun:
    """A folder whose files are still to be drawn, what must not stand in them, and what there is to say."""

    forbidden: Withheld
    files: "SentOnce[DeskFiles | CopyFiles]"
    said: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class _Step:
    """Making the copy of an edition or, once that is made, drawing one of its files."""

    edition: Edition
    file: str = ""
    files: "SentOnce[DeskFiles | CopyFiles] | None" = None

    def named(self) -> str:
        """What the step does, in words."""
        return f"{FOLDERS[self.edition]}/{self.file}" if self.file else _("Making copies")


@dataclass(frozen=True, eq=False)
class _Report:
    """What the folders of a report are drawn from, as of `publish`."""

    partnership: Partnership
    findings: Sequence[Finding]
    wave: str
    output: Path
    agreed: Sequence[Finding]
    ledgers: Callable[[], Sequence[Ledger]]
    apart: bool

    def done(self, step: _Step) -> Any:
        """Make a copy, or draw a file."""
        return self._begin(step.edition) if step.files is None else step.files.value.drawn(step.file)

    def opened(self, step: _Step, begun: _Begun) -> list[_Step]:
        """The files of a copy that was made."""
        return [] if step.files else [_Step(step.edition, name, begun.files) for name in begun.files.value.in_turn]

    def _begin(self, edition: Edition) -> _Begun:
        """Make a copy: the desk's with its ledgers."""
        ledgers = self.ledgers() if edition == "backbone" else ()
        copy = make_copy(edition, self.partnership, self.findings, self.wave, agreed=self.agreed, ledgers=ledgers)
        forbidden = withheld(self.partnership, copy)
        # Loaded with what draws, once the other process has something to do.
        from stakeholder_graph.views.folders import CopyFiles, DeskFiles, not_presented, undrawn_names

        if copy.confidential:
            return _Begun(forbidden, SentOnce(DeskFiles(copy, self.output / FOLDERS[edition]).prepared(), self.apart))
        said = (not_presented(copy) or undrawn_names(copy)) if edition == "partners" else ()
        return _Begun(forbidden, SentOnce(CopyFiles(copy), self.apart), said)
