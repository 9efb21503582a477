"""What to do about a text that is no TOML: most people who write one never heard the word."""

import tomllib

from stakeholder_graph.text import N_, _

_LINES = N_("Close the text with a quotation mark; a text of several lines stands between three of them, {three}.")
_BACKSLASH = N_(r"Write / instead of \ in paths, as in {path}.")
_UTF_8 = N_("Save the file as UTF-8.")
#: How messages of Python's reader begin where a text does not end on its line or in the file, or has a backslash.
_MESSAGES = {
    r"Illegal character '\n'": _LINES,
    r"Illegal character '\r'": _LINES,
    r"Found invalid character '\n'": _LINES,
    r"Found invalid character '\r'": _LINES,
    "Unterminated string": _LINES,
    "Expected '\"": _LINES,
    "Expected \"'": _LINES,
    "Invalid hex value": _BACKSLASH,
    r"Unescaped '\'": _BACKSLASH,
}


def toml_remedy(error: Exception, otherwise: str) -> str:
    r"""Say what to do about a file that Python cannot read as TOML.

    Parameters
    ----------
    error : Exception
        As it was raised.
    otherwise : str
        What to say where the error does not tell more.

    Examples
    --------
    >>> try:
    ...     tomllib.loads("file = \"C:\\data\\survey.csv\"")
    ... except tomllib.TOMLDecodeError as error:
    ...     print(toml_remedy(error, "Look at the line."))
    Write / instead of \ in paths, as in "C:/data/survey.csv".
    """
    if isinstance(error, UnicodeDecodeError):
        return _(_UTF_8)
    message = str(error) if isinstance(error, tomllib.TOMLDecodeError) else ""
    todo = next((text for begins, text in _MESSAGES.items() if message.startswith(begins)), "")
    # Quotation marks and paths are those of the file, whatever the language.
    return _(todo, three='"""…"""', path='"C:/data/survey.csv"') if todo else otherwise
