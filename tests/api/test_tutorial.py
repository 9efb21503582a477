"""The tutorial notebook runs from top to bottom, and shows what it ends its cells with."""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).resolve().parents[2] / "surveys" / "tutorial.ipynb"


def code_cells() -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def run(source: str, names: dict[str, Any]) -> object:
    """Run a cell as a notebook does: what its last line gives is shown."""
    *before, last = ast.parse(source).body
    shown = None
    if isinstance(last, ast.Expr):
        exec(compile(ast.Module(before, []), NOTEBOOK.name, "exec"), names)
        shown = eval(compile(ast.Expression(last.value), NOTEBOOK.name, "eval"), names)
    else:
        exec(compile(source, NOTEBOOK.name, "exec"), names)
    return shown


def test_it_runs_and_shows_what_it_ends_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NOTEBOOK.parent)
    names: dict[str, Any] = {}
    shown: list[object] = []
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for cell in code_cells():
            shown.append(run("".join(cell["source"]), names))
    html = [value._repr_html_() for value in shown if hasattr(value, "_repr_html_")]
    assert len(html) >= 8
    assert all("<table" in text for text in html)
    # The partnership's first table says how many answered, and the graph of the room has no direction.
    assert "<td>43</td>" in html[0]
    assert printed.getvalue().rstrip().endswith("61 nodes and 784 edges")


def test_nothing_that_was_shown_is_committed() -> None:
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code_cells())
