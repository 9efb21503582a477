"""Sticky notes for a whiteboard: a list that Miro, Mural and their like turn into a note a line."""

from stakeholder_graph.exchange.network import NetworkFile, as_text
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables.csv_text import CsvCell, csv_text
from stakeholder_graph.text import N_


def write(network: NetworkFile, stem: str) -> Files:
    """Write a note for each organization, with its sector and the colour of its sector.

    Parameters
    ----------
    network : NetworkFile
        Of any waves.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> nodes = (NetworkNode("Zoo", {"sector": "Arts"}, colour="#0072B2"),)
    >>> print(write(NetworkFile("Ours", nodes, (), (), ("2025",)), "stickies")["stickies.csv"])
    text,group,colour
    Zoo,Arts,#0072B2
    <BLANKLINE>
    """
    rows: list[list[CsvCell]] = [["text", "group", "colour"]]
    for node in network.nodes:
        sector = node.attributes.get("sector")
        rows.append([node.name, "" if sector is None else as_text(sector), node.colour])
    return {f"{stem}.csv": csv_text(rows)}


WRITER = NetworkWriter(
    "stickies",
    N_("Sticky notes (CSV)"),
    ".csv",
    write,
    waves=True,
    types=False,
    colours=True,
    edges=False,
)
