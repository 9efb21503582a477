"""Words for not known, zeros, ticks and blanks in plain tables."""

from tests.front_door.files import Book, table
from tests.front_door.layout import layout
from tests.front_door.partnership import NAMES, SECTORS, TIES, Rows, answers, listed, nodes, pairs, square

EAST, WEST = NAMES[:4], NAMES[4:]
#: Two counties, each asked of its own: pairs inside, with zeros.
COUNTIES: Rows = [
    ["from", "to", "value"],
    *(
        [a, b, {(c, d): n for c, d, n in TIES}.get((a, b), 0)]
        for part in (EAST, WEST)
        for a in part
        for b in part
        if a != b
    ),
]


def sectors(*words: str) -> Rows:
    """The list of organizations, with words for not known in place of some sectors."""
    unknown = dict(zip(NAMES[1::2], words, strict=False))
    return [["organization", "sector"], *([n, unknown.get(n, s)] for n, s in SECTORS.items())]


layout(
    "not known, in words",
    {"organizations.csv": table(sectors("NA", "#N/A", "N/A", "unknown")), "ties.csv": table(pairs("from", "to"))},
)
layout(
    "not known, in words of programs",
    {"organizations.csv": table(sectors("nan", "NULL", "None", "-")), "ties.csv": table(pairs("from", "to"))},
)
layout(
    "not known, where a tie would be",
    {
        "organizations.csv": table(listed("organization", "sector")),
        "ties.csv": table([*pairs("from", "to"), ["Gorse Housing", "NA"], ["Hazel Pantry", "n/a"]]),
    },
)
layout(
    "not known, in a roster",
    {
        "roster.csv": table(
            [
                ["organization", *NAMES],
                *(
                    [
                        a,
                        *(
                            "NA" if (a, b) == ("Alder Clinic", "Hazel Pantry") else int((a, b) in {t[:2] for t in TIES})
                            for b in NAMES
                        ),
                    ]
                    for a in NAMES
                ),
            ]
        )
    },
    possible=55,
)
layout(
    "zeros, each pair that was asked",
    {"organizations.csv": table(listed("organization", "sector")), "ties.csv": table(COUNTIES)},
    ties={"collaboration": 5},
    possible=24,
)
layout(
    "zeros, other headers",
    {"pairs.csv": table([["Sender", "Receiver", "Strength"], *COUNTIES[1:]])},
    ties={"collaboration": 5},
    possible=24,
)
layout(
    "ticks, roster with blanks",
    {
        "roster.csv": table(
            [
                ["Organization", *NAMES],
                *([a, *("x" if (a, b) in {t[:2] for t in TIES} else "" for b in NAMES)] for a in NAMES),
            ]
        )
    },
)
layout(
    "ticks, yes and no",
    {
        "roster.csv": table(
            [
                ["Organization", *NAMES],
                *(
                    [a, *("" if a == b else "Yes" if (a, b) in {t[:2] for t in TIES} else "No" for b in NAMES)]
                    for a in NAMES
                ),
            ]
        )
    },
)
layout(
    "roster, how often in words",
    {"roster.csv": table([["Organization", "Sector", *NAMES], *([a, SECTORS[a], *answers()[a]] for a in NAMES)])},
)
layout(
    "roster, in a workbook beside the list",
    {
        "survey.xlsx": Book(
            {
                "Members": listed("Organization", "Sector"),
                "Roster": [["Organization", *NAMES], *([a, *answers()[a]] for a in NAMES)],
            }
        )
    },
)
layout(
    "who answered, yes and no",
    {
        "organizations.csv": table(
            [
                ["organization", "sector", "answered"],
                *([n, s, "no" if n == "Hazel Pantry" else "yes"] for n, s in SECTORS.items()),
            ]
        ),
        "ties.csv": table(pairs("from", "to")),
    },
    possible=49,
)
layout(
    "who answered, beside other yes and no",
    {
        "nodes.csv": table(
            [
                ["id", "name", "sector", "Nonprofit", "answered"],
                *(
                    [*row, "yes" if i % 2 else "no", "no" if row[1] == "Hazel Pantry" else "yes"]
                    for i, row in enumerate(nodes("", "", "")[1:])
                ),
            ]
        ),
        "edges.csv": table(pairs("source", "target")),
    },
    possible=49,
)
layout(
    "a tie to oneself and one twice",
    {
        "organizations.csv": table(listed("organization", "sector")),
        "ties.csv": table([*pairs("from", "to"), ["Elm Library", "Elm Library"], ["Alder Clinic", "Birch School"]]),
    },
)
layout(
    "total row and column of a matrix",
    {
        "matrix.csv": table(
            [
                [*square()[0], "Total"],
                *([*row, sum(int(str(c)) for c in row[1:])] for row in square()[1:]),
                ["Total", *(sum(int(str(row[n])) for row in square()[1:]) for n in range(1, 9)), 10],
            ],
            shuffled="",
        )
    },
)
