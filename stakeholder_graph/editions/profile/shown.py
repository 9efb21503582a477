"""What follows for one organization from its profile's release: its lines, whom it shares outcomes with, its teams."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from stakeholder_graph.editions.profile.profile_release import ProfileRelease
from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.frames import natural
from stakeholder_graph.model.survey import LayerInfo

T = TypeVar("T")

#: Whether the room's map draws lines: it does, it may not this time, or no kind of tie was promised to be shown.
LinesDrawn = Literal["drawn", "withheld", "none"]


@dataclass(frozen=True, slots=True)
class SharedOutcome:
    """An outcome of the organization, and who works on it without working with it yet.

    Parameters
    ----------
    outcome : str
        Its name.
    count : int or None
        How many organizations named it, where the room is told; nothing on the page of a person.
    teams : tuple of str
        The teams that `people` sit on, where the room does not know who works on the outcome itself.
    people : tuple of str
        Who they are, in natural order.
    """

    outcome: str
    count: int | None
    teams: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileContent:
    """What stands on a profile.

    Parameters
    ----------
    named : mapping of str to tuple of (str, float or None)
        By partner that it named: kinds of tie, each with how close.
    by_others : mapping of str to tuple of str
        By partner, kinds of tie of lines on the map that the other side reported.
    on_map : mapping of str to tuple of str
        By partner, kinds of tie of lines of which nobody recorded who reported them.
    unnamed : tuple of str
        Persons with a line to it whom the map calls by a number.
    drawn : {"drawn", "withheld", "none"}
        Whether the map has lines.
    outcomes : tuple of SharedOutcome
        Its outcomes.
    teams : tuple of (str, tuple of str)
        Its teams, each with the outcomes it is there for.
    invited : tuple of Commitment
        What others took on with it.
    """

    named: Mapping[str, tuple[tuple[str, float | None], ...]]
    by_others: Mapping[str, tuple[str, ...]]
    on_map: Mapping[str, tuple[str, ...]]
    unnamed: tuple[str, ...]
    drawn: LinesDrawn
    outcomes: tuple[SharedOutcome, ...]
    teams: tuple[tuple[str, tuple[str, ...]], ...]
    invited: tuple[Commitment, ...]

    @property
    def partners(self) -> set[str]:
        """Everybody whom the profile names."""
        made = {name for commitment in self.invited for name in (commitment.who, *commitment.partners)}
        shared = {name for outcome in self.outcomes for name in outcome.people}
        return {*self.named, *self.by_others, *self.on_map, *self.unnamed, *shared, *made}


def profile_content(release: ProfileRelease) -> ProfileContent:
    """Say what stands on a profile.

    Parameters
    ----------
    release : ProfileRelease
        All that it may hold.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions.profile.profile_release import profile_releases
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "a")]))
    >>> (release,) = profile_releases(Partnership("P", {"1": graph}, {}), "1", ["a"])
    >>> content = profile_content(release)
    >>> dict(content.named), dict(content.by_others)
    ({'b': (('collaboration', None),)}, {'c': ('collaboration',)})
    """
    own = release.own
    named: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for tie in own.ties:
        named[tie.partner].append((tie.layer, tie.level))
    lines = list(_lines(release))
    nobody_knows = [line for line in lines if line[1] in own.undirected and line[0] not in release.unnamed]
    reported = {(tie.partner, tie.layer) for tie in own.ties}
    others = [line for line in lines if line not in reported and line[1] not in own.undirected]
    wave = release.room.of_wave()
    return ProfileContent(
        _sorted({name: tuple(kinds) for name, kinds in named.items()}),
        _by_partner(line for line in others if line[0] not in release.unnamed),
        _by_partner(nobody_knows),
        tuple(sorted({name for name, _layer in lines if name in release.unnamed}, key=natural)),
        "none" if not release.room.layers else "withheld" if wave.lines is None else "drawn",
        tuple(_outcomes(release, _worked_with(release, lines))),
        tuple(_teams(release)),
        tuple(made for made in release.room.commitments if own.called in made.partners and made.who != own.called),
    )


def _lines(release: ProfileRelease) -> Iterator[tuple[str, str]]:
    """The lines of the organization on the map: with whom, and of which kind."""
    called = release.own.called
    for line in release.room.of_wave().lines or ():
        if called in (line.first, line.second):
            yield line.second if line.first == called else line.first, line.layer


def _by_partner(lines: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, layer in lines:
        kinds[name].append(layer)
    return _sorted({name: tuple(layers) for name, layers in kinds.items()})


def _sorted(by_name: Mapping[str, T]) -> dict[str, T]:
    return {name: by_name[name] for name in sorted(by_name, key=natural)}


def _worked_with(release: ProfileRelease, lines: Iterable[tuple[str, str]]) -> set[str]:
    """Partners by the main kind of tie: on the map, and by what the organization said itself."""
    main = _main(release.room.layers) or _main(release.own.layers)
    own = {tie.partner for tie in release.own.ties if tie.layer == main}
    return own | {name for name, layer in lines if layer == main}


def _main(layers: Iterable[LayerInfo]) -> str | None:
    return next((layer.name for layer in layers if layer.asks == "ties" and not layer.asked_of), None)


def _outcomes(release: ProfileRelease, tied: Collection[str]) -> Iterator[SharedOutcome]:
    room, own = release.room, release.own
    backbones = {member.organization for member in room.members if member.backbone}
    apart = {own.called, own.organization, *tied, *backbones}
    kinds, counts = room.of_wave().kinds, dict(room.outcomes)
    for outcome in (item for kind, item in own.held if kind == "outcome"):
        teams = tuple(team for team, about in room.charters if about == outcome)
        by_list = "outcome" in kinds
        items = {("outcome", outcome)} if by_list else {("team", team) for team in teams}
        people = {
            held.organization for held in room.of_wave().memberships if (held.kind, held.item) in items
        } - apart  # fmt: skip
        yield SharedOutcome(
            outcome,
            None if own.person else counts.get(outcome),
            () if by_list or "team" not in kinds else teams,
            tuple(sorted(people, key=natural)),
        )


def _teams(release: ProfileRelease) -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind, team in release.own.held:
        if kind == "team":
            yield team, tuple(outcome for name, outcome in release.room.charters if name == team)
