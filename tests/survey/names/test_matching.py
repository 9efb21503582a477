"""Names as written against a roster: certain matches are never wrong, and the right one stands first otherwise."""

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stakeholder_graph.survey.names.matching import Match, Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names
from tests.survey.names.organization_names import Variant, names, typing_error, variants

ROSTER, ABSENT = names()
MATCHER = Matcher(ROSTER)

words = st.sampled_from(
    ["Lincoln", "First", "Church", "of", "County", "Co.", "St.", "Health", "Dept.", "HS", "Inc.", "The", "&", "Niños"]
)
name = st.one_of(st.lists(words, min_size=1, max_size=5).map(" ".join), st.text(min_size=1, max_size=12)).filter(
    lambda text: normal(text) not in ("", NOBODY)  # a dash is the decision that a text names nobody
)
rosters = st.lists(st.one_of(name, st.sampled_from(ROSTER)), min_size=1, max_size=8, unique_by=normal)


def outcome(variant: Variant, match: Match) -> str:
    if match.organizations:
        return "matched" if match.organizations == (variant.organization,) else "matched wrongly"
    proposed = [proposal.organization for proposal in match.proposals]
    if variant.organization not in proposed:
        return "not found"
    return "first" if proposed[0] == variant.organization else "further down"


@pytest.mark.parametrize("seed", range(3))
def test_variants_of_many_names(seed: int) -> None:
    planted = list(variants(ROSTER, ABSENT, seed))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for variant, match in zip(planted, MATCHER.match_all([each.written for each in planted]), strict=True):
        counts[variant.kind][outcome(variant, match)] += 1
    total = sum(counts.values(), Counter[str]())
    found = (total["matched"] + total["first"]) / total.total()
    columns = ("matched", "first", "further down", "not found", "matched wrongly")
    print(f"\n{len(ROSTER)} names, {total.total()} variants: {100 * found:.1f} % matched or first among the proposals")
    print(f"{'':<14}" + "".join(f"{column:>17}" for column in columns))
    for kind, count in [*counts.items(), ("all", total)]:
        print(f"{kind:<14}" + "".join(f"{count[column]:>17}" for column in columns))
    assert len(ROSTER) >= 300
    assert total["matched wrongly"] == 0
    assert found >= 0.95
    certain = Counter[str]()
    for kind in ("case", "punctuation", "accents", "legal_form", "the", "ampersand"):
        certain += counts[kind]
    assert certain["matched"] >= 0.99 * certain.total()


@pytest.mark.parametrize("seed", range(3))
def test_whom_the_roster_lacks_is_nobody_on_it(seed: int) -> None:
    written = [*ABSENT, *(variant.written for variant in variants(ABSENT, ROSTER, seed))]
    wrong = [(match.written, match.organizations) for match in MATCHER.match_all(written) if match.organizations]
    print(f"\n{len(written)} spellings of {len(ABSENT)} absent names: {len(wrong)} matched wrongly")
    assert wrong == []


@pytest.mark.parametrize("way", ["typing_error", "two_errors"])
def test_typing_errors_are_never_matched_to_a_neighbour(way: str) -> None:
    for seed in range(10, 14):
        planted = [each for each in variants(ROSTER, ABSENT, seed) if each.kind == way]
        for each, match in zip(planted, MATCHER.match_all([each.written for each in planted]), strict=True):
            assert set(match.organizations) <= {each.organization}


@given(rosters)
def test_a_name_of_the_roster_matches_itself(roster: list[str]) -> None:
    matcher = Matcher(roster)
    for listed, match in zip(roster, matcher.match_all(roster), strict=True):
        assert match.kind == "exact"
        assert normal(match.organization) == normal(listed)


@given(rosters, name)
def test_matching_is_idempotent(roster: list[str], written: str) -> None:
    matcher = Matcher(roster)
    for organization in matcher.match(written).organizations:
        assert matcher.match(organization).organizations == (organization,)


