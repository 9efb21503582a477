"""Communities side by side for the terminal."""

from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.text import _
from stakeholder_graph.views.across.across_table import community_table
from stakeholder_graph.views.across.across_words import (
    beside_own_chance,
    to_learn,
    what_was_tested,
    words_of_fingerprint,
)
from stakeholder_graph.views.terminal.text_table import text_table

#: The most characters of a name, and of every other cell.
NAME, CELL = 32, 13


def across_text(together: SideBySide) -> str:
    """Put communities side by side into words and a table.

    Parameters
    ----------
    together : SideBySide
        Any.

    Returns
    -------
    str
        For the desk.
    """
    table = community_table(together)
    rows = [(row.name, *([row.wave] if table.surveys else []), *row.cells) for row in table.rows]
    heads = (_("Community"), *([_("Survey")] if table.surveys else []), *table.headings)
    said = [*to_learn(together), *what_was_tested(together), *beside_own_chance(together)]
    text = text_table(heads, rows, (NAME, *(CELL,) * (len(heads) - 1))) + "\n" + "".join(f"{line}\n" for line in said)
    for name, fingerprint in together.fingerprints.items():
        if words := words_of_fingerprint(fingerprint):
            text += f"\n{name}:\n" + "".join(f"  - {word}\n" for word in words)
    return text
