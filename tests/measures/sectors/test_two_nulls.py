"""What is said of sectors has to differ from both null models: permuted labels and rewired ties."""

from dataclasses import replace

import pytest

from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.sectors._two_nulls import clearest_of, larger_p, smallest_agreed
from stakeholder_graph.model.finding import Finding, Scope, Test
from stakeholder_graph.studies.page_one.one_family import p_of
from tests.tables import table_of

FINDING = Finding("ei_index", Scope(("1",), ("work",)), 0.2, "index", (-1, 1))


def _tested(labels: float, rewired: float | None, *, by_partners: float = 0.4) -> Finding:
    second = None if rewired is None else Test("rewired", 199, by_partners, 0.1, rewired, 0)
    return replace(FINDING, test=Test("labels", 199, 0.5, 0.1, labels, 0), rewired=second)


@pytest.mark.parametrize(
    ("labels", "rewired", "larger"), [(0.01, 0.3, 0.3), (0.2, 0.01, 0.2), (0.03, 0.01, 0.03), (0.04, None, 0.04)]
)
def test_a_headline_rests_on_the_larger_p(labels: float, rewired: float | None, larger: float) -> None:
    assert larger_p(_tested(labels, rewired)) == larger
    assert p_of(_tested(labels, rewired)) == larger


def test_null_models_that_point_in_opposite_directions_agree_on_nothing() -> None:
    assert larger_p(_tested(0.01, 0.01, by_partners=0.1)) == 1


def test_without_a_test_there_is_no_p() -> None:
    assert larger_p(FINDING) is None


@pytest.mark.parametrize(
    ("labels", "rewired", "said"),
    [(0.01, 0.01, "within"), (0.01, 0.3, "near_partners"), (0.3, 0.3, "as_chance"), (0.01, None, "within")],
)
def test_ties_keep_within_sectors_only_where_both_say_so(labels: float, rewired: float | None, said: str) -> None:
    finding = _tested(labels, rewired)
    reading = find_measure("ei_index").reading(finding)
    assert reading is not None
    assert reading.id == said
    assert (reading.tone == "unknown") == (said == "near_partners")


@pytest.mark.parametrize("name", ["assortativity", "freeman_segregation"])
def test_other_measures_of_sectors_say_it_likewise(name: str) -> None:
    info = find_measure(name)
    for labels, rewired, near in ((0.01, 0.3, True), (0.3, 0.3, False), (0.01, 0.01, False)):
        reading = info.reading(replace(_tested(labels, rewired), name=name))
        assert reading is not None
        assert (reading.id == "near_partners") == near


def test_of_a_table_the_rows_count_of_which_rewired_networks_do_not_say_otherwise() -> None:
    rows: list[dict[str, float | None]] = [
        {"p_adjusted": 0.01, "p_rewired_adjusted": 0.2},
        {"p_adjusted": 0.03, "p_rewired_adjusted": None},
        {"p_adjusted": 0.2, "p_rewired_adjusted": 0.01},
    ]
    assert smallest_agreed(replace(FINDING, table=table_of(rows))) == 0.03
    assert smallest_agreed(replace(FINDING, table=table_of(rows[:1]))) == 1
    assert smallest_agreed(FINDING) is None


def test_of_pairs_whose_p_draws_cannot_tell_apart_the_one_furthest_from_chance_is_named() -> None:
    """As on 77 research infrastructures: 3 instead of 31 of a sector that hardly answered, 13 instead of 126 of one."""
    rows = [
        {"name": name, "observed": observed, "expected": expected, "p": p, "p_adjusted": adjusted, "p_error": error}
        for name, observed, expected, p, adjusted, error in (
            ("little known", 3, 31.4, 0.001, 0.008, 0.002),
            ("well known", 13, 125.5, 0.001, 0.008, 0.002),
            ("less clear", 0, 300.0, 0.02, 0.04, 0.01),
        )
    ]
    assert clearest_of(rows, "observed")["name"] == "well known"
    # A p that is smaller by more than errors can explain comes first, however small the difference.
    assert clearest_of([{**rows[0], "p_adjusted": 0.0001, "p_error": 0.0001}, *rows[1:]], "observed") == {
        **rows[0], "p_adjusted": 0.0001, "p_error": 0.0001,
    }  # fmt: skip
    assert clearest_of(rows[2:], "observed")["name"] == "less clear"
