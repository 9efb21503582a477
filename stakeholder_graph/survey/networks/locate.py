"""Finds the network file of a partnership: named by itself or by the settings, or the only one in the folder."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stakeholder_graph.exchange import GRAPH_FORMATS, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource, open_network
from stakeholder_graph.exchange.reading.matrix import names_of
from stakeholder_graph.exchange.reading.node_edge_tables import COVERED, ends_of, nodes_among, parted
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import OUR_WORKBOOKS, START
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, listing
from stakeholder_graph.text.commands import quoted

#: Endings of files that may be networks: those of the formats.
ENDINGS = frozenset(ending for graph_format in GRAPH_FORMATS.values() for ending in graph_format.endings) | {".mat"}
#: Formats by how much they hold.
_BY_WEALTH = ("GraphML", "GEXF", "GML", "Kumu", "Pajek")
_TABLES = (".csv", ".tsv", ".txt")
#: Rows of a table that tell what it is.
_HEAD_ROWS = 200


def format_of(opened: TableFile) -> GraphFormat | None:
    """Give the format of an opened file, or None where it is no network.

    Parameters
    ----------
    opened : TableFile
        Any file. Formats that are plain tables come last.
    """
    formats = sorted(GRAPH_FORMATS.values(), key=lambda graph_format: (graph_format.table, graph_format.name))
    return next((graph_format for graph_format in formats if graph_format.recognize(opened)), None)


def is_network(path: Path) -> bool:
    """Whether a file that is named by itself is a network.

    Parameters
    ----------
    path : Path
        A file; survey settings are none.
    """
    if path.name in (SETTINGS_FILE, *OUR_WORKBOOKS) or path.suffix.casefold() == ".toml" or not path.is_file():
        return False
    opened = open_network(path, path.name, Inspection(), most_rows=_HEAD_ROWS)
    return opened is not None and START not in opened.sheets and format_of(opened) is not None


def looks_like_network(path: Path) -> bool:
    """Whether the name of a file says that it is a network, whatever is in it.

    Parameters
    ----------
    path : Path
        A file.

    Examples
    --------
    >>> looks_like_network(Path("map.graphml")), looks_like_network(Path("answers.csv"))
    (True, False)
    """
    return path.suffix.casefold() in ENDINGS - {".csv", ".tsv", ".txt", ".xlsx", ".json", ".xml", ".dat"}


def networks_in(folder: Path, plain: Collection[str] = ()) -> list[Path]:
    """Give the networks in a folder, by name; of two tables that are nodes and edges the one of edges.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    plain : collection of str
        Names of files that are something else.
    """
    paths = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.casefold() in ENDINGS)
    paths = [path for path in paths if path.name[0] not in "~." and path.name not in {*plain, *OUR_WORKBOOKS}]
    return [path for path in paths if is_network(path) or _has_nodes_beside(path, paths)]


def open_with_nodes(
    path: Path, file: str, inspection: Inspection, name_attribute: str = "", encoding: str = ""
) -> NetworkSource | None:
    """Open a network; a table of edges or a matrix is opened with the table of its nodes beside it, if there is one.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    name_attribute : str
        The attribute of nodes that the settings name as their name.
    encoding : str
        That of texts, where the settings name it.
    """
    opened = open_network(path, file, inspection, name_attribute, encoding=encoding)
    if opened is None or path.suffix.casefold() not in _TABLES:
        return opened
    beside = _nodes_beside(path, opened, sorted(other for other in path.parent.iterdir() if other.is_file()))
    if beside is None:
        return opened
    nodes = open_network(beside, beside.name, inspection, encoding=encoding)
    if nodes is None:
        return None
    sheets = {path.stem: opened.rows} if opened.sheets else {}
    return replace(opened, sheets={**sheets, beside.stem: nodes.rows}, nodes_file=beside.name)


def _is_edges(path: Path) -> bool:
    """Whether a file is a table of edges and nothing else."""
    if path.suffix.casefold() not in _TABLES:
        return False
    opened = open_network(path, path.name, Inspection(), most_rows=_HEAD_ROWS)
    return opened is not None and bool(parted(opened)[0])


def _nodes_beside(path: Path, opened: NetworkSource, others: Sequence[Path]) -> Path | None:
    """The table of the nodes that a table of edges or a matrix names, among other files."""
    edges = parted(opened)[0]
    places = [ends_of(table) or (0, 1) for table in edges[:1]]
    ends = [end for table, pair in zip(edges, places, strict=False) for place in pair for end in table.column(place)]
    names = [] if ends else names_of(opened)
    for other in others if ends or names else ():
        if other == path or other.suffix.casefold() not in _TABLES or _is_family(other):
            continue
        beside = open_network(other, other.name, Inspection())
        if beside is None or not beside.sheets or names_of(beside):
            continue
        # A matrix says itself who is there: a table that lacks some of them is about something else.
        if nodes_among(parted(beside)[1], ends or names, least=1.0 if names else COVERED):
            return other
    return None


def _is_family(path: Path) -> bool:
    """Whether a file is one of the plain files, which are read as such."""
    return path.stem.casefold() in COLUMNS or path.stem.casefold() in ("names", "scales")


def _has_nodes_beside(path: Path, others: Sequence[Path]) -> bool:
    """Whether a file is a table of edges whose nodes are in another file."""
    opened = open_network(path, path.name, Inspection()) if _is_edges(path) else None
    return opened is not None and _nodes_beside(path, opened, others) is not None


def only_network(paths: Sequence[Path], folder: Path, inspection: Inspection) -> Path | None:
    """Give the only network of a folder; of several under one name the richest, since they are one in several formats.

    Several under different names are a problem, because nobody can tell which is meant.

    Parameters
    ----------
    paths : sequence of Path
        As `networks_in` gives them.
    folder : Path
        Where they are.
    inspection : Inspection
        Takes the problem.
    """
    stems = {path.stem.casefold() for path in paths}
    if len(paths) > 1 and len(stems) == 1:
        first, *others = sorted(paths, key=lambda path: (_rank(path), path.name))
        inspection.advise(
            _("{files} have the same name as {first} and are not read: they seem to be the same network.",
              files=listing((path.name for path in others), "and"), first=first.name)
            if len(others) > 1
            else _("{file} has the same name as {first} and is not read: it seems to be the same network.",
                   file=others[0].name, first=first.name),
            _("You need do nothing if they are; else name the one you mean."),
            first.name,
        )  # fmt: skip
        return first
    if len(paths) > 1:
        inspection.wrong(
            _("Several files are networks: {files}.", files=listing((path.name for path in paths), "and")),
            _(
                "Run this, which asks whether they are rounds or kinds of tie: stakeholder-graph start {folder}",
                folder=quoted(folder),
            ),
            str(folder),
        )
    return paths[0] if len(paths) == 1 else None


def _rank(path: Path) -> int:
    """How much a format holds, the most first."""
    endings = [ending for graph_format in _BY_WEALTH for ending in GRAPH_FORMATS[graph_format].endings]
    return endings.index(path.suffix.casefold()) if path.suffix.casefold() in endings else len(endings)


def network_of(
    folder: Path, settings: Settings, tables: Mapping[str, SourceTable], named: Collection[str], inspection: Inspection
) -> Path | None:
    """Find the network that the settings name, or the only one in a folder where nothing else holds ties.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    settings : Settings
        May name a network.
    tables : mapping of str to SourceTable
        The plain files.
    named : collection of str
        The files that the settings name.
    inspection : Inspection
        Takes problems.

    Returns
    -------
    Path or None
        None where there is none.
    """
    asked = any(question.kind == "tie" for question in settings.question)
    if settings.network is not None:
        if asked or "ties" in tables:
            inspection.wrong(
                _("The settings name a network, and ties stand elsewhere too; only one of the two can count."),
                _(
                    "Empty the cell beside “File with a network” on the sheet “{sheet}”, or choose “leave out” for the "
                    "questions about ties and remove the list of ties.",
                    sheet=START,
                )
                if inspection.in_workbook
                else _(
                    "Take network out of {settings}, or the questions about ties and the list of ties.",
                    settings=SETTINGS_FILE,
                ),
                settings.location.file,
            )
        chosen = folder / settings.network.file
        if chosen.is_file():
            return chosen
        names = [path.name for path in shown_files(folder)]
        inspection.wrong(
            _("There is no file “{file}”, which the settings name as the network.", file=settings.network.file),
            suggestion(settings.network.file, names, _("Correct its name, or put the file into the folder.")),
            settings.location.file or SETTINGS_FILE,
        )
        return None
    plain = {table.file for table in tables.values()} | set(named)
    networks = networks_in(folder, plain)
    network = only_network(networks, folder, inspection)
    if networks and network is None:
        inspection.verdict()
    return network
