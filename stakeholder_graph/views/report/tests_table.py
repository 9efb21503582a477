"""All tests of a report on which a sentence rests, and which of them page one may use, as a table for the evaluator."""

from collections.abc import Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.page_one.headline_tests import HeadlineTest, permutations_needed
from stakeholder_graph.text import N_, _, _n, listing, translate
from stakeholder_graph.views.report.tables import TableView, table_view

WHAT, TIES = Column("what", N_("What was tested"), "text"), Column("layer", N_("Kind of tie"), "text")
P, RESTS = Column("raw", N_("p"), "text"), Column("rests", N_("Which p"), "text")
ERROR = Column("error", N_("Monte Carlo error of p"), "text")
ADJUSTED = Column("corrected", N_("p, corrected with all others"), "text")
VERDICT = Column("verdict", N_("Verdict"), "text")
PAGE_ONE = Column("page_one", N_("Page one may rest on it"), "text")
#: The rule, in the words of the page.
RULE = N_(
    "All tests of this report on which a sentence rests are corrected together by Benjamini and Hochberg's procedure "
    "at .05: of m tests, the k-th smallest p times m/k, and never less than a smaller p comes to. A table with many "
    "tests corrects these itself first and enters with the smallest. A claim that does not survive that is told as too "
    "close to call. Page one rests on a few of these alone, chosen before any data were seen: of each measure the main "
    "kind of tie."
)


def tests_table(tests: Sequence[HeadlineTest]) -> TableView | None:
    """Draw the tests.

    Parameters
    ----------
    tests : sequence of HeadlineTest
        The whole family, as corrected.

    Returns
    -------
    TableView or None
        None without a test.
    """
    in_order = sorted(tests, key=lambda test: (not test.on_page_one, test.p))
    cells = {
        WHAT: [translate(measures()[test.finding.name].title) for test in in_order],
        TIES: [listing(test.finding.scope.layers) for test in in_order],
        P: [_digits(test.p) for test in in_order],
        RESTS: [translate(_rests(test)) for test in in_order],
        ERROR: [_error(test) for test in in_order],
        ADJUSTED: [_digits(test.p_adjusted) for test in in_order],
        VERDICT: [_verdict(test) for test in in_order],
        PAGE_ONE: [_("yes") if test.on_page_one else _("no") for test in in_order],
    }
    caption = _n(
        "The only test of this report; it needs {needed} permutations or more",
        "The {count} tests of this report; corrected together they need {needed} permutations or more",
        len(tests),
        needed=permutations_needed(tests),
    )
    return table_view(Table.of(cells, Disclosure.NETWORK), caption)


def _rests(test: HeadlineTest) -> str:
    """Which p of a finding its claim rests on."""
    if measures()[test.finding.name].headline_p is not None:
        return N_("the largest of those that its claim needs")
    if test.finding.test is not None:
        return N_("of its own test")
    return N_("the smallest in its table, corrected there")


def _error(test: HeadlineTest) -> str:
    """Its Monte Carlo error; a p of 1 is that of a claim which was not made, and has none."""
    if test.error is None:
        return "–" if test.p >= 1 else _("none: exact")
    return _digits(test.error)


def _digits(value: float) -> str:
    return f"{value:.4g}"


def _verdict(test: HeadlineTest) -> str:
    verdict = _("clear") if test.stands else _("not clear")
    if test.could_turn:
        return _("{verdict}, though more permutations could turn it", verdict=verdict)
    return verdict
