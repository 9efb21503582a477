"""What the evaluator wants to know of a finding: formula, test, ranges, sources, with all their digits."""

from dataclasses import dataclass

from stakeholder_graph.measures._registry import MeasureInfo
from stakeholder_graph.model.finding import Finding, Interval, Test

#: The nulls by name.
NULLS = {
    "labels": "sector labels permuted among those who answered and, apart, among those who did not",
    "qap": "organizations permuted with all their dyads, such that the observed dyads stay the same",
    "curveball": "tables dealt out anew, every row and column keeping its sum",
    "rewired": "ties rewired, every organization keeping how many it sends, receives and has returned",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """A term and what is to be said of it, one line or several."""

    term: str
    said: tuple[str, ...]


def details(finding: Finding, info: MeasureInfo) -> tuple[Detail, ...]:
    """All that is known of how a finding was computed.

    Parameters
    ----------
    finding : Finding
        Any.
    info : MeasureInfo
        Of its measure.

    Returns
    -------
    tuple of Detail
        Without the terms that do not apply.
    """
    value = "undefined" if finding.value is None else _digits(finding.value)
    said = [
        ("Finding", finding.id),
        (
            "Value",
            f"{value} ({finding.unit}; possible from {_bound(finding.bounds[0])} to {_bound(finding.bounds[1])})",
        ),
        ("Ties", finding.scope.ties or ("without direction" if finding.scope.layers else "")),
        ("Grouped by", finding.scope.group or ""),
        ("Formula", info.formula),
        ("Undefined", info.undefined),
        ("Attainable", _interval(finding.attainable)),
        ("Rescaled to the attainable range", _maybe(finding.rescaled)),
        ("Test", _test(finding.test)),
        ("Second test", _test(finding.rewired)),
        ("Estimate for the whole roster", _maybe(finding.estimate)),
        ("5–95 % if the silent are like those who answered", _interval(finding.range_like)),
        ("The same if half or twice as active", _interval(finding.range)),
        ("Whatever the others would say", _interval(finding.certain)),
        ("No range", "" if finding.range else info.no_range),
    ]
    details = [Detail(term, (text,)) for term, text in said if text]
    return (*details, Detail("Sources", info.references)) if info.references else tuple(details)


def _test(test: Test | None) -> str:
    if test is None:
        return ""
    return (
        f"{NULLS.get(test.null, test.null)}; expected {_digits(test.expected)}, sd {_digits(test.sd)}, two-sided "
        f"p = {_digits(test.p)}; {test.permutations} permutations, seed {test.seed}"
    )


def _digits(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")


def _maybe(value: float | None) -> str:
    return "" if value is None else _digits(value)


def _bound(value: float | None) -> str:
    return "no limit" if value is None else _digits(value)


def _interval(interval: Interval | None) -> str:
    return f"{_digits(interval[0])} to {_digits(interval[1])}" if interval else ""
