"""Drafts survey settings from a network file: what it was read as, its organizations, and its kinds of tie."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.networks.as_tables import NetworkTables
from stakeholder_graph.survey.networks.locate import is_network, networks_in, only_network
from stakeholder_graph.survey.networks.read import network_in_words, read_network
from stakeholder_graph.survey.plain.families import TABLES
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import LayerSettings, Settings
from stakeholder_graph.survey.settings.tables import NetworkSettings
from stakeholder_graph.text import _

#: So many ties show how a file was understood.
_SHOWN = 3


def network_among(exports: Sequence[Path]) -> Path | None:
    """Give the network file where that is what settings are to be drafted from.

    Parameters
    ----------
    exports : sequence of Path
        As the user names them.
    """
    return exports[0] if len(exports) == 1 and is_network(exports[0]) else None


def network_in(folder: Path) -> Path | None:
    """Give the network file of a folder; of several the first by name, since the user can name another.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    """
    paths = networks_in(folder, ()) if folder.is_dir() else []
    return only_network(paths, folder, Inspection()) or next(iter(paths), None)


def draft_network(path: Path, file: str) -> Draft:
    """Draft the settings of a partnership from a network file.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How the settings name it.

    Returns
    -------
    Draft
        Its organizations with sector and attributes, and each kind of tie with its direction, if it is known.

    Raises
    ------
    SurveyError
        If the file cannot be read.
    """
    network = _read(path)
    directions = network.directions
    layers = {
        kind: LayerSettings(directed=None if said.in_doubt else said.directed) for kind, said in directions.items()
    }
    settings = Settings(
        name=network.title,
        network=NetworkSettings(file=file),
        directed=any(said.directed or said.in_doubt for said in directions.values()),
        layers=layers,
    )
    listed = any((path.parent / f"organizations{ending}").is_file() for ending in TABLES)
    return Draft(settings, tables={} if listed else {"organizations": network_organizations(network)})


def network_preview(path: Path) -> list[str]:
    """Say how a network file is understood: in a sentence, and by its first ties.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    SurveyError
        If the file cannot be read.
    """
    network = _read(path)
    ties = network.tables["ties"]
    lines = [network_in_words(network, sector_wanted=True)]
    for _row, tie in islice(ties.records(), _SHOWN):
        mutual = not network.directions[tie["layer"]].directed
        shown = _("{a} and {b}", a=tie["from"], b=tie["to"]) if mutual else f"{tie['from']} → {tie['to']}"
        strength = f", {tie['value']}" if tie.get("value") else ""
        lines.append(f"  {shown}: {tie['layer']}{strength}")
    return lines


def network_lines(folder: Path, file: str) -> list[str]:
    """Say what the first ties of a network mean.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    file : str
        The network.
    """
    network = read_network(folder / file, file, Settings(), Inspection())
    if network is None:
        return []
    records = islice(network.tables["ties"].records(), _SHOWN)
    return [
        ", ".join(
            filter(None, (_("{a} works with {b}", a=tie["from"], b=tie["to"]), tie["layer"], tie.get("value", "")))
        )
        for _row, tie in records
    ]


def _read(path: Path) -> NetworkTables:
    inspection = Inspection()
    network = read_network(path, path.name, Settings(), inspection)
    if network is None:
        inspection.verdict()
        raise AssertionError  # a network that cannot be read has a problem
    return network


def network_organizations(network: NetworkTables) -> pd.DataFrame:
    """Give the organizations as the workbook lists them: sector and role after the name, then the attributes.

    Parameters
    ----------
    network : NetworkTables
        As read.
    """
    table = network.tables["organizations"]
    columns = dict(table.columns)
    sector = columns.pop(network.sector, [""] * len(table)) if network.sector else [""] * len(table)
    taken = {header.casefold(): header for header in columns}
    for own in ("sector", "role"):
        if own in taken:
            columns[_("{attribute} in the file", attribute=own)] = columns.pop(taken[own])
    names = columns.pop("organization")
    head = {"organization": names, "sector": sector, "role": [""] * len(names)}
    return pd.DataFrame({**head, **columns}, dtype="str")
