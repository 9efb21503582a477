"""Text of a survey that reaches a terminal as letters, and cannot steer it."""

#: Set the direction of what follows on a line, and are seen by nobody.
_DIRECTION = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: All control characters but tabs and ends of lines.
_STEERING = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")


def printable(text: str) -> str:
    r"""Give a text without what steers a terminal or turns the direction of a line.

    Examples
    --------
    >>> printable("Gem\x1b[2J Clinic\u202e")
    'Gem\ufffd[2J Clinic'
    """
    return (
        text.translate(_DIRECTION).translate(_STEERING).replace("\r\n", "\n").replace("\r", "\N{REPLACEMENT CHARACTER}")
    )
