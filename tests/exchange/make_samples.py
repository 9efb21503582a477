"""Writes one made-up network in every format, as the programs write it: ``python -m tests.exchange.make_samples``.

Six organizations in three sectors; "refers to" runs one way and has a strength, "plans with" runs both ways.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx
import openpyxl

FOLDER = Path(__file__).parent / "samples"
SECTORS = {
    "Mill Street Clinic": "Health",
    "Öresund Library": "Education",
    "Harbor & Sons Fund": "Business",
    "Lakeside School": "Education",
    "Hope Pantry": "Health",
    "Unseen Trust": "Business",
}
REFERS = [
    ("Mill Street Clinic", "Hope Pantry", 3),
    ("Hope Pantry", "Mill Street Clinic", 1),
    ("Lakeside School", "Mill Street Clinic", 2),
    ("Öresund Library", "Lakeside School", 2),
]
PLANS = [("Mill Street Clinic", "Öresund Library", 1), ("Lakeside School", "Harbor & Sons Fund", 2)]
IDS = {name: f"n{number}" for number, name in enumerate(SECTORS)}


def one_kind() -> "nx.DiGraph[str]":
    """The directed kind alone."""
    graph: nx.DiGraph[str] = nx.DiGraph(name="made up")
    for name, sector in SECTORS.items():
        graph.add_node(name, sector=sector)
    for origin, target, weight in REFERS:
        graph.add_edge(origin, target, weight=weight)
    return graph


GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<!-- written by a program -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_sector" for="node" attr.name="sector" attr.type="string"><default>Health</default></key>
  <key id="v_x" for="node" attr.name="x" attr.type="double"/>
  <key id="e_type" for="edge" attr.name="type" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="made up" edgedefault="directed">
{nodes}
{edges}
  </graph>
</graphml>
"""


def graphml() -> str:
    """Both kinds in one file, ties with and without direction."""
    escaped = {name: name.replace("&", "&amp;") for name in SECTORS}
    nodes = [
        f'    <node id="{IDS[name]}"><data key="v_name">{escaped[name]}</data>'
        + ("" if sector == "Health" else f'<data key="v_sector">{sector}</data>')
        + '<data key="v_x">0.5</data></node>'
        for name, sector in SECTORS.items()
    ]
    edges = [
        f'    <edge source="{IDS[origin]}" target="{IDS[target]}"{direction}><data key="e_type">{kind}</data>'
        f'<data key="e_weight">{weight}</data></edge>'
        for kind, direction, ties in (("refers to", "", REFERS), ("plans with", ' directed="false"', PLANS))
        for origin, target, weight in ties
    ]
    return GRAPHML.format(nodes="\n".join(nodes), edges="\n".join(edges))


def gexf() -> str:
    """Gephi's own file: drawn nodes, types of edges, an attribute that is called type."""
    nodes = "".join(
        f'<node id="{IDS[name]}" label="{name.replace("&", "&amp;")}"><attvalues><attvalue for="0" value="{sector}"/>'
        '</attvalues><viz:size value="10.0"/><viz:position x="1" y="2"/><viz:color r="1" g="2" b="3"/></node>'
        for name, sector in SECTORS.items()
    )
    edges = "".join(
        f'<edge id="{kind}{number}" source="{IDS[origin]}" target="{IDS[target]}" type="{direction}" weight="{weight}">'
        f'<attvalues><attvalue for="type" value="{kind}"/></attvalues></edge>'
        for kind, direction, ties in (("refers to", "directed", REFERS), ("plans with", "undirected", PLANS))
        for number, (origin, target, weight) in enumerate(ties)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">'
        "<meta><creator>Gephi 0.10</creator><description>made up</description></meta>"
        '<graph defaultedgetype="mixed" mode="static"><attributes class="node" mode="static">'
        '<attribute id="0" title="sector" type="string"/></attributes><attributes class="edge" mode="static">'
        f'<attribute id="type" title="type" type="string"/></attributes><nodes>{nodes}</nodes><edges>{edges}</edges>'
        "</graph></gexf>"
    )


def pajek() -> str:
    """A project: two relations with arcs and edges, and a partition whose numbers are the sectors."""
    sectors = sorted(set(SECTORS.values()))
    numbers = {name: number for number, name in enumerate(SECTORS, 1)}
    lines = ["*Network made up.net", f"*Vertices {len(SECTORS)}"]
    lines += [f'{numbers[name]} "{name}" 0.1 0.2 0.5 ellipse ic Red' for name in SECTORS]
    lines += ['*Arcs :1 "refers to"', *(f"{numbers[a]} {numbers[b]} {weight}" for a, b, weight in REFERS)]
    lines += ['*Edges :2 "plans with"', *(f"{numbers[a]} {numbers[b]} {weight} c Blue" for a, b, weight in PLANS)]
    lines += ["", "*Partition sector.clu", f"*Vertices {len(SECTORS)}"]
    lines += [str(sectors.index(sector) + 1) for sector in SECTORS.values()]
    return "\r\n".join(lines) + "\r\n"


