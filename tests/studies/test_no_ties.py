"""Everyone answered and named nobody: that no tie is reported is said once, and nothing of how ties run."""

import pandas as pd

from stakeholder_graph.editions.make_copy import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import NO_TIES, assess
from stakeholder_graph.views.sentences import headline

PEOPLE = pd.DataFrame({"organization": list("ABCDEFGH"), "sector": ["Health", "Schools"] * 4})


def partnership() -> Partnership:
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, {"organizations": PEOPLE})
    return Partnership(SurveyInfo("Ours"), {"1": graph}, {})


def test_page_one_says_that_there_are_no_ties_and_nothing_of_how_they_run() -> None:
    findings = assess(partnership())
    of_ties = {finding.name: finding for finding in findings if finding.scope.layers}
    said = {name: headline(finding) for name, finding in of_ties.items() if finding.reading is not None}
    assert said["density"] == "No connections are reported."
    assert set(said) <= {"density", "whom_to_call"}
    # The values are there for the evaluator, with the reason why nothing is said of them.
    assert (of_ties["centralization"].value, of_ties["cutpoints"].value) == (0.0, 0.0)
    assert NO_TIES in of_ties["cutpoints"].caveats
    assert NO_TIES not in of_ties["density"].caveats


def test_the_room_hears_the_same() -> None:
    ours = partnership()
    shown = make_copy("partners", ours, assess(ours), "1").findings
    assert [headline(finding) for finding in shown if finding.scope.layers] == ["No line is drawn on the map."]
