"""The one rule of change, on pairs counted by hand, and where one side alone reports."""

import pandas as pd
import pytest

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.change.pairs import PAIR_CHANGES, counts_of, pair_changes


def wave(ties: str, silent: str = "", listed: str = "abcde", *, directed: bool = True) -> Layer:
    """Ties as ``ab`` for a names b; who is silent names nobody."""
    frames = {
        "organizations": pd.DataFrame({"organization": list(listed)}),
        "asked": pd.DataFrame(
            {"organization": list(listed), "layer": "work", "answered": [name not in silent for name in listed]}
        ),
        "ties": pd.DataFrame(
            [tuple(pair) for pair in ties.split() if pair[0] not in silent], columns=["from", "to"]
        ).assign(layer="work"),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed=directed).layer("work")


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("ab ba", "", "ended"),
        ("", "ab ba", "gained"),
        ("ab", "", "no longer named"),
        ("", "ba", "newly named"),
        ("ab ba", "ba", "kept"),
        ("ab", "ba", "kept"),
    ],
)
def test_of_a_pair_that_is_known_both_times(before: str, after: str, change: str) -> None:
    assert pair_changes(wave(before), wave(after)) == {("a", "b"): change}


@pytest.mark.parametrize(("silent_before", "silent_after"), [("a", ""), ("", "a"), ("b", ""), ("", "b"), ("a", "b")])
def test_nothing_is_gained_or_ended_where_one_side_did_not_answer(silent_before: str, silent_after: str) -> None:
    now = pair_changes(wave("", silent_before), wave("ab ba", silent_after))
    then = pair_changes(wave("ab ba", silent_before), wave("", silent_after))
    assert set((now | then).values()) == {"not known"}


def test_what_both_waves_draw_is_kept_whoever_answered() -> None:
    assert pair_changes(wave("ab", "b"), wave("ba", "a")) == {("a", "b"): "kept"}


def test_nothing_is_known_of_who_was_not_listed() -> None:
    assert pair_changes(wave("ab ba", listed="abc"), wave("ad da", listed="acd")) == {
        ("a", "b"): "not known",
        ("a", "d"): "not known",
    }


def test_one_report_a_pair_is_never_gained_or_ended() -> None:
    changes = pair_changes(wave("ab", directed=False), wave("cd", directed=False))
    assert changes == {("a", "b"): "no longer named", ("c", "d"): "newly named"}


def test_counts_name_every_change() -> None:
    assert list(counts_of({})) == list(PAIR_CHANGES)
    assert sum(counts_of(pair_changes(wave("ab"), wave("ba cd"))).values()) == 2
