"""Pictures draw what a finding holds, and no more than an edition has left in it."""

from dataclasses import replace

import pytest

from stakeholder_graph.measures.representation.sector_coverage import FEW_TIES, HEAR_FROM
from stakeholder_graph.model.finding import Finding, Message, Scope, Test, Ties, Tone
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Column, Disclosure, Row, Table
from stakeholder_graph.views import charts
from stakeholder_graph.views.charts import Picture
from stakeholder_graph.views.hedged import hedged
from stakeholder_graph.views.report.tables import table_view
from stakeholder_graph.views.style import sector_looks
from tests.tables import table_of
from tests.views.charts.drawn import picture_of, pictures, proportional

LOOKS = sector_looks({"Health": 3, "Schools": 4})


def found(
    name: str, rows: tuple[Row, ...] = (), caveats: tuple[Message, ...] = (), **tables: tuple[Row, ...]
) -> Finding:
    parts = {key: table_of(rows, Disclosure.SECTOR) for key, rows in tables.items()}
    main = table_of(rows, Disclosure.SECTOR) if rows else None
    return Finding(name, Scope(("1",)), 0.5, "", (None, None), table=main, tables=parts, caveats=caveats)


def drawn(finding: Finding) -> Picture:
    made = charts.picture(finding, LOOKS)
    assert made
    return made


def field(one: str, other: str, observed: Cell, expected: Cell, verdict: str) -> Row:
    return {"from_sector": one, "to_sector": other, "observed": observed, "expected": expected, "verdict": verdict}


def test_answered_has_a_bar_for_each_sector() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "Schools", "listed": 4, "answered": 3},
        {"sector": "Health", "listed": 8, "answered": 0},
    )
    picture = picture_of(drawn(found("response", by_sector=rows)).html)
    spans = picture.spans("value") + picture.spans("whole")
    assert proportional([right - left for left, right in spans], [0, 3, 8, 4])  # by name
    assert {"3 of 4", "0 of 8"} <= set(picture.texts)


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
        {"sector": "Worship", "internal": 0.0, "external": 0.0},
        {"sector": "Other"},
    )
    made = drawn(found("ei_index", by_sector=rows))
    picture = picture_of(made.html)
    spans = picture.spans("value") + picture.spans("whole")
    assert proportional([right - left for left, right in spans], [0.75, 1])
    assert {"3 of 4", "not known yet", "no connections reported yet"} <= set(picture.texts)
    assert "Other" not in made.html
    assert made.shows == {"by_sector"}


def test_a_tie_without_direction_counts_once_though_it_stands_with_both_sectors() -> None:
    # One tie within Health, three between Health and Schools: four ties, and five that Schools and Health count.
    rows: tuple[Row, ...] = (
        {"sector": "Health", "internal": 1.0, "external": 3.0},
        {"sector": "Schools", "internal": 0.0, "external": 3.0},
    )
    by_sector = found("ei_index", by_sector=rows)
    assert "n = 4 connections" in drawn(by_sector).html
    mentions = replace(by_sector, scope=Scope(("1",), ("contact",), ties="reported"))
    assert "n = 7 mentions" in drawn(mentions).html
    # The rows add up to seven, not to four: the page says why.
    assert "A connection across sectors counts in both rows." in drawn(by_sector).html
    assert "in both rows" not in drawn(mentions).html


@pytest.mark.parametrize(
    ("verdict", "colour"), [("more", "accent"), ("fewer", "fewer"), ("too close to call", "paper")]
)
def test_grid_colours_by_verdict(verdict: str, colour: str) -> None:
    picture = picture_of(drawn(found("sector_mixing", (field("Health", "Schools", 3, 8.4, verdict),))).html)
    assert [name.split()[0] for name in picture.colours("cells")] == [f"fill-{colour}"]
    assert "3" in picture.texts
    assert ("not 8" in picture.texts) == (verdict != "too close to call")


def test_grid_of_ties_without_direction_has_each_pair_once() -> None:
    pairs = [("Health", "Health"), ("Health", "Schools"), ("Schools", "Schools")]
    html = drawn(found("sector_mixing", tuple(field(*pair, 2, 2.0, "as expected") for pair in pairs))).html
    assert picture_of(html).texts.count("2") == 3
    assert "Connections between" in html
    assert "Health and Schools" in picture_of(html, "narrow").texts


