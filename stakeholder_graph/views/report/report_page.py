"""The report page, from what an edition lets its readers see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.studies.page_one.headline_tests import family_tests
from stakeholder_graph.studies.page_one.story import story
from stakeholder_graph.studies.results.indicator_records import indicator_records
from stakeholder_graph.studies.results.results_in_short import ResultsInShort, results_in_short
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.call_list.call_lines import calls_of
from stakeholder_graph.views.in_short.results import outcomes_line
from stakeholder_graph.views.outcomes.drawn_indicators import key_of, other_indicators
from stakeholder_graph.views.outcomes.sheet_view import SheetView
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import render
from stakeholder_graph.views.report.conditions.cards import conditions_page
from stakeholder_graph.views.report.first_page import first_page
from stakeholder_graph.views.report.from_meetings import from_meetings
from stakeholder_graph.views.report.guessing import guessing_said
from stakeholder_graph.views.report.pages import pages
from stakeholder_graph.views.report.parts_in_order import parts_in_order
from stakeholder_graph.views.report.sections import Block, Section, sections
from stakeholder_graph.views.report.table_html import TableWriter
from stakeholder_graph.views.report.tests_table import RULE, tests_table
from stakeholder_graph.views.undrawn_lines import why_no_lines

READER = {"backbone": N_("For the backbone"), "partners": N_("For the room")}

#: The section of what each outcome is told by.
OUTCOMES = "outcomes"


def draw_report(
    copy: Copy,
    map_href: str | None = None,
    calls_href: str | None = None,
    present_href: str | None = None,
    calls: Sequence[Call] | None = None,
    board_href: str | None = None,
    sheets_href: str | None = None,
    settled: Collection[tuple[str, str, str]] = (),
    tables_href: str | None = None,
    data_sheet_href: str | None = None,
    on_lines: Sequence[Finding] | None = None,
) -> str:
    r"""Draw the report as one self-contained page.

    Parameters
    ----------
    copy : Copy
        What its readers may see; nothing else is looked at.
    map_href, calls_href, present_href : str, optional
        Where the map, the call list and what is presented lie, relative to the report.
    calls : sequence of Call, optional
        The call list, where it is known already; page one has the first of it. Only the backbone's copy has any.
    board_href : str, optional
        Where page one lies alone, for board and funders.
    sheets_href : str, optional
        Where a sheet for each outcome lies, to print.
    settled : collection of (str, str, str)
        Keys of calls that need not be made now.
    tables_href, data_sheet_href : str, optional
        Where all numbers lie as tables, and what they were made from.
    on_lines : sequence of Finding, optional
        What the room's copy counts on lines, where that is known already, for the desk.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It asks for nothing; its one script copies and saves
        tables, and the page says all without it.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> "<h1>Ours</h1>" in draw_report(copy)
    True
    """
    if calls is None or not copy.confidential:
        calls = calls_of(copy) if copy.confidential else ()
    learned = story(copy.findings, backbone=copy.backbone)
    looks = looks_of(copy.partnership)
    # Who answered is the first line of page one.
    on_page_one = {lesson.finding.name for lesson in learned} | {"response"}
    sheets, records = outcome_sheets_of(copy), indicator_records(copy.findings)
    appendix = sections(_in_order_of(sheets, copy), looks, on_lines)
    opens, conditions = first_page(copy, learned, map_href, calls, settled), conditions_page(copy)
    elsewhere = conditions.tells if conditions else ()
    in_short = pages(copy, appendix, on_page_one, elsewhere=elsewhere, raised=opens["questions"])
    points = [point for page in in_short for point in page.points]
    outcomes_drawn = _drawn_of(OUTCOMES, appendix)
    on_sheets = {name for sheet in sheets for name in sheet.indicators}
    others = other_indicators(records, on_sheets)
    # What a page of its own shows in full need not be drawn in the appendix once more.
    moved = _block_of(results_in_short(copy.findings), appendix) if others and others.all_of_them else None
    return render(
        copy,
        "views/report/report.html",
        **opens,
        reader=_(READER[copy.edition]),
        tests=tests_table(family_tests(copy.findings)) if copy.confidential else None,
        tests_rule=translate(RULE),
        outcomes=sheets,
        outcomes_drawn=outcomes_drawn,
        conditions=conditions,
        outcomes_line=outcomes_line(copy),
        outcomes_key=key_of(records[name] for name in records if name in on_sheets),
        other_indicators=others,
        parts=parts_in_order(
            copy, in_short, outcomes=bool(sheets), indicators=bool(others), conditions=bool(conditions)
        ),
        from_meetings=from_meetings(copy),
        said=on_page_one | {point.anchor for point in points},
        drawn={point.anchor for point in points if point.draws}
        | ({outcomes_drawn.anchor} if outcomes_drawn else set())
        | ({moved.anchor} if moved else set()),
        moved=moved,
        appended={block.anchor for section in appendix for block in (*section.blocks, *section.supporting)},
        sections=appendix,
        others=any(block.others for section in appendix for block in (*section.blocks, *section.supporting)),
        tables=TableWriter(looks, frozenset(copy.partnership.graph(copy.wave).names), map_href),
        lines=not why_no_lines(copy),
        guessing=guessing_said(copy),
        calls_href=calls_href,
        present_href=present_href,
        board_href=board_href,
        sheets_href=sheets_href,
        tables_href=tables_href,
        data_sheet_href=data_sheet_href,
    )


def _in_order_of(sheets: Sequence[SheetView], copy: Copy) -> Copy:
    """The copy with tables of outcomes in the order of their sheets, so that a chart reads like what stands below."""
    order = {sheet.title: k for k, sheet in enumerate(sheets)}
    return replace(copy, findings=tuple(_ordered(finding, order) for finding in copy.findings))


def _ordered(finding: Finding, order: Mapping[str, int]) -> Finding:
    table = finding.table
    if measures()[finding.name].section != OUTCOMES or table is None or "outcome" not in table or not order:
        return finding
    rows = table.rows
    by_sheet = sorted(range(len(rows)), key=lambda k: order.get(str(rows[k]["outcome"]), len(order)))
    return replace(finding, table=table.take(by_sheet))


def _block_of(results: ResultsInShort | None, appendix: Sequence[Section]) -> Block | None:
    blocks = (block for made in appendix for block in (*made.blocks, *made.supporting))
    return next((block for block in blocks if results and block.anchor == results.anchor), None)


def _drawn_of(section: str, appendix: Sequence[Section]) -> Block | None:
    """The first block of a section that has a picture: it stands on the section's page."""
    blocks = (block for made in appendix if made.id == section for block in (*made.blocks, *made.supporting))
    return next((block for block in blocks if block.picture), None)
