"""asked.csv and rosters.csv keep what they said, and say of the short answers about whom they are."""

import csv
import io

from stakeholder_graph.questionnaire.short.asked_files import asked_files
from stakeholder_graph.questionnaire.short.personal_rosters import PersonalRosters
from stakeholder_graph.tabular.source_table import SourceTable

CIRCLE = PersonalRosters(("A", "B", "C", "D"), 2)
BOTH = {"2024": {"A": True, "B": True}, "2025": {"A": True, "B": False}}


def table(name: str, text: str) -> SourceTable:
    head, *rows = csv.reader(io.StringIO(text))
    columns = {header: [row[place] for row in rows] for place, header in enumerate(head)}
    return SourceTable(f"{name}.csv", columns, list(range(2, 2 + len(rows))))


def test_a_row_of_the_round_gets_its_roster_and_others_stay_as_they_were() -> None:
    there = {
        "organizations": table("organizations", "organization\nA\nB\nC\nD\n"),
        "names": table("names", "written,organization\nbee,B\n"),
        "asked": table(
            "asked", "Wave,organization,limit,note,answered\n2024,B,,x,yes\n2025,A,3,,yes\n2025,bee,,y,no\n"
        ),
        "rosters": table("rosters", 'roster,organization\nold,A\n"short, 2025: B",D\n'),
    }
    files = asked_files(there, CIRCLE, ["B"], wave="2025", answered=BOTH)
    assert files["asked.csv"] == (
        "Wave,organization,limit,note,answered,roster\n2024,B,,x,yes,\n2025,A,3,,yes,\n"
        '2025,bee,,y,no,"short, 2025: B"\n'
    )
    assert files["rosters.csv"] == 'roster,organization\nold,A\n"short, 2025: B",C\n"short, 2025: B",D\n'


def test_a_row_of_all_rounds_is_written_out() -> None:
    there = {"asked": table("asked", "organization,answered\nA,yes\nB,no\n")}
    files = asked_files(there, CIRCLE, ["B"], wave="2025", answered=BOTH)
    assert files["asked.csv"] == (
        'organization,answered,wave,roster\nA,yes,2024,\nA,yes,2025,\nB,no,2024,\nB,no,2025,"short, 2025: B"\n'
    )


def test_without_a_list_everybody_is_written_out() -> None:
    files = asked_files({}, CIRCLE, ["B"], wave="2025", answered=BOTH)
    assert files["asked.csv"] == (
        'wave,organization,answered,roster\n2024,A,yes,\n2024,B,yes,\n2025,A,yes,\n2025,B,no,"short, 2025: B"\n'
    )