def dl() -> str:
    """Two whole matrices."""
    names = list(SECTORS)
    lines = [f"dl n = {len(names)}, nm = 2", "format = fullmatrix", "labels:"]
    lines += [f'"{name}"' for name in names]
    lines += ["matrix labels:", '"refers to","plans with"', "data:"]
    for ties, mutual in ((REFERS, False), (PLANS, True)):
        cells = {(a, b): weight for a, b, weight in ties}
        cells |= {(b, a): weight for a, b, weight in ties if mutual}
        lines += [" ".join(str(cells.get((a, b), 0)) for b in names) for a in names]
        lines.append("")
    return "\n".join(lines)


def matrix(separator: str) -> str:
    """The directed kind as a square."""
    cells = {(a, b): weight for a, b, weight in REFERS}
    names = list(SECTORS)
    quoted = [f'"{name}"' for name in names]
    head = separator.join(["" if separator != " " else "   ", *quoted])
    rows = [
        separator.join([q, *(str(cells.get((a, b), 0)) for b in names)]) for q, a in zip(quoted, names, strict=True)
    ]
    return "\n".join([head, *rows]) + "\n"


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], name: str) -> None:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(FOLDER / name)


def tables() -> None:
    """NodeXL, Polinode, Gephi and Kumu."""
    kinds = [("refers to", "directed", REFERS), ("plans with", "undirected", PLANS)]
    edges = [(a, b, kind, way, weight) for kind, way, ties in kinds for a, b, weight in ties]
    both = [(b, a, kind, way, weight) for a, b, kind, way, weight in edges if way == "undirected"]
    workbook(
        {
            "Edges": [
                ["Visual Properties", None, None, "Other Columns", None],
                ["Vertex 1", "Vertex 2", "Color", "Relationship", "Edge Weight"],
                *([a, b, None, kind, weight] for a, b, kind, _way, weight in [*edges, *both]),
            ],
            "Vertices": [
                [None, "Visual Properties", "Graph Metrics", "Other Columns"],
                ["Vertex", "Color", "Degree", "Sector"],
                *([name, "Red", None, sector] for name, sector in SECTORS.items()),
            ],
            "Misc": [["Key", "Value"], ["A", "B"]],
        },
        "nodexl.xlsx",
    )
    workbook(
        {
            "Nodes": [["Name", "Sector"], *([name, sector] for name, sector in SECTORS.items())],
            "Edges": [["Source", "Target", "Relationship", "Weight"],
                      *([a, b, kind, weight] for a, b, kind, _way, weight in [*edges, *both])],
        },
        "polinode.xlsx",
    )  # fmt: skip
    workbook(
        {
            "Elements": [["Label", "Type", "Tags"], *([name, sector, "a|b"] for name, sector in SECTORS.items())],
            "Connections": [["From", "To", "Direction", "Type", "Strength"],
                            *([a, b, way, kind, weight] for a, b, kind, way, weight in edges)],
        },
        "kumu.xlsx",
    )  # fmt: skip
    kumu = {
        "elements": [{"id": IDS[name], "label": name, "type": sector} for name, sector in SECTORS.items()],
        "connections": [{"from": IDS[a], "to": IDS[b], "type": kind, "direction": way, "strength": weight}
                        for a, b, kind, way, weight in edges],
    }  # fmt: skip
    (FOLDER / "kumu.json").write_text(json.dumps(kumu, indent=1))
    backup = {
        "name": "made up",
        "elements": [{"_id": IDS[name], "attributes": {"label": name, "element type": sector}}
                     for name, sector in SECTORS.items()],
        "connections": [{"_id": f"c{number}", "direction": way, "delayed": False, "reversed": False, "from": IDS[a],
                         "to": IDS[b], "attributes": {"connection type": kind, "strength": weight}}
                        for number, (a, b, kind, way, weight) in enumerate(edges)],
        "maps": [],
    }  # fmt: skip
    (FOLDER / "kumu_backup.json").write_text(json.dumps(backup, indent=1))
    (FOLDER / "gephi").mkdir(exist_ok=True)
    nodes = ["Id,Label,Sector", *(f'{IDS[name]},"{name}",{sector}' for name, sector in SECTORS.items())]
    (FOLDER / "gephi" / "nodes.csv").write_text("\n".join(nodes) + "\n")
    lines = [f"{IDS[a]},{IDS[b]},{way.title()},{kind},{weight}" for a, b, kind, way, weight in edges]
    (FOLDER / "gephi" / "edges.csv").write_text("\n".join(["Source,Target,Type,Relationship,Weight", *lines]) + "\n")


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    texts = {
        "igraph.graphml": graphml(), "gephi.gexf": gexf(), "project.paj": pajek(), "matrices.dl": dl(),
        "blanks.txt": matrix(" "), "corner.csv": matrix(","), "networkx.gml": "\n".join(nx.generate_gml(one_kind())),
    }  # fmt: skip
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
    tables()


if __name__ == "__main__":
    main()
