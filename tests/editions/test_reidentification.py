"""The audit finds what a determined reader of the room's copy could prove, and the edition takes it out."""

from itertools import combinations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.editions import release_for
from stakeholder_graph.editions.reidentification import identified
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.representation.response import response
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings


def by_hand(answered: np.ndarray, lines: np.ndarray, sector: np.ndarray, shown: dict[int, int]) -> np.ndarray:
    """Every set of silent organizations that agrees with what is shown, tried one by one."""
    n, count = len(answered), int((~answered).sum())
    agreeing = [
        set(silent)
        for silent in combinations(range(n), count)
        if not any(one in silent and other in silent for one, other in lines)
        and all(sum(sector[i] == each for i in silent) == number for each, number in shown.items())
    ]
    return np.array([not answered[i] and all(i in silent for silent in agreeing) for i in range(n)])


@given(st.integers(0, 2**32), st.integers(2, 8), st.floats(0.2, 1), st.booleans())
@settings(max_examples=80, deadline=None)
def test_agrees_with_trying_every_set(seed: int, n: int, density: float, show_sectors: bool) -> None:
    rng = np.random.default_rng(seed)
    answered, sector = rng.random(n) < 0.6, rng.integers(0, 2, n)
    pairs = np.array(list(combinations(range(n), 2)))
    possible = answered[pairs[:, 0]] | answered[pairs[:, 1]]
    lines = pairs[possible & (rng.random(len(pairs)) < density)]
    shown = {each: int((~answered & (sector == each)).sum()) for each in (0, 1)} if show_sectors else {}
    expected = by_hand(answered, lines, sector, shown)
    assert np.array_equal(identified(answered, lines, sector, shown), expected)


def partnership(ties: list[tuple[str, str]], answered: dict[str, bool], sector: dict[str, str]) -> Partnership:
    people = pd.DataFrame({"organization": list(answered), "sector": [sector[name] for name in answered]})
    asked = pd.DataFrame({"organization": list(answered), "answered": list(answered.values()), "layer": "work"})
    frame = pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0)
    graph = PartnerGraph(
        Wave("1"), {"work": LayerInfo("work")}, {"organizations": people, "asked": asked, "ties": frame}
    )
    return Partnership("P", {"1": graph}, {})


def test_numbers_by_sector_are_left_out_where_they_would_prove_who_is_silent() -> None:
    # Of x, a and b name everyone, so that only c and d share no line; of y nobody names anybody. That four are silent
    # leaves open who; that two are of x does not.
    names = {**dict.fromkeys("abcd", "x"), **dict.fromkeys("efgh", "y")}
    answered = {name: name not in "cdgh" for name in names}
    ties = [(a, b) for a in "ab" for b in "abcd" if a != b]
    whole = partnership(ties, answered, names)
    found = assess(whole, ["response"], settings=MeasureSettings(permutations=99, draws=20))
    release = release_for("partners", whole, found, "1")
    table = release.findings[0].tables["by_sector"]
    assert all("answered" not in row and "share" not in row for row in table.rows)
    assert not release.partnership.graph()["ties"].empty


def test_lines_are_left_out_where_they_alone_would_prove_it() -> None:
    # All but c and d share lines with everybody: with two silent, it can only be these.
    names = dict.fromkeys("abcd", "x")
    answered = {name: name not in "cd" for name in names}
    ties = [(a, b) for a in "ab" for b in names if a != b]
    graph = release_for("partners", partnership(ties, answered, names), [], "1").partnership.graph()
    assert not graph.layers
    assert graph["ties"].empty
    assert graph.names == tuple("abcd")


def test_in_a_loose_network_both_are_shown() -> None:
    rng = np.random.default_rng(4)
    names = {f"O{i:02}": f"s{i % 3}" for i in range(30)}
    answered = {name: bool(rng.random() < 0.7) for name in names}
    ties = [(a, b) for a in names for b in names if a != b and answered[a] and rng.random() < 0.06]
    whole = partnership(ties, answered, names)
    release = release_for("partners", whole, assess(whole, ["response"]), "1")
    assert not release.partnership.graph()["ties"].empty
    assert "answered" in release.findings[0].tables["by_sector"].rows[0]
    assert response(whole.graph(), whole).value == release.findings[0].value