@given(rosters, st.lists(name, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_neither_the_order_of_the_roster_nor_the_company_matters(
    roster: list[str], written: list[str], random: Random
) -> None:
    one = Matcher(roster)
    shuffled = list(roster)
    random.shuffle(shuffled)
    other = Matcher(shuffled)
    assert one.match_all(written) == other.match_all(written) == [one.match(each) for each in written]


@given(rosters, st.data())
def test_what_does_no_harm_never_leads_to_a_neighbour(roster: list[str], data: st.DataObject) -> None:
    listed = data.draw(st.sampled_from(roster))
    written = data.draw(st.sampled_from(["The {}", "{}, Inc.", "({})", "{}!", "the {} LLC"])).format(listed.swapcase())
    assume(normal(written) not in map(normal, roster))
    assert set(Matcher(roster).match(written).organizations) <= {Names([listed]).find(listed)}


@given(st.text(max_size=30))
@settings(max_examples=300)
def test_anything_can_be_written(written: str) -> None:
    match = MATCHER.match(written)
    assert match.written == written
    assert all(0 <= each.score < 100 and each.reason for each in match.proposals)
    assert len(match.proposals) <= 3


ROWS = [
    ("the LINCOLN high school", "Lincoln High School"),
    ("Lincoln H.S.", "Lincoln High School"),
    ("Wren Co. Health Dept", "Wren County Health Department"),
    ("Millrace Manufacturing", "Millrace Manufacturing Co."),
    ("St Brendan Medical Ctr.", "Saint Brendan Medical Center"),
    ("Main St. Clinic", "Main Street Clinic"),
    ("1st Baptist Church, Inc.", "First Baptist Church"),
    ("Casa de los Ninos", "Casa de los Niños"),
    ("Smith and Sons", "Smith & Sons, LLC"),
    ("Headstart", "Head Start"),
    ("Y.W.C.A.", "YWCA"),
    ("City Health Center", "City Health Center (CHC)"),
    ("Alder Theater.", "Alder Theater"),
    ("Centro Hispano, S.A. de C.V.", "Centro Hispano"),
    ("Talleres del Valle S. de R.L. de C.V.", "Talleres del Valle"),
]


@pytest.mark.parametrize(("written", "organization"), ROWS)
def test_what_does_no_harm(written: str, organization: str) -> None:
    roster = [listed for _, listed in ROWS] + ["First Baptist Church of Eastgate", "Lincoln Middle School"]
    match = Matcher(roster).match(written)
    assert (match.kind, match.organization) == ("exact", organization)
    assert match.reason


UNSURE = [
    # Two organizations could be meant.
    ("Alder Theater Co.", ["Alder Theater", "Alder Theater Company"], ["Alder Theater", "Alder Theater Company"]),
    ("Lincoln HS", ["Lincoln High School", "Lincoln Head Start"], ["Lincoln High School", "Lincoln Head Start"]),
    ("Hope House Inc", ["Hope House, LLC", "Hope House"], ["Hope House", "Hope House, LLC"]),
    # A county, or a company's legal form.
    ("Centro Hispano S.C.", ["Centro Hispano"], ["Centro Hispano"]),
    ("United Way of Wren Co.", ["United Way of Wren"], ["United Way of Wren"]),
    # One letter, and another organization altogether.
    ("YMCA", ["YWCA"], ["YWCA"]),
    ("First Baptist Church", ["First Baptist Church of Eastgate"], ["First Baptist Church of Eastgate"]),
    ("Lincoln Elementary", ["Lincoln Middle"], ["Lincoln Middle"]),
    ("County Health Department", ["County Mental Health Department"], ["County Mental Health Department"]),
    ("WCSD", ["Wren County School District", "West Creek Sanitary District"],
     ["West Creek Sanitary District", "Wren County School District"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "roster", "proposed"), UNSURE)
def test_what_a_person_has_to_decide(written: str, roster: Sequence[str], proposed: Sequence[str]) -> None:
    match = Matcher(roster).match(written)
    assert match.kind == "proposals"
    assert match.organizations == ()
    assert sorted(each.organization for each in match.proposals) == sorted(proposed)


REASONS = [
    ("Eastgate Comunity Center", "one letter differs"),
    ("Eastgate Comunity Centre", "one letter differs"),
    ("ECC", "same initials"),
    ("Community Center Eastgate", "words in another order"),
    ("Community Center", "without “Eastgate”"),
    ("Eastgate Commun. Center", "abbreviation"),
    ("Eastgate Community Center Annex", "with “Annex” besides"),
    ("Westover Community Center", "“Westover” instead of “Eastgate”"),
]


@pytest.mark.parametrize(("written", "reason"), REASONS)
def test_reasons_are_told_in_plain_words(written: str, reason: str) -> None:
    matcher = Matcher(["Eastgate Community Center", "Millrace Mentors"])
    (proposal,) = matcher.match(written).proposals
    assert (proposal.organization, proposal.reason) == ("Eastgate Community Center", reason)


def test_the_nearer_a_name_the_higher_its_score() -> None:
    matcher = Matcher(["Marlow County Health Department", "Marlowe County Health Department", "Tamarack County Court"])
    scores = {each.organization: each.score for each in matcher.match("Marlowe County Helth Department").proposals}
    assert list(scores) == ["Marlowe County Health Department", "Marlow County Health Department"]
    assert scores["Marlowe County Health Department"] > scores["Marlow County Health Department"] > 80


LISTS = [
    ("City Library; Harbor Clinic", ["City Library", "Harbor Clinic"]),
    ("City Library, Harbor Clinic and Parks and Recreation", ["City Library", "Harbor Clinic", "Parks and Recreation"]),
    ("Parks and Recreation & the city library", ["Parks and Recreation", "City Library"]),
    ("1. Harbor Clinic\n2. City Library", ["Harbor Clinic", "City Library"]),
    ("- Harbor Clinic\n- Harlan State, Wren Campus\n", ["Harbor Clinic", "Harlan State, Wren Campus"]),
    ("Harlan State, Wren Campus, Harbor Clinic", ["Harlan State, Wren Campus", "Harbor Clinic"]),
    ("Harbor Clinic / City Library", ["Harbor Clinic", "City Library"]),
    ("Harbor Clinic|harbor clinic", ["Harbor Clinic"]),
]
LISTED = ["City Library", "Harbor Clinic", "Parks and Recreation", "Harlan State, Wren Campus"]


@pytest.mark.parametrize(("cell", "organizations"), LISTS)
def test_several_names_in_one_cell(cell: str, organizations: list[str]) -> None:
    match = Matcher(LISTED).match(cell)
    assert match.kind == "several"
    assert match.decided
    assert list(match.organizations) == organizations


def test_a_list_with_a_name_that_nobody_knows() -> None:
    match = Matcher(LISTED).match("Harbor Clinic; Harbour Clinic; Zoo; none")
    assert [part.kind for part in match.parts] == ["exact", "proposals", "unknown", "nobody"]
    assert not match.decided
    assert match.organizations == ("Harbor Clinic",)
    assert Matcher(LISTED).match("Harbor Clinic and Zoo").organizations == ()


NOBODIES = [
    "self",
    "Us",
    "our organization",
    "Our own agency.",
    "N/A",
    "n.a.",
    "none",
    "-",
    "--",
    "?",
    "",
    "  ",
    "I don't know",
]


@pytest.mark.parametrize("written", NOBODIES)
def test_who_names_nobody(written: str) -> None:
    match = MATCHER.match(written)
    assert (match.kind, match.organizations, match.decided) == ("nobody", (), True)


def test_initials_are_no_word_for_nobody() -> None:
    matcher = Matcher(["Neighborhood Alliance", "United Services"])
    assert [proposal.organization for proposal in matcher.match("NA").proposals] == ["Neighborhood Alliance"]
    assert [proposal.organization for proposal in matcher.match("US").proposals] == ["United Services"]
    assert matcher.match("us").kind == matcher.match("n/a").kind == "nobody"
    assert Matcher(["Us"]).match("us").organization == "Us"


ALIASES = {
    ("", "hfc"): "harbor clinic",
    ("", "old clinic"): "hfc",
    ("2024", "the branch"): "city library",
    ("", "the usual people"): NOBODY,
    ("", "gone"): "nowhere",
}


def test_decisions_are_used() -> None:
    matcher = Matcher(LISTED, ALIASES, "2025")
    assert (matcher.match("HFC").kind, matcher.match("HFC").organization) == ("alias", "Harbor Clinic")
    assert (matcher.match("H.F.C.").kind, matcher.match("H.F.C.").organization) == ("alias", "Harbor Clinic")
    assert matcher.match("Old Clinic").organization == "Harbor Clinic"
    assert matcher.match("Old Clinic; city library").organizations == ("Harbor Clinic", "City Library")
    assert matcher.match("the usual people").kind == matcher.match("The usual people!").kind == "nobody"
    assert matcher.match("gone").kind == "unknown"
    assert not matcher.match("the branch").decided
    assert Matcher(LISTED, ALIASES, "2024").match("the branch").organization == "City Library"
    assert matcher.match("Old Clinik").proposals[0].organization == "Harbor Clinic"


def test_a_renamed_organization_stands_for_its_successor() -> None:
    matcher = Matcher(["West Clinic", "Harbor Clinic"], {("", "west clinic"): "harbor clinic"})
    assert matcher.match("West Clinic").organization == "Harbor Clinic"
    assert matcher.match("The West Clinic, Inc.").organization == "Harbor Clinic"


@pytest.mark.parametrize("roster", [[], ["***"], ["***", "A"]])
def test_rosters_that_say_little(roster: list[str]) -> None:
    assert Matcher(roster).match("City Library").kind == "unknown"


def test_five_thousand_names_in_seconds() -> None:
    roster = [f"{listed} {part}" for part in ("North", "South", "Upper") for listed in ROSTER][:1000]
    rng = np.random.default_rng(1)
    written = [typing_error(roster[number % 1000], rng) for number in range(5000)]
    start = time.process_time()
    matches = Matcher(roster).match_all(written)
    seconds = time.process_time() - start
    print(f"\n5,000 names with typing errors against 1,000: {seconds:.1f} s of processor time")
    assert len(matches) == 5000
    assert seconds < 15


@pytest.mark.parametrize("written", ["School 14", "GBIF_559", "Ward 3 Council", "12"])
def test_a_number_makes_another_name_and_is_nobody_alone(written: str) -> None:
    known = ["School 12", "School 13", "DiSSCo_559", "DiSSCo_595", "Ward 2 Council"]
    assert Matcher(known).match(written).proposals == ()


@pytest.mark.parametrize(
    ("written", "organization"),
    [("Scholl 12", "School 12"), ("PS12", "PS 12"), ("Ward 2 Concil", "Ward 2 Council"), ("Dads", "24/7 Dads")],
)
def test_names_with_the_same_numbers_or_without_are_still_near(written: str, organization: str) -> None:
    match = Matcher(["School 12", "School 13", "PS 12", "PS 13", "Ward 2 Council", "24/7 Dads"]).match(written)
    assert organization in {match.organization, *(proposal.organization for proposal in match.proposals)}
