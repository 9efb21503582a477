"""The tests that page one may rest on, named before any data are seen; corrected with all others of the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.inference.p_values import needed
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures._sections import section_info
from stakeholder_graph.model.finding import LEVEL, Finding
from stakeholder_graph.studies.page_one.one_family import family, restated_by


@dataclass(frozen=True, slots=True)
class HeadlineTest:
    """One of the tests.

    Parameters
    ----------
    finding : Finding
        What was tested.
    p : float
        The p that a headline rests on.
    p_adjusted : float
        The same, corrected with all tests of the report on which a sentence may rest.
    error : float or None
        The Monte Carlo standard error of `p`; None where its null model was not simulated, so that it is exact.
    on_page_one : bool
        Whether page one may rest on it.
    """

    finding: Finding
    p: float
    p_adjusted: float
    error: float | None
    on_page_one: bool = True

    @property
    def stands(self) -> bool:
        """Whether it remains after the correction."""
        return self.p_adjusted <= LEVEL

    @property
    def could_turn(self) -> bool:
        """Whether two standard errors more or less could turn the verdict."""
        if self.error is None:
            return False
        factor = self.p_adjusted / self.p
        return abs(self.p_adjusted - LEVEL) <= 2 * factor * self.error


def voices(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that may speak on page one: of each measure the first that says anything.

    Parameters
    ----------
    findings : sequence of Finding
        In the order of the report.

    Returns
    -------
    list of Finding
        Without measures that only support others, and sections that page one does not tell of.

    Examples
    --------
    >>> voices([])
    []
    """
    known = measures()
    first: dict[str, Finding] = {}
    for finding in findings:
        info = known[finding.name]
        says = finding.reading is not None and (finding.value is not None or finding.in_words)
        if says and section_info(info.section).on_page_one and not info.supporting:
            first.setdefault(finding.name, finding)
    return list(first.values())


def headline_tests(findings: Sequence[Finding]) -> tuple[HeadlineTest, ...]:
    """The tests that page one may rest on, corrected with all others of the report.

    Parameters
    ----------
    findings : sequence of Finding
        All that a reader may see, in the order of the report.

    Returns
    -------
    tuple of HeadlineTest
        Empty where no measure with a headline was tested. One that says what another tests has the test of that.

    Notes
    -----
    The family, of every measure that claims anything and every kind of tie, is corrected by Benjamini and Hochberg's
    procedure [1]_ at .05. The standard error of a two-sided p of B permutations is
    sqrt(p (2 - p) / B).

    References
    ----------
    .. [1] Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate", Journal of the Royal
       Statistical Society B 57(1), 289-300.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope, Test
    >>> reading = Message("across", {"across": 70, "chance": 50}, "strength")
    >>> test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    >>> found = Finding("ei_index", Scope(("1",), ("contact",)), 0.4, "index", (-1, 1), test=test, reading=reading)
    >>> [(one.p, one.p_adjusted, one.stands, round(one.error, 4)) for one in headline_tests([found])]
    [(0.002, 0.002, True, 0.002)]
    """
    tests = {(test.finding.name, test.finding.scope.layers): test for test in family(findings)}
    speaking = [finding for finding in voices(findings) if measures()[finding.name].headline]
    by_test = [
        (finding, tests.get((finding.name, finding.scope.layers)) or tests.get(restated_by(finding)))
        for finding in speaking
    ]
    return tuple(
        HeadlineTest(finding, test.p, test.p_adjusted, _error(test.finding, test.p))
        for finding, test in by_test
        if test
    )


def family_tests(findings: Sequence[Finding]) -> tuple[HeadlineTest, ...]:
    """All tests of the report that are corrected together, in its order.

    Parameters
    ----------
    findings : sequence of Finding
        All that a reader may see, in the order of the report.

    Examples
    --------
    >>> family_tests([])
    ()
    """
    headlines = {test.finding.id for test in headline_tests(findings)}
    restated = {restated_by(finding) for finding in voices(findings) if finding.id in headlines}
    return tuple(
        HeadlineTest(
            test.finding,
            test.p,
            test.p_adjusted,
            _error(test.finding, test.p),
            test.finding.id in headlines or (test.finding.name, test.finding.scope.layers) in restated,
        )
        for test in family(findings)
    )


def permutations_needed(tests: Sequence[HeadlineTest]) -> int:
    """How many permutations tests need that are corrected together.

    Parameters
    ----------
    tests : sequence of HeadlineTest
        The family.

    Examples
    --------
    >>> permutations_needed([])
    0
    """
    return needed(len(tests))


def _error(finding: Finding, p: float) -> float | None:
    """Of the test or of the row of a table whose p it is; None where that p is exact."""
    draws = [test for test in (finding.test, finding.rewired) if test and abs(test.p - p) < 1e-12]
    if draws:
        return draws[0].error
    tables = [table for table in (finding.table, *finding.tables.values()) if table is not None and "p_error" in table]
    rows = (row for table in tables for row in table.rows)
    errors = (row["p_error"] for row in rows if abs(float(row.get("p_adjusted", row["p"]) or 0) - p) < 1e-12)
    return next((float(error) for error in errors if isinstance(error, float)), None)
