"""Writes an edition's folder whole or not at all, after a last look at its bytes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by, longest_at_ends
from stakeholder_graph.editions.checks.png_texts import PNG, texts_in_png
from stakeholder_graph.editions.checks.what_was_checked import LookedAt
from stakeholder_graph.editions.statements import lines, statements
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.progress import part
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.folders import Content, replace_folders
from stakeholder_graph.storage.kept_files import Kept, Merge, keep
from stakeholder_graph.text import _, _n

#: Given all files of all folders, more files by folder, which speak of these.
OfAllFiles = Callable[[Mapping[str, Mapping[str, bytes]]], Mapping[str, Mapping[str, str | bytes]]]

#: How much larger an office document is once it is unpacked.
PACKED = 8


class LeakError(StakeholderGraphError):
    """What an edition withholds was about to be written; nothing was."""


def write_folders(
    output: Path,
    folders: Mapping[str, Mapping[str, str | bytes]],
    forbidden: Mapping[str, Withheld | Mapping[str, Withheld]],
    shown: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    merges: Mapping[str, Merge] = MappingProxyType({}),
    say: Callable[[str], None] = lambda sentence: None,
    of_what_was_looked_at: Callable[[str, Sequence[LookedAt]], Mapping[str, str | bytes]] = lambda folder, looked: {},
    of_all_files: OfAllFiles = lambda contents: {},
    second: SecondProcess | None = None,
) -> list[Path]:
    """Write folders of files, all of them or none; what people wrote in the earlier ones is kept.

    Parameters
    ----------
    output : Path
        The folder that holds them; made if need be. A folder of the same name in it is replaced, and files that
        people put into it or changed stay in the new one.
    folders : mapping of str to mapping of str to (str or bytes)
        Content of each file by folder and file name.
    forbidden : mapping of str to (Withheld or mapping of str to Withheld)
        What must not stand in a folder's files, or in each of them by its name. Office documents are unpacked to look.
        Nobody looks into what people wrote themselves.
    shown : mapping of str to mapping of str to str
        What files that are neither text nor office documents show, such as a PDF, by folder and file name.
    merges : mapping of str to Merge
        How what people filled in is carried over, by the name of the file.
    say : callable
        Takes a sentence about each file that was kept.
    of_what_was_looked_at : callable
        Given a folder and what was looked at in its files, more files for it, which say so.
    of_all_files : callable
        Given all these files, more of them for some of the folders, such as a manifest.
    second : SecondProcess, optional
        Looks at some of the files.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a file holds what is withheld; nothing is written.
    StorageError
        If the system refuses; nothing is written.
    ValueError
        If something is forbidden in a folder and nobody says what a file in it shows; nothing is written.
    """
    looks = _Looks(forbidden, shown)
    drawn = [(folder, name, _bytes(content)) for folder, files in folders.items() for name, content in files.items()]
    # Those that take longest first, so that no process waits for the other that has come to one of them last.
    ordered = longest_at_ends(drawn, looks.cost)
    with part(what=_("Checking what stands in the files")):
        by_file = dict(zip((file[:2] for file in ordered), computed_by(second, looks.at, ordered), strict=True))
    looked_at = [(file, by_file[file[:2]]) for file in drawn]
    contents: dict[str, dict[str, bytes]] = {}
    for folder in folders:
        looked = [at for (place, _name, _content), at in looked_at if place == folder]
        more = {name: _bytes(content) for name, content in of_what_was_looked_at(folder, looked).items()}
        for name, content in more.items():
            looks.at((folder, name, content))
        contents[folder] = {name: content for place, name, content in drawn if place == folder} | more
    for folder, last in of_all_files(contents).items():
        for name, said in last.items():
            contents[folder][name] = _bytes(said)
            looks.at((folder, name, contents[folder][name]))
    kept: list[Kept] = []

    def with_kept() -> Mapping[str, Mapping[str, Content]]:
        whole, of_people = keep(output, contents, merges)
        kept.extend(of_people)
        return whole

    meanwhile = replace_folders(output, list(folders), with_kept)
    guarded = [folder for folder in folders if forbidden.get(folder)]
    for file in kept:
        say(_in_words(file, guarded))
    for path in meanwhile:
        say(_("Somebody changed a file while it was written anew; we kept it as {file}.", file=path))
    return [output / folder / name for folder, files in contents.items() for name in files]


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
    StorageError
        If the system refuses; nothing is written.
    """
    data = _bytes(content)
    _look(path.name, data, forbidden or Withheld())
    write_file_whole(path, data)


