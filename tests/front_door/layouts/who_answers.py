# ruff: noqa: E501
"""Answers of a survey: who answers, ticks, several answers in a cell, kinds of tie, questions beside them."""

from tests.front_door.files import Table, table
from tests.front_door.layout import layout
from tests.front_door.layouts.qualtrics import META
from tests.front_door.partnership import NAMES, SECTORS, TIES, Rows, answers, in_fields

ASKED = "How often do you work with each partner?"
SCALE = {"contact": 10}


def form(heads: list[str], cells: dict[str, list[object]], year: int = 2025) -> Table:
    """A form of Google: a time stamp, then questions."""
    return table([["Timestamp", *heads], *([f"3/{n}/{year} 9:00:00", *cells[a]] for n, a in enumerate(NAMES, 1))])


def loops(by_name: bool) -> Rows:
    """Loop & Merge of Qualtrics: a question a partner, whose name is in its wording or nowhere."""
    heads = [*META]
    asked = [f"How often did you work with {b if by_name else '${lm://Field/1}'} this year?" for b in NAMES]
    rows: list[list[object]] = [
        [*(m[0] for m in heads), "Q1", *(f"{n}_Q5" for n in range(1, 9))],
        [*(m[1] for m in heads), "Which organization do you answer for?", *asked],
        ['{"ImportId":"' + i + '"}' for i in [*(m[2] for m in heads), "QID1_TEXT", *(f"{n}_QID5" for n in range(1, 9))]],
    ]  # fmt: skip
    rows += [
        [*(f"R_{n:011}" if m[0] == "ResponseId" else m[3] for m in heads), a, *answers()[a]]
        for n, a in enumerate(NAMES)
    ]
    return rows


GRID = [f"{ASKED} [{b}]" for b in NAMES]
KIND_GRID = [f"What do you do with each partner? [{b}]" for b in NAMES]
DOES = {
    a: [
        ""
        if a == b
        else "Advice, Support"
        if (a, b, 3) in TIES
        else "Advice"
        if (a, b) in {t[:2] for t in TIES}
        else "Nothing"
        for b in NAMES
    ]
    for a in NAMES
}
SHORT = {"Alder Clinic": "Alder Clinic", "Gorse Housing": "Gorse Housing"}

layout(
    "answers, a yes and no question first",
    {
        "export.csv": form(
            ["May we send you the results?", "Name of your organization", *GRID],
            {a: ["Yes" if n % 3 else "No", a, *answers()[a]] for n, a in enumerate(NAMES)},
        )
    },
    ties=SCALE,
    verdict="asked",
)
layout(
    "answers, sector first",
    {
        "export.csv": form(
            ["What is your sector?", "How many people work for you?", "Name of your organization", *GRID],
            {a: [SECTORS[a], n * 5, a, *answers()[a]] for n, a in enumerate(NAMES)},
        )
    },
    ties=SCALE,
)
layout(
    "answers, names and addresses of people",
    {
        "export.csv": form(
            ["Your name", "Your email", "Your organization", *GRID],
            {a: [f"Person {chr(65 + n)} Gem", f"p{n}@example.org", a, *answers()[a]] for n, a in enumerate(NAMES)},
        )
    },
    ties=SCALE,
)
layout(
    "answers, partners written into three fields",
    {
        "export.csv": form(
            ["Name of your organization", *(f"Please list the organizations you work with [{n}]" for n in (1, 2, 3))],
            {a: [a, *in_fields(a)] for a in NAMES},
        )
    },
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "answers, partners as partner 1 to partner 3",
    {
        "export.csv": table(
            [["organization", "partner 1", "partner 2", "partner 3"], *([a, *in_fields(a)] for a in NAMES)]
        )
    },
    ties={"collaboration": 10},
    possible=42,
)
layout(
    "answers, who answers in one of two columns",
    {
        "export.csv": form(
            ["Name of your organization (if one)", "Name of your main organization (if several)", *GRID],
            {a: [a if n % 2 else "", "" if n % 2 else a, *answers()[a]] for n, a in enumerate(NAMES)},
        )
    },
    ties=SCALE,
)
layout(
    "answers, who answers chosen or written",
    {
        "export.csv": form(
            ["Which organization are you from?", "If other, please write its name", *GRID],
            {a: [a if n < 6 else "Other", "" if n < 6 else a, *answers()[a]] for n, a in enumerate(NAMES)},
        )
    },
    ties=SCALE,
)
layout(
    "answers, several ticks in a cell",
    {"export.csv": form(["Name of your organization", *KIND_GRID], {a: [a, *DOES[a]] for a in NAMES})},
    ties={"Advice": 10, "Support": 4},
)
layout(
    "answers, ties only and blanks",
    {"export.csv": form(["Name of your organization", *GRID], {a: [a, *answers("")[a]] for a in NAMES})},
    ties=SCALE,
)
layout(
    "answers, two grids",
    {
        "export.csv": form(
            ["Name of your organization", *GRID, *(f"How much do you trust each partner? [{b}]" for b in NAMES)],
            {a: [a, *answers()[a], *answers("Not at all")[a]] for a in NAMES},
        )
    },
    ties={"contact": 10, "trust": 10},
)
layout(
    "answers, an address in a name",
    {
        "export.csv": form(
            ["Name of your organization", *(f"Please list the organizations you work with [{n}]" for n in (1, 2, 3))],
            {a: [a, *in_fields(a, 2), "Women@Work Wren" if a == "Alder Clinic" else ""] for a in NAMES},
        )
    },
    ties={"collaboration": 11},
    possible=42 + 6,
    organizations=9,
    verdict="asked",
)
layout("answers, Loop & Merge with names", {"export.csv": Table(loops(by_name=True), heads=3)}, ties=SCALE)
layout(
    "answers, Loop & Merge with a field in place of names",
    {"export.csv": Table(loops(by_name=False), heads=3)},
    ties=SCALE,
    varied="nothing",
)
layout(
    "answers, two rounds in two exports",
    {
        f"survey {year}.csv": form(["Name of your organization", *GRID], {a: [a, *answers()[a]] for a in NAMES}, year)
        for year in (2024, 2025)
    },
    ties=SCALE,
    waves=2,
)
layout(
    "answers beside a list of members",
    {
        "export.csv": form(["Name of your organization", *GRID], {a: [a, *answers()[a]] for a in NAMES}),
        "members.csv": table([["Member", "Sector"], *([n, s] for n, s in SECTORS.items())]),
    },
    ties=SCALE,
)


def twice(differs: bool) -> Table:
    """An export in which Alder Clinic answers twice; the second time with the same answers, or with other ones."""
    once = form(["Name of your organization", *GRID], {a: [a, *answers()[a]] for a in NAMES})
    again = ["3/20/2025 9:00:00", "Alder Clinic", *answers()["Alder Clinic"]]
    if differs:
        again[-1] = "Weekly"
    return table([*once.rows, again])


layout("answers, one organization twice and alike", {"export.csv": twice(differs=False)}, ties=SCALE)
# Whoever accepts what is proposed takes the later answer, which adds a tie of Alder Clinic with Hazel Pantry.
layout("answers, one organization twice and otherwise", {"export.csv": twice(differs=True)}, ties={"contact": 11})
