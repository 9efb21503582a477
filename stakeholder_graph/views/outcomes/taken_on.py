"""What partners took on for an outcome, for its sheet on the desk."""

from collections.abc import Iterator

from stakeholder_graph.graph import Partnership
from stakeholder_graph.text import _, listing


def taken_on(partnership: Partnership, outcome: str) -> tuple[str, ...]:
    """Put the commitments for an outcome into words, those still open first.

    Parameters
    ----------
    partnership : Partnership
        Its list of commitments.
    outcome : str
        Any.

    Examples
    --------
    >>> import pandas as pd
    >>> made = {"who": ["Zoo"], "with whom": ["Museum"], "outcome": "Reading", "first step": "Call", "by when": "May"}
    >>> taken_on(Partnership("P", {}, {"commitments": pd.DataFrame(made).assign(done=False)}), "Reading")
    ('Zoo with Museum: Call (by May, open).',)
    """
    return tuple(_commitments(partnership, outcome))


def _commitments(partnership: Partnership, outcome: str) -> Iterator[str]:
    frame = partnership.lists.get("commitments")
    rows = () if frame is None else frame.itertuples(index=False, name=None)
    for who, others, about, step, by, done in sorted(rows, key=lambda row: bool(row[-1])):
        if str(about) != outcome:
            continue
        partners = listing(filter(None, str(others).split("; ")), "and")
        state = _("done") if done else _("open")
        stands = _("by {by}, {state}", by=by, state=state) if str(by) else state
        fields = {"who": who, "partners": partners, "step": str(step).rstrip(". "), "stands": stands}
        yield (
            _("{who} with {partners}: {step} ({stands}).", **fields)
            if partners
            else _("{who}: {step} ({stands}).", **fields)
        )
