"""The verdicts and numbers that were traced stand in JSON, on the terminal, in the evidence sheet and on the page."""

import io
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import openpyxl
import pytest

from stakeholder_graph import measure
from stakeholder_graph.conditions import Ledger, read_rubric
from stakeholder_graph.editions import Copy
from stakeholder_graph.survey.plain.evidence.evidence_sheet import PROPOSAL, ROW, ROWS
from stakeholder_graph.views.evidence_sheet.draft_sheet import draft_evidence_sheet
from stakeholder_graph.views.evidence_sheet.sheet_cells import NUMBERS
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.maturity import ledger_json
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.terminal import ledger_text
from tests.conditions.test_five_conditions import READ
from tests.conditions.traces.example_files import NOW, table
from tests.conditions.traces.test_every_row import FIVE, THEORY, ledger, partnership
from tests.studies.outcomes.test_outcome_ties import WREN
from tests.views.report.test_outcomes_page import copy_of

#: What pages call a verdict.
WORDS = {
    "shown": "shown",
    "not met": "not met",
    "too close": "too close to call",
    "too few answers": "too few answers to tell",
    "waits for a document": "waits for a document",
    "does not apply": "not recorded",
}
#: Rows whose number nothing is held against.
UNSCORED = {"density"}
#: Titles of the columns of the page, by the condition of the rows in them.
COLUMNS = {
    "agenda": "A common agenda",
    "measurement": "Shared measurement",
    "activities": "Activities that reinforce each other",
    "communication": "Continuous communication",
    "backbone": "Backbone support",
}


@cache
def as_json(rubric: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in json.loads(ledger_json(ledger(rubric)))["rows"]}


@cache
def sheet() -> dict[tuple[str, str], dict[str, str]]:
    """The rows of the evidence sheet by rubric and id."""
    drafted = draft_evidence_sheet([ledger("five-conditions"), ledger("theory-of-action")])
    header, *lines = openpyxl.load_workbook(io.BytesIO(drafted.content))[ROWS].iter_rows(values_only=True)
    rows = [dict(zip(map(str, header), (str(cell or "") for cell in line), strict=True)) for line in lines]
    return {(row["Rubric"], row[ROW]): row for row in rows}


@pytest.mark.parametrize("row", FIVE)
def test_json_says_what_was_traced(row: str) -> None:
    trace, said = FIVE[row], as_json("five-conditions")[row]
    assert (said["verdict"], said["proposal"], said["because"]) == (trace.verdict, trace.verdict, trace.because)
    if trace.value is not None and trace.among is not None:
        assert (said["numerator"], said["denominator"]) == (trace.value(), trace.among())
    threshold = trace.at_least if trace.at_most is None else trace.at_most
    if threshold is not None:
        assert said["threshold"] == threshold


@pytest.mark.parametrize("row", FIVE)
def test_the_terminal_and_the_evidence_sheet_say_it_in_words(row: str) -> None:
    trace, lines = FIVE[row], ledger_text(ledger("five-conditions")).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith(f"{row} "))
    # Cells that are too wide go on in the next lines.
    block = [lines[at], *(line for line in lines[at + 1 : at + 5])]
    end = next((k for k, line in enumerate(block[1:], 1) if not line.startswith(" ")), len(block))
    words = Counter(" ".join(block[:end]).split())
    said = "no threshold" if row in UNSCORED else WORDS[trace.verdict]
    assert not Counter(f"{trace.said} {said}".split()) - words
    if row in UNSCORED:
        return
    cells = sheet()["five-conditions", row]
    # Where nothing is recorded, the sheet says why instead of proposing anything.
    assert cells[PROPOSAL].partition(":")[0] == WORDS[trace.verdict]
    assert (":" in cells[PROPOSAL]) == (trace.verdict == "does not apply")
    assert cells[NUMBERS].startswith(trace.said)


@pytest.mark.parametrize("row", THEORY)
def test_the_rows_of_the_theory_say_it_too(row: str) -> None:
    trace, said = THEORY[row], as_json("theory-of-action")[row]
    assert said["proposal"] == trace.verdict
    assert sheet()["theory-of-action", row][NUMBERS].startswith(trace.said)


