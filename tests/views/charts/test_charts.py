"""Pictures draw what a finding holds, and no more than an edition has left in it."""

import re
from dataclasses import replace

import pytest

from stakeholder_graph.measures.representation.sector_coverage import FEW_TIES
from stakeholder_graph.model.finding import Finding, Message, Scope, Ties
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Disclosure, Row
from stakeholder_graph.views.charts import Picture, picture
from stakeholder_graph.views.report.tables import table_view
from stakeholder_graph.views.style import sector_looks
from tests.tables import table_of

LOOKS = sector_looks({"Health": 3, "Schools": 4})


def found(
    name: str, rows: tuple[Row, ...] = (), caveats: tuple[Message, ...] = (), **tables: tuple[Row, ...]
) -> Finding:
    parts = {key: table_of(rows, Disclosure.SECTOR) for key, rows in tables.items()}
    main = table_of(rows, Disclosure.SECTOR) if rows else None
    return Finding(name, Scope(("1",)), 0.5, "", (None, None), table=main, tables=parts, caveats=caveats)


def drawn(finding: Finding) -> Picture:
    made = picture(finding, LOOKS)
    assert made
    return made


def field(one: str, other: str, observed: Cell, expected: Cell, verdict: str) -> Row:
    return {"from_sector": one, "to_sector": other, "observed": observed, "expected": expected, "verdict": verdict}


def test_answered_has_a_mark_for_each_organization() -> None:
    rows: tuple[Row, ...] = ({"sector": "Schools", "listed": 4, "answered": 3},)
    html = drawn(found("response", by_sector=rows)).html
    assert html.count("<path transform") == 4
    assert html.count(f'fill="{LOOKS["Schools"].colour}"/></svg>') == 0  # the last mark is hollow
    assert "3 of 4" in html


def test_answered_is_not_drawn_where_nothing_says_it() -> None:
    rows: tuple[Row, ...] = ({"sector": "Schools", "listed": 4, "answered": 4},)
    assumed = Message("all_assumed_answered", {"listed": 4, "silent": 1})
    made = drawn(found("response", caveats=(assumed,), by_sector=rows))
    assert made.html == ""
    assert "by_sector" in made.shows


def test_across_divides_each_sector_s_ties() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "Schools", "internal": 3.0, "external": 1.0},
        {"sector": "Health", "internal": None, "external": None},
        {"sector": "Other"},
    )
    html = drawn(found("ei_index", by_sector=rows)).html
    assert 'class="within" width="75.00%"' in html
    # Where the headline tells the share within, that is what stands out.
    within = replace(found("ei_index", by_sector=rows), reading=Message("within", {"inside": 75, "chance": 50}))
    assert 'class="across" width="75.00%"' in drawn(within).html
    assert "not known: no answer from there counts yet" in html
    assert "Other" not in html


@pytest.mark.parametrize(("verdict", "kind"), [("more", "more"), ("fewer", "fewer"), ("too close to call", "close")])
def test_grid_colours_by_verdict(verdict: str, kind: str) -> None:
    html = drawn(found("sector_mixing", (field("Health", "Schools", 3, 8.4, verdict),))).html
    assert re.search(rf'<td class="{kind}"><b>3.*?</b> <small>8</small>', html)


def test_grid_of_ties_without_direction_has_each_pair_once() -> None:
    pairs = [("Health", "Health"), ("Health", "Schools"), ("Schools", "Schools")]
    html = drawn(found("sector_mixing", tuple(field(*pair, 2, 2.0, "as expected") for pair in pairs))).html
    assert html.count('<td class="even">') == 3
    assert html.count("<td></td>") == 2  # the corner and the mirrored field
    assert "not shown" not in html
    assert "Ties between" in html


def test_grid_says_what_is_not_known() -> None:
    rows = (
        field("Health", "Schools", None, None, "not known"),
        field("Schools", "Health", 1, 2.0, "as expected"),
    )
    html = drawn(found("sector_mixing", rows)).html
    assert html.count('<td class="unknown">') == 1
    assert "what chance alone would give" in html


