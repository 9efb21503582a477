"""Drafts the settings of a folder with several network files, or with a network and other tables."""

from dataclasses import replace
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.networks.as_tables import NetworkTables
from stakeholder_graph.survey.networks.direction import Direction
from stakeholder_graph.survey.networks.draft import network_organizations
from stakeholder_graph.survey.networks.locate import is_network, looks_like_network, only_network
from stakeholder_graph.survey.networks.read import read_network
from stakeholder_graph.survey.networks.several import apart, directions_of, together
from stakeholder_graph.survey.roles.draft import FolderTables, draft_tables
from stakeholder_graph.survey.roles.table_role import USED, TableRole
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import LayerSettings, Settings
from stakeholder_graph.survey.settings.tables import TableSettings
from stakeholder_graph.text import _


def with_rounds_or_kinds(folder: Path, tables: FolderTables) -> FolderTables:
    """Add the network files of a folder, and say of several whether they are rounds or kinds of tie.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    tables : FolderTables
        As looked at.
    """
    known = {role.file for role in tables.roles}
    by_stem: dict[str, list[Path]] = {}
    for path in shown_files(folder):
        if path.name not in known and looks_like_network(path) and is_network(path):
            by_stem.setdefault(path.stem.casefold(), []).append(path)
    richest = [only_network(paths, folder, Inspection()) for paths in by_stem.values()]
    why = _("A network program wrote it.")
    added = [TableRole(path.name, "", "network", {}, why, sure=True) for path in richest if path is not None]
    return replace(tables, roles=tuple(apart([*tables.roles, *added])))


def are_several(tables: FolderTables) -> bool:
    """Whether a folder holds several networks, or one and other tables, and no export of a survey tool.

    Parameters
    ----------
    tables : FolderTables
        As looked at.
    """
    networks = sum(role.role == "network" for role in tables.roles)
    others = any(role.role in USED and role.role != "contacts" for role in tables.roles)
    answers = any(role.role == "answers" and role.sure for role in tables.roles)
    return not answers and "ties" not in tables.plain and (networks > 1 or (networks == 1 and others))


def draft_with_networks(folder: Path, tables: FolderTables) -> tuple[Draft, dict[str, Direction]]:
    """Draft the settings from networks and the tables beside them.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    tables : FolderTables
        As confirmed.

    Returns
    -------
    (Draft, dict of str to Direction)
        As `draft_tables` gives them.

    Raises
    ------
    SurveyError
        If a network or a table cannot be read.
    """
    inspection = Inspection()
    said = [role.settings() for role in tables.roles]
    read = [(entry, network) for entry in said if entry.role == "network"
            if (network := _read(folder, entry, inspection)) is not None]  # fmt: skip
    inspection.verdict()
    others = tuple(role for role in tables.roles if role.role != "network")
    draft, directions = draft_tables(replace(tables, roles=others))
    directions = {**directions_of(read), **directions}
    layers = {
        kind: LayerSettings(directed=None if direction.in_doubt else direction.directed)
        for kind, direction in directions.items()
    }
    frames = dict(draft.tables)
    listed = any(role.role == "organizations" for role in others) or "organizations" in tables.plain
    if read and not listed:
        sector = next((network.sector for _entry, network in read if network.sector), "")
        merged = replace(read[0][1], tables=together(read, inspection), sector=sector)
        frames["organizations"] = network_organizations(merged)
    settings = draft.settings.model_copy(update={"table": tuple(said), "layers": layers})
    return replace(draft, settings=settings, tables=frames), directions


def _read(folder: Path, said: TableSettings, inspection: Inspection) -> NetworkTables | None:
    return read_network(folder / said.file, said.file, Settings(), inspection)
