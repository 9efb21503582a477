"""Which rows alone keep the next gateway of a rubric shut: no other row makes up for them."""

from stakeholder_graph.conditions.judgement import NOT_HERE, SHOWN, Ledger, LedgerRow

#: More than so many rows are no story of one paper: the list of open rows has them.
FEW = 2


def shut_by(ledger: Ledger) -> tuple[LedgerRow, ...]:
    """The few rows that keep the first shut gateway shut.

    Parameters
    ----------
    ledger : Ledger
        Any.

    Returns
    -------
    tuple of LedgerRow
        Empty where the rubric has no gateways, where none is shut, and where more than a few rows are missing.

    Examples
    --------
    >>> from stakeholder_graph.conditions.rubric import read_rubric
    >>> shut_by(Ledger(read_rubric("five-conditions"), "P", "1", ()))
    ()
    """
    shut = next((gateway for gateway, passed in ledger.gateways.items() if not passed), None)
    rows = [row for row in ledger.rows if row.criterion.gateway == shut and row.verdict not in (SHOWN, NOT_HERE)]
    return tuple(rows) if shut is not None and len(rows) <= FEW else ()
