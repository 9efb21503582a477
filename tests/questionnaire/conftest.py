"""Questionnaires that the tests of several files look at."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.questionnaire import Questionnaire, build_questionnaire, language_versions, read_plan
from tests.questionnaire.folders import FEW, WREN, Asked, Versions, write_files


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Make the questionnaire of a folder with these files, in one language."""

    def make(files: Mapping[str, str] = FEW, **more: Any) -> Questionnaire:
        return build_questionnaire(read_plan(write_files(tmp_path, files)), **more)

    return make


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    """Make the questionnaire of a folder with these files, in every language."""

    def make(files: Mapping[str, str] = FEW, **more: Any) -> tuple[Questionnaire, ...]:
        return language_versions(read_plan(write_files(tmp_path, files)), **more)

    return make


@pytest.fixture(scope="session")
def wren_versions() -> tuple[Questionnaire, ...]:
    """The questionnaire of Wren County in every language, English first."""
    return language_versions(read_plan(WREN), contact="Ada at Wren Forward", until="1 March")


@pytest.fixture(scope="session")
def wren(wren_versions: tuple[Questionnaire, ...]) -> Questionnaire:
    """The questionnaire of Wren County in English."""
    return wren_versions[0]
