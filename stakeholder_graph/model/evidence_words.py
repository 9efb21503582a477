"""Words of evidence.csv and the evidence sheet: what a status may be called, and the sheet's headers for columns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

DecidedStatus = Literal["shown", "not met", "does not apply"]

#: Words for a status, in lower case.
STATUS_WORDS: Mapping[str, DecidedStatus] = MappingProxyType(
    {
        **dict.fromkeys(("shown", "met", "yes", "evidenced", "done"), "shown"),
        **dict.fromkeys(("demostrada", "demostrado", "cumplida", "cumplido", "cumple", "sí", "si"), "shown"),
        **dict.fromkeys(("not met", "unmet", "no", "not shown"), "not met"),
        **dict.fromkeys(("no cumplida", "no cumplido", "no cumple", "no demostrada"), "not met"),
        **dict.fromkeys(("does not apply", "not applicable", "n/a"), "does not apply"),
        **dict.fromkeys(("no procede", "no aplica", "no se aplica"), "does not apply"),
    }
)
#: Words of what nobody has decided yet.
OPEN_WORDS = ("", "open", "waits for a document", "waits", "abierto", "pendiente", "?")
#: The workbook in which people decide, and its sheet on which proposals are accepted together.
EVIDENCE_SHEET, ACCEPT_SHEET = "evidence-sheet.xlsx", "Accept by condition"
#: Columns of evidence.csv by the headers of the workbook that people fill in.
FILLED_IN: Mapping[str, str] = MappingProxyType(
    {
        "Status": "status",
        "Evidence": "evidence",
        "Link": "link",
        "Decided by": "by",
        "Reviewed by": "reviewed_by",
        "Date": "date",
        "Reason": "reason",
    }
)
_HEADERS = {"rubric": "Rubric", "benchmark": "Row", **{column: header for header, column in FILLED_IN.items()}}


def header_in(file: str, column: str) -> str:
    """What the user sees above a column.

    Parameters
    ----------
    file : str
        As problems name it.
    column : str
        As evidence.csv calls it.

    Examples
    --------
    >>> header_in("evidence.csv", "by"), header_in("evidence-sheet.xlsx, sheet “Evidence”", "by")
    ('by', 'Decided by')
    """
    return _HEADERS.get(column, column) if file.casefold().startswith(EVIDENCE_SHEET) else column


def is_accepted_together(file: str) -> bool:
    """Whether a decision stands where the proposals of a condition are accepted together.

    Parameters
    ----------
    file : str
        As problems name it, with its sheet.
    """
    return f"“{ACCEPT_SHEET}”".casefold() in file.casefold()
