"""The tests that page one may rest on, as a table for the evaluator."""

from collections.abc import Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.page_one.headline_tests import HeadlineTest, permutations_needed
from stakeholder_graph.text import N_, _, listing, translate
from stakeholder_graph.views.report.tables import TableView, table_view

WHAT, TIES = Column("what", N_("What was tested"), "text"), Column("layer", N_("Kind of tie"), "text")
P, ADJUSTED = Column("raw", N_("p"), "text"), Column("corrected", N_("p, corrected"), "text")
ERROR = Column("error", N_("Monte Carlo error of p"), "text")
VERDICT = Column("verdict", N_("Verdict"), "text")
#: The rule, in the words of the page.
RULE = N_(
    "Only these tests decide what page one calls clear. They were chosen before any data were seen: of each measure "
    "the main kind of tie. All tests of this report on which a sentence rests, these and others, are corrected "
    "together by Benjamini and Hochberg's procedure at .05; a table with many tests corrects these itself first. A "
    "claim that does not survive that is told as too close to call."
)


def tests_table(tests: Sequence[HeadlineTest]) -> TableView | None:
    """Draw the tests.

    Parameters
    ----------
    tests : sequence of HeadlineTest
        As corrected.

    Returns
    -------
    TableView or None
        None without a test.
    """
    cells = {
        WHAT: [translate(measures()[test.finding.name].title) for test in tests],
        TIES: [listing(test.finding.scope.layers) for test in tests],
        P: [_digits(test.p) for test in tests],
        ADJUSTED: [_digits(test.p_adjusted) for test in tests],
        ERROR: [_("none: exact") if test.error is None else _digits(test.error) for test in tests],
        VERDICT: [_verdict(test) for test in tests],
    }
    caption = _(
        "Tests that page one may rest on; corrected together they need {needed} permutations or more",
        needed=permutations_needed(tests),
    )
    return table_view(Table.of(cells, Disclosure.NETWORK), caption)


def _digits(value: float) -> str:
    return f"{value:.4g}"


def _verdict(test: HeadlineTest) -> str:
    verdict = _("clear") if test.stands else _("not clear")
    if test.could_turn:
        return _("{verdict}, though more permutations could turn it", verdict=verdict)
    return verdict
