"""What README shows works as it is shown."""

import doctest
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted >= 8
    assert not result.failed


def test_the_it_person_reads_of_every_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    libraries = [re.split(r"[>=<]", text)[0] for text in project["dependencies"]]
    assert [name for name in libraries if name.casefold() not in README.casefold()] == []
