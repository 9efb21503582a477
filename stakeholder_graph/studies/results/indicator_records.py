"""What findings say of each indicator: its verdict, figures, trend and gaps, and the places to learn from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.measures.results._by_place.comparison import BRIGHT
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row


@dataclass(frozen=True, slots=True)
class GapRecord:
    """The gap of one group: its row, and the figures of both sides."""

    row: Row
    figures: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SharedPractice:
    """A practice of places to learn from: how many of them have it, and how many of all others."""

    practice: str
    with_it: int
    spots: int
    others_with: int
    others: int


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    """All that is known of one indicator.

    Parameters
    ----------
    row : Row
        Its verdict and what that compares.
    figures : tuple of Row
        Of everybody together, those of earlier tests first.
    trend : Row or None
        Where it has four figures.
    gaps : tuple of GapRecord
        Of all places together.
    spots : tuple of str
        Places that did better than expected two years running, by name.
    in_common : tuple of SharedPractice
        What these do.
    """

    row: Row
    figures: tuple[Row, ...]
    trend: Row | None
    gaps: tuple[GapRecord, ...]
    spots: tuple[str, ...]
    in_common: tuple[SharedPractice, ...]

    @property
    def outcome(self) -> str:
        """The outcome that it is there for; blank for none."""
        return str(self.row.get("outcome") or "")


def indicator_records(findings: Sequence[Finding]) -> Mapping[str, IndicatorRecord]:
    """Put together what findings say of each indicator.

    Parameters
    ----------
    findings : sequence of Finding
        Of one copy and one wave; those of `indicator_progress`, `disparity_gaps` and `bright_spots` are looked at.

    Returns
    -------
    mapping of str to IndicatorRecord
        By name, in the order of the list; empty in a copy that holds no figures of indicators.

    Examples
    --------
    >>> indicator_records([])
    {}
    """
    by_name = {finding.name: finding for finding in findings}
    progress, gaps, spots = (by_name.get(name) for name in ("indicator_progress", "disparity_gaps", "bright_spots"))
    records = {}
    for row in _rows(progress):
        name = str(row["indicator"])
        records[name] = IndicatorRecord(
            row,
            tuple(_of(name, _rows(progress, "figures"))),
            next(_of(name, _rows(progress, "trends")), None),
            tuple(_gaps(name, gaps)),
            tuple(str(spot["place"]) for spot in _of(name, _rows(spots)) if spot["verdict"] == BRIGHT),
            tuple(_in_common(name, spots)),
        )
    return records


def _gaps(indicator: str, gaps: Finding | None) -> Iterator[GapRecord]:
    for row in _of(indicator, _rows(gaps)):
        figures = (
            figure
            for figure in _of(indicator, _rows(gaps, "figures"))
            if not figure["place"] and (figure["group"], figure["reference"]) == (row["group"], row["reference"])
        )
        yield GapRecord(row, tuple(figures))


def _in_common(indicator: str, spots: Finding | None) -> Iterator[SharedPractice]:
    for row in _of(indicator, _rows(spots, "in_common")):
        counts = (int(row[name] or 0) for name in ("spots_with", "spots", "others_with", "others"))
        yield SharedPractice(str(row["practice"]), *counts)


def _of(indicator: str, rows: Sequence[Row]) -> Iterator[Row]:
    return (row for row in rows if row["indicator"] == indicator)


def _rows(finding: Finding | None, name: str = "") -> Sequence[Row]:
    table = None if finding is None else finding.tables.get(name) if name else finding.table
    return () if table is None else table.rows
