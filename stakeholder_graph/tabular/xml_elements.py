"""Reads the elements of an XML file one by one: it defines nothing that the file does not spell out.

Entities that the file defines itself are refused, so that a small file cannot grow while it is read, and nothing
outside the file is ever opened.
"""

from collections.abc import Callable
from xml.parsers import expat

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.text import _

#: Elements within elements, at most.
MOST_DEPTH = 100

Start = Callable[[str, dict[str, str], int], None]
"""Takes the name of an element without prefix, its attributes, and its line."""
End = Callable[[str, str], None]
"""Takes the name of an element and the text within it, without that of elements inside."""


class _RefusedXMLError(Exception):
    """The file does what no file of ours may do."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def read_elements(raw: bytes, file: str, inspection: Inspection, start: Start, end: End) -> bool:
    """Call a function at the start and one at the end of each element.

    Parameters
    ----------
    raw : bytes
        The file.
    file : str
        How problems name it.
    inspection : Inspection
        Takes the problem of a damaged file.
    start, end : callable
        As in `Start` and `End`.

    Returns
    -------
    bool
        Whether the file could be read to its end.

    Examples
    --------
    >>> tags = []
    >>> read_elements(b"<a><b x='1'>text</b></a>", "x.xml", Inspection(), lambda tag, attributes, line: None,
    ...     lambda tag, text: tags.append((tag, text)))
    True
    >>> tags
    [('b', 'text'), ('a', '')]
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    texts: list[list[str]] = [[]]

    def started(tag: str, attributes: dict[str, str]) -> None:
        if len(texts) > MOST_DEPTH:
            raise _RefusedXMLError(_("elements lie too deep within each other"), parser.CurrentLineNumber)
        texts.append([])
        start(tag.rpartition(":")[2], attributes, parser.CurrentLineNumber)

    def ended(tag: str) -> None:
        end(tag.rpartition(":")[2], "".join(texts.pop()))

    def refused(*_arguments: object) -> None:
        raise _RefusedXMLError(_("it defines entities of its own"), parser.CurrentLineNumber)

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = lambda text: texts[-1].append(text)
    parser.EntityDeclHandler = refused
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, _RefusedXMLError, LookupError, ValueError) as error:
        line = error.lineno if isinstance(error, expat.ExpatError) else getattr(error, "line", None)
        inspection.wrong(
            _("The file is damaged or no XML that can be read: {reason}.", reason=str(error).partition(": line")[0]),
            _("Save it again in the program it comes from."),
            file,
            line,
        )
        return False
    return True
