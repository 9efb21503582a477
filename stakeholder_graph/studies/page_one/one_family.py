"""One family a report: every claim that goes beyond what was counted is corrected together with all others.

A report makes some fifteen tests. At .05 each, four reports in ten on a partnership without any structure would claim
something. So the tests behind all sentences that claim a difference from chance, of every measure and every kind of
tie, are corrected together by Benjamini and Hochberg's procedure [1]_ at .05. A claim that does not survive that is
told as too close to call, with the number of tests. A measure that says the same as another in other numbers is no test
more: its claim stands where that of the other does.

References
----------
.. [1] Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
   Society B, 57(1), 289-300.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stakeholder_graph.inference.p_values import benjamini_hochberg, needed
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import LEVEL, Finding, Message


@dataclass(frozen=True, slots=True)
class ClaimTest:
    """The test behind what a finding may claim.

    Parameters
    ----------
    finding : Finding
        What was tested.
    p, p_adjusted : float
        By itself, and corrected with the others of its report.
    tests : int
        How many were corrected together.
    """

    finding: Finding
    p: float
    p_adjusted: float
    tests: int


def family(findings: Sequence[Finding]) -> tuple[ClaimTest, ...]:
    """Correct together the tests behind all that findings may claim.

    Parameters
    ----------
    findings : sequence of Finding
        Of one report.

    Returns
    -------
    tuple of ClaimTest
        In their order; of measures that declare claims, as far as they were tested, without those that restate another
        of the report. A table with tests of its own corrects these itself and enters with the smallest, unless its
        measure declares on which p it rests.

    Examples
    --------
    >>> family([])
    ()
    """
    known, others = measures(), {(finding.name, finding.scope.layers) for finding in findings}
    tested = [
        (finding, p)
        for finding in findings
        if finding.reading is not None
        and known[finding.name].claims
        and restated_by(finding) not in others
        and not finding.in_words
        and (p := p_of(finding)) is not None
    ]
    if not tested:
        return ()
    adjusted = benjamini_hochberg(np.array([p for _finding, p in tested])).tolist()
    return tuple(
        ClaimTest(finding, p, corrected, len(tested)) for (finding, p), corrected in zip(tested, adjusted, strict=True)
    )


def corrected_claims(findings: Sequence[Finding], permutations: int = 0) -> Iterator[Finding]:
    """The same findings; of those that claim what does not survive the correction the reading says so.

    Parameters
    ----------
    findings : sequence of Finding
        Of one report.
    permutations : int
        How many its tests were to take. Where so many tests need more, a reading that falls says so; by default none
        does.

    Yields
    ------
    Finding

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope, Test
    >>> test = Test("labels", 999, 0.0, 0.1, 0.03, 0)
    >>> within = Message("within", {"inside": 70, "chance": 50}, "concern")
    >>> ei = Finding("ei_index", Scope(("1",), ("contact",)), -0.4, "index", (-1, 1), test=test, reading=within)
    >>> other = Finding("aligned_pairs", ei.scope, 0.1, "", (-1, 1), test=replace(test, p=0.6))
    >>> other = replace(other, reading=Message("as_others"))
    >>> [(said.reading.id, said.reading.tone, said.reading.among_tests) for said in corrected_claims([ei, other])]
    [('within', 'unknown', 2), ('as_others', 'neutral', 0)]
    """
    tests = family(findings)
    at_least = needed(len(tests))
    short = (permutations, at_least) if 0 < permutations < at_least - 1 else (0, 0)
    stands = {(test.finding.name, test.finding.scope.layers): test.p_adjusted <= LEVEL for test in tests}
    for finding in findings:
        stood = stands.get(restated_by(finding), stands.get((finding.name, finding.scope.layers)))
        if stood is False and finding.reading is not None and claims(finding.name, finding.reading):
            reading = replace(
                finding.reading,
                tone="unknown",
                among_tests=len(tests),
                permutations=short[0],
                permutations_needed=short[1],
            )
            finding = replace(finding, reading=reading)
        yield finding


def restated_by(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """The measure, and the kinds of tie, whose test a finding says in other numbers.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    tuple of (str, tuple of str)
        A blank name for a finding with a test of its own. Of a finding that is about no kind of tie the one that its
        reading speaks of.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> restated_by(Finding("assortativity", Scope(("1",), ("contact",)), 0.2, "index", (-1, 1)))
    ('ei_index', ('contact',))
    """
    declared = measures()[finding.name].restates
    layer = finding.reading.fields.get("layer") if finding.reading else None
    layers = finding.scope.layers or ((str(layer),) if layer else ())
    return declared(finding) if callable(declared) else declared, layers


def claims(name: str, reading: Message) -> bool:
    """Whether a reading of a measure claims more than was counted.

    Parameters
    ----------
    name : str
        Of the measure.
    reading : Message
        What its finding says.

    Examples
    --------
    >>> claims("ei_index", Message("within")), claims("ei_index", Message("as_chance"))
    (True, False)
    """
    return reading.id.startswith(measures()[name].claims)


def p_of(finding: Finding) -> float | None:
    """The p that claims rest on: what the measure declares, the finding's own test, or the smallest in its tables.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    float or None
        None where it is not held against chance.
    """
    declared = measures()[finding.name].headline_p
    if declared is not None:
        return declared(finding)
    return finding.test.p if finding.test else min(corrected_in_tables(finding), default=None)


def corrected_in_tables(finding: Finding) -> list[float]:
    """The corrected p-values in the tables of a finding.

    Parameters
    ----------
    finding : Finding
        Any.
    """
    tables = [table for table in (finding.table, *finding.tables.values()) if table is not None]
    cells = (cell for table in tables if "p_adjusted" in table for cell in table["p_adjusted"])
    return [float(cell) for cell in cells if isinstance(cell, int | float)]
