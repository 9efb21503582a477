"""One list with the calls: an answer that could settle a row is a reason to call, and changes no order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.call_list import Call


def with_open_rows(calls: Iterable[Call], ledgers: Sequence[Ledger]) -> tuple[Call, ...]:
    """Add to the calls to those who have not answered which rows their answers could settle.

    Parameters
    ----------
    calls : iterable of Call
        Of the desk.
    ledgers : sequence of Ledger
        Made with what could settle their rows.

    Returns
    -------
    tuple of Call
        The same calls in the same order. An organization is among those of a row only where it is one of the fewest
        whose answers could settle it.

    Examples
    --------
    >>> with_open_rows([Call("hear from", "Zoo", "", ())], ())[0].why
    ()
    """
    rows: dict[str, dict[str, None]] = {}
    for ledger in ledgers:
        for row in ledger.rows:
            for settler in row.settles:
                if settler.kind == "answers" and settler.settled is not None:
                    for name in settler.organizations[: settler.needed]:
                        rows.setdefault(name, {}).setdefault(row.criterion.asked)
    return tuple(
        replace(call, why=(*call.why, _reason(list(rows[call.whom]))))
        if call.purpose == "hear from" and call.whom in rows
        else call
        for call in calls
    )


def _reason(asked: Sequence[str]) -> Message:
    name = "call_row" if len(asked) == 1 else "call_rows"
    return Message(name, {"asked": asked[0], "count": len(asked)})
