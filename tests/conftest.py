"""What tests of every floor share."""

import gc
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.survey import Survey, read_partnership

Files = Mapping[str, str | bytes]

# How long an example takes says more of what else the machine does than of the code. Where a change is judged, the
# examples are the same for every change; elsewhere they go on looking.
settings.register_profile("here", deadline=None)
settings.register_profile("judge", deadline=None, derandomize=True)
settings.load_profile("judge" if os.environ.get("CI") else "here")


def pytest_collection_finish() -> None:
    """Leave ten thousand tests and all modules out of every later search for garbage, of which they are none."""
    gc.collect()
    gc.freeze()


def _write(folder: Path, files: Files) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that a test calls start no second process, which would load all modules anew."""
    monkeypatch.setattr("stakeholder_graph.concurrency.second_process.cores", lambda: 1)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real surveys that are not part of the project, beside it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real surveys are not beside the project")
    return folder


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Files], Survey]:
    """Reads a folder with these files."""
    return lambda files: read_partnership(_write(tmp_path / "partnership", files))


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[Files], tuple[Problem, ...]]:
    """Gives all that is wrong with a folder with these files."""

    def found(files: Files) -> tuple[Problem, ...]:
        with pytest.raises(SurveyError) as caught:
            read_partnership(_write(tmp_path / "partnership", files))
        return caught.value.problems

    return found
