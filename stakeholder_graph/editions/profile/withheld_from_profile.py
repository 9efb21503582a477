"""What must not stand in a profile: all that the room's copy withholds and all else that others said or are."""

from collections.abc import Iterator

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.profile.profile_release import ProfileRelease
from stakeholder_graph.editions.profile.shown import profile_content
from stakeholder_graph.editions.release import Commitment, Release
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.editions.statements import plain
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import Partnership


class ProfileGuard:
    """Knows what each profile of a partnership must not hold.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    room : Release
        The room's.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions.profile import profile_releases
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("P", {"1": from_networkx(nx.DiGraph([("Zoo", "Park"), ("Museum", "Park")]))}, {})
    >>> (zoo,) = profile_releases(ours, "1", ["Zoo"])
    >>> ProfileGuard(ours, zoo.room).withheld_from(zoo).leaks([("Park",), ("Museum",)])
    ['Museum']
    """

    def __init__(self, partnership: Partnership, room: Release) -> None:
        self.copy = Copy("partners", released_partnership(room), (), room.wave, release=room)
        self._room = withheld(partnership, self.copy)

    def withheld_from(self, release: ProfileRelease) -> Withheld:
        """Say what the profile of one organization must not hold.

        Parameters
        ----------
        release : ProfileRelease
            All that it may hold.

        Returns
        -------
        Withheld
            Beside what the room's copy withholds every organization that neither its own answers nor the release put
            beside it. Two that may stand there may not stand in one statement, which would say that one named the
            other; but for who did something together in the room.
        """
        own, content, room = release.own, profile_content(release), self._room
        backbones = {member.organization for member in release.room.members if member.backbone}
        itself = {plain(own.organization), plain(own.called)}
        said = {*map(plain, _said(release)), *itself}
        near = {plain(name) for name in (*content.partners, *backbones, *_own_names(release))}
        together = {frozenset({name, other}) for name in itself for other in near}
        for made in (*own.commitments, *content.invited):
            names = {plain(name) for name in (made.who, *made.partners)}
            together |= {frozenset({name, other}) for name in names for other in (*names, *map(plain, _in(made)))}
        return Withheld(
            frozenset((room.texts | (room.names - near)) - said - near),
            frozenset((room.names & near) - itself),
            {name: texts - said for name, texts in room.beside.items() if name not in itself},
            (*room.said, *sorted(said)),
            room.together | together,
        )


def _said(release: ProfileRelease) -> Iterator[str]:
    """What the organization said itself, and what its survey calls its questions."""
    own = release.own
    for layer in own.layers:
        yield from (layer.name, *(step.name for step in layer.steps))
    yield from (question.about for question in own.questions)
    yield from own.undirected
    for _kind, item in own.held:
        yield item
    for item, _value, name in own.rated:
        yield from (item, name)
    yield from own.unlisted
    for made in own.commitments:
        yield from _in(made)


def _in(made: Commitment) -> Iterator[str]:
    yield from (made.outcome, made.step, made.by)


def _own_names(release: ProfileRelease) -> Iterator[str]:
    """Organizations that it named, or does something with."""
    for tie in release.own.ties:
        yield tie.partner
    for made in release.own.commitments:
        yield from (made.who, *made.partners)
