"""Puts messages into words: the one place where a reader's language is chosen.

Words that belong to one measure stand in that measure's own file; here stand those that all share.
"""

from string import Formatter
from typing import Any

from stakeholder_graph.finding import Finding, Message
from stakeholder_graph.registry import measures

#: Messages that any measure may use.
SHARED = {
    "too_few_organizations": "There are too few organizations to say.",
    "one_sector": "All organizations are in one sector, so there is nothing to compare.",
    "no_ties": "No ties are reported, so this cannot be said.",
    "nobody_answered": "Nobody has answered yet.",
    "nothing_observed": "Nothing was answered that this could be read from.",
    "unbounded": "The value has no upper limit here.",
    "too_few_answers": "Fewer than ten organizations answered: too few to say how far the rest could move this.",
    "under_half_answered": "Fewer than half answered, so nobody is named and no order is given.",
    "outside_range": "What was observed lies outside the likely range: those who have not answered yet differ "
    "from those who have.",
    "no_range": "{why}",
    "answered_subgraph": "Counted among those who answered only.",
    "all_assumed_answered": "Nothing says who answered, so all are taken to have answered; {silent} of them "
    "report no tie.",
    "one_voice": "One person speaks for each organization.",
}


class _Plain(Formatter):
    """Numbers as a person writes them: whole ones without a decimal, others to two significant places."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec:
            return super().format_field(value, format_spec)
        if value is None:
            return "not known"
        if isinstance(value, float):
            return f"{value:.0f}" if value == round(value) else f"{value:.2g}"
        return str(value)


def say(message: Message, measure: str) -> str:
    """Put one message into words, as plain text.

    Parameters
    ----------
    message : Message
        What is to be said.
    measure : str
        Name of the measure that says it, whose words come first.

    Returns
    -------
    str
        Text, never markup: names in it still have to be escaped where they are shown.

    Examples
    --------
    >>> say(Message("no_ties"), "density")
    'No ties are reported, so this cannot be said.'
    """
    words = {**SHARED, **measures()[measure].words}
    return _Plain().vformat(words[message.id], (), dict(message.fields))


def headline(finding: Finding) -> str:
    """What a finding says in one sentence, or the question it answers where its reading may not be shown."""
    if finding.reading is None:
        return measures()[finding.name].question
    return say(finding.reading, finding.name)
