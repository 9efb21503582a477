"""What the room's release holds of hand-made partnerships, field by field, and what it is free of."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.community.community_release import community_release
from stakeholder_graph.editions.release import Commitment, Line, Member, Membership, Release
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import COLUMNS, NO_SECTOR, LayerInfo, Promise, Step, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.editions.hand_made import NAMES, SILENT, TIES, affiliations, partnership

#: The lines of the hand-made ties.
LINES = (("Faith 0", "Schools 0"), ("Health 0", "Health 1"), ("Health 0", "Schools 0"))
QUICK = MeasureSettings(permutations=9, draws=2)


def released(whole: Partnership) -> Release:
    return room_release(whole, (), whole.latest)


def test_members_are_those_on_the_list_with_sector_and_who_is_the_backbone() -> None:
    release = released(partnership(people={"public": [True] + [False] * 15}))
    assert {member.organization for member in release.members} == set(NAMES)
    assert release.members[5] == Member("Health 0", "Health", backbone=True)
    assert release.members[0] == Member("Faith 0", "Faith")
    assert release.of_wave().roster == tuple(member.organization for member in release.members)
    assert (release.of_wave().date, release.of_wave().listed, release.of_wave().answered) == ("2025-03-01", 16, 9)


def test_lines_are_pairs_of_layers_that_were_promised_by_name_whoever_reported_them() -> None:
    release = released(partnership())
    assert [layer.name for layer in release.layers] == ["work"]
    assert release.of_wave().lines == tuple(Line("work", *ends) for ends in LINES)
    turned = tuple((other, one, 5.0) for one, other, _ in TIES if other not in SILENT)
    both = (*TIES, *turned)
    assert released(partnership(ties=both)) == release


def test_where_a_kind_of_tie_has_no_direction_nobody_is_known_to_have_reported_it() -> None:
    """Of the ring's partners any may have answered: too few are left in doubt. With direction there are enough."""
    ring = tuple((one, other, 1.0) for one, other in zip(NAMES[:9], NAMES[1:9] + NAMES[:1], strict=True))
    star = tuple((NAMES[0], other, 1.0) for other in NAMES[2:])
    drawn = []
    for directed in (True, False):
        whole = partnership(ties=(*ring, *star), silent=NAMES[-7:], layers=(LayerInfo("work", directed=directed),))
        drawn.append(released(whole).of_wave().lines is not None)
    assert drawn == [True, False]


def test_lines_say_how_close_only_where_that_was_promised() -> None:
    steps = (Step(1, "yearly"), Step(2, "monthly"), Step(3, "weekly"))
    release = released(partnership(layers=(LayerInfo("work", steps, "named with strength"),)))
    assert [line.level for line in release.of_wave().lines or ()] == [2.0, 1.0, 3.0]
    assert release.layers == (LayerInfo("work", steps, "named with strength"),)


def test_lines_are_withheld_where_they_would_show_who_has_not_answered() -> None:
    everyone = tuple((one, other, 1.0) for one in NAMES if one not in SILENT for other in NAMES if other != one)
    whole = partnership(ties=everyone)
    assert released(whole).of_wave().lines is None
    told = replace(whole, info=replace(whole.info, who_answered="named"))
    assert len(released(told).of_wave().lines or ()) == 9 * 8 / 2 + 9 * 7


@pytest.mark.parametrize(("answering", "stated"), [(0, None), (2, None), (3, 3), (16, 16)])
def test_how_many_answered_is_stated_from_three_on(answering: int, stated: int | None) -> None:
    release = released(partnership(ties=(), silent=NAMES[answering:]))
    assert release.of_wave().answered == stated


def test_how_many_answered_is_not_stated_where_nothing_says_so() -> None:
    release = released(partnership(answered_known=False))
    assert (release.answered_known, release.of_wave().answered) == (False, None)


def test_every_wave_is_under_the_rule_for_lines() -> None:
    dense = tuple((one, other, 1.0) for one in NAMES if one not in SILENT for other in NAMES if other != one)
    first, second = partnership(ties=dense).graph(), partnership().graph()
    waves = {"1": first, "2": PartnerGraph(Wave("2"), second.layers, second.frames)}
    release = room_release(Partnership("P", waves), (), "2")
    assert [wave.lines is None for wave in release.waves] == [True, False]


ROWS = (
    ("Health 0", "outcome", "Reading", "answer"),
    ("Faith 0", "team", "Early years", "list"),
    ("Health 1", "asset", "A van", "list"),
    ("Health 2", "asset", "A hall", "answer"),
)


