"""The verdicts in words of a copy beyond the desk, each with the kind of tie that it speaks of."""

from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.sentences import say


@dataclass(frozen=True, slots=True)
class WordSaid:
    """A verdict, and what somebody could learn from it of the answers."""

    said: str
    could_tell: str


def words_said(copy: Copy) -> tuple[WordSaid, ...]:
    """Give the verdicts that rest on all answers together.

    Parameters
    ----------
    copy : Copy
        The room's or the community's.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> words_said(Copy("partners", Partnership("Ours", {}, {}), (), "1"))
    ()
    """
    words = []
    for finding in copy.findings:
        layer = finding.scope.layers[0] if finding.scope.layers else ""
        for message in (finding.reading, *finding.caveats):
            if message is not None and message.id in DECLARED_WORDS:
                said = say(message, finding.name)
                said = _("{layer}: {said}", layer=layer, said=said) if layer else said
                words.append(WordSaid(said, translate(DECLARED_WORDS[message.id].could_tell)))
    return tuple(dict.fromkeys(words))
