"""What the evaluator wants to know of a finding: formula, test, ranges, sources, with all their digits."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.make_copy import counted_on_lines
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.model.finding import Finding, Interval, Quotient, Test, Ties
from stakeholder_graph.text import N_, _, number, translate
from stakeholder_graph.views.sentences import term

#: The nulls by name.
NULLS = {
    "labels": N_("sector labels permuted among those who answered and, apart, among those who did not"),
    "qap": N_("what organizations have in common permuted, while ties and who was asked about whom stay"),
    "curveball": N_("tables dealt out anew, every row and column keeping its sum"),
    "rewired": N_("ties rewired, every organization keeping how many it sends, receives and has returned"),
}
#: The same where a copy runs them on the lines of its map.
NULLS_ON_LINES = {
    "labels": N_("sector labels permuted among all organizations"),
    "rewired": N_("lines rewired, every organization keeping how many it has"),
}

#: What counts as a tie.
TIES: Mapping[Ties | None, str] = {
    "reported": N_("reported"),
    "either": N_("either"),
    "both": N_("both"),
    None: N_("without direction"),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """A term and what is to be said of it, one line or several."""

    term: str
    said: tuple[str, ...]


def details(
    finding: Finding, info: MeasureInfo, *, lists_only: bool = False, on_lines: Finding | None = None
) -> tuple[Detail, ...]:
    """All that is known of how a finding was computed.

    Parameters
    ----------
    finding : Finding
        Any.
    info : MeasureInfo
        Of its measure.
    lists_only : bool
        Where nobody was asked about ties, so that no word is lost on them.
    on_lines : Finding, optional
        The same counted on the lines that the room sees, for the desk.

    Returns
    -------
    tuple of Detail
        Without the terms that do not apply. A copy has no ranges, and does not say when a number would not be there.
    """
    said = [
        (_("Finding"), finding.id),
        (_("Value"), _value(finding)),
        (_("Numerator / denominator"), _quotient(finding.quotient)),
        (_("Ties"), _ties(finding)),
        (_("Grouped by"), finding.scope.group or ""),
        (_("Formula"), translate((lists_only and info.formula_lists) or info.formula)),
        (_("Undefined"), "" if finding.released else translate(info.undefined)),
        (_("Attainable"), _interval(finding.attainable)),
        (_("Rescaled to the attainable range"), _maybe(finding.rescaled)),
        (_("In the room's copy"), _in_room(finding, info, on_lines)),
        (_("Test"), _test(finding, finding.test)),
        (_("Second test"), _test(finding, finding.rewired)),
        (_("Estimate for the whole roster"), _maybe(finding.estimate)),
        (_("5–95 % if the silent are like those who answered"), _interval(finding.range_like)),
        (_("The same if half or twice as active"), _interval(finding.range)),
        (_("Whatever the others would say"), _interval(finding.certain if finding.scope.layers else None)),
        (_("No range"), "" if finding.range or finding.released or lists_only else translate(info.no_range)),
    ]
    terms = [Detail(term, (text,)) for term, text in said if text]
    return (*terms, Detail(_("Sources"), info.references)) if info.references else tuple(terms)


def found_on_lines(copy: Copy) -> tuple[Finding, ...]:
    """For the desk what the room's copy counts on lines, of the findings that it tells in other numbers.

    Parameters
    ----------
    copy : Copy
        Any; other copies have nothing beside them.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> found_on_lines(Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    ()
    """
    names = {finding.name for finding in copy.findings if _numbers_on_lines(finding, measures()[finding.name])}
    if not copy.confidential or not names:
        return ()
    return counted_on_lines(copy.partnership, copy.wave, sorted(names))


def _numbers_on_lines(finding: Finding, info: MeasureInfo) -> bool:
    return _differs(finding, info) and (info.group or _of_pairs(finding))


def _of_pairs(finding: Finding) -> bool:
    return finding.table is not None and "pairs_alike" in finding.table


def _differs(finding: Finding, info: MeasureInfo) -> bool:
    """Whether the room's copy tells the same fact in other numbers."""
    return (info.on_lines or _of_pairs(finding)) and bool(finding.scope.layers) and not finding.released


def _in_room(finding: Finding, info: MeasureInfo, on_lines: Finding | None) -> str:
    """Why the room's copy has other numbers for the same fact, and which."""
    if not _differs(finding, info):
        return ""
    said = _(
        "It counts lines among all pairs, a line where at least one of the two named the other, also of those who did "
        "not answer: its numbers for this finding differ from these."
    )
    numbers = _told_on_lines(on_lines) if on_lines else ""
    return " ".join((said, _("There: {numbers}.", numbers=numbers))) if numbers else said


def _told_on_lines(finding: Finding) -> str:
    """The numbers that the room reads: of each thing in common how many such pairs are connected, and others."""
    if finding.table is not None and _of_pairs(finding):
        rows = [row for row in finding.table.rows if row["tied_alike"] is not None and row["tied_others"] is not None]
        each_row = [
            _(
                "{what} {alike} of 100 such pairs, {others} of 100 others",
                what=term(str(row["predictor"])),
                alike=row["tied_alike"],
                others=row["tied_others"],
            )
            for row in rows
        ]
        return "; ".join(each_row)
    inside = finding.reading.fields.get("inside") if finding.reading else None
    return "" if inside is None else _("{inside} of 100 connections stay within", inside=inside)


def _value(finding: Finding) -> str:
    if finding.in_words:
        return _("a verdict in words")
    value = _("undefined") if finding.value is None else _digits(finding.value)
    least, most = map(_bound, finding.bounds)
    possible = {"unit": translate(finding.unit), "least": least, "most": most}
    return _("{value} ({unit}; possible from {least} to {most})", value=value, **possible)


def _quotient(quotient: Quotient | None) -> str:
    return f"{_counted(quotient.numerator)} / {_counted(quotient.denominator)}" if quotient else ""


def _counted(value: float) -> str:
    return number(round(value)) if float(value).is_integer() else _digits(value)


def _ties(finding: Finding) -> str:
    if finding.released:
        return _("lines of the map, one for each pair") if finding.scope.layers and not finding.in_words else ""
    return translate(TIES[finding.scope.ties]) if finding.scope.layers or finding.scope.ties else ""


def _test(finding: Finding, test: Test | None) -> str:
    if test is None:
        return ""
    nulls = {**NULLS, **NULLS_ON_LINES} if finding.released else NULLS
    return _(
        "{null}; expected {expected}, sd {sd}, two-sided p = {p}; {permutations} permutations, seed {seed}",
        null=translate(nulls.get(test.null, test.null)),
        expected=_digits(test.expected),
        sd=_digits(test.sd),
        p=_with_error(test),
        permutations=str(test.permutations),
        seed=str(test.seed),
    )


def _with_error(test: Test) -> str:
    """The p of a test, with its Monte Carlo error where that could turn the verdict."""
    if not test.could_turn:
        return _digits(test.p)
    return _("{p}, Monte Carlo error {error}", p=_digits(test.p), error=_digits(test.error))


def _digits(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")


def _maybe(value: float | None) -> str:
    return "" if value is None else _digits(value)


def _bound(value: float | None) -> str:
    return _("no limit") if value is None else _digits(value)


def _interval(interval: Interval | None) -> str:
    return _("{low} to {high}", low=_digits(interval[0]), high=_digits(interval[1])) if interval else ""
