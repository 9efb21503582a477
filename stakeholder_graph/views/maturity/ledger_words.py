"""What a ledger says in words: how many rows are shown, and why a row has its verdict."""

from stakeholder_graph.conditions.judgement import (
    NOT_HERE,
    NOT_MET,
    SHOWN,
    TOO_CLOSE,
    TOO_FEW,
    WAITS,
    Judgement,
    Ledger,
    LedgerRow,
)
from stakeholder_graph.conditions.reasons import REASONS
from stakeholder_graph.text import _, _n, fill, number, translate


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
    counts, scored = ledger.counts, ledger.scored
    parts = [_("{shown} of {scored} shown", shown=counts[SHOWN], scored=scored)]
    for verdict, words in (
        (NOT_MET, _("{count} not met", count=counts[NOT_MET])),
        (TOO_CLOSE, _("{count} too close to call", count=counts[TOO_CLOSE])),
        (TOO_FEW, _("{count} with too few answers to tell", count=counts[TOO_FEW])),
        (WAITS, _n("{count} waits for a document", "{count} wait for a document", counts[WAITS])),
    ):
        if counts[verdict]:
            parts.append(words)
    if counts[NOT_HERE]:
        away = _n("{count} does not apply here", "{count} do not apply here", counts[NOT_HERE])
        parts.append(away)
    return ", ".join(parts)


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
    if judgement.turns is not None:
        answers = _n("{count} answer would turn it.", "{count} answers would turn it.", judgement.turns)
        entries = _n("{count} entry would turn it.", "{count} entries would turn it.", judgement.turns)
        said.append(answers if row.criterion.how == "finding" else entries)
    return " ".join(said)


def value_in_words(judgement: Judgement) -> str:
    """The value of a row with its parts and its range.

    Parameters
    ----------
    judgement : Judgement
        Of a row.
    """
    if judgement.value is None:
        return ""
    said = number(judgement.value)
    if judgement.fact and judgement.denominator and judgement.numerator is not None:
        parts = number(judgement.numerator), number(judgement.denominator)
        said = _("{value} ({numerator} of {denominator})", value=said, numerator=parts[0], denominator=parts[1])
    if judgement.range is not None and judgement.range[0] != judgement.range[1]:
        low, high = map(number, judgement.range)
        said = _("{value} ({low} to {high})", value=said, low=low, high=high)
    return said
