"""Opens a file that may hold a network: XML, text of a network program, JSON, or a table."""

import codecs
import re
from dataclasses import dataclass, fields
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import as_number, decode
from stakeholder_graph.tabular.files import TableFile, open_file, read_bytes

#: How the root of an XML file begins that holds a network.
_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?"
    rb"(?:<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*|<\?[^>]*>\s*)*<(?:\w+:)?(graphml|gexf)\b",
    re.IGNORECASE | re.DOTALL,
)
#: How the text of a network program begins: GML, Pajek, UCINET DL.
_TEXT = re.compile(
    r"\s*(?:(?:[%#][^\n]*|Creator\s[^\n]*|Version\s[^\n]*|Comment\s[^\n]*|DateCreated\s[^\n]*)\n\s*)*"
    r"(?P<gml>graph\s*\[)|(?:\s*(?:[%#/][^\n]*\n\s*)*)(?P<pajek>\*(?:network|vertices|partition)\b)|"
    r"\s*(?P<dl>dl\b[\s,]*(?:n[rcm]?\s*=|format|labels|data|$))",
    re.IGNORECASE,
)
_WORD = re.compile(r'"([^"]*)"|(\S+)')
#: Bytes in which the first rows of a matrix are looked for.
_LINES = 400_000
#: Rows of a matrix that are looked at.
_MATRIX_LINES = 3
#: Bytes of a file that tell what it is.
_HEAD = 20_000


@dataclass(frozen=True, eq=False)
class NetworkSource(TableFile):
    """A file that may hold a network, opened.

    Parameters
    ----------
    raw : bytes
        The bytes of an XML file.
    text : str
        The text of a network program.
    program : str
        ``"graphml"``, ``"gexf"``, ``"gml"``, ``"pajek"``, ``"dl"`` or ``"matrix"``, as the file begins; blank for a
        table or JSON.
    name_attribute : str
        The attribute of nodes that the settings name as their name.
    nodes_file : str
        A file beside it that holds its nodes; blank for none.
    """

    raw: bytes = b""
    text: str = ""
    program: str = ""
    name_attribute: str = ""
    nodes_file: str = ""


def open_network(
    path: Path,
    file: str,
    inspection: Inspection,
    name_attribute: str = "",
    most_rows: int | None = None,
    encoding: str = "",
) -> NetworkSource | None:
    """Open a file that may hold a network.

    Parameters
    ----------
    path : Path
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problems.
    name_attribute : str
        As in `NetworkSource`.
    most_rows : int, optional
        How many rows of a table are wanted; all of them if not given.
    encoding : str
        That of a text, where the settings name it.

    Returns
    -------
    NetworkSource or None
        None where it cannot be opened.
    """
    data = read_bytes(path, file, inspection)
    if data is None:
        return None
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", errors="ignore").encode("utf-8", errors="ignore")
    if begins := _XML.match(head):
        return NetworkSource(file, "XML", {}, raw=data, program=begins[1].decode().lower(),
                             name_attribute=name_attribute)  # fmt: skip
    if starts := _TEXT.match(_start(head)):
        before = len(inspection.problems)
        text = decode(data, file, inspection, encoding).removeprefix("\ufeff")
        if len(inspection.problems) > before:
            return None
        return NetworkSource(file, "text", {}, text=text, program=str(starts.lastgroup), name_attribute=name_attribute)
    if _is_matrix(data[:_LINES]):
        text = decode(data, file, inspection, encoding).removeprefix("\ufeff")
        return NetworkSource(file, "text", {}, text=text, program="matrix")
    opened = open_file(path, file, inspection, most_rows, encoding)
    if opened is None:
        return None
    kept = {part.name: getattr(opened, part.name) for part in fields(opened)}
    return NetworkSource(**kept, name_attribute=name_attribute)


def _start(head: bytes) -> str:
    """The first lines as text, whatever their encoding: what tells programs apart is plain ASCII.

    Other bytes become letters that nothing takes for a blank or the end of a line, as Latin-1 would have some of them.
    """
    return head.removeprefix(codecs.BOM_UTF8).decode("ascii", errors="replace")


def _is_matrix(head: bytes) -> bool:
    """Whether lines of numbers separated by blanks begin here, with names above and beside them or without."""
    if any(separator in head for separator in (b",", b";", b"\t", b"\x00", b"{")):
        return False
    lines = [line for line in _start(head).splitlines() if line.strip()][: _MATRIX_LINES + 1]
    if len(lines) < _MATRIX_LINES:
        return False
    words = [[quoted or bare for quoted, bare in _WORD.findall(line)] for line in lines]
    widths = {len(line) for line in words[1:]}
    if len(widths) > 1:
        return False
    width = widths.pop()
    numbers = [[as_number(word) is not None for word in line] for line in words]
    if all(map(all, numbers)):
        return len(words[0]) == width >= _MATRIX_LINES
    named = len(words[0]) in (width, width - 1) and not any(numbers[0][1:])
    return width >= _MATRIX_LINES and named and all(all(line[1:]) for line in numbers[1:])


def program_of(opened: TableFile) -> str:
    """Say which program's text or XML a file is; blank for a table or JSON.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return opened.program if isinstance(opened, NetworkSource) else ""


def name_attribute_of(opened: TableFile) -> str:
    """Say which attribute of nodes the settings name as their name; blank for none.

    Parameters
    ----------
    opened : TableFile
        Any file.
    """
    return opened.name_attribute if isinstance(opened, NetworkSource) else ""
