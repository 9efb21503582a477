r"""Texts that a spreadsheet would compute, kept as texts: the one rule for every CSV and workbook.

A spreadsheet computes a text that begins with a sign, also a wide one of an East Asian keyboard, and some do after
blanks, quotation marks or marks that nobody sees. A mark before the text makes it text again, which `unguarded` takes
away where a file is read back.
"""

import re

#: What a text that is computed begins with.
_COMPUTED = re.compile("[\\s\"'\u200b\ufeff]*[=+\\-@＝＋－＠]|'*[\t\r\n]")
#: What stays the same, computed or not: a number, and a sign alone, such as "-" for what is not known.
_HARMLESS = re.compile(r"-[0-9]+(?:\.[0-9]+)?|-\.[0-9]+|[=+\-@＝＋－＠]")
_MARK = "'"


def is_like_formula(text: str) -> bool:
    r"""Whether a spreadsheet could compute a text, on opening a file or when somebody edits the cell.

    Parameters
    ----------
    text : str
        What somebody may have written in a survey.

    Examples
    --------
    >>> [is_like_formula(text) for text in ("=1+1", " @SUM(A1)", "＝1", "\tZoo", "Zoo = Park")]
    [True, True, True, True, False]
    """
    return bool(_COMPUTED.match(text))


def guarded(text: str) -> str:
    """Give a text for a cell of a CSV file so that no spreadsheet computes it.

    Parameters
    ----------
    text : str
        Of a cell.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-3.5"), guarded("-3+5"), guarded("-")
    ("'=1+1", '-3.5', "'-3+5", '-')
    """
    return f"{_MARK}{text}" if is_like_formula(text) and not _HARMLESS.fullmatch(text) else text


def unguarded(text: str) -> str:
    """Give a text as it was before `guarded`.

    Parameters
    ----------
    text : str
        Of a cell that was saved by us, by a page of ours or by a spreadsheet.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text[:1] == _MARK and is_like_formula(text[1:]) else text
