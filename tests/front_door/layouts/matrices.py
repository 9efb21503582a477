# ruff: noqa: E501
"""Matrices."""

from tests.front_door.files import Book, table
from tests.front_door.layout import layout
from tests.front_door.partnership import MUTUAL, NAMES, listed, square

layout("matrix, blank corner", {"matrix.csv": table(square())})
layout("matrix, corner filled", {"matrix.csv": table(square("organization"))})
layout("matrix, semicolons", {"matrix.csv": table(square(), ";")})
layout("matrix, workbook", {"matrix.xlsx": Book({"Sheet1": square()})})
layout("matrix, strengths", {"matrix.csv": table(square(strength=True))})
layout("matrix, symmetric", {"matrix.csv": table([["", *NAMES], *([a, *(int([a, b] in MUTUAL or [b, a] in MUTUAL) for b in NAMES)] for a in NAMES)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("matrix, upper half", {"matrix.csv": table([["", *NAMES], *([a, *(("" if j <= i else int([a, b] in MUTUAL or [b, a] in MUTUAL)) for j, b in enumerate(NAMES))] for i, a in enumerate(NAMES))])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("matrix, ticks and blanks", {"matrix.csv": table([[str(c).replace("1", "x").replace("0", "") if i and j else c for j, c in enumerate(row)] for i, row in enumerate(square())])})  # fmt: skip
layout("matrix, row numbers before it", {"matrix.csv": table([["", "name", *NAMES], *([n, *row] for n, row in enumerate(square()[1:], 1))])})  # fmt: skip
layout("matrix, rows of those who answered", {"roster.csv": table(square("Organization", NAMES[:6]))}, possible=42)  # fmt: skip
layout("organizations and a matrix", {"organizations.csv": table(listed("organization", "sector")), "matrix.csv": table(square())})  # fmt: skip
layout("matrices of two kinds, sheets", {"ties.xlsx": Book({"Funding": square(), "Referral": square()})}, ties={"funding": 10, "referral": 10})  # fmt: skip