def test_grid_says_what_is_not_known() -> None:
    rows = (
        field("Health", "Schools", None, None, "not known"),
        field("Schools", "Health", 1, 2.0, "as expected"),
    )
    assert picture_of(drawn(found("sector_mixing", rows)).html).texts.count("–") == 1


def test_a_grid_of_lines_has_verdicts_and_no_expectation() -> None:
    rows: tuple[Row, ...] = (
        {"from_sector": "Health", "to_sector": "Schools", "observed": 3, "verdict": "more"},
        {"from_sector": "Health", "to_sector": "Health", "observed": 1, "verdict": None},
        {"from_sector": "Schools", "to_sector": "Schools", "observed": 0, "verdict": None},
    )
    picture = picture_of(drawn(found("sector_mixing", rows)).html)
    assert picture.colours("cells") == ["fill-accent"]
    assert "more than usual" in picture.texts
    assert not any("not " in text for text in picture.texts)


@pytest.mark.parametrize(("ties", "said"), [("reported", True), ("either", False), (None, False)])
def test_ties_that_are_namings_are_told_apart_from_lines_of_the_map(ties: Ties | None, said: bool) -> None:
    rows: tuple[Row, ...] = ({"level": "We share", "ties": 3, "share_of_ties": 1.0},)
    for name, main in (
        ("sector_mixing", (field("Health", "Schools", 3, 8.4, "more"),)),
        ("collaboration_levels", rows),
    ):
        finding = replace(found(name, main), scope=Scope(("1",), ("work",), ties))
        assert ("the map and the room count each pair once" in drawn(finding).html) == said
    sectors: tuple[Row, ...] = ({"sector": "Schools", "internal": 3.0, "external": 1.0},)
    finding = replace(found("ei_index", by_sector=sectors), scope=Scope(("1",), ("work",), ties))
    assert ("the map and the room count each pair once" in drawn(finding).html) == said


def test_grid_gives_way_to_a_table_where_there_are_too_many_sectors() -> None:
    rows = tuple(field(f"{k:02}", f"{k:02}", 1, 1.0, "as expected") for k in range(17))
    assert charts.picture(found("sector_mixing", rows), LOOKS) is None


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
    said = "Few connections: those of it who answered name under half as many partners as organizations do on average."
    assert f'<p class="key">{said}</p>' in html
    assert said not in drawn(found("sector_coverage", ({**row, "state": "at the table", "next_step": ""},))).html


@pytest.mark.parametrize(
    ("answered", "tied", "said"), [(2, 2, "at least 2 of 5"), (5, 2, ">2 of 5"), (2, 5, ">5 of 5")]
)
def test_coverage_counts_those_who_have_not_answered_as_neither_tied_nor_not(
    answered: int, tied: int, said: str
) -> None:
    row: Row = {"sector": "Health", "listed": 5, "answered": answered, "tied": tied}
    assert said in drawn(found("sector_coverage", (row,))).html


def test_coverage_without_answers_fills_every_mark() -> None:
    html = drawn(found("sector_coverage", ({"sector": "Schools", "listed": 2},))).html
    assert html.count("<path transform") == 2
    assert 'fill="#FFFFFF"' not in html
    assert "Hollow" not in html
    everyone = drawn(found("sector_coverage", ({"sector": "Schools", "listed": 2, "answered": 2},))).html
    assert "Hollow" not in everyone
    some = drawn(found("sector_coverage", ({"sector": "Schools", "listed": 2, "answered": 1},))).html
    assert "Hollow: has not answered yet." in some


def test_coverage_says_why_a_sector_is_too_close_to_call() -> None:
    row: Row = {"sector": "Health", "listed": 6, "answered": 2, "state": "too close to call", "next_step": HEAR_FROM}
    html = drawn(found("sector_coverage", (row,))).html
    assert "<b>Hear from</b>" in html
    assert "too close to call: under half answered" in html


