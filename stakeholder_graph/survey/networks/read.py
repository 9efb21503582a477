"""Reads the network file of a partnership into its settings and tables, and says how it was understood."""

from collections.abc import Mapping
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.as_tables import NetworkTables, network_tables
from stakeholder_graph.survey.networks.direction import Direction
from stakeholder_graph.survey.networks.locate import ENDINGS, format_of, open_with_nodes
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import LayerSettings, Settings
from stakeholder_graph.survey.settings.remedies import is_stated, set_direction, set_of_network
from stakeholder_graph.survey.settings.tables import NetworkSettings
from stakeholder_graph.survey.settings.workbook.sheets import OUR_WORKBOOKS
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n, listing


def read_network(
    path: Path, file: str, settings: Settings, inspection: Inspection, scales: SourceTable | None = None
) -> NetworkTables | None:
    """Read a network file.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    settings : Settings
        May say more of it.
    inspection : Inspection
        Takes problems and advice.
    scales : SourceTable, optional
        Scales that are known: strengths of a kind of tie with the name of one are on it.

    Returns
    -------
    NetworkTables or None
        None where it cannot be read; the inspection then holds why.
    """
    before = len(inspection.problems)
    name_attribute = settings.network.name if settings.network else ""
    opened = open_with_nodes(path, file, inspection, name_attribute, settings.encoding)
    if opened is None:
        return None
    graph_format = format_of(opened)
    if graph_format is None:
        inspection.wrong(
            _("The file is no network of a kind that is known."),
            _("Save it in its program as GraphML, GEXF, GML, Pajek or CSV."),
            file,
        )
        return None
    graph = graph_format.read(opened, inspection)
    if len(inspection.problems) > before:
        return None
    if not graph.nodes:
        inspection.wrong(_("The network has no nodes."), _("Save it again in the program it comes from."), file)
        return None
    named = scales.texts("scale") if scales is not None else ()
    return network_tables(graph, graph_format, opened, settings, inspection, named)


def with_network(
    path: Path,
    file: str,
    settings: Settings,
    tables: Mapping[str, SourceTable],
    inspection: Inspection,
    *,
    named_alone: bool = False,
) -> tuple[Settings, dict[str, SourceTable]]:
    """Add the network file to what is known of a partnership.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    settings : Settings
        Of the partnership; what they say counts.
    tables : mapping of str to SourceTable
        The plain files beside it: a list of organizations among them stands for the nodes.
    inspection : Inspection
        Takes problems, advice and open decisions.
    named_alone : bool
        Whether the user named this file and no folder, so that it names the partnership too.

    Returns
    -------
    (Settings, dict of str to SourceTable)
        With the directions of the kinds of tie, the sector, and the network's tables.
    """
    network = read_network(path, file, settings, inspection, tables.get("scales"))
    if network is None:
        return settings, dict(tables)
    listed = "organizations" in tables
    if not named_alone:
        _note_unread(path, network, tables, inspection)
    _say_how_it_was_read(network, file, settings, listed, inspection)
    _ask_about_direction(network, file, settings, inspection)
    update: dict[str, object] = {"layers": with_directions(settings, network.directions)}
    update["directed"] = any(direction.directed for direction in network.directions.values())
    if network.sector and not listed:
        update["sector"] = network.sector
    if settings.network is None:
        update["network"] = NetworkSettings(file=file)
    if not settings.name and (network.title or named_alone):
        update["name"] = network.title or path.stem
    said = settings.model_copy(update=update).located(settings.location.file or SETTINGS_FILE)
    return said, {**network.tables, **tables, **with_scales(network.tables, tables)}


def _note_unread(path: Path, network: NetworkTables, tables: Mapping[str, SourceTable], inspection: Inspection) -> None:
    """Advise on each other file of the folder that could hold something and is not read."""
    read = {path.name, network.nodes_file, SETTINGS_FILE, *OUR_WORKBOOKS, *(table.file for table in tables.values())}
    files = sorted(other for other in path.parent.iterdir() if other.is_file() and other.name[0] not in "~.")
    for other in files:
        if other.name not in read and other.stem != path.stem and other.suffix.casefold() in ENDINGS:
            inspection.advise(
                _("The file is not read, because {network} holds the network.", network=path.name),
                _("You need do nothing, unless it holds something that you need; then put it into {network}.",
                  network=path.name),
                other.name,
            )  # fmt: skip


