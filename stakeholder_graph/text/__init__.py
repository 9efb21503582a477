"""The message catalogue: every text that users see is a message here, in English first and then in their language.

A text is written where it is used, marked for extraction:

- ``_("There is no column “{column}”.", column=name)`` translates now and fills in the fields;
- ``_n("{count} row", "{count} rows", count)`` does so by number;
- ``N_("Connections reported")`` only marks a text that is translated later, where it is shown.

Scripts and templates mark theirs with the same names. ``python -m tools.catalogue`` brings the files in ``locale/`` up
to date: ``stakeholder_graph.pot`` with all texts, and a ``.po`` and ``.mo`` for each language.
"""

from typing import TYPE_CHECKING

from stakeholder_graph.text.catalogue import N_, _, _n, fill
from stakeholder_graph.text.language import LANGUAGES, current_language, in_every_language, speaking, translate

if TYPE_CHECKING:
    from stakeholder_graph.text.dates import day
    from stakeholder_graph.text.numbers import listing, number, percent

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "_n",
    "current_language",
    "day",
    "fill",
    "in_every_language",
    "listing",
    "number",
    "percent",
    "speaking",
    "translate",
]


def __getattr__(name: str) -> object:
    # Numbers are loaded when somebody first writes one: the command line's help writes none.
    if name == "day":
        from stakeholder_graph.text.dates import day

        return day
    if name in ("listing", "number", "percent"):
        from stakeholder_graph.text import numbers

        return getattr(numbers, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
