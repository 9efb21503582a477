"""What the community's release counts: nobody by name, and no number under five that could be worked out."""

from collections import Counter
from dataclasses import fields, replace
from itertools import product

import numpy as np
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.community.community_release import OTHER, community_release, hides_few, merged_sectors
from stakeholder_graph.editions.community.counts import FEWEST, CommunityCounts, LayerCounts
from stakeholder_graph.editions.release import Commitment, Line, Member, Membership, Release, WaveRelease, Word
from stakeholder_graph.model.own_pages import OwnPages, Paragraph
from stakeholder_graph.model.survey import NO_SECTOR, LayerInfo
from tests.editions.test_everybody_answered import partnership

MEMBERS = (
    *(Member(f"H{k}", "Health") for k in range(6)),
    *(Member(f"S{k}", "Schools", backbone=k == 0) for k in range(4)),
    Member("X", NO_SECTOR),
)
NAMES = tuple(member.organization for member in MEMBERS)
LINES = (
    *(Line("work", f"H{k}", "S0", 2.0) for k in range(6)),
    *(Line("work", "H0", f"H{k}") for k in range(1, 3)),
    *(Line("work", "S0", f"S{k}") for k in range(1, 3)),
)
WAVE = WaveRelease(
    "1",
    roster=NAMES,
    listed=11,
    answered=7,
    lines=LINES,
    kinds=("team",),
    memberships=(*(Membership(name, "team", "Reading") for name in NAMES[:5]), Membership("X", "team", "Math")),
)
ROOM = Release(
    "partners",
    "P",
    "1",
    MEMBERS,
    (WAVE,),
    layers=(LayerInfo("work"),),
    sectors=(("county", "Schools", 0.2),),
    items=(("team", "Reading", False), ("team", "Math", False)),
    charters=(("Reading", "Third-grade reading"),),
    outcomes=(("Reading", 7), ("Math", None)),
    agreement=(("Share data", 4),),
    words=(Word("named_by_both", "work"), Word("within_sector", "work", ("Health",)), Word("x", "", ("Schools",))),
    commitments=(Commitment("H0", ("S0",), "Reading", "Meet", "May", False),),
)


def counts_of(room: Release) -> CommunityCounts:
    counts = community_release(room).community
    assert counts is not None
    return counts


def test_it_has_no_field_with_a_name_or_a_line() -> None:
    release = community_release(ROOM)
    assert release.edition == "community"
    assert (release.members, release.layers, release.items, release.charters, release.commitments) == ((),) * 5
    assert release.waves == (WaveRelease("1", listed=11, answered=7, lines=None),)
    held = repr(release)
    assert [name for name in NAMES if f"'{name}'" in held] == []


def test_every_field_of_a_release_was_thought_of() -> None:
    """Of a field that is added nobody may forget whether the community may see it: all are filled here."""
    own = OwnPages(colours=(("Health", "#00aacc"),), paragraphs=(Paragraph("For us.", "closing", readers="partners"),))
    full = replace(
        ROOM, own_pages=own, response_named=True, invented=True, draft=True, asked_unlisted=(1, 2), answers_wait=True
    )
    release = community_release(replace(full, answered_known=False, surveyed=False, sector_called="field"))
    same = {field.name for field in fields(Release) if getattr(release, field.name) == getattr(full, field.name)}
    assert same == {
        "partnership", "wave", "outcomes", "response_named", "invented", "draft", "asked_unlisted", "answers_wait",
        "open_named", "results", "strategies",
    }  # fmt: skip


def test_small_sectors_stand_together_and_are_not_spoken_of() -> None:
    release = community_release(ROOM)
    assert counts_of(ROOM).sectors == (("Health", 6), (OTHER, 5))
    assert release.words == (Word("named_by_both", "work"), Word("within_sector", "work", ("Health",)))


def test_where_the_small_ones_together_are_too_few_the_next_joins_them() -> None:
    members = (*MEMBERS[:6], *(Member(f"N{k}", "Nonprofits") for k in range(7)), Member("S", "Schools"))
    wave = WaveRelease("1", roster=tuple(member.organization for member in members), listed=14)
    room = Release("partners", "P", "1", members, (wave,), words=(Word("within_sector", "work", ("Health",)),))
    assert counts_of(room).sectors == (("Nonprofits", 7), (OTHER, 7))
    assert community_release(room).words == ()


def test_the_same_in_all_surveys() -> None:
    """Six of Health are listed now and were two before: shown apart, two would have been counted."""
    earlier = WaveRelease("0", roster=("S0", "S1", "S2", "H0", "H1"), listed=5)
    both = replace(ROOM, waves=(earlier, WAVE))
    assert set(merged_sectors(both).values()) == {OTHER}
    assert merged_sectors(both) == merged_sectors(replace(both, wave="0"))


