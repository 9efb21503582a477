"""Exports of Google Forms and Microsoft Forms."""

from tests.front_door.files import Book, Table
from tests.front_door.layout import layout
from tests.front_door.partnership import NAMES, SECTORS, Rows, answers, partners

ASKED = "How often do you work with each of these organizations?"
SCALE = {"contact": 10}
TICKS = "Which of these organizations do you work with?"
TICKED = {"collaboration": 10}
#: Six answered. Nobody ticked Fir Church, and nothing else says that it could be ticked: five times not known.
UNSEEN = 6 * 7 - 5


def google(grid: list[str], cells: dict[str, list[object]]) -> Rows:
    """A time stamp, who answers, sector and questions."""
    head = ["Timestamp", "Email Address", "Which organization do you answer for?", "What is your sector?", *grid]
    rows = [[f"3/1/2025 9:0{n}:00", f"p{n}@example.org", a, SECTORS[a], *cells[a]] for n, a in enumerate(NAMES)]
    return [head, *rows]


def microsoft(grid: list[str], cells: dict[str, list[object]]) -> Rows:
    """The workbook that Open in Excel gives."""
    head = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Which organization do you answer for?",
        "What is your sector?",
        *grid,
    ]
    rows = [
        [n, "3/1/2025 9:00:00", "3/1/2025 9:10:00", "anonymous", "", a, SECTORS[a], *cells[a]]
        for n, a in enumerate(NAMES, 1)
    ]
    return [head, *rows]


GRID = [f"{ASKED} [{b}]" for b in NAMES]
layout("Google Forms, grid", {"responses.csv": Table(google(GRID, answers()))}, ties=SCALE)
layout(
    "Google Forms, partners ticked, linked sheet",
    {"responses.csv": Table(google([TICKS], {a: [", ".join(partners(a))] for a in NAMES}))},
    ties=TICKED,
    possible=UNSEEN,
    varied="no commas",
)
layout(
    "Google Forms, partners ticked, own download",
    {"responses.csv": Table(google([TICKS], {a: [";".join(partners(a))] for a in NAMES}), quoted=True)},
    ties=TICKED,
    possible=UNSEEN,
)
layout(
    "Google Forms, workbook",
    {"Partnership survey (Responses).xlsx": Book({"Form Responses 1": google(GRID, answers())})},
    ties=SCALE,
)
layout(
    "Google Forms, grid with ticks",
    {
        "responses.csv": Table(
            google(
                [f"What do you do with each? [{b}]" for b in NAMES],
                {
                    a: [
                        "" if b not in partners(a) else "Plan, Share data" if n % 2 else "Plan"
                        for n, b in enumerate(NAMES)
                    ]
                    for a in NAMES
                },
            )
        )
    },
    ties={"Plan": 10, "Share data": 4},
)
layout(
    "Microsoft Forms, grid",
    {"Partnership survey.xlsx": Book({"Sheet1": microsoft(NAMES, answers())})},
    ties={"roster": 10},
)
layout(
    "Microsoft Forms, grid with the question before it",
    {"Partnership survey.xlsx": Book({"Sheet1": microsoft([f"{ASKED}.{b}" for b in NAMES], answers())})},
    ties=SCALE,
)
layout(
    "Microsoft Forms, partners ticked",
    {
        "Partnership survey.xlsx": Book(
            {"Sheet1": microsoft([TICKS], {a: ["".join(f"{b};" for b in partners(a))] for a in NAMES})}
        )
    },
    ties=TICKED,
    possible=UNSEEN,
)
