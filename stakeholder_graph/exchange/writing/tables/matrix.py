"""Adjacency matrices: a cell for each ordered pair, with NA for what was not asked or not answered."""

import math

from stakeholder_graph.exchange.network import NetworkFile
from stakeholder_graph.exchange.writing.network_writer import Files, NetworkWriter
from stakeholder_graph.exchange.writing.tables.csv_text import CsvCell, csv_text
from stakeholder_graph.text import N_

#: What R, and nearly every program after it, reads as "not known".
_NOT_KNOWN = "NA"
#: A square of more organizations than this is no file that anybody opens.
MOST_NODES = 3_000


def write(network: NetworkFile, stem: str) -> Files:
    """Write one kind of tie of one wave: who reported it in the row, about whom in the column.

    Parameters
    ----------
    network : NetworkFile
        With a matrix of that wave and kind of tie.
    stem : str
        The name of the file without its ending.

    Examples
    --------
    >>> import numpy as np
    >>> from stakeholder_graph.exchange.network import NetworkNode
    >>> cells = {("2025", "contact"): lambda: np.array([[np.nan, 2.0], [np.nan, np.nan]])}
    >>> nodes = NetworkNode("Zoo"), NetworkNode("YMCA")
    >>> print(write(NetworkFile("Ours", nodes, (), ("contact",), ("2025",), matrices=cells), "ours")["ours.csv"])
    ,Zoo,YMCA
    Zoo,0,2
    YMCA,NA,0
    <BLANKLINE>
    """
    cells = network.matrices[network.waves[0], network.layers[0]]()
    names = [node.name for node in network.nodes]
    rows: list[list[CsvCell]] = [["", *names]]
    for place, name in enumerate(names):
        values: list[CsvCell] = [_NOT_KNOWN if math.isnan(cell) else float(cell) for cell in cells[place]]
        values[place] = 0  # nobody is asked about itself
        rows.append([name, *values])
    return {f"{stem}.csv": csv_text(rows)}


WRITER = NetworkWriter(
    "matrix",
    N_("A matrix (CSV)"),
    ".csv",
    write,
    layers=False,
    node_attributes=False,
    edge_attributes=False,
    asked=True,
    blank_strengths=False,
    most_nodes=MOST_NODES,
)
