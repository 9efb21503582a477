"""The settler: what could settle an open row of a ledger, and how surely."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.model.finding import Message

SettlerKind = Literal["document", "data", "answers"]


@dataclass(frozen=True, slots=True)
class Settler:
    """What could settle an open row.

    Parameters
    ----------
    kind : {"document", "data", "answers"}
        What has to be fetched.
    what : Message
        An id with fields; `stakeholder_graph.conditions.reasons` has the words.
    organizations : tuple of str
        Whose answers, the most telling first. For the backbone's desk alone: it names who has not answered.
    needed : int, optional
        How many at least; None where nobody can say.
    settled : float, optional
        In which share of draws the row is then settled; None where nobody can say. It never says how it is settled.
    until : str
        The day on which the list closes; blank where none is stated.

    Examples
    --------
    >>> Settler("document", Message("attach", {"file": "the budget"}), needed=1, settled=1.0).rank
    (False, -1.0, 1)
    """

    kind: SettlerKind
    what: Message
    organizations: tuple[str, ...] = ()
    needed: int | None = None
    settled: float | None = None
    until: str = ""

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Where it stands in a list: what settles most surely first, then what takes least; never by direction."""
        return self.settled is None, -(self.settled or 0.0), self.needed or 0
