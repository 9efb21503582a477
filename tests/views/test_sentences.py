"""Words that users read are plain, and the same everywhere."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from stakeholder_graph.measures._registry import HOMES, measures
from stakeholder_graph.measures._sections import SECTIONS
from stakeholder_graph.measures.results import disparity_gaps
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.table import Column
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import number
from stakeholder_graph.views import sentences as words
from stakeholder_graph.views.amounts import display
from stakeholder_graph.views.certainty import how_often, how_sure, standing, sure_of_story

THOUGHT = re.compile(rf"\b({'|'.join(words.WORDS)})\b", re.IGNORECASE)


def columns() -> Iterator[Column]:
    """Every column that a module of measures or studies declares."""
    measures()
    for name in [name for name in sys.modules if name.startswith(HOMES)]:
        for value in vars(sys.modules[name]).values():
            values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            yield from (column for column in values if isinstance(column, Column))


def test_columns_have_a_heading_of_the_catalogue() -> None:
    assert len(list(columns())) > 150
    assert [column.name for column in columns() if not column.label] == []


def sentences() -> dict[str, str]:
    said = {f"shared {key}": text for key, text in words.SHARED.items()}
    said |= {f"phrase {key}": text for key, text in words.PHRASES.items()}
    said |= {f"column {column.name}": column.heading for column in columns()}
    said |= {f"section {key}": section.title for key, section in SECTIONS.items()}
    for name, info in measures().items():
        said |= {f"{name} {key}": text for key, text in info.messages.items()}
        said |= {f"{name} title": info.title, f"{name} question": info.question, f"{name} read": info.how_to_read}
        said |= {f"{name} asks {k}": text for k, text in enumerate(info.questions)}
    return said


def test_no_sentence_uses_a_word_that_only_analysts_use() -> None:
    # A gap is one between groups of children: in the measure of these the word means what it says.
    of_gaps = {f"column {column.name}" for column in disparity_gaps.COLUMNS}
    said = {
        where: re.sub(r"\bgaps?\b", "", text, flags=re.IGNORECASE)
        if where in of_gaps or where.startswith("disparity_gaps ")
        else text
        for where, text in sentences().items()
    }
    assert {where: text for where, text in said.items() if THOUGHT.search(text)} == {}


@pytest.mark.parametrize("word", ["silo", "Silos", "token", "isolates", "key player", "codebook", "unobserved", "gap"])
def test_the_table_of_words_knows_them(word: str) -> None:
    assert THOUGHT.search(f"This is a {word}.")


@pytest.mark.parametrize(
    ("value", "said"),
    [(123.4, "123"), (12345.6, "12,346"), (0.0, "0"), (-1.0, "−1"), (12.34, "12.3"), (0.025, "0.03"), (False, "no")],
)
def test_numbers_are_written_as_a_person_would(value: float, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (1.0, "by chance nearly every time"),
        (0.61, "61 of 100 tries, so it says nothing"),
        (0.03, "in 3 of 100 tries"),
        (0.0024, "in 2 of 1,000 tries"),
        (0.0002, "fewer than 1 of 1,000 tries"),
    ],
)
def test_a_p_value_is_a_count_of_tries(p: float, said: str) -> None:
    assert how_often(p).endswith(said)


def finding(**fields: object) -> Finding:
    return Finding("density", Scope(("1",), ("contact",)), 0.28, "share", (0, 1), **fields)  # type: ignore[arg-type]


def test_ranges_are_said_for_both_ways_the_silent_may_differ() -> None:
    assert how_sure(finding(range_like=(0.25, 0.31), range=(0.22, 0.35))) == (
        "With all the answers it would likely be between 25% and 31% if those who have not answered yet are about as "
        "active as those who have; between 22% and 35% if they are much less or much more active.",
    )


def test_nothing_is_guessed_where_nothing_is_missing() -> None:
    same = {"range_like": (0.28, 0.28), "range": (0.28, 0.28)}
    assert how_sure(finding(**same, complete=True)) == (words.phrase("nothing_missing"),)
    # All draws may say the same though answers are missing.
    assert how_sure(finding(**same)) == (
        "With all the answers it would likely be about 28%, whether those who have not answered yet are about as "
        "active as those who have, much less or much more.",
    )


def test_caveats_are_said_once() -> None:
    caveat = Message("answered_subgraph")
    assert how_sure(finding(caveats=(caveat, caveat))) == ("Counted among those who answered only.",)


def test_a_name_with_braces_is_text() -> None:
    assert words.say(Message("no_range", {"why": "{0.__class__}"}), "density") == "{0.__class__}"


@pytest.mark.parametrize("name", ["cutpoints", "outcome_coverage", "backbone_dependence"])
def test_a_range_of_a_count_is_told_in_whole_numbers(name: str) -> None:
    of_count = Finding(name, Scope(("1",)), 2, "organizations", (0, None), range_like=(0, 3.95), range=(0, 5.05))
    assert how_sure(of_count)[0].startswith("With all the answers it would likely be between 0 and 4 if")
    assert "; between 0 and 5 if" in how_sure(of_count)[0]


def test_lines_speak_in_the_unit_of_their_sentence() -> None:
    # Sentences of both tell how many of a hundred.
    for name, told in (("freeman_segregation", "14 of 100 connections"), ("hierarchy", "14 of 100 pairs")):
        assert display(Finding(name, Scope(("1",)), 0.1, "index", (None, 1)), 0.14) == told


def test_a_count_says_what_was_counted() -> None:
    def of(name: str) -> Learned:
        return Learned(Finding(name, Scope(("1",)), 1, "share", (0, 1)), "counted")

    assert standing(of("outcome_coverage")) == "Counted from the answers"
    assert standing(of("sector_coverage")) == "Counted from the list of organizations"
    assert standing(of("team_coverage")) == "Counted from who sits in which team"
    assert standing(Learned(finding(), "clear")) == "Luck would rarely do this"


def test_how_sure_of_the_story() -> None:
    tested = finding(test=Test("labels", 99, 0.1, 0.01, 0.001, 0))
    one = sure_of_story([Learned(tested, "clear"), Learned(finding(), "counted")], 18)
    assert one.startswith("One of these two is clear, since luck would rarely do this; the other is a count.")
    two = sure_of_story([Learned(tested, "clear"), Learned(finding(), "close"), Learned(tested, "clear")], 18)
    said = (
        "Two of these three are clear, since luck would rarely do this; the other is one that could have come about by"
    )
    assert two.startswith(said)
    rest = sure_of_story([Learned(tested, "clear"), Learned(finding(), "counted"), Learned(finding(), "counted")], 18)
    assert rest.startswith("One of these three is clear, since luck would rarely do this; the rest are counts.")
    assert "Answers that are still missing: 18; what they would say is not known." in one
    assert sure_of_story([Learned(tested, "clear")] * 3, 0).startswith(
        "All three are clear: luck would rarely do this."
    )
    assert sure_of_story([Learned(finding(), "counted")], None).endswith("takes for granted that everyone answered.")
    assert sure_of_story([], 3) == ""


def test_page_one_says_what_missing_answers_could_turn_and_how_ranges_did_when_tried() -> None:
    """Chance gives .1 without the first range, and within the second; what has no range may be turned or not."""
    test = Test("labels", 99, 0.1, 0.01, 0.001, 0)
    holds, turns = finding(test=test, range=(0.2, 0.4)), finding(test=test, range=(0.05, 0.4))
    counted = Finding("team_coverage", Scope(("1",)), 1, "share", (0, 1))
    story = [Learned(one, "clear") for one in (holds, turns, finding(test=test), counted)]
    said = sure_of_story(story, 18, ranges_said=True, held=(29, 36))
    assert "Missing answers would hardly turn finding 1; missing answers could turn finding 2; of 3 " in said
    assert said.endswith("Of 36 ranges tried on known answers 29 held; 32 should.")
    assert "tried" not in sure_of_story(story, 18, ranges_said=True, held=(33, 36))
    # Where nothing is missing nothing can turn, and without ranges nobody can say.
    assert "turn" not in sure_of_story(story, 0, ranges_said=True, held=(29, 36))
    assert "turn" not in sure_of_story([Learned(finding(test=test), "clear")], 18, ranges_said=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the same Country", "the same country"),
        ("the same sector or the same Country", "the same sector or the same country"),
        ("shared outcomes or the same ZIP code", "shared outcomes or the same ZIP code"),
        ("the same HQ", "the same HQ"),
        ("the same Town or village", "the same town or village"),
    ],
)  # fmt: skip
def test_a_header_inside_a_sentence_is_no_title(text: str, said: str) -> None:
    assert words.term(text).replace(", or ", " or ") == said


@pytest.mark.parametrize(
    ("high", "said"),
    [
        (0.44, " That is so far: with all the answers it would likely be between 0.40 and 0.44."),
        (0.486, ""),  # as it is shown, the number does not lie outside
    ],
)
def test_a_headline_whose_number_lies_outside_its_range_says_so(high: float, said: str) -> None:
    finding = Finding(
        "participation", Scope(("1",), ("work",)), 0.49, "index", (0, 1), range=(0.4, high),
        reading=Message("mean", {"value": 0.49}), caveats=(Message("outside_range"),),
    )  # fmt: skip
    plain = words.headline(replace(finding, range=None))
    assert "0.49" in plain
    assert words.headline(finding) == plain + said
