"""Indicators on the pages of their outcomes, on one of their own, and places to learn from in a line."""

from pathlib import Path

import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.results.indicator_records import indicator_records
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.outcomes.drawn_indicators import learn_from, line_rows
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.report.report_page import draw_report
from tests.studies.outcomes.test_outcome_ties import WREN
from tests.views.charts.drawn import pictures

QUICK = MeasureSettings(permutations=99, draws=0)
NAMES = ["outcome_sheets", "indicator_progress", "disparity_gaps", "bright_spots"]


@pytest.fixture(scope="module")
def example() -> Copy:
    return copy_of(WREN)


def copy_of(folder: Path, edition: str = "backbone") -> Copy:
    partnership = to_partnership(read_partnership(folder))
    found = assess(partnership, NAMES, settings=QUICK)
    return make_copy(edition, partnership, found, partnership.latest)  # type: ignore[arg-type]


def written(folder: Path, **files: str) -> Path:
    for name, text in {"organizations": "organization,sector\nA,S\nB,H\n", "ties": "from,to\nA,B\n", **files}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_each_indicator_has_a_row_on_the_page_of_its_outcome(example: Copy) -> None:
    sheets = {sheet.title: sheet for sheet in outcome_sheets_of(example)}
    shown = [name for sheet in sheets.values() for name in sheet.indicators]
    assert len(shown) == len(set(shown)) == 12
    attendance = sheets["Attendance"].drawn
    assert attendance is not None
    (picture,) = pictures(attendance)
    assert {"Chronic absence", "worse, +4.5 points", "But better 3 years running."} <= set(picture.texts)
    graduation = sheets["Graduation"].drawn
    assert graduation is not None
    assert sum("gap between groups" in picture.texts for picture in pictures(graduation)) == 1
    assert "page-results" not in draw_report(example)


def test_places_to_learn_from_stand_in_a_line_with_what_others_have_too(example: Copy) -> None:
    """The leveled library of the example: an association, said to be so; which places do worse is nowhere."""
    sheet = next(sheet for sheet in outcome_sheets_of(example) if sheet.title == "Third-grade reading")
    lines = {line.label: line.said for line in sheet.lines}
    (said,) = lines["Places to learn from"]
    record = indicator_records(example.findings)["Third-grade reading"]
    assert record.spots
    assert all(place in said for place in record.spots)
    shared = record.in_common[0]
    assert (
        f"{shared.with_it} of these {shared.spots} have “{shared.practice}”, and {shared.others_with} of "
        f"{shared.others} others: an association."
    ) in said


@pytest.mark.parametrize("edition", ["partners"])
def test_beyond_the_desk_no_indicator_is_drawn_and_no_place_named(edition: str) -> None:
    copy = copy_of(WREN, edition)
    assert indicator_records(copy.findings) == {}
    assert not any(sheet.drawn for sheet in outcome_sheets_of(copy))
    html = draw_report(copy)
    assert "indicator-row" not in html.partition("<body")[2]
    assert "better than expected" not in html  # schools are on the roster: what is never said is how they do
    assert "Places to learn from" not in html


def test_indicators_without_outcomes_have_a_page_of_their_own(tmp_path: Path) -> None:
    figures = "indicator,period,value,good\n" + "".join(
        f"I{k},{year},{50 + (k < 34) * (year > 2008)},up\n" for k in range(53) for year in (2008, 2012)
    )
    html = draw_report(copy_of(written(tmp_path, indicators=figures)))
    page = html.partition('id="page-results"')[2].partition("</section>")[0]
    assert page.count('<div class="chart panel">') == 53
    assert '<a href="#page-results">Indicators over time</a>' in html
    # What that page shows in full is not drawn in the appendix once more.
    assert html.count('<div class="chart panel">') == 53
    assert "34 of 53 indicators are better than in 2008" in html


def test_a_page_of_its_own_holds_only_those_that_no_outcome_shows(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        affiliations="organization,kind,item\nA,outcome,Reading\nB,outcome,Reading\n",
        indicators="indicator,period,value,good,outcome\nR,2020,1,up,Reading\nR,2024,2,up,Reading\nX,2020,1,up,\nX,2024,2,up,\n",
    )
    copy = copy_of(folder)
    (sheet,) = outcome_sheets_of(copy)
    assert sheet.indicators == ("R",)
    page = draw_report(copy).partition('id="page-results"')[2].partition("</section>")[0]
    assert page.count('<div class="chart panel">') == 1
    assert "<p>X</p>" in page


def test_without_indicators_there_is_neither_key_nor_page(tmp_path: Path) -> None:
    html = draw_report(copy_of(written(tmp_path)))
    assert "page-results" not in html
    assert 'class="results' not in html
    assert "indicator-row" not in html.partition("<body")[2]


def test_an_indicator_that_nobody_measured_is_said_to_have_nothing(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        items="kind,item,outcome\noutcome,Reading,\nindicator,R,Reading\nindicator,Never,Reading\nindicator,G,Reading\n",
        affiliations="organization,kind,item\nA,outcome,Reading\n",
        indicators="indicator,period,value,good,subgroup,n\nR,2020,1,up,,\nR,2024,2,up,,\n"
        + "".join(
            f"G,{year},{value},up,{group},90\n" for year in (2020, 2024) for group, value in (("a", 5), ("b", 9))
        ),
    )
    records = indicator_records(copy_of(folder).findings)
    assert [(row.name, row.about, row.verdict) for row in line_rows(records.values())] == [
        ("R", "", "better, +1"),
        ("G", "gap between groups", "gap about the same"),
        ("Never", "", "no figures"),
    ]
    assert learn_from(list(records.values())) == ()
