"""The benchmarks still run, and compare like with like."""

import math
from pathlib import Path

import numpy as np
import pytest

from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.measures.sectors import ei_index as ei
from tests.benchmarks.__main__ import main
from tests.benchmarks.comparison import Comparison, comparison_table
from tests.benchmarks.graph_libraries import SHARED, beside_graph_libraries
from tests.benchmarks.networks import layer
from tests.benchmarks.plain_loop import loop
from tests.benchmarks.readme import README, into, marks
from tests.benchmarks.scaling import Cell, Growth, exponent, growth, growth_csv, growth_table
from tests.benchmarks.sizes import TINY
from tests.benchmarks.whole_report import ReportTime, reports_table

PARTS = ("peers", "scaling", "report")


def test_a_tiny_run_fills_the_tables_of_peers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("\n".join(line for part in PARTS for line in marks(part)), encoding="utf-8")
    main(["--only", "peers"], TINY, readme)
    written = readme.read_text(encoding="utf-8")
    assert "plain loop" in written
    assert "networkx" in written
    assert "This machine takes" in written
    assert capsys.readouterr().out.strip() in written
    assert written.endswith("\n".join(line for part in PARTS[1:] for line in marks(part)))


def test_the_plain_loop_gives_what_the_batches_give() -> None:
    on = layer(40)
    plain, batches = loop(on, 2000), under_labels(on, ei.of_mixing, 2000)
    error = np.std(plain) * np.sqrt(2 / 2000)
    assert np.mean(plain) == pytest.approx(batches.mean(), abs=4 * error)
    assert np.std(plain) == pytest.approx(batches.std(), rel=0.1)


def test_each_value_is_the_same_in_igraph_and_networkx() -> None:
    # Where one differs this raises an error that says by how much.
    assert len(list(beside_graph_libraries((60,), 1))) == len(SHARED)


def test_the_exponent_is_that_of_the_larger_sizes() -> None:
    quadratic = {n: 1e-6 * n**2 for n in (100, 200, 500, 1_000, 2_000, 5_000)}
    assert exponent(quadratic) == pytest.approx(2)
    # What is below the floor does not count, and two points are no fit.
    assert exponent(quadratic | {100: 1.0, 200: 1.0}) == pytest.approx(2)
    assert exponent({n: 1e-9 * n for n in quadratic}) is None


def test_what_is_clearly_over_the_cap_is_not_tried() -> None:
    row = Growth("cubic", dict.fromkeys((50, 100)))
    row.cells.update({n: Cell(1e-6 * n**3, True, frozenset()) for n in (50, 100)})
    assert row.expected(200) == pytest.approx(8)
    assert Growth("new").expected(200) == 0


def test_notes_say_from_which_size_the_method_differs() -> None:
    always, sampled = frozenset({"answered_subgraph"}), frozenset({"answered_subgraph", "sampled"})
    cells = {50: Cell(1, True, always), 100: Cell(1, True, sampled), 200: Cell(1, True, sampled), 500: None}
    assert Growth("betweenness", cells).notes() == "sampled from 100; stopped at 500"
    silent = Cell(1, False, always)
    nothing: dict[int, Cell | None] = {50: Cell(1, True, always), 100: silent, 200: silent}
    assert Growth("key_players", nothing).notes() == "gives nothing from 100"


def test_an_exponent_is_that_of_one_way_of_measuring() -> None:
    """Quadratic up to 400, and little work above, where a limit leaves most of it out."""
    known, left_out = frozenset[str](), frozenset({"too_large"})
    cells: dict[int, Cell | None] = {n: Cell((n / 100) ** 2, True, known) for n in (50, 100, 200, 300, 400)}
    cells |= {n: Cell(0.1, True, left_out) for n in (800, 1_600)}
    row = Growth("tie_predictors", cells)
    assert list(row.one_way) == [50, 100, 200, 300, 400]
    assert exponent(row.one_way) == pytest.approx(2)


def test_measures_are_timed_at_each_size_within_limits() -> None:
    rows = growth((30, 60), ["density", "bright_spots"], cap=20)
    assert [row.name for row in rows] == ["bright_spots", "density"]
    places, density = rows
    assert places.says_nothing
    assert list(density.seconds) == [30, 60]
    table = growth_table(rows, (30, 60))
    assert table.count("| `density` |") == 1
    assert "nothing to say in these networks: `bright_spots`" in table
    assert len(list(growth_csv(rows))) == 5


def test_reports_that_are_given_up_are_said_to_be() -> None:
    rows = [ReportTime("invented", n, n / 100, n / 50) for n in (50, 100, 200, 500, 1_000, 2_000)]
    table = reports_table([*rows, ReportTime("invented", 5_000, None, None)])
    assert "given up after 1,800" in table
    assert "n to the power of 1.0" in table


def test_a_ratio_below_its_aim_is_missed() -> None:
    row = Comparison("x", 0.5, "loop", 10.0, 40)
    assert row.ratio == 20
    assert row.missed
    assert "| x | 0.5 | loop | 10 | 20 | 40 |" in comparison_table([row])
    assert math.isclose(Comparison("x", 0.25, "loop", 10.0, 40).ratio or 0, 40)


@pytest.mark.parametrize("part", PARTS)
def test_a_table_stands_between_its_marks_in_the_readme(part: str) -> None:
    begins, ends = marks(part)
    assert into(f"a\n{begins}\nold\n{ends}\nb\n", part, "new\n") == f"a\n{begins}\n\nnew\n\n{ends}\nb\n"
    assert README.read_text(encoding="utf-8").count(begins) == README.read_text(encoding="utf-8").count(ends) == 1
