# ruff: noqa: E501
"""Exports of Qualtrics."""

from tests.front_door.files import Book, Table
from tests.front_door.layout import layout
from tests.front_door.layouts.forms import UNSEEN
from tests.front_door.partnership import NAMES, SECTORS, Rows, answers, in_fields, partners

ASKED = "How often do you work with each of these organizations?"
SCALE = {"contact": 10}
META = [
    ("StartDate", "Start Date", "startDate", "2025-03-01 09:00:00"), ("EndDate", "End Date", "endDate", "2025-03-01 09:20:00"),
    ("Status", "Response Type", "status", "IP Address"), ("Progress", "Progress", "progress", "100"),
    ("Finished", "Finished", "finished", "True"), ("RecordedDate", "Recorded Date", "recordedDate", "2025-03-01 09:20:00"),
    ("ResponseId", "Response ID", "_recordId", "R_"), ("DistributionChannel", "Distribution Channel", "distributionChannel", "anonymous"),
    ("UserLanguage", "User Language", "userLanguage", "EN"),
]  # fmt: skip


def qualtrics(
    cells: dict[str, list[object]],
    items: list[str],
    asked: str = ASKED,
    codes: bool = False,
    meta: int = 9,
    tag: str = "Q2",
) -> Rows:
    """An export with three rows of headers: who answers, sector, and a question with rows."""
    noted = META[:meta]
    heads = [
        [*(m[0] for m in noted), "Q1", *(f"{tag}_{n}" for n in range(1, len(items) + 1)), "Q3"],
        [*(m[1] for m in noted), "Which organization do you answer for?", *(f"{asked} - {item}" for item in items), "What is your sector?"],
        ['{"ImportId":"' + i + '"}' for i in [*(m[2] for m in noted), "QID1_TEXT", *(f"QID2_{n}" for n in range(1, len(items) + 1)), "QID3"]],
    ]  # fmt: skip
    sectors = sorted(set(SECTORS.values()))
    rows = []
    for number, name in enumerate(NAMES, 1):
        known = [
            f"R_{number:011}"
            if m[0] == "ResponseId"
            else {"Status": "0", "Finished": "1"}.get(m[0], m[3])
            if codes
            else m[3]
            for m in noted
        ]
        rows.append([*known, name, *cells[name], sectors.index(SECTORS[name]) + 1 if codes else SECTORS[name]])
    return [*heads, *rows]


def joined() -> Rows:
    """An export in which nobody asked for a column for each option."""
    head, texts, ids, *rows = qualtrics({a: [",".join(partners(a))] for a in NAMES}, ["-"])
    place = head.index("Q2_1")
    return [
        [*head[:place], "Q2", *head[place + 1 :]],
        [*texts[:place], "Which of these organizations do you work with? - Selected Choice", *texts[place + 1 :]],
        [*ids[:place], '{"ImportId":"QID2"}', *ids[place + 1 :]],
        *rows,
    ]


TICKED: dict[str, list[object]] = {a: [b if b in partners(a) else "" for b in NAMES] for a in NAMES}
BLANKS: dict[str, list[object]] = answers("")
OLD_META = [
    "ResponseID",
    "ResponseSet",
    "Name",
    "ExternalDataReference",
    "EmailAddress",
    "IPAddress",
    "Status",
    "StartDate",
    "EndDate",
    "Finished",
]
OLD: Rows = [
    [*(f"V{n}" for n in range(1, 11)), "Q1", *(f"Q2_{n}" for n in range(1, 9)), ""],
    [*OLD_META, "Which organization do you answer for?", *(f"{ASKED}-{b}" for b in NAMES), ""],
    *([f"R_{n:011}", "Default Response Set", "Anonymous", "", "", "192.0.2.1", "0", "2014-01-01 10:00:00", "2014-01-01 10:10:00", "1", a, *answers()[a], ""] for n, a in enumerate(NAMES)),
]  # fmt: skip

layout(
    "Qualtrics, CSV with labels",
    {"export.csv": Table(qualtrics(answers(), NAMES), heads=3, shuffled="rows and columns")},
    ties=SCALE,
)
layout(
    "Qualtrics, CSV with numbers",
    {"export.csv": Table(qualtrics(answers(0, codes=True), NAMES, codes=True), heads=3)},
    ties=SCALE,
)
layout(
    "Qualtrics, TSV in UTF-16",
    {"export.tsv": Table(qualtrics(answers(), NAMES), "\t", heads=3, encoding="utf-16")},
    ties=SCALE,
)
layout(
    "Qualtrics, workbook", {"export.xlsx": Book({"Sheet0": qualtrics(answers(), NAMES)}, shuffled=False)}, ties=SCALE
)
layout(
    "Qualtrics, columns of the tool deleted",
    {"export.csv": Table(qualtrics(answers(), NAMES, meta=0), heads=3)},
    ties=SCALE,
)
layout("Qualtrics, older with two rows of headers", {"export.csv": Table(OLD, heads=2)}, ties=SCALE)
layout(
    "Qualtrics, partners ticked",
    {
        "export.csv": Table(
            qualtrics(TICKED, NAMES, "Which of these organizations do you work with? - Selected Choice"), heads=3
        )
    },
    ties={"collaboration": 10},
    possible=42,
)
layout("Qualtrics, ties only and blanks", {"export.csv": Table(qualtrics(BLANKS, NAMES), heads=3)}, ties=SCALE)
layout(
    "Qualtrics, partners ticked in one cell",
    {"export.csv": Table(joined(), heads=3)},
    ties={"collaboration": 10},
    possible=UNSEEN,
    varied="no commas",
)
layout(
    "Qualtrics, names written into fields",
    {
        "export.csv": Table(
            qualtrics(
                {a: in_fields(a) for a in NAMES},
                ["Partner 1", "Partner 2", "Partner 3"],
                "Please list the organizations you work with",
            ),
            heads=3,
        )
    },
    ties={"collaboration": 10},
    possible=42,
)


def flagged() -> Rows:
    """An export in which a finished answer is flagged as spam."""
    rows = [list(row) for row in qualtrics(answers(), NAMES)]
    rows[3][rows[0].index("Status")] = "Spam"
    return rows


layout(
    "Qualtrics, a finished answer flagged as spam",
    {"export.csv": Table(flagged(), heads=3)},
    ties=SCALE,
)
