"""Exports of LimeSurvey and REDCap."""

from tests.front_door.files import Table
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, NAMES, SECTORS, Rows, answers, partners

ASKED = "How often do you work with each of these organizations?"
SCALE = {"contact": 10}
TICKS = "Which organizations do you work with?"


def lime(heads: list[str], org: str, sector: str, items: list[str], cells: dict[str, list[object]]) -> Table:
    """What LimeSurvey writes of each answer, then the questions."""
    rows: list[list[object]] = [[*heads, org, sector, *items]]
    for number, a in enumerate(NAMES, 1):
        rows.append(
            [
                number,
                "2025-03-01 09:10:00",
                2,
                "en",
                "2025-03-01 09:00:00",
                "2025-03-01 09:10:00",
                a,
                SECTORS[a],
                *cells[a],
            ]
        )
    return Table(rows, ";", quoted=True, encoding="utf-8-sig")


CODES = ["id", "submitdate", "lastpage", "startlanguage", "startdate", "datestamp"]
WORDS = ["Response ID", "Date submitted", "Last page", "Start language", "Date started", "Date last action"]
YES_NO: dict[str, list[object]] = {a: ["Yes" if b in partners(a) else "No" for b in NAMES] for a in NAMES}
ROWS = range(1, len(NAMES) + 1)

layout(
    "LimeSurvey, full texts",
    {
        "results.csv": lime(
            WORDS, "Which organization do you answer for?", "Sector", [f"{ASKED} [{b}]" for b in NAMES], answers()
        )
    },
    ties=SCALE,
)
layout(
    "LimeSurvey, partners ticked, full texts",
    {
        "results.csv": lime(
            WORDS, "Which organization do you answer for?", "Sector", [f"{TICKS} [{b}]" for b in NAMES], YES_NO
        )
    },
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "LimeSurvey, codes and texts",
    {
        "results.csv": lime(
            CODES,
            "ORG. Which organization do you answer for?",
            "SECTOR. Sector",
            [f"CONTACT[SQ00{n}]. {ASKED} [{b}]" for n, b in zip(ROWS, NAMES, strict=True)],
            answers(),
        )
    },
    ties=SCALE,
)


def redcap(columns: list[str], cells: dict[str, list[object]], codes: bool) -> Rows:
    """Record, who answers, sector, a question with options, and the status of the form."""
    sectors = sorted(set(SECTORS.values()))
    head = ["record_id", "org", "sector", *columns, "survey_complete"]
    return [
        head,
        *(
            [n, a, sectors.index(SECTORS[a]) + 1 if codes else SECTORS[a], *cells[a], 2 if codes else "Complete"]
            for n, a in enumerate(NAMES, 1)
        ),
    ]


def dictionary(kind: str, fields: list[list[str]]) -> Table:
    """The data dictionary beside the export."""
    choices = " | ".join(f"{n}, {s}" for n, s in enumerate(sorted(set(SECTORS.values())), 1))
    rows = [
        ["record_id", "survey", "", "text", "Record", ""],
        ["org", "survey", "", "text", "Which organization do you answer for?", ""],
        ["sector", "survey", "", "dropdown", "Sector", choices],
    ]
    return Table(
        [
            [
                "Variable / Field Name",
                "Form Name",
                "Section Header",
                "Field Type",
                "Field Label",
                "Choices, Calculations, OR Slider Labels",
            ],
            *rows,
            *([name, "survey", "", kind, label, options] for name, label, options in fields),
        ],
        shuffled="",
    )


BOXES: dict[str, list[object]] = {a: [int(b in partners(a)) for b in NAMES] for a in NAMES}
OPTIONS = " | ".join(f"{n}, {b}" for n, b in zip(ROWS, NAMES, strict=True))
layout(
    "REDCap, raw data with its dictionary, boxes",
    {
        "data.csv": Table(redcap([f"partners___{n}" for n in ROWS], BOXES, codes=True)),
        "data_dictionary.csv": dictionary("checkbox", [["partners", TICKS, OPTIONS]]),
    },
    ties={"collaboration": 10},
    possible=42,
    varied="no commas",
)
layout(
    "REDCap, raw data with its dictionary, a field for each partner",
    {
        "data.csv": Table(redcap([f"contact_{IDS[b].lower()}" for b in NAMES], answers(0, codes=True), codes=True)),
        "data_dictionary.csv": dictionary(
            "radio", [[f"contact_{IDS[b].lower()}", b, "0, Never | 1, Yearly | 2, Monthly | 3, Weekly"] for b in NAMES]
        ),
    },
    ties={"contact": 10},
    varied="names",
)
layout(
    "REDCap, labels",
    {
        "data.csv": Table(
            [
                [
                    "Record ID",
                    "Which organization do you answer for?",
                    "Sector",
                    *(f"{TICKS} (choice={b})" for b in NAMES),
                    "Complete?",
                ],
                *(
                    [n, a, SECTORS[a], *("Checked" if x else "Unchecked" for x in BOXES[a]), "Complete"]
                    for n, a in enumerate(NAMES, 1)
                ),
            ]
        )
    },
    ties={"collaboration": 10},
    possible=42,
)
