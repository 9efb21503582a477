"""The rule for lines against what anybody could prove: every answer pattern, and exact search, tried in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, product

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.editions.independent_sets import IndependentSets
from stakeholder_graph.editions.line_rule import may_draw_lines, may_state_response


@dataclass(frozen=True)
class Answers:
    """What was answered in one wave."""

    answered: np.ndarray
    nominations: np.ndarray
    level: np.ndarray

    @property
    def n(self) -> int:
        """How many organizations there are."""
        return len(self.answered)

    @property
    def silent(self) -> int:
        """How many of them are silent."""
        return int((~self.answered).sum())

    def graph(self) -> "nx.Graph[int]":
        """All lines."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from(self.nominations[:, 1:].tolist())
        return graph

    def drawn(self) -> dict[tuple[int, int, int], float]:
        """Layer and ends of each line with the level that is shown."""
        shown: dict[tuple[int, int, int], float] = {}
        for (layer, a, b), level in zip(self.nominations.tolist(), self.level.tolist(), strict=True):
            key = layer, min(a, b), max(a, b)
            shown[key] = max(level, shown.get(key, 0.0))
        return shown

    def own(self, k: int) -> dict[tuple[int, int, int], float]:
        """The same of what one organization reported."""
        mine = self.nominations[:, 1] == k
        return Answers(self.answered, self.nominations[mine], self.level[mine]).drawn()

    def proven(self, k: int) -> set[int]:
        """Partners of an organization that must have answered, as it did not report what is drawn."""
        own = self.own(k)
        return {
            a + b - k
            for (layer, a, b), level in self.drawn().items()
            if k in (a, b) and own.get((layer, a, b)) != level
        }

    def may_draw(self, *, strict: bool = False) -> bool:
        """What the rule says."""
        return may_draw_lines(self.answered, self.nominations, self.level, strict=strict)


def invented(n: int, silent: int, density: float, layers: int, seed: int) -> Answers:
    """Answers drawn at random: further layers repeat most of the first, half of what is reported is returned."""
    rng = np.random.default_rng(seed)
    answered = np.ones(n, dtype=bool)
    answered[rng.choice(n, silent, replace=False)] = False
    first = rng.random((n, n)) < density
    first |= first.T & (rng.random((n, n)) < 0.5)
    kept = [(first & (rng.random((n, n)) < 0.8)) | (rng.random((n, n)) < density / 5) for _ in range(layers)]
    reports = np.argwhere(np.array(kept) & answered[:, None] & ~np.eye(n, dtype=bool))
    return Answers(answered, reports, rng.integers(1, 4, len(reports)).astype(float))


def largest(graph: "nx.Graph[int]") -> set[int]:
    """The largest independent set, by exact search."""
    return set(nx.max_weight_clique(nx.complement(graph), weight=None)[0])


def exact_rule(answers: Answers) -> bool:
    """The rule with exact search instead of greedy search."""
    graph, silent = answers.graph(), answers.silent
    if not silent:
        return True
    whole = largest(graph)

    def has(size: int, without: set[int]) -> bool:
        return len(whole - without) >= size or len(largest(graph.subgraph(set(graph) - without))) >= size

    for k in range(answers.n):
        if not has(silent + 1, {k}):
            return False
        if answers.answered[k] and not has(silent + 1, {k, *answers.proven(k)}):
            return False
        if not answers.answered[k] and silent > 1 and not has(silent, {k, *graph[k]}):
            return False
    return True


def proven_silent(graph: "nx.Graph[int]", silent: int) -> set[int]:
    """Who is silent in every pattern that agrees with lines and S, tried one by one."""
    sets = [set(c) for c in combinations(graph, silent) if not graph.subgraph(c).size()]
    return set.intersection(*sets) if sets else set()


def somebody_is_proven(answers: Answers) -> bool:
    """Whether an outsider or a partner with its own answers can prove that somebody else is silent."""
    graph = answers.graph()
    if proven_silent(graph, answers.silent):
        return True
    for k in range(answers.n):
        gone = {k} | (answers.proven(k) if answers.answered[k] else set(graph[k]))
        if proven_silent(graph.subgraph(set(graph) - gone), answers.silent - (not answers.answered[k])):
            return True
    return False


def drawn_at_random(count: int, most: int) -> Iterator[Answers]:
    """Partnerships of up to so many organizations, one to three layers, few to most of them silent."""
    rng = np.random.default_rng(12)
    for seed in range(count):
        n = int(rng.integers(4, most + 1))
        silent = int(rng.integers(0, max(2, round(0.45 * n)) + 1))
        yield invented(n, silent, float(rng.uniform(0.02, 0.25)), int(rng.integers(1, 4)), seed)


def test_the_rule_says_what_exact_search_says() -> None:
    """It never draws where exact search would not, and hardly ever withholds what exact search would draw."""
    said = [(answers.may_draw(), exact_rule(answers)) for answers in drawn_at_random(300, 30)]
    assert not [1 for rule, exact in said if rule and not exact]
    needless = sum(exact and not rule for rule, exact in said)
    withheld = sum(not rule for rule, _ in said)
    assert needless <= 1
    assert 30 < withheld < 270


def test_nobody_is_proven_silent_where_lines_are_drawn() -> None:
    """Every set of silent organizations is tried, for outsiders and for each partner with its own answers."""
    drawn = [answers for answers in drawn_at_random(250, 12) if answers.silent and answers.may_draw()]
    assert len(drawn) > 60
    assert not any(somebody_is_proven(answers) for answers in drawn)


def test_somebody_is_proven_in_much_of_what_is_withheld() -> None:
    withheld = [answers for answers in drawn_at_random(250, 12) if not answers.may_draw()]
    assert sum(map(somebody_is_proven, withheld)) > 0.4 * len(withheld)


