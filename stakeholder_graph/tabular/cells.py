"""What the text of a cell says: a number, yes or no."""

import re

YES = frozenset({"yes", "true", "1", "y"})
NO = frozenset({"no", "false", "0", "n"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)


def as_number(text: str, decimal_comma: bool = False) -> float | None:
    """Read a finite number, or None.

    Parameters
    ----------
    text : str
        The cell.
    decimal_comma : bool
        Whether ``3,5`` is three and a half.

    Examples
    --------
    >>> as_number("3,5", decimal_comma=True), as_number("inf"), as_number("1e3")
    (3.5, None, 1000.0)
    """
    if decimal_comma and text.count(",") == 1:
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if abs(number) != float("inf") else None
