"""Labels of Pajek and UCINET, which have no way to write a quotation mark within quotation marks."""


def quoted_label(text: str) -> str:
    """Give a text in quotation marks, on one line.

    Parameters
    ----------
    text : str
        What a survey calls an organization or a kind of tie; a quotation mark in it becomes two apostrophes.

    Examples
    --------
    >>> print(quoted_label('The "Old" Mill'))
    "The ''Old'' Mill"
    """
    return '"' + " ".join(text.replace('"', "''").split()) + '"'
