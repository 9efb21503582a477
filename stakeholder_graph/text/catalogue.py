"""Messages in the reader's language, by gettext; the language is chosen once, where a command or a page begins."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import files
from string import Formatter
from typing import Any

from stakeholder_graph.text.numbers import number

DOMAIN = "stakeholder_graph"
#: Languages of the catalogue; English texts are the message ids themselves.
LANGUAGES = ("en", "es")

_language: ContextVar[str] = ContextVar("language", default="en")


def current_language() -> str:
    """The language that texts are put into now."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Put all texts into a language, for as long as the block runs.

    Parameters
    ----------
    language : str
        One of `LANGUAGES`; a text that has no translation stays in English.

    Examples
    --------
    >>> with speaking("es"):
    ...     current_language()
    'es'
    """
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _translations(language: str) -> NullTranslations:
    folder = files("stakeholder_graph.text") / "locale"
    return translation(DOMAIN, str(folder), [language], fallback=True)


def N_(message: str) -> str:  # noqa: N802 -- gettext's usual name
    """Mark a text for the catalogue and hand it back; it is translated where it is shown."""
    return message


def _(message: str, /, **fields: Any) -> str:
    """A message in the current language, with its fields filled in.

    Parameters
    ----------
    message : str
        The English text, a literal, so that it can be extracted; or a text marked with `N_` elsewhere.
    **fields
        For each ``{field}`` of the text. Numbers are written as a person would write them; a format
        specification, as in ``{mean:.1f}``, overrides that.

    Examples
    --------
    >>> _("There is no column “{column}”.", column="sector")
    'There is no column “sector”.'
    """
    return fill(_translations(current_language()).gettext(message), fields)


def _n(one: str, many: str, count: int, /, **fields: Any) -> str:
    """A message whose words depend on a number; the number fills ``{count}``.

    Parameters
    ----------
    one, many : str
        The English texts for one and for several, both literals.
    count : int
        How many.
    **fields
        Further fields, as in `_`.

    Examples
    --------
    >>> _n("{count} organization", "{count} organizations", 1200)
    '1,200 organizations'
    """
    return fill(_translations(current_language()).ngettext(one, many, count), {"count": count, **fields})


def fill(text: str, fields: Mapping[str, Any]) -> str:
    """Fill the fields of a text that is already in the reader's language.

    Parameters
    ----------
    text : str
        With ``{field}`` for each field.
    fields : mapping of str to any
        May hold more than the text asks for.
    """
    return _Filler().vformat(text, (), fields)


class _Filler(Formatter):
    """Writes numbers as a person would, unless a format is given."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec or not isinstance(value, (int, float, type(None))):
            return super().format_field(value, format_spec)
        return number(value)
