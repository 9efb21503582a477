"""What meetings left, for the desk: every commitment by name, and each correction beside what was answered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.survey import CONNECTION
from stakeholder_graph.text import N_, _, translate

#: What a correction is about, as people read it.
KINDS = {
    "connection": N_("connection"),
    "name": N_("name"),
    "sector": N_("sector"),
    "outcome": N_("outcome"),
    "team": N_("team"),
    "other": N_("other"),
}
#: The kinds of correction on what somebody takes part in.
_TAKEN_PART = ("outcome", "team")


@dataclass(frozen=True, slots=True)
class FromMeetings:
    """What meetings left in the folder, in rows of two tables.

    Parameters
    ----------
    taken_on : tuple of tuple of str
        Of each commitment who, with whom, outcome, first step, by when, and whether it is done; open ones first.
    corrections : tuple of tuple of str
        Of each correction what it is about, whose it is, with whom or what, what the survey says, what partners say,
        who said it and who confirmed it.
    """

    taken_on: tuple[tuple[str, ...], ...]
    corrections: tuple[tuple[str, ...], ...]


def from_meetings(copy: Copy) -> FromMeetings | None:
    """Give what meetings left; nothing beyond the backbone's desk, where the presentation says what the room may hear.

    Parameters
    ----------
    copy : Copy
        What its readers may see.

    Returns
    -------
    FromMeetings or None
        None where no meeting left anything.
    """
    if not copy.confidential:
        return None
    left = FromMeetings(tuple(_taken_on(copy)), tuple(_corrections(copy)))
    return left if left.taken_on or left.corrections else None


def _rows(copy: Copy, name: str) -> list[tuple[object, ...]]:
    frame = copy.partnership.lists.get(name)
    return [] if frame is None else list(frame.itertuples(index=False, name=None))


def _taken_on(copy: Copy) -> Iterable[tuple[str, ...]]:
    listed = {name for graph in copy.partnership.graphs.values() for name in graph.names}
    for who, partners, *promised, done in sorted(_rows(copy, "commitments"), key=lambda row: bool(row[-1])):
        yield str(who), _marked(str(partners), listed), *map(str, promised), _("done") if done else _("open")


def _marked(partners: str, listed: Collection[str]) -> str:
    """With whom, and of each who is not on the list that it is not."""
    several = [partners] if partners in listed else partners.split("; ")
    return "; ".join(
        name if name in listed or not name else _("{name} (not on the list)", name=name) for name in several
    )


def _corrections(copy: Copy) -> Iterable[tuple[str, ...]]:
    for about, organization, other, says, *rest in _rows(copy, "corrections"):
        said = str(says) or _as_answered(copy, str(about), str(organization), str(other))
        yield (translate(KINDS.get(str(about), str(about))), str(organization), str(other), said, *map(str, rest))


def _as_answered(copy: Copy, about: str, organization: str, other: str) -> str:
    """What the survey says, where the correction does not quote it."""
    graph = copy.partnership.graph(copy.wave)
    if about == CONNECTION:
        ties = graph["ties"]
        named = {frozenset(ends) for ends in zip(ties["from"], ties["to"], strict=True)}
        reported = frozenset((organization, other)) in named
        return _("a connection is reported") if reported else _("no connection is reported")
    if about in _TAKEN_PART:
        held = graph["affiliations"]
        has = (organization, about, other) in set(zip(held["organization"], held["kind"], held["item"], strict=True))
        return _("it is named") if has else _("it is not named")
    return ""
