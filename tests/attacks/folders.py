"""Small partnerships as the attack sees them, with the numbers that are asked for: all true."""

from collections.abc import Iterable

import numpy as np

from tests.attacks.constraints import System
from tests.attacks.seen import Drawn, Fact, Seen

LAYER, WAVE = "collaboration", "2025"
SECTORS = ("Health", "Schools", "Business")

#: Numbers of the whole network, and by sector.
WHOLE = ("pairs known", "named by both", "mentions", "asked within", "no mention")
BY_SECTOR = ("answered", "mentions by", "mentions leaving")


class Invented:
    """A network of reports drawn at random, some of its organizations silent."""

    def __init__(self, n: int, n_silent: int, density: float, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.sector = tuple(SECTORS[k % len(SECTORS)] for k in range(n))
        self.answered = np.ones(n, dtype=np.int64)
        self.answered[rng.choice(n, n_silent, replace=False)] = 0
        reports = (rng.random((n, n)) < density) & (self.answered[:, None] == 1) & ~np.eye(n, dtype=bool)
        self.reports = {(int(a), int(b)) for a, b in np.argwhere(reports)}
        lines = sorted({(min(pair), max(pair)) for pair in self.reports})
        self.lines = np.array(lines, dtype=np.intp).reshape(-1, 2)

    def seen(self, quantities: Iterable[tuple[str, tuple[str, ...]]]) -> Seen:
        """A folder that draws all lines and states the true value of each quantity, with its sectors."""
        empty = folder(self.lines, self.sector, ())
        system = System(empty, WAVE)
        true = self.assignment(system)
        facts = []
        for quantity, of in quantities:
            # What a quantity stands for is computed from its definition; `test_attack` checks it against the survey.
            asked = System(empty, WAVE, (Fact(quantity, 0, 0, LAYER, WAVE, of),))
            row = asked.rows[-1]
            value = sum(coefficient * true[k] for k, coefficient in row.terms.items()) - row.low
            facts.append(Fact(quantity, value, value, LAYER, WAVE, of, "", quantity))
        return folder(self.lines, self.sector, facts)

    def assignment(self, system: System) -> dict[int, int]:
        """The true value of each variable of answers and reports."""
        true = {system.answered(k): int(self.answered[k]) for k in system.members}
        for a, b in system.directions(LAYER):
            true[system.reported(LAYER, a, b)] = int((a, b) in self.reports)
        return true


def folder(lines: np.ndarray, sector: tuple[str, ...], facts: Iterable[Fact]) -> Seen:
    """What `extract` would give for a folder with one layer in one wave, without levels."""
    names = tuple(f"Organization {k}" for k in range(len(sector)))
    drawn = Drawn(lines, np.zeros(len(lines), dtype=np.intp))
    return Seen(names, sector, {WAVE: frozenset(range(len(names)))}, {(LAYER, WAVE): drawn}, tuple(facts))


def by_hand(lines: list[tuple[int, int]], n: int, n_silent: int) -> Seen:
    """A folder with lines and how many answered, and no other number."""
    total = Fact("answered", n - n_silent, n - n_silent, "", WAVE, (), "", "how many answered")
    return folder(np.array(lines, dtype=np.intp).reshape(-1, 2), ("Health",) * n, [total])
