"""The benchmarks still run, and compare like with like."""

import numpy as np
import pytest

from stakeholder_graph.inference.label_permutation import under_labels
from stakeholder_graph.measures.sectors import ei_index as ei
from tests.benchmarks import BEGINS, ENDS, README, TINY, Row, into, layer, loop, run, table


def test_a_tiny_run_fills_the_table() -> None:
    rows = list(run(TINY))
    assert all(row.ours > 0 for row in rows)
    written = table(rows)
    assert written.count("\n") == len(rows) + 2
    assert "plain loop" in written


def test_the_plain_loop_finds_what_the_batches_find() -> None:
    on = layer(40)
    plain, batches = loop(on, 2000), under_labels(on, ei.of_mixing, 2000)
    error = np.std(plain) * np.sqrt(2 / 2000)
    assert np.mean(plain) == pytest.approx(batches.mean(), abs=4 * error)
    assert np.std(plain) == pytest.approx(batches.std(), rel=0.1)


def test_the_table_stands_between_its_marks_in_the_readme() -> None:
    text = f"a\n{BEGINS}\nold\n{ENDS}\nb\n"
    assert into(text, table([Row("x", 1.0)])) == f"a\n{BEGINS}\n\n{table([Row('x', 1.0)])}\n{ENDS}\nb\n"
    assert README.read_text(encoding="utf-8").count(BEGINS) == README.read_text(encoding="utf-8").count(ENDS) == 1
