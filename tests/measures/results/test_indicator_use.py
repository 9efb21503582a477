"""Who uses which indicator: organizations and sectors counted by hand, and what no list or answer says."""

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.results.indicator_use import indicator_use
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import Wave
from stakeholder_graph.model.table import Row
from tests.measures.results.listed import series

SECTORS = {"A": "Schools", "B": "Schools", "C": "Health", "D": ""}


def found(uses: list[tuple[str, str]], roles: dict[str, str] | None = None) -> Measured:
    """Uses as (organization, indicator), of indicators I, J and K."""
    figures = [
        row
        for name in "IJK"
        for row in series(name, {"2020": 1.0, "2024": 2.0}, good="up", role=(roles or {}).get(name, ""))
    ]
    organizations = pd.DataFrame({"organization": list(SECTORS), "sector": list(SECTORS.values())})
    affiliations = pd.DataFrame(uses, columns=["organization", "item"]).assign(kind="indicator")
    graph = PartnerGraph(Wave("1"), {}, {"organizations": organizations, "affiliations": affiliations})
    return indicator_use(graph, Partnership("P", {"1": graph}, {"indicators": pd.DataFrame(figures)}))


def rows(measured: Measured, name: str = "") -> list[Row]:
    table = measured.tables.get(name) if name else measured.table
    return [] if table is None else [dict(row) for row in table.rows]


def test_used_across_sectors() -> None:
    """I by schools and health, J by two schools alone, K by nobody: one of three."""
    measured = found([("A", "I"), ("C", "I"), ("A", "J"), ("B", "J"), ("A", "J")])
    assert measured.quotient is not None
    assert (measured.quotient.numerator, measured.quotient.denominator) == (1, 3)
    assert [(row["organizations"], row["sectors"], row["across"]) for row in rows(measured)] == [
        (2, 2, True), (2, 1, False), (0, 0, False)
    ]  # fmt: skip
    assert [(row["indicator"], row["sector"], row["organizations"]) for row in rows(measured, "by_sector")] == [
        ("I", "Health", 1), ("I", "Schools", 1), ("J", "Schools", 2)
    ]  # fmt: skip
    assert [(c.id, dict(c.fields)) for c in measured.caveats] == [("nobody_uses", {"count": 1})]


@pytest.mark.parametrize(
    ("roles", "value"),
    [({"J": "contributing", "K": "contributing"}, 1.0), (dict.fromkeys("IJK", "contributing"), 1 / 3)],
)
def test_contributing_indicators_do_not_count_unless_all_are(roles: dict[str, str], value: float) -> None:
    assert found([("A", "I"), ("C", "I")], roles).value == value


def test_organizations_without_a_sector_are_users_and_no_sector() -> None:
    first, *_others = rows(found([("A", "I"), ("D", "I")]))
    assert (first["organizations"], first["sectors"]) == (2, 1)


def test_an_indicator_that_no_list_has_is_counted_too() -> None:
    assert [row["indicator"] for row in rows(found([("A", "Other")]))] == ["I", "J", "K", "Other"]


def test_undefined_where_nobody_says_so() -> None:
    measured = found([])
    assert measured.value is None
    assert [c.id for c in measured.caveats] == ["no_uses"]