def test_a_grid_of_lines_has_verdicts_and_no_expectation() -> None:
    rows: tuple[Row, ...] = (
        {"from_sector": "Health", "to_sector": "Schools", "observed": 3, "verdict": "more"},
        {"from_sector": "Health", "to_sector": "Health", "observed": 1, "verdict": None},
        {"from_sector": "Schools", "to_sector": "Schools", "observed": 0, "verdict": None},
    )
    html = drawn(found("sector_mixing", rows)).html
    assert html.count('<b>3<span class="sign">▲</span></b>') == 1
    assert "▲ more than chance" in html
    assert "what chance alone would give" not in html
    assert "about as chance" not in html


@pytest.mark.parametrize(("ties", "said"), [("reported", True), ("either", False), (None, False)])
def test_ties_that_are_namings_are_told_apart_from_lines_of_the_map(ties: Ties | None, said: bool) -> None:
    rows: tuple[Row, ...] = ({"level": "We share", "ties": 3, "share_of_ties": 1.0},)
    for name, main in (
        ("sector_mixing", (field("Health", "Schools", 3, 8.4, "more"),)),
        ("collaboration_levels", rows),
    ):
        finding = replace(found(name, main), scope=Scope(("1",), ("work",), ties))
        assert ("where both name each other, that is two" in drawn(finding).html) == said
    sectors: tuple[Row, ...] = ({"sector": "Schools", "internal": 3.0, "external": 1.0},)
    finding = replace(found("ei_index", by_sector=sectors), scope=Scope(("1",), ("work",), ties))
    assert ("where both name each other, that is two" in drawn(finding).html) == said


def test_grid_gives_way_to_a_table_where_there_are_too_many_sectors() -> None:
    rows = tuple(field(f"{k:02}", f"{k:02}", 1, 1.0, "as expected") for k in range(17))
    assert picture(found("sector_mixing", rows), LOOKS) is None


def test_coverage_leaves_an_empty_seat() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "Public safety", "listed": 0, "answered": 0, "state": "missing", "next_step": "invite"},
        {"sector": "Schools", "listed": 4, "answered": 3, "state": "at the table", "next_step": ""},
    )
    html = drawn(found("sector_coverage", rows)).html
    assert html.count("empty-seat") == 1
    assert "nobody yet" in html
    assert "<b>Invite</b>" in html


def test_coverage_says_what_few_ties_are() -> None:
    row: Row = {"sector": "Health", "listed": 4, "answered": 4, "tied": 4, "state": FEW_TIES, "next_step": "connect"}
    html = drawn(found("sector_coverage", (row,))).html
    assert "4 of 4" in html
    assert "<b>Connect</b>" in html
    said = "Few ties: those of the sector who answered name under half as many partners as organizations do on average."
    assert html.endswith(f'<p class="key">{said}</p>')
    assert said not in drawn(found("sector_coverage", ({**row, "state": "at the table", "next_step": ""},))).html


def test_coverage_without_answers_fills_every_mark() -> None:
    html = drawn(found("sector_coverage", ({"sector": "Schools", "listed": 2},))).html
    assert html.count("<path transform") == 2
    assert 'fill="#FFFFFF"' not in html
    assert "Hollow" not in html


def test_cards_name_members_only_where_they_may_be_seen() -> None:
    clusters: tuple[Row, ...] = ({"cluster": "A", "size": 3, "outcomes": "Attendance", "stability": 0.9},)
    profiles: tuple[Row, ...] = (
        {"cluster": "A", "outcome": "Attendance", "organizations": 3, "share": 1.0, "lift": 4.56},
    )
    ties: tuple[Row, ...] = (
        {"cluster": "A", "layer": "contact", "ties": 1, "expected": 6.2, "verdict": "hardly tied"},
    )
    members: tuple[Row, ...] = ({"organization": "<b>Read</b>", "sector": "Schools", "cluster": "A"},)
    room = drawn(found("outcome_clusters", clusters=clusters, profiles=profiles, ties=ties)).html
    desk = drawn(found("outcome_clusters", members, clusters=clusters, profiles=profiles, ties=ties)).html
    assert "3 of 3" in room
    assert "4.6×" in room
    assert "Hardly tied:" in room
    assert "about 6 would be usual" in room
    assert "Who:" not in room
    assert "&lt;b&gt;Read&lt;/b&gt;" in desk


