# ruff: noqa: E501
"""The layouts in which people have their ties, each with the right numbers: organizations, ties by kind, density."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.front_door.partnership import (
    IDS,
    NAMES,
    OFTEN,
    PARTS,
    SECTORS,
    TIES,
    Rows,
    book,
    listed,
    nodes,
    pairs,
    square,
    text,
)

Content = str | bytes | Mapping[str, Rows]
"""The text of a file, its bytes, or the sheets of a workbook."""


@dataclass(frozen=True)
class Layout:
    """One input as somebody has it.

    Parameters
    ----------
    name : str
        What it is called in the table of layouts.
    files : mapping of str to content
        What lies in the folder.
    organizations : int
        How many there are.
    ties : mapping of str to int
        Ties by kind, in the latest round; pairs where they have no direction.
    possible : int
        Dyads that are known; pairs where ties have no direction.
    items : int
        How many activities, outcomes and teams there are.
    waves : int
        How many rounds.
    """

    name: str
    files: Mapping[str, Content]
    organizations: int = 8
    ties: Mapping[str, int] = field(default_factory=lambda: {"collaboration": 10})
    possible: int = 56
    items: int = 0
    waves: int = 1

    def write(self, folder: Path) -> Path:
        """Put the files into a folder."""
        for name, content in self.files.items():
            path = folder / name
            if isinstance(content, bytes):
                path.write_bytes(content)
            elif isinstance(content, str):
                path.write_text(content, "utf-8")
            else:
                book(path, content)
        return folder


LAYOUTS: dict[str, Layout] = {}


def layout(name: str, files: Mapping[str, Content], **right: object) -> None:
    """Add one to the table."""
    assert name not in LAYOUTS
    LAYOUTS[name] = Layout(name, files, **right)  # type: ignore[arg-type]


NONE: dict[str, int] = {}
KINDS = [[a, b, "funds" if n == 1 else "refers to"] for a, b, n in TIES]
TWO_KINDS = {"funds": 3, "refers to": 7}
MUTUAL = [[a, b] for a, b, _n in TIES[:2] + TIES[3:7] + TIES[8:]]

# Lists of ties.
layout("tie list, From and To", {"partners.csv": text(pairs("From", "To"))})
layout("tie list, To before From", {"list.csv": text([["To", "From"], *([b, a] for a, b, _n in TIES)])})
layout("tie list, source and target", {"links.csv": text(pairs("source", "target"))})
layout("tie list, Sender and Receiver", {"data.csv": text(pairs("Sender", "Receiver"))})
layout("tie list, ego and alter", {"egos.csv": text(pairs("ego", "alter", "weight", value=True))})
layout("tie list, FromID and ToID", {"edges.csv": text(pairs("FromID", "ToID"))})
layout("tie list, org1 and org2", {"pairs.csv": text(pairs("org1", "org2", "count", value=True))})
layout("tie list, node1 and node2", {"pairs.csv": text(pairs("node1", "node2"))})
layout("tie list, headers nobody knows", {"helps.csv": text(pairs("Agency", "Helps with families"))})
layout("tie list, semicolons", {"partners.csv": text(pairs("From", "To"), ";")})
layout("tie list, tabs", {"partners.tsv": text(pairs("From", "To"), "\t")})
layout("tie list, workbook", {"partners.xlsx": {"Sheet1": pairs("From", "To")}})
layout("tie list, row numbers before it", {"edges.csv": text([["", "from", "to"], *([n, a, b] for n, (a, b, _v) in enumerate(TIES, 1))])})  # fmt: skip
layout("tie list, a title above", {"partners.csv": text([["Who works with whom"], *pairs("From", "To")])})
layout("tie list, how often in words", {"partners.csv": text([["From", "To", "How often"], *([a, b, OFTEN[n]] for a, b, n in TIES)])})  # fmt: skip
layout("tie list, kinds of tie in a column", {"partners.csv": text([["From", "To", "Kind of work"], *KINDS])}, ties=TWO_KINDS)  # fmt: skip
layout("tie list, rounds in a column", {"partners.csv": text([["From", "To", "Year"], *([a, b, y] for y in (2023, 2024) for a, b, _n in TIES)])}, waves=2)  # fmt: skip
layout("tie list, several names in a cell", {"partners.csv": text([["From", "To"], *([a, "; ".join(b for c, b, _n in TIES if c == a)] for a in dict.fromkeys(t[0] for t in TIES))])})  # fmt: skip
layout("tie list, usual name and other headers", {"ties.csv": text(pairs("sender", "receiver", "count", value=True)), "organizations.csv": text(listed("organization", "sector"))})  # fmt: skip
layout("tie list, near duplicates", {"partners.csv": text([*pairs("From", "To"), ["Alder Clinic", "Hazel Pantrry"]])}, ties={"collaboration": 11})  # fmt: skip
layout("tie list, no tie returned", {"partners.csv": text([["From", "To"], *MUTUAL])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, each tie written both ways", {"partners.csv": text([["From", "To"], *MUTUAL, *([b, a] for a, b in MUTUAL)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, undirected by a column", {"edges.csv": text([["Source", "Target", "Type"], *([a, b, "Undirected"] for a, b in MUTUAL)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, capitals and spaces", {"partners.csv": text([["From", "To"], *([a.upper() if n == 3 else a, f" {b} "] for a, b, n in TIES)])})  # fmt: skip

# Organizations beside ties.
layout("nodes and edges, by id", {"nodes.csv": text(nodes("id", "name", "category")), "edges.csv": text(pairs("source", "target", ids=True))})  # fmt: skip
layout("nodes and edges, Id and Label", {"nodes.csv": text(nodes("Id", "Label", "Type")), "edges.csv": text(pairs("Source", "Target", "Weight", ids=True, value=True))})  # fmt: skip
layout("nodes and edges, sheets of a workbook", {"network.xlsx": {"nodes": listed("id", "sector"), "edges": pairs("from", "to", "weight", value=True)}})  # fmt: skip
layout("nodes and edges, ids in a workbook", {"network.xlsx": {"Nodes": nodes("id", "name", "sector"), "Edges": pairs("from", "to", ids=True)}})  # fmt: skip
layout("nodes and edges, kinds of tie", {"nodes.csv": text(nodes("id", "name", "category")), "edges.csv": text([["source", "target", "relationship_type"], *([IDS[a], IDS[b], k] for a, b, k in KINDS)])}, ties=TWO_KINDS)  # fmt: skip
layout("nodes and edges, workbook and file", {"members.xlsx": {"Members": nodes("Code", "Agency", "Sector")}, "links.csv": text(pairs("From", "To", ids=True))})  # fmt: skip
layout("organizations and a list", {"organizations.csv": text(listed("organization", "sector")), "links.csv": text(pairs("From", "To"))})  # fmt: skip
layout("organizations with acronyms, ties by them", {"organizations.csv": text([["organization", "acronym", "sector"], *([n, IDS[n], s] for n, s in SECTORS.items())]), "ties.csv": text(pairs("from", "to", ids=True))})  # fmt: skip
layout("organizations called members", {"members.csv": text(listed("Member", "Group")), "partners.csv": text(pairs("From", "To"))})  # fmt: skip
layout("sheets under our own names", {"survey.xlsx": {"organizations": listed("organization", "sector"), "ties": pairs("from", "to")}})  # fmt: skip
layout("organizations without a tie", {"nodes.csv": text([*nodes("id", "name", "sector"), ["IVY", "Ivy Trust", "Funder"]]), "edges.csv": text(pairs("source", "target", ids=True))}, organizations=9, possible=72)  # fmt: skip

# Matrices.
layout("matrix, blank corner", {"matrix.csv": text(square())})
layout("matrix, corner filled", {"matrix.csv": text(square("organization"))})
layout("matrix, semicolons", {"matrix.csv": text(square(), ";")})
layout("matrix, workbook", {"matrix.xlsx": {"Sheet1": square()}})
layout("matrix, strengths", {"matrix.csv": text(square(strength=True))})
layout("matrix, symmetric", {"matrix.csv": text([["", *NAMES], *([a, *(int([a, b] in MUTUAL or [b, a] in MUTUAL) for b in NAMES)] for a in NAMES)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("matrix, upper half", {"matrix.csv": text([["", *NAMES], *([a, *(("" if j <= i else int([a, b] in MUTUAL or [b, a] in MUTUAL)) for j, b in enumerate(NAMES))] for i, a in enumerate(NAMES))])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("matrix, ticks and blanks", {"matrix.csv": text([[str(c).replace("1", "x").replace("0", "") if i and j else c for j, c in enumerate(row)] for i, row in enumerate(square())])})  # fmt: skip
layout("matrix, row numbers before it", {"matrix.csv": text([["", "name", *NAMES], *([n, *row] for n, row in enumerate(square()[1:], 1))])})  # fmt: skip
layout("matrix, rows of those who answered", {"roster.csv": text(square("Organization", NAMES[:6]))}, possible=42)  # fmt: skip
layout("organizations and a matrix", {"organizations.csv": text(listed("organization", "sector")), "matrix.csv": text(square())})  # fmt: skip
layout("matrices of two kinds, sheets", {"ties.xlsx": {"Funding": square(), "Referral": square()}}, ties={"funding": 10, "referral": 10})  # fmt: skip

# One file a kind of tie or a round.
layout("one file a round", {"ties_2023.csv": text(pairs("From", "To")), "ties_2024.csv": text(pairs("From", "To"))}, waves=2)  # fmt: skip
layout("one sheet a round", {"survey.xlsx": {"2023": pairs("From", "To"), "2024": pairs("From", "To")}}, waves=2)
layout("one file a kind of tie", {"funding.csv": text(pairs("From", "To")), "referrals.csv": text(pairs("From", "To"))}, ties={"funding": 10, "referrals": 10})  # fmt: skip
layout("one sheet a kind of tie, with organizations", {"network.xlsx": {"Members": nodes("id", "name", "sector"), "Funding": pairs("from", "to", ids=True), "Referrals": pairs("from", "to", ids=True)}}, ties={"funding": 10, "referrals": 10})  # fmt: skip

# What organizations take part in.
layout("organizations and affiliations", {"organizations.csv": text(listed("organization", "sector")), "affiliations.csv": text([["organization", "kind", "item"], *([a, "activity", p] for a, p in PARTS)])}, ties=NONE, items=3)  # fmt: skip
layout("list of projects alone", {"projects.csv": text([["Organization", "Project"], *PARTS])}, ties=NONE, items=3)
layout("list of teams beside organizations", {"members.csv": text(listed("Organization", "Sector")), "teams.csv": text([["Member", "Team"], *PARTS])}, ties=NONE, items=3)  # fmt: skip
layout("table of projects, a column each", {"projects.csv": text([["Organization", "Project A", "Project B", "Project C"], *([n, *("x" if (n, f"Project {p}") in PARTS else "" for p in "ABC")] for n in NAMES)])}, ties=NONE, items=3)  # fmt: skip
layout("table of outcomes, in a workbook with organizations", {"work.xlsx": {"Organizations": listed("Name", "Sector"), "Outcomes": [["Name", "Reading", "Health", "Housing"], *([n, *(int((n, f"Project {p}") in PARTS) for p in "ABC")] for n in NAMES)]}}, ties=NONE, items=3)  # fmt: skip
layout("ties and projects", {"nodes.csv": text(nodes("id", "name", "sector")), "edges.csv": text(pairs("source", "target", ids=True)), "projects.csv": text([["id", "project"], *([IDS[a], p] for a, p in PARTS)])}, items=3)  # fmt: skip

# Further tables beside them.
layout("nodes, edges and a dictionary", {"nodes.csv": text(nodes("id", "name", "sector")), "edges.csv": text(pairs("source", "target", ids=True)), "codebook.csv": "variable,description\nsource,who says so\ntarget,of whom\n"})  # fmt: skip
layout("nodes, edges and contacts", {"nodes.csv": text(nodes("id", "name", "sector")), "edges.csv": text(pairs("source", "target", ids=True)), "contacts.csv": text([["First name", "Last name", "Email"], ["Ada", "Gem", "ada@example.org"], ["Lee", "Kay", "lee@example.org"]])})  # fmt: skip
layout(
    "ties and notes", {"partners.csv": text(pairs("From", "To")), "notes.txt": "Sent out in March.\nTwo reminders.\n"}
)
