"""Follows advice to the letter, as somebody would who knows no more than what it says."""

import re
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from stakeholder_graph.model.problems import Problem

_WRITE = r"\b(write|into its \[\[question\]\], from least to most:) (\w+) = (.+?)( in partnership| The|;|$)"
_LAYER = r"Write into partnership.toml: (.*?)(\[layers\..+?\]) on a line of its own, and below it (\w+ = \w+)"
_SHEET = re.compile(r"partnership\.xlsx, sheet “(.+)”")


class CannotFollowError(AssertionError):
    """The advice does not say what to write where."""


def follow(folder: Path, problem: Problem) -> None:
    """Do what a problem says, once."""
    if (folder / "partnership.xlsx").exists():
        book = openpyxl.load_workbook(folder / "partnership.xlsx")
        _in_workbook(book, problem)
        book.save(folder / "partnership.xlsx")
    else:
        file = folder / "partnership.toml"
        file.write_text(_in_text(file.read_text() if file.exists() else "", problem))


def _column(sheet: Worksheet, header: str) -> int:
    heads = [str(cell.value) for cell in sheet[1]]
    if header not in heads:
        raise CannotFollowError(f"no column {header} in {sheet.title}: {heads}")
    return heads.index(header) + 1


def _chosen(todo: str) -> "re.Match[str] | None":
    """What is to be chosen in a column of the row of the problem."""
    kind = re.search(r"Choose what it is in the column “(.+?)” of its row, “(.+?)” if nothing", todo)
    return kind or re.search(r"Choose what you promised in the column “(.+?)” of its row: (.+?),", todo)


def _in_workbook(book: openpyxl.Workbook, problem: Problem) -> None:
    todo, at, at_row = problem.todo, _SHEET.fullmatch(problem.file), problem.row or 0
    own: Any = book[at[1]] if at else None
    if part := re.search(r"take the “\?” away in the column “(.+?)” of its row", todo):
        cell = own.cell(at_row, _column(own, part[1]))
        assert str(cell.value).endswith("?")
        cell.value = str(cell.value)[:-1]
    elif part := _chosen(todo):
        own.cell(at_row, _column(own, part[1]), part[2])
    elif "take the “?” out of them" in todo:
        column = _column(own, problem.column or "")
        for row in range(2, own.max_row + 1):
            cell = own.cell(row, column)
            if str(cell.value or "").endswith("?"):
                cell.value = str(cell.value)[:-1]
    elif part := re.search(r"write (.+?) in the column “(.+?)” of its row", todo):
        own.cell(at_row, _column(own, part[2]), part[1])
    elif part := re.search(r"Choose yes or no in the column “(.+?)” of “(.+?)” on the sheet “(.+?)”", todo):
        sheet = book[part[3]]
        rows = {str(row[0].value).casefold(): row[0].row for row in sheet.iter_rows(min_row=2)}
        row = rows.get(part[2].casefold(), sheet.max_row + 1)
        sheet.cell(row, 1, part[2])
        sheet.cell(row, _column(sheet, part[1]), "no")
    elif part := re.search(r"Choose in the sheet “(.+?)” what it is, and take the “\?” away", todo):
        sheet = book[part[1]]
        column, named = _column(sheet, "what it is"), problem.file if own is None else own.cell(at_row, 1).value
        for row in range(2, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value) == named.partition(",")[0]:
                sheet.cell(row, column).value = str(sheet.cell(row, column).value).removesuffix("?")
    elif part := re.search(r"Add a row for “(.+?)” to the scale “(.+?)” on the sheet “(.+?)”", todo):
        values = [float(row[1].value) for row in book[part[3]].iter_rows(min_row=2) if row[0].value == part[2]]
        book[part[3]].append([part[2], max(values) + 1, part[1], "yes"])
    elif part := re.search(r"Add a row for each answer to the sheet “(.+?)”, under the scale “(.+?)”", todo):
        for number, answer in enumerate(re.findall(r"“(.+?)”", problem.what.partition(": ")[2])):
            book[part[1]].append([part[2], number, answer, "yes" if number else "no"])
        questions = book["Questions"]
        for row in range(2, questions.max_row + 1):
            if questions.cell(row, _column(questions, "kind of tie")).value == part[2]:
                questions.cell(row, _column(questions, "scale"), part[2])
    elif part := re.search(r"Add a row for each to the sheet “(.+?)”, under the scale “(.+?)”", todo):
        if part[1] not in book.sheetnames:
            raise CannotFollowError(f"there is no sheet {part[1]}")
        for number, word in enumerate(re.findall(r"“(.+?)”", problem.what.partition(": ")[2]), start=1):
            book[part[1]].append([part[2], number, word, "yes"])
    elif part := re.search(r"on the sheet “(Names)”|the sheet “(Names)”", todo):
        names = book["Names"]
        (written,) = re.findall(r"^“(.+?)”", problem.what)
        rows = {str(row[0].value): row[0].row for row in names.iter_rows(min_row=2)}
        row = rows.get(written, names.max_row + 1)
        names.cell(row, 1, written)
        names.cell(row, _column(names, "decision"), "nobody")
    else:
        raise CannotFollowError(str(problem))


