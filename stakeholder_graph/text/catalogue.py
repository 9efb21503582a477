"""Messages in the reader's language: marking them, translating them, filling in their fields."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from stakeholder_graph.text.language import current_language, translate, translations


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
    return fill(translate(message), fields)


def _n(singular: str, plural: str, count: int, /, **fields: Any) -> str:
    """A message whose words depend on a number; the number fills ``{count}``.

    Parameters
    ----------
    singular, plural : str
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
    return fill(translations(current_language()).ngettext(singular, plural, count), {"count": count, **fields})


def plural_forms(singular: str, plural: str) -> dict[str, str]:
    """A plural's forms in the current language by CLDR's categories, which scripts in a page can choose among.

    Parameters
    ----------
    singular, plural : str
        The English texts.

    Examples
    --------
    >>> plural_forms("{count} tie", "{count} ties")
    {'one': '{count} tie', 'other': '{count} ties'}
    """
    from stakeholder_graph.text.numbers import plural_category

    known, language = translations(current_language()), current_language()
    forms: dict[str, str] = {}
    for count in (1, *range(200), 1_000_000):  # more than any language's rule looks at
        forms.setdefault(plural_category(count, language), known.ngettext(singular, plural, count))
    return forms


def fill(text: str, fields: Mapping[str, Any]) -> str:
    """Fill the fields of a text that is already in the reader's language.

    Parameters
    ----------
    text : str
        With ``{field}`` for each field.
    fields : mapping of str to any
        May hold more than the text asks for.

    Examples
    --------
    A full stop that ends a name ends the sentence, too.

    >>> fill("Ask first {names}.", {"names": "Mill, Inc."}), fill("See {file}.csv.", {"file": "a."})
    ('Ask first Mill, Inc.', 'See a..csv.')
    """
    for name in _LAST.findall(text) if "}." in text else ():
        if isinstance(said := fields.get(name), str) and said.endswith("."):
            text = re.sub(rf"(\{{{name}\}})\.(?=\s|$)", r"\1", text)
    return _Filler().vformat(text, (), fields)


#: Fields that end a sentence.
_LAST = re.compile(r"\{(\w+)\}\.(?=\s|$)")


class _Filler(Formatter):
    """Writes numbers as a person would, unless a format is given."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec or not isinstance(value, (int, float, type(None))):
            return str(super().format_field(value, format_spec))
        from stakeholder_graph.text.numbers import number  # only now: --help writes no number

        return number(value)