def with_scales(drawn: Mapping[str, SourceTable], tables: Mapping[str, SourceTable]) -> dict[str, SourceTable]:
    """Give the scales of networks beside those of the partnership, where there are both.

    Parameters
    ----------
    drawn : mapping of str to SourceTable
        The tables of networks.
    tables : mapping of str to SourceTable
        What is known besides.
    """
    ours, theirs = tables.get("scales"), drawn.get("scales")
    if ours is None or theirs is None:
        return {}
    columns = {name: [*ours.texts(name), *theirs.texts(name)] for name in ("scale", "value", "name", "tie", "hours")}
    return {"scales": SourceTable(ours.file, columns, [*ours.rows, *theirs.rows], ours.decimal_comma)}


def with_directions(settings: Settings, directions: Mapping[str, Direction]) -> dict[str, LayerSettings]:
    """Give the layers of the settings, each kind of tie with its direction.

    Parameters
    ----------
    settings : Settings
        Of the partnership.
    directions : mapping of str to Direction
        By kind of tie.
    """
    layers = dict(settings.layers)
    spelled = {normal(name): name for name in layers}
    for kind, direction in directions.items():
        name = spelled.get(normal(kind), kind)
        layers[name] = layers.get(name, LayerSettings()).model_copy(update={"directed": direction.directed})
    return layers


def network_in_words(network: NetworkTables, *, sector_wanted: bool) -> str:
    """Say what was taken for what.

    Parameters
    ----------
    network : NetworkTables
        As read.
    sector_wanted : bool
        Whether its nodes say the sector, and neither a list nor the settings.
    """
    organizations, ties = network.tables["organizations"], network.tables["ties"]
    kinds = listing((_directed_in_words(kind, said.directed) for kind, said in network.directions.items()), "and")
    sentences = [
        _(
            "The file is read as a network ({format}): {organizations}, {ties}.",
            format=network.format,
            organizations=_n("{count} organization", "{count} organizations", len(organizations)),
            ties=_n("{count} tie", "{count} ties", len(ties)),
        )
    ]
    if network.kind:
        sentences.append(_("Kinds of tie are in “{attribute}”: {names}.", attribute=network.kind, names=kinds))
    elif network.directions:
        sentences.append(_("All ties are of one kind, {kind}.", kind=kinds))
    if network.strength:
        sentences.append(_("The strength of a tie is “{attribute}”.", attribute=network.strength))
    if sector_wanted and network.sector:
        sentences.append(_("The sector is “{attribute}”.", attribute=network.sector))
    elif sector_wanted:
        sentences.append(_("No attribute of organizations has the name of a sector."))
    return " ".join(sentences)


def _say_how_it_was_read(
    network: NetworkTables, file: str, settings: Settings, listed: bool, inspection: Inspection
) -> None:
    """One note that says what was taken for what, and how to choose otherwise."""
    todo = (
        _(
            'To choose otherwise, write {settings} beside the file, with lines such as: network = "{file}", '
            'sector = "...", directed = false.',
            settings=SETTINGS_FILE,
            file=file,
        )
        if settings.network is None
        else set_of_network(inspection)
    )
    words = network_in_words(network, sector_wanted=not listed and settings.sector == "sector")
    inspection.advise(words, todo, file)


def _directed_in_words(kind: str, directed: bool) -> str:
    return _("“{kind}” (one way)", kind=kind) if directed else _("“{kind}” (both ways)", kind=kind)


def _ask_about_direction(network: NetworkTables, file: str, settings: Settings, inspection: Inspection) -> None:
    for kind, direction in network.directions.items():
        if direction.in_doubt:
            inspection.decide(
                _(
                    "No tie of “{kind}” is returned, and the file does not say whether its ties have a direction; they "
                    "count as both ways.",
                    kind=kind,
                ),
                set_direction(kind, inspection, "" if settings.network else file, stated=is_stated(kind, settings)),
                file,
            )
