"""What the community's release keeps of the room's."""

from stakeholder_graph.editions.community_release import community_release
from stakeholder_graph.editions.release import Line, Member, Membership, Release, WaveRelease, Word
from stakeholder_graph.model.survey import NO_SECTOR

MEMBERS = (
    *(Member(f"H{k}", "Health", public=k < 2) for k in range(5)),
    *(Member(f"S{k}", "Schools", backbone=k == 0, public=True) for k in range(4)),
    Member("X", NO_SECTOR, public=True),
)
WAVE = WaveRelease(
    "1",
    roster=tuple(member.organization for member in MEMBERS),
    listed=10,
    answered=7,
    lines=(Line("work", "H0", "S0", 2.0), Line("work", "H2", "S0"), Line("work", "H3", "H4")),
    kinds=("team",),
    memberships=(Membership("H0", "team", "Reading"), Membership("H4", "team", "Reading")),
)
ROOM = Release(
    "partners",
    "P",
    "1",
    MEMBERS,
    (WAVE,),
    sectors=(("county", "Schools", 0.2),),
    outcomes=(("Reading", 7),),
    agreement=(("Share data", 4),),
    words=(Word("named_by_both", "work"), Word("within_sector", "work", ("Health",)), Word("x", "", ("Schools",))),
)


def test_only_those_that_the_list_marks_as_public_and_what_lies_between_them() -> None:
    release = community_release(ROOM)
    assert release.edition == "community"
    assert [member.organization for member in release.members] == ["H0", "H1", "S0", "S1", "S2", "S3", "X"]
    assert release.of_wave().roster == ("H0", "H1", "S0", "S1", "S2", "S3", "X")
    assert release.of_wave().lines == (Line("work", "H0", "S0", 2.0),)
    assert release.of_wave().memberships == (Membership("H0", "team", "Reading"),)
    assert (release.of_wave().listed, release.of_wave().answered) == (10, 7)


def test_sectors_under_five_on_the_list_are_one_and_not_spoken_of() -> None:
    release = community_release(ROOM)
    sectors = {member.organization: member.sector for member in release.members}
    # Five of Health are on the list though two are public; that no sector is stated is none.
    assert sectors == {"H0": "Health", "H1": "Health", **{f"S{k}": "Other" for k in range(4)}, "X": NO_SECTOR}
    assert release.sectors == ()
    assert release.words == (Word("named_by_both", "work"), Word("within_sector", "work", ("Health",)))


def test_lines_that_the_room_does_not_see_nobody_sees() -> None:
    hidden = Release("partners", "P", "1", MEMBERS, (WaveRelease("1", lines=None),))
    assert community_release(hidden).of_wave().lines is None


def test_the_same_in_all_waves() -> None:
    """A sector is as large as all that were ever listed, so that it has one name in every wave and copy."""
    earlier = WaveRelease("0", roster=("S0", "H2"), listed=2)
    release = community_release(Release("partners", "P", "1", MEMBERS, (earlier, WAVE)))
    assert [wave.roster[0] for wave in release.waves] == ["S0", "H0"]
    assert release.of_wave("0").roster == ("S0",)
