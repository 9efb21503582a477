"""What is found on a release: what anybody counts on the map, the release's counts, and verdicts in words."""

from dataclasses import replace
from itertools import combinations

import pytest

from stakeholder_graph.editions import copy_of
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.editions.release import Line, Member, Membership, Release, WaveRelease, Word
from stakeholder_graph.editions.released_findings import released_findings
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Step
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.views.sentences import headline

#: Six organizations, three of each sector: a triangle of Health, and a path of two lines into Schools.
MEMBERS = tuple(Member(f"{sector}{k}", sector) for sector in ("Health", "Schools") for k in range(3))
LINES = (
    ("Health0", "Health1"),
    ("Health0", "Health2"),
    ("Health1", "Health2"),
    ("Health2", "Schools0"),
    ("Schools0", "Schools1"),
)
WAVE = WaveRelease(
    "1",
    roster=tuple(member.organization for member in MEMBERS),
    listed=6,
    answered=4,
    lines=tuple(Line("work", *ends) for ends in LINES),
)
RELEASE = Release("partners", "P", "1", MEMBERS, (WAVE,), (LayerInfo("work", (Step(1, "some"), Step(2, "much"))),))


def found(release: Release, name: str) -> Finding | None:
    findings = released_findings(release, released_partnership(release), [name])
    assert all(finding.name == name for finding in findings)
    return findings[0] if findings else None


def test_what_is_counted_is_what_anybody_counts_on_the_map() -> None:
    density, parts = found(RELEASE, "density"), found(RELEASE, "connectedness")
    assert density is not None
    assert parts is not None
    assert density.value == pytest.approx(5 / 15)
    # Schools2 stands apart: ten of fifteen pairs can reach each other.
    assert parts.value == pytest.approx(10 / 15)
    assert headline(parts) == (
        "The 6 organizations fall into 2 parts without a connection between them; the largest has 5."
    )
    for finding in (density, parts):
        assert (finding.range, finding.estimate, finding.certain, finding.complete) == (None, None, None, None)


#: Measures of who answered, of pairs and of single organizations.
NOT_SHOWN = {
    "whom_to_call", "reciprocity", "confirmation", "discrepant_pairs", "brokerage", "betweenness", "key_players"
}  # fmt: skip


def test_nothing_that_names_organizations_is_shown_where_all_lines_are_there() -> None:
    # Nobody's leaving takes the others further from each other then: no reading of a bridge names anybody.
    pairs = combinations([member.organization for member in MEMBERS], 2)
    whole = replace(RELEASE, waves=(replace(WAVE, lines=tuple(Line("work", *ends) for ends in pairs)),))
    assert {finding.name for finding in released_findings(whole, released_partnership(whole))}.isdisjoint(NOT_SHOWN)


def test_nothing_is_found_of_who_answered_of_pairs_or_of_single_organizations() -> None:
    findings = released_findings(RELEASE, released_partnership(RELEASE))
    assert {finding.name for finding in findings}.isdisjoint(NOT_SHOWN)
    names = {member.organization for member in MEMBERS}
    for finding in findings:
        assert finding.disclosed <= Disclosure.ORGANIZATION
        for table in (finding.table, *finding.tables.values()):
            cells = [cell for column in table.cells for cell in column] if table else []
            assert names.isdisjoint(map(str, cells))
            assert not any(column.of_answers for column in (table.columns if table else ()))
        for message in (finding.reading, *finding.caveats):
            assert message is None or not any(name in str(value) for name in names for value in message.fields.values())


def test_no_sentence_speaks_of_who_answered_but_the_count_of_it() -> None:
    for finding in released_findings(RELEASE, released_partnership(RELEASE)):
        if finding.name != "response":
            assert "answered" not in (headline(finding) or ""), finding.id


def test_how_many_answered_is_said_as_far_as_the_release_says_it() -> None:
    shown = found(RELEASE, "response")
    assert shown is not None
    assert (shown.value, shown.table) == (4 / 6, None)
    assert headline(shown) == "4 of 6 organizations answered; what the other 2 would say is not known."
    assert found(replace(RELEASE, waves=(replace(WAVE, answered=None),)), "response") is None
    unknown = found(replace(RELEASE, waves=(replace(WAVE, answered=None),), answered_known=False), "response")
    assert unknown is not None
    assert (unknown.value, headline(unknown)) == (
        None,
        "Nothing says who answered, so all 6 organizations are taken to have answered.",
    )
    assert found(replace(RELEASE, answered_known=False, surveyed=False), "response") is None


