"""The attack itself: it proves what follows, nothing else, and finds what is planted."""

from dataclasses import replace
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from tests.attacks.attack import attack, attack_as
from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.extract import interval
from tests.attacks.folders import BY_SECTOR, LAYER, SECTORS, WAVE, WHOLE, Invented, by_hand
from tests.attacks.guessing import sample
from tests.attacks.seen import Drawn, Fact
from tests.attacks.solve import consistent, forced, patterns, solution, understood
from tests.attacks.truth import Truth
from tests.attacks.witnesses import witnesses

COUNT: tuple[str, tuple[str, ...]] = ("answered", ())
NUMBERS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "lines": [COUNT],
    "sectors": [COUNT, *(("answered", (sector,)) for sector in SECTORS)],
    "pairs": [COUNT, ("pairs known", ())],
    "all": [COUNT, *((name, ()) for name in WHOLE), *((name, (sector,)) for name in BY_SECTOR for sector in SECTORS)],
}


def _silent(system: System) -> set[int]:
    proof = forced(system, [system.answered(k) for k in system.members])
    assert not proof.undecided
    return {k for k in system.members if proof.value.get(system.answered(k)) == 0}


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("seed", range(4))
def test_programming_proves_what_full_enumeration_proves(numbers: str, seed: int) -> None:
    system = System(Invented(9, 3, 0.25, seed).seen(NUMBERS[numbers]), WAVE)
    agreeing = np.array(list(patterns(system)))
    proof = forced(system, [system.answered(k) for k in system.members])
    enumerated = {
        system.answered(k): int(column[0])
        for k, column in zip(system.members, agreeing.T, strict=True)
        if len(set(column.tolist())) == 1
    }
    assert proof.value == enumerated


@pytest.mark.parametrize("seed", range(4))
def test_programming_proves_the_reports_that_each_search_by_itself_proves(seed: int) -> None:
    system = System(Invented(7, 2, 0.3, seed).seen(NUMBERS["all"]), WAVE)
    reports = [system.reported(LAYER, *pair) for pair in system.directions(LAYER)]
    possible = {
        variable: [value for value in (0, 1) if solution(system, fixed={variable: value})[0] is not None]
        for variable in reports
    }
    assert forced(system, reports).value == {k: values[0] for k, values in possible.items() if len(values) == 1}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_proven_is_true(seed: int) -> None:
    made = Invented(11, 3, 0.2, seed)
    system = System(made.seen(NUMBERS["all"]), WAVE)
    true = made.assignment(system)
    proof = forced(system, list(true))
    assert proof.value.items() <= true.items()


def test_numbers_that_are_planted_are_found_out() -> None:
    """Lines less pairs known is how many lines the silent have: here it can only be these two's."""
    lines = [(a, b) for a, b in combinations(range(6), 2) if (a, b) != (4, 5)] + [(6, 0), (7, 1)]
    clean = by_hand(lines, 8, 2)
    assert _silent(System(clean, WAVE)) == set()
    planted = Fact("pairs known", len(lines) - 2, len(lines) - 2, LAYER, WAVE, (), "", "planted")
    assert _silent(System(clean, WAVE, (*clean.facts, planted))) == {6, 7}


def test_a_naming_that_was_not_returned_is_found_out() -> None:
    lines = [(0, 1), (1, 2), (2, 3)]
    clean = by_hand(lines, 4, 0)
    unreturned = Fact("named by one", 3, 3, LAYER, WAVE, (), "", "planted")
    first = Fact("mentions by", 1, 1, LAYER, WAVE, ("Schools",), "", "planted")
    seen = replace(clean, sector=("Schools", "Health", "Health", "Health"))
    nothing = forced(System(seen, WAVE), _reports(System(seen, WAVE)))
    assert nothing.value == {}
    system = System(seen, WAVE, (*clean.facts, unreturned, first))
    value = forced(system, _reports(system)).value
    assert value == {system.reported(LAYER, 0, 1): 1, system.reported(LAYER, 1, 0): 0}


