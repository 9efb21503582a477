# ruff: noqa: E501
"""Files of tools that draw maps: Kumu, Polinode, NodeXL, Gephi."""

import json

from tests.front_door.files import Book, Text, table
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, KINDS, MUTUAL, SECTORS, TIES, TWO_KINDS, Rows, listed, nodes


def in_json(name: str) -> str:
    """A name between the quotation marks of JSON."""
    return json.dumps(name, ensure_ascii=False)[1:-1]


KUMU_ELEMENTS: Rows = [["Label", "Type", "Tags", "Description"], *([n, s, "a|b", ""] for n, s in SECTORS.items())]
KUMU: Rows = [["From", "To", "Direction", "Type"], *([a, b, "directed", k] for a, b, k in KINDS)]
BLUEPRINT = {
    "elements": [{"id": IDS[n], "label": n, "type": s} for n, s in SECTORS.items()],
    "connections": [
        {"id": f"c{i}", "from": IDS[a], "to": IDS[b], "type": k, "direction": "directed"}
        for i, (a, b, k) in enumerate(KINDS)
    ],
}
BACKUP = {
    "name": "Map", "elements": [{"_id": IDS[n], "attributes": {"label": n, "element type": s}} for n, s in SECTORS.items()],
    "connections": [{"_id": f"c{i}", "from": IDS[a], "to": IDS[b], "direction": "directed", "attributes": {"connection type": k}} for i, (a, b, k) in enumerate(KINDS)],
    "maps": [],
}  # fmt: skip
VERTEX: Rows = [["Vertex", "Color", "Sector"], *([n, "Red", s] for n, s in SECTORS.items())]

layout("Kumu, workbook", {"kumu.xlsx": Book({"Elements": KUMU_ELEMENTS, "Connections": KUMU})}, ties=TWO_KINDS)
layout(
    "Kumu, workbook without kinds of tie",
    {
        "kumu.xlsx": Book(
            {
                "Elements": KUMU_ELEMENTS,
                "Connections": [["From", "To", "Direction"], *([a, b, "mutual"] for a, b in MUTUAL)],
            }
        )
    },
    ties={"collaboration": 8},
    possible=28,
)
layout("Kumu, JSON of a blueprint", {"kumu.json": Text(json.dumps(BLUEPRINT, indent=1), in_json)}, ties=TWO_KINDS)
layout("Kumu, backup of a project", {"project.json": Text(json.dumps(BACKUP), in_json)}, ties=TWO_KINDS)
layout(
    "Polinode, workbook",
    {
        "polinode.xlsx": Book(
            {"Nodes": listed("Name", "Sector"), "Edges": [["Source", "Target", "Relationship"], *KINDS]}
        )
    },
    ties=TWO_KINDS,
)
layout("NodeXL, workbook", {"nodexl.xlsx": Book({
    "Edges": [["Visual Properties", None, None, None], ["Vertex 1", "Vertex 2", "Color", "Edge Weight"], *([a, b, None, n] for a, b, n in TIES)],
    "Vertices": [["Visual Properties", None, None], *VERTEX]}, shuffled=False)})  # fmt: skip
layout(
    "Gephi, edges alone",
    {"edges.csv": table([["Source", "Target", "Type", "Weight"], *([a, b, "Directed", n] for a, b, n in TIES)])},
)
layout(
    "Gephi, tables of nodes and edges",
    {
        "nodes.csv": table(nodes("Id", "Label", "Sector")),
        "edges.csv": table(
            [
                ["Source", "Target", "Type", "Id", "Label", "Weight"],
                *([IDS[a], IDS[b], "Directed", i, "", n] for i, (a, b, n) in enumerate(TIES)),
            ]
        ),
    },
)
layout(
    "Gephi, both tables in a workbook",
    {
        "gephi.xlsx": Book(
            {
                "Nodes": nodes("Id", "Label", "Sector"),
                "Edges": [
                    ["Source", "Target", "Type", "Weight"],
                    *([IDS[a], IDS[b], "Directed", n] for a, b, n in TIES),
                ],
            }
        )
    },
)
NODE_LINK = {
    "directed": True,
    "nodes": [{"id": IDS[n], "label": n, "sector": s} for n, s in SECTORS.items()],
    "links": [{"source": IDS[a], "target": IDS[b], "weight": n} for a, b, n in TIES],
}
layout("JSON of nodes and links", {"network.json": Text(json.dumps(NODE_LINK, indent=1), in_json)})
