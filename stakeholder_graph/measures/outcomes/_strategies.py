"""Strategies: what is tried for each outcome, with whom, how it stands and what was learned."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.strategies import Stage, status_of

#: How a strategy stands that does not go on.
STANDS_STILL = re.compile(
    r"\b(paus\w*|stop\w*|on hold|stalled|blocked|suspend\w*|halted|en pausa|deten\w*|parad[oa]s?|bloquead[oa]s?)\b",
    re.IGNORECASE,
)
_TEXTS = ("started", "status", "learned", "indicator", "team", "reach", "decide_by", "decided_on")


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy, as the list has it.

    Parameters
    ----------
    name, outcome, started, status, learned, indicator : str
        Blank where the list says nothing.
    partners : tuple of str
        Organizations.
    team, reach, decide_by, decided_on : str
        As the list has them; blank likewise.
    """

    name: str
    outcome: str
    partners: tuple[str, ...] = ()
    started: str = ""
    status: str = ""
    learned: str = ""
    indicator: str = ""
    team: str = ""
    reach: str = ""
    decide_by: str = ""
    decided_on: str = ""

    @property
    def standing(self) -> Stage | Literal[""]:
        """How it stands, in our words; blank where its status says none of them.

        Examples
        --------
        >>> Strategy("Bus passes", "Attendance", status="Piloting").standing
        'test'
        """
        return status_of(self.status)

    @property
    def stands_still(self) -> bool:
        """Whether it is paused or stopped.

        Examples
        --------
        >>> Strategy("Bus passes", "Attendance", status="Paused").stands_still
        True
        """
        return bool(STANDS_STILL.search(self.status))


def strategies(partnership: Partnership) -> Iterator[Strategy]:
    """The strategies of a partnership, in the order of its list.

    Parameters
    ----------
    partnership : Partnership
        Its list `strategies`; there may be none.

    Yields
    ------
    Strategy

    Examples
    --------
    >>> list(strategies(Partnership("P", {}, {})))
    []
    """
    frame = partnership.lists.get("strategies")
    roster = {name for graph in partnership.graphs.values() for name in graph.names}
    for row in () if frame is None else frame.astype(str).to_dict("records"):
        partners = tuple(names_in(str(row.get("partners", "")), roster))
        known = {name: str(row.get(name, "")).strip() for name in _TEXTS}
        yield Strategy(str(row["strategy"]), str(row.get("outcome", "")).strip(), partners, **known)


def names_in(text: str, roster: Collection[str]) -> Iterator[str]:
    """Names parted by semicolons; one that holds a semicolon itself is known from the list of organizations.

    Parameters
    ----------
    text : str
        A cell, such as the partners of a strategy.
    roster : collection of str
        The list of organizations.

    Yields
    ------
    str

    Examples
    --------
    >>> list(names_in("Clinic; Food; Shelter", {"Clinic", "Food; Shelter"}))
    ['Clinic', 'Food; Shelter']
    """
    parts = [part.strip() for part in text.split(";")]
    while parts:
        whole = next((k for k in range(len(parts), 1, -1) if "; ".join(parts[:k]) in roster), 1)
        if name := "; ".join(parts[:whole]):
            yield name
        del parts[:whole]
