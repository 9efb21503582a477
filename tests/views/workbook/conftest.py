"""The example's findings, and its folders as `report` writes them, with few permutations."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph import Findings
from tests.facts.partnerships import findings_of

EXAMPLE = "surveys/wren-county"


@pytest.fixture(scope="session")
def found() -> Findings:
    return findings_of("wren-county")


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("report")
    sg.report(sg.read(EXAMPLE), output, permutations=99, draws=20)
    return output
