"""The message catalogue: every text that users see is a message here, in English first and then in their language.

A text is written where it is used, marked for extraction:

- ``_("There is no column “{column}”.", column=name)`` translates now and fills in the fields;
- ``_n("{count} row", "{count} rows", count)`` does so by number;
- ``N_("Connections reported")`` only marks a text that is translated later, where it is shown.
"""

from stakeholder_graph.text.catalogue import LANGUAGES, N_, _, _n, current_language, fill, speaking
from stakeholder_graph.text.numbers import number

__all__ = ["LANGUAGES", "N_", "_", "_n", "current_language", "fill", "number", "speaking"]
