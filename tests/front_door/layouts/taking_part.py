# ruff: noqa: E501
"""What organizations take part in, with ties and without."""

from tests.front_door.files import Book, table
from tests.front_door.layout import NO_TIES, layout
from tests.front_door.partnership import IDS, NAMES, PARTS, listed, nodes, pairs

layout("organizations and affiliations", {"organizations.csv": table(listed("organization", "sector")), "affiliations.csv": table([["organization", "kind", "item"], *([a, "activity", p] for a, p in PARTS)])}, ties=NO_TIES, items=3)  # fmt: skip
layout("list of projects alone", {"projects.csv": table([["Organization", "Project"], *PARTS])}, ties=NO_TIES, items=3)
layout("list of teams beside organizations", {"members.csv": table(listed("Organization", "Sector")), "teams.csv": table([["Member", "Team"], *PARTS])}, ties=NO_TIES, items=3)  # fmt: skip
layout("table of projects, a column each", {"projects.csv": table([["Organization", "Project A", "Project B", "Project C"], *([n, *("x" if (n, f"Project {p}") in PARTS else "" for p in "ABC")] for n in NAMES)])}, ties=NO_TIES, items=3)  # fmt: skip
layout("table of outcomes, in a workbook with organizations", {"work.xlsx": Book({"Organizations": listed("Name", "Sector"), "Outcomes": [["Name", "Reading", "Health", "Housing"], *([n, *(int((n, f"Project {p}") in PARTS) for p in "ABC")] for n in NAMES)]})}, ties=NO_TIES, items=3)  # fmt: skip
layout("ties and projects", {"nodes.csv": table(nodes("id", "name", "sector")), "edges.csv": table(pairs("source", "target", ids=True)), "projects.csv": table([["id", "project"], *([IDS[a], p] for a, p in PARTS)])}, items=3)  # fmt: skip
