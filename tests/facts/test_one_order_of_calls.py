"""One order of calls: page one, its sentence on answers, the list to print, the workbook and the measure keep to it."""

import io
import re

import openpyxl
import pytest
from markupsafe import escape

from stakeholder_graph.editions import Copy
from stakeholder_graph.studies.call_list import Call, first_answers, first_calls, in_order
from stakeholder_graph.studies.whom_to_call import CALLS
from stakeholder_graph.views.call_list import call_list_workbook, calls_of, draw_call_list
from stakeholder_graph.views.call_list.call_lines import PURPOSES, whom_of
from stakeholder_graph.views.call_list.notes import CallNotes, Note
from stakeholder_graph.views.report.report_page import draw_report
from tests.facts.partnerships import PARTNERSHIPS, findings_of

NAMES = sorted(PARTNERSHIPS)


def titles(calls: tuple[Call, ...]) -> list[str]:
    return [f"{PURPOSES[call.purpose][0]}: {whom_of(call)}" for call in calls]


def without_tags(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).strip()


def on_page_one(copy: Copy, settled: frozenset[tuple[str, str, str]] = frozenset()) -> list[str]:
    listed = re.search(r'<ul class="calls">.*?</ul>', draw_report(copy, settled=settled), re.DOTALL)
    return [without_tags(title) for title in re.findall(r"<b>(.*?)</b>", listed[0])] if listed else []


def begins_with(html: str) -> list[str]:
    """What stands first in each row of the first table."""
    table = html.split("<tbody>")[1].split("</tbody>")[0]
    return [without_tags(title) for title in re.findall(r"<b>(.*?)</b>", table)]


@pytest.mark.parametrize("name", NAMES)
def test_the_calls_of_page_one_are_where_the_list_begins(name: str) -> None:
    copy = findings_of(name).copy("backbone")
    listed = calls_of(copy)
    first = first_calls(listed)
    expected = [str(escape(title)) for title in titles(first)]
    assert in_order(listed)[: len(first)] == first
    assert in_order(in_order(listed)) == in_order(listed)
    assert sorted(map(id, in_order(listed))) == sorted(map(id, listed))
    assert on_page_one(copy) == expected
    # In the table, whom to connect with is bold, too.
    assert [title for title in begins_with(draw_call_list(copy)) if ": " in title] == expected
    sheet = openpyxl.load_workbook(io.BytesIO(call_list_workbook(copy, in_order(listed)))).worksheets[0]
    rows = [row[:2] for row in sheet.iter_rows(min_row=2, max_row=1 + len(first), values_only=True)]
    assert [f"{purpose}: {whom}" for purpose, whom in rows] == titles(first)


@pytest.mark.parametrize("name", NAMES)
def test_a_call_that_is_done_makes_room_for_the_next_on_page_and_list(name: str) -> None:
    copy = findings_of(name).copy("backbone")
    listed = calls_of(copy)
    done = first_calls(listed)[0]
    settled = frozenset({done.key})
    notes = CallNotes({done.key: Note("", whom_of(done), done.with_whom, status="done")})
    first = first_calls(listed, settled=settled)
    assert done not in first
    assert in_order(listed, settled)[: len(first)] == first
    expected = [str(escape(title)) for title in titles(first)]
    assert on_page_one(copy, settled) == expected
    if first:
        listed_first = begins_with(draw_call_list(copy, notes=notes))
        assert [title for title in listed_first if ": " in title] == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_that_page_one_speaks_of_are_the_first_to_hear_from(name: str) -> None:
    found = findings_of(name)
    copy = found.copy("backbone")
    listed = calls_of(copy)
    answers = first_answers(listed, copy.findings)
    waiting = [call.whom for call in in_order(listed) if call.purpose == "hear from"]
    measured = next(finding for finding in found if finding.name == "whom_to_call")
    if answers is None:
        assert measured.value is None or len(waiting) <= CALLS
        return
    # The first of them is a call of page one, and none stands further back on the list than somebody not named.
    assert answers.organizations[0] in {call.whom for call in first_calls(listed)}
    organizations = set(copy.partnership.graph(copy.wave).names)
    assert [whom for whom in waiting if whom in organizations][:CALLS] == list(answers.organizations)
    assert measured.table is not None
    assert [row["organization"] for row in measured.table.rows][:CALLS] == list(answers.organizations)
    assert measured.value is not None
    assert answers.of_hundred == pytest.approx(100 * measured.value, abs=0.5)
    assert measured.reading is not None
    assert str(measured.reading.fields["first"]).startswith(answers.organizations[0])


def test_research_infrastructures_start_with_the_one_that_most_name() -> None:
    """17 of the 36 who answered name DiSSCo_121, which did not: counted in the file's columns."""
    copy = findings_of("research-infrastructures").copy("backbone")
    first = next(call for call in calls_of(copy) if call.purpose == "hear from")
    assert (first.whom, first.why[0].fields["count"]) == ("DiSSCo_121", 17)
