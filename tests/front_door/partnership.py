"""The made-up partnership that every layout of the front door holds: eight organizations and ten ties."""

import csv
import io
from collections.abc import Iterable, Sequence

Rows = Sequence[Sequence[object]]

SECTORS = {
    "Alder Clinic": "Health", "Birch School": "Education", "Cedar Fund": "Funder", "Dogwood Shelter": "Housing",
    "Elm Library": "Education", "Fir Church": "Faith", "Gorse Housing": "Housing", "Hazel Pantry": "Food",
}  # fmt: skip
NAMES = list(SECTORS)
#: Ids as other tools have them.
IDS = {name: f"{name[:3].upper()}" for name in NAMES}
#: Who works with whom, and how often; two pairs both ways.
TIES = [
    ("Alder Clinic", "Birch School", 3), ("Alder Clinic", "Cedar Fund", 1), ("Birch School", "Alder Clinic", 2),
    ("Birch School", "Elm Library", 3), ("Cedar Fund", "Dogwood Shelter", 3), ("Dogwood Shelter", "Elm Library", 1),
    ("Dogwood Shelter", "Gorse Housing", 2), ("Elm Library", "Birch School", 3), ("Fir Church", "Alder Clinic", 2),
    ("Fir Church", "Hazel Pantry", 1),
]  # fmt: skip
OFTEN = {1: "Yearly", 2: "Monthly", 3: "Weekly"}
#: What each takes part in.
PARTS = [
    ("Alder Clinic", "Project A"), ("Birch School", "Project A"), ("Cedar Fund", "Project A"),
    ("Cedar Fund", "Project B"), ("Dogwood Shelter", "Project B"), ("Elm Library", "Project C"),
    ("Fir Church", "Project C"), ("Gorse Housing", "Project B"), ("Hazel Pantry", "Project A"),
]  # fmt: skip


#: Ties of two kinds, and those that are said once though they run both ways.
KINDS = [[a, b, "funds" if n == 1 else "refers to"] for a, b, n in TIES]
TWO_KINDS = {"funds": 3, "refers to": 7}
MUTUAL = [[a, b] for a, b, _n in TIES[:2] + TIES[3:7] + TIES[8:]]


def text(rows: Rows, separator: str = ",") -> str:
    """Rows as delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


def pairs(*headers: object, ids: bool = False, value: bool = False) -> list[list[object]]:
    """The ties as a list under two headers, or three with their strength."""
    shown = IDS if ids else {name: name for name in NAMES}
    return [list(headers), *([shown[a], shown[b], *([n] if value else [])] for a, b, n in TIES)]


def square(corner: object = "", names: Iterable[str] = NAMES, strength: bool = False) -> list[list[object]]:
    """The ties as a matrix; rows of some organizations only, where `names` says so."""
    known = {(a, b): n if strength else 1 for a, b, n in TIES}
    return [[corner, *NAMES], *([a, *(known.get((a, b), 0) for b in NAMES)] for a in names)]


def nodes(*headers: str) -> list[list[object]]:
    """The organizations as a table: ids, names and sectors under these headers."""
    rows: list[list[object]] = [[IDS[name], name, sector] for name, sector in SECTORS.items()]
    return [list(headers), *rows]


def listed(*headers: str) -> list[list[object]]:
    """The organizations as a table of names and sectors."""
    rows: list[list[object]] = [[name, sector] for name, sector in SECTORS.items()]
    return [list(headers), *rows]


def answers(never: object = "Never", codes: bool = False) -> dict[str, list[object]]:
    """What each organization answers of each, in the order of the names; nothing of itself."""
    known = {(a, b): n if codes else OFTEN[n] for a, b, n in TIES}
    return {a: ["" if a == b else known.get((a, b), never) for b in NAMES] for a in NAMES}


def partners(a: str) -> list[str]:
    """Whom an organization names."""
    return [b for c, b, _n in TIES if c == a]


def in_fields(a: str, fields: int = 3) -> list[object]:
    """Whom an organization names, in fields."""
    row: list[object] = [*partners(a), "", "", ""]
    return row[:fields]
