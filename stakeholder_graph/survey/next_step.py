"""The one thing to do next, after the survey of a partnership was looked through."""

from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
from stakeholder_graph.survey.settings.workbook.open_decisions import waiting_cells
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.sheets import SHEETS, WORKBOOK_FILE, sheet_file
from stakeholder_graph.text import _, _n
from stakeholder_graph.text.commands import quoted

#: What is decided first: the rest may follow from it.
_FIRST = ("Files", "Questions", "Scales", "Names", "Promise")
_COMMAND = "stakeholder-graph "


def next_step(path: Path, undecided: Sequence[Problem], problems: Sequence[Problem] = (), unlisted: int = 0) -> str:
    """Say what to do next, in one sentence that can be followed as it stands.

    Parameters
    ----------
    path : Path
        As the user names the partnership.
    undecided : sequence of Problem
        Decisions that are open.
    problems : sequence of Problem
        What is wrong; it comes first.
    unlisted : int
        How many organizations that the survey asked about are not on the list: the step names them, too.

    Examples
    --------
    >>> next_step(Path("surveys/wren"), ())
    'Next: stakeholder-graph report surveys/wren'
    >>> next_step(Path("our survey"), (), [Problem("The cell is blank.", "Fill it in.", "ties.csv", 3)])
    'Next: fill it in (ties.csv, row 3), then run: stakeholder-graph check "our survey"'
    """
    if problems:
        return _of_problem(problems[0], path)
    if not undecided:
        return _("Next: stakeholder-graph report {path}", path=quoted(path))
    if unlisted:
        adding = _n(
            "The list of organizations lacks {count} that the survey asked about: add it.",
            "The list of organizations lacks {count} that the survey asked about: add them.",
            unlisted,
        )
        return f"{adding}\n{_of_decisions(undecided, path)}"
    return _of_decisions(undecided, path)


def _of_decisions(undecided: Sequence[Problem], path: Path) -> str:
    for sheet in (*_FIRST, *SHEETS):
        if waiting := [problem for problem in undecided if problem.file == sheet_file(sheet)]:
            count = _yellow_cells(path, sheet, len(waiting))
            # What nobody could draft, such as which of two answers counts, has no yellow cell.
            return _of_sheet(sheet, count, path) if count else _of_problem(waiting[0], path)
    return _of_problem(undecided[0], path)


def _of_sheet(sheet: str, count: int, path: Path) -> str:
    return _n(
        "Next: decide the {count} yellow cell on the sheet {sheet} of {workbook}, save and close it, then run: "
        "stakeholder-graph check {path}",
        "Next: decide the {count} yellow cells on the sheet {sheet} of {workbook}, save and close it, then run: "
        "stakeholder-graph check {path}",
        count, sheet=sheet, workbook=WORKBOOK_FILE, path=quoted(path),
    )  # fmt: skip


def _yellow_cells(path: Path, sheet: str, otherwise: int) -> int:
    """How many cells of a sheet wait, where the workbook can be read."""
    workbook = (path if path.is_dir() else path.parent) / WORKBOOK_FILE
    if not workbook.is_file():
        return otherwise
    try:
        return waiting_cells(read_workbook(workbook, Inspection()).draft()).get(sheet, 0)
    except SurveyError:
        return otherwise


def _of_problem(problem: Problem, path: Path) -> str:
    head, mark, command = problem.todo.partition(_COMMAND)
    if mark and head.rstrip().endswith(":"):
        alone = f"{_COMMAND}{command}" if len(head) < len("Run this: ") else _begun(problem.todo)
        return _("Next: {todo}", todo=alone)
    todo, where = _begun(problem.todo).removesuffix("."), problem.where
    if not where:
        return _("Next: {todo}, then run: stakeholder-graph check {path}", todo=todo, path=quoted(path))
    return _(
        "Next: {todo} ({where}), then run: stakeholder-graph check {path}", todo=todo, where=where, path=quoted(path)
    )


def _begun(sentence: str) -> str:
    """A sentence as it goes on behind a colon."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence
