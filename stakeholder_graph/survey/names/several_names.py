"""Cells that hold several names: where a list may be cut, for sure or only perhaps."""

import re

_SURE = re.compile(r"[;|\n\r]+")
_POSSIBLE = re.compile(r"(\s*,\s*(?:and|&|y)\s+|\s*,\s*|\s*/\s*|\s+(?:and|&|\+|y)\s+)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-•*·]\s*|\d{1,2}[.)]\s+)?")
#: A cell with more commas than this is prose.
_MOST_PIECES = 24


def cut_list(text: str) -> list[str]:
    r"""Cut a cell where it is a list for sure: at line breaks, semicolons and bars.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    list of str
        The names without bullets; none where the cell holds one name.

    Examples
    --------
    >>> cut_list("1. Harbor Clinic\n2. City Library"), cut_list("Harbor Clinic")
    (['Harbor Clinic', 'City Library'], [])
    """
    names = [name for piece in _SURE.split(text) if (name := _BULLET.sub("", piece, count=1).strip())]
    return [] if len(names) == 1 and names[0] == text.strip() else names


def possible_cuts(text: str) -> list[str]:
    """Cut a cell at commas and "and", which names hold themselves.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    list of str
        Pieces at even places and what stands between them at odd ones; nothing where there is nothing to cut.

    Examples
    --------
    >>> possible_cuts("Parks and Recreation, YMCA")
    ['Parks', ' and ', 'Recreation', ', ', 'YMCA']
    """
    pieces = _POSSIBLE.split(text)
    return pieces if 3 <= len(pieces) <= _MOST_PIECES else []
