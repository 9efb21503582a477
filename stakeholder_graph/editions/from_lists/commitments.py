"""What was taken on in the room."""

from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.graph import Partnership


def commitments_of(partnership: Partnership) -> tuple[Commitment, ...]:
    """Give what was read aloud in the room, in the order of the file.

    Parameters
    ----------
    partnership : Partnership
        Its list of commitments.

    Examples
    --------
    >>> import pandas as pd
    >>> made = {"who": ["Zoo"], "with whom": ["Museum; Park"], "outcome": "", "first step": "Call", "by when": "May"}
    >>> commitments_of(Partnership("P", {}, {"commitments": pd.DataFrame(made).assign(done=False)}))[0].partners
    ('Museum', 'Park')
    """
    frame = partnership.lists.get("commitments")
    if frame is None:
        return ()
    names = {name for graph in partnership.graphs.values() for name in graph.names}
    cells = (frame[name] for name in ("who", "with whom", "outcome", "first step", "by when", "done"))
    return tuple(
        Commitment(str(who), _several(str(others), names), str(outcome), str(step), str(by), bool(done))
        for who, others, outcome, step, by, done in zip(*cells, strict=True)
    )


def _several(joined: str, names: set[str]) -> tuple[str, ...]:
    return (joined,) if joined in names else tuple(filter(None, joined.split("; ")))
