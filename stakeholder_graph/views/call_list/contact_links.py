"""Addresses and numbers that a browser or a telephone can open."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")
_NUMBER = re.compile(r"\+?[0-9(][0-9 ()./-]{5,24}")
_FEWEST_DIGITS = 7


def linked(contact: str) -> Iterator[tuple[str, str]]:
    """Part what is known of how to reach somebody, and give each part a link where it is a plain address or number.

    Parameters
    ----------
    contact : str
        Parted by commas.

    Yields
    ------
    (str, str)
        The text, and where it leads; blank for text that is neither. Nothing of it is escaped.

    Examples
    --------
    >>> list(linked("Ana Ruiz, ana@example.org, (555) 010-0123"))[1:]
    [('ana@example.org', 'mailto:ana@example.org'), ('(555) 010-0123', 'tel:5550100123')]
    >>> list(linked("a@b.org?cc=all@b.org"))
    [('a@b.org?cc=all@b.org', '')]
    """
    for part in (text.strip() for text in contact.split(",")):
        digits = re.sub(r"\D", "", part)
        if _ADDRESS.fullmatch(part):
            yield part, f"mailto:{part}"
        elif _NUMBER.fullmatch(part) and len(digits) >= _FEWEST_DIGITS:
            yield part, f"tel:{'+' if part.startswith('+') else ''}{digits}"
        elif part:
            yield part, ""
