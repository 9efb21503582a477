"""How many have answered, wave by wave, as the map's reader may know it: counts, never names."""

from typing import TypedDict

from stakeholder_graph.editions.release import Release
from stakeholder_graph.text import number


class Answers(TypedDict):
    """What is said of one wave: in the line about the network, in a sentence, and whether everyone answered."""

    short: str
    said: str
    everyone: bool


def answers(release: Release, *, ties: bool) -> list[Answers]:
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
    """
    return [_of_wave(release, wave, ties) for wave in release.partnership.graphs]


def _of_wave(release: Release, wave: str, ties: bool) -> Answers:
    if not release.partnership.info.answered_known:
        return Answers(short="", said="Nothing says who answered, so all are taken to have answered.", everyone=False)
    answered, listed = _counts(release, wave)
    if listed is None:
        if wave in release.everyone_answered:
            return Answers(short="", said="All have answered.", everyone=True)
        rest = "; ties among those who have not are not known" if ties else ""
        return Answers(short="not all have answered", said=f"Not all have answered{rest}.", everyone=False)
    if answered == listed:
        return Answers(short="", said=f"All {number(listed)} have answered." if listed else "", everyone=True)
    short = f"{number(answered)} of {number(listed)} {'has' if answered == 1 else 'have'} answered"
    alone = listed - answered == 1
    rest = "what the other one would say is not known" if alone else "ties among the others are not known"
    return Answers(short=short, said=f"{short}; {rest}." if ties else f"{short}.", everyone=False)


def _counts(release: Release, wave: str) -> tuple[int, int | None]:
    """How many have answered and how many are listed; None where this reader is not told of that wave."""
    if release.confidential:
        answered = release.partnership.graph(wave).answered
        return int(answered.sum()), len(answered)
    response = release.find("response")
    if response is None or response.reading is None or response.scope.waves != (wave,):
        return 0, None
    fields = response.reading.fields
    return int(fields["answered"] or 0), int(fields["listed"] or 0)
