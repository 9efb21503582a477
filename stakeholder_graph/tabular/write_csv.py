r"""CSV that a spreadsheet opens as it was meant: no text is computed, and no line ends within a cell."""

import csv
from collections.abc import Iterable

from stakeholder_graph.tabular.texts.formula_guard import guarded


class _Lines(list[str]):
    """Takes lines from the writer, whose own end stands for both: so it quotes what holds either."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n"))


def csv_text(rows: Iterable[Iterable[object]], delimiter: str = ",") -> str:
    r"""Write rows as CSV, safe to open in a spreadsheet.

    Parameters
    ----------
    rows : iterable of iterables
        The first holds the headers. None is a blank cell; a number is written as `str` has it.
    delimiter : str
        Between the cells of a row.

    Examples
    --------
    >>> print(csv_text([["name", "size"], ["=1+1", -2.5], ["Zoo, old", None]]), end="")
    name,size
    '=1+1,-2.5
    "Zoo, old",
    >>> csv_text([["Zoo\r=1+1"]])
    '"Zoo\r=1+1"\n'
    """
    lines = _Lines()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return "".join(f"{line}\n" for line in lines)
