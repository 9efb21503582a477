"""The board of strategies: its columns and rows, what waits for a decision, and the counts of what happened."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN, OUTCOME
from stakeholder_graph.measures.improvement._within_a_year import WaveDate
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.measures.outcomes._strategies import Strategy
from stakeholder_graph.model.strategies import DECISIONS, STANDINGS, reach_of
from stakeholder_graph.model.table import Column, Row
from stakeholder_graph.text import N_

KINDS = {"policy": N_("policy"), "practice": N_("practice"), "money": N_("money")}
#: How a decision stands.
DECIDED, PASSED, AHEAD, NO_DATE = (
    N_("decided"),
    N_("the date to decide by has passed"),
    N_("the date to decide by is ahead"),
    N_("no date to decide by"),
)
#: What happened, by what it is counted from: a strategy in test or decided, or a kind of change.
HAPPENED = {
    "test": N_("in test"),
    "scale": N_("scaled"),
    "shift": N_("shifted"),
    "stop": N_("stopped"),
    "policy": N_("policies changed"),
    "practice": N_("practices changed"),
    "money": N_("flows of money changed"),
    "": N_("other changes"),
}
STRATEGY = Column("strategy", N_("Strategy"), "text")
STATUS = Column("status", N_("Status"), "term", labels=STANDINGS)
DECIDE_BY = Column("decide_by", N_("Decide by"), "text")
DECISION = Column("decision", N_("The decision"), "term")
COUNTS = (
    Column("happened", N_("What happened"), "term", labels=HAPPENED),
    Column("recent", N_("Within twelve months"), "count"),
    Column("earlier", N_("Earlier"), "count"),
    Column("undated", N_("No date"), "count"),
)
BOARD = (
    STRATEGY,
    OUTCOME,
    STATUS,
    Column("written", N_("Status as written"), "text"),
    Column("indicator", N_("Indicator"), "text"),
    Column("team", N_("Team"), "text"),
    Column("reach", N_("Reach"), "text"),
    Column("reach_first", N_("Reached at first"), "number"),
    Column("reach_latest", N_("Reached lately"), "number"),
    Column("learned", N_("What was learned"), "text"),
    DECIDE_BY,
    Column("decided_on", N_("Decided on"), "text"),
    DECISION,
)
WAITING = (STRATEGY, OUTCOME, STATUS, DECIDE_BY, DECISION)
CHANGES = (
    Column("date", N_("Date"), "text"),
    Column("what", N_("What changed"), "text"),
    Column("kind", N_("Policy, practice or money"), "term", labels=KINDS),
    OUTCOME,
    STRATEGY,
    Column("evidence", N_("Evidence"), "text"),
    Column("recent", N_("Within twelve months"), "flag"),
)


def on_board(strategy: Strategy, partnership: Partnership, wave: WaveDate | None) -> Row:
    """Put a strategy on the board.

    Parameters
    ----------
    strategy : Strategy
        Any.
    partnership : Partnership
        Its list of items says which team is there for an outcome, where the list of strategies names none.
    wave : WaveDate or None
        What the date to decide by is compared with; None where it is not known.

    Returns
    -------
    Row
        As of `BOARD`.
    """
    reach = reach_of(strategy.reach)
    return {
        "strategy": strategy.name,
        "outcome": strategy.outcome,
        "status": strategy.standing or None,
        "written": strategy.status,
        "indicator": strategy.indicator,
        "team": strategy.team or "; ".join(charters(partnership).get(strategy.outcome, ())),
        "reach": strategy.reach,
        "reach_first": reach[0] if reach else None,
        "reach_latest": reach[-1] if reach else None,
        "learned": strategy.learned,
        "decide_by": strategy.decide_by,
        "decided_on": strategy.decided_on,
        "decision": _decision(strategy, wave),
    }


def _decision(strategy: Strategy, wave: WaveDate | None) -> str | None:
    if strategy.standing in DECISIONS:
        return DECIDED
    if not strategy.decide_by:
        return NO_DATE if strategy.standing == "test" else None
    passed = wave.passed(strategy.decide_by) if wave else None
    return NOT_KNOWN if passed is None else PASSED if passed else AHEAD


def waits(row: Row) -> bool:
    """Whether a strategy waits for a decision.

    Parameters
    ----------
    row : Row
        Of the board.
    """
    return row["decision"] in (PASSED, NO_DATE)


def changes_of(partnership: Partnership, wave: WaveDate | None) -> Iterator[Row]:
    """The policies, practices and money that changed, in the order of their list.

    Parameters
    ----------
    partnership : Partnership
        Its list `changes`; there may be none.
    wave : WaveDate or None
        What dates are compared with; None where it is not known.

    Yields
    ------
    Row
        As of `CHANGES`.
    """
    frame = partnership.lists.get("changes")
    for row in () if frame is None else frame.astype(str).to_dict("records"):
        cells = {column.name: row.get(column.name, "") for column in CHANGES[:-1]}
        recent = wave.recent(cells["date"]) if wave else None
        yield {**cells, "kind": cells["kind"] or None, "recent": recent}


def counts_of(tried: Sequence[Strategy], changes: Sequence[Row], wave: WaveDate | None) -> Iterator[Row]:
    """Count what happened within twelve months, earlier, and without a date that says when.

    Parameters
    ----------
    tried : sequence of Strategy
        All.
    changes : sequence of Row
        As of `changes_of`.
    wave : WaveDate or None
        What dates are compared with; without it nothing has a date.

    Yields
    ------
    Row
        As of `COUNTS`.
    """
    if tried:
        yield {"happened": "test", "recent": sum(strategy.standing == "test" for strategy in tried)}
    happened = [(str(strategy.standing), _decided_lately(strategy, wave)) for strategy in tried if strategy.standing]
    happened += [(str(change["kind"] or ""), _as_flag(change["recent"])) for change in changes]
    kinds = [kind for kind in HAPPENED if kind != "test" and ((tried and kind in DECISIONS) or _any(kind, changes))]
    for kind in kinds:
        times = [recent for what, recent in happened if what == kind]
        yield {
            "happened": kind,
            "recent": times.count(True) if wave else None,
            "earlier": times.count(False) if wave else None,
            "undated": times.count(None) if wave else len(times),
        }


def _any(kind: str, changes: Sequence[Row]) -> bool:
    """Whether to count a kind of change: all three where there is a log, others where there are any."""
    return bool(changes) and (kind in KINDS or (not kind and any(not change["kind"] for change in changes)))


def _decided_lately(strategy: Strategy, wave: WaveDate | None) -> bool | None:
    """Whether it was decided within twelve months; what began within them was decided within them, too."""
    if wave is None:
        return None
    if strategy.decided_on:
        return wave.recent(strategy.decided_on)
    return True if wave.recent(strategy.started) else None


def _as_flag(cell: object) -> bool | None:
    return None if cell is None else bool(cell)
