"""A sheet for each outcome: what findings say of it put side by side, the outcomes that most need action first."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.frames import natural
from stakeholder_graph.measures._columns import NOT_KNOWN
from stakeholder_graph.measures.outcomes._outcome_facts import BOTH, LIST, NO_TEAM, NOT_HEARD, NOT_SEATED
from stakeholder_graph.measures.outcomes._verdicts import FEWER, HALF, HARDLY, WELL
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Cell, Row
from stakeholder_graph.studies.outcomes._needed import Needed, needed_for
from stakeholder_graph.studies.outcomes._tried import Tried, tried_for

#: How those stand to an outcome who work on it.
WORKS = (BOTH, NOT_SEATED, NO_TEAM)
#: What an outcome may lack, the most pressing first; sheets stand in this order.
Lack = Literal["nobody", "hardly tied", "stands still", "no team", "one organization", "seats", "no funder"]
LACKS: tuple[Lack, ...] = (
    "nobody", "hardly tied", "stands still", "no team", "one organization", "seats", "no funder"
)  # fmt: skip

#: Below so few pairs that would be usual, none at all says nothing.
FEW_PAIRS = 2.0


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Pairs of those who work on an outcome: all, those that work together, those not known, how many are usual.

    `clear` says whether chance alone would hardly give so many or so few, with all tests of the report corrected
    together.
    """

    pairs: int
    together: int
    unknown: int
    usual: float | None
    clear: bool = False

    @property
    def fewer(self) -> bool:
        """Whether they are fewer than usual."""
        return self.usual is not None and self.together < self.usual

    @property
    def hardly(self) -> bool:
        """Whether they are at most half of what is usual, where that is more than a few."""
        return self.usual is not None and self.usual >= FEW_PAIRS and self.together <= HALF * self.usual


@dataclass(frozen=True, slots=True)
class OutcomeSheet:
    """All that is said of one outcome.

    Parameters
    ----------
    outcome : str
        Its name.
    summary : Row
        Its row of the table of `outcome_sheets`.
    named : int or None
        How many organizations work on it, where only a number may be shown; None where not even that.
    pairs : PairCounts or None
        Of the main kind of tie; None where fewer than two organizations work on it.
    in_teams : PairCounts or None
        The same of those who sit in one team for it together; None where that is not said.
    teams : tuple of Row
        Team, seats and seated.
    people : mapping of str to tuple of Row
        By how they stand to it: organization, sector, funder.
    missing, open : mapping of str to tuple of str
        Sectors and places with nobody who works on it, and those of which it is not known.
    tried : tuple of Tried
        Strategies.
    needed : tuple of Needed
        What it or its team needs.
    changes : tuple of Row
        Policies, practices and money that changed for it, as in the table of `improvement_board`.
    assets, indicators : tuple of Row
        As in the tables of `outcome_sheets`.
    lacks : tuple of str
        Those of `LACKS` that it has, in their order.
    """

    outcome: str
    summary: Row
    named: int | None
    pairs: PairCounts | None
    in_teams: PairCounts | None
    teams: tuple[Row, ...]
    people: dict[str, tuple[Row, ...]]
    missing: dict[str, tuple[str, ...]]
    open: dict[str, tuple[str, ...]]
    tried: tuple[Tried, ...]
    assets: tuple[Row, ...]
    indicators: tuple[Row, ...]
    lacks: tuple[Lack, ...]
    needed: tuple[Needed, ...] = ()
    changes: tuple[Row, ...] = ()

    @property
    def by_list(self) -> bool:
        """Whether a list of everybody says who works on it."""
        return self.summary.get("known_from") == LIST

    @property
    def funders(self) -> tuple[str, ...]:
        """The funders that work on it."""
        return tuple(
            str(row["organization"])
            for rows in self.people.values()
            for row in rows
            if row["funder"] and row.get("standing") in WORKS
        )


def outcome_pages(findings: Sequence[Finding]) -> tuple[OutcomeSheet, ...]:
    """Make a sheet of each outcome of which there is something to say.

    Parameters
    ----------
    findings : sequence of Finding
        Of one copy and one wave; those of `outcome_sheets`, `outcome_ties`, `outcome_coverage`, `action_teams`,
        `improvement_board` and `assets_and_needs` are looked at.

    Returns
    -------
    tuple of OutcomeSheet
        By the first of `LACKS` that an outcome has, then by its second, and so on; then by the share of what would be
        usual that its pairs reach, and by name.

    Examples
    --------
    >>> outcome_pages([])
    ()
    """
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.name, finding)
    whole = first.get("outcome_sheets")
    if whole is None or whole.table is None:
        return ()
    sheets = (_sheet(row, whole, first) for row in whole.table.rows)
    return tuple(sorted(filter(_says_something, sheets), key=_order))


