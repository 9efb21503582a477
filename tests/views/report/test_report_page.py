"""The report says first who answered, then what was learned, and nothing that its readers may not see."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures._sections import SECTIONS
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.model.table import Disclosure, Row
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.backbone_dependence import SIDE_BY_SIDE
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.report.tables import table_view
from stakeholder_graph.views.sentences import WORDS, headline
from tests.tables import table_of
from tests.views.charts.drawn import pictures, proportional

Reported = Callable[..., Copy]
THOUGHT = re.compile(rf"\b({'|'.join(WORDS)})\b", re.IGNORECASE)
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Text(HTMLParser):
    """The text a reader sees: without styles and, unless told, without what is folded for the evaluator."""

    def __init__(self, html: str, *, evaluator: bool = False) -> None:
        super().__init__()
        self.evaluator, self.parts = evaluator, [""]
        self.skipped: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for_evaluator = ("class", "evaluator") in attrs and not self.evaluator
        if tag not in VOID and (self.skipped or tag in ("style", "script", "head") or for_evaluator):
            self.skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.parts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.parts).split())


def read(html: str, *, evaluator: bool = False) -> str:
    return Text(html, evaluator=evaluator).text


def small(answered: int, listed: int, *, known: bool = True, sectors: str = "xy") -> tuple[Partnership, str]:
    """A partnership in which the first so many answered and named the next two."""
    names = [f"Organization {k:02}" for k in range(listed)]
    ties = [(names[k], names[(k + step) % listed]) for k in range(answered) for step in (1, 2)]
    asked = {"layer": "contact", "organization": names, "answered": [k < answered for k in range(listed)]}
    people = {"organization": names, "sector": [sectors[k % len(sectors)] for k in range(listed)]}
    frames = {
        "organizations": pd.DataFrame(people),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="contact", value=1.0),
        "asked": pd.DataFrame(asked),
    }
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, frames)
    return Partnership(SurveyInfo("Ours", answered_known=known), {"1": graph}), "1"


def report(partnership: Partnership, wave: str) -> str:
    findings = assess(partnership, ["response", "density"], settings=MeasureSettings(permutations=9, draws=2))
    return draw_report(make_copy("backbone", partnership, findings, wave))


def test_first_lines_say_who_answered() -> None:
    text = read(report(*small(12, 16)))
    first = text.index("12 of 16 organizations answered")
    assert first < text.index("never counted as no connection") < text.index("What we learned")


def test_first_lines_say_that_nobody_has_answered() -> None:
    text = read(report(*small(0, 16)))
    assert "Nothing is known yet: 0 of 16 organizations answered." in text
    assert "Nobody has said yet whom they work with, so nothing is known of connections." in text
    assert "Read each number with the range beside it" not in text


def test_first_lines_say_that_about_half_is_not_known_and_what_follows() -> None:
    text = read(report(*small(11, 24)))
    assert "About half is not known yet: 11 of 24 organizations answered." in text
    assert "Read each number with the range beside it: it may move as answers come in." in text
    assert "no organization is named as standing between others" in text


def test_first_lines_say_when_ranges_cannot_be_given() -> None:
    assert "With fewer than ten answers" in read(report(*small(7, 10)))
    assert "With fewer than ten answers" not in read(report(*small(10, 12)))


def test_first_lines_name_sectors_nobody_answered_from() -> None:
    text = read(report(*small(1, 3, sectors="xyz")))
    assert "Nobody has answered yet from y and z." in text


def test_first_lines_say_when_nothing_says_who_answered() -> None:
    partnership, wave = small(12, 12, known=False)
    ties = partnership.graph()["ties"]
    frames = {**partnership.graph().frames, "ties": ties[ties["from"] > "Organization 02"]}
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, frames)
    text = read(report(replace(partnership, graphs={"1": graph}), wave))
    said = (
        "All 12 are taken to have answered. Organizations that reported no connection, and "
        "may simply not have answered: 3."
    )
    assert text.index(said) < text.index("What we learned")
    # Nobody is to be called yet: first it has to be known who answered.
    assert "Find out: who answered Nothing says which of the 12 did" in text
    assert "Hear from" not in text.partition("Calls to make")[2].partition("How sure we are")[0]


def test_three_calls_on_the_backbone_s_desk_only(reported: Reported) -> None:
    text = read(draw_report(reported("backbone")))
    assert "Three calls to make" in text
    calls = text.partition("Three calls to make")[2].partition("Two questions")[0]
    assert (calls.count("Hear from: "), calls.count("Connect: ")) == (2, 1)
    assert calls.count("One of the answers we most need") + calls.count("Much waits for its answer") == 2
    assert "to make" not in read(draw_report(reported("partners"))).split("What we learned")[1][:2000]


def test_at_most_three_things_learned_and_two_questions(reported: Reported) -> None:
    html = draw_report(reported("backbone"))
    learned = re.search(r'<div class="learned">.*?</ol>', html, re.DOTALL)
    asked = re.search(r'<ul class="questions">.*?</ul>', html, re.DOTALL)
    assert learned
    assert asked
    assert 1 <= learned[0].count("<li") <= 3
    assert 1 <= asked[0].count("<li") <= 2


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_words_are_those_of_the_catalogue(reported: Reported, edition: str) -> None:
    text = read(draw_report(reported(edition)))
    assert len(text) > 2000
    assert THOUGHT.findall(text) == []


def test_room_does_not_see_who_did_not_answer(reported: Reported) -> None:
    release = reported("backbone")
    graph = release.partnership.graph()
    html = unescape(draw_report(reported("partners")))
    assert "Backbone only" not in html
    assert "Each organization" not in html
    for name, answered in zip(graph.names, graph.answered, strict=True):
        assert answered or name not in html


def test_backbone_s_copy_says_so(reported: Reported) -> None:
    assert "Backbone only: do not share" in read(draw_report(reported("backbone")))


def test_no_text_has_a_blank_that_was_never_filled_in(reported: Reported) -> None:
    text = " ".join(Text(draw_report(reported("backbone")), evaluator=True).parts)
    assert re.findall(r"\{\w[^}]*\}", text) == []


def test_every_finding_is_folded_out_for_the_evaluator(reported: Reported) -> None:
    release = reported("backbone")
    text = read(draw_report(release), evaluator=True)
    told = {finding.name for finding in release.findings if finding.reading}
    for name in told:
        info = measures()[name]
        assert info.formula in text
        assert all(source in text for source in info.references)
    assert "199 permutations, seed 0" in text


def test_sections_without_findings_do_not_appear() -> None:
    partnership, wave = small(12, 12)
    html = draw_report(Copy("backbone", partnership, (), wave))
    assert not any(section.title in html for section in SECTIONS.values())
    assert "What we learned" not in html
    text = read(report(partnership, wave))
    assert SECTIONS["network"].title in text
    assert SECTIONS["clusters"].title not in text


def test_other_kinds_of_tie_stand_in_one_table() -> None:
    reading = Message("ties", {"of_hundred": 30})
    findings = [
        Finding("density", Scope(("1",), (layer,)), 0.3, "share", (0, 1), reading=reading)
        for layer in ("contact", "referral")
    ]
    partnership, wave = small(12, 12)
    html = draw_report(Copy("backbone", partnership, tuple(findings), wave))
    appendix = html[html.index('id="appendix"') :]
    assert appendix.count("<article") == 1
    table = appendix[appendix.index('id="other-kinds"') :]
    assert re.findall(r"<td>(.*?)</td><td>(.*?)</td>", table) == [("referral", headline(findings[1]))]
    assert '<details class="other" id="density-1">' in appendix


def test_a_value_is_drawn_with_chance_range_and_what_is_attainable() -> None:
    found = Finding(
        "ei_index",
        Scope(("1",), ("contact",)),
        0.0,
        "index",
        (-1, 1),
        attainable=(-0.5, 1.0),
        range_like=(-0.1, 0.1),
        range=(-0.2, 0.2),
        test=Test("labels", 99, 0.5, 0.1, 0.02, 0),
        reading=Message("within", {"inside": 50, "chance": 25}, "concern"),
    )
    partnership, wave = small(12, 12)
    html = draw_report(Copy("backbone", partnership, (found,), wave))
    picture = pictures(re.findall(r'<svg class="single".*?</svg>', html)[0], "single")[0]
    ((zero, full),) = picture.spans("bounds")
    # The line runs from no tie within a sector to all, as the sentence tells it.
    places = [*picture.dots("value"), picture.spans("usual")[0][0]]
    places += [*picture.spans("likely")[0], *picture.spans("attainable")[0]]
    assert proportional([x - zero for x in (*places, full)], [50, 25, 40, 60, 0, 75, 100])
    assert "by luck 25 of 100 connections" in picture.texts
    assert picture.texts.index("all across sectors") < picture.texts.index("all within a sector")


def test_no_table_is_ordered_by_score() -> None:
    rows: tuple[Row, ...] = (
        {"organization": "B", "degree": 9},
        {"organization": "a", "degree": 1},
        {"organization": "C", "degree": 5},
    )
    table = table_view(table_of(rows, Disclosure.ORGANIZATION), "Ties")
    assert table
    assert [row[0].text for row in table.rows] == ["a", "B", "C"]


def test_what_is_counted_stands_in_the_order_of_its_number() -> None:
    rows: tuple[Row, ...] = tuple(
        {"leaving": k, "organizations": name} for k, name in ((1, "b"), (2, "c, d"), (3, "a, c, d"))
    )
    table = table_view(table_of(rows), "Sets")
    assert table
    assert [row[0].text for row in table.rows] == ["1", "2", "3"]


def test_numbers_beside_a_measure_are_in_its_unit() -> None:
    rows: tuple[Row, ...] = tuple(
        {"measure": name, "with_backbone": one, "without_backbone": other, "difference": other - one}
        for name, one, other in (
            ("ei_index", 1.0, 0.5),
            ("density", 0.14, 0.11),
            ("betweenness", 178.0, 131.0),
            ("largest", 23.0, 22.0),
        )
    )
    table = table_view(table_of(rows, columns=SIDE_BY_SIDE), "Beside")
    assert table
    assert sorted(tuple(cell.text for cell in row) for row in table.rows) == [
        ("Connections across sectors and within them (−1: all within a sector; 1: all across sectors)", "1", "0.50"),
        ("How many connections there are", "14%", "11%"),
        ("Organizations that can reach each other", "23", "22"),
        ("Who stands between others (paths)", "178", "131"),
    ]


def test_two_waves_are_spoken_of_and_linked() -> None:
    path = from_networkx(nx.path_graph(3))
    graphs = {
        wave: PartnerGraph(Wave(wave), path.layers, path.frames, directed=False)
        for wave in ("2022", "2024 fall", "2026")
    }
    desk = Copy("backbone", Partnership("Ours", graphs, {}), (), "2026")
    room = make_copy("partners", Partnership("Ours", graphs, {}), (), "2026")
    said = "What changed since 2024 fall, as far as the answers tell, is on the map."
    html = draw_report(desk, "map.html")
    assert said in html
    assert 'href="map.html#since=2024%20fall"' in html
    alone = Partnership("Ours", {"2026": graphs["2026"]}, {})
    for other in (replace(desk, wave="2022"), replace(desk, partnership=alone)):
        assert "since" not in re.sub(r"<style>.*?</style>", "", draw_report(other, "map.html"), flags=re.DOTALL)
    assert said not in draw_report(desk)
    # Beyond the desk no line is drawn as changed, so that there is nothing to look at.
    assert "#since=" not in draw_report(room, "map.html")


def test_page_one_says_what_changed_among_those_who_answered_both_times() -> None:
    rng = np.random.default_rng(0)
    names = [f"Organization {k:02d}" for k in range(30)]
    ties = [(a, b) for a in names for b in names if a != b and rng.random() < 0.2]
    graphs = {}
    for name, silent in (("2024", names[26:]), ("2025", names[24:])):
        asked = pd.DataFrame({"organization": names, "layer": "contact", "answered": [n not in silent for n in names]})
        frames = {
            "organizations": pd.DataFrame({"organization": names}),
            "ties": pd.DataFrame([t for t in ties if t[0] not in silent], columns=["from", "to"]).assign(
                layer="contact"
            ),
            "asked": asked,
        }
        graphs[name] = PartnerGraph(Wave(name), {"contact": LayerInfo("contact")}, frames)
    partnership = Partnership("Ours", graphs, {})
    findings = assess(partnership, ["panel_change"], settings=MeasureSettings(draws=0))
    among = sum(a in names[:24] and b in names[:24] for a, b in ties)
    desk = draw_report(make_copy("backbone", partnership, findings, "2025"), "map.html")
    said = f"Among the 24 who answered both times, {among} mentions became {among}: about the same."
    assert said in desk
    assert '<a href="map.html#since=2024">Since 2024 on the map</a>' in desk
    room = draw_report(make_copy("partners", partnership, findings, "2025"), "map.html")
    assert "Among those who answered both times, there are about as many connections as before." in room
    assert said not in room
    assert "24 who answered" not in room


def test_p_values_are_for_the_evaluator() -> None:
    part = table_of(({"sector": "x", "observed": 3, "p": 0.01, "p_adjusted": 0.0412345},), Disclosure.SECTOR)
    plain, full = table_view(part, "c"), table_view(part, "c", evaluator=True)
    assert plain
    assert full
    assert [heading.text for heading in plain.headings] == ["Sector", "Ties reported"]
    assert [cell.text for cell in full.rows[0]] == ["x", "3", "0.01", "0.04123"]


def test_what_is_not_known_is_said_and_what_is_absent_is_a_dash() -> None:
    rows: tuple[Row, ...] = (
        {"organization": "A", "degree": None},
        {"organization": "B"},
        {"organization": "C", "degree": 2},
    )
    table = table_view(table_of(rows, Disclosure.ORGANIZATION), "Ties")
    assert table
    assert [row[1].text for row in table.rows] == ["not known", "–", "2"]


def test_hostile_names_are_text(reported: Reported) -> None:
    html = draw_report(reported("backbone", hostile=True))
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    # The page's own script alone.
    assert len(re.findall("<script", html)) == 1
    assert not re.search(r"<(img|svg onload)", html)
    assert read(html).count("=1+1") >= 1


def test_same_findings_same_bytes(reported: Reported) -> None:
    assert draw_report(reported("partners"), "map.html") == draw_report(reported("partners"), "map.html")


def test_map_is_linked_where_there_is_one(reported: Reported) -> None:
    release = reported("partners")
    assert 'href="map.html"' in draw_report(release, "map.html")
    assert "Open the map" not in draw_report(release)


def sentences_of(html: str) -> list[str]:
    """The headlines of page one, of the pages and of the appendix, in their order."""
    return [unescape(re.sub(r"<[^>]+>", "", said)) for said in re.findall(r'<(?:p|h4) class="said">(.*?)</', html)] + [
        unescape(said) for said in re.findall(r"<h3>([^<]*)</h3>", html[html.index('class="point') :])
    ]


def test_no_headline_stands_twice(reported: Reported) -> None:
    for edition in ("backbone", "partners"):
        html = draw_report(reported(edition))
        headlines = [text for text in sentences_of(html) if text.endswith(".")]
        assert len(headlines) > 10
        assert sorted(set(headlines)) == sorted(headlines)


def test_page_one_shows_at_most_three_findings_and_a_map_of_one(reported: Reported) -> None:
    html = draw_report(reported("backbone"))
    first = html[html.index('id="learned"') : html.index('class="contents')]
    assert 1 <= first.count('class="said"') <= 3
    assert first.count('<svg class="small-map"') == 1
    assert first.count('<g class="lines spoken-of"><path') == 1
    assert "Blue lines: finding" in first


def test_every_point_leads_to_how_it_was_found(reported: Reported) -> None:
    html = draw_report(reported("backbone"))
    anchors = set(re.findall(r'<article class="block" id="([^"]+)"', html))
    links = re.findall(r'href="#([^"]+)">(?:Method|How this was found)', html)
    assert len(links) > 8
    assert set(links) <= anchors
