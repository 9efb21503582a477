"""The ledger as data: JSON for programs, CSV for spreadsheets."""

import json
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.conditions.judgement import Ledger, LedgerRow
from stakeholder_graph.tabular.write_csv import csv_text
from stakeholder_graph.views.findings_data import DIGITS
from stakeholder_graph.views.maturity.ledger_words import counts_in_words, reason_in_words
from stakeholder_graph.views.maturity.settler_words import settler_data
from stakeholder_graph.views.maturity.value_words import is_quotient, takes_in_words, value_in_words


def ledger_json(ledger: Ledger) -> str:
    """Write the ledger as one JSON document.

    Parameters
    ----------
    ledger : Ledger
        Any.

    Returns
    -------
    str
        With a line break at the end; numbers have nine significant digits.
    """
    document = {
        "rubric": ledger.rubric.id,
        "version": __version__,
        "edition": ledger.rubric.edition,
        "date": ledger.rubric.date,
        "partnership": ledger.partnership,
        "wave": ledger.wave,
        "closes": ledger.closes or None,
        "late": list(ledger.late),
        "rows": [_row(row) for row in ledger.rows],
        "counts": {str(verdict): count for verdict, count in ledger.counts.items()} | {"scored": ledger.scored},
        "in_words": counts_in_words(ledger),
        "problems": [str(problem) for problem in ledger.problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def ledger_csv(ledger: Ledger) -> str:
    """Write one line for each row, safe to open in a spreadsheet.

    Parameters
    ----------
    ledger : Ledger
        Any.
    """
    rows = ledger_rows(ledger)
    return csv_text([list(rows[0]) if rows else ["id"], *(row.values() for row in rows)])


def ledger_rows(ledger: Ledger) -> list[dict[str, Any]]:
    """Give what is known of each row, in plain cells.

    Parameters
    ----------
    ledger : Ledger
        Any.
    """
    return [_flat(_row(row)) for row in ledger.rows]


def _row(row: LedgerRow) -> dict[str, Any]:
    criterion, judgement, decision = row.criterion, row.judgement, row.decision
    counted, among = judgement.numerator, judgement.denominator
    if judgement.value is None or counted is None or not among or not is_quotient(judgement.value, counted, among):
        counted = among = None  # the value is an estimate for all
    return {
        "id": criterion.id,
        "number": criterion.number,
        "condition": criterion.condition,
        "principle": criterion.principle,
        "gateway": criterion.gateway,
        "asked": criterion.asked,
        "how": criterion.how,
        "measure": criterion.finding.measure if criterion.finding else None,
        "finding": judgement.finding,
        "value": _rounded(judgement.value),
        "range": None if judgement.range is None else [_rounded(end) for end in judgement.range],
        "numerator": _rounded(counted),
        "denominator": _rounded(among),
        "threshold": criterion.threshold,
        "direction": criterion.direction,
        "margin": criterion.margin,
        "value_in_words": value_in_words(row),
        "threshold_in_words": takes_in_words(row),
        "p": _rounded(judgement.p),
        "p_adjusted": _rounded(judgement.p_adjusted),
        "turns": judgement.turns,
        "status": criterion.status,
        "source": criterion.source,
        "discloses": criterion.discloses,
        "verdict": row.verdict,
        "proposal": judgement.verdict,
        "because": judgement.because.id,
        "why": reason_in_words(row),
        "changed": row.changed,
        "decided_by": decision.decided_by if decision else None,
        "reviewed_by": decision.reviewed_by if decision else None,
        "decided_on": decision.decided_on if decision else None,
        "decided_in": decision.wave if decision else None,
        "evidence": decision.evidence if decision else None,
        "link": decision.link if decision else None,
        "reason": decision.reason if decision else None,
        "cannot_show": criterion.cannot_show,
        "settles": [settler_data(settler) for settler in row.settles],
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    low, high = row["range"] or (None, None)
    parts = {"range_low": low, "range_high": high}
    return {name: cell for name, cell in {**row, **parts}.items() if name not in ("range", "settles")}


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")