def _in_text(text: str, problem: Problem) -> str:
    todo, lines, at_row = problem.todo, text.splitlines(), problem.row or 0
    if "take the line decided = false out of its [[question]]" in todo[:1].lower() + todo[1:]:
        return _without(lines, at_row, "decided = false")
    if part := re.search(r"into its \[\[question\]\]: (promise) = and one of (\"[a-z ]+\")", todo):
        return _with(lines, at_row, f"{part[1]} = {part[2]}")
    if part := re.search(r"Add “(.+?)” to scale = in its \[\[question\]\]", todo):
        start = _question_of(lines, problem)
        at = next(n for n in range(start, len(lines)) if lines[n].startswith("scale = "))
        lines[at] = lines[at].rstrip().removesuffix("]") + f', "{part[1]}"]'
        return "\n".join([*lines, ""])
    if part := re.search(_WRITE, todo):
        row = at_row if problem.file == "partnership.toml" else _question_of(lines, problem)
        return _with(lines, row, f"{part[2]} = {part[3].rstrip('.')}")
    if "take the “?” out of them" in todo:
        return text.replace('?"', '"')
    if part := re.search(_LAYER, todo):
        head = part[1].removesuffix("; then ")
        return f"{head}\n{text}\n{part[2]}\n{part[3]}\n"
    if part := re.search(r"below a line (\[layers\..+?\]), with the least first: (scale = \[.+\])\.", todo):
        if part[1] in text:
            return text.replace(part[1], f"{part[1]}\n{part[2]}")
        return f"{text}\n{part[1]}\n{part[2]}\n"
    if part := re.search(r"Write below (\[layers\..+?\]) in partnership.toml: (\w+ = \w+)", todo):
        return text.replace(part[1], f"{part[1]}\n{part[2]}")
    if "Correct its [[table]]" in todo:
        return text.replace("decided = false\n", "").replace("decided = false", "")
    raise CannotFollowError(str(problem))


def _without(lines: list[str], row: int, line: str) -> str:
    at = lines.index(line, row - 1)
    return "\n".join([*lines[:at], *lines[at + 1 :], ""])


def _with(lines: list[str], row: int, line: str) -> str:
    key = line.partition(" =")[0]
    end = next((n for n in range(row, len(lines)) if lines[n].startswith("[")), len(lines))
    kept = [text for text in lines[row:end] if not text.startswith(f"{key} =")]
    return "\n".join([*lines[:row], line, *kept, *lines[end:], ""])


def _question_of(lines: list[str], problem: Problem) -> int:
    """The question whose layer or item a problem names."""
    about = re.findall(r"(?:layer|to) “(.+?)”", problem.what)[0]
    starts = [number for number, line in enumerate(lines, start=1) if line.startswith("[[question]]")]
    for start in starts:
        block = []
        for line in lines[start:]:
            if line.startswith("["):
                break
            block.append(line)
        if any(f'"{about}"' in line for line in block):
            return start
    raise CannotFollowError(str(problem))


def accept(workbook: Path) -> int:
    """Take away every mark of a guess, and nothing else; how many there were."""
    book = openpyxl.load_workbook(workbook)
    accepted = 0
    for title in ("Files", "Questions", "Scales"):
        for row in book[title].iter_rows(min_row=2) if title in book.sheetnames else ():
            for cell in row:
                if str(cell.value or "").endswith("?"):
                    cell.value = str(cell.value)[:-1]
                    accepted += 1
    book.save(workbook)
    return accepted
