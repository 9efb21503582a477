"""Commands as a terminal takes them, for advice that can be copied."""

import os
import re
import shlex
from pathlib import Path

_PLAIN = re.compile(r"[\w./:\\@%+=,~-]+")
#: In double quotes, these mean something to a shell.
_SPECIAL = re.compile(r'["$`!]|\\')


def quoted(argument: str | Path, platform: str = os.name) -> str:
    r"""Give an argument in quotation marks where a terminal needs them.

    Parameters
    ----------
    argument : str or Path
        Such as a folder.
    platform : str
        As `os.name`.

    Examples
    --------
    >>> quoted("surveys/wren"), quoted("our survey"), quoted("Bob's $5", "posix"), quoted("C:\\our survey", "nt")
    ('surveys/wren', '"our survey"', '\'Bob\'"\'"\'s $5\'', '"C:\\our survey"')
    """
    text = str(argument)
    special = _SPECIAL.search(text) if platform != "nt" else None
    if text and _PLAIN.fullmatch(text) and not (platform != "nt" and "\\" in text) and not text.startswith(("-", "~")):
        return text
    return shlex.quote(text) if special else f'"{text}"'