def test_where_no_lines_are_drawn_nothing_is_found_on_ties() -> None:
    hidden = replace(RELEASE, waves=(replace(WAVE, lines=None),), words=(Word("named_by_both", "work"),))
    findings = {finding.name: finding for finding in released_findings(hidden, released_partnership(hidden))}
    of_ties = {name for name, finding in findings.items() if finding.scope.layers}
    assert of_ties == {"reciprocity"}
    assert findings["reciprocity"].in_words
    assert "sector_coverage" not in of_ties


def test_words_are_told_without_any_number_the_first_as_the_reading() -> None:
    words = (Word("go_with_work", "work", ("outcomes",)), Word("go_with_likeness", "work", ("place",)))
    shown = found(replace(RELEASE, words=words), "tie_predictors")
    assert shown is not None
    assert shown.in_words
    assert (shown.value, shown.test, shown.table, shown.tables, shown.range) == (None, None, None, {}, None)
    assert (
        headline(shown)
        == "Organizations with outcomes are likelier to be connected, whatever else they have in common."
    )
    assert [caveat.id for caveat in shown.caveats] == ["go_with_likeness"]


@pytest.mark.parametrize("id", DECLARED_WORDS)
def test_each_word_is_told_by_its_measure(id: str) -> None:
    word = Word(id, "work", ("Health", "Schools") if "other" in DECLARED_WORDS[id].text else ("Health",))
    shown = found(replace(RELEASE, words=(word,)), DECLARED_WORDS[id].measure)
    assert shown is not None
    if id not in ("keep_to_sector", "reach_across"):  # lines are drawn, and the test on them stands first
        assert shown.in_words
        assert shown.reading is not None
        assert shown.reading.id == id
        assert headline(shown)


def test_lines_by_pair_of_sectors_are_counted_and_verdicts_are_those_of_the_words() -> None:
    plain = found(RELEASE, "sector_mixing")
    assert plain is not None
    assert plain.table is not None
    rows = {(row["from_sector"], row["to_sector"]): (row["observed"], row["verdict"]) for row in plain.table.rows}
    assert rows == {
        ("Health", "Health"): (3, None),
        ("Health", "Schools"): (1, None),
        ("Schools", "Schools"): (1, None),
    }
    told = found(replace(RELEASE, words=(Word("sectors_apart", "work", ("Health", "Schools")),)), "sector_mixing")
    assert told is not None
    assert told.table is not None
    assert [row["verdict"] for row in told.table.rows] == [None, "fewer", None]
    assert {column.name for column in told.table.columns} == {"from_sector", "to_sector", "observed", "verdict"}


def test_outcomes_and_the_agenda_are_told_as_the_release_counts_them() -> None:
    release = replace(RELEASE, outcomes=(("Meals", None), ("Reading", 5)), agreement=(("Share data", 4),))
    outcomes, agenda = found(release, "outcome_coverage"), found(release, "agenda_agreement")
    assert outcomes is not None
    assert outcomes.table is not None
    assert [dict(row) for row in outcomes.table.rows] == [{"outcome": "Reading", "organizations": 5}]
    assert headline(outcomes) == (
        "Outcomes that five or more organizations work on: 1. Outcomes with fewer, or none: 1."
    )
    assert agenda is not None
    assert agenda.table is not None
    assert [dict(row) for row in agenda.table.rows] == [{"item": "Share data", "tenths": 4}]
    assert found(RELEASE, "agenda_agreement") is None


def test_of_kinds_that_are_not_shown_nobody_is_said_to_have_none() -> None:
    items = (("team", "Reading", False), ("outcome", "Reading well", False))
    seats = (Membership("Health0", "team", "Reading"),)
    release = replace(RELEASE, items=items, waves=(replace(WAVE, kinds=("team",), memberships=seats),))
    teams = found(release, "team_coverage")
    assert teams is not None
    assert set(teams.tables) == {"teams"}
    assert copy_of(release).items == ("Reading", "Reading well")


def test_only_what_is_asked_for_is_found_in_the_order_of_the_report() -> None:
    names = [finding.name for finding in released_findings(RELEASE, released_partnership(RELEASE))]
    assert len(names) == len(set(names)) > 5
    chosen = released_findings(RELEASE, released_partnership(RELEASE), ["density", "sector_mixing"])
    assert [finding.name for finding in chosen] == [name for name in names if name in ("density", "sector_mixing")]
    assert find_measure("density").section != find_measure("sector_mixing").section
