"""One introduction, and all that are proposed together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.html_table import HtmlCell, html_table
from stakeholder_graph.studies.what_to_stop.candidate import Candidate

if TYPE_CHECKING:
    import pandas as pd

#: What introductions are chosen for: what two share, or how far apart everybody is.
Aim = Literal["shared", "reach"]


@dataclass(frozen=True, slots=True)
class Introduced:
    """One side of an introduction.

    Parameters
    ----------
    name, sector : str
        The organization.
    connections : int
        How many partners it has in the main kind of tie.
    hours : float or None
        What it gives to its ties now, hours a month; None where no scale states hours, or nothing is known of it.
    budget : float or None
        What it can give, where the list of organizations says so.
    answered : bool
        Whether it said itself that the two do not work together.
    contact : str
        How to reach it; blank where that is not known.
    """

    name: str
    sector: str
    connections: int
    hours: float | None = None
    budget: float | None = None
    answered: bool = True
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A pair to introduce.

    Parameters
    ----------
    a, b : Introduced
        The two, in natural order.
    weight : float
        How much speaks for it.
    shared : tuple of str
        Outcomes that both work on.
    why : tuple of Message
        Why, the reason that counts most first.
    through : tuple of str
        Who could introduce them: partners of both. The backbone only where there is nobody else; empty where nobody is
        a partner of both.
    by_backbone : bool
        Whether nobody but the backbone could.
    hours : float or None
        What a new tie takes of each, hours a month.
    in_touch : str
        A kind of tie that the two have already, so that they need no introduction; blank for none.
    open : bool
        Whether the reasons may be told to others: none rests on an answer that was promised to stay with the backbone.
    """

    a: Introduced
    b: Introduced
    weight: float
    shared: tuple[str, ...]
    why: tuple[Message, ...]
    through: tuple[str, ...] = ()
    by_backbone: bool = False
    hours: float | None = None
    in_touch: str = ""
    open: bool = True

    @property
    def silent(self) -> tuple[str, ...]:
        """Who did not say itself that the two do not work together; it may know better."""
        return tuple(side.name for side in (self.a, self.b) if not side.answered)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What could begin, and what could stop.

    Parameters
    ----------
    wave, layer : str
        Of what.
    aim : {"shared", "reach"}
        What the pairs were chosen for.
    introductions : tuple of Introduction
        Most weight first.
    wanted : int
        How many were asked for.
    notes : tuple of Message
        What is not known, and why there are fewer.
    capacity : {"hours", "connections"}
        What limits how often an organization is introduced.
    usual : int
        How many partners half of those who answered have or more.
    new_tie : float or None
        What a new tie takes of each, hours a month.
    apart : (float, float) or None
        Distance-weighted fragmentation now, and once the pairs are tied.
    could_stop : tuple of Candidate
        What could stop, as questions.
    """

    wave: str
    layer: str
    aim: Aim
    introductions: tuple[Introduction, ...]
    wanted: int
    notes: tuple[Message, ...] = ()
    capacity: Literal["hours", "connections"] = "connections"
    usual: int = 0
    new_tie: float | None = None
    apart: tuple[float, float] | None = None
    could_stop: tuple[Candidate, ...] = ()

    @property
    def weights(self) -> float:
        """What the weights add up to: no other choice of as many pairs has more."""
        return sum(pair.weight for pair in self.introductions)

    def __len__(self) -> int:
        return len(self.introductions)

    def __repr__(self) -> str:
        return (
            f"<Proposals of wave {self.wave}: {len(self)} introductions, {len(self.could_stop)} things that could stop>"
        )

    def _repr_html_(self) -> str:
        """A row a pair; reasons in words are on the page of introductions."""
        rows: list[list[HtmlCell]] = []
        for pair in self.introductions:
            sides = (f"{side.name} ({side.sector})" for side in (pair.a, pair.b))
            rows.append([*sides, pair.weight, ", ".join(pair.shared), ", ".join(pair.through)])
        return html_table(["a", "b", "weight", "shared", "through"], rows, f"{self.layer}, {self.wave}")

    def to_frame(self) -> "pd.DataFrame":
        """One row a pair, in order.

        Returns
        -------
        DataFrame
            Columns a, b, weight, shared, through, hours; the two in the middle hold tuples of names.
        """
        import pandas as pd

        rows = [
            (pair.a.name, pair.b.name, pair.weight, pair.shared, pair.through, pair.hours)
            for pair in self.introductions
        ]
        return pd.DataFrame(rows, columns=["a", "b", "weight", "shared", "through", "hours"])


def names_of(pairs: Sequence[Introduction]) -> list[tuple[str, str]]:
    """Who is introduced to whom.

    Parameters
    ----------
    pairs : sequence of Introduction
        Any.

    Examples
    --------
    >>> names_of([Introduction(Introduced("Zoo", "Arts", 2), Introduced("Zen Center", "Faith", 1), 1.0, (), ())])
    [('Zoo', 'Zen Center')]
    """
    return [(pair.a.name, pair.b.name) for pair in pairs]
