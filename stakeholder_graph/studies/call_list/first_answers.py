"""What the first answers on the call list would settle."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.call_list.call import Call
from stakeholder_graph.studies.whom_to_call import CALLS, TIERS


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What the first answers on the call list would settle.

    Parameters
    ----------
    organizations : tuple of str
        Whose answers, in the order of the list.
    of_hundred : int
        So many of a hundred parts of what is not known yet about the number of ties.
    """

    organizations: tuple[str, ...]
    of_hundred: int


def first_answers(
    calls: Sequence[Call], findings: Sequence[Finding], settled: Collection[tuple[str, str, str]] = ()
) -> FirstAnswers | None:
    """Say whose answers come first on the list, and what they would settle.

    Parameters
    ----------
    calls : sequence of Call
        The list.
    findings : sequence of Finding
        Of the same wave.
    settled : collection of (str, str, str)
        Keys of calls that need not be made now.

    Returns
    -------
    FirstAnswers or None
        Of as many as somebody calls in an afternoon; None where no more than that wait, or where it is not known.

    Examples
    --------
    >>> first_answers((), ()) is None
    True
    """
    rows = {str(row["organization"]): row for row in rows_to_call(findings)}
    waiting = [call.whom for call in calls if call.purpose == "hear from" and call.key not in settled]
    listed = [name for name in waiting if name in rows]
    if len(listed) <= CALLS or any(row["whom_to_call"] is None for row in rows.values()):
        return None
    share = sum(float(rows[name]["whom_to_call"] or 0) for name in listed[:CALLS])
    return FirstAnswers(tuple(listed[:CALLS]), min(99, round(100 * share)))


def nearly_level(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Those of the first calls whose order hangs on how many networks were drawn.

    Parameters
    ----------
    findings : sequence of Finding
        Of one wave.

    Returns
    -------
    tuple of str
        Empty where the first stands out.

    Examples
    --------
    >>> nearly_level([])
    ()
    """
    rows = rows_to_call(findings)
    level = tuple(str(row["organization"]) for row in rows if row.get("nearly_first") and row["tier"] == TIERS[0])
    return level if len(level) > 1 else ()


def rows_to_call(findings: Sequence[Finding]) -> Sequence[Row]:
    """Those who have not answered, in the order in which to call them by the main kind of tie.

    Parameters
    ----------
    findings : sequence of Finding
        Of one wave.

    Returns
    -------
    sequence of Row
        Of the table of ``whom_to_call``; none where there is nobody to call.

    Examples
    --------
    >>> list(rows_to_call([]))
    []
    """
    calls = next((finding for finding in with_role(findings, "calls") if finding.table), None)
    return calls.table.rows if calls and calls.table else ()