def test_cards_name_members_only_where_they_may_be_seen() -> None:
    clusters: tuple[Row, ...] = ({"cluster": "A", "size": 3, "outcomes": "Attendance", "stability": 0.9},)
    profiles: tuple[Row, ...] = (
        {"cluster": "A", "outcome": "Attendance", "organizations": 3, "share": 1.0, "lift": 4.56},
    )
    ties: tuple[Row, ...] = (
        {"cluster": "A", "layer": "contact", "pairs": 9, "ties": 1, "expected": 6.2, "verdict": "hardly tied"},
    )
    members: tuple[Row, ...] = ({"organization": "<b>Read</b>", "sector": "Schools", "cluster": "A"},)
    room = drawn(found("outcome_clusters", clusters=clusters, profiles=profiles, ties=ties)).html
    desk = drawn(found("outcome_clusters", members, clusters=clusters, profiles=profiles, ties=ties)).html
    assert picture_of(room).spans("usual")
    assert picture_of(room).colours("value") == ["fill-accent"]
    assert "3 of 3" in picture_of(room, "panel").texts
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
    picture = picture_of(made.html)
    assert proportional([right - left for left, right in picture.spans("value")], [3, 1])
    assert {"<b>light</b>", "3", "75%", "close", "1", "25%"} == set(picture.texts)
    nothing = found("collaboration_levels", rows[:1])
    assert charts.picture(nothing, LOOKS) is None


def test_no_picture_without_a_value_or_without_a_limit() -> None:
    assert charts.picture(found("betweenness"), LOOKS) is None


def test_agreement_divides_each_item_in_the_order_of_the_agenda() -> None:
    rows: tuple[Row, ...] = (
        {"item": "Vision", "answers": 20, "mean": 4.1, "agree": 0.8, "disagree": 0.05, "verdict": "agreed"},
        {"item": "Data", "answers": 20, "mean": 3.0, "agree": 0.45, "disagree": 0.5, "verdict": "two camps"},
    )
    made = drawn(found("agenda_agreement", rows))
    picture = picture_of(made.html)
    assert picture.texts.index("Vision") < picture.texts.index("Data")
    spans = picture.spans("no") + picture.spans("yes")
    assert proportional([right - left for left, right in spans], [0.05, 0.5, 0.8, 0.45])
    assert picture.colours("yes") == ["fill-quiet", "fill-accent"]
    assert {"80%", "5%", "45%", "50%"} <= set(picture.texts)
    assert "n = 20 answers." in made.html
    assert made.shows == {""}


def test_what_divides_partners_is_drawn_sector_by_sector() -> None:
    row: Row = {"item": "Data", "answers": 19, "mean": 3.0, "agree": 0.6, "disagree": 0.4, "verdict": "two camps"}
    sides: tuple[Row, ...] = (
        {"item": "Data", "sector": "Nonprofits", "yes": 11, "neither": 0, "no": 1},
        {"item": "Data", "sector": "Schools", "yes": 0, "neither": 0, "no": 7},
    )
    made = drawn(found("agenda_agreement", (row,), by_sector=sides))
    _items, sectors = pictures(made.html)
    assert sectors.texts.index("Schools") < sectors.texts.index("Nonprofits")
    spans = sectors.spans("no") + sectors.spans("yes")
    assert proportional([right - left for left, right in spans], [7, 1, 0, 11])
    assert made.shows == {"", "by_sector"}


def test_beyond_the_desk_agreement_is_drawn_in_tenths() -> None:
    made = drawn(found("agenda_agreement", ({"item": "Vision", "tenths": 8}, {"item": "Data", "tenths": 4})))
    picture = picture_of(made.html)
    assert picture.texts.index("Vision") < picture.texts.index("Data")
    assert proportional([right - left for left, right in picture.spans("value")], [8, 4])
    assert "8 of 10" in picture.texts
    assert "%" not in made.html
    assert "" in made.shows


def test_outcomes_are_drawn_where_nothing_stands_beside_their_count() -> None:
    picture = picture_of(drawn(found("outcome_coverage", ({"outcome": "Reading", "organizations": 8},))).html)
    assert set(picture.texts) == {"Reading", "8"}


def test_what_ties_run_along_is_drawn_against_chance() -> None:
    rows: tuple[Row, ...] = (
        {"attribute": "sector", "share": 0.24, "share_by_chance": 0.12, "verdict": "more than by chance"},
        {"attribute": "year_founded", "share": 0.12, "share_by_chance": 0.1, "verdict": "as by chance"},
    )
    picture = picture_of(drawn(found("silo_sources", rows)).html)
    ((zero, _end), *_others) = picture.spans("track")
    usual = [left for left, _right in picture.spans("usual")]
    assert proportional([x - zero for x in picture.dots("value") + usual], [0.24, 0.12, 0.12, 0.1])
    assert {"24%", "12%", "10%", "year founded"} <= set(picture.texts)
    assert picture.colours("value") == ["fill-accent", "fill-quiet"]


