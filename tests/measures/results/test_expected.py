"""What is expected stands beside indicators and strategies on the desk, in few words, and nowhere else."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.views.charts.indicators.rows import indicator_row
from stakeholder_graph.views.findings_data import to_json

Files = Mapping[str, str]
FILES = {
    "organizations.csv": "organization,sector\nClinic,Health\nLibrary,City\n",
    "ties.csv": "from,to\nClinic,Library\nLibrary,Clinic\n",
    "items.csv": "kind,item,outcome,public\noutcome,Learning,,yes\nindicator,Reading,Learning,yes\n",
    "affiliations.csv": "organization,kind,item,source\nClinic,outcome,Learning,list\nLibrary,outcome,Learning,list\n",
    "indicators.csv": "indicator,period,value,n,good,unit,outcome,target,subgroup,expected,expected_by\n"
    "Reading,2023,60,400,up,%,Learning,80,,,\nReading,2024,61,400,,,,,,63.5,2025\nReading,2026,,,,,,,,71.5,\n"
    "Reading,2024,50,90,,,,,Boys,99.5,2026\n",
    "strategies.csv": "strategy,outcome,partners,started,status,learned,indicator,expected,expected_by\n"
    "Tutors,Learning,Library,2024,test,,Reading,66.75,2026\nRides,Learning,Clinic,2024,test,,,,\n",
}


@pytest.fixture
def ours(read: Callable[[Files], Survey]) -> Partnership:
    return to_partnership(read(FILES))


def finding(partnership: Partnership, name: str) -> Finding:
    return assess(partnership, [name])[0]


def test_the_forecast_due_last_stands_beside_its_indicator(ours: Partnership) -> None:
    table = finding(ours, "indicator_progress").table
    assert table is not None
    (row,) = table.rows
    assert (row["expected"], row["expected_by"]) == (71.5, "2026")
    drawn = indicator_row(row, [{"period": "2024", "at": 2024.0, "value": 61.0, "n": 400}])
    assert "target 80%, 71.5% expected by 2026" in drawn.said


def test_a_strategy_says_what_its_indicator_is_expected_to_be(ours: Partnership) -> None:
    board = finding(ours, "improvement_board").tables["board"]
    assert [(row["strategy"], row["expected"], row["expected_by"]) for row in board.rows] == [
        ("Tutors", 66.75, "2026"),
        ("Rides", None, ""),
    ]


def test_tables_have_no_such_column_where_nothing_is_expected(read: Callable[[Files], Survey]) -> None:
    plain = {
        **FILES,
        "indicators.csv": "indicator,period,value\nReading,2023,60\nReading,2024,61\n",
        "strategies.csv": "strategy,outcome,partners,started,status,learned\nTutors,Learning,Library,2024,test,\n",
    }
    ours = to_partnership(read(plain))
    tables = [finding(ours, "indicator_progress").table, finding(ours, "improvement_board").tables["board"]]
    assert not any(column.name.startswith("expected") for table in tables if table for column in table.columns)


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_other_copy_knows_what_is_expected(ours: Partnership, edition: str) -> None:
    findings = assess(ours)
    assert "66.75" in to_json(make_copy("backbone", ours, findings, "1"))
    copy = make_copy(edition, ours, findings, "1")  # type: ignore[arg-type]
    assert "forecasts" not in copy.partnership.lists
    written = to_json(copy)
    assert not any(value in written for value in ("66.75", "71.5", "63.5", "99.5"))
