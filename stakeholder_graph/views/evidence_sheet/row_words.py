"""Words of the evidence sheet: what a row belongs to, and what a proposal rests on."""

from stakeholder_graph.conditions import Criterion, LedgerRow
from stakeholder_graph.conditions.judgement import NOT_HERE
from stakeholder_graph.text import translate
from stakeholder_graph.views.maturity.ledger_words import CONDITIONS, reason_in_words
from stakeholder_graph.views.maturity.value_words import takes_in_words, value_in_words


def condition_name(criterion: Criterion) -> str:
    """Give what a row belongs to, in words.

    Parameters
    ----------
    criterion : Criterion

    Examples
    --------
    >>> condition_name(Criterion(id="x", condition="agenda", asked="?", how="document"))
    'Common agenda'
    """
    return translate(criterion.principle or CONDITIONS[criterion.condition])


def in_numbers(row: LedgerRow) -> str:
    """Say what a proposal rests on: what was found, between what it lies, what it takes, and why.

    Parameters
    ----------
    row : LedgerRow
    """
    if row.judgement.verdict == NOT_HERE:
        return ""  # the proposal says why, and the column beside it what to add
    value = value_in_words(row)
    takes = takes_in_words(row) if value and row.judgement.threshold is not None else ""
    return " ".join(filter(None, (f"{value}." if value else "", takes, reason_in_words(row))))
