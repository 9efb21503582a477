"""What has nothing to be compared with: ranges, introductions, and large tables of answers."""

import tempfile
from collections.abc import Iterator
from time import perf_counter

from stakeholder_graph import introductions
from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from tests.benchmarks.comparison import Comparison
from tests.benchmarks.networks import DEGREE, sectors_of
from tests.benchmarks.timing import spent
from tests.many_organizations import many_organizations


def ranges_of_all(n: int, draws: int) -> Comparison:
    """All measures of one layer with their ranges."""
    made = invent(n, sectors_of(n), density=DEGREE / (n - 1), response=0.7, seed=1)
    names = [name for name, info in measures().items() if info.statistic]
    settings = MeasureSettings(permutations=999, draws=draws)
    with tempfile.TemporaryDirectory() as folder:
        write(made.tables, folder, made.settings)
        partnership = to_partnership(read_partnership(folder))
    start = perf_counter()  # by the clock, since betweenness uses all the cores there are
    assess(partnership, names, settings=settings)
    what = f"Ranges of {len(names)} measures, {n} organizations of which 70 % answered, by the clock"
    return Comparison(what, perf_counter() - start)


def introduced(n: int) -> Comparison:
    """Twenty introductions in a large network, with the tests that say which sectors hardly work together."""
    ours = many_organizations(n)
    return Comparison(f"20 introductions, {n:,} organizations", spent(lambda: introductions(ours, 20)))


def ours_alone(ranges: int, draws: int, introductions_of: int) -> Iterator[Comparison]:
    """Both."""
    yield ranges_of_all(ranges, draws)
    yield introduced(introductions_of)
