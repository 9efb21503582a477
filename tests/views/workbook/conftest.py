"""The example's findings, and its folders as `report` writes them, with few permutations."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph import Findings

EXAMPLE = "surveys/wren-county"


@pytest.fixture(scope="session")
def found() -> Findings:
    return sg.measure(sg.read(EXAMPLE), permutations=99, draws=20)


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("report")
    sg.report(sg.read(EXAMPLE), output, permutations=99, draws=20)
    return output
