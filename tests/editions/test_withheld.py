"""The last look knows what an edition may say."""

import pandas as pd

from stakeholder_graph.editions import seen_by
from stakeholder_graph.editions.folder import withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.lens import Settings
from stakeholder_graph.survey.survey import LayerInfo, Promise, Wave

LAYER = "sharing of student data"
REMARK = "we would rather not say"


def left_out(promise: Promise) -> frozenset[str]:
    names = [f"Organization {k:02}" for k in range(12)]
    ties = pd.DataFrame({"layer": LAYER, "from": names, "to": names[1:] + names[:1], "value": 1.0})
    people = pd.DataFrame({"organization": names, "sector": "x", "remark": REMARK})
    graph = PartnerGraph(Wave("1"), {LAYER: LayerInfo(LAYER, promise=promise)}, {"organizations": people, "ties": ties})
    partnership = Partnership("Ours", {"1": graph}, {})
    findings = assess(partnership, ["density"], settings=Settings(permutations=9, draws=2))
    return withheld(partnership, seen_by("partners", partnership, findings, "1"))


def test_a_layer_promised_as_a_whole_may_be_named() -> None:
    assert left_out("aggregate") == {REMARK}


def test_a_layer_promised_to_the_backbone_may_not() -> None:
    assert left_out("backbone") == {REMARK, LAYER}
