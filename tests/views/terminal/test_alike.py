"""Open decisions of one kind together in what ``check`` prints."""

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.views.terminal.alike import first_decisions
from stakeholder_graph.views.terminal.survey_check import survey_check
from tests.views.terminal.test_survey_check import ORGANIZATIONS, SETTINGS, Read, squeezed


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (6, 6), (7, 6), (18, 6)])
def test_at_most_five_and_one_for_the_rest(count: int, shown: int) -> None:
    """One more than five is listed itself, since a line that counts it would be as long."""
    waiting = [Problem(f"Who is “{n}”?", f"Say who “{n}” is.", "ties.csv", n, "to") for n in range(2, 2 + count)]
    assert len(first_decisions(waiting)) == shown


def test_kinds_are_told_apart_by_file_and_by_what_to_do() -> None:
    names = [Problem(f"Who is “{n}”?", "Say it.", "ties.csv", n, ("from", "to")[n % 2]) for n in range(2, 20)]
    others = [Problem("What is a blank?", "Choose it.", "ties.csv"), Problem("Who is “x”?", "Say it.", "export.csv", 4)]
    shown = first_decisions([*names[:9], *others, *names[9:]])
    assert len(shown) == 8
    assert shown[5].what == "13 more decisions are of this kind, of rows 7, 8, 9, 10, 11 and others."
    assert shown[6:] == others


def test_check_counts_all_and_lists_the_first(read: Read) -> None:
    names = ("Quartz", "Zoo", "Vault", "Xylem", "Yonder", "Wharf", "Umber", "Tango")
    rows = "".join(f"A,{name},\n" for name in names)
    files = {"export.csv": f"who,partner_1,partner_2\n{rows}", "organizations.csv": ORGANIZATIONS}
    survey = read(files | {"partnership.toml": SETTINGS})
    of_names = [problem for problem in survey.info.undecided if "is not in the list" in problem.what]
    assert len(of_names) == 8
    lines = squeezed(survey_check(to_partnership(survey)))
    assert sum("is not in the list" in line for line in lines) == 5
    assert any("3 more decisions are of this kind" in line for line in lines)
    assert any(line.startswith(f"{len(survey.info.undecided)} open decisions.") for line in lines)
