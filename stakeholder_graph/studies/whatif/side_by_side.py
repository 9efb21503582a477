"""Every measure before and after: values alone, since chance has no part in a change that somebody supposes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding, Ties
from stakeholder_graph.model.html_table import html_table
from stakeholder_graph.studies.whatif.consequences import Consequences, attachments_of, consequences_of
from stakeholder_graph.studies.whatif.scenario import Scenario

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Change:
    """The value of one measure before and after.

    Parameters
    ----------
    id : str
        Of the finding, such as ``"density/collaboration/2025"``.
    name : str
        Of the measure.
    layers : tuple of str
        The kinds of tie that it speaks of; none where it is about something else.
    unit : str
        Of the value, as the measure declares it.
    before, after : float or None
        None where the measure is undefined.
    ties : {"reported", "either", "both"} or None
        What counted as a tie.
    """

    id: str
    name: str
    layers: tuple[str, ...]
    unit: str
    before: float | None
    after: float | None
    ties: Ties | None = None

    @property
    def changed(self) -> bool:
        """Whether the value is another one.

        Examples
        --------
        >>> Change("density/work/1", "density", ("work",), "share", 0.5, 0.5).changed
        False
        """
        return self.before != self.after


@dataclass(frozen=True, eq=False)
class WhatIf:
    """A partnership as it is and as it would be.

    Parameters
    ----------
    scenario : Scenario
        What changes.
    before, after : Partnership
        As they are, and as they would be.
    changes : tuple of Change
        Every measure, in the order of the report.
    consequences : Consequences
        What anybody can see.
    """

    scenario: Scenario
    before: Partnership
    after: Partnership
    changes: tuple[Change, ...]
    consequences: Consequences

    def __repr__(self) -> str:
        count = sum(change.changed for change in self.changes)
        return (
            f"<WhatIf of {self.before.name}, wave {self.scenario.wave}: {count} of {len(self.changes)} values change>"
        )

    def _repr_html_(self) -> str:
        """The values that change; all of them are in `to_frame`."""
        changed = (change for change in self.changes if change.changed)
        rows = ([change.id, change.before, change.after, difference(change)] for change in changed)
        return html_table(["finding", "before", "after", "change"], rows, f"{self.before.name}, {self.scenario.wave}")

    def __getitem__(self, key: str) -> Change:
        """A change by the id of its finding, or by its measure's name (its first layer)."""
        for change in self.changes:
            if key in (change.id, change.name):
                return change
        raise UnknownNameError("finding", key, [change.id for change in self.changes])

    def to_frame(self) -> "pd.DataFrame":
        """One row a finding, indexed by its id: name, layer, unit, before, after, change."""
        import pandas as pd

        columns: dict[str, list[object]] = {
            "name": [change.name for change in self.changes],
            "layer": ["+".join(change.layers) for change in self.changes],
            "unit": [change.unit for change in self.changes],
            "before": [change.before for change in self.changes],
            "after": [change.after for change in self.changes],
            "change": [difference(change) for change in self.changes],
        }
        return pd.DataFrame(columns, index=pd.Index([change.id for change in self.changes], name="id"))


def difference(change: Change) -> float | None:
    """How much a value changes; None where it is undefined before or after.

    Parameters
    ----------
    change : Change
        Any.

    Examples
    --------
    >>> difference(Change("tie_counts/work/1", "tie_counts", ("work",), "connections", 9.0, 7.0))
    -2.0
    """
    return None if change.before is None or change.after is None else change.after - change.before


def side_by_side(
    before: Partnership,
    after: Partnership,
    scenario: Scenario,
    findings_before: Sequence[Finding],
    findings_after: Sequence[Finding],
) -> WhatIf:
    """Put the findings of a partnership beside those of what it would be.

    Parameters
    ----------
    before, after : Partnership
        As they are and as `edited` makes them.
    scenario : Scenario
        What changes.
    findings_before, findings_after : sequence of Finding
        Of the same measures, in the order of the report.

    Returns
    -------
    WhatIf
        A finding that only one side has, such as one of a kind of tie that nobody is left to report, stands in it
        without a value on the other.
    """
    sides = tuple({finding.id: finding for finding in findings} for findings in (findings_before, findings_after))
    changes = []
    for id, finding in {**sides[0], **sides[1]}.items():
        was, would_be = (side[id].value if id in side else None for side in sides)
        changes.append(Change(id, finding.name, finding.scope.layers, finding.unit, was, would_be, finding.scope.ties))
    seen = consequences_of(attachments_of(before, scenario.wave), attachments_of(after, scenario.wave))
    return WhatIf(scenario, before, after, tuple(changes), seen)
