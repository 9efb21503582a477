"""Workbooks that are not XLSX (ODS, XLS, XLSB), read by a library in a process of its own.

The library is written in Rust and gives up with the whole process on a file that asks for too much memory, so it
reads in a child with limits. It knows neither hidden rows nor formats of numbers.
"""

import json
import subprocess
import sys

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.sheet import MOST_CELLS, MOST_ROWS, Sheet
from stakeholder_graph.text import _

#: Seconds and bytes that the child may take.
_MOST_SECONDS = 120
_MOST_MEMORY = 2_000_000_000


def read_elsewhere(data: bytes, file: str, inspection: Inspection) -> list[Sheet] | None:
    """Read a workbook in a child process.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problem.
    inspection : Inspection
        Takes the problem where it cannot be read.

    Returns
    -------
    list of Sheet, or None
        Those that a person sees come first.

    Examples
    --------
    >>> inspection = Inspection()
    >>> read_elsewhere(b"no workbook", "list.ods", inspection)
    >>> print(inspection.problems[0].todo)
    Open it in a spreadsheet and save it as .xlsx.
    """
    try:
        child = subprocess.run(  # noqa: S603 -- our own module, and nothing of the file is in the command
            [sys.executable, "-m", __name__],
            input=data,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
        sheets = json.loads(child.stdout) if child.returncode == 0 else []
    except (OSError, subprocess.SubprocessError, ValueError):
        sheets = []
    if not any(any(map(any, sheet["rows"])) for sheet in sheets):
        todo = _("Open it in a spreadsheet and save it as .xlsx.")
        inspection.wrong(_("The workbook cannot be read: it is damaged, or protected by a password."), todo, file)
        return None
    read = [Sheet(sheet["name"], sheet["rows"], sheet["hidden"]) for sheet in sheets]
    return sorted(read, key=lambda sheet: sheet.hidden)


def _read_here(data: bytes) -> list[dict[str, object]]:
    """Read a workbook in this process, each cell as text."""
    import io

    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets: list[dict[str, object]] = []
    cells = 0
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        height, width = sheet.total_height, sheet.total_width
        cells += height * width
        if cells > MOST_CELLS or height > MOST_ROWS:
            raise ValueError("more cells than are read")
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
        above = (sheet.start or (0, 0))[0]
        whole = rows if len(rows) == height else [[] for _row in range(above)] + rows
        sheets.append({"name": about.name, "hidden": about.visible != SheetVisibleEnum.Visible, "rows": whole})
    return sheets


def _text(cell: object) -> str:
    """A cell as text, as our own reader of XLSX gives it.

    Examples
    --------
    >>> import datetime as dt
    >>> _text(3.0), _text(True), _text(dt.date(2025, 3, 1)), _text(" a")
    ('3', 'yes', '2025-03-01', ' a')
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    return str(cell).removesuffix(" 00:00:00")


def _limit_memory() -> None:
    """Let this process have no more memory than a workbook may need, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    json.dump(_read_here(sys.stdin.buffer.read()), sys.stdout)
