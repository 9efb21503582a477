"""The oldest versions that are tested are the oldest that are allowed."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOWEST = dict(line.split("==") for line in (ROOT / "tests" / "lowest.txt").read_text(encoding="utf-8").splitlines())


def numbers(text: str) -> tuple[int, ...]:
    """A version as numbers; 2.0 and 2.0.0 are the same."""
    parts = [int(part) for part in text.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def test_every_bound_is_the_version_that_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = [re.fullmatch(r"([\w-]+)>=([\d.]+)", text) for text in project["dependencies"]]
    assert all(bounds), "every dependency has one lower bound and nothing else"
    allowed = {bound[1]: numbers(bound[2]) for bound in bounds if bound}
    assert {name: numbers(text) for name, text in LOWEST.items()} == allowed


@pytest.mark.parametrize("name", LOWEST)
def test_no_older_version_is_installed(name: str) -> None:
    installed = re.match(r"[\d.]*\d", version(name))
    assert installed is not None
    assert numbers(installed[0]) >= numbers(LOWEST[name])
