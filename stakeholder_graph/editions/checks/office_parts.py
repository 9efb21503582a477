"""Reads the parts of office documents, which are XML, by the parser of XML: that of pages takes six times as long."""

import re
from html.parser import HTMLParser
from xml.parsers.expat import ExpatError, ParserCreate

#: What stands before the root of a part; the parser of pages takes it for an instruction.
_DECLARATION = re.compile(r"\s*<\?(xml\s[^>]*)>")


def read_part(text: str, page: HTMLParser) -> bool:
    """Tell a parser of pages what a part of an office document holds, if it is XML.

    Parameters
    ----------
    text : str
        The part.
    page : HTMLParser
        Its handlers are called as it would call them itself.

    Returns
    -------
    bool
        Whether it was read to its end. If not, some handlers may have been called already.

    Examples
    --------
    >>> class Tags(HTMLParser):
    ...     def handle_starttag(self, tag, attrs):
    ...         print(tag, attrs)
    >>> read_part('<a:t n="1">Zoo &amp; Sons</a:t>', Tags()), read_part("<p>Zoo<br>", Tags())
    a:t [('n', '1')]
    p []
    br []
    (True, False)
    """
    # A part has no use for a document type, which could hold texts that the parser of XML does not tell.
    if "<!doctype" in text.lower():
        return False
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attrs: page.handle_starttag(
        tag.lower(), [(name.lower(), value) for name, value in attrs.items()]
    )
    parser.EndElementHandler = lambda tag: page.handle_endtag(tag.lower())
    parser.CharacterDataHandler = page.handle_data
    parser.CommentHandler = page.handle_comment
    parser.ProcessingInstructionHandler = lambda target, data: page.handle_pi(f"{target} {data}?")
    if declaration := _DECLARATION.match(text):
        page.handle_pi(declaration[1])
    try:
        parser.Parse(text, True)
    except (ExpatError, UnicodeEncodeError):
        return False
    return True
