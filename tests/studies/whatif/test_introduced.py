"""Proposed introductions: each the same as measuring the partnership with the connection."""

from pathlib import Path

import stakeholder_graph as sg
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.whatif import introduced

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
#: The third has not answered, and neither has the other of its pair.
PAIRS = [
    ("Bethel AME Church", "Wren Transit Authority"),
    ("Harbor Flats Clinic", "Valley Savings Bank"),
    ("Millrace Dental Partners", "Valley Savings Bank"),
]


def test_every_pair_and_all_together_are_what_measuring_gives() -> None:
    wren = sg.read(WREN)
    settings = MeasureSettings(ties=wren.info.ties, permutations=0, draws=0)
    rows = introduced(wren, PAIRS, "collaboration", wave="2025", settings=settings)
    assert [row.pairs for row in rows] == [(PAIRS[0],), (PAIRS[1],), tuple(PAIRS[:2])], "nobody could report the third"
    for row in rows:
        again = sg.whatif(
            wren, connect=row.pairs, layers="collaboration", names=list(row.values), permutations=99, draws=20
        )
        assert {change.name: change.after for change in again.changes} == row.values
        assert again.consequences == row.consequences
