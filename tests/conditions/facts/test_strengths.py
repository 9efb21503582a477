"""Contact and trust, counted by hand; without everybody's answer, their ranges."""

import pandas as pd
import pytest

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.conditions.quantity import Quantity
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import Asks, LayerInfo, Step, Wave

Ties = list[tuple[str, str, float]]
NAMES = list("ABCDEFGHIJKLMN")


def context(
    waves: dict[str, Ties], steps: tuple[str, ...], asks: Asks = "ties", silent: str = "", backbone: str = ""
) -> FactContext:
    info = LayerInfo("contact", tuple(Step(value, name) for value, name in enumerate(steps, 1)), asks=asks)
    people = pd.DataFrame({"organization": NAMES, "sector": "x"})
    people["role"] = ["backbone" if name == backbone else "" for name in NAMES]
    asked = pd.DataFrame({"layer": "contact", "organization": NAMES})
    asked["answered"] = ~asked["organization"].isin(list(silent))
    graphs = {
        wave: PartnerGraph(
            Wave(wave),
            {"contact": info},
            {
                "organizations": people,
                "asked": asked,
                "ties": pd.DataFrame(ties, columns=["from", "to", "value"]).assign(layer="contact"),
            },
        )
        for wave, ties in waves.items()
    }
    return FactContext(Partnership("P", graphs, {}), graphs[next(reversed(graphs))])


def fact(name: str, made: FactContext, layer: str = "contact") -> Quantity:
    return FACTS[name](made, FindingField(layer=layer))


@pytest.mark.parametrize(
    ("steps", "regular"),
    [
        (("yearly", "quarterly", "monthly", "weekly"), 2),
        (("una vez al año", "cada trimestre", "al mes", "semanal"), 2),
        (("every few months", "monthly", "weekly", "daily"), 3),
        # Words that say no frequency: the upper half of the scale.
        (("seldom", "now and then", "often", "always"), 2),
    ],
)
def test_regular_contact_is_monthly_or_oftener(steps: tuple[str, ...], regular: int) -> None:
    ties: Ties = [("A", "B", 1), ("A", "C", 2), ("B", "C", 3), ("C", "A", 4)]
    quantity = fact("regular_contact", context({"1": ties}, steps))
    assert (quantity.value, quantity.numerator, quantity.fact) == (regular / 4, regular, True)


def test_without_everybodys_answer_contact_has_a_range() -> None:
    ties: Ties = [(name, "A" if name != "A" else "B", 1 + place % 4) for place, name in enumerate(NAMES[:12])]
    quantity = fact("regular_contact", context({"1": ties}, ("yearly", "quarterly", "monthly", "weekly"), silent="MN"))
    assert quantity.range is not None
    assert quantity.range[0] < 0.5 < quantity.range[1]
    # Twelve senders with one tie each: the jackknife is the usual standard error of a share, for 12 of 14.
    error = (0.25 / 11 * (1 - 12 / 14)) ** 0.5
    assert (quantity.range[1] - quantity.range[0]) / 2 == pytest.approx(1.6448536 * error, rel=1e-4)
    few = fact("regular_contact", context({"1": ties[:3]}, ("yearly", "weekly"), silent="GHIJKLMN"))
    assert few.missing == "too_few_answers"


def test_deeper_ties_on_the_panel() -> None:
    steps = ("networking", "cooperation", "coordination", "coalition")
    before: Ties = [("A", "B", 1), ("A", "C", 2), ("B", "C", 3), ("C", "A", 4)]
    now: Ties = [("A", "B", 3), ("A", "C", 2), ("B", "C", 3), ("C", "A", 4)]
    assert fact("deeper_on_panel", context({"1": before, "2": now}, steps)).value == pytest.approx(0.25)
    assert fact("deeper_on_panel", context({"1": before}, steps)).absent == "no_earlier_wave"


def test_trust_is_brought_to_four_steps() -> None:
    # Five raters give A 3, 3, 4, 5 and 5 of five steps: 4 on average, that is 3.25 of four. B has too few.
    ties: Ties = [("B", "A", 3), ("C", "A", 3), ("D", "A", 4), ("E", "A", 5), ("F", "A", 5), ("A", "B", 1)]
    made = context({"1": ties}, ("hardly", "a little", "partly", "mostly", "fully"), "trust")
    quantity = fact("trust_received", made, "trust")
    assert quantity.value == pytest.approx(3.25)
    assert quantity.cases == 1
    assert fact("trust_received", context({"1": ties[:2]}, ("low", "high"), "trust"), "trust").missing == "few_raters"


def test_the_backbone_is_compared_with_the_median_partner() -> None:
    rated = [(name, "A", 5.0) for name in "BCDEF"] + [(name, "G", 3.0) for name in "BCDEF"]
    rated += [(name, "H", 4.0) for name in "BCDEF"]
    made = context({"1": rated}, ("hardly", "a little", "partly", "mostly", "fully"), "trust", backbone="A")
    # The partners' means are 3 and 4 of five: 3.5; the backbone's 5. Of four steps, 1.5 x 3 / 4.
    assert fact("backbone_trust", made, "trust").value == pytest.approx(1.5 * 3 / 4)
    nobody = context({"1": rated}, ("hardly", "a little", "partly", "mostly", "fully"), "trust")
    assert fact("backbone_trust", nobody, "trust").absent == "no_backbone"
