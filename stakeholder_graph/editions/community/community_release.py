"""What the community may hold: counts, a function of what the room may hold and of nothing else.

It names no organization and draws no line. Sectors with fewer than five organizations in any survey are merged into
one, the same in all surveys, and no number under five is told or follows from those that are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from math import comb

from stakeholder_graph.editions.community.counts import FEWEST, CommunityCounts, LayerCounts, SectorPair
from stakeholder_graph.editions.release import Release, WaveRelease
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.frames import natural
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.text import N_

#: Small sectors together, a message id.
OTHER = N_("Other")
#: Groups are looked for without a test: what is counted is who is on the lists.
_COUNTED = MeasureSettings(ties="either", permutations=0, draws=0)


def community_release(room: Release) -> Release:
    """Say what the community may hold.

    Parameters
    ----------
    room : Release
        The room's.

    Returns
    -------
    Release
        Without members, lines and lists: how many organizations there are and answered, counts, and the room's verdicts
        in words that speak of no small sector.

    Examples
    --------
    >>> from stakeholder_graph.editions.release import Member
    >>> wave = WaveRelease("1", roster=tuple("ABCDEF"), listed=6, answered=4)
    >>> members = tuple(Member(name, "Health" if name < "F" else "Schools") for name in wave.roster)
    >>> community_release(Release("partners", "P", "1", members, (wave,))).community.sectors
    (('Other', 6),)
    """
    wave = room.of_wave()
    merged = merged_sectors(room)
    kept = set(merged.values())
    named = {member.sector for member in room.members}
    return Release(
        edition="community",
        partnership=room.partnership,
        wave=room.wave,
        members=(),
        waves=(WaveRelease(wave.name, wave.date, listed=wave.listed, answered=wave.answered, lines=None),),
        outcomes=room.outcomes,
        words=tuple(word for word in room.words if kept.issuperset(named.intersection(word.about))),
        sector_called=room.sector_called,
        answered_known=room.answered_known,
        response_named=room.response_named,
        surveyed=room.surveyed,
        invented=room.invented,
        draft=room.draft,
        asked_unlisted=room.asked_unlisted,
        answers_wait=room.answers_wait,
        community=CommunityCounts(
            sectors=_sizes(wave, merged),
            layers=_layers(room, wave, merged),
            teams=_teams(room, wave),
            clusters=_clusters(room, wave),
        ),
        own_pages=room.own_pages.for_edition("community"),
    )


def merged_sectors(room: Release) -> Mapping[str, str]:
    """By organization the sector that the community hears of: its own, or `OTHER`.

    Parameters
    ----------
    room : Release
        The room's. Only its list of organizations is looked at, in all surveys.

    Notes
    -----
    Where `OTHER` itself would have fewer than five organizations in a survey, the next smallest sector joins it, so
    that each is either large enough or not there.
    """
    sectors = {member.organization: member.sector for member in room.members}
    by_wave = [Counter(sectors[name] for name in wave.roster) for wave in room.waves]
    total = sum(by_wave, Counter[str]())
    small = {sector for sector in total if sector == NO_SECTOR or _too_few(by_wave, {sector})}
    left = sorted(total.keys() - small, key=lambda sector: (total[sector], natural(sector)))
    while small and left and _too_few(by_wave, small):
        small.add(left.pop(0))
    return {name: OTHER if sector in small else sector for name, sector in sectors.items()}


def _too_few(by_wave: Sequence[Counter[str]], sectors: set[str]) -> bool:
    """Whether sectors together have one to four organizations in some survey."""
    return any(0 < sum(counted[sector] for sector in sectors) < FEWEST for counted in by_wave)


def _sizes(wave: WaveRelease, merged: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    sizes = Counter(merged[name] for name in wave.roster)
    order = sorted(sizes, key=lambda sector: (sector == OTHER, natural(sector)))
    # All that are listed are one group where these are fewer than five.
    return tuple((sector, sizes[sector]) for sector in order) if len(wave.roster) >= FEWEST else ()


def _layers(room: Release, wave: WaveRelease, merged: Mapping[str, str]) -> tuple[LayerCounts, ...]:
    """Kinds of ties whose lines the room sees, where there are organizations enough to count any."""
    if wave.lines is None or len(wave.roster) < FEWEST:
        return ()
    return tuple(_layer(layer.name, wave, merged) for layer in room.layers)


def _layer(name: str, wave: WaveRelease, merged: Mapping[str, str]) -> LayerCounts:
    sizes = dict(_sizes(wave, merged))
    order = {sector: k for k, sector in enumerate(sizes)}
    counted = Counter(
        tuple(sorted((merged[line.first], merged[line.second]), key=order.__getitem__))
        for line in wave.lines or ()
        if line.layer == name
    )
    pairs = {
        (first, second): comb(sizes[first], 2) if first == second else sizes[first] * sizes[second]
        for first, second in combinations_with_replacement(sizes, 2)
    }
    whole = comb(len(wave.roster), 2)
    if any(pairs[ends] - counted[ends] < FEWEST for ends in pairs):
        # Where nearly all are connected, each of them is.
        return LayerCounts(name, whole)
    within = [counted[ends] for ends in pairs if ends[0] == ends[1]]
    across = [counted[ends] for ends in pairs if ends[0] != ends[1]]
    both = hides_few(within) and hides_few(across)
    return LayerCounts(
        name,
        whole,
        sum(within) + sum(across) if both or hides_few([*within, *across]) else None,
        sum(across) if both else None,
        tuple(
            SectorPair(*ends, counted[ends] if counted[ends] >= FEWEST else None, count)
            for ends, count in pairs.items()
        ),
    )


def hides_few(counts: Sequence[int]) -> bool:
    """Whether the sum of counts may be told beside those of five and more, and tells nothing of the others.

    Parameters
    ----------
    counts : sequence of int
        All of them.

    Notes
    -----
    What is left of the sum is that of the counts under five. It tells nothing where each of them can still be anything
    from none to four, whatever the others are.

    Examples
    --------
    >>> hides_few([9, 12]), hides_few([9, 2]), hides_few([9, 0, 1]), hides_few([9, 3, 1])
    (True, False, False, True)
    """
    few = [count for count in counts if count < FEWEST]
    most = FEWEST - 1
    return not few or most <= sum(few) <= most * (len(few) - 1)


def _teams(room: Release, wave: WaveRelease) -> tuple[tuple[str, int | None], ...]:
    """How many sit in each team, where the room knows all who do."""
    if "team" not in wave.kinds:
        return ()
    seats = Counter(held.item for held in wave.memberships if held.kind == "team")
    teams = [item for kind, item, _ in room.items if kind == "team"]
    order = [*teams, *sorted(seats.keys() - set(teams), key=natural)]
    return tuple((team, seats[team] if seats[team] >= FEWEST else None) for team in order)


def _clusters(room: Release, wave: WaveRelease) -> tuple[tuple[str, int], ...]:
    """Groups of organizations that work on the same outcomes, where the room knows who does."""
    if "outcome" not in wave.kinds:
        return ()
    # Lines say nothing of who works on what.
    lists = replace(room, layers=(), waves=(replace(wave, lines=None),))
    studied = assess(released_partnership(lists), ["outcome_clusters"], wave=room.wave, settings=_COUNTED)
    table = studied[0].tables.get("clusters") if studied else None
    groups = [(str(row["outcomes"]), int(row["size"] or 0)) for row in (table.rows if table else ())]
    counted = tuple((outcomes, size) for outcomes, size in groups if size >= FEWEST)
    sizes = [size for _, size in groups]
    outside = wave.listed - sum(sizes)
    return counted if hides_few([*sizes, outside] if outside else sizes) else ()
