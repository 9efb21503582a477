# ruff: noqa: E501
"""Tables that lie beside ties."""

from tests.front_door.files import Text, table
from tests.front_door.layout import layout
from tests.front_door.partnership import nodes, pairs

layout("nodes, edges and a dictionary", {"nodes.csv": table(nodes("id", "name", "sector")), "edges.csv": table(pairs("source", "target", ids=True)), "codebook.csv": Text("variable,description\nsource,who says so\ntarget,of whom\n")})  # fmt: skip
layout("nodes, edges and contacts", {"nodes.csv": table(nodes("id", "name", "sector")), "edges.csv": table(pairs("source", "target", ids=True)), "contacts.csv": table([["First name", "Last name", "Email"], ["Ada", "Gem", "ada@example.org"], ["Lee", "Kay", "lee@example.org"]])})  # fmt: skip
layout(
    "ties and notes",
    {"partners.csv": table(pairs("From", "To")), "notes.txt": Text("Sent out in March.\nTwo reminders.\n")},
)
