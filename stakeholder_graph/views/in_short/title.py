"""A title from what a finding says: its first clause, with names never cut."""

import re
from dataclasses import replace

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.views.sentences import TERMS, headline, term

#: Longer titles are cut where their first clause ends, unless hardly anything follows.
LONGEST_TITLE, SHORTEST_LINE = 75, 30
#: Where a clause ends that can stand alone: not at a colon before a name, since that is what the clause says.
_END = re.compile(r"\. |[:;] (?![\ue000-\uf8ff])")


def title_of(finding: Finding) -> tuple[str, list[str]]:
    """What a finding says in a title's length, and the rest of it; names are never cut, whatever stands in them.

    Parameters
    ----------
    finding : Finding
        With or without a reading.

    Returns
    -------
    tuple of (str, list of str)
        The title, and at most one line that follows.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> reading = Message("mutual", {"of_hundred": 66}, "strength")
    >>> title_of(Finding("reciprocity", Scope(("1",)), 0.66, "share", (0, 1), reading=reading))[0]
    'Most connections are seen from both sides'
    """
    reading = finding.reading
    if reading is None:
        return headline(finding), []
    # While it is cut, a letter that no text uses stands in for each name.
    names = {key: value for key, value in reading.fields.items() if isinstance(value, str)}
    marks = {key: chr(0xE000 + k) for k, key in enumerate(names)}
    said = headline(replace(finding, reading=replace(reading, fields={**reading.fields, **marks})))

    def filled(text: str) -> str:
        for key, mark in marks.items():
            text = text.replace(mark, term(names[key]) if key in TERMS else names[key])
        return text

    end = _END.search(said)
    cut = end.start() if end else len(said)
    rest = said[cut + 2 :]
    if len(said) <= LONGEST_TITLE or len(rest) < SHORTEST_LINE:
        return filled(said.removesuffix(".")), []
    return filled(said[:cut]), [filled(rest[:1].upper() + rest[1:])]
