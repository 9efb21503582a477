"""XML as text: indented, without a clock, and without what XML cannot hold."""

import re
from xml.etree import ElementTree as ET

#: What XML 1.0 cannot hold at all, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def document(root: ET.Element) -> str:
    r"""Write a document, one element a line.

    Parameters
    ----------
    root : Element
        Its texts and attributes are cleaned in place.

    Examples
    --------
    >>> document(ET.Element("graph", name="a\x00<b>"))
    '<?xml version="1.0" encoding="UTF-8"?>\n<graph name="a&lt;b&gt;" />\n'
    """
    for element in root.iter():
        element.attrib.update({name: _FORBIDDEN.sub("", text) for name, text in element.attrib.items()})
        element.text = _FORBIDDEN.sub("", element.text) if element.text else element.text
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
