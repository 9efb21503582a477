"""Words of the evidence sheet: what a row belongs to, and what a proposal rests on."""

from stakeholder_graph.conditions import Criterion, LedgerRow
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.maturity.ledger_text import CONDITIONS
from stakeholder_graph.views.maturity.ledger_words import reason_in_words
from stakeholder_graph.views.maturity.value_words import limit_in_words, value_in_words


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
    judgement, said = row.judgement, []
    if value := value_in_words(row):
        said.append(value)
    if value and judgement.threshold is not None:
        threshold = number(
            int(judgement.threshold) if judgement.threshold == int(judgement.threshold) else judgement.threshold
        )
        if row.criterion.direction == "at least":
            said.append(_("at least {threshold} needed", threshold=threshold))
        elif row.criterion.direction == "at most":
            said.append(_("at most {threshold} allowed", threshold=threshold))
        elif row.criterion.direction == "within a margin":
            said.append(_("{limit} needed", limit=limit_in_words(row)))
    return " ".join([f"{'; '.join(said)}." if said else "", reason_in_words(row)]).strip()
