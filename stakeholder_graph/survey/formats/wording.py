"""Headers as plain words, and what several headers of one question share."""

import re
from collections.abc import Sequence
from html import unescape

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)


def plain(text: str) -> str:
    """Give a text without HTML, on one line.

    Examples
    --------
    >>> plain("How <b>often</b>&nbsp;are you<br/>in contact?")
    'How often are you in contact?'
    >>> plain("fewer than < 3")
    'fewer than < 3'
    """
    if "<" in text or "&" in text:
        text = unescape(_TAG.sub(" ", text))
    return " ".join(text.split())


def shared(texts: Sequence[str], separator: str = " - ") -> tuple[str, list[str]]:
    """Split the headers of one question into what they share and what each says of its own.

    Parameters
    ----------
    texts : sequence of str
        At least one.
    separator : str
        Stands between the two.

    Returns
    -------
    (str, list of str)
        Blank where nothing is shared.

    Examples
    --------
    >>> shared(["Trust - Food - Bank", "Trust - YMCA"])
    ('Trust', ['Food - Bank', 'YMCA'])
    >>> shared(["Trust - YMCA"])
    ('Trust', ['YMCA'])
    """
    split = [text.split(separator) for text in texts]
    least = min(map(len, split)) - 1
    same = 0
    while same < least and len({parts[same] for parts in split}) == 1:
        same += 1
    if len(texts) == 1:
        same = min(same, least)
    return separator.join(split[0][:same]), [separator.join(parts[same:]) for parts in split]


def bracketed(header: str) -> tuple[str, str] | None:
    """Split ``"Question [Row]"``, where the row may have brackets of its own; None where it is not of that kind.

    Examples
    --------
    >>> bracketed("Do you work with [Food Bank [North]]")
    ('Do you work with', 'Food Bank [North]')
    >>> bracketed("Sector [optional]?") is None
    True
    """
    if not header.endswith("]"):
        return None
    depth = 0
    for place in range(len(header) - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(header[place], 0)
        if depth == 0:
            question, item = header[:place].strip(), header[place + 1 : -1].strip()
            return (question, item) if question and item else None
    return None