def refuse_leaks(name: str, leaks: Iterable[str]) -> None:
    """Stop where a file would have shown what its edition withholds.

    Parameters
    ----------
    name : str
        Of the file.
    leaks : iterable of str
        What it would have shown; nothing is refused where it is empty.

    Raises
    ------
    LeakError
        If there is any.
    """
    shown = sorted(set(leaks))
    if shown:
        raise LeakError(
            _n(
                "{file} was not written: it would have shown {count} text that this edition withholds, “{first}”.",
                "{file} was not written: it would have shown {count} texts that this edition withholds, "
                "the first “{first}”.",
                len(shown),
                file=name,
                first=shown[0],
            )
            + " "
            + _(
                "If anybody may read that, call it something else in the survey; if not, this is a fault of the "
                "program: please report it."
            )
        )


@dataclass(frozen=True, eq=False)
class _Looks:
    """What must not stand in files, by folder, and what those show that are neither text nor office documents."""

    forbidden: Mapping[str, Withheld | Mapping[str, Withheld]]
    shown: Mapping[str, Mapping[str, str]]

    def at(self, file: tuple[str, str, bytes]) -> LookedAt:
        """Look at one of them: its folder, its name and its content."""
        folder, name, content = file
        return _look(name, content, self._withheld(folder, name), self.shown.get(folder, {}).get(name))

    def cost(self, file: tuple[str, str, bytes]) -> float:
        """About how long that takes, in any unit."""
        folder, name, content = file
        return (
            len(content) * (PACKED if content.startswith(b"PK") else 1) if _guards(self._withheld(folder, name)) else 0
        )

    def _withheld(self, folder: str, name: str) -> Withheld:
        """A folder withholds the same of all its files, or of each something else."""
        withheld = self.forbidden.get(folder, Withheld())
        return withheld if isinstance(withheld, Withheld) else withheld[name]


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _in_words(file: Kept, guarded: list[str]) -> str:
    path = f"{file.folder}/{file.name}"
    if file.how == "own":
        said = _("{file} is not ours; it stays where it is.", file=path)
    elif file.how == "merged":
        said = _("{file}: what people wrote in it stands in the new file too.", file=path)
    else:
        said = _(
            "{file} is the earlier file, in which somebody changed something; the new one is beside it.", file=path
        )
        if file.name.endswith(".xlsx"):
            said += " " + _(
                "What people wrote in a workbook is carried over only where it has no formulas, pictures, merged cells "
                "or changed headings: copy it by hand."
            )
    if file.folder in guarded:
        said += " " + _("We have not looked for anything confidential in it: do that before you share the folder.")
    return said


def _guards(withheld: Withheld) -> bool:
    return bool(withheld or withheld.always)


def _look(name: str, content: bytes, withheld: Withheld, shown: str | None = None) -> LookedAt:
    if not _guards(withheld):
        return LookedAt(name, 0)
    said = statements(content) if shown is None else lines(shown)
    if said is not None and shown is not None and content.startswith(PNG):
        said += [(text,) for text in texts_in_png(content)]
    if said is None:
        raise ValueError(f"{name} was not written: nobody says what it shows.")
    refuse_leaks(name, withheld.leaks(said))
    return LookedAt(name, len(said))
