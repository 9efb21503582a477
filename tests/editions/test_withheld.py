"""The last look knows what an edition may say."""

import pandas as pd

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import measures as every_measure
from stakeholder_graph.model.survey import LayerInfo, Promise, Step, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

LAYER = "sharing of student data"
REMARK = "we would rather not say"


def left_out(promise: Promise, remark: str = REMARK, measures: tuple[str, ...] = ("density",)) -> frozenset[str]:
    """What the room's edition withholds of a circle of 24 in which both sides name each other."""
    names = [f"Organization {k:02}" for k in range(24)]
    there = pd.DataFrame({"layer": LAYER, "from": names, "to": names[1:] + names[:1], "value": 1.0})
    ties = pd.concat([there, there.rename(columns={"from": "to", "to": "from"})])
    people = pd.DataFrame({"organization": names, "sector": "x", "remark": remark})
    layer = LayerInfo(LAYER, (Step(0, "never", False), Step(1, "several times a week", True)), promise=promise)
    graph = PartnerGraph(Wave("1"), {LAYER: layer}, {"organizations": people, "ties": ties})
    partnership = Partnership("Ours", {"1": graph}, {})
    findings = assess(partnership, list(measures), settings=MeasureSettings(permutations=9, draws=2))
    return withheld(partnership, make_copy("partners", partnership, findings, "1")).texts


def test_a_layer_promised_as_a_whole_may_be_named_where_a_verdict_speaks_of_it() -> None:
    assert left_out("aggregate") == {REMARK, LAYER}
    assert left_out("aggregate", measures=("reciprocity",)) == {REMARK}


def test_a_layer_promised_to_the_backbone_may_never_be_named() -> None:
    assert left_out("backbone", measures=("reciprocity",)) == {REMARK, LAYER}


def test_words_of_the_settings_may_be_said_though_an_attribute_says_the_same() -> None:
    assert LAYER not in left_out("named", remark=LAYER)
    assert left_out("named", remark="several times a week") == frozenset()


def test_the_title_of_a_work_that_a_page_cites_is_no_leak() -> None:
    cited = next(
        reference for info in every_measure().values() for reference in info.references if "collaboration" in reference
    )
    withheld = Withheld(texts=frozenset({"collaboration"}))
    assert withheld.leaks([(cited,)]) == []
    assert withheld.leaks([("All on collaboration said so.",)]) == ["collaboration"]
