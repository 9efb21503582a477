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


MOVES: tuple[tuple[str, Move], ...] = (
    (r"[Ww]rite (?P<word>\S+) beside “(?P<label>[^”]+)”", _beside),
    (r"remove it if it is not needed", _remove),
)