@pytest.mark.parametrize("seed", range(12))
def test_lines_alone_prove_nobody_silent_where_an_independent_set_has_one_to_spare(seed: int) -> None:
    made = Invented(9, 1 + seed % 4, 0.1 + 0.02 * (seed % 12), seed)
    n_silent = int((made.answered == 0).sum())
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(9))
    graph.add_edges_from((int(a), int(b)) for a, b in made.lines)
    independent = [set(members) for members in nx.find_cliques(nx.complement(graph))]
    proven = _silent(System(made.seen([COUNT]), WAVE))
    if max(map(len, independent)) > n_silent:
        assert proven == set()
    else:
        assert proven == set.intersection(*(members for members in independent if len(members) == n_silent))


def test_lines_alone_prove_all_silent_where_they_are_the_only_independent_set() -> None:
    lines = [(a, b) for a, b in combinations(range(8), 2) if b < 5 or a < 5 <= b]
    assert _silent(System(by_hand(lines, 8, 3), WAVE)) == {5, 6, 7}
    fewer = [pair for pair in lines if pair not in {(0, 5), (0, 6), (0, 7)}]
    assert _silent(System(by_hand(fewer, 8, 3), WAVE)) == set()


def test_a_partner_knows_more_than_the_folder() -> None:
    """Of two with a line between them one is silent; whoever named nobody knows that the other did answer."""
    system = System(by_hand([(0, 1)], 3, 1), WAVE)
    assert _silent(system) == set()
    truth = Truth(frozenset({0, 1}), {LAYER: {(1, 0): 1}})
    assert attack_as(0, system, truth, 60).silent == {2}
    # The other one reported the line: it learns nothing from it, and either may be silent.
    assert attack_as(1, system, truth, 60).silent == set()
    # Whoever is silent knows that nobody else is; of itself it proves nothing.
    assert attack_as(2, system, truth, 60).silent == set()


def test_a_partner_learns_from_a_level_that_it_did_not_report() -> None:
    seen = by_hand([(0, 1)], 3, 1)
    shown = Drawn(np.array([[0, 1]]), np.array([2]), ("low", "high"))
    system = System(replace(seen, drawn={(LAYER, WAVE): shown}), WAVE)
    as_drawn = Truth(frozenset({0, 1}), {LAYER: {(0, 1): 2, (1, 0): 2}})
    lower = Truth(frozenset({0, 1}), {LAYER: {(0, 1): 1, (1, 0): 2}})
    assert attack_as(0, system, as_drawn, 60).silent == set()
    assert attack_as(0, system, lower, 60).silent == {2}


def test_a_partner_proves_a_naming_that_was_not_returned() -> None:
    """Two of three lines were named by both; the partner in the middle named both others and was named by one."""
    seen = by_hand([(0, 1), (1, 2), (0, 2)], 3, 0)
    number = Fact("mentions by", 1, 1, LAYER, WAVE, ("Schools",), "", source="planted")
    system = System(replace(seen, sector=("Health", "Health", "Schools"), facts=(*seen.facts, number)), WAVE)
    truth = Truth(frozenset(range(3)), {LAYER: {(0, 1): 1, (1, 0): 1, (1, 2): 1, (0, 2): 1, (2, 0): 1}})
    assert attack_as(1, system, truth, 60).unreturned == set()
    # The first did not name the third, so that one named it; its only naming then is no other.
    other = Truth(frozenset(range(3)), {LAYER: {(0, 1): 1, (1, 0): 1, (1, 2): 1, (2, 0): 1}})
    assert attack_as(0, system, other, 60).unreturned == {(LAYER, 1, 2)}


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("seed", range(3))
def test_a_partner_proves_what_full_enumeration_proves(numbers: str, seed: int) -> None:
    """`attack_as` compares the two itself, and raises if they differ."""
    made = Invented(9, 3, 0.25, seed)
    system = System(made.seen(NUMBERS[numbers]), WAVE)
    truth = Truth(frozenset(np.flatnonzero(made.answered).tolist()), {LAYER: dict.fromkeys(made.reports, 1)})
    outcomes = [attack_as(k, system, truth, 60) for k in system.members]
    assert all(outcome.silent <= set(system.members) - truth.answered for outcome in outcomes)
    assert all((b, a) not in truth.reports[LAYER] for outcome in outcomes for _, a, b in outcome.unreturned)


