"""The stored figures of `verdicts.py`, and one partnership again."""

import json

from tests.conditions.verdicts import ANSWERED, FIGURES, FIRM, PARTNERSHIPS, compared


def test_half_of_the_rows_have_a_verdict_and_the_truth_hardly_contradicts_any() -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    assert (figures["partnerships"], figures["answered"]) == (PARTNERSHIPS, ANSWERED)
    assert figures["share_firm"] >= 0.5
    assert figures["share_contradicted"] <= 0.05
    assert sum(row.get("contradicted", 0) for row in figures["by_row"].values()) == figures["contradicted"]


def test_one_of_them_again() -> None:
    rows = compared(0).values()
    firm = [(said, truth) for said, truth in rows if said in FIRM]
    assert 3 * len(firm) >= len(rows)
    assert not [pair for pair in firm if FIRM[pair[0]] == pair[1]]