def test_what_a_sector_keeps_to_itself_is_drawn_as_a_part_of_its_ties() -> None:
    rows: tuple[Row, ...] = (
        {"sector": "Schools", "ties": 95.0, "inside": 29.0, "share_by_chance": 0.12, "verdict": "keeps to itself"},
        {"sector": "Health", "ties": 0.0, "inside": 0.0, "share_by_chance": 0.1, "verdict": "as expected"},
    )
    picture = picture_of(drawn(found("coleman_homophily", rows)).html)
    ((zero, _end),) = picture.spans("track")
    assert proportional([picture.dots("value")[0] - zero, picture.spans("usual")[0][0] - zero], [29 / 95, 0.12])
    assert {"29 of 95", "12%", "not known"} <= set(picture.texts)


def test_a_count_is_held_against_a_count() -> None:
    rows: tuple[Row, ...] = ({"where": "within one sector", "ties": 102, "possible": 331, "expected": 60.68},)
    assert {"102", "61"} <= set(picture_of(drawn(found("odds_ratio", rows)).html).texts)


def test_one_number_alone_is_no_chart() -> None:
    bare = Finding("density", Scope(("1",), ("contact",)), 0.2, "share", (0, 1))
    assert charts.picture(bare, LOOKS) is None
    assert charts.picture(replace(bare, range=(0.2, 0.2)), LOOKS) is None
    ranged = drawn(replace(bare, range=(0.1, 0.3)))
    assert proportional([x - 8 for x in picture_of(ranged.html, "single").spans("likely")[0]], [0.1, 0.3])


def test_a_copy_without_what_is_usual_draws_the_values_alone() -> None:
    picture = picture_of(drawn(found("location_quotient", ({"sector": "Schools", "listed": 4, "share": 0.5},))).html)
    assert picture.dots("value")
    assert picture.marks("usual") == []


@pytest.mark.parametrize("n", [41, 60])
def test_more_rows_than_anybody_reads_stay_a_table(n: int) -> None:
    outcomes: tuple[Row, ...] = tuple({"outcome": f"Outcome {k}", "organizations": k} for k in range(n))
    assert charts.picture(found("outcome_coverage", outcomes), LOOKS) is None
    attributes: tuple[Row, ...] = tuple({"attribute": f"a{k}", "share": 0.1, "share_by_chance": 0.1} for k in range(n))
    assert charts.picture(found("silo_sources", attributes), LOOKS) is None


@pytest.mark.parametrize(
    ("p", "tone", "stands_out", "usual"),
    # An index of 0.2 by chance is 60 of 100 ties across sectors and 40 within them.
    [(0.01, "concern", True, 0.4), (0.01, "neutral", False, 0.4), (0.4, "strength", False, 0.6)],
)
def test_a_value_is_coloured_where_its_sentence_claims_a_difference(
    p: float, tone: Tone, stands_out: bool, usual: float
) -> None:
    test = Test("labels", 999, 0.2, 0.1, p, 0)
    reading = Message("within", {"inside": 50, "chance": 40}, tone)
    finding = Finding("ei_index", Scope(("1",)), 0.0, "index", (-1, 1), test=test, reading=reading)
    picture = picture_of(drawn(finding).html, "single")
    assert picture.colours("value") == ["fill-accent" if stands_out else "fill-quiet"]
    ((left, right),) = picture.spans("bounds")
    assert picture.dots("value")[0] == pytest.approx((left + right) / 2, abs=0.1)
    assert picture.spans("usual")[0][0] == pytest.approx(left + usual * (right - left), abs=0.1)


def test_every_picture_says_where_its_numbers_come_from() -> None:
    rows: tuple[Row, ...] = ({"outcome": "Reading", "organizations": 8},)
    made = charts.picture(found("outcome_coverage", rows), LOOKS, "Survey of 2025, 3 of 4 answered.")
    assert made
    assert '<p class="source">Survey of 2025, 3 of 4 answered.</p>' in made.html


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


def test_pairs_of_an_outcome_are_counted_and_held_against_a_count() -> None:
    rows: tuple[Row, ...] = (
        {"outcome": "Attendance", "pairs": 36, "together": 2, "usual": 8.4, "verdict": "hardly tied"},
        {"outcome": "Reading", "pairs": 45, "together": 12, "usual": 11.0, "verdict": "too close to call"},
    )
    picture = picture_of(drawn(found("outcome_ties", rows)).html)
    ((zero, _end), *_others) = picture.spans("track")
    usual = [left for left, _right in picture.spans("usual")]
    assert proportional([x - zero for x in picture.dots("value") + usual], [2 / 36, 12 / 45, 8.4 / 36, 11 / 45])
    assert {"2 of 36", "8", "12 of 45", "11"} <= set(picture.texts)
    assert picture.colours("value") == ["fill-accent", "fill-quiet"]


