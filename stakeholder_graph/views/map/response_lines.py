"""How many have answered, wave by wave, as the map's reader may know it: counts, never names."""

from typing import TypedDict

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _, _n


class ResponseLine(TypedDict):
    """What is said of one wave: in the line about the network, in a sentence, and whether everyone answered."""

    short: str
    said: str
    everyone: bool


def response_lines(copy: Copy, *, ties: bool) -> list[ResponseLine]:
    """Say of each wave how many have answered.

    Parameters
    ----------
    copy : Copy
        What it says of each wave.
    ties : bool
        Whether the map shows any.

    Returns
    -------
    list of dict
        In the order of the waves; `short` is empty where everyone answered, or is taken to have.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> [line["said"] for line in response_lines(copy, ties=True)]
    ['All 3 have answered.']
    """
    return [_line(copy, wave, ties) for wave in copy.partnership.graphs]


def _line(copy: Copy, wave: str, ties: bool) -> ResponseLine:
    if not copy.partnership.info.surveyed:
        return ResponseLine(short="", said="", everyone=False)
    if not copy.answered_known:
        assumed = _("Nothing says who answered, so all are taken to have answered.")
        return ResponseLine(short="", said=assumed, everyone=False)
    answered, listed = copy.answered(wave)
    if answered is None:
        said = _("Few have answered; connections among the others are not known.") if ties else _("Few have answered.")
        return ResponseLine(short=_("few have answered"), said=said, everyone=False)
    if answered == listed:
        return ResponseLine(
            short="", said=_("All {count} have answered.", count=listed) if listed else "", everyone=True
        )
    short = _n("{count} of {listed} has answered", "{count} of {listed} have answered", answered, listed=listed)
    if not ties:
        said = _("{answered}.", answered=short)
    elif listed - answered == 1:
        said = _("{answered}; what the other one would say is not known.", answered=short)
    else:
        said = _("{answered}; connections among the others are not known.", answered=short)
    return ResponseLine(short=short, said=said, everyone=False)
