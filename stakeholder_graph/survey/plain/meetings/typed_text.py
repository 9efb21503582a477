"""Text that somebody typed in the room, as the page of the presentation saves it."""

#: What a spreadsheet takes for the start of a formula.
_FORMULA = frozenset("=+-@")


def unquoted(text: str) -> str:
    """Give the text that was typed, without the mark that keeps a spreadsheet from taking it for a formula.

    Parameters
    ----------
    text : str
        A cell as it was saved.

    Examples
    --------
    >>> unquoted("'=1+1"), unquoted("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text[:1] == "'" and text[1:].lstrip()[:1] in _FORMULA else text
