"""From the bytes of a text file to its text, without ever guessing silently."""

import codecs

from stakeholder_graph.model.problems import Inspection

_ASK = "Open the file, save it as CSV UTF-8 and check the names with accents."


def decode(data: bytes, file: str, inspection: Inspection) -> str:
    """Decode UTF-8 (with or without BOM), UTF-16 with BOM, otherwise Windows cp1252.

    A file that is UTF-8 in some lines and not in others was pasted together from two sources. That is a
    problem at each offending row; the rest of the file is still read, so that its other problems show too.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> decode("café".encode("cp1252"), "x.csv", Inspection())
    'café'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            inspection.wrong("The text breaks off or is damaged (UTF-16).", _ASK, file)
            return data.decode("utf-16", errors="replace")
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    if not marked and not any(_has_utf8_letters(line) for line in lines):
        bad = [number for number, line in enumerate(lines) if not _fits(line, "cp1252")]
        what = "The text is neither UTF-8 nor Windows text (cp1252)."
    else:
        bad = [number for number, line in enumerate(lines) if not _fits(line, "utf-8")]
        what = "This row is not written in UTF-8 as the others are: letters with accents are damaged."
    texts = [_best(line) for line in lines]
    for row in sorted({_record(texts, number) for number in bad}):
        inspection.wrong(what, _ASK, file, row)
    return "".join(texts)


def _fits(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _has_utf8_letters(line: bytes) -> bool:
    """Whether a line holds a letter that only makes sense as UTF-8, even beside damaged bytes."""
    kept = line.decode("utf-8", errors="ignore")
    return not kept.isascii()


def _best(line: bytes) -> str:
    return line.decode("utf-8" if _fits(line, "utf-8") else "cp1252", errors="replace")


def _record(lines: list[str], number: int) -> int:
    """The row, counted from 1, that the line belongs to: a quoted cell may run over several lines."""
    row, quoted = 1, False
    for line in lines[:number]:
        quoted ^= line.count('"') % 2 == 1
        row += not quoted
    return row