def _sheet(row: Row, whole: Finding, first: Mapping[str, Finding]) -> OutcomeSheet:
    outcome = str(row["outcome"])
    ties, coverage, board = (first.get(name) for name in ("outcome_ties", "outcome_coverage", "improvement_board"))
    pairs = next((_pairs(tied, stands=_stands(ties)) for tied in _rows(ties, None, outcome)), None)
    people: dict[str, list[Row]] = {}
    for person in _rows(whole, "organizations", outcome):
        people.setdefault(str(person["standing"]), []).append(person)
    teams = {row["team"] for row in _rows(whole, "teams", outcome)}
    members = whole.tables["members"].rows if "members" in whole.tables else ()
    if seated := {person["organization"]: person for person in members if person["team"] in teams}:
        people[NOT_HEARD] = list(seated.values())
    lacking: dict[bool, dict[str, tuple[str, ...]]] = {
        known: {
            name: tuple(
                str(group[name]) for group in _rows(whole, table, outcome) if (group["state"] != NOT_KNOWN) is known
            )
            for name, table in (("sector", "missing_sectors"), ("place", "missing_places"))
        }
        for known in (True, False)
    }
    counted = [int(number) for cell in _rows(coverage, None, outcome) if (number := cell["organizations"])]
    lacks = tuple(_lacks(row, pairs, charters_stated=whole.value is not None))
    return OutcomeSheet(
        outcome,
        row,
        counted[0] if counted and row["organizations"] is None else None,
        pairs,
        _in_teams(first.get("action_teams"), teams),
        tuple(_rows(whole, "teams", outcome)),
        {standing: tuple(rows) for standing, rows in people.items()},
        lacking[True],
        lacking[False],
        tried_for(outcome, whole, ties, board),
        tuple(_rows(whole, "assets", outcome)),
        tuple(_rows(whole, "indicators", outcome)),
        lacks,
        needed_for(outcome, first.get("assets_and_needs")),
        tuple(_rows(board, "changes", outcome)),
    )


def _in_teams(finding: Finding | None, teams: Collection[Cell]) -> PairCounts | None:
    """Pairs of members of each of some teams, of the main kind of tie."""
    rows = list(finding.tables["within"].rows) if finding is not None and "within" in finding.tables else []
    mine = [row for row in rows if row["team"] in teams and row["layer"] == rows[0]["layer"]]
    pairs, known, together = (sum(int(row[name] or 0) for row in mine) for name in ("pairs", "known", "together"))
    return PairCounts(pairs, together, pairs - known, None) if pairs else None


def _rows(finding: Finding | None, name: str | None, outcome: str) -> Iterator[Row]:
    """The rows that a table of a finding has of an outcome; of the main table without a name."""
    table = None if finding is None else finding.tables.get(name) if name else finding.table
    return (row for row in (table.rows if table is not None else ()) if row["outcome"] == outcome)


def _stands(ties: Finding | None) -> bool:
    """Whether what is said of pairs survived the correction with all other tests of the report."""
    return ties is not None and (ties.reading is None or not ties.reading.among_tests)


def _pairs(row: Row, *, stands: bool) -> PairCounts:
    pairs, together, unknown = (int(row[name] or 0) for name in ("pairs", "together", "unknown"))
    usual = None if row["usual"] is None else float(row["usual"])
    return PairCounts(pairs, together, unknown, usual, stands and row.get("verdict") in (HARDLY, FEWER, WELL))


def _lacks(row: Row, pairs: PairCounts | None, *, charters_stated: bool) -> Iterator[Lack]:
    works, seated = row["organizations"], int(row["seated"] or 0)
    if works == 0:
        yield "nobody"
    if pairs and pairs.hardly:
        yield "hardly tied"
    if row["standing_still"]:
        yield "stands still"
    if charters_stated and not row["teams"]:
        yield "no team"
    if works == 1:
        yield "one organization"
    if works and row["seats"] and 2 * seated < int(works):
        yield "seats"
    if works and row["funders"] == 0 and row.get("funders_known"):
        yield "no funder"


def _says_something(sheet: OutcomeSheet) -> bool:
    known = sheet.summary["organizations"] is not None
    return bool(known or sheet.named or sheet.teams or sheet.tried or "no team" in sheet.lacks)


def _order(sheet: OutcomeSheet) -> tuple[object, ...]:
    share = sheet.pairs.together / sheet.pairs.usual if sheet.pairs and sheet.pairs.usual else 1.0
    return [need not in sheet.lacks for need in LACKS], share, natural(sheet.outcome)
