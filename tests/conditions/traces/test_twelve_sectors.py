"""The rows of the Drug-Free Communities, by the sectors of organizations.csv as anybody would read them."""

import pytest

from stakeholder_graph import maturity
from stakeholder_graph.conditions import Ledger, read_rubric
from tests.conditions.traces.example_files import sector_of
from tests.conditions.traces.of_voice import months
from tests.conditions.traces.test_every_row import partnership

#: The sector of the example that stands for each of the law's; none where nobody does.
STANDS_FOR = {
    "youth": "",
    "parents": "",
    "business": "Business",
    "media": "",
    "schools": "Schools",
    "youth-serving": "",
    "law-enforcement": "",  # Public safety is on the list of sectors, and nobody of it at the table.
    "religious": "Houses of worship",
    "civic": "",
    "health-care": "Health",
    "government": "Government",
    "substance-use": "",
}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return maturity(partnership(), "drug-free-communities")


def test_every_row_is_traced() -> None:
    others = {"twelve-sectors", "six-months", "one-person-one-sector"}
    assert STANDS_FOR.keys() | others == set(read_rubric("drug-free-communities").ids)


@pytest.mark.parametrize("row", STANDS_FOR)
def test_a_sector_of_the_law(row: str, ledger: Ledger) -> None:
    there = STANDS_FOR[row] in sector_of().values()
    made = ledger[row].judgement
    assert (made.value, made.numerator, made.denominator) == (there, there, 1)
    assert made.verdict == ("shown" if there else "not met")


def test_twelve_of_twelve_six_months_and_a_list_of_members(ledger: Ledger) -> None:
    made = ledger["twelve-sectors"].judgement
    assert (made.numerator, made.denominator) == (sum(map(bool, STANDS_FOR.values())), 12) == (5, 12)
    assert (made.verdict, ledger["six-months"].judgement.verdict) == ("not met", "shown")
    assert ledger["six-months"].judgement.value == pytest.approx(months())
    assert months() >= 6
    assert ledger["one-person-one-sector"].judgement.verdict == "waits for a document"
