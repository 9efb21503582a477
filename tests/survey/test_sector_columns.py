"""Which columns may be the sector where none is called so, and what a reader is advised."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.sector_columns import sector_candidates, usual_candidate

Read = Callable[[Mapping[str, str | bytes]], Survey]
TIES = "from,to\nA,B\nB,A\nC,D\nD,C\n"
GROUPS = ("Health", "Health", "Schools", "Schools")


def listed(header: str, cells: tuple[str, ...] = GROUPS) -> str:
    return f"organization,{header}\n" + "".join(f"{n},{cell}\n" for n, cell in zip("ABCD", cells, strict=True))


def advised(survey: Survey) -> str:
    return " ".join(str(advice) for advice in survey.info.advice if "is called “sector”" in str(advice))


@pytest.mark.parametrize("header", ["agency_type", "Organization Type", "orgType", "tipo", "Tipo de organización"])
def test_a_column_of_a_usual_name_is_proposed(header: str) -> None:
    columns = {"organization": [*"ABCD"], "county": [*GROUPS], header: [*GROUPS]}
    assert sector_candidates(columns) == [header, "county"]
    assert usual_candidate(sector_candidates(columns)) == header


def test_where_two_have_usual_names_neither_is_proposed() -> None:
    columns = {"org_type": [*GROUPS], "category": [*GROUPS]}
    assert sector_candidates(columns) == ["org_type", "category"]
    assert usual_candidate(sector_candidates(columns)) == ""


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("type", ("Clinic", "School", "Shelter", "Library")),  # as many values as rows
        ("type", ("Clinic", "Clinic", "Clinic", "Clinic")),
        ("type", ("1", "1", "2", "2")),
        ("type", ("2024-01-05", "2024-01-05", "2025-01-05", "2025-01-05")),
        ("type", ("", "", "", "")),
        ("lead_agency", ("yes", "no", "no", "no")),
        ("Líder", ("Sí", "No", "No", "No")),
        ("email", ("a@x.org", "a@x.org", "b@x.org", "b@x.org")),
        ("contact person", ("Ann Lee", "Ann Lee", "Bo Ray", "Bo Ray")),
        ("mail address", ("a@x.org", "a@x.org", "b@x.org", "b@x.org")),
        ("role", ("backbone", "partner", "partner", "partner")),
        ("team", ("Reading", "Reading", "Math", "Math")),
    ],
)
def test_other_columns_are_no_candidates(header: str, cells: tuple[str, ...]) -> None:
    assert sector_candidates({header: cells}) == []


def test_check_is_advised_and_guesses_nothing(read: Read) -> None:
    survey = read({"organizations.csv": listed("agency_type"), "ties.csv": TIES})
    assert set(survey["organizations"]["sector"]) == {"Not stated"}
    assert 'at the top of partnership.toml, such as: sector = "agency_type"' in advised(survey)
    chosen = {"partnership.toml": 'sector = "agency_type"\n'}
    survey = read({"organizations.csv": listed("agency_type"), "ties.csv": TIES, **chosen})
    assert list(survey["organizations"]["sector"]) == [*GROUPS]
    assert advised(survey) == ""


def test_a_column_sector_that_is_blank_throughout_is_none(read: Read) -> None:
    cells = tuple(f",{group}" for group in GROUPS)
    assert "“kind” is the sector" in advised(
        read({"organizations.csv": listed("sector,kind", cells), "ties.csv": TIES})
    )


def test_nothing_is_said_where_there_is_a_sector_or_nothing_to_choose(read: Read) -> None:
    for header, cells in (("sector", GROUPS), ("motto", ("Care", "Learn", "Share", "Lead"))):
        assert advised(read({"organizations.csv": listed(header, cells), "ties.csv": TIES})) == ""