def test_memberships_are_those_of_kinds_that_a_list_keeps_for_everybody() -> None:
    wave = released(partnership(frames=affiliations(*ROWS))).of_wave()
    assert wave.kinds == ("team",)
    assert wave.memberships == (Membership("Faith 0", "team", "Early years"),)


def test_memberships_from_answers_are_shown_where_everybody_answered_or_it_is_shown_who_did() -> None:
    everyone = released(partnership(frames=affiliations(*ROWS), silent=()))
    named = released(partnership(frames=affiliations(*ROWS), who_answered="named"))
    for release in (everyone, named):
        assert release.of_wave().kinds == ("asset", "outcome", "team")
        assert len(release.of_wave().memberships) == 4


@pytest.mark.parametrize(
    ("promise", "shown"), [("named with strength", True), ("named", True), ("aggregate", False), ("backbone", False)]
)
def test_memberships_are_shown_as_promised(promise: Promise, shown: bool) -> None:
    whole = partnership(frames=affiliations(*ROWS), promises={"team": promise})
    assert bool(released(whole).of_wave().memberships) is shown


def test_what_is_zero_is_no_membership() -> None:
    rows = affiliations(("Health 0", "team", "Early years", "list"))["affiliations"].assign(value=0.0)
    wave = released(partnership(frames={"affiliations": rows})).of_wave()
    assert (wave.kinds, wave.memberships) == (("team",), ())


def test_outcomes_are_counted_from_five_on() -> None:
    rows = [(name, "outcome", "Reading", "answer") for name in NAMES[:5]]
    rows += [(name, "outcome", "Meals", "answer") for name in NAMES[:4]]
    items = pd.DataFrame({"kind": ["outcome", "outcome", "agenda"], "item": ["Work", "Reading", "We share data"]})
    whole = partnership(frames=affiliations(*rows), lists={"items": items})
    assert released(whole).outcomes == (("Meals", None), ("Reading", 5), ("Work", None))
    assert released(replace(whole, info=replace(whole.info, promises={"outcome": "backbone"}))).outcomes == ()
    # What was rated is no outcome, and stays where ratings stay.
    assert released(whole).items == (("outcome", "Work", False), ("outcome", "Reading", False))


def rated(yes: int, no: int, promise: Promise) -> Release:
    ratings = pd.DataFrame(
        {"organization": NAMES[: yes + no], "item": "We share data", "value": [2.0] * yes + [0.0] * no}
    )
    steps = pd.DataFrame({"item": "We share data", "value": [0.0, 1.0, 2.0], "name": ["no", "perhaps", "yes"]})
    whole = partnership(silent=(), frames={"ratings": ratings}, lists={"steps": steps}, rating_promise=promise)
    return room_release(whole, assess(whole, ["agenda_agreement"], settings=QUICK), "1")


@pytest.mark.parametrize(("yes", "no", "tenths"), [(10, 0, 9), (8, 2, 8), (9, 3, 8), (0, 10, 1), (5, 4, None)], ids=str)
def test_agreement_is_told_in_tenths_of_ten_and_more_and_never_none_nor_all(
    yes: int, no: int, tenths: int | None
) -> None:
    assert rated(yes, no, "aggregate").agreement == (() if tenths is None else (("We share data", tenths),))
    assert rated(yes, no, "backbone").agreement == ()


def test_a_sector_that_only_answers_tell_is_left_out() -> None:
    sectors = [NO_SECTOR if name in SILENT else name.rsplit(" ", 1)[0] for name in NAMES]
    hidden = released(partnership(people={"sector": sectors}, answered_attributes=("sector",)))
    assert {member.sector for member in hidden.members} == {NO_SECTOR}
    shown = released(partnership(people={"sector": sectors}, answered_attributes=("sector",), who_answered="named"))
    assert len({member.sector for member in shown.members}) > 1


def test_the_first_reference_list_is_that_of_the_sectors() -> None:
    lists = pd.DataFrame(
        {"list": ["county", "county", "age"], "sector": ["Health", "Police", "young"], "share": [0.3, np.nan, 0.5]}
    )
    release = released(partnership(lists={"sectors": lists}))
    assert release.sectors == (("county", "Health", 0.3), ("county", "Police", None))


