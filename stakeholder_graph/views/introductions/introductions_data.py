"""Introductions as data: JSON for programs, CSV for spreadsheets."""

import csv
import io
import json
from typing import Any

from stakeholder_graph.studies.introductions import Introduced, Introduction, Proposals
from stakeholder_graph.studies.what_to_stop import Candidate
from stakeholder_graph.text import listing
from stakeholder_graph.views.findings_data import DIGITS
from stakeholder_graph.views.introductions.card_words import opening, silent_in_words, through_in_words, why_in_words
from stakeholder_graph.views.introductions.proposal_words import freed_in_words, question_in_words

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def introductions_json(proposals: Proposals) -> str:
    """Write the introductions as a JSON list, one object a pair.

    Parameters
    ----------
    proposals : Proposals
        Any.

    Returns
    -------
    str
        With a line break at the end; numbers have nine significant digits.

    Examples
    --------
    >>> print(introductions_json(Proposals("2025", "contact", "shared", (), 10)), end="")
    []
    """
    return _json([_pair(pair) for pair in proposals.introductions])


def stop_json(proposals: Proposals) -> str:
    """Write what could stop as a JSON list, one object a question.

    Parameters
    ----------
    proposals : Proposals
        Any.

    Returns
    -------
    str
        With a line break at the end.
    """
    return _json([_candidate(candidate) for candidate in proposals.could_stop])


def introductions_csv(proposals: Proposals, *, stop: bool = False) -> str:
    """Write one line for each pair, or for each thing that could stop, safe to open in a spreadsheet.

    Parameters
    ----------
    proposals : Proposals
        Any.
    stop : bool
        Whether to write what could stop.

    Examples
    --------
    >>> print(introductions_csv(Proposals("2025", "contact", "shared", (), 10)), end="")
    a,b,weight,shared,through,hours,why,in_touch,ask_first,e_mail,a_hours,b_hours,a_budget,b_budget
    """
    rows = [_candidate(candidate) for candidate in proposals.could_stop]
    names = ["kind", "subjects", "question", "hours", "frees", "organizations"]
    if not stop:
        rows = [_pair(pair) for pair in proposals.introductions]
        names = [
            "a", "b", "weight", "shared", "through", "hours", "why", "in_touch", "ask_first", "e_mail", "a_hours",
            "b_hours", "a_budget", "b_budget",
        ]  # fmt: skip
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _pair(pair: Introduction) -> dict[str, Any]:
    return {
        "a": pair.a.name,
        "b": pair.b.name,
        "weight": _rounded(pair.weight),
        "shared": list(pair.shared),
        "through": list(pair.through),
        "hours": _rounded(pair.hours),
        "why": " ".join(why_in_words(pair)),
        "through_in_words": through_in_words(pair),
        "in_touch": pair.in_touch or None,
        "ask_first": silent_in_words(pair) or None,
        "not_heard": list(pair.silent),
        "e_mail": opening(pair),
        **_side("a", pair.a),
        **_side("b", pair.b),
    }


def _side(name: str, side: Introduced) -> dict[str, Any]:
    return {
        f"{name}_sector": side.sector,
        f"{name}_connections": side.connections,
        f"{name}_hours": _rounded(side.hours),
        f"{name}_budget": _rounded(side.budget),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "kind": candidate.kind,
        "subjects": list(candidate.subjects),
        "question": question_in_words(candidate),
        "hours": _rounded(candidate.hours),
        "frees": freed_in_words(candidate),
        "organizations": list(candidate.organizations),
    }


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")


def _cell(value: object) -> object:
    """Lists in words, and text that a spreadsheet must not take for a formula."""
    if isinstance(value, list):
        value = listing(value) if value else ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
