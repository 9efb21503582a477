"""From bytes to text: which encoding a file has, and which of its letters are in doubt."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.plausible_words import doubtful_words
from stakeholder_graph.text import N_, _, listing

SAVE_AGAIN = N_("Open the file, save it as “CSV UTF-8”, and check the names that have accents.")
#: Encodings of one byte a letter, the likeliest first. Their words are compared; how often letters occur, by which
#: detectors go, tells nothing in a list of fifty names, and decides only between alphabets.
_CANDIDATES = ("cp1252", "cp1250", "mac_roman", "cp1251", "cp1253", "cp1254", "cp1257", "cp850", "koi8_r")
#: What Excel and R call an encoding, by what Python calls it.
_SHOWN = {"mac_roman": "macintosh"}
#: What Python can decode, and no program saves as.
_OF_NO_FILE = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
#: Bytes that tell enough: of the lines with letters beyond ASCII.
_SAMPLE = 200_000
#: Bytes in which the zeros of UTF-16 are looked for.
_HEAD = 4_000
_MOST_SHOWN = 3
#: What a letter of UTF-8 begins with where it was taken for cp1252 and encoded again.
ENCODED_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+"
)
_BETWEEN_CELLS = re.compile('[,;\t"\r\n]+')


def decode_unusual(text: str, data: bytes, file: str, inspection: Inspection, encoding: str) -> str:
    """Decode what is UTF-8 as it stands, unless it is UTF-16 without a mark, or was encoded twice.

    Parameters
    ----------
    text : str
        As it reads in UTF-8.
    data : bytes
        The file as it is.
    file : str
        Its name.
    inspection : Inspection
        Takes a problem where UTF-16 is damaged, and advice where letters were encoded twice.
    encoding : str
        What the settings say; ``"utf-8"`` where letters that look as if they were encoded twice were not.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> data = "Peña House, Elm Academy".encode("utf-16-le")
    >>> decode_unusual("", data, "x.csv", Inspection(), "")
    'Peña House, Elm Academy'
    """
    wide = _utf_16(data)
    if wide:
        return _decode_utf_16(data, wide, file, inspection)
    return text if encoding_name(encoding) == "utf-8" else _repaired(text, file, inspection)


def decode_otherwise(data: bytes, file: str, inspection: Inspection, encoding: str) -> str:
    """Decode UTF-16, or the encoding in which the words read best.

    A file that is UTF-8 in some lines and not in others was pasted together from two files. That is a problem at
    each offending row; the rest of the file is still read, so that its other problems are reported too.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name.
    inspection : Inspection
        Takes problems, and a decision or advice.
    encoding : str
        What the settings say of files that are not UTF-8; blank where they say nothing.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> inspection = Inspection()
    >>> decode_otherwise("Peña House".encode("mac_roman"), "x.csv", inspection, ""), len(inspection.undecided)
    ('Peña House', 1)
    """
    wide = _utf_16(data)
    if wide:
        return _decode_utf_16(data, wide, file, inspection)
    if encoding:
        return _decoded(data, encoding, file, inspection)
    lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    marked = data.startswith(codecs.BOM_UTF8)
    if marked or any(not line.isascii() and _fits(line, "utf-8") for line in lines):
        return _partly_utf8(lines, file, inspection)
    readings = _readings(b"".join(_sample(lines)))
    if readings and not readings[0].doubtful:
        return _read_as(readings, data, file, inspection)
    if any(_has_utf8_letters(line) for line in lines):
        return _partly_utf8(lines, file, inspection)
    if not readings or readings[0].share_doubtful > 0.5:
        _note_lines(lines, "cp1252", _("The text is neither UTF-8 nor Windows text (cp1252)."), file, inspection)
        if _fits(data, "cp1252"):
            _ask(readings, file, inspection)
        return data.decode("cp1252", errors="replace")
    return _read_as(readings, data, file, inspection)


@dataclass(frozen=True)
class _Reading:
    """How the words of a file read in one encoding."""

    encoding: str
    text: str
    doubtful: tuple[str, ...]
    words: int

    @property
    def share_doubtful(self) -> float:
        return len(self.doubtful) / max(1, self.words)

    @property
    def shown(self) -> str:
        return _SHOWN.get(self.encoding, self.encoding)


def encoding_name(encoding: str) -> str:
    """Give the one name of an encoding; blank for one that does not exist.

    Parameters
    ----------
    encoding : str
        As somebody calls it.

    Examples
    --------
    >>> encoding_name("UTF8"), encoding_name("Windows-1250"), encoding_name("Klingon"), encoding_name("rot13")
    ('utf-8', 'cp1250', '', '')
    """
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name)  # raises for what makes no text of bytes, such as compression
    except (LookupError, ValueError):
        return ""
    return "" if name in _OF_NO_FILE else name


def _utf_16(data: bytes) -> str:
    """The kind of UTF-16, by its mark or by where the zeros of plain letters stand; blank for none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:_HEAD]
    first, second = head[::2].count(0), head[1::2].count(0)
    least = max(4, len(head) // 20)
    if second >= least and first * 8 <= second and _fits(data[: len(data) // 2 * 2], "utf-16-le"):
        return "utf-16-le"
    if first >= least and second * 8 <= first and _fits(data[: len(data) // 2 * 2], "utf-16-be"):
        return "utf-16-be"
    return ""


def _decode_utf_16(data: bytes, kind: str, file: str, inspection: Inspection) -> str:
    if not _fits(data, kind):
        inspection.wrong(_("The text breaks off or is damaged (UTF-16)."), _(SAVE_AGAIN), file)
    return data.decode(kind, errors="replace")


def _sample(lines: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for line in lines:
        if not line.isascii():
            size += len(line)
            yield line
        if size > _SAMPLE:
            return


def _readings(sample: bytes) -> list[_Reading]:
    """How a text reads in each encoding that it may have, the best first."""
    encodings = list(_CANDIDATES)
    if not _fits(sample, "cp1252") or doubtful_words(sample.decode("cp1252"))[0]:
        from charset_normalizer import from_bytes

        likely = [match.encoding for match in from_bytes(sample) if match.encoding not in ("ascii", "utf_8")]
        western, *others = encodings
        others = [known for known in (*likely, *others) if known in others] + likely[:1]
        encodings = list(dict.fromkeys([western, "cp1250", "mac_roman", *others]))
    readings = []
    for encoding in encodings:
        if _fits(sample, encoding):
            text = sample.decode(encoding)
            readings.append(_Reading(encoding, text, *doubtful_words(text)))
    return sorted(readings, key=lambda reading: len(reading.doubtful))


def _read_as(readings: list[_Reading], data: bytes, file: str, inspection: Inspection) -> str:
    """Read a file in the encoding in which it reads best; ask where that is in doubt."""
    best = readings[0]
    text = data.decode(best.encoding, errors="replace")
    if best.encoding != "cp1252" or best.doubtful or _reads_as_mac(readings):
        _ask(readings, file, inspection)
    else:
        cells = list(islice(_beyond_ascii(best.text), _MOST_SHOWN))
        inspection.advise(
            _("The file is not UTF-8 and was read as Windows text (cp1252): {cells}.", cells=_quoted(cells)),
            _("If letters are wrong, {set_encoding}.", set_encoding=inspection.to_set("encoding", "cp1250")),
            file,
        )
    return text


def _reads_as_mac(readings: list[_Reading]) -> bool:
    """Whether letters that only Windows and Macs have at these bytes read well as either."""
    known = {reading.encoding: reading for reading in readings}
    mac = known.get("mac_roman")
    return bool(mac and not mac.doubtful and re.search("[ŠšŽžŒœŸ]", known["cp1252"].text))


def _ask(readings: list[_Reading], file: str, inspection: Inspection) -> None:
    best, *others = readings
    others.sort(key=lambda reading: reading.encoding != "cp1252")
    other = next((reading for reading in others if reading.text != best.text), best)
    shown = _different_cells(best.text, other.text)
    inspection.decide(
        _(
            "Letters of this file are in doubt: it is read as {encoding}, {cells}; as {other} it would be {others}.",
            encoding=best.shown,
            cells=_quoted([cell for cell, _other in shown]),
            other=other.shown,
            others=_quoted([cell for _cell, cell in shown]),
        ),
        _(
            "If it is read rightly, {set_encoding}; else save it as “CSV UTF-8”.",
            set_encoding=inspection.to_set("encoding", best.shown),
        ),
        file,
    )


def _beyond_ascii(text: str) -> Iterator[str]:
    """The cells with letters beyond ASCII, each once."""
    cells = (cell.strip() for cell in _BETWEEN_CELLS.split(text))
    yield from dict.fromkeys(cell for cell in cells if not cell.isascii())


def _different_cells(text: str, other: str) -> list[tuple[str, str]]:
    """The first cells that differ between two readings of a text."""
    pairs = dict.fromkeys(zip(_BETWEEN_CELLS.split(text), _BETWEEN_CELLS.split(other), strict=False))
    return [(cell.strip(), read.strip()) for cell, read in pairs if cell != read][:_MOST_SHOWN]


def _quoted(cells: Iterable[str]) -> str:
    return listing((f"“{cell}”" for cell in cells), "and")


def _repaired(text: str, file: str, inspection: Inspection) -> str:
    """Undo what was encoded twice, such as “PeÃ±a” for “Peña”, and say so."""
    if text.isascii() or not ENCODED_TWICE.search(text):
        return text
    repaired = ENCODED_TWICE.sub(lambda match: _once(match[0]), text)
    if repaired == text:
        return text
    shown = _different_cells(text, repaired)
    inspection.advise(
        _(
            "Letters of this file were encoded twice. We undid that: {others} stands as {cells} in the file.",
            cells=_quoted([cell for cell, _other in shown]),
            others=_quoted([cell for _cell, cell in shown]),
        ),
        _("If that is wrong, {set_encoding}.", set_encoding=inspection.to_set("encoding", "utf-8")),
        file,
    )
    return repaired


def _once(letters: str) -> str:
    """What letters were before they were taken for cp1252; themselves where they were not."""
    data = b"".join(
        letter.encode("cp1252") if _is_windows(letter) else letter.encode("latin-1", errors="replace")
        for letter in letters
    )
    try:
        before = data.decode("utf-8")
    except UnicodeDecodeError:
        return letters
    return before if all(letter.isalpha() or letter in "’‘“”–—…•°ªº®™©€£ñ\u00a0¿¡" for letter in before) else letters


def _is_windows(letter: str) -> bool:
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str, file: str, inspection: Inspection) -> str:
    """Read a file in the encoding that the settings name."""
    if not _fits(data, encoding):
        lines = data.splitlines(keepends=True)
        _note_lines(lines, encoding, _("This row is not {encoding}.", encoding=encoding), file, inspection)
    return data.decode(encoding, errors="replace")


def _partly_utf8(lines: list[bytes], file: str, inspection: Inspection) -> str:
    what = _("This row is not UTF-8, although other rows are: its letters with accents are damaged.")
    _note_lines(lines, "utf-8", what, file, inspection)
    return "".join(_best(line) for line in lines)


def _note_lines(lines: list[bytes], encoding: str, what: str, file: str, inspection: Inspection) -> None:
    texts = [_best(line) for line in lines]
    bad = (number for number, line in enumerate(lines) if not _fits(line, encoding))
    for row in sorted({_record(texts, number) for number in bad}):
        inspection.wrong(what, _(SAVE_AGAIN), file, row)


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
