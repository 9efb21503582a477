"""The files of a partnership as they were when reading began, and which of them changed since."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.model.read_files import FileStamp, ReadFiles
from stakeholder_graph.survey.plain.families import FAMILIES, TABLES
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.text import _

#: Endings of files that some reader takes: settings, tables, networks, and what explains an export. A text file may as
#: well be a log of this very run; it is watched where the settings name it.
_ENDINGS = frozenset(
    {".toml", ".csv", ".tsv", ".tab", ".xlsx", ".ods", ".xls", ".xlsb", ".json", ".zip", ".qsf"}
    | {ending for graph_format in GRAPH_FORMATS.values() for ending in graph_format.endings} - {".txt"}
)
#: How the names begin of hidden files, and of those that a program leaves beside a file while it has it open.
_NOT_INPUT = ("~", ".")


def shown_files(folder: Path) -> list[Path]:
    """Give the files of a folder by name, without hidden ones and what programs leave beside files they have open.

    Parameters
    ----------
    folder : Path
        Of a partnership; there are none where it is no folder.

    Examples
    --------
    >>> folder = getfixture("tmp_path")
    >>> for name in ("ties.csv", "~$ties.xlsx", ".~lock.ties.csv#", "notes.docx"):
    ...     _ = (folder / name).write_text("")
    >>> [path.name for path in shown_files(folder)]
    ['notes.docx', 'ties.csv']
    """
    files = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in files if not path.name.startswith(_NOT_INPUT) and path.is_file())


def read_by_name(file: Path) -> bool:
    """Whether a file would be read for its name alone, such as ties.csv, if it lay in the folder of a survey.

    Parameters
    ----------
    file : Path
        It need not be there.

    Examples
    --------
    >>> read_by_name(Path("Ties.csv")), read_by_name(Path("pairs.csv"))
    (True, False)
    """
    return file.stem.casefold() in FAMILIES and file.suffix.casefold() in TABLES


def _may_be_read(folder: Path) -> list[Path]:
    return [path for path in shown_files(folder) if path.suffix.casefold() in _ENDINGS]


class InputWatch:
    """Remembers the files of a partnership before any of them is read.

    Parameters
    ----------
    path : Path
        The folder, or a file in it that is named by itself.

    Examples
    --------
    >>> folder = getfixture("tmp_path")
    >>> _ = (folder / "ties.csv").write_text("from,to")
    >>> watch = InputWatch(folder)
    >>> _ = (folder / "ties.csv").write_text("from,to,layer")
    >>> [problem.file for problem in changes(watch.files)]
    ['ties.csv']
    """

    def __init__(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        self._folder = folder.resolve()
        self._stamps: dict[str, FileStamp | None] = {}
        self.add(_may_be_read(folder))
        if path.is_file():
            self.add([path])

    def add(self, paths: Iterable[Path]) -> None:
        """Remember further files, such as those in other folders that the settings name.

        Parameters
        ----------
        paths : iterable of Path
            Those that are remembered already stay as they are.
        """
        for path in paths:
            self._stamps.setdefault(str(path.resolve()), _stamp(path))

    @property
    def files(self) -> ReadFiles:
        """The files as they were."""
        return ReadFiles(str(self._folder), self._stamps)

    def with_content(self, read: ReadFiles) -> ReadFiles:
        """Give what was read in the files together with the files as they were, and a digest of each.

        Parameters
        ----------
        read : ReadFiles
            The tables and the names in them.
        """
        files = {table.file for table in read.tables} | {Path(name).name for name in self._stamps if _is_settings(name)}
        paths = {file: self._folder / file for file in sorted(files)}
        digests = {file: sha256(path.read_bytes()).hexdigest() for file, path in paths.items() if path.is_file()}
        return replace(read, folder=str(self._folder), stamps=self._stamps, digests=digests)


def changes(files: ReadFiles) -> list[Problem]:
    """Say which files are no longer as they were when reading began; a file is known by size, time and place on disk.

    Parameters
    ----------
    files : ReadFiles
        As `InputWatch` remembers them.
    """
    folder = Path(files.folder)
    again = _("Save it, close the programs that write to it, and run the command again.")
    problems = []
    for name, stamp in files.stamps.items():
        now = _stamp(Path(name))
        if now != stamp:
            gone = _("This file is gone since the tool began to read it.")
            what = gone if now is None else _("This file has changed since the tool began to read it.")
            problems.append(Problem(what, again, _shown(Path(name), folder)))
    for path in _may_be_read(folder):
        if str(path.resolve()) not in files.stamps:
            what = _("This file was not there when the tool began to read the folder.")
            problems.append(Problem(what, _("Run the command again once all files are there."), path.name))
    return problems


def check_unchanged(files: ReadFiles) -> None:
    """Raise where a file is no longer as it was when reading began.

    Parameters
    ----------
    files : ReadFiles
        None of them for what was not read from files.

    Raises
    ------
    SurveyError
        With a problem for each such file.
    """
    problems = changes(files) if files.folder else []
    if problems:
        raise SurveyError(problems)


def _is_settings(name: str) -> bool:
    return Path(name).name in (SETTINGS_FILE, WORKBOOK_FILE)


def _stamp(path: Path) -> FileStamp | None:
    """None where there is no such file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ino)


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
