"""The attack itself: it proves what follows, nothing else, and finds what is planted."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.cli import main as command
from stakeholder_graph.generators import invent, write
from tests.attacks.__main__ import main
from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.extract import extract, interval
from tests.attacks.folders import BY_SECTOR, LAYER, SECTORS, WAVE, WHOLE, Invented, by_hand
from tests.attacks.seen import Fact
from tests.attacks.solve import consistent, forced, patterns, silent_shares, solution, understood
from tests.attacks.truth import true_answers

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
    seen = by_hand([(0, 1)], 3, 1)
    assert _silent(System(seen, WAVE)) == set()
    system = System(seen, WAVE)
    system.know(0, {LAYER: frozenset()})
    assert _silent(system) == {2}


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
    np.testing.assert_allclose(silent_shares(system, 3, draws=8000), exact, atol=0.05)


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


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A generated survey, and the folders of its report; the community may see the names of half of them."""
    survey, output = tmp_path_factory.mktemp("survey"), tmp_path_factory.mktemp("output")
    made = invent(12, 2, density=0.3, response=0.75, seed=3)
    people = made.tables["organizations"]
    people["public"] = ["no" if k % 2 else "yes" for k in range(len(people))]
    write(made.tables, survey, made.settings)
    quick = ["--permutations", "99", "--draws", "20", "--quiet", "--edition", "community"]
    command(["report", str(survey), "-o", str(output), *quick], standalone_mode=False)
    return survey, output


@pytest.mark.parametrize("edition", ["for-the-room", "for-the-community"])
def test_the_survey_itself_agrees_with_every_number_of_its_folders(written: tuple[Path, Path], edition: str) -> None:
    """Otherwise the attack would misread a page, and its proofs would be worth nothing.

    Numbers on ties count lines of the map, whoever reported them.
    """
    survey, output = written
    seen = extract(output / edition)
    for wave, truth in true_answers(survey, seen).items():
        system, left_out = understood(seen, wave)
        assert left_out == []
        assert {"ei_index", "density", "sector_mixing"} <= {
            fact.source.split(", ")[1].split(":")[0] for fact in without_counted(seen)[1]
        }
        assert any(fact.quantity == "answered" and fact.low == 9 for fact in system.used)
        fixed = {system.answered(k): int(k in truth.answered) for k in system.members}
        for layer in system.layers:
            for a, b in system.directions(layer):
                fixed[system.reported(layer, a, b)] = int((a, b) in truth.reports[layer])
        assert solution(system, fixed=fixed)[0] is not None


def test_the_command_says_what_it_proves(written: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    survey, output = written
    code = main([str(output / "for-the-room"), "--truth", str(survey)])
    said = capsys.readouterr().out
    assert "proven to have not answered: 0" in said
    assert "not returned: 0" in said
    assert "undecided" not in said
    assert code == 0


def test_a_folder_without_a_map_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert "nobody" in capsys.readouterr().out


def _reports(system: System) -> list[int]:
    return [system.reported(LAYER, *pair) for pair in system.directions(LAYER)]
