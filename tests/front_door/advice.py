"""Follows the advice that stands beside a problem, by its words, as somebody would who reads nothing else."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

from stakeholder_graph.model.problems import Problem
from tests.front_door.person import WORKBOOK

Move = Callable[[Path, Problem, "re.Match[str]"], None]
"""Does what the words of an advice say."""


def follow(problems: Sequence[Problem], folder: Path, followed: set[str]) -> list[str]:
    """Follow the first advice of each kind that was not followed before; what was done, in the advice's own words."""
    done = []
    for problem in problems:
        key = f"{problem.file}: {problem.todo}"
        if key in followed:
            continue
        followed.add(key)
        for pattern, move in MOVES:
            match = re.search(pattern, problem.todo)
            if match:
                move(folder, problem, match)
                done.append(key)
                break
    return done


def _remove(folder: Path, problem: Problem, match: "re.Match[str]") -> None:
    (folder / problem.file).unlink()


def _beside(folder: Path, problem: Problem, match: "re.Match[str]") -> None:
    """Write a word beside a label of the first sheet."""
    book = openpyxl.load_workbook(folder / WORKBOOK)
    for row in book["Start here"].iter_rows(min_row=2):
        if row[0].value == match["label"]:
            row[1].value = match["word"]
    book.save(folder / WORKBOOK)


def _compute(folder: Path, problem: Problem, match: "re.Match[str]") -> None:
    """Open a workbook in a spreadsheet and save it: what its formulas look up then stands in their cells."""
    book = openpyxl.load_workbook(folder / problem.file)
    for cell in (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row):
        looked_up = _LOOK_UP.fullmatch(str(cell.value))
        if looked_up:
            known = {row[0].value: row[1].value for row in book[looked_up["sheet"]].iter_rows()}
            cell.value = known[cell.parent[looked_up["cell"]].value]
    book.save(folder / problem.file)


_LOOK_UP = re.compile(r"=VLOOKUP\((?P<cell>\w+),(?P<sheet>\w+)!A:B,2,FALSE\)")
MOVES: tuple[tuple[str, Move], ...] = (
    (r"[Ww]rite (?P<word>\S+) beside “(?P<label>[^”]+)”", _beside),
    (r"Open the workbook in a spreadsheet, save it", _compute),
    (r"remove it if it is not needed", _remove),
)
