"""The model stands on the ground: importing it loads neither a data frame, nor an array, nor a command line."""

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

import stakeholder_graph.model

MODULES = sorted(f"stakeholder_graph.model.{module.name}" for module in iter_modules(stakeholder_graph.model.__path__))


def test_the_model_is_imported_without_pandas_numpy_or_click() -> None:
    lines = [*(f"import {module}" for module in MODULES), "import sys"]
    lines.append('print([name for name in ("pandas", "numpy", "click") if name in sys.modules])')
    run = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert import_module(module).__doc__
