"""The release of a profile: the room's and the own answers of the organization that it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.editions.profile.own_answers import OwnAnswers
from stakeholder_graph.editions.profile.read_answers import AnswersOfEach
from stakeholder_graph.editions.release import Release
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.unnamed import called_instead, with_persons_unnamed
from stakeholder_graph.model.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class ProfileRelease:
    """All that the page of one organization may hold.

    Parameters
    ----------
    room : Release
        What everybody in the room may see, without its verdicts in words.
    own : OwnAnswers
        What the organization knows, since it said so.
    unnamed : tuple of str
        What the room's release calls persons whom it does not name.
    """

    room: Release
    own: OwnAnswers
    unnamed: tuple[str, ...] = ()

    @property
    def is_backbone(self) -> bool:
        """Whether the page is the backbone's own."""
        return any(member.backbone for member in self.room.members if member.organization == self.own.called)


def profile_releases(
    partnership: Partnership, wave: str, organizations: Sequence[str] = ()
) -> tuple[ProfileRelease, ...]:
    """Make the releases of the profiles of some organizations, or of all of a wave.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    organizations : sequence of str, optional
        Whose; of all on the roster of that wave by default.

    Returns
    -------
    tuple of ProfileRelease
        In the order asked for, or in natural order.

    Raises
    ------
    UnknownNameError
        If one is not on the roster.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> [release.own.organization for release in profile_releases(Partnership("P", {"1": graph}, {}), "1")]
    ['a', 'b', 'c']
    """
    graph = partnership.graph(wave)
    for name in organizations:
        if name not in graph.names:
            raise UnknownNameError("organization", name, graph.names)
    seen = partnership.agreed or partnership
    called = called_instead(seen)
    room = room_release(with_persons_unnamed(seen), [], wave)
    answers = AnswersOfEach(partnership, wave, called)
    unnamed = tuple(called.values())
    return tuple(ProfileRelease(room, answers.of(name), unnamed) for name in organizations or graph.names)