def test_bars_are_as_long_as_what_they_count_and_leave_out_what_is_counted_apart() -> None:
    rows: tuple[Row, ...] = (
        {"level": "none", "ties": 90, "share_of_ties": None},
        {"level": "<b>light</b>", "ties": 3, "share_of_ties": 0.75},
        {"level": "close", "ties": 1, "share_of_ties": 0.25},
    )
    made = drawn(found("collaboration_levels", rows))
    assert made.shows == {""}
    assert "none" not in made.html
    assert "&lt;b&gt;light&lt;/b&gt;" in made.html
    assert 'width="100.00%"' in made.html
    assert 'width="33.33%"' in made.html
    assert "75%" in made.html
    assert picture(found("collaboration_levels", rows[:1]), LOOKS) is None


def test_no_picture_without_a_value_or_without_a_limit() -> None:
    assert picture(found("betweenness"), LOOKS) is None


def test_agreement_divides_each_item_in_the_order_of_the_agenda() -> None:
    rows: tuple[Row, ...] = (
        {"item": "Vision", "answers": 20, "mean": 4.1, "agree": 0.8, "disagree": 0.05, "verdict": "agreed"},
        {"item": "Data", "answers": 20, "mean": 3.0, "agree": 0.45, "disagree": 0.5, "verdict": "two camps"},
    )
    made = drawn(found("agenda_agreement", rows))
    assert made.html.index("Vision") < made.html.index("Data")
    assert 'class="across" width="80.00%"' in made.html
    assert 'class="within" x="95.00%" width="5.00%"' in made.html
    assert "Two camps" in made.html
    assert "" in made.shows


def test_beyond_the_desk_agreement_is_drawn_in_tenths() -> None:
    made = drawn(found("agenda_agreement", ({"item": "Vision", "tenths": 8}, {"item": "Data", "tenths": 4})))
    assert made.html.index("Vision") < made.html.index("Data")
    assert 'class="across" width="80%"' in made.html
    assert 'class="across" width="40%"' in made.html
    assert "%</td>" not in made.html
    assert "" in made.shows


def test_outcomes_are_drawn_where_nothing_stands_beside_their_count() -> None:
    made = drawn(found("outcome_coverage", ({"outcome": "Reading", "organizations": 8},)))
    assert 'class="across" width="100.00%"' in made.html


def test_what_ties_run_along_is_drawn_as_shares() -> None:
    rows: tuple[Row, ...] = (
        {"attribute": "sector", "share": 0.24, "share_by_chance": 0.12},
        {"attribute": "year_founded", "share": 0.12, "share_by_chance": 0.1},
    )
    html = drawn(found("silo_sources", rows)).html
    assert '<td class="number">24%</td>' in html
    assert "<td>12%</td>" in html
    assert "year founded" in html
    assert 'width="50.00%"' in html


def test_where_no_sector_is_stated_nothing_is_told_by_sector() -> None:
    rows: tuple[Row, ...] = ({"sector": NO_SECTOR, "listed": 35, "answered": 25},)
    reading = Message("most", {"answered": 25, "listed": 35, "silent": 10})
    html = drawn(replace(found("response", by_sector=rows), reading=reading)).html
    assert "All organizations" in html
    assert NO_SECTOR not in html
    assert table_view(table_of(rows, Disclosure.SECTOR), "Each sector") is None
    people = table_view(table_of(({"organization": "A", "sector": NO_SECTOR, "ties": 2},)), "Each organization")
    assert people
    assert [heading.text for heading in people.headings] == ["Organization", "Ties"]
