"""The report's sections: findings that belong together, the main kind of tie first, the others folded below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.measures._sections import SECTIONS, section_title
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Disclosure, Table
from stakeholder_graph.studies.page_one.story import questions_of, raises_questions
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.certainty import how_sure
from stakeholder_graph.views.charts import Looks, picture
from stakeholder_graph.views.charts.figure import source_line
from stakeholder_graph.views.charts.picture import Picture
from stakeholder_graph.views.findings_data import table_to_csv
from stakeholder_graph.views.hedged import hedged
from stakeholder_graph.views.in_short.who_answered import rests_on_few
from stakeholder_graph.views.named_table import table_title
from stakeholder_graph.views.report.evaluator_details import Detail, details, found_on_lines
from stakeholder_graph.views.report.tables import TableView, table_view
from stakeholder_graph.views.sentences import also, headline, how_to_read

#: What the room's copy counts on lines, by measure and kinds of tie.
OnLines = Mapping[tuple[str, tuple[str, ...]], Finding]
#: Of how few of a sector a finding is made, by measure and kinds of tie.
Few = Mapping[tuple[str, tuple[str, ...]], str]
#: Questions for the room below each section.
QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Twin:
    """A table of which a picture shows all, for those who would rather read or compute.

    Parameters
    ----------
    view : TableView
        As it is shown.
    file : str
        The name to save it under.
    csv : str
        The same with all its columns, for a spreadsheet.
    """

    view: TableView
    file: str
    csv: str


@dataclass(frozen=True, slots=True)
class Block:
    """One finding as the page shows it.

    Parameters
    ----------
    anchor : str
        To link to.
    title, headline, how_to_read : str
        What was measured, what it says, how to read it (blank where there is nothing to read but the verdict).
    also : tuple of str
        What it says besides.
    layer : str
        The kind of tie; blank for none.
    picture : Picture or None
        Where there is something to draw.
    twins : tuple of Twin
        What the picture holds.
    tables : tuple of TableView
        What it does not hold.
    sure : tuple of str
        How sure we are.
    details : tuple of Detail
        For the evaluator.
    full : tuple of TableView
        For the evaluator: tables with all columns, where the tables above leave some out.
    others : tuple of Block
        The same of other kinds of tie.
    """

    anchor: str
    title: str
    headline: str
    how_to_read: str
    also: tuple[str, ...]
    layer: str
    picture: Picture | None
    twins: tuple[Twin, ...]
    tables: tuple[TableView, ...]
    sure: tuple[str, ...]
    details: tuple[Detail, ...]
    full: tuple[TableView, ...]
    others: tuple["Block", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Section:
    """One section: an id to link to, a title, its blocks, what it asks the room, and blocks for the evaluator."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    questions: tuple[str, ...]
    supporting: tuple[Block, ...] = ()


def sections(copy: Copy, looks: Looks, on_lines: Sequence[Finding] | None = None) -> tuple[Section, ...]:
    """Put the findings of an edition into sections.

    Parameters
    ----------
    copy : Copy
        Findings that say nothing here are left out.
    looks : mapping of str to Look
        Of the sectors.
    on_lines : sequence of Finding, optional
        As of `found_on_lines`, where that is known already.

    Returns
    -------
    tuple of Section
        None of them empty.
    """
    known = measures()
    source = source_line(copy)
    beside = {_named(finding): finding for finding in (found_on_lines(copy) if on_lines is None else on_lines)}
    lists_only = not copy.partnership.info.surveyed and not copy.partnership.graph(copy.wave).layers
    few = {_named(finding): said for finding in copy.findings if (said := rests_on_few(copy, finding))}
    by_section: dict[str, dict[str, list[Finding]]] = {name: {} for name in SECTIONS}
    for finding in copy.findings:
        if _says_something(finding):
            voices = by_section.setdefault(known[finding.name].section, {})
            voices.setdefault(finding.name, []).append(finding)
    return tuple(
        _section(
            name,
            copy.aims_asked,
            [(known[measure], findings) for measure, findings in voices.items()],
            looks,
            source,
            lists_only,
            beside,
            few,
        )
        for name, voices in by_section.items()
        if voices
    )


