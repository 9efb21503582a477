"""One fact, one number: the same quantity has one value and one range wherever it stands, and headlines keep to it."""

import re
from collections import defaultdict

import pytest

from stakeholder_graph.measures.outcomes._verdicts import FEWER, HARDLY, WELL
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Table
from stakeholder_graph.studies.outcomes.sheets import outcome_pages
from stakeholder_graph.studies.page_one.headline_tests import headline_tests
from stakeholder_graph.views.amounts import display
from stakeholder_graph.views.scene import scene
from stakeholder_graph.views.sentences import headline
from tests.facts.partnerships import PARTNERSHIPS, findings_of
from tests.facts.places import facts

NAMES = sorted(PARTNERSHIPS)
#: Quantities that a survey with directed ties, sectors and a backbone has to bring together, or the collector is blind.
AT_LEAST = ("ties", "mentions", "answered dyads", "mentions within sectors", "pairs named by both")


@pytest.mark.parametrize("name", NAMES)
def test_a_quantity_is_the_same_wherever_it_stands(name: str) -> None:
    places: dict[str, dict[str, float]] = defaultdict(dict)
    for quantity, place, value in facts(findings_of(name)):
        places[quantity][place] = value
    for quantity, values in places.items():
        assert len({round(value, 6) for value in values.values()}) == 1, (quantity, values)
    if name == "wren-county":
        # Counted with plain Python in the files of the example: 469 rows of collaboration, 363 pairs, 106 both ways.
        assert places["mentions of collaboration"]["tie_counts"] == 469
        assert places["ties of collaboration"]["lines of the map"] == 363
        assert places["pairs that name each other of collaboration"]["tie_counts"] == 106
        # Nine name attendance; whichever page says it, 2 of their 36 pairs are tied.
        assert set(places["pairs tied of Attendance in collaboration"]) == {
            "lines of the map", "outcome_ties", "outcome_clusters"
        }  # fmt: skip
        assert places["pairs tied of Attendance in collaboration"]["outcome_clusters"] == 2
        for quantity in AT_LEAST:
            assert len(places[f"{quantity} of collaboration"]) >= 3, quantity


@pytest.mark.parametrize("name", NAMES)
def test_page_one_and_the_page_of_an_outcome_agree_on_those_who_work_on_it(name: str) -> None:
    """The same verdict on the same organizations, also where a claim did not survive the correction of the report."""
    copy = findings_of(name).copy("backbone")
    clusters = copy.find("outcome_clusters")
    reading = clusters.reading if clusters is not None else None
    sheets = {sheet.outcome: sheet for sheet in outcome_pages(copy.findings)}
    rows = clusters.tables["ties"].rows if clusters is not None and "ties" in clusters.tables else ()
    layer = next((row["layer"] for row in rows), "")
    main = [row for row in rows if row["outcome"] and row["layer"] == layer]
    if name == "wren-county":
        assert [row["outcome"] for row in main] == ["Attendance"]
    for row in main:
        pairs = sheets[str(row["outcome"])].pairs
        assert pairs is not None
        assert (pairs.pairs, pairs.together, pairs.usual) == (row["pairs"], row["ties"], row["expected"])
        if reading is not None and reading.fields.get("pairs") and row["verdict"] == HARDLY:
            assert pairs.clear is not bool(reading.among_tests)
        elif row["verdict"] not in (HARDLY, FEWER, WELL):
            assert not pairs.clear


@pytest.mark.parametrize("name", NAMES)
def test_a_share_or_a_mean_is_its_numerator_over_its_denominator(name: str) -> None:
    for finding in findings_of(name):
        if finding.quotient is not None:
            assert finding.value == pytest.approx(finding.quotient.value), finding.id


def _stated(finding: Finding, value: float, said: str) -> bool:
    number = display(finding, value, what=False).removesuffix("%")
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", said))


@pytest.mark.parametrize("name", NAMES)
def test_a_headline_outside_its_range_says_so_and_the_estimate_leads(name: str) -> None:
    for finding in findings_of(name):
        if finding.range is None or finding.value is None or finding.reading is None or finding.estimate is None:
            continue
        low, high = finding.range
        said, estimated = headline(finding), finding.reading.estimated
        if low <= finding.value <= high:
            assert estimated is None, finding.id
            continue
        if estimated is None:
            # Then it says no number of its own, so that there is nothing to be outside of the range.
            same = display(finding, finding.value) == display(finding, finding.estimate)
            assert same or not _stated(finding, finding.value, said), (finding.id, said)
        elif estimated.leads and not any(map(str.isdigit, said)):
            continue  # words alone, chosen for the estimate
        elif estimated.leads:
            first = said.partition("That is the estimate for everyone on the roster")[0]
            assert _stated(finding, finding.estimate, first), (finding.id, said)
            assert _stated(finding, finding.value, said.removeprefix(first)), (finding.id, said)
        else:
            assert "That is so far" in said, (finding.id, said)


@pytest.mark.parametrize("name", NAMES)
def test_no_corrected_p_is_below_its_raw_p(name: str) -> None:
    tested = 0
    for finding in findings_of(name):
        for table in (finding.table, *finding.tables.values()):
            for raw, corrected in (("p", "p_adjusted"), ("p_rewired", "p_rewired_adjusted")):
                tested += _compared(finding.id, table, raw, corrected)
    for test in headline_tests(tuple(findings_of(name))):
        assert test.p_adjusted >= test.p
    assert tested or not any(finding.name == "sector_mixing" and finding.table for finding in findings_of(name))


def _compared(where: str, table: Table | None, raw: str, corrected: str) -> int:
    if table is None or not {raw, corrected} <= {column.name for column in table.columns}:
        return 0
    rows = [row for row in table.rows if row[raw] is not None and row[corrected] is not None]
    for row in rows:
        assert float(row[corrected] or 0) >= float(row[raw] or 0) - 1e-12, (where, dict(row))
    return len(rows)


@pytest.mark.parametrize("name", NAMES)
def test_headlines_count_ties_as_the_map_draws_them(name: str) -> None:
    found = findings_of(name)
    for finding in found:
        if finding.scope.ties != "reported" or len(finding.scope.layers) != 1 or finding.reading is None:
            continue
        said = headline(finding)
        assert not re.search(r"of 100 (\w+ )?ties", said), (finding.id, said)
        drawn = {str(value) for key, value in finding.reading.fields.items() if key in ("drawn", "ties")}
        for count in re.findall(r"([\d,]+) ties\b", said):
            assert count in {value.removesuffix(".0") for value in drawn}, (finding.id, said)


@pytest.mark.parametrize("name", ["wren-county", "generated, two thirds answered"])
@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_posters_slides_and_screens_draw_as_many_ties_as_the_findings_of_their_copy_say(
    name: str, edition: str
) -> None:
    copy = findings_of(name).copy(edition)  # type: ignore[arg-type]
    on_map = scene(copy)
    counted = [f for f in copy.findings if f.name == "tie_counts" and f.scope.layers == (on_map.layer,)]
    assert [finding.value for finding in counted] == [len(on_map.threads)]
