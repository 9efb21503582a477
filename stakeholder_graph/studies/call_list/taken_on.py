"""What two organizations took on together at a meeting: the call for the pair says it."""

from collections.abc import Iterator

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Message


def taken_on(partnership: Partnership, whom: str, with_whom: str) -> Iterator[Message]:
    """The commitments of a pair, whichever of the two made them.

    Parameters
    ----------
    partnership : Partnership
        Its list of commitments.
    whom, with_whom : str
        The pair; the second may be blank, and then there is nothing to say.

    Yields
    ------
    Message
        Those still open first.

    Examples
    --------
    >>> import pandas as pd
    >>> made = {"who": ["Zoo"], "with whom": ["Museum"], "outcome": "", "first step": "Call", "by when": ""}
    >>> lists = {"commitments": pd.DataFrame(made).assign(done=False)}
    >>> [said.id for said in taken_on(Partnership("P", {}, lists), "Museum", "Zoo")]
    ['taken_on']
    """
    frame = partnership.lists.get("commitments")
    if frame is None or not with_whom:
        return
    for who, others, _outcome, step, by, done in sorted(
        frame.itertuples(index=False, name=None), key=lambda row: bool(row[-1])
    ):
        if {whom, with_whom} <= {str(who), *str(others).split("; ")}:
            kind = "taken_on_done" if done else "taken_on_by" if str(by) else "taken_on"
            yield Message(kind, {"who": str(who), "step": str(step), "by": str(by)})
