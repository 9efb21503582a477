"""The page of the five conditions: its words, whom it is for, and what it asks."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import stakeholder_graph
from stakeholder_graph.conditions import Decision
from stakeholder_graph.conditions.five.counted import CountedFact
from stakeholder_graph.conditions.five_conditions import CONDITIONS
from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.editions import Copy
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.report.conditions.cards import conditions_page
from stakeholder_graph.views.report.conditions.words import COUNTED, TITLES, UNKNOWN
from tests.studies.outcomes.test_outcome_ties import WREN
from tests.views.report.test_outcomes_page import copy_of

FIVE = Path(stakeholder_graph.__file__).parent / "conditions" / "five"
NAMES = ["agenda_agreement", "outcome_sheets", "indicator_progress"]


def ids_said() -> set[str]:
    """Ids of messages that the study makes: the first arguments of what makes them."""
    said = set()
    for path in FIVE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Message", "share", "_endorsed"):
                either = node.args[0]
                parts = [either.body, either.orelse] if isinstance(either, ast.IfExp) else [either]
                said |= {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return said


def test_there_are_words_for_whatever_the_study_says_and_for_nothing_else() -> None:
    assert ids_said() == COUNTED.keys() | UNKNOWN.keys()
    assert TITLES.keys() == CONDITIONS.keys()


@pytest.fixture(scope="module")
def desk() -> Copy:
    copy = copy_of(WREN, NAMES)
    settings = MeasureSettings(permutations=19, draws=4)
    ledgers = report_ledgers(copy.partnership, copy.findings, copy.wave, settings)
    return replace(copy, ledgers=ledgers)


def test_the_page_says_real_counts_and_the_paper_that_is_missing(desk: Copy) -> None:
    page = conditions_page(desk)
    assert page is not None
    said = {card.title: [f"{fact.written} {fact.what}" for fact in card.facts] for card in page.cards}
    assert said["A common agenda"][:2] == [
        "7 of 8 items of the agenda agreed",
        "37 of 43 endorsing “Vision”, more than any other item",
    ]
    assert page.shut == (
        "An agreement on sharing student data with the school district is signed: not met (data team, 2025-11-07). "
        "Draft with the district's lawyers since March; unsigned. A draft is no agreement.",
    )
    assert len(page.questions) == 2
    assert page.twin is not None
    assert page.twin.csv.splitlines()[1].startswith("A common agenda,items of the agenda agreed,7,8,")


def test_no_gateway_s_name_and_no_score_stands_on_the_report(desk: Copy) -> None:
    html = draw_report(desk)
    (section,) = re.findall(r'id="page-conditions".*?</section>', html, re.DOTALL)
    assert not re.search(r"Exploring|Emerging|Sustaining|Systems Change|Proof Point|score", section)
    assert "One row alone keeps the next gateway shut; no other makes up for it." in section


def test_rows_that_people_overruled_are_named_outside_the_fold(desk: Copy) -> None:
    usual, *others = desk.ledgers
    decision = Decision("outcomes-carried", "not met", decided_by="Kay", reason="Two outcomes are carried by name only")
    rows = tuple(
        replace(row, decision=decision) if row.criterion.id == "outcomes-carried" else row for row in usual.rows
    )
    html = draw_report(replace(desk, ledgers=(replace(usual, rows=rows), *others)))
    (section,) = re.findall(r'id="page-conditions".*?</section>', html, re.DOTALL)
    before_the_fold = " ".join(re.sub(r"<[^>]+>", "", section.partition("<details")[0]).split())
    assert "1 of them against what lists and answers say" in before_the_fold
    assert (
        "Decided against what lists and answers say: Three or more organizations from two or more sectors work on each "
        "outcome: not met (Kay). Two outcomes are carried by name only. Lists and answers say: shown."
    ) in before_the_fold


def test_rows_of_the_next_meeting_speak_of_connections_and_say_what_could_settle_them(desk: Copy) -> None:
    page = conditions_page(desk)
    assert page is not None
    assert 0 < len(page.meeting) <= 10
    said = " ".join(f"{row.asked} {row.stands} {row.why}" for row in page.meeting)
    assert not re.search(r"\b(ties?|tied|waves?)\b", said)
    assert "Attach the signed agreement." in said
    assert re.fullmatch(r"\d+ rows stay as they were decided, the last on 2025-12-02\.", page.carried)


def test_beyond_the_desk_there_is_no_such_page(reported: Callable[..., Copy]) -> None:
    assert conditions_page(reported("partners")) is None
    assert "page-conditions" not in draw_report(reported("partners"))


def test_a_mean_is_a_mark_on_its_scale_and_a_count_a_bar() -> None:
    from stakeholder_graph.views.report.conditions.cards import bar_of

    assert 'width="75.0"' in bar_of(CountedFact(Message("teams"), "a/-/1", 6, 8))
    # 4.2 on a scale from 1 to 5 lies at (4.2 - 1) / 4.
    assert 'x="80.0"' in bar_of(CountedFact(Message("trusted"), "b/-/1", 4.2, 5, 1.0))


def test_rows_in_the_columns_and_those_that_stand_in_none_add_up_to_what_is_counted(desk: Copy) -> None:
    page = conditions_page(desk)
    assert page is not None
    title, counts = page.rubrics[0]
    assert title == "The five conditions"
    counted, others = counts.split(". Counted here alone: ")
    assert {part.split(" on ")[1] for part in re.split(", | and ", others)} >= {"who answered", "who is at the table"}
    apart = sum(int(number) for number in re.findall(r"\d+", others))
    scored = [re.search(r"of (\d+) shown", line.said) for card in page.cards for line in card.tally]
    inside = sum(int(found[1]) for found in scored if found)
    whole = re.search(r"of (\d+) shown", counted)
    assert whole is not None
    assert apart + inside == int(whole[1])
    # Rows of another rubric stand in no column at all, which needs no words.
    assert all("alone" not in said for _title, said in page.rubrics[1:])
