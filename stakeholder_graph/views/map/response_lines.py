"""How many have answered, wave by wave, as the map's reader may know it: counts, never names."""

from typing import TypedDict

from stakeholder_graph.editions.release import Release
from stakeholder_graph.text import _, _n


class ResponseLine(TypedDict):
    """What is said of one wave: in the line about the network, in a sentence, and whether everyone answered."""

    short: str
    said: str
    everyone: bool


def response_lines(release: Release, *, ties: bool) -> list[ResponseLine]:
    """Say of each wave how many have answered.

    Parameters
    ----------
    release : Release
        The backbone's holds who answered. For others the finding ``response`` is read, as everywhere: it speaks of
        one wave, and of the others no more is said than whether everyone answered.
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
    >>> release = Release("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> [line["said"] for line in response_lines(release, ties=True)]
    ['All 3 have answered.']
    """
    return [_line(release, wave, ties) for wave in release.partnership.graphs]


def _line(release: Release, wave: str, ties: bool) -> ResponseLine:
    if not release.partnership.info.answered_known:
        assumed = _("Nothing says who answered, so all are taken to have answered.")
        return ResponseLine(short="", said=assumed, everyone=False)
    answered, listed = _counts(release, wave)
    if listed is None:
        if wave in release.everyone_answered:
            return ResponseLine(short="", said=_("All have answered."), everyone=True)
        said = (
            _("Not all have answered; ties among those who have not are not known.")
            if ties
            else _("Not all have answered.")
        )
        return ResponseLine(short=_("not all have answered"), said=said, everyone=False)
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
        said = _("{answered}; ties among the others are not known.", answered=short)
    return ResponseLine(short=short, said=said, everyone=False)


def _counts(release: Release, wave: str) -> tuple[int, int | None]:
    """How many have answered and how many are listed; None where this reader may not know of that wave."""
    if release.confidential:
        answered = release.partnership.graph(wave).answered
        return int(answered.sum()), len(answered)
    response = release.with_role("response")
    if response is None or response.reading is None or response.scope.waves != (wave,):
        return 0, None
    fields = response.reading.fields
    return int(fields["answered"] or 0), int(fields["listed"] or 0)
