"""One thing counted for a condition, the finding that it comes from, and what all conditions are read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import Row, Table


@dataclass(frozen=True, slots=True)
class CountedFact:
    """So many of so many, or a mean on its scale.

    Parameters
    ----------
    message : Message
        What is counted; views have the words.
    finding : str
        The id of the finding that it comes from.
    count, whole : float
        The number, and what it is a part of; of a mean the highest step of its scale.
    low : float
        Where the scale begins: 0 of a count.
    """

    message: Message
    finding: str
    count: float
    whole: float
    low: float = 0.0

    @property
    def measure(self) -> str:
        """The measure that made the finding.

        Examples
        --------
        >>> CountedFact(Message("teams"), "outcome_sheets/-/2025", 6, 8).measure
        'outcome_sheets'
        """
        return self.finding.partition("/")[0]


@dataclass(frozen=True, eq=False)
class Known:
    """What the conditions of one wave are read from.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        One of its waves.
    findings : tuple of Finding
        Of that wave; of each measure the first one speaks, of the main kind of tie.
    ledger : Ledger or None
        That of the five conditions, where it was made.
    """

    partnership: Partnership
    wave: str
    findings: tuple[Finding, ...] = field(repr=False)
    ledger: Ledger | None = field(default=None, repr=False)

    @cached_property
    def first(self) -> Mapping[str, Finding]:
        """The first finding of each measure."""
        first: dict[str, Finding] = {}
        for finding in self.findings:
            first.setdefault(finding.name, finding)
        return first

    def all_of(self, measure: str) -> Sequence[Finding]:
        """All findings of a measure, one for each kind of tie."""
        return [finding for finding in self.findings if finding.name == measure]

    def rows(self, measure: str, table: str = "") -> Sequence[Row]:
        """The rows of a table of the first finding of a measure; none where there is no such table.

        Parameters
        ----------
        measure : str
            Its name.
        table : str
            The table's name; blank for the main one.
        """
        finding = self.first.get(measure)
        return rows_of(finding, table) if finding else ()

    @property
    def backbone(self) -> str | None:
        """The organization that is the backbone; None where none is named, or several are."""
        return self.partnership.graph(self.wave).backbone


def rows_of(finding: Finding, table: str = "") -> Sequence[Row]:
    """The rows of one of a finding's tables; none where it lacks the table."""
    held: Table | None = finding.tables.get(table) if table else finding.table
    return held.rows if held is not None else ()


def share(id: str, finding: Finding, count: float, whole: float, **fields: str | float) -> Iterator[CountedFact]:
    """So many of so many; nothing where there are none to count."""
    if whole:
        yield CountedFact(Message(id, fields), finding.id, count, whole)
