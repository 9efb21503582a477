"""What the community may hold: a function of what the room may hold, and of nothing else."""

from collections import Counter
from dataclasses import replace

from stakeholder_graph.editions.release import Member, Release, WaveRelease
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import N_

#: Sectors with fewer organizations on the list are shown as one.
FEWEST = 5
OTHER = N_("Other")


def community_release(room: Release) -> Release:
    """Say what the community may hold.

    Parameters
    ----------
    room : Release
        The room's.

    Returns
    -------
    Release
        Organizations that the list marks as public, with the room's lines among them and the room's counts. Sectors
        with fewer than five organizations on the list, in all waves together, are merged into one; what speaks of such
        a sector by name, or of a group of organizations by what it works on, is left out; so are commitments,
        indicators and strategies.

    Examples
    --------
    >>> wave = WaveRelease("1", roster=("A", "B"), listed=2, answered=2)
    >>> room = Release("partners", "P", "1", (Member("A", "Health", public=True), Member("B", "Health")), (wave,))
    >>> community_release(room).members
    (Member(organization='A', sector='Other', backbone=False, public=True),)
    """
    sizes = Counter(member.sector for member in room.members)
    small = {sector for sector, size in sizes.items() if size < FEWEST and sector != NO_SECTOR}
    members = tuple(_merged(member, small) for member in room.members if member.public)
    names = {member.organization for member in members}
    return replace(
        room,
        edition="community",
        members=members,
        waves=tuple(_of_public(wave, names) for wave in room.waves),
        sectors=(),
        commitments=(),
        results=(),
        strategies=(),
        words=tuple(word for word in room.words if small.isdisjoint(word.about)),
    )


def _merged(member: Member, small: set[str]) -> Member:
    return replace(member, sector=OTHER) if member.sector in small else member


def _of_public(wave: WaveRelease, names: set[str]) -> WaveRelease:
    lines = None if wave.lines is None else tuple(line for line in wave.lines if {line.first, line.second} <= names)
    return replace(
        wave,
        roster=tuple(name for name in wave.roster if name in names),
        lines=lines,
        memberships=tuple(held for held in wave.memberships if held.organization in names),
    )
