"""Exports of KoboToolbox and ODK."""

from tests.front_door.files import Book, Table
from tests.front_door.layout import layout
from tests.front_door.partnership import IDS, NAMES, OFTEN, SECTORS, TIES, Rows, answers, partners

SYSTEM = ["_id", "_uuid", "_submission_time", "_validation_status", "_index"]
TICKS = "Which organizations do you work with?"


def noted(number: int) -> list[object]:
    """What the tool writes of a submission."""
    return [str(number), f"u{number}", "2025-03-01T09:00:00", "", str(number)]


def ticked(between: str, options: list[str], question: str) -> Rows:
    """A question of which several options can be ticked: the joined column, and one for each option."""
    head = ["start", "end", "org", "sector", question, *(f"{question}{between}{option}" for option in options), *SYSTEM]
    rows = []
    for number, a in enumerate(NAMES, 1):
        ticks = [b in partners(a) for b in NAMES]
        joined = " ".join(option for option, tick in zip(options, ticks, strict=True) if tick)
        rows.append(["2025-03-01", "2025-03-01", a, SECTORS[a], joined, *map(str, map(int, ticks)), *noted(number)])
    return [head, *rows]


def grouped(between: str) -> Rows:
    """A group of questions, one for each partner."""
    head = ["start", "end", "org", "sector", *(f"contact{between}{b}" for b in NAMES), *SYSTEM]
    return [
        head,
        *(["2025-03-01", "2025-03-01", a, SECTORS[a], *answers()[a], *noted(n)] for n, a in enumerate(NAMES, 1)),
    ]


XLSFORM: Rows = [
    ["type", "name", "label"],
    ["text", "org", "Which organization do you answer for?"],
    ["text", "sector", "Sector"],
    ["select_multiple orgs", "partners", TICKS],
]
CHOICES: Rows = [["list_name", "name", "label"], *(["orgs", IDS[n], n] for n in NAMES)]
REPEATS: Rows = [
    ["partner", "how_often", "_index", "_parent_table_name", "_parent_index"],
    *([b, OFTEN[v], i, "survey", NAMES.index(a) + 1] for i, (a, b, v) in enumerate(TIES, 1)),
]

layout(
    "KoboToolbox, labels",
    {"survey.csv": Table(ticked("/", NAMES, TICKS), ";", quoted=True)},
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "KoboToolbox, dots between groups",
    {"survey.csv": Table(ticked(".", NAMES, TICKS), ";", quoted=True)},
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "KoboToolbox, tildes between groups",
    {"survey.csv": Table(ticked("~", NAMES, TICKS), ";", quoted=True)},
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "KoboToolbox, names with the form beside it",
    {
        "survey.csv": Table(ticked("/", list(IDS.values()), "partners"), ";", quoted=True),
        "form.xlsx": Book({"survey": XLSFORM, "choices": CHOICES}),
    },
    ties={"collaboration": 10},
    possible=42,
    varied="names",
)
layout(
    "KoboToolbox, a question for each partner in a group",
    {"survey.csv": Table(grouped("/"), ";", quoted=True)},
    ties={"contact": 10},
)
layout(
    "KoboToolbox, workbook with a repeated part",
    {
        "survey.xlsx": Book(
            {
                "survey": [
                    ["start", "end", "org", "sector", *SYSTEM],
                    *(["2025-03-01", "2025-03-01", a, SECTORS[a], *noted(n)] for n, a in enumerate(NAMES, 1)),
                ],
                "ties": REPEATS,
            },
            shuffled=False,
        )
    },
    ties={"contact": 10},
    possible=42,
)
