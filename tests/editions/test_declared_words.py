"""Verdicts in words: of what, where, and how many at most."""

from dataclasses import replace
from typing import Any

import pytest

from stakeholder_graph.editions.declared_words import DECLARED_WORDS, MOST, words_of
from stakeholder_graph.editions.release import Member, Release, WaveRelease, Word
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.survey import LayerInfo
from tests.tables import table_of

LAYERS = {"work": 20, "trust": 19}


def release(*, drawn: bool = True, health: int = 5, schools: int = 5) -> Release:
    members = [Member(f"Health {k}", "Health") for k in range(health)]
    members += [Member(f"Schools {k}", "Schools") for k in range(schools)]
    wave = WaveRelease("1", lines=() if drawn else None)
    return Release("partners", "P", "1", tuple(members), (wave,), (LayerInfo("work"),))


def found(name: str, id: str = "", layer: str = "work", p: float = 0.01, **fields: Any) -> Finding:
    reading = Message(id, fields) if id else None
    test = Test("labels", 99, 0.0, 1.0, p, 0)
    scope = Scope(("1",), (layer,) if layer else ())
    return Finding(name, scope, 0.5, "share", (0, 1), reading=reading, test=test, rewired=test)


def pairs(*rows: tuple[str, str, str], layer: str = "work") -> Finding:
    table = table_of([{"from_sector": one, "to_sector": other, "verdict": verdict} for one, other, verdict in rows])
    return Finding("sector_mixing", Scope(("1",), (layer,)), None, "", (None, None), table=table)


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (found("reciprocity", "mutual"), (Word("named_by_both", "work"),)),
        (found("reciprocity", "one_sided"), ()),
        (found("reciprocity", "mutual", layer="trust"), ()),  # nineteen tied pairs are too few
        (found("tie_predictors", "any", work="outcomes"), (Word("go_with_work", "work", ("outcomes",)),)),
        (found("tie_predictors", "any", alike="place"), (Word("go_with_likeness", "work", ("place",)),)),
        (found("ei_index", "within"), ()),  # lines are drawn, and tell it themselves
        (
            found("outcome_clusters", "to_convene", layer="", size=5, outcomes="Reading", layer_="work"),
            (Word("team_to_convene", "work", ("Reading",)),),
        ),
        (
            found("outcome_clusters", "team_there_seats", layer="", size=5, outcomes="Reading", layer_="work"),
            (Word("outcome_hardly_tied", "work", ("Reading",)),),
        ),
        (
            found("outcome_clusters", "to_convene_one", layer="", size=5, outcomes="Reading", layer_="work"),
            (Word("team_to_convene_one", "work", ("Reading",)),),
        ),
        (
            found("outcome_clusters", "team_there_seats_one", layer="", size=5, outcomes="Reading", layer_="work"),
            (Word("outcome_hardly_tied_one", "work", ("Reading",)),),
        ),
        (found("outcome_clusters", "to_convene_one", layer="", size=4, outcomes="Reading", layer_="work"), ()),
        (found("outcome_clusters", "to_convene", layer="", size=4, outcomes="Reading", layer_="work"), ()),
        (found("density", "any"), ()),
    ],
    ids=str,
)
def test_each_verdict_is_taken_from_its_finding(finding: Finding, words: tuple[Word, ...]) -> None:
    if finding.reading is not None and "layer_" in finding.reading.fields:
        fields = {name.rstrip("_"): value for name, value in finding.reading.fields.items()}
        finding = replace(finding, reading=replace(finding.reading, fields=fields))
    assert words_of([finding], [], release(), LAYERS) == words


@pytest.mark.parametrize(("id", "word"), [("within", "keep_to_sector"), ("across", "reach_across")])
def test_where_no_lines_are_drawn_it_is_said_whether_organizations_keep_to_their_sector(id: str, word: str) -> None:
    hidden = release(drawn=False)
    assert words_of([found("ei_index", id)], [], hidden, LAYERS) == (Word(word, "work"),)
    unclear = replace(found("ei_index", id), rewired=Test("ties", 99, 0.0, 1.0, 0.06, 0))
    assert words_of([unclear], [], hidden, LAYERS) == ()
    assert words_of([replace(unclear, rewired=None)], [], hidden, LAYERS) == ()


def test_a_claim_that_is_too_close_to_call_on_the_desk_is_not_released_in_words() -> None:
    tied = found("tie_predictors", "by_work", work="outcomes")
    assert words_of([tied], [], release(), LAYERS)
    assert tied.reading is not None
    fallen = replace(tied, reading=replace(tied.reading, tone="unknown", among_tests=9))
    assert words_of([fallen], [], release(), LAYERS) == ()
    apart = replace(pairs(("Health", "Schools", "fewer")), reading=Message("holes"))
    assert words_of([apart], [apart], release(), LAYERS)
    fallen = replace(apart, reading=Message("holes", tone="unknown", among_tests=9))
    assert words_of([fallen], [apart], release(), LAYERS) == ()


def test_two_sectors_are_spoken_of_only_where_lines_say_the_same() -> None:
    desk = pairs(("Schools", "Health", "fewer"), ("Health", "Health", "more"), ("Schools", "Schools", "as usual"))
    lines = pairs(("Health", "Schools", "fewer"), ("Health", "Health", "more"), ("Schools", "Schools", "more"))
    apart, within = Word("sectors_apart", "work", ("Health", "Schools")), Word("within_sector", "work", ("Health",))
    assert words_of([desk], [lines], release(), LAYERS) == (apart, within)
    assert words_of([desk], [], release(), LAYERS) == ()
    assert words_of([desk], [pairs(("Health", "Schools", "more"))], release(), LAYERS) == ()
    assert words_of([desk], [lines], release(schools=4), LAYERS) == (within,)
    more = pairs(("Health", "Schools", "more"))
    assert words_of([more], [more], release(), LAYERS) == (Word("sectors_tied", "work", ("Health", "Schools")),)


def test_words_stand_in_the_order_of_the_list_and_of_names_whatever_was_found_first() -> None:
    findings = [found("tie_predictors", "any", work=f"team {k}") for k in (10, 9)] + [found("reciprocity", "mutual")]
    words = words_of(findings, [], release(), LAYERS)
    assert [word.about for word in words] == [(), ("team 9",), ("team 10",)]
    assert words == words_of(findings[::-1], [], release(), LAYERS)


def test_there_are_twenty_at_most() -> None:
    many = [found("tie_predictors", "any", work=f"team {k}") for k in range(30)]
    assert len(words_of(many, [], release(), LAYERS)) == MOST == 20


@pytest.mark.parametrize("id", DECLARED_WORDS)
def test_each_word_has_a_measure_that_words_it_and_says_what_it_could_tell(id: str) -> None:
    word = DECLARED_WORDS[id]
    assert word.measure in measures()
    assert word.could_tell
    assert not any(letter.isdigit() for letter in word.text)
