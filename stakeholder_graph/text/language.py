"""The language that texts are put into, chosen once, where a command or a page begins; and its translations."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from os.path import dirname, isdir, join

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
def translations(language: str) -> NullTranslations:
    """The translations into a language, as gettext holds them; none for English, whose texts are the ids.

    Parameters
    ----------
    language : str
        One of `LANGUAGES`.
    """
    # By `os.path`: --help loads this module, and importlib.resources takes longer than all the rest of it.
    folder = join(dirname(__file__), "locale")  # noqa: PTH118, PTH120
    if not isdir(join(folder, language)):  # noqa: PTH112, PTH118 -- nor is English looked for any further
        return NullTranslations()
    return translation(DOMAIN, folder, [language], fallback=True)


def translate(message: str) -> str:
    """A message in the current language, its fields still to be filled in.

    Parameters
    ----------
    message : str
        The English text.

    Examples
    --------
    >>> translate("Not translated into any language")
    'Not translated into any language'
    """
    # gettext keeps the catalogue's header under the empty text.
    return translations(current_language()).gettext(message) if message else ""


def in_every_language(message: str) -> tuple[str, ...]:
    """Give what a message is called in each language, such as a header of a file that was written in another.

    Parameters
    ----------
    message : str
        The English text.

    Examples
    --------
    >>> in_every_language("do not know")
    ('do not know', 'no sé')
    """
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(translate(message))
    return tuple(dict.fromkeys(said))
