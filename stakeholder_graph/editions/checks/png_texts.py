"""The texts that a PNG carries beside its picture: title, author, comment and the like."""

import zlib
from collections.abc import Iterator

#: How every PNG begins.
PNG = b"\x89PNG\r\n\x1a\n"
_TEXT, _SMALL, _ANY = b"tEXt", b"zTXt", b"iTXt"


def texts_in_png(content: bytes) -> Iterator[str]:
    r"""Read what a PNG says in words, packed or not.

    Parameters
    ----------
    content : bytes
        A PNG; what its pixels show is none of this.

    Examples
    --------
    >>> chunk = b"Title\0Zoo"
    >>> list(texts_in_png(PNG + len(chunk).to_bytes(4, "big") + b"tEXt" + chunk + bytes(4)))
    ['Title Zoo']
    """
    at = len(PNG)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + size]
        if kind == _TEXT:
            yield body.replace(b"\0", b" ").decode("latin-1")
        elif kind == _SMALL:
            keyword, _, packed = body.partition(b"\0")
            yield f"{keyword.decode('latin-1')} {_unpacked(packed[1:]).decode('latin-1')}"
        elif kind == _ANY:
            yield _international(body)
        at += 12 + size


def _international(body: bytes) -> str:
    """The keyword, the translated keyword and the text of a chunk in UTF-8."""
    keyword, _, rest = body.partition(b"\0")
    packed, rest = rest[:1] == b"\1", rest[2:]
    _language, _, rest = rest.partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    parts = (keyword, translated, _unpacked(text) if packed else text)
    return " ".join(part.decode("utf-8", "replace") for part in parts)


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return packed