def _named(finding: Finding) -> tuple[str, tuple[str, ...]]:
    return finding.name, finding.scope.layers


def _says_something(finding: Finding) -> bool:
    return finding.reading is not None or finding.table is not None or bool(finding.tables)


def _section(
    name: str,
    aims_asked: bool,
    voices: Sequence[tuple[MeasureInfo, list[Finding]]],
    looks: Looks,
    source: str,
    lists_only: bool,
    beside: OnLines,
    few: Few,
) -> Section:
    ordered = sorted(voices, key=lambda voice: _place(voice[1][0]))
    questions = dict.fromkeys(
        translate(question)
        for info, findings in ordered
        if not info.supporting and (aims_asked or "outcome" not in info.reads)
        for finding in filter(raises_questions, findings)
        for question in questions_of(finding)
    )
    blocks, supporting = (
        tuple(
            _block(info, findings, looks, source, lists_only, beside, few)
            for info, findings in ordered
            if info.supporting is folded
        )
        for folded in (False, True)
    )
    title = section_title(name, aims_asked=aims_asked)
    return Section(name, translate(title), blocks, tuple(questions)[:QUESTIONS], supporting)


def _place(finding: Finding) -> tuple[bool, int]:
    """What cheers or worries stands first; then the whole network before sectors, and these before organizations."""
    reading = finding.reading
    return reading is None or reading.tone not in ("strength", "concern"), reading.discloses if reading else 9


def _block(
    info: MeasureInfo,
    findings: Sequence[Finding],
    looks: Looks,
    source: str,
    lists_only: bool,
    beside: OnLines,
    few: Few,
    *,
    draws: bool = True,
) -> Block:
    """A finding and the same of other kinds of tie, which have their tables and no picture."""
    finding, *others = map(hedged, findings)
    # A value on a line says what its range and its test say in words: it is drawn only where a page tells it.
    drawn = picture(finding, looks, source) if draws and (info.page or info.chart.kind != "range") else None
    main = {} if finding.table is None else {"": finding.table}
    every = {**main, **finding.tables}
    drawn_in_full = drawn.shows if drawn else frozenset()
    tables = [
        table_view(table, _caption(name, table, info))
        for name, table in every.items()
        if name not in drawn_in_full and _names(table)
    ]
    full = [
        table_view(table, table_title(info, name), evaluator=True)
        for name, table in every.items()
        if any(column.for_evaluator for column in table.columns) or not _names(table)
    ]
    return Block(
        anchor=finding.name,
        title=translate(info.title),
        headline=" ".join(filter(None, (headline(finding), few.get(_named(finding), "")))),
        how_to_read=how_to_read(finding, info, lists_only=lists_only),
        also=also(finding),
        layer=", ".join(finding.scope.layers),
        picture=drawn,
        twins=_twins(finding, {name: table for name, table in every.items() if name in drawn_in_full}, info),
        tables=tuple(table for table in tables if table),
        sure=how_sure(finding),
        details=details(finding, info, lists_only=lists_only, on_lines=beside.get(_named(finding))),
        full=tuple(table for table in full if table),
        others=tuple(_block(info, [other], looks, source, lists_only, beside, few, draws=False) for other in others),
    )


def _twins(finding: Finding, drawn: Mapping[str, Table], info: MeasureInfo) -> tuple[Twin, ...]:
    twins = []
    for name, table in drawn.items():
        if view := table_view(table, _caption(name, table, info)):
            said = "-".join(filter(None, (finding.name, *finding.scope.layers, *finding.scope.waves, name)))
            file = re.sub(r"[^\w-]+", "-", said) + ".csv"
            twins.append(Twin(view, file, table_to_csv(table)))
    return tuple(twins)


def _names(table: Table) -> bool:
    """Whether the rows speak of somebody, so that a reader wants to see them."""
    return table.discloses != Disclosure.NETWORK


def _caption(name: str, table: Table, info: MeasureInfo) -> str:
    if name in info.messages:
        return translate(info.messages[name])
    if "organization" in table:
        return _("Each organization")
    return _("Each sector") if "sector" in table else translate(info.title)
