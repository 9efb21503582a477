"""Introductions as data: JSON for programs, CSV for spreadsheets."""

import json
import re
from typing import Any

from stakeholder_graph.studies.introductions import Introduced, Introduction, Proposals
from stakeholder_graph.studies.what_to_stop import Candidate
from stakeholder_graph.text import _, listing
from stakeholder_graph.views.findings_data import DIGITS, rows_as_csv
from stakeholder_graph.views.introductions.card_words import opening, silent_in_words, through_in_words, why_in_words
from stakeholder_graph.views.introductions.proposal_words import freed_in_words, question_in_words

_YEAR = re.compile("[12][0-9]{3}")


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
    return rows_as_csv(names, ([_in_words(row[name]) for name in names] for row in rows))


def commitment_rows(proposals: Proposals) -> str:
    """Write the pairs as rows of commitments.csv that expect them to be connected by the next survey.

    Parameters
    ----------
    proposals : Proposals
        Any.

    Returns
    -------
    str
        CSV. The next survey is taken to be a year after a round that is named by its year; else it stays blank.

    Examples
    --------
    >>> pair = Introduction(Introduced("Zoo", "Arts", 3), Introduced("Museum", "Arts", 1), 1.0, (), ())
    >>> print(commitment_rows(Proposals("2025", "contact", "shared", (pair,), 10)), end="")
    who,with whom,first step,expected,expected_by
    Zoo,Museum,Meet,yes,2026
    """
    by = str(int(proposals.wave) + 1) if _YEAR.fullmatch(proposals.wave) else ""
    rows = ((pair.a.name, pair.b.name, _("Meet"), "yes", by) for pair in proposals.introductions)
    return rows_as_csv(("who", "with whom", "first step", "expected", "expected_by"), rows)


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


def _in_words(value: object) -> object:
    if isinstance(value, list):
        return listing(value) if value else ""
    return value
