"""Texts in a page's scripts, which are marked with the same names as in Python: ``_("...")``, ``_n("...", "...", n)``.

A text is one literal in double quotes. The page carries the translations of its own scripts' texts and no others;
in English it needs none, since a text is its own id.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from stakeholder_graph.text.catalogue import plural_forms
from stakeholder_graph.text.language import current_language, translate

Text = str | tuple[str, str]

_LITERAL = r'("(?:[^"\\\n]|\\.)*")'
_CALL = re.compile(rf"(?<![\w$.])(?:(?:_|N_)\(\s*{_LITERAL}|_n\(\s*{_LITERAL}\s*,\s*{_LITERAL})")


def script_texts(code: str) -> list[Text]:
    """The texts that a script marks, in its order; singular and plural as a pair.

    Parameters
    ----------
    code : str
        JavaScript.

    Examples
    --------
    >>> script_texts('say(_("All groups are closed.")); _n("{count} tie", "{count} ties", n)')
    ['All groups are closed.', ('{count} tie', '{count} ties')]
    """
    texts: list[Text] = []
    for text, singular, plural in _CALL.findall(code):
        texts.append(json.loads(text) if text else (json.loads(singular), json.loads(plural)))
    return texts


def script_translations(code: str) -> Mapping[str, str | Mapping[str, str]]:
    """What a page has to know to show its scripts' texts in the current language.

    Parameters
    ----------
    code : str
        All scripts of the page.

    Returns
    -------
    mapping of str to (str or mapping of str to str)
        By text: its translation, or the forms of a plural by CLDR's categories (``one``, ``other``, ...).
        Empty in English.

    Examples
    --------
    >>> script_translations('_("All groups are closed.")')
    {}
    """
    if current_language() == "en":
        return {}
    known: dict[str, str | Mapping[str, str]] = {}
    for text in script_texts(code):
        if isinstance(text, str):
            known[text] = translate(text)
        else:
            known[text[0]] = plural_forms(*text)
    return known


def extract_from_script(
    file: BinaryIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, Text, list[str]]]:
    """Hand Babel the texts of a script; its own extractor overlooks those within another call's fields.

    Parameters
    ----------
    file : file
        Open for reading bytes.
    keywords, comment_tags, options
        As Babel gives them; not needed.
    """
    for text in script_texts(file.read().decode("utf-8")):
        yield 0, "_" if isinstance(text, str) else "_n", text, []
