"""Whom to call: those whose answer is least clear, and by who named them where nobody can tell."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.impute import Imputations
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.whom_to_call import TIERS, nearly_first, ranked, spread, tiers
from tests.calibration.networks import layer_of

QUICK = MeasureSettings(permutations=99, draws=40)


def partnership(answering: int, silent: int, named: int = 3) -> Partnership:
    """Everybody names the first of the silent; some name a few others, the later of the silent less often."""
    names = [f"O{i:02}" for i in range(answering + silent)]
    quiet = names[answering:]
    ties = [(one, quiet[0]) for one in names[:answering]]
    ties += [(one, quiet[k % silent]) for k, one in enumerate(names[:answering]) for _ in range(k % named)]
    ties += [(names[k], names[(k + step) % answering]) for k in range(answering) for step in range(1, 1 + k % 4)]
    frame = pd.DataFrame(ties, columns=["from", "to"]).drop_duplicates().assign(layer="work", value=1.0)
    people = pd.DataFrame({"organization": names, "sector": [f"S{k % 3}" for k in range(len(names))]})
    asked = pd.DataFrame({"organization": names, "layer": "work", "answered": [name not in quiet for name in names]})
    frames = {"organizations": people, "ties": frame, "asked": asked}
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)}, {})


def called(whole: Partnership) -> Finding:
    return assess(whole, ["whom_to_call"], settings=QUICK)[0]


def test_the_share_of_the_first_five_and_tiers_in_their_order() -> None:
    found = called(partnership(14, 8))
    assert found.table is not None
    rows = found.table.rows
    shares = [float(row["whom_to_call"] or 0) for row in rows]
    assert len(rows) == 8
    assert shares[1:] == sorted(shares[1:], reverse=True)
    assert sum(shares) == pytest.approx(1)
    assert found.value == pytest.approx(sum(shares[:5]))
    order = [TIERS.index(str(row["tier"])) for row in rows]
    assert order == sorted(order)
    assert {str(row["organization"]) for row in rows} == {f"O{k}" for k in range(14, 22)}


@pytest.mark.parametrize(("apart", "level"), [(0, [True, True]), (6, [True, False])])
def test_whoever_is_as_needed_as_the_first_as_far_as_draws_tell(apart: int, level: list[bool]) -> None:
    """The variance over draws of the ties of one is that of the other, or many standard errors greater.

    Each of the two has 12 possible ties that come and go by even odds, so that their number has the variance 3. Where
    6 of the first's come and go together it has 6² / 4 + 6 / 4 = 10.5.
    """
    numbers = np.random.default_rng(3)
    drawn = numbers.random((60, 1, 24)) < 0.5
    drawn[:, :, :apart] = drawn[:, :, :1]
    rows = np.repeat([0, 1], 12)
    layer = layer_of(np.zeros((14, 14), dtype=bool), np.zeros(14, dtype=np.intp))
    bits = np.packbits(drawn, axis=-1)
    imputations = Imputations(layer, (0.0,), rows, np.tile(np.arange(2, 14), 2), bits)
    order = ranked(np.array([0, 1]), spread(imputations), np.zeros(14, dtype=np.intp))
    assert nearly_first(imputations, order).tolist() == level


def test_whoever_is_named_by_most_comes_first_whatever_its_answer_would_settle() -> None:
    """All 14 who answered name O14; nobody else is named by as many."""
    found = called(partnership(14, 8))
    assert found.table is not None
    first, *others = found.table.rows
    assert (first["organization"], first["named_by"], first["tier"]) == ("O14", 14, TIERS[0])
    assert [row["most_named"] for row in (first, *others)] == [True, *[False] * 7]
    assert first["whom_to_call"] != max(row["whom_to_call"] or 0 for row in found.table.rows)
    reading = found.reading
    assert reading is not None
    assert str(reading.fields["first"]).split(", ")[0] == "O14"


@pytest.mark.parametrize("answering", [8, 14])
def test_of_several_named_by_as_many_all_come_first_whatever_their_names(answering: int) -> None:
    """All who answered name the first and the last of four who have not."""
    whole = partnership(answering, 4)
    last = f"O{answering + 3:02}"
    graph = whole.graph()
    more = pd.DataFrame({"layer": "work", "from": graph.names[:answering], "to": last, "value": 1.0})
    ties = pd.concat([graph["ties"], more]).drop_duplicates(["layer", "from", "to"])
    frames = {"organizations": graph["organizations"], "ties": ties, "asked": graph["asked"]}
    found = called(Partnership("P", {"1": PartnerGraph(graph.wave, graph.layers, frames)}, {}))
    assert found.table is not None
    rows = found.table.rows
    assert [row["most_named"] for row in rows] == [True, True, False, False]
    assert {row["organization"] for row in rows[:2]} == {f"O{answering:02}", last}
    assert {row["tier"] for row in rows[:2]} == {TIERS[0]}
    shares = [float(row["whom_to_call"] or 0) for row in rows[:2]]
    assert shares == sorted(shares, reverse=True)


def test_with_fewer_than_ten_answers_by_who_named_them() -> None:
    found = called(partnership(8, 4))
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == ["by_named"]
    assert found.table is not None
    named = [int(row["named_by"] or 0) for row in found.table.rows]
    assert named == sorted(named, reverse=True)
    assert named[0] == 8
    assert all(row["whom_to_call"] is None for row in found.table.rows)


def test_no_other_edition_sees_anything_of_it() -> None:
    whole = partnership(14, 8)
    for edition in ("partners", "community"):
        copy = make_copy(edition, whole, [called(whole)], "1")
        assert copy.with_role("calls") is None
        assert {finding.name for finding in copy.findings} == {
            finding.name for finding in make_copy(edition, whole, [], "1").findings
        }


def test_the_order_of_rows_does_not_matter() -> None:
    whole = partnership(14, 8)
    graph = whole.graph()
    frames = {name: graph[name].sample(frac=1, random_state=3) for name in ("organizations", "ties", "asked")}
    shuffled = Partnership("P", {"1": PartnerGraph(graph.wave, graph.layers, frames)}, {})
    assert called(whole) == called(shuffled)


def test_spread_is_the_variance_of_the_drawn_ties() -> None:
    layer = layer_of(np.zeros((3, 3), dtype=bool), np.zeros(3, dtype=np.intp))
    ties = np.array([[[1, 1, 0]], [[0, 0, 0]], [[1, 0, 1]], [[0, 1, 1]]], dtype=np.uint8)
    imputations = Imputations(layer, (0.0,), np.array([0, 0, 2]), np.array([1, 2, 0]), np.packbits(ties, axis=-1))
    # Organization 0 was drawn with 2, 0, 1, 1 ties, organization 2 with 0, 0, 1, 1.
    assert spread(imputations).tolist() == [0.5, 0.0, 0.25]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=30))
def test_each_tier_but_the_last_to_reach_a_border_holds_about_a_third(weights: list[float]) -> None:
    falling = np.sort(np.array(weights))[::-1]
    found = [TIERS.index(tier) for tier in tiers(falling)]
    assert found == sorted(found)
    total = falling.sum()
    if total > 1e-6:
        assert found[0] == 0
        first = falling[np.array(found) == 0]
        assert first.sum() >= total / 3 - 1e-6
        # All that weigh as much as the last of them are called with it.
        assert first[first > first[-1] + 1e-8].sum() <= total / 3 + 1e-6