def test_pairs_of_which_it_is_not_known_count_neither_as_yes_nor_as_no() -> None:
    silent: Row = {"outcome": "Math", "pairs": 91, "together": 0, "unknown": 91, "usual": 3.0}
    rows: tuple[Row, ...] = (
        {"outcome": "Reading", "pairs": 23436, "together": 119, "unknown": 12069, "usual": 238.0},
        {"outcome": "Attendance", "pairs": 36, "together": 3, "unknown": 0, "usual": 1.5},
        silent,
    )
    picture = picture_of(drawn(found("outcome_ties", rows)).html)
    ((zero, _end), *_others) = picture.spans("track")
    usual = [left for left, _right in picture.spans("usual")]
    # By hand, 23,436 - 12,069 = 11,367 are known; of the third none is, so that nothing is drawn of it.
    shares = [119 / 11367, 3 / 36, 238 / 11367, 1.5 / 36]
    assert proportional([x - zero for x in picture.dots("value") + usual], shares)
    assert {"119 of 11,367 known", "3 of 36", "not known"} <= set(picture.texts)
    assert not any("91" in text for text in picture.texts)
    assert charts.picture(found("outcome_ties", (silent,)), LOOKS) is None


@pytest.mark.parametrize(
    ("outcome", "unknown", "said"),
    [
        ("Math", 0, "3 of the 15 pairs of all who work on Math, in contact"),
        ("Math", 9, "3 of the 6 known pairs of all who work on Math, in contact"),
        (None, 0, "3 of their 15 pairs in contact"),
        (None, 9, "3 of their 6 known pairs in contact"),
    ],
)
def test_the_card_of_a_group_counts_among_known_pairs(outcome: str | None, unknown: int, said: str) -> None:
    clusters: tuple[Row, ...] = ({"cluster": "A", "size": 6, "outcomes": "Math"},)
    ties: tuple[Row, ...] = (
        {"cluster": "A", "layer": "contact", "outcome": outcome, "pairs": 15, "ties": 3, "unknown": unknown,
         "expected": None, "verdict": None},
    )  # fmt: skip
    assert f" {said}<" in drawn(found("outcome_clusters", clusters=clusters, ties=ties)).html


def test_what_fell_with_the_report_s_correction_is_drawn_as_not_clear() -> None:
    rows = (field("Health", "Schools", 2, 18.0, "fewer"), field("Schools", "Schools", 29, 9.0, "more"))
    columns = [Column("from_sector"), Column("to_sector"), Column("observed"), Column("expected")]
    table = Table.of(
        {
            **{column: [row[column.name] for row in rows] for column in columns},
            Column("verdict", kind="verdict"): [row["verdict"] for row in rows],
        },
        Disclosure.SECTOR,
    )
    stands = replace(found("sector_mixing"), table=table, reading=Message("holes"))
    fallen = replace(stands, reading=Message("holes", tone="unknown", among_tests=9))
    clear, unclear = (picture_of(drawn(finding).html) for finding in (stands, fallen))
    assert clear.colours("cells") == ["fill-fewer", "fill-accent"]
    assert unclear.colours("cells") == ["fill-paper line-line", "fill-soft"]
    assert "fewer than usual" in clear.texts
    assert not {"fewer than usual", "more than usual"} & set(unclear.texts)
    shown = hedged(fallen).table
    assert shown is not None
    view = table_view(shown, "")
    assert view is not None
    assert {row[-1].text for row in view.rows} == {"too close to call"}


def test_a_dumbbell_of_what_fell_has_no_colour() -> None:
    row = {"outcome": "Reading", "together": 9, "pairs": 20, "usual": 4.0, "verdict": "more"}
    table = Table.of({Column(name, kind="verdict" if name == "verdict" else ""): [row[name]] for name in row})
    stands = replace(found("outcome_ties"), table=table, reading=Message("more"))
    fallen = replace(stands, reading=Message("more", tone="unknown", among_tests=9))
    assert picture_of(drawn(stands).html).colours("value") == ["fill-accent"]
    assert picture_of(drawn(fallen).html).colours("value") == ["fill-quiet"]
