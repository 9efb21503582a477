"""Pictures of the appendix: small multiples by outcome, gaps by place, funnels."""

from typing import Any

import pandas as pd
import pytest

from stakeholder_graph.measures.results.bright_spots import bright_spots
from stakeholder_graph.measures.results.disparity_gaps import disparity_gaps
from stakeholder_graph.measures.results.indicator_progress import indicator_progress
from stakeholder_graph.model.finding import Finding, Measured, Scope
from stakeholder_graph.views.charts import CHARTS, Picture, picture
from tests.measures.results.listed import partnership, series
from tests.measures.results.test_bright_spots import NAMES, figures, places
from tests.measures.results.test_disparity_gaps import WHOLE, of_schools
from tests.views.charts.drawn import pictures


def drawn(name: str, measured: Measured) -> Picture | None:
    finding = Finding(
        name, Scope(("1",)), measured.value, "share", (0, 1), table=measured.table, tables=measured.tables
    )
    return picture(finding, {})


def of_indicators(*listed: list[dict[str, Any]], **lists: pd.DataFrame) -> Picture | None:
    made = partnership([row for rows in listed for row in rows], **lists)
    return drawn("indicator_progress", indicator_progress(made.graph(), made))


def test_53_indicators_without_outcomes_are_53_panels() -> None:
    made = of_indicators(*(series(f"I{k}", {"2008": 50.0, "2012": 50.0 + (k < 34)}, good="up") for k in range(53)))
    assert made is not None
    panels = pictures(made.html, "panel")
    assert len(panels) == 53
    assert sum(bool(panel.marks("better")) for panel in panels) == 34
    assert "Without an outcome" not in made.html  # there is nothing to tell it from
    assert made.shows == {"", "figures", "trends"}


def test_indicators_stand_under_their_outcomes() -> None:
    made = of_indicators(
        series("I", {"2020": 1.0, "2024": 2.0}, good="up", outcome="Reading"),
        series("J", {"2020": 1.0, "2024": 2.0}, good="up"),
    )
    assert made is not None
    assert "<figcaption>Reading</figcaption>" in made.html
    assert "<figcaption>Without an outcome</figcaption>" in made.html


def test_gaps_by_place() -> None:
    names = ("subgroup", "period", "value", "n", "place")
    rows = [
        {"place": "", "indicator": "Graduation", "good": "up", "matters": 7, **dict(zip(names, row, strict=False))}
        for row in [*WHOLE, *of_schools()]
    ]
    made = partnership(rows)
    picture_of = drawn("disparity_gaps", disparity_gaps(made.graph(), made))
    assert picture_of is not None
    assert len(pictures(picture_of.html, "panel")) == 3
    assert "East High: Graduation" in picture_of.html
    assert "the gap is gone" in picture_of.html


def test_the_funnel_writes_the_names_of_those_that_stand_out_alone() -> None:
    made = partnership(figures(s4=20, s20=20, s25=-30), places=places())
    picture_of = drawn("bright_spots", bright_spots(made.graph(), made))
    assert picture_of is not None
    for kind in ("wide", "narrow"):
        (funnel,) = pictures(picture_of.html, kind)
        assert len(funnel.marks("place")) == 28
        assert len(funnel.marks("named")) == 2
        assert {text for text in funnel.texts if text.startswith("School")} == {NAMES[4], NAMES[20]}
        assert len(funnel.marks("usual")) == len(funnel.marks("nearly-all")) == 1
    assert NAMES[25] not in picture_of.html  # a low place is a dot without a name


@pytest.mark.parametrize("kind", ["progress", "gaps", "funnel"])
def test_without_tables_there_is_no_picture(kind: str) -> None:
    assert CHARTS[kind](Finding("indicator_progress", Scope(("1",)), None, "share", (0, 1)), {}, "") is None
