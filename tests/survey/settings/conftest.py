"""An export that tests of settings share."""

from pathlib import Path

import pytest

from tests.survey.settings.made_exports import HOW_OFTEN, ORG, grid, qualtrics


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return qualtrics(tmp_path / "survey.csv", [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN)])
