"""Runs the tutorial notebook and stores what its cells show: ``python -m tools.tutorial``.

It reads well then where nobody can run it, such as on a code host. A test compares what is stored with what running
gives. No kernel is needed: a cell shows what it prints, and what its last line gives.
"""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).resolve().parents[1] / "surveys" / "tutorial.ipynb"

Cell = dict[str, Any]
Output = dict[str, Any]


def run_cells(cells: list[Cell]) -> list[list[Output]]:
    """Run the code of a notebook from top to bottom, in the folder where it lies.

    Parameters
    ----------
    cells : list of dict
        As a notebook has them.

    Returns
    -------
    list of list of dict
        What each cell of code shows, as a notebook stores it.
    """
    names: dict[str, Any] = {}
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    with contextlib.chdir(NOTEBOOK.parent):
        return [_outputs(source, names, count) for count, source in enumerate(sources, 1)]


def _outputs(source: str, names: dict[str, Any], count: int) -> list[Output]:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        shown = _run(source, names)
    text = printed.getvalue()
    outputs: list[Output] = [{"name": "stdout", "output_type": "stream", "text": _lines(text)}] if text else []
    if shown is not None:
        html = {"text/html": _lines(shown._repr_html_())} if hasattr(shown, "_repr_html_") else {}
        data = {**html, "text/plain": _lines(repr(shown))}
        outputs.append({"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"})
    return outputs


def _run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does: what its last line gives is shown."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        exec(compile(source, NOTEBOOK.name, "exec"), names)  # noqa: S102 -- our own notebook
        return None
    exec(compile(ast.Module(before, []), NOTEBOOK.name, "exec"), names)  # noqa: S102
    return eval(compile(ast.Expression(last.value), NOTEBOOK.name, "eval"), names)  # noqa: S307


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def read_cells() -> list[Cell]:
    """Give the cells of the notebook as they are stored."""
    cells: list[Cell] = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return cells


def main() -> None:
    """Write the notebook with what its cells show."""
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for count, (cell, outputs) in enumerate(zip(code, run_cells(code), strict=True), 1):
        cell |= {"execution_count": count, "outputs": outputs}
    NOTEBOOK.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