def test_decisions_are_those_of_evidence_csv() -> None:
    decided = {row["benchmark"]: row for row in table("evidence")}
    made = as_json("theory-of-action")
    assert {row for row, said in made.items() if said["decided_on"]} == decided.keys()
    for row, said in decided.items():
        names = ("decided_by", "decided_on", "reviewed_by", "evidence", "reason")
        assert [made[row][name] for name in names] == [
            said[name] for name in ("by", "date", "reviewed_by", "evidence", "reason")
        ]
        assert made[row]["verdict"] == {"met": "shown", "not met": "not met"}[said["status"]]
    # Fourteen decided rows, one of them by a list as well, and five that lists alone decide.
    assert len(decided) + len(THEORY) - 1 == len(read_rubric("theory-of-action").ids) == 19
    shown = [row for row, said in made.items() if said["verdict"] == "shown"]
    assert (len(shown), json.loads(ledger_json(ledger("theory-of-action")))["counts"]["scored"]) == (16, 19)


def test_ranges_and_p_of_findings_stand_in_the_ledger_as_in_measure() -> None:
    names = {"both-sides-know": "confirmation", "density": "density", "outcomes-shared-work": "aligned_pairs"}
    findings = measure(partnership(), list(names.values()), layers=["collaboration"])
    said = {
        made["name"]: made
        for made in json.loads(to_json(Copy("backbone", partnership(), tuple(findings), NOW)))["findings"]
    }
    for row, name in names.items():
        traced, found = as_json("five-conditions")[row], said[name]
        assert traced["finding"] == f"{name}/collaboration/{NOW}"
        if row == "outcomes-shared-work":
            # More than chance would give it: the correlation lies above what chance gives, and p is .05 or less.
            assert (traced["value"], traced["p"]) == (found["value"], found["test"]["p"])
            assert traced["p"] <= 0.05
            assert found["value"] > found["test"]["expected"]
        else:
            assert traced["range"] == found["range"]


@cache
def conditions_section() -> str:
    ledgers: tuple[Ledger, ...] = (ledger("five-conditions"), ledger("theory-of-action"))
    copy: Copy = copy_of(WREN, READ)
    (section,) = re.findall(
        r'id="page-conditions".*?</section>', draw_report(replace(copy, ledgers=ledgers)), re.DOTALL
    )
    return str(section)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("condition", COLUMNS)
def test_a_column_of_the_page_counts_the_rows_that_were_traced(condition: str) -> None:
    articles = re.findall(r'<article class="condition">.*?</article>', conditions_section(), re.DOTALL)
    (said,) = (text_of(article) for article in articles if COLUMNS[condition] in article)
    rows = [
        row.id for row in read_rubric("five-conditions").rows if row.condition == condition and row.id not in UNSCORED
    ]
    counts = Counter(FIVE[row].verdict for row in rows)
    scored = len(rows) - counts["does not apply"]
    assert f"{counts['shown']} of {scored} shown" in said
    for verdict, words in (
        ("not met", "not met"),
        ("too close", "too close to call"),
        ("too few answers", "with too few answers to tell"),
    ):
        assert (f"{counts[verdict]} {words}" in said) == bool(counts[verdict])
    waiting = counts["waits for a document"]
    assert bool(re.search(rf"\b{waiting} waits? for a document", said)) == bool(waiting)


def test_the_page_counts_all_rows_and_lists_open_ones_with_their_numbers() -> None:
    said = text_of(conditions_section())
    counts = Counter(trace.verdict for row, trace in FIVE.items() if row not in UNSCORED)
    assert f"The five conditions: {counts['shown']} of {len(FIVE) - 1 - counts['does not apply']} shown" in said
    assert "Theory of Action (our own words): 16 of 19 shown, 2 not met, 1 too close to call" in said
    body = re.findall(r'<details class="rows">.*?<tbody>(.*?)</tbody>', conditions_section(), re.DOTALL)[-1]
    listed = [
        [text_of(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", line, re.DOTALL)] for line in body.split("</tr>")
    ]
    by_words = {row.asked: row.id for row in read_rubric("five-conditions").rows}
    rows = {by_words[cells[0]]: cells[1] for cells in listed if cells}
    assert len(rows) == 10
    for row, stands in rows.items():
        trace = FIVE[row]
        assert stands == (f"{WORDS[trace.verdict]}: {trace.said}" if trace.said else WORDS[trace.verdict])