@pytest.mark.parametrize("numbers", ["lines", "pairs", "all"])
def test_answers_that_are_made_up_agree_and_change_no_proof(numbers: str) -> None:
    system = System(Invented(10, 3, 0.2, 2).seen(NUMBERS[numbers]), WAVE)
    drawn = sample(system)
    assert drawn is not None
    made = witnesses(system, drawn.silent)
    matrix, low, high = system.matrix()
    totals = matrix @ made.T
    assert ((totals >= low[:, None] - 1e-7) & (totals <= high[:, None] + 1e-7)).all()
    assert len(made) > (20 if numbers == "lines" else 0) or numbers == "all"
    variables = [*(system.answered(k) for k in system.members), *_reports(system)]
    assert forced(system, variables, agreeing=made).value == forced(system, variables).value


def test_a_number_that_the_truth_contradicts_is_said_to_be_misread() -> None:
    seen = by_hand([(0, 1), (1, 2)], 4, 1)
    wrong = Fact("named by both", 2, 2, LAYER, WAVE, source="wrong")
    truth = Truth(frozenset({0, 1, 2}), {LAYER: {(0, 1): 1, (1, 2): 1}})
    outcome = attack(replace(seen, facts=(*seen.facts, wrong)), WAVE, truth, 60)
    assert outcome.misread == [wrong]
    assert not outcome.proves


def test_a_number_that_contradicts_the_others_is_left_out() -> None:
    seen = by_hand([(0, 1), (1, 2)], 4, 1)
    wrong = Fact("pairs known", 9, 9, LAYER, WAVE, (), "", "wrong")
    contradictory = replace(seen, facts=(*seen.facts, wrong))
    system, left_out = understood(contradictory, WAVE)
    assert left_out == [wrong]
    assert consistent(system)


def test_numbers_that_count_lines_are_told_from_those_that_count_answers() -> None:
    lines = [(0, 1), (1, 2), (2, 3)]
    seen = replace(by_hand(lines, 4, 0), sector=("Schools", "Schools", "Health", "Health"))
    of_lines = [
        Fact("mentions leaving", 1, 1, LAYER, WAVE, ("Schools",), "", "report.html, ei_index: To other sectors"),
        Fact("mentions", 1, 1, LAYER, WAVE, ("Schools", "Schools"), "", "report.html, ei_index: Within it"),
        Fact("mentions", 0.49, 0.51, LAYER, WAVE, (), "asked", "report.html, density: value"),
    ]
    of_answers = [replace(of_lines[0], low=2, high=2), of_lines[1]]
    assert without_counted(replace(seen, facts=(*seen.facts, *of_lines))) == (seen, of_lines)
    # One number of a table that does not count lines says that the table does not.
    whole = replace(seen, facts=(*seen.facts, *of_answers))
    assert without_counted(whole) == (whole, [])


def test_sampled_patterns_give_the_shares_of_all_of_them() -> None:
    system = System(Invented(10, 3, 0.15, 1).seen(NUMBERS["lines"]), WAVE)
    exact = 1 - np.array(list(patterns(system))).mean(axis=0)
    drawn = sample(system)
    assert drawn is not None
    np.testing.assert_allclose(drawn.share, exact, atol=0.03)


def test_sampled_patterns_keep_counts_by_sector_and_own_answers() -> None:
    made = Invented(12, 4, 0.1, 3)
    system = System(made.seen(NUMBERS["sectors"]), WAVE)
    truth = Truth(frozenset(np.flatnonzero(made.answered).tolist()), {LAYER: dict.fromkeys(made.reports, 1)})
    informed = system.informed(0, truth)
    drawn = sample(informed)
    assert drawn is not None
    exact = 1 - np.array(list(patterns(informed))).mean(axis=0)
    assert set(np.flatnonzero(drawn.silent.any(axis=0))) <= set(np.flatnonzero(exact > 0))
    for sector in SECTORS:
        counted = [k for k in range(12) if made.sector[k] == sector]
        assert set(drawn.silent[:, counted].sum(axis=1)) == {int((made.answered[counted] == 0).sum())}


@pytest.mark.parametrize(
    ("printed", "bounds"),
    [
        ("2,111", (2111, 2111)),
        ("0.1818", (0.18175, 0.18185)),
        ("22%", (0.215, 0.225)),
        ("–", None),
        ("not shown", None),
    ],
)
def test_a_printed_number_stands_for_an_interval(printed: str, bounds: tuple[float, float] | None) -> None:
    assert interval(printed) == (bounds if bounds is None else pytest.approx(bounds))


def _reports(system: System) -> list[int]:
    return [system.reported(LAYER, *pair) for pair in system.directions(LAYER)]
