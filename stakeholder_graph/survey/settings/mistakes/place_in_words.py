"""Says where in the settings something stands, in the words of the file."""

from collections.abc import Mapping, Sequence
from typing import Any


def place_in_words(path: Sequence[int | str], written: Any, *, missing: bool = False) -> str:
    """Give a path of pydantic as a reader of the file counts.

    Parameters
    ----------
    path : sequence of int or str
        As pydantic has it: between the keys of the file it names kinds of what may stand there, which nobody wrote.
    written : object
        The settings as they were written.
    missing : bool
        Whether the last key is one that is not there.

    Examples
    --------
    >>> place_in_words(("question", 0, "blank"), {"question": [{"blank": "x"}]})
    'question 1, blank'
    >>> place_in_words(("question", 0, "scale", "steps", 1, "value"), {"question": [{"scale": [0, {"value": "x"}]}]})
    'question 1, scale 2, value'
    >>> place_in_words(("colours", 0, "colour"), {"colours": {"Schools": "red"}})
    'colours, Schools'
    """
    words = ""
    for at, step in enumerate(path):
        if isinstance(written, Mapping) and isinstance(step, int):
            # A table that is read as rows: the file has the name of each, and no number.
            step = list(written)[step]
        if isinstance(written, Mapping) and (step in written or (missing and at == len(path) - 1)):
            words, written = f"{words}, {step}", written.get(step)
        elif isinstance(written, Sequence) and not isinstance(written, str) and isinstance(step, int):
            words, written = f"{words} {step + 1}", written[step]
    return words.removeprefix(", ")
