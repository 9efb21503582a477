"""Parts of file names that no survey's text can turn into a path."""

_LONGEST = 40


def for_a_file(name: str) -> str:
    """Give a name as part of a file's name: letters, digits and hyphens only.

    Parameters
    ----------
    name : str
        What a survey calls a wave, a kind of tie or a column.

    Examples
    --------
    >>> for_a_file("../Data sharing"), for_a_file("???")
    ('Data-sharing', 'unnamed')
    """
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    return "-".join(words)[:_LONGEST] or "unnamed"