def test_nothing_else_of_the_survey_makes_a_difference() -> None:
    """Who is silent, trust, money, ratings, respondents, contacts and names as they were written."""
    release = released(partnership())
    silent = tuple(name for name in NAMES if name not in ("Health 0", "Schools 0", *NAMES[-7:]))
    other = partnership(
        silent=silent,
        ties=(("Health 0", "Schools 0", 9.0), ("Schools 0", "Faith 0", 1.0), ("Health 0", "Health 1", 1.0)),
        people={"contact": ["x@y.example"] * 16, "role": ["backbone", *["sleeps"] * 15]},
        frames={
            "ratings": pd.DataFrame({"organization": ["Funders 0"], "item": ["Anything"], "value": [3.0]}),
            "unlisted": pd.DataFrame({"name": ["The Zoo"], "by": ["Health 0"]}),
        },
        layers=(LayerInfo("work"), LayerInfo("gossip", promise="backbone")),
        as_written=("Helth",),
    )
    assert len(silent) == len(SILENT)
    assert released(other) == release


def test_a_wave_without_organizations_has_none() -> None:
    people = pd.DataFrame({"organization": [], "public": []}, dtype="str")
    graph = PartnerGraph(Wave("1"), {}, {"organizations": people})
    release = room_release(Partnership("P", {"1": graph}, {}), [], "1")
    assert (release.members, release.of_wave().lines, release.of_wave().listed) == ((), (), 0)


def test_an_item_that_only_one_organization_typed_is_not_said_and_one_of_a_list_is() -> None:
    typed = affiliations(
        (NAMES[1], "outcome", "Reading", "answer"),
        (NAMES[2], "outcome", "Reading", "answer"),
        (NAMES[1], "outcome", "We refuse to work with the hospital", "answer"),
    )
    items = pd.DataFrame(
        {"kind": "outcome", "item": ["We refuse to work with the hospital", "Reading", "Housing"], "scale": ""}
    )
    listed = partnership(frames=typed, lists={"items": items})
    assert {item for _kind, item, _steers in released(listed).items} == set(items["item"])
    answered = partnership(frames=typed, lists={"items": items}, answered_kinds=("outcome",))
    assert [item for _kind, item, _steers in released(answered).items] == ["Reading"]
    assert released(answered).outcomes == (("Reading", None),)


PROMISED = pd.DataFrame(
    [
        ("Faith 0", "Schools 0; Health 1", "Reading", "Ask Funders 1", "May", False),
        ("Health 0", "", "", "Call", "", True),
    ],
    columns=list(COLUMNS["commitments"]),
)


def test_commitments_were_read_aloud_in_the_room_and_stay_there() -> None:
    whole = partnership(lists={"commitments": PROMISED})
    release = released(whole)
    assert release.commitments == (
        Commitment("Faith 0", ("Schools 0", "Health 1"), "Reading", "Ask Funders 1", "May"),
        Commitment("Health 0", step="Call", done=True),
    )
    assert not release.open_named
    assert community_release(release).commitments == ()
    named, kept = (replace(whole, info=replace(whole.info, commitments=word)) for word in ("named", "backbone"))
    assert released(named).open_named
    assert released(kept).commitments == ()
    assert replace(release, commitments=()) == released(partnership())


def test_no_copy_holds_a_correction() -> None:
    wrong = pd.DataFrame(
        [("connection", "Faith 0", "Health 3", "", "we work together", "Ann", "Cy")],
        columns=list(COLUMNS["corrections"]),
    )
    assert released(partnership(lists={"corrections": wrong})) == released(partnership())


def test_what_a_commitment_names_together_is_no_leak_and_what_none_names_is() -> None:
    whole = partnership(lists={"commitments": PROMISED}, frames=affiliations(("Faith 0", "outcome", "Reading", "")))
    last_look = withheld(whole, make_copy("partners", whole, [], "1"))
    said = [("Faith 0", "Schools 0", "Health 1", "Reading", "Ask Funders 1", "May")]
    assert last_look.leaks(said) == []
    assert last_look.leaks([("Faith 0", "Schools 1")]) == ["Faith 0 … Schools 1"]


def test_whom_the_list_lacks_is_no_leak_where_the_room_heard_of_it_and_is_one_elsewhere() -> None:
    whole = partnership(lists={"commitments": PROMISED.assign(**{"with whom": ["Sheriff's Office", ""]})})
    kept = replace(whole, info=replace(whole.info, commitments="backbone"))
    said = [("Faith 0", "Sheriff's Office")]
    heard, unheard = (withheld(read, make_copy("partners", read, [], "1")).leaks(said) for read in (whole, kept))
    assert (heard, unheard) == ([], ["Sheriff's Office"])
