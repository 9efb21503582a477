"""What a folder holds where nothing in it makes a partnership, and the one thing to do about it."""

from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import OUR_WORKBOOKS, WORKBOOK_FILE
from stakeholder_graph.tabular.files import WORKBOOKS
from stakeholder_graph.text import N_, _, _n, listing
from stakeholder_graph.text.commands import quoted

_TABLES = frozenset({".csv", ".tsv", ".tab", ".zip", *WORKBOOKS}) | {
    ending for graph_format in GRAPH_FORMATS.values() for ending in graph_format.endings
} - {".txt", ".json", ".xml", ".dat"}
_ARCHIVES = frozenset({".zip", ".gz", ".7z", ".rar", ".tar", ".bz2", ".xz"})
#: Of network programs whose files are not read.
_OTHER_NETWORKS = frozenset({".sif", ".dot", ".gv", ".tgf", ".lgl", ".ncol", ".cys"})
#: What files are that hold no table, by ending.
_KINDS = {
    **dict.fromkeys((".pdf",), N_("{file} (a PDF)")),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".md", ".txt", ".pages"), N_("{file} (a text)")),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), N_("{file} (slides)")),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".heic", ".tif", ".tiff", ".svg"), N_("{file} (a picture)")),
    **dict.fromkeys((".eml", ".msg"), N_("{file} (a message)")),
    **dict.fromkeys(_ARCHIVES, N_("{file} (an archive)")),
    **dict.fromkeys(_OTHER_NETWORKS, N_("{file} (a network)")),
}
_MOST_NAMED = 5
#: How the marks begin that spreadsheets leave beside a file they have open, and how these end.
_MARKS = (("~$", ""), (".~lock.", "#"))
_NEEDED = N_(
    "Put the export of your survey, a list of who works with whom, or a network file into the folder, as CSV or Excel, "
    "and start again."
)

_NO_SURVEY = N_(
    "No survey yet? Run `stakeholder-graph presets NAME -o {folder}`, list whom to ask in organizations.csv there, "
    "then run `stakeholder-graph questionnaire {folder} --to print`."
)


def nothing_to_read(folder: Path, tables: Sequence[str] = ()) -> Problem:
    """Say what a folder holds, and what is needed.

    Parameters
    ----------
    folder : Path
        In which nothing makes a partnership.
    tables : sequence of str
        What its tables were taken for, in words.
    """
    inner = _inner_folder(folder)
    files = [path for path in shown_files(folder) if path.name not in OUR_WORKBOOKS and path.stem != "Make report"]
    if tables:
        what = _(
            "Nothing in the folder says who works with whom or who takes part in what. It holds: {tables}.",
            tables="; ".join(tables),
        )
        return Problem(what, _("Add what is missing: {needed}", needed=_(_NEEDED)), str(folder))
    if inner is not None:
        names = [path.name for path in shown_files(inner) if path.suffix.casefold() in _TABLES]
        what = _n(
            "The table is in a folder inside: {files}.", "The tables are in a folder inside: {files}.",
            len(names), files=_named([f"{inner.relative_to(folder).as_posix()}/{name}" for name in names]),
        )  # fmt: skip
        return Problem(what, _("Run: stakeholder-graph start {folder}", folder=quoted(inner)), str(folder))
    marks = [name for name in map(_marked, sorted(folder.iterdir())) if name and not (folder / name).exists()]
    if not files and marks:
        what = _(
            "The folder holds only the mark that a spreadsheet leaves while it has {file} open, not {file} itself.",
            file=marks[0],
        )
        return Problem(what, _("Save {file} into the folder, close it, and start again.", file=marks[0]), str(folder))
    if not files:
        return Problem(_("The folder is empty."), f"{_(_NEEDED)} {_(_NO_SURVEY, folder=quoted(folder))}", str(folder))
    kinds = [_(_KINDS.get(path.suffix.casefold(), N_("{file} (a file of another kind)")), file=path.name)
             for path in files]  # fmt: skip
    what = _n("The folder holds no table, but {files}.", "The folder holds no table, but {files}.",
              len(kinds), files=_named(kinds))  # fmt: skip
    endings = {path.suffix.casefold() for path in files}
    if endings & _ARCHIVES:
        return Problem(what, _("Unpack the archive into the folder, and start again."), str(folder))
    if endings & _OTHER_NETWORKS:
        return Problem(what, _("Save the network as GraphML, or as a table with a row for each tie, and start again."),
                       str(folder))  # fmt: skip
    return Problem(what, _("If one of them shows a table, save that as CSV or Excel. {needed}", needed=_(_NEEDED)),
                   str(folder))  # fmt: skip


def surveys_inside(folder: Path) -> int:
    """Count the folders right inside a folder that hold a survey, where it holds none itself.

    Parameters
    ----------
    folder : Path
        Any.

    Examples
    --------
    >>> towns = getfixture("tmp_path")
    >>> for town in ("East", "West"):
    ...     (towns / town).mkdir()
    ...     _ = (towns / town / "organizations.csv").write_text("name")
    >>> surveys_inside(towns), surveys_inside(towns / "East")
    (2, 0)
    """
    if not folder.is_dir() or _holds_a_survey(folder):
        return 0
    return sum(inner.is_dir() and _holds_a_survey(inner) for inner in folder.iterdir())


def not_a_table(path: Path) -> Problem:
    """Say of one file that no table is in it.

    Parameters
    ----------
    path : Path
        As the user names it.
    """
    kind = _KINDS.get(path.suffix.casefold(), N_("{file} (a file of another kind)"))
    what = _("No table can be read from {file}.", file=_(kind, file=path.name))
    return Problem(what, _("Save the table in it as CSV or Excel, and give that file."), path.name)


def open_now(folder: Path) -> list[str]:
    """Give the files of a folder that a spreadsheet has open, other than the settings.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    """
    marked = {_marked(path) for path in (folder.iterdir() if folder.is_dir() else ())} - {"", WORKBOOK_FILE}
    return sorted(name for name in marked if (folder / name).is_file())


def _marked(path: Path) -> str:
    """The file of which a file is the mark that it is open; blank for other files."""
    marks = ((start, end) for start, end in _MARKS if path.name.startswith(start) and path.name.endswith(end))
    return next((path.name.removeprefix(start).removesuffix(end) for start, end in marks), "")


def _holds_a_survey(folder: Path) -> bool:
    return any((folder / name).is_file() for name in (SETTINGS_FILE, WORKBOOK_FILE, "organizations.csv"))


def _inner_folder(folder: Path) -> Path | None:
    """The first folder inside that holds tables, at most two levels down."""
    level = [folder]
    for _depth in range(2):
        level = sorted(inner for outer in level for inner in outer.iterdir() if inner.is_dir() and inner.name[0] != ".")
        for inner in level:
            if any(path.suffix.casefold() in _TABLES for path in shown_files(inner)):
                return inner
    return None


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return listing([*names[:_MOST_NAMED], *([_n("{count} more", "{count} more", more)] if more > 0 else [])], "and")
