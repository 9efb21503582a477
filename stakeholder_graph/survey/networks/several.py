"""Several network files of one partnership: each is a kind of tie or a round, as the settings say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.as_tables import NetworkTables
from stakeholder_graph.survey.networks.direction import Direction
from stakeholder_graph.survey.networks.read import read_network, with_directions, with_scales
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.vocabulary import kind_in, round_in
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.tables import TableSettings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, listing


def apart(roles: Sequence[TableRole]) -> list[TableRole]:
    """Say of several networks whether they are rounds or kinds of tie: what their names say, else what is likelier.

    Parameters
    ----------
    roles : sequence of TableRole
        Of network files, and any others, which stay as they are.

    Examples
    --------
    >>> files = ["net 2023.graphml", "net 2025.graphml"]
    >>> [role.wave for role in apart([TableRole(file, "", "network") for file in files])]
    ['2023', '2025']
    """
    stems = {role.file: PurePath(role.file).stem for role in roles if role.role == "network"}
    if len(stems) < 2:
        return list(roles)
    rounds = {file: round_in(stem) for file, stem in stems.items()}
    kinds = {file: kind_in(stem) for file, stem in stems.items()}
    by_round = all(rounds.values()) and len({(rounds[file], kinds[file]) for file in stems}) == len(stems)
    several = len(set(kinds.values())) > 1
    doubt = "" if by_round else _("The files may be rounds of one survey instead of kinds of tie.")
    return [
        role
        if role.file not in stems
        else replace(role, wave=rounds[role.file], layer=kinds[role.file] if several else "")
        if by_round
        else replace(role, layer=kinds[role.file] or stems[role.file], sure=False, doubt=doubt)
        for role in roles
    ]


def with_networks(
    folder: Path, settings: Settings, tables: Mapping[str, SourceTable], inspection: Inspection
) -> tuple[Settings, dict[str, SourceTable]]:
    """Add the network files that the settings name among their tables.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    settings : Settings
        Which file is which kind of tie or round.
    tables : mapping of str to SourceTable
        What is known besides: a list of organizations among them stands for the nodes.
    inspection : Inspection
        Takes problems, advice and open decisions.
    """
    read: list[tuple[TableSettings, NetworkTables]] = []
    for said in (said for said in settings.table if said.role == "network"):
        path = folder / said.file
        if not path.is_file():
            names = [other.name for other in shown_files(folder)]
            inspection.wrong(
                _("There is no file “{file}”, which the settings name.", file=said.file),
                suggestion(said.file, names, _("Correct its name, or put the file into the folder.")),
                said.location.file,
                said.location.row,
            )
        elif (network := read_network(path, said.file, settings, inspection, tables.get("scales"))) is not None:
            read.append((said, network))
            _ask_what_it_is(said, inspection)
    if not read:
        return settings, dict(tables)
    directions = directions_of(read)
    made = together(read, inspection)
    if "ties" in tables:
        made["ties"] = _joined([tables["ties"], made["ties"]], inspection)
    update: dict[str, object] = {"layers": with_directions(settings, directions)}
    if not settings.question:
        update["directed"] = any(direction.directed for direction in directions.values())
    sector = next((network.sector for _said, network in read if network.sector), "")
    if sector and "organizations" not in tables and settings.sector == "sector":
        update["sector"] = sector
    said_now = settings.model_copy(update=update).located(settings.location.file)
    others = {name: table for name, table in tables.items() if name != "ties"}
    return said_now, {**made, **others, **with_scales(made, others)}


def together(read: Sequence[tuple[TableSettings, NetworkTables]], inspection: Inspection) -> dict[str, SourceTable]:
    """Put networks together as the tables of plain files.

    Parameters
    ----------
    read : sequence of (TableSettings, NetworkTables)
        What the settings say of each, and what it holds.
    inspection : Inspection
        Learns in which file each row stands.
    """
    tables = {
        "organizations": _organizations([network.tables["organizations"] for _said, network in read]),
        "ties": _joined([_of_kind(said, network, "ties", "layer") for said, network in read], inspection),
    }
    scales = [_of_kind(said, network, "scales", "scale") for said, network in read if "scales" in network.tables]
    return tables | ({"scales": _once(scales)} if scales else {})


def _ask_what_it_is(said: TableSettings, inspection: Inspection) -> None:
    if not said.decided:
        inspection.decide(
            _("Nobody has confirmed that {file} is a kind of tie and no round.", file=said.file),
            _("Choose in the sheet “{sheet}” what it is, and take the “?” away.", sheet="Files")
            if inspection.in_workbook
            else _("Correct its [[table]], and take out decided = false."),
            said.location.file,
            said.location.row,
        )


def _kind(said: TableSettings, network: NetworkTables, kind: str) -> str:
    """What a kind of tie of a file is called: a file with one kind alone gives it its own name."""
    return said.layer if said.layer and not network.kind else kind


def _of_kind(said: TableSettings, network: NetworkTables, name: str, column: str) -> SourceTable:
    table = network.tables[name]
    columns = {**table.columns, column: [_kind(said, network, text) for text in table.texts(column)]}
    if name == "ties" and said.wave:
        columns["wave"] = [text or said.wave for text in table.texts("wave")]
    return SourceTable(table.file, columns, table.rows, table.decimal_comma)


def directions_of(read: Sequence[tuple[TableSettings, NetworkTables]]) -> dict[str, Direction]:
    """Give the direction of each kind of tie over all files that have it.

    Parameters
    ----------
    read : sequence of (TableSettings, NetworkTables)
        As in `together`.
    """
    directions: dict[str, Direction] = {}
    for said, network in read:
        for kind, direction in network.directions.items():
            name = _kind(said, network, kind)
            known = directions.get(name)
            certain = [seen for seen in (known, direction) if seen is not None and not seen.in_doubt]
            directions[name] = Direction(any(seen.directed for seen in certain)) if certain else direction
    return directions


def _organizations(tables: Sequence[SourceTable]) -> SourceTable:
    """Every organization once; of an attribute the first text counts."""
    rows: dict[str, dict[str, str]] = {}
    for table in tables:
        for _row, record in table.records():
            known = rows.setdefault(normal(record.get("organization", "")), {})
            for header, text in record.items():
                known.setdefault(header, text)
    headers = dict.fromkeys(header for table in tables for header in table.columns)
    columns = {header: [row.get(header, "") for row in rows.values()] for header in headers}
    return SourceTable(_files(tables), columns, list(range(1, len(rows) + 1)))


def _joined(tables: Sequence[SourceTable], inspection: Inspection) -> SourceTable:
    """The rows of all tables below each other; problems name the file and row that each comes from."""
    if len(tables) == 1:
        return tables[0]
    headers = dict.fromkeys(header for table in tables for header in table.columns)
    columns = {header: [text for table in tables for text in table.texts(header)] for header in headers}
    places = [(table.file, row) for table in tables for row in table.rows]
    file = _files(tables)
    inspection.places[file] = places
    return SourceTable(file, columns, list(range(1, len(places) + 1)), any(table.decimal_comma for table in tables))


def _once(scales: Sequence[SourceTable]) -> SourceTable:
    """Each scale as the first file that has it spells it."""
    steps: dict[str, list[tuple[str, str, str]]] = {}
    for table in scales:
        own: dict[str, list[tuple[str, str, str]]] = {}
        for row in zip(table.texts("scale"), table.texts("value"), table.texts("name"), strict=True):
            own.setdefault(row[0], []).append(row)
        for scale, rows in own.items():
            steps.setdefault(scale, rows)
    rows = [row for of_scale in steps.values() for row in of_scale]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(("scale", "value", "name"))}
    return SourceTable(_files(scales), columns, list(range(1, len(rows) + 1)))


def _files(tables: Sequence[SourceTable]) -> str:
    return listing(dict.fromkeys(table.file for table in tables), "and")
