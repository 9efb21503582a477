"""What is tried for an outcome: each strategy as findings have it, how it stands, and what is to be decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from stakeholder_graph.measures.improvement._board import PASSED
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.strategies import status_of
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.outcomes._pairs import NAMED_BY_NEITHER, NOT_TIED


@dataclass(frozen=True, slots=True)
class Tried:
    """A strategy, who tries it, how many pairs these have, and how many of them are apart.

    `named` says whether pairs are apart of which neither names the other; else ties have no direction. `standing`,
    `reach`, `decide_by`, `decided_on` and `decision` are those of the board of strategies, and so is what is
    `expected` of its indicator and by when.
    """

    name: str
    started: str
    status: str
    stands_still: bool
    learned: str
    indicator: str
    partners: tuple[str, ...]
    pairs: int
    apart: int
    named: bool
    standing: str = ""
    reach: str = ""
    decide_by: str = ""
    decided_on: str = ""
    decision: str = ""
    expected: float | None = None
    expected_by: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it is paused; what was stopped was decided, and blocks nothing."""
        return self.stands_still and self.standing != "stop"

    @property
    def overdue(self) -> bool:
        """Whether the date to decide by has passed without a decision."""
        return self.decision == PASSED


def tried_for(outcome: str, whole: Finding, ties: Finding | None, board: Finding | None) -> tuple[Tried, ...]:
    """What is tried for an outcome, in the order of the list.

    Parameters
    ----------
    outcome : str
        Its name.
    whole : Finding
        Of `outcome_sheets`.
    ties : Finding or None
        Of `outcome_ties`: which partners work together.
    board : Finding or None
        Of `improvement_board`.
    """
    on_board: dict[str, list[Row]] = {}
    for row in _rows(board, "board", outcome):
        on_board.setdefault(str(row["strategy"]), []).append(row)
    listed = []
    for row in _rows(whole, "strategies", outcome):
        # A strategy may stand in the list twice, as it was and as it is.
        same = on_board.get(str(row["strategy"]), [])
        listed.append(_tried(row, same.pop(0) if same else {}, whole, ties))
    return tuple(listed)


def _tried(row: Row, said: Row, whole: Finding, ties: Finding | None) -> Tried:
    outcome, name = str(row["outcome"]), str(row["strategy"])
    two = [pair for pair in _rows(ties, "strategy_pairs", outcome) if pair["strategy"] == name]
    partners = (other for other in _rows(whole, "strategy_partners", outcome) if other["strategy"] == name)
    return Tried(
        name,
        str(row["started"]),
        str(row["status"]),
        bool(row["stands_still"]),
        str(row["learned"]),
        str(row["indicator"]),
        tuple(dict.fromkeys(str(other["organization"]) for other in partners)),
        len(two),
        sum(pair["state"] in (NAMED_BY_NEITHER, NOT_TIED) for pair in two),
        all(pair["state"] != NOT_TIED for pair in two),
        status_of(str(row["status"])),
        reach=str(said.get("reach") or ""),
        decide_by=str(said.get("decide_by") or ""),
        decided_on=str(said.get("decided_on") or ""),
        decision=str(said.get("decision") or ""),
        expected=None if (expected := said.get("expected")) is None else float(expected),
        expected_by=str(said.get("expected_by") or ""),
    )


def _rows(finding: Finding | None, name: str, outcome: str) -> Iterator[Row]:
    table = finding.tables.get(name) if finding is not None else None
    return (row for row in (table.rows if table is not None else ()) if row["outcome"] == outcome)
