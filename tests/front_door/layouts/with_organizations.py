# ruff: noqa: E501
"""Organizations beside their ties."""

from tests.front_door.files import Book, table
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, KINDS, SECTORS, TWO_KINDS, listed, nodes, pairs

layout("nodes and edges, by id", {"nodes.csv": table(nodes("id", "name", "category")), "edges.csv": table(pairs("source", "target", ids=True))})  # fmt: skip
layout("nodes and edges, Id and Label", {"nodes.csv": table(nodes("Id", "Label", "Type")), "edges.csv": table(pairs("Source", "Target", "Weight", ids=True, value=True))})  # fmt: skip
layout("nodes and edges, sheets of a workbook", {"network.xlsx": Book({"nodes": listed("id", "sector"), "edges": pairs("from", "to", "weight", value=True)})})  # fmt: skip
layout("nodes and edges, ids in a workbook", {"network.xlsx": Book({"Nodes": nodes("id", "name", "sector"), "Edges": pairs("from", "to", ids=True)})})  # fmt: skip
layout("nodes and edges, kinds of tie", {"nodes.csv": table(nodes("id", "name", "category")), "edges.csv": table([["source", "target", "relationship_type"], *([IDS[a], IDS[b], k] for a, b, k in KINDS)])}, ties=TWO_KINDS)  # fmt: skip
layout("nodes and edges, workbook and file", {"members.xlsx": Book({"Members": nodes("Code", "Agency", "Sector")}), "links.csv": table(pairs("From", "To", ids=True))})  # fmt: skip
layout("organizations and a list", {"organizations.csv": table(listed("organization", "sector")), "links.csv": table(pairs("From", "To"))})  # fmt: skip
layout("organizations with acronyms, ties by them", {"organizations.csv": table([["organization", "acronym", "sector"], *([n, IDS[n], s] for n, s in SECTORS.items())]), "ties.csv": table(pairs("from", "to", ids=True))})  # fmt: skip
layout("organizations called members", {"members.csv": table(listed("Member", "Group")), "partners.csv": table(pairs("From", "To"))})  # fmt: skip
layout("sheets under our own names", {"survey.xlsx": Book({"organizations": listed("organization", "sector"), "ties": pairs("from", "to")})})  # fmt: skip
layout("organizations without a tie", {"nodes.csv": table([*nodes("id", "name", "sector"), ["IVY", "Ivy Trust", "Funder"]]), "edges.csv": table(pairs("source", "target", ids=True))}, organizations=9, possible=72)  # fmt: skip
