"""The change that is planted in the example stands in a comparison, whatever the seed: a loss of answers alone."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.generators.write_files import write
from stakeholder_graph.studies.change.comparison import GroupRow


@pytest.mark.parametrize("seed", range(10))
def test_the_apparent_loss_vanishes_while_early_years_to_health_doubles(seed: int, tmp_path: Path) -> None:
    made = wren_county(seed)
    write(made.tables, tmp_path, made.settings)
    comparison = sg.compare(sg.read(tmp_path), layers="collaboration", permutations=999, draws=20)
    density = {row.on: row for row in comparison.measures if row.name == "density"}
    assert density["all"].change < -0.04
    assert (density["all"].verdict, density["panel"].verdict) == ("not tested", "about the same")
    doubled = next(row for row in comparison.changes if isinstance(row, GroupRow)).ties
    assert (doubled.from_group, doubled.to_group, doubled.before, doubled.after) == ("Early Years", "Health", 12, 24)
