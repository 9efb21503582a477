"""How much the benchmarks do."""

from dataclasses import dataclass

from tests.benchmarks import scaling, whole_report


@dataclass(frozen=True)
class Sizes:
    """Numbers of organizations, unless the name says otherwise."""

    label: tuple[int, ...] = (100, 1_000)
    permutations: int = 10_000
    brokerage: tuple[int, ...] = (100, 1_000, 10_000)
    qap: int = 100
    libraries: tuple[int, ...] = (100, 1_000, 10_000)
    compiled: tuple[int, ...] = (1_000, 10_000)
    ranges: int = 500
    draws: int = 200
    introductions: int = 5_000
    respondents: int = 5_000
    measures: tuple[int, ...] = scaling.SIZES
    reports: tuple[int, ...] = whole_report.SIZES
    times: int = 3


FULL = Sizes()
#: Enough to see that everything runs.
TINY = Sizes((30,), 50, (30,), 30, (40,), (30,), 30, 4, 60, 200, (30, 60), (), 1)
