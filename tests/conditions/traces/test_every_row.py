"""Every row of the example's two ledgers, from its CSV files to the verdict, recounted without the package's code."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from stakeholder_graph import maturity, read
from stakeholder_graph.conditions import Ledger, read_rubric
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from tests.conditions.traces import of_activities, of_agenda, of_measurement, of_network, of_voice
from tests.conditions.traces.counting import Edges, Trace
from tests.conditions.traces.example_files import FOLDER, NOW, answered, ties

#: As `maturity` looks unless told otherwise.
THOROUGH = MeasureSettings()

FIVE: dict[str, Trace] = {
    **of_agenda.ROWS,
    **of_measurement.ROWS,
    **of_activities.ROWS,
    **of_network.COMMUNICATION,
    **of_network.BACKBONE_ROWS,
    **of_voice.VOICE,
    **of_voice.IMPROVEMENT,
}
#: Rows of the theory of action that lists decide; the others wait for a document.
THEORY: dict[str, Trace] = {
    # Three core indicators or more: the count itself is held against the threshold.
    "indicators-disaggregated": Trace(
        "shown", "is_fact", "3 of 12", of_measurement.broken_down, lambda: len(of_measurement.core()), at_least=3
    ),
    "residents-decide": of_voice.SEATS,
    "tested-and-decided": of_voice.TESTED,
    "practice-changed": of_voice.CHANGED,
    "gap-closes": of_measurement.ROWS["gap-closes"],
    "indicators-improving": of_measurement.ROWS["indicators-improving"],
}
#: Rows whose value is a count and not the share that it makes.
COUNTS = frozenset(
    {"gap-closes", "tested-and-decided", "system-changed", "practice-changed", "indicators-disaggregated"}
)


#: Rows that an absence would show: what stands for no effect, and how far from it the whole interval may lie.
WITHIN = {"no-sector-to-itself": (1, 0.5), "no-empty-pair": (1, 0.5), "sectors-as-community": (0, 0.1)}


@cache
def partnership() -> Partnership:
    return read(FOLDER)


@cache
def ledger(rubric: str) -> Ledger:
    return maturity(
        partnership(),
        rubric,
        permutations=THOROUGH.permutations,
        draws=THOROUGH.draws,
        settle=rubric == "five-conditions",
    )


@cache
def completed() -> tuple[tuple[Edges, ...], ...]:
    """The networks as they might be, had all answered: as active as the others, half as active, twice as active."""
    study = StudyContext(partnership(), partnership().graph(NOW), "collaboration", THOROUGH)
    names = study.reports.organizations
    return tuple(
        tuple(
            frozenset((names[a], names[b]) for a, b in zip(*layer.edge_index, strict=True))
            for layer in study.imputations.completed(shift)
        )
        for shift in range(3)
    )


@cache
def drawn(statistic: Callable[[Edges], float]) -> tuple[float, float, float]:
    """The median of the first, and the lowest and the highest of the ends from 5 % to 95 % of all three."""
    values = [[statistic(edges) for edges in networks] for networks in completed()]
    ends = [np.quantile(numbers, (0.05, 0.95)) for numbers in values]
    return float(np.median(values[0])), float(min(low for low, _high in ends)), float(max(high for _low, high in ends))


def test_what_was_answered_stands_in_every_completed_network_as_in_the_file() -> None:
    named = frozenset(ties("collaboration"))
    assert len(named) == 469
    assert {pair for pair in completed()[0][0] if pair[0] in answered()} == named
    assert all(named <= edges for networks in completed() for edges in networks)


def test_every_row_is_traced() -> None:
    assert tuple(sorted(FIVE)) == tuple(sorted(read_rubric("five-conditions").ids))
    documents = {row.id for row in read_rubric("theory-of-action").rows if row.how == "document"}
    assert not documents & THEORY.keys()
    assert documents | THEORY.keys() == set(read_rubric("theory-of-action").ids)


@pytest.mark.parametrize(
    ("rubric", "row"), [("five-conditions", row) for row in FIVE] + [("theory-of-action", row) for row in THEORY]
)
def test_the_row_is_what_its_files_say(rubric: str, row: str) -> None:
    trace, made = {**THEORY, **FIVE}[row] if rubric == "five-conditions" else THEORY[row], ledger(rubric)[row].judgement
    assert (made.verdict, made.because.id) == (trace.verdict, trace.because)
    if trace.of_draws is not None:
        value, *ends = drawn(trace.of_draws)
        assert made.value == pytest.approx(value)
        assert made.range == pytest.approx(tuple(ends))
    elif trace.value is None:
        assert made.value is None
    else:
        value, among = trace.value(), trace.among() if trace.among else None
        if among is not None:
            assert (made.numerator, made.denominator) == (value, among)
        shown = value if among is None or row in COUNTS else value / among
        assert made.value == pytest.approx(shown, abs=trace.near)
        if trace.range is not None:
            assert made.range == pytest.approx(trace.range(), abs=trace.near)
        else:
            assert made.range is None
    if trace.at_least is None and trace.at_most is None:
        return
    criterion = read_rubric(rubric)[row]
    assert criterion.threshold == (trace.at_least if trace.at_most is None else trace.at_most)
    assert criterion.direction == ("at least" if trace.at_most is None else "at most")
    assert made.value is not None
    low, high = made.range or (made.value, made.value)
    if trace.because == "gate_shut":
        assert ledger(rubric)["answered-names"].judgement.verdict == "not met"
    else:
        assert trace.by_rule(low, high) == trace.verdict


@pytest.mark.parametrize("row", WITHIN)
def test_an_absence_takes_the_whole_interval_within_its_margin(row: str) -> None:
    criterion, made, (none, margin) = (
        read_rubric("five-conditions")[row],
        ledger("five-conditions")[row].judgement,
        WITHIN[row],
    )
    assert (criterion.direction, criterion.threshold, criterion.margin) == ("within a margin", none, margin)
    assert made.value is not None
    assert made.range is not None
    assert max(abs(end - none) for end in made.range) > margin  # so that none of the three is shown
    refuted = abs(made.value - none) > margin and (made.p_adjusted or 1) <= 0.05
    assert made.verdict == ("not met" if refuted else "too close")


def test_a_permutation_of_our_own_gives_the_same_p() -> None:
    made = ledger("five-conditions")["outcomes-shared-work"].judgement
    assert made.p is not None
    # The p of 2,000 permutations near .05 has a standard error of .005, and twice that where a tail counts twice.
    assert made.p == pytest.approx(of_agenda.shared_work_by_chance(), abs=0.02)
    assert (made.p <= 0.05) == (made.verdict == "shown")