def worlds(n: int) -> Iterator[Answers]:
    """Everything that n organizations can answer in one layer."""
    for silent in chain.from_iterable(combinations(range(n), size) for size in range(n + 1)):
        answered = np.array([k not in silent for k in range(n)])
        asked = [(0, a, b) for a in range(n) for b in range(n) if a != b and answered[a]]
        for said in product((False, True), repeat=len(asked)):
            named = [report for report, yes in zip(asked, said, strict=True) if yes]
            nominations = np.array(named, dtype=np.intp).reshape(-1, 3)
            yield Answers(answered, nominations, np.ones(len(named)))


@pytest.mark.parametrize("n", [3, 4])
def test_the_decision_itself_proves_nothing(n: int) -> None:
    """Whoever knows the rule knows, too, that all patterns in which it would have decided otherwise are out."""
    possible: dict[object, list[set[int]]] = {}
    drawn = 0
    for answers in worlds(n):
        draws = answers.may_draw()
        silent = set(np.flatnonzero(~answers.answered).tolist())
        drawn += draws and bool(silent)
        states = draws or may_state_response(n, n - len(silent))
        public = draws, frozenset(answers.drawn()) if draws else None, len(silent) if states else None
        for reader in (None, *range(n)):
            own = None if reader is None else (reader in silent, frozenset(answers.own(reader)))
            possible.setdefault((public, reader, own), []).append(silent - {reader})
    for patterns in possible.values():
        assert not set.intersection(*patterns)
    assert drawn > 50 * (n - 3)


def test_lines_by_layer_prove_what_lines_taken_together_would_not() -> None:
    """Of 1, the first organization reported contact alone; a line of collaboration then was reported by 1."""
    answered = np.array([True, True, False, True])
    one_layer = np.array([[0, 0, 1], [0, 1, 0], [0, 3, 2]])
    two_layers = np.array([[0, 0, 1], [1, 1, 0], [0, 1, 0], [0, 3, 2]])
    assert may_draw_lines(answered, one_layer)
    assert not may_draw_lines(answered, two_layers)


def test_a_level_that_one_did_not_report_proves_that_the_other_side_did() -> None:
    answered, named = np.array([True, True, False, True]), np.array([[0, 0, 1], [0, 1, 0], [0, 3, 2]])
    assert may_draw_lines(answered, named, np.array([2.0, 2.0, 1.0]))
    assert not may_draw_lines(answered, named, np.array([1.0, 2.0, 1.0]))


def test_without_direction_every_partner_may_have_learned_of_all_of_its_lines() -> None:
    answered = np.array([True, True, False, True])
    both = np.array([[0, 0, 1], [0, 1, 0], [0, 3, 2]])
    assert may_draw_lines(answered, both)
    assert not may_draw_lines(answered, both, directed=False)
    loose = np.array([True] * 5 + [False])
    assert may_draw_lines(loose, both[:1], directed=False)


@pytest.mark.parametrize("silent", [1, 3, 5, 8])
def test_strict_asks_for_a_third_more(silent: int) -> None:
    """A clique of those that answered, and as many without a line as are needed to the last one."""
    for loose in range(silent, 3 * silent):
        others = 6
        answered = np.ones(others + loose, dtype=bool)
        answered[others : others + silent] = False
        clique = np.array([(0, a, b) for a in range(others) for b in range(others) if a != b])
        # One may be taken from those without a line, as one of them asks of the rest; one of the clique replaces it.
        least = max(silent + 1, -(-4 * silent // 3))
        assert may_draw_lines(answered, clique, strict=True) == (loose - 1 + 1 >= least)
        assert may_draw_lines(answered, clique) == (loose - 1 + 1 >= silent + 1)


def test_everybody_answered_or_nobody() -> None:
    line = np.array([[0, 0, 1]])
    assert may_draw_lines(np.array([True, True]), line)
    assert not may_draw_lines(np.array([False, False]), np.empty((0, 3), dtype=np.intp))
    assert not may_draw_lines(np.array([True, False]), line)


@pytest.mark.parametrize(("n", "density"), [(12, 0.3), (20, 0.15), (30, 0.1), (40, 0.2), (60, 0.1)])
def test_the_largest_set_that_is_found_is_the_largest_there_is(n: int, density: float) -> None:
    for seed in range(6):
        graph = nx.gnp_random_graph(n, density, seed=seed)
        found = IndependentSets(n, np.array(graph.edges, dtype=np.intp).reshape(-1, 2), seed)
        assert found.largest() == len(largest(graph))


def test_what_is_found_is_independent_and_leaves_out_what_it_must() -> None:
    graph = nx.gnp_random_graph(50, 0.15, seed=3)
    sets = IndependentSets(50, np.array(graph.edges, dtype=np.intp))
    size = sets.largest()
    for seed in range(20):
        without = set(np.random.default_rng(seed).choice(50, 15, replace=False).tolist())
        left = graph.subgraph(set(graph) - without)
        assert [sets.has(k, without) for k in range(1, size + 1)] == [
            k <= len(largest(left)) for k in range(1, size + 1)
        ]


def test_the_same_seed_finds_the_same() -> None:
    answers = invented(40, 12, 0.1, 2, 5)
    said = {may_draw_lines(answers.answered, answers.nominations, seed=7) for _ in range(3)}
    assert len(said) == 1


@pytest.mark.parametrize(
    ("n", "answered", "may"),
    [(10, 0, False), (10, 1, False), (10, 2, False), (10, 3, True), (10, 9, True), (10, 10, True), (1, 1, True)],
)
def test_response_is_stated_where_it_names_nobody(n: int, answered: int, may: bool) -> None:
    assert may_state_response(n, answered) == may
