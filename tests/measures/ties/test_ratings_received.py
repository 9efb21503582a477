"""Trust and value received: means worked out by hand, on one scale and on several."""

from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures.ties.perceived_value import perceived_value
from stakeholder_graph.measures.ties.trust import trust
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.model.table import Disclosure
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.sentences import headline

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
ONE_TO_FOUR = tuple(Step(value, f"step {value}") for value in (1, 2, 3, 4))
ONE_TO_SEVEN = (Step(0, "cannot say", tie=False), *(Step(value, f"step {value}") for value in range(1, 8)))

Answers = dict[str, dict[str, float]]


def layers_of(graph: PartnerGraph, names: list[str]) -> list[Layer]:
    return [graph.layer(name) for name in names]


def graph_of(answers: Answers, scales: dict[str, tuple[Step, ...]], promise: str = "backbone") -> PartnerGraph:
    """Answers as ``{"item": {"AB": 3}}`` of A to E, of whom E did not answer."""
    rows = [(item, pair[0], pair[1], value) for item, given in answers.items() for pair, value in given.items()]
    asked = [(item, name, name != "E") for item in answers for name in "ABCDE"]
    frames = {
        "organizations": pd.DataFrame({"organization": list("ABCDE"), "sector": "x"}),
        "ties": pd.DataFrame(rows, columns=["layer", "from", "to", "value"]),
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "answered"]),
    }
    layers = {item: LayerInfo(item, scales.get(item, ()), promise, asks="trust") for item in answers}  # type: ignore[arg-type]
    return PartnerGraph(Wave("1"), layers, frames)


def said(graph: PartnerGraph) -> Finding:
    (found,) = assess(Partnership("P", {"1": graph}, {}), ["trust"])
    return found


def test_a_score_is_the_mean_of_what_others_gave() -> None:
    # Of E three judge: 4 and 2, 3, and 4; its own item means are 3, 3 and 4. Of A only B does.
    answers = {"reliable": {"AE": 4.0, "BE": 3.0, "BA": 1.0}, "open": {"AE": 2.0, "CE": 4.0}}
    graph = graph_of(answers, dict.fromkeys(answers, ONE_TO_FOUR))
    found = trust(layers_of(graph, ["reliable", "open"]), graph)
    assert found.table is not None
    assert found.table.discloses == Disclosure.PAIR
    rows = {row["organization"]: (row["raters"], row["trust"]) for row in found.table.rows}
    assert rows == {"A": (1, None), "B": (0, None), "C": (0, None), "D": (0, None), "E": (3, pytest.approx(10 / 3))}
    assert found.value == pytest.approx((3 + 3 + 4 + 1) / 4)
    items = {row["item"]: (row["answers"], row["mean"], row["low"], row["high"]) for row in found.tables["items"].rows}
    assert items == {"reliable": (3, pytest.approx(8 / 3), 1, 4), "open": (2, 3, 1, 4)}
    assert [caveat.id for caveat in found.caveats] == ["one_scale", "few_raters", "silent"]
    assert headline(said(graph)) == "On average partners trust each other 2.8 of 4: “step 3”."


def test_items_on_different_scales_are_put_between_0_and_1() -> None:
    # (4 - 1) / 3 = 1 and (4 - 1) / 6 = 1/2: A gives E 3/4; B gives E (3 - 1) / 3 = 2/3.
    answers = {"reliable": {"AE": 4.0, "BE": 3.0}, "open": {"AE": 4.0}}
    graph = graph_of(answers, {"reliable": ONE_TO_FOUR, "open": ONE_TO_SEVEN})
    found = trust(layers_of(graph, ["reliable", "open"]), graph)
    assert found.value == pytest.approx((3 / 4 + 2 / 3) / 2)
    assert found.caveats[0].id == "rescaled"
    assert headline(said(graph)) == "On average partners trust each other 0.7 of 1."


def test_any_subset_of_items_will_do() -> None:
    answers = {"reliable": {"AE": 4.0}, "open": {"AE": 1.0}}
    graph = graph_of(answers, {"reliable": ONE_TO_FOUR, "open": ONE_TO_SEVEN})
    assert trust(layers_of(graph, ["reliable"]), graph).value == 4
    assert trust(layers_of(graph, ["open"]), graph).value == 1
    assert assess(Partnership("P", {"1": graph}, {}), ["trust"], layers=["open"])[0].value == 1


def test_bare_numbers_stay_as_they_are() -> None:
    graph = graph_of({"trust": {"AE": 4.0, "BE": 9.0}}, {})
    found = trust(layers_of(graph, ["trust"]), graph)
    assert found.value == 6.5
    assert found.caveats[0].id == "bare"
    assert headline(said(graph)) == "On average partners gave each other 6.5 for trust."


def test_bare_numbers_beside_a_scale_have_the_ends_that_were_answered() -> None:
    answers = {"trust": {"AE": 4.0, "BE": 9.0, "CE": 5.0}, "open": {"DE": 1.0}}
    graph = graph_of(answers, {"open": ONE_TO_FOUR})
    assert trust(layers_of(graph, ["trust", "open"]), graph).value == pytest.approx((0 + 1 + 0.2 + 0) / 4)


@pytest.mark.parametrize("items", [["reliable"], ["reliable", "open"]])
def test_nobody_answered(items: list[str]) -> None:
    graph = graph_of({item: {} for item in items}, dict.fromkeys(items, ONE_TO_FOUR))
    found = trust(layers_of(graph, items), graph)
    assert found.value is None
    assert [caveat.id for caveat in found.caveats] == ["nothing_observed"]


def test_without_direction_nobody_judges() -> None:
    frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]})}
    graph = PartnerGraph(Wave("1"), {"trust": LayerInfo("trust", asks="trust")}, frames, directed=False)
    assert [caveat.id for caveat in perceived_value(layers_of(graph, ["trust"]), graph).caveats] == ["no_direction"]


@pytest.mark.parametrize("promise", ["backbone", "aggregate"])
def test_judgments_stay_with_the_backbone(promise: str) -> None:
    # No verdict of the closed list speaks of trust, and a mean is none: it would say what somebody answered.
    partnership = Partnership("P", {"1": graph_of({"trust": {"AE": 4.0, "BE": 2.0}}, {}, promise)}, {})
    findings = assess(partnership, ["trust"])
    assert findings[0].value == 3.0
    room = make_copy("partners", partnership, findings, "1")
    assert room.find("trust") is None
    assert room.partnership.graph().layers == {}


def test_wren_county_trusts_as_planted() -> None:
    # Planted: 3.9 of 5 on average.
    (found,) = assess(to_partnership(read_partnership(WREN)), ["trust"])
    assert found.value == pytest.approx(3.9, abs=0.05)
    assert headline(found) == "On average partners trust each other 3.9 of 5: “mostly”."
    assert not assess(to_partnership(read_partnership(WREN)), ["perceived_value"])
