"""What a ledger says in words: how many rows are shown, and why a row has its verdict."""

from collections.abc import Collection, Mapping

from stakeholder_graph.conditions.facts import OF_CHANCE, SIDES
from stakeholder_graph.conditions.judgement import (
    FIRM,
    NOT_HERE,
    NOT_MET,
    SHOWN,
    TOO_CLOSE,
    TOO_FEW,
    WAITS,
    Ledger,
    LedgerRow,
    Verdict,
)
from stakeholder_graph.conditions.reasons import FOR_INFORMATION, REASONS, SET_ASIDE, VERDICT_WORDS
from stakeholder_graph.text import _, _n, fill, number, translate

#: Numbers this close are the same as they are written.
NEAR = 1e-6


def counts_in_words(ledger: Ledger) -> str:
    """Say how many rows are shown, and what becomes of the others.

    Parameters
    ----------
    ledger : Ledger
        Any.

    Returns
    -------
    str
        Such as ``"11 of 14 shown, 2 not met, 1 too close to call"``: counts, never the name of a gateway.
    """
    aside, counts = ledger.set_aside, tally_in_words(ledger)
    unasked = ledger.counts[NOT_HERE] - len(aside)
    information = sum(row.for_information for row in ledger.rows)
    parts = [words for verdict, words in counts.items() if verdict == SHOWN or ledger.counts[verdict]]
    if unasked:
        parts.append(_("{count} not asked or not recorded", count=unasked))
    if aside:
        parts.append(_("{count} set aside by people", count=len(aside)) + _against(aside))
    if information:
        parts.append(_("{count} for information", count=information))
    return ", ".join(parts)


def tally_in_words(ledger: Ledger) -> Mapping[Verdict, str]:
    """Say of each verdict how many rows have it, and how many of them people decided against lists and answers.

    Parameters
    ----------
    ledger : Ledger
        Any.
    """
    counts = ledger.counts
    said = {
        SHOWN: _("{shown} of {scored} shown", shown=counts[SHOWN], scored=ledger.scored),
        NOT_MET: _("{count} not met", count=counts[NOT_MET]),
        TOO_CLOSE: _("{count} too close to call", count=counts[TOO_CLOSE]),
        TOO_FEW: _("{count} with too few answers to tell", count=counts[TOO_FEW]),
        WAITS: _n("{count} waits for a document", "{count} wait for a document", counts[WAITS]),
    }
    for verdict in FIRM:
        said[verdict] += _against([row for row in ledger.rows if row.verdict == verdict])
    return said


def _against(rows: Collection[LedgerRow]) -> str:
    """How many of these rows people decided against what lists and answers say; blank where they did so of none."""
    count = sum(row.changed for row in rows)
    return _(", {count} of them against what lists and answers say", count=count) if count else ""


def proposal_in_words(row: LedgerRow) -> str:
    """Say what the tool proposes for a row; what people set aside is no proposal.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    return translate(FOR_INFORMATION if row.for_information else VERDICT_WORDS[row.judgement.verdict])


def status_in_words(status: Verdict) -> str:
    """Say what people decided.

    Parameters
    ----------
    status : str
        Of a decision.

    Examples
    --------
    >>> status_in_words("does not apply"), status_in_words("shown")
    ('does not apply', 'shown')
    """
    return translate(SET_ASIDE if status == NOT_HERE else VERDICT_WORDS[status])


def reason_in_words(row: LedgerRow) -> str:
    """Say why a row has its verdict, and what to add where something is missing.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    judgement, because = row.judgement, row.judgement.because
    said = [fill(translate(REASONS[because.id]), because.fields)]
    if judgement.verdict == NOT_HERE and judgement.absent:
        said.append(_("Add {file}.", file=judgement.absent))
    if judgement.turns is not None and judgement.verdict in FIRM:
        said.append(_turned(row, judgement.turns))
    return " ".join(said)


def _turned(row: LedgerRow, count: int) -> str:
    """How many answers, or entries of a list, would turn the verdict, and which way."""
    missing = row.judgement.verdict == NOT_MET
    if missing == (row.criterion.direction != "at most"):
        answers = _n("{count} more such answer", "{count} more such answers", count)
        entries = _n("{count} more such entry", "{count} more such entries", count)
    else:
        answers = _n("{count} such answer fewer", "{count} such answers fewer", count)
        entries = _n("{count} such entry fewer", "{count} such entries fewer", count)
    what = answers if row.criterion.how == "finding" else entries
    if missing:
        return _("{what} would make it shown.", what=what)
    return _("{what} would make it not met.", what=what)


def value_in_words(row: LedgerRow) -> str:
    """The value of a row with its range: of what is counted "7 of 8 (0.88)", of what chance would give its multiple.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    judgement = row.judgement
    if judgement.value is None:
        return ""
    said, ends = number(judgement.value), ""
    if judgement.range is not None and judgement.range[0] != judgement.range[1]:
        ends = _("{low} to {high}", low=number(judgement.range[0]), high=number(judgement.range[1]))
    counted, among = judgement.numerator, judgement.denominator
    if counted is not None and among and _is_part(judgement.value, counted, among):
        parts = _("{count} of {all}", count=number(counted), all=number(among))
        # The share says nothing more of all, of none, or where the count itself is held against the threshold.
        beside = "" if judgement.value == counted or counted in (0, among) else said
        beside = "; ".join(filter(None, (beside, ends)))
        return f"{parts} ({beside})" if beside else parts
    if ends:
        said = f"{said} ({ends})"
    return _("{value} times chance", value=said) if _of_chance(row) else said


def _is_part(value: float, count: float, among: float) -> bool:
    """Whether a value is so many of so many, as a count or as their share: an estimate for all or a mean is not."""
    whole = count == round(count) and among == round(among) and count <= among
    return whole and (value == count or abs(value - count / among) < NEAR)


def _of_chance(row: LedgerRow) -> bool:
    return row.criterion.finding is not None and row.criterion.finding.fact in OF_CHANCE


def limit_in_words(row: LedgerRow) -> str:
    """What a row takes, in the unit of its value: of a margin the side that decides.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    asked = row.criterion
    if asked.threshold is None or asked.how == "document" or asked.direction in ("above chance", "not scored"):
        return _("more than chance") if asked.direction == "above chance" else ""
    if asked.direction == "at most":
        return _("at most {limit}", limit=number(asked.threshold))
    if asked.direction == "at least":
        return number(asked.threshold)
    margin = asked.margin or 0.0
    low, high = number(asked.threshold - margin), number(asked.threshold + margin)
    side = SIDES.get(asked.finding.fact) if asked.finding is not None else None
    if side is None:
        return _("{low} to {high}", low=low, high=high)
    said = _("at most {limit}", limit=high) if side == "at most" else _("at least {limit}", limit=low)
    return _("{value} times chance", value=said) if _of_chance(row) else said
