"""One row a finding, and one row a test."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Interval, Test
from stakeholder_graph.model.table import ABSENT, Cell, Column, Disclosure, Table
from stakeholder_graph.studies.page_one.headline_tests import family_tests
from stakeholder_graph.text import N_, _, translate
from stakeholder_graph.views.certainty import how_sure
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.report.evaluator_details import NULLS
from stakeholder_graph.views.sentences import headline, how_to_read, notes
from stakeholder_graph.views.workbook.dictionary import SPEAKS_OF

#: The two tests of a finding.
_WHICH = {"first": N_("Test"), "second": N_("Second test")}
#: What each column of the table of findings says of one.
_OF_FINDING: Mapping[Column, Callable[[Finding], Cell]] = {
    Column("finding", N_("Finding"), "text"): lambda finding: finding.id,
    Column("measure", N_("Measure"), "text"): lambda finding: finding.name,
    Column("title", N_("What is measured"), "text"): lambda finding: _title(finding.name),
    Column("layer", N_("Kind of tie"), "text"): lambda finding: "+".join(finding.scope.layers) or ABSENT,
    Column("wave", N_("Wave"), "text"): lambda finding: "+".join(finding.scope.waves),
    Column("ties", N_("What counts as a tie"), "term"): lambda finding: finding.scope.ties or ABSENT,
    Column("group", N_("Grouped by"), "text"): lambda finding: finding.scope.group or ABSENT,
    Column("value", N_("Value"), "number"): lambda finding: finding.value,
    Column("numerator", N_("Numerator"), "number"): lambda finding: (
        finding.quotient.numerator if finding.quotient else None
    ),
    Column("denominator", N_("Denominator"), "number"): lambda finding: (
        finding.quotient.denominator if finding.quotient else None
    ),
    Column("unit", N_("Unit"), "term"): lambda finding: finding.unit,
    Column("least", N_("Least possible"), "number"): lambda finding: finding.bounds[0],
    Column("most", N_("Most possible"), "number"): lambda finding: finding.bounds[1],
    Column("attainable_low", N_("Attainable from"), "number"): lambda finding: _low(finding.attainable),
    Column("attainable_high", N_("Attainable to"), "number"): lambda finding: _high(finding.attainable),
    Column("rescaled", N_("Rescaled to the attainable range"), "number"): lambda finding: finding.rescaled,
    Column("estimate", N_("Estimate for the whole roster"), "number"): lambda finding: finding.estimate,
    Column("range_like_low", N_("Range if the silent are like those who answered, from"), "number"): (
        lambda finding: _low(finding.range_like)
    ),
    Column("range_like_high", N_("Range if the silent are like those who answered, to"), "number"): (
        lambda finding: _high(finding.range_like)
    ),
    Column("range_low", N_("Range from"), "number"): lambda finding: _low(finding.range),
    Column("range_high", N_("Range to"), "number"): lambda finding: _high(finding.range),
    Column("certain_low", N_("At least, whatever the others would say"), "number"): lambda finding: _low(
        finding.certain
    ),
    Column("certain_high", N_("At most, whatever the others would say"), "number"): lambda finding: _high(
        finding.certain
    ),
    Column("disclosed", N_("Speaks of"), "term", labels=SPEAKS_OF): lambda finding: str(finding.disclosed),
    Column("reading", N_("Reading"), "text"): headline,
    Column("sure", N_("How sure we are"), "text"): lambda finding: " ".join(how_sure(finding)) or ABSENT,
    Column("notes", N_("Notes"), "text"): lambda finding: " ".join(notes(finding)) or ABSENT,
}


def finding_tables(copy: Copy) -> Iterator[NamedTable]:
    """Give the table of findings, that of tests, and for the desk the correction of tests.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    """
    findings = copy.findings
    columns = {column: [said(finding) for finding in findings] for column, said in _OF_FINDING.items()}
    yield NamedTable("findings", _("Findings"), Table.of(columns), _("Every finding, with all that is known of it."))
    yield NamedTable("measures", _("Measures"), _measures(copy), _("How each number is computed, and after whom."))
    yield NamedTable("tests", _("Tests"), _tests(findings), _("Every test against chance, before any correction."))
    if copy.confidential:
        yield NamedTable(
            "corrected_tests",
            _("Tests, corrected"),
            _corrected(findings),
            _("The tests on which a sentence may rest, corrected together by Benjamini and Hochberg's procedure."),
        )


def _measures(copy: Copy) -> Table:
    """How each measure is computed; when a number would not be there is for the desk alone."""
    first = {finding.name: finding for finding in reversed(copy.findings)}
    infos = [(measures()[name], first[name]) for name in dict.fromkeys(finding.name for finding in copy.findings)]
    said: dict[Column, list[str]] = {
        Column("measure", N_("Measure"), "text"): [info.name for info, _finding in infos],
        Column("title", N_("What is measured"), "text"): [translate(info.title) for info, _finding in infos],
        Column("how_to_read", N_("How to read it"), "text"): [how_to_read(finding, info) for info, finding in infos],
        Column("formula", N_("Formula"), "text"): [translate(info.formula) for info, _finding in infos],
        Column("sources", N_("Sources"), "text"): [" ".join(info.references) for info, _finding in infos],
    }
    if copy.confidential:
        undefined, no_range = Column("undefined", N_("Undefined"), "text"), Column("no_range", N_("No range"), "text")
        said[undefined] = [translate(info.undefined) for info, _finding in infos]
        said[no_range] = [translate(info.no_range) for info, _finding in infos]
    return Table.of({column: [text or ABSENT for text in texts] for column, texts in said.items()}, Disclosure.NETWORK)


def _tests(findings: Sequence[Finding]) -> Table:
    rows = [
        (finding.id, which, test)
        for finding in findings
        for which, test in (("first", finding.test), ("second", finding.rewired))
        if test
    ]
    tests = [test for _id, _which, test in rows]
    number: Mapping[Column, Callable[[Test], Cell]] = {
        Column("null", N_("Null model"), "term", labels=NULLS): lambda test: test.null,
        Column("permutations", N_("Permutations"), "count"): lambda test: test.permutations,
        Column("seed", N_("Seed"), "count"): lambda test: test.seed,
        Column("expected", N_("Expected by chance"), "number"): lambda test: test.expected,
        Column("sd", N_("Standard deviation by chance"), "number"): lambda test: test.sd,
        Column("p", N_("p, two-sided"), "p"): lambda test: test.p,
        Column("p_error", N_("Monte Carlo error of p"), "p"): lambda test: test.error,
    }
    columns: dict[Column, Any] = {
        Column("finding", N_("Finding"), "text"): [id for id, _which, _test in rows],
        Column("test", N_("Test"), "term", labels=_WHICH): [which for _id, which, _test in rows],
    }
    columns |= {column: [said(test) for test in tests] for column, said in number.items()}
    return Table.of(columns, Disclosure.NETWORK)


def _corrected(findings: Sequence[Finding]) -> Table:
    tests = family_tests(findings)
    return Table.of(
        {
            Column("finding", N_("Finding"), "text"): [test.finding.id for test in tests],
            Column("p", N_("p that the claim rests on"), "p"): [test.p for test in tests],
            Column("p_error", N_("Monte Carlo error of p"), "p"): [test.error for test in tests],
            Column("p_adjusted", N_("p, corrected with all others"), "p"): [test.p_adjusted for test in tests],
            Column("clear", N_("Clear"), "flag"): [test.stands for test in tests],
            Column("could_turn", N_("More permutations could turn it"), "flag"): [test.could_turn for test in tests],
            Column("page_one", N_("Page one may rest on it"), "flag"): [test.on_page_one for test in tests],
        },
        Disclosure.NETWORK,
    )


def _title(name: str) -> str:
    return translate(measures()[name].title)


def _low(interval: Interval | None) -> Cell:
    return interval and interval[0]


def _high(interval: Interval | None) -> Cell:
    return interval and interval[1]
