"""Numbers, shares and lists as a person would write them, in the current language.

English is written here, so that a command that only speaks English need not load Babel; so is a language that Babel
does not know, with what the catalogue has for it. Other languages are Babel's. A minus is a minus in all of them, and
digits are as many as a reader needs.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.text.language import current_language
from stakeholder_graph.text.language import translate as _

if TYPE_CHECKING:
    from babel import Locale

#: How a language is written where partnerships read it: Spanish in the Americas has a point before decimals, as code,
#: formulas and tables have it too.
_WRITTEN_AS: Mapping[str, str] = {"es": "es-US"}
#: Before which sounds a language says another word than "and" and "or".
_SOFTER: Mapping[str, tuple[tuple[str, str, str], ...]] = {"es": ((" y ", "h?i(?!e)", " e "), (" o ", "h?o|8", " u "))}


def number(value: str | float | bool | None) -> str:
    """A value as a person would write it: two decimals, a real minus, thousands apart, yes and no.

    Parameters
    ----------
    value : str, float, bool or None
        A text is left as it is; None is not known.

    Examples
    --------
    >>> number(0.4694), number(-0.5), number(3.0), number(1234), number(None), number(True), number(0.004)
    ('0.47', '−0.50', '3', '1,234', 'not known', 'yes', '0.004')
    """
    if value is None:
        return _("not known")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str):
        return value
    if value == round(value) or abs(value) >= 100:
        return _digits(round(value), 0)
    if abs(value) < 0.01:
        return _digits(value, 3)
    return _digits(value, 1 if abs(value) >= 10 else 2)


def with_decimals(value: float, decimals: int) -> str:
    """A number with so many decimals, as one that was rounded to them is written.

    Parameters
    ----------
    value : float
        Any.
    decimals : int
        How many.

    Examples
    --------
    >>> with_decimals(3.8, 1), with_decimals(-4.0, 1)
    ('3.8', '−4.0')
    """
    return _digits(value, decimals)


def percent(share: float | None) -> str:
    """A share as a whole percentage.

    Parameters
    ----------
    share : float or None
        Between 0 and 1; None is not known.

    Examples
    --------
    >>> percent(0.281), percent(None)
    ('28%', 'not known')
    """
    if share is None:
        return number(None)
    locale, whole = _locale(current_language()), round(100 * share)
    if locale is None:
        return f"{number(whole)}%"
    written = str(locale.percent_formats[None].apply(whole / 100, locale)).replace("-", "−")
    # Older Babel has the space of Spain in the Americas too.
    return written.replace("\N{NO-BREAK SPACE}%", "%") if locale.language == "es" else written


def listing(names: Iterable[str], style: Literal["and", "or"] = "and") -> str:
    """Names as a list in a sentence; semicolons part them where a name holds a comma itself.

    Parameters
    ----------
    names : iterable of str
        At least one; none gives an empty text.
    style : {"and", "or"}
        What stands before the last.

    Examples
    --------
    >>> listing(["Business"]), listing(["Business", "Health", "Schools"])
    ('Business', 'Business, Health and Schools')
    >>> listing(["Reed, Inc.", "Hale", "Pine"]), listing(["yes", "no"], "or")
    ('Reed, Inc.; Hale; and Pine', 'yes or no')
    """
    *most, last = [*names] or [""]
    if not most:
        return last
    before, final = _joints(current_language(), style)
    if any("," in name for name in (*most, last)):
        before, final = "; ", f"; {final.lstrip(', ')}" if len(most) > 1 else final
    for joint, sound, instead in _SOFTER.get(current_language(), ()):
        if final.endswith(joint) and re.match(sound, last, re.IGNORECASE):
            final = f"{final.removesuffix(joint)}{instead}"
    return f"{before.join(most)}{final}{last}"


def plural_category(count: int, language: str) -> str:
    """Which form of a plural a number takes, as CLDR calls it.

    Parameters
    ----------
    count : int
        How many.
    language : str
        A language tag.

    Examples
    --------
    >>> plural_category(1, "en"), plural_category(2, "es"), plural_category(3, "pl")
    ('one', 'other', 'few')
    """
    locale = _locale(language)
    if locale is None:
        return "one" if count == 1 else "other"
    return str(locale.plural_form(count))


def _digits(value: float, decimals: int) -> str:
    locale = _locale(current_language())
    if locale is None:
        text = f"{value:,.{decimals}f}"
    else:
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        text = format_decimal(value, format=pattern, locale=locale)
    return text.replace("-", "−")


def _joints(language: str, style: Literal["and", "or"]) -> tuple[str, str]:
    locale = _locale(language)
    if locale is None:
        pair = _("{first} and {last}") if style == "and" else _("{first} or {last}")
        return ", ", pair.removeprefix("{first}").removesuffix("{last}")
    pattern = locale.list_patterns["standard" if style == "and" else "or"]
    return pattern["middle"].format("", ""), pattern["end"].format("", "")


@cache
def _locale(language: str) -> "Locale | None":
    """What Babel knows of a language; None for English and for languages it does not know."""
    if language == "en":
        return None
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_WRITTEN_AS.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