def test_fewer_than_five_organizations_are_not_counted_by_sector() -> None:
    wave = WaveRelease("1", roster=("H0", "H1"), listed=2, lines=(Line("work", "H0", "H1"),))
    counts = counts_of(Release("partners", "P", "1", MEMBERS[:2], (wave,), layers=(LayerInfo("work"),)))
    assert counts.sectors == ()
    assert counts.layers == ()


def test_lines_by_pair_of_sectors_with_no_number_under_five() -> None:
    (work,) = counts_of(ROOM).layers
    assert [(pair.first, pair.second, pair.lines, pair.pairs) for pair in work.between] == [
        ("Health", "Health", None, 15),
        ("Health", OTHER, 6, 30),
        (OTHER, OTHER, None, 10),
    ]
    # Two and two are hidden; their sum, four, leaves each anything from none to four.
    assert (work.pairs, work.lines, work.across) == (55, 10, 6)


def test_a_sum_that_would_tell_a_small_number_is_left_out() -> None:
    fewer = replace(WAVE, lines=LINES[:-1])
    (work,) = counts_of(replace(ROOM, waves=(fewer,))).layers
    assert (work.lines, work.across) == (None, None)


def test_where_nearly_all_are_connected_nothing_is_counted() -> None:
    lines = tuple(Line("work", one, other) for k, one in enumerate(NAMES) for other in NAMES[k + 1 :])
    assert counts_of(replace(ROOM, waves=(replace(WAVE, lines=lines[:-3]),))).layers == (LayerCounts("work", 55),)


def test_lines_that_the_room_does_not_see_nobody_counts() -> None:
    assert counts_of(replace(ROOM, waves=(replace(WAVE, lines=None),))).layers == ()


def test_seats_in_teams_where_the_room_knows_them() -> None:
    assert counts_of(ROOM).teams == (("Reading", 5), ("Math", None))
    assert counts_of(replace(ROOM, waves=(replace(WAVE, kinds=()),))).teams == ()


def test_groups_by_outcome_where_the_room_knows_who_works_on_what() -> None:
    """Two groups of twelve with three outcomes each, planted; see the test of where everybody answered."""
    made = [make_copy("community", partnership(answered), [], "1", names=[]).release for answered in (24, 23)]
    clusters = [release.community.clusters for release in made if release and release.community]
    assert sorted(clusters[0]) == [("Attendance, Math, Reading", 12), ("Births, Vaccines, Weight", 12)]
    assert clusters[1] == ()


def test_what_a_sum_tells_of_hidden_counts_by_trying_all() -> None:
    """A sum may be told only where each hidden count can be any of none to four in something that gives that sum."""
    for counts in (counts for k in (1, 2, 3) for counts in product(range(7), repeat=k)):
        few = [count for count in counts if count < FEWEST]
        agreeing = [guess for guess in product(range(FEWEST), repeat=len(few)) if sum(guess) == sum(few)]
        possible = [{guess[k] for guess in agreeing} for k in range(len(few))]
        assert hides_few(counts) == all(values == set(range(FEWEST)) for values in possible), counts


@pytest.mark.parametrize("seed", range(40))
def test_no_hidden_number_of_lines_follows_from_all_that_is_told(seed: int) -> None:
    """Of drawn networks: every cell that is left out can be anything from none to four, and no pair is sure."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 9, size=int(rng.integers(2, 5)))
    members = tuple(Member(f"{s}-{k}", f"Sector {s}") for s, size in enumerate(sizes) for k in range(size))
    names = [member.organization for member in members]
    density = rng.uniform(0.02, 0.9)
    lines = tuple(
        Line("work", one, other) for k, one in enumerate(names) for other in names[k + 1 :] if rng.random() < density
    )
    wave = WaveRelease("1", roster=tuple(names), listed=len(names), lines=lines)
    room = Release("partners", "P", "1", members, (wave,), layers=(LayerInfo("work"),))
    for layer in counts_of(room).layers:
        for within, total in ((True, _less(layer.lines, layer.across)), (False, layer.across), (None, layer.lines)):
            cells = [pair for pair in layer.between if within is None or (pair.first == pair.second) is within]
            hidden = [pair for pair in cells if pair.lines is None]
            if total is not None and hidden:
                left = total - sum(pair.lines or 0 for pair in cells)
                sums = Counter(sum(guess) for guess in product(range(FEWEST), repeat=len(hidden) - 1))
                assert all(sums[left - value] for value in range(FEWEST))
        assert all(pair.lines is None or FEWEST <= pair.lines <= pair.pairs - FEWEST for pair in layer.between)


def _less(total: int | None, part: int | None) -> int | None:
    return None if total is None or part is None else total - part
