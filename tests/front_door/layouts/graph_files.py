# ruff: noqa: E501
"""Files of network programs."""

from xml.sax.saxutils import escape

from tests.front_door.files import Text
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, KINDS, MUTUAL, NAMES, SECTORS, TIES, TWO_KINDS, Rows

NUMBER = {name: number for number, name in enumerate(NAMES, 1)}
GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="sector" attr.type="string"/>
  <key id="d2" for="edge" attr.name="{attribute}" attr.type="{type}"/>
  <graph edgedefault="{direction}">
{nodes}
{edges}
  </graph>
</graphml>
"""


def doubled(name: str) -> str:
    """A name between quotation marks, where those inside are doubled."""
    return name.replace('"', '""')


def in_gml(name: str) -> str:
    """A name as GML has it."""
    return "".join(c if " " <= c < "\x7f" and c not in '&"' else f"&#{ord(c)};" for c in name)


def graphml(edges: Rows, attribute: str = "weight", type_: str = "int", direction: str = "directed") -> Text:
    """A GraphML file."""
    nodes = [
        f'    <node id="{IDS[n]}"><data key="d0">{n}</data><data key="d1">{s}</data></node>' for n, s in SECTORS.items()
    ]
    lines = [
        f'    <edge source="{IDS[str(a)]}" target="{IDS[str(b)]}"><data key="d2">{v}</data></edge>' for a, b, v in edges
    ]
    text = GRAPHML.format(
        attribute=attribute, type=type_, direction=direction, nodes="\n".join(nodes), edges="\n".join(lines)
    )
    return Text(text, escape)


def gexf(kinds: bool) -> Text:
    """A GEXF file of Gephi."""
    nodes = "\n".join(
        f'<node id="{IDS[n]}" label="{n}"><attvalues><attvalue for="0" value="{s}"/></attvalues></node>'
        for n, s in SECTORS.items()
    )
    edges = "\n".join(
        f'<edge id="{i}" source="{IDS[str(a)]}" target="{IDS[str(b)]}" weight="1.0"'
        + (f' kind="{k}"/>' if kinds else "/>")
        for i, (a, b, k) in enumerate(KINDS)
    )
    return Text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        '<graph defaultedgetype="directed" mode="static">\n<attributes class="node" mode="static">'
        f'<attribute id="0" title="sector" type="string"/></attributes>\n<nodes>\n{nodes}\n</nodes>\n<edges>\n{edges}\n</edges>\n</graph>\n</gexf>\n',
        lambda name: escape(name, {'"': "&quot;"}),
    )


def gml(directed: bool = True) -> Text:
    """A GML file as networkx writes it."""
    ties = [(a, b, n) for a, b, n in TIES] if directed else [(a, b, 1) for a, b in MUTUAL]
    nodes = [f'  node [\n    id {NUMBER[n]}\n    label "{n}"\n    sector "{s}"\n  ]' for n, s in SECTORS.items()]
    edges = [
        f"  edge [\n    source {NUMBER[str(a)]}\n    target {NUMBER[str(b)]}\n    weight {v}\n  ]" for a, b, v in ties
    ]
    return Text("\n".join(["graph [", f"  directed {int(directed)}", *nodes, *edges, "]"]) + "\n", in_gml)


def pajek(head: str = "*Arcs", ties: Rows | None = None) -> Text:
    """A Pajek network."""
    lines = [f"*Vertices {len(NAMES)}", *(f'{NUMBER[n]} "{n}" 0.1 0.2 0.5' for n in NAMES), head]
    lines += [" ".join([str(NUMBER[str(a)]), str(NUMBER[str(b)]), *map(str, v)]) for a, b, *v in ties or TIES]
    return Text("\n".join(lines) + "\n", lambda name: name.replace('"', "'"))


def dl(head: str, data: list[str]) -> Text:
    """A DL file of UCINET."""
    return Text(
        "\n".join([head, "labels:", ",".join(f'"{n}"' for n in NAMES), "data:", *data]) + "\n",
        lambda name: name.replace('"', "'"),
    )


MATRIX = [" ".join(str({(a, b): n for a, b, n in TIES}.get((a, b), 0)) for b in NAMES) for a in NAMES]
EDGES = [f"{NUMBER[a]} {NUMBER[b]} {n}" for a, b, n in TIES]
NODELIST = [
    " ".join([str(NUMBER[a]), *(str(NUMBER[b]) for c, b, _n in TIES if c == a)])
    for a in dict.fromkeys(t[0] for t in TIES)
]
TIE_ROWS: Rows = [list(tie) for tie in TIES]

layout("GraphML", {"network.graphml": graphml(TIE_ROWS)})
layout("GraphML, kinds of tie", {"network.graphml": graphml(KINDS, "relation", "string")}, ties=TWO_KINDS)
layout(
    "GraphML, ties without direction",
    {"network.graphml": graphml([[*tie, 1] for tie in MUTUAL], direction="undirected")},
    ties={"collaboration": 8},
    possible=28,
)
layout("GEXF", {"network.gexf": gexf(kinds=False)})
layout("GEXF, kinds of tie", {"network.gexf": gexf(kinds=True)}, ties=TWO_KINDS)
layout("GML", {"network.gml": gml()})
layout("GML, ties without direction", {"network.gml": gml(directed=False)}, ties={"collaboration": 8}, possible=28)
layout("Pajek, arcs", {"network.net": pajek()})
layout(
    "Pajek, edges", {"network.net": pajek("*Edges", [[*tie] for tie in MUTUAL])}, ties={"collaboration": 8}, possible=28
)
layout(
    "Pajek, two relations",
    {
        "network.net": Text(
            pajek('*Arcs :1 "funds"', [k[:2] for k in KINDS if k[2] == "funds"]).text
            + '*Arcs :2 "refers to"\n'
            + "\n".join(f"{NUMBER[a]} {NUMBER[b]}" for a, b, k in KINDS if k == "refers to")
            + "\n",
            lambda name: name.replace('"', "'"),
        )
    },
    ties=TWO_KINDS,
)
layout("UCINET DL, full matrix", {"network.dl": dl(f"dl n={len(NAMES)} format=fullmatrix", MATRIX)})
layout("UCINET DL, edge list", {"network.dl": dl(f"dl n={len(NAMES)} format=edgelist1", EDGES)})
layout("UCINET DL, node list", {"network.dl": dl(f"dl n={len(NAMES)} format=nodelist1", NODELIST)})
layout("UCINET DL, in a text file", {"network.txt": dl(f"dl\nn={len(NAMES)}\nformat = fullmatrix", MATRIX)})
layout(
    "matrix with blanks between",
    {
        "network.txt": Text(
            "\n".join(
                [
                    " ".join(["   ", *(f'"{n}"' for n in NAMES)]),
                    *(f'"{n}" {row}' for n, row in zip(NAMES, MATRIX, strict=True)),
                ]
            )
            + "\n",
            lambda name: name.replace('"', "'"),
        )
    },
    varied="no commas",
)
layout(
    "a network beside its organizations", {"network.graphml": graphml(TIE_ROWS), "notes.txt": Text("Drawn in Gephi.\n")}
)
