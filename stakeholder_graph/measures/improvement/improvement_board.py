"""Improvement board: how each strategy stands, what waits for a decision, and what changed within twelve months."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._declaration import Chart, as_whole_number
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.improvement._board import (
    BOARD,
    CHANGES,
    COUNTS,
    WAITING,
    changes_of,
    counts_of,
    on_board,
    waits,
)
from stakeholder_graph.measures.improvement._within_a_year import WaveDate
from stakeholder_graph.measures.outcomes._strategies import strategies
from stakeholder_graph.measures.results._expected import expectations, with_expected
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.strategies import DECISIONS
from stakeholder_graph.model.table import Disclosure, Row, Table
from stakeholder_graph.text import N_


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        return None
    recent = {str(row["happened"]): int(row["recent"] or 0) for row in finding.table.rows}
    changes = sum(count for happened, count in recent.items() if happened not in (*DECISIONS, "test"))
    if "board" not in finding.tables:
        known = finding.table.rows[0]["recent"] is not None
        return Message("only_changes", {"changes": changes}) if known else Message("changes_undated")
    tables = finding.tables
    fields = {
        "strategies": len(tables["board"]),
        "tests": recent.get("test", 0),
        "waiting": len(tables["waiting"]) if "waiting" in tables else 0,
    }
    if finding.value is None:
        return Message("no_date", fields)
    return Message("counted", {**fields, "decided": int(finding.value), "changes": changes})


@measure(
    section="results",
    title=N_("What we try, and what we decided"),
    question=N_("How does each strategy stand, what waits for a decision, and what changed for good?"),
    how_to_read=N_(
        "A test is there to be decided: scale what works, shift what nearly does, stop what does not. Stopping is a "
        "result. A test whose date to decide by has passed costs its partners time without telling them anything."
    ),
    formula=N_(
        "Strategies whose status says scale, shift or stop and whose date of the decision lies within the twelve "
        "months before the survey, or later; without that date, a start within them will do. A date that is a month or "
        "a year counts where all of it does. A date to decide by has passed once its last day lies before the survey. "
        "The survey’s own date is that of its wave or, without one, the year in the name of the wave. A strategy waits "
        "for a decision where it is not scaled, shifted or stopped and its date has passed, or where it is in test and "
        "has none."
    ),
    undefined=N_("Without strategies, and where neither date nor name of the wave says when the survey was."),
    unit=N_("strategies decided within twelve months"),
    bounds=(0, None),
    references=(
        "Langley, G. J., Moen, R. D., Nolan, K. M., Nolan, T. W., Norman, C. L., & Provost, L. P. (2009). The "
        "Improvement Guide. Jossey-Bass.",
        "Bryk, A. S., Gomez, L. M., Grunow, A., & LeMahieu, P. G. (2015). Learning to Improve. Harvard Education "
        "Press.",
    ),
    messages={
        "counted": N_(
            "Scaled, shifted or stopped within twelve months: {decided} of {strategies} strategies. In test: {tests}. "
            "Waiting for a decision: {waiting}. Policies, practices and flows of money that changed: {changes}."
        ),
        "no_date": N_("Of {strategies} strategies, in test: {tests}; waiting for a decision: {waiting}."),
        "only_changes": N_("Policies, practices and flows of money that changed within twelve months: {changes}."),
        "changes_undated": N_(
            "When policies, practices and flows of money changed cannot be compared with the survey."
        ),
        "no_strategies": N_("No list says what is tried."),
        "wave_undated": N_(
            "The survey has no date, so that nothing can be said of twelve months, nor of which dates have passed. "
            "Write the date of the wave into the survey settings."
        ),
        "decisions_undated": N_("Strategies scaled, shifted or stopped without a date of that: {count}."),
        "statuses_open": N_("Strategies of which the list does not say how they stand: {count}."),
        "board": N_("Every strategy"),
        "waiting": N_("What waits for a decision"),
        "changes": N_("Policies, practices and money that changed"),
    },
    reading=_reading,
    chart=Chart("none"),
    supporting=True,
    displayed=as_whole_number,
    questions=(N_("Which of our tests could we decide today?"), N_("What did we stop, and what did that free?")),
    counts="organizations",
    no_range=N_("It is taken from lists, which no answer changes."),
)
def improvement_board(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Put the strategies of a partnership on a board, and list what waits for a decision and what changed.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its date is what dates are compared with.
    partnership : Partnership
        Its lists `strategies`, `changes` and `items` (which team is there for an outcome).

    Returns
    -------
    Measured
        `value` is the number of strategies scaled, shifted or stopped within twelve months. `table` has happened,
        recent, earlier and undated: how many strategies are in test, scaled, shifted and stopped, and how many
        policies, practices and flows of money changed. ``tables`` has, as far as there are any, board (strategy,
        outcome, status, written, indicator, team, reach, reach_first, reach_latest, learned, decide_by, decided_on,
        decision, and where something is expected of any, expected and expected_by), waiting (strategy, outcome, status,
        decide_by, decision) and changes (date, what, kind, outcome, strategy, evidence, recent).

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> graph = PartnerGraph(Wave("2025", "2025-10-21"), {}, {})
    >>> tried = {"strategy": ["Tutors", "Buses"], "status": ["scaled", "test"], "decided_on": ["2025-05", ""]}
    >>> found = improvement_board(graph, Partnership("P", {"2025": graph}, {"strategies": pd.DataFrame(tried)}))
    >>> found.value, [row["strategy"] for row in found.tables["waiting"].rows]
    (1, ['Buses'])
    """
    tried, wave = list(strategies(partnership)), WaveDate.of(graph)
    changes = list(changes_of(partnership, wave))
    if not tried and not changes:
        return Measured(None, caveats=[Message("no_strategies")])
    board = [on_board(strategy, partnership, wave) for strategy in tried]
    waiting = [row for row in board if waits(row)]
    said = expectations(partnership, "strategy")
    tables = {
        "board": with_expected(
            Table.from_rows(BOARD, board, Disclosure.ORGANIZATION), said, lambda row: row["strategy"]
        ),
        "waiting": Table.from_rows(WAITING, waiting, Disclosure.ORGANIZATION),
        "changes": Table.from_rows(CHANGES, changes, Disclosure.ORGANIZATION),
    }
    counts = list(counts_of(tried, changes, wave))
    decided = sum(int(str(row["recent"])) for row in counts if row["happened"] in DECISIONS) if wave else None
    return Measured(
        decided if tried else None,
        Table.from_rows(COUNTS, counts, Disclosure.NETWORK),
        {name: table for name, table in tables.items() if len(table)},
        caveats=list(_caveats(board, counts, wave)),
    )


def _caveats(board: Sequence[Row], counts: Sequence[Row], wave: WaveDate | None) -> Iterator[Message]:
    if wave is None:
        yield Message("wave_undated")
    undated = sum(int(str(row["undated"])) for row in counts if row["happened"] in DECISIONS)
    if wave and undated:
        yield Message("decisions_undated", {"count": undated})
    if unsaid := sum(row["status"] is None for row in board):
        yield Message("statuses_open", {"count": unsaid})
