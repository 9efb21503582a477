"""How graphs, partnerships and findings show themselves: one line, and in a notebook a small table."""

from xml.etree import ElementTree

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.survey import LayerInfo, Survey, SurveyInfo, Wave

HOSTILE = '<script>alert("x")</script>'


def graph(layer: str = "work", wave: str = "2025") -> PartnerGraph:
    frames = {
        "organizations": pd.DataFrame({"organization": ["A", "B", "C"]}),
        "ties": pd.DataFrame({"layer": [layer, layer], "from": ["A", "B"], "to": ["B", "A"], "value": [1.0, 2.0]}),
        "asked": pd.DataFrame({"layer": layer, "organization": ["A", "B", "C"], "answered": [True, True, False]}),
    }
    return PartnerGraph(Wave(wave), {layer: LayerInfo(layer)}, frames)


def test_each_value_says_what_it_holds_in_one_line() -> None:
    whole = Partnership("Wren", {"2024": graph(wave="2024"), "2025": graph()})
    counts = "3 organizations, 2 answered, 1 layer, 1 tie"
    assert repr(whole) == f"<Partnership Wren: 2 waves; 2025: {counts}>"
    assert repr(graph()) == f"<PartnerGraph 2025: {counts}>"
    layer = graph().layer("work")
    assert repr(layer) == "<Layer work 2025: 3 organizations, 1 sector, 2 mentions, 4 of 6 dyads observed>"
    assert repr(layer.observed) == "<Observed: 4 of 6 ordered dyads>"
    survey = Survey(SurveyInfo("Wren"), (Wave("2025"),), (LayerInfo("work"),), graph().frames)
    assert repr(survey) == "<Survey Wren: waves 2025; layers work; 8 rows>"
    assert repr(Partnership("Empty", {})) == "<Partnership Empty: no wave>"
    finding = Finding("density", Scope(("2025",), ("work",)), 1 / 3, "share", (0, 1))
    assert repr(finding) == "<Finding density/work/2025: 0.3333>"
    assert repr(Finding("density", Scope(("1",)), None, "share", (0, 1))) == "<Finding density/-/1: not defined>"


def test_a_line_says_nothing_of_answers_that_are_not_known() -> None:
    whole = Partnership(SurveyInfo("Wren", answered_known=False), {"2025": graph()})
    assert "answered" not in repr(whole)
    assert "Answered" not in whole._repr_html_()


def test_a_notebook_shows_a_row_for_each_wave_and_layer() -> None:
    table = ElementTree.fromstring(Partnership("Wren", {"2024": graph(), "2025": graph()})._repr_html_())
    assert [[cell.text for cell in row] for row in table.iter("tr")] == [
        ["Wave", "Layer", "Ties", "Organizations", "Answered"],
        ["2024", "work", "1", "3", "2"],
        ["2025", "work", "1", "3", "2"],
    ]


@pytest.mark.parametrize("shown", [graph(HOSTILE), Partnership(HOSTILE, {HOSTILE: graph(HOSTILE)})])
def test_what_the_survey_says_is_never_markup(shown: PartnerGraph | Partnership) -> None:
    html = shown._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
