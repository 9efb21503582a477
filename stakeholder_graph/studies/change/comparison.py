"""What a comparison of two waves holds: organizations, ties, measures, groups, and what the surveys do not share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import LEVEL, Finding, Interval, Message
from stakeholder_graph.model.html_table import html_table
from stakeholder_graph.model.table import Cell, Disclosure
from stakeholder_graph.studies.change.groups import GroupChange
from stakeholder_graph.studies.change.pairs import PairChange
from stakeholder_graph.studies.results.forecasts import ScoredForecast, scored_forecasts

if TYPE_CHECKING:
    import pandas as pd

#: What became of a number. A verdict other than the last takes a test among those who answered both times.
ChangeVerdict = Literal["rose", "fell", "about the same", "too close to call", "not tested"]


class TieChange(NamedTuple):
    """What became of a pair of organizations that is tied in at least one of the waves; names in order."""

    layer: str
    first: str
    second: str
    change: PairChange


class PossibleRename(NamedTuple):
    """An organization that is gone and one that is new with a similar name, and what they have in common."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """One measure in both waves.

    Parameters
    ----------
    before_finding, after_finding : Finding
        What was measured in each.
    on : {"all", "panel"}
        On all that was answered, or among those who answered both times on what is known both times.
    se, p, p_adjusted : float or None
        Of the change; None where no test is defined.
    range : interval or None
        Of the change: its 95 % interval among those who answered both times; of all, between what the ranges of both
        waves allow.
    verdict : str
        What became of it.
    """

    before_finding: Finding
    after_finding: Finding
    on: Literal["all", "panel"]
    se: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    range: Interval | None = None
    verdict: ChangeVerdict = "not tested"

    @property
    def name(self) -> str:
        """Of the measure."""
        return self.after_finding.name

    @property
    def layer(self) -> str:
        """The kind of tie; blank for a measure of none, several joined by a plus."""
        return "+".join(self.after_finding.scope.layers)

    @property
    def before(self) -> float:
        """The earlier value."""
        return float(self.before_finding.value or 0.0)

    @property
    def after(self) -> float:
        """The later value."""
        return float(self.after_finding.value or 0.0)

    @property
    def change(self) -> float:
        """After less before."""
        return self.after - self.before

    @property
    def holds(self) -> bool:
        """Whether it changed by more than luck would, corrected with all other tests of the comparison."""
        return self.verdict in ("rose", "fell")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Ties from one group to another in both waves.

    Parameters
    ----------
    measure : str
        The measure that says it.
    layer : str
        The kind of tie.
    ties : GroupChange
        Counts and tests among the pairs of groups of this kind of tie.
    p_adjusted : float
        Corrected with all other tests of the comparison, too.
    """

    measure: str
    layer: str
    ties: GroupChange
    p_adjusted: float

    @property
    def holds(self) -> bool:
        """Whether luck would rarely do this."""
        return max(self.ties.p_adjusted, self.p_adjusted) <= LEVEL

    @property
    def reading(self) -> Message:
        """What it says."""
        ties = self.ties
        fields: dict[str, Cell] = {"one": ties.from_group, "other": ties.to_group}
        fields |= {"before": ties.before, "after": ties.after}
        rose = ties.after > ties.before
        return Message("rose" if rose else "fell", fields, "strength" if rose else "concern", Disclosure.SECTOR)


@dataclass(frozen=True, slots=True)
class Panel:
    """Those who answered about a kind of tie both times.

    Parameters
    ----------
    organizations : int
        How many they are.
    finding : Finding
        What became of their ties, as the report says it.
    tested : bool
        Whether there are enough of them to test anything, and it is known that they answered.
    """

    organizations: int
    finding: Finding
    tested: bool


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two waves of one partnership side by side; for the backbone's desk.

    Parameters
    ----------
    partnership : Partnership
        The two waves alone, the earlier one first.
    joined, left, both : tuple of str
        Organizations that the later wave alone lists, the earlier alone, and both.
    possible_renames : tuple of PossibleRename
        Of those, pairs that may be one organization under two names.
    panels : mapping of str to Panel
        By kind of tie.
    ties : tuple of TieChange
        What became of each pair.
    measures : tuple of MeasureChange
        Of each measure the row on all and, where there is one, the row of those who answered both times.
    groups : tuple of GroupRow
        Pairs of groups that were tested, the clearest of each kind of tie first.
    survey : tuple of Message
        What the surveys do not have in common.
    tests : int
        How many tests were corrected together.
    """

    partnership: Partnership
    joined: tuple[str, ...]
    left: tuple[str, ...]
    both: tuple[str, ...]
    possible_renames: tuple[PossibleRename, ...]
    panels: Mapping[str, Panel]
    ties: tuple[TieChange, ...]
    measures: tuple[MeasureChange, ...]
    groups: tuple[GroupRow, ...]
    survey: tuple[Message, ...]
    tests: int

    @property
    def before(self) -> str:
        """The name of the earlier wave."""
        return next(iter(self.partnership.graphs))

    @property
    def after(self) -> str:
        """The name of the later wave."""
        return self.partnership.latest

    @property
    def changes(self) -> tuple[GroupRow | MeasureChange, ...]:
        """What changed by more than luck would, and nothing else: between whom first."""
        return (*(row for row in self.groups if row.holds), *(row for row in self.measures if row.holds))

    @property
    def answered_before_only(self) -> tuple[str, ...]:
        """Organizations listed both times that answered before and not after; each that does can be compared.

        Nobody where nothing says who answered, or nobody was asked.
        """
        info = self.partnership.info
        if not (info.surveyed and info.answered_known):
            return ()
        heard = [set(graph.index[graph.answered]) for graph in self.partnership.graphs.values()]
        return tuple(name for name in self.both if name in heard[0] and name not in heard[1])

    @cached_property
    def forecasts(self) -> tuple[ScoredForecast, ...]:
        """What was expected of indicators, strategies and commitments, and what came."""
        return scored_forecasts(self.partnership)

    def __repr__(self) -> str:
        name = self.partnership.name
        return f"<Comparison of {name}, {self.before} and {self.after}: {len(self.changes)} changes hold>"

    def _repr_html_(self) -> str:
        """What holds comes first, then all else that was measured."""
        columns = ("name", "layer", "on", "before", "after", "change", "p_adjusted", "verdict")
        rows = sorted(self.measures, key=lambda row: not row.holds)
        cells = ([getattr(row, column) for column in columns] for row in rows)
        return html_table(columns, cells, f"{self.partnership.name}, {self.before} and {self.after}")

    def to_frame(self) -> "pd.DataFrame":
        """One row for each measure, kind of tie, and all or the panel.

        Returns
        -------
        DataFrame
            Columns name, layer, on, before, after, change, se, p, p_adjusted, low, high, verdict.
        """
        import pandas as pd

        columns = ("name", "layer", "on", "before", "after", "change", "se", "p", "p_adjusted", "verdict")
        rows = [
            {column: getattr(row, column) for column in columns}
            | dict(zip(("low", "high"), row.range or (None, None), strict=True))
            for row in self.measures
        ]
        return pd.DataFrame(rows, columns=[*columns[:-1], "low", "high", "verdict"])
