"""Each table gets a role, by content and headers together, and none is dropped without a word."""

from pathlib import Path

import pytest

from stakeholder_graph.survey.roles.opening.open_tables import open_tables, tables_in
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.together import recognize_all
from tests.front_door.partnership import IDS, NAMES, PARTS, SECTORS, TIES, listed, nodes, pairs, square, text
from tests.front_door.spelling import book


def roles(folder: Path, **files: str) -> dict[str, TableRole]:
    for name, content in files.items():
        (folder / name.replace("_csv", ".csv")).write_text(content)
    found = recognize_all(open_tables(tables_in(folder)))
    return {f"{role.file}:{role.sheet}".rstrip(":"): role for role in found}


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (("From", "To"), {"from": "From", "to": "To"}),
        (("Sender", "Receiver"), {"from": "Sender", "to": "Receiver"}),
        (("target", "source"), {"from": "source", "to": "target"}),
        (("Node_A", "Node_B"), {"from": "Node_A", "to": "Node_B"}),
        (("organization1", "organization2"), {"from": "organization1", "to": "organization2"}),
    ],
)
def test_headers_of_other_tools_name_the_ends(
    tmp_path: Path, headers: tuple[str, str], columns: dict[str, str]
) -> None:
    role = roles(tmp_path, list_csv=text(pairs(*headers)))["list.csv"]
    assert (role.role, role.sure, dict(role.columns)) == ("ties", True, columns)
    assert set(headers) == {"From", "To"} or "We take “" in role.why


@pytest.mark.parametrize(
    "above",
    ["Partners of 2025\n", "Partners of 2025\nas of,March\n", "Partners of 2025\n\ndraft\n", "Partners\nby,Ann\n"],
)
def test_lines_above_the_headers_are_no_headers(tmp_path: Path, above: str) -> None:
    content = f"{above}Organization name,Sector,Town\nGem,Arts,X\nAda,Health,Y\nElm,Arts,Z\n"
    role = roles(tmp_path, list_csv=content)["list.csv"]
    assert (role.role, dict(role.columns)) == (
        "organizations", {"organization": "Organization name", "sector": "Sector"}
    )  # fmt: skip


@pytest.mark.parametrize("header", ["Organización", "ORGANIZACIÓN", "Organizacio\u0301n", "Institución"])
def test_headers_may_have_accents(tmp_path: Path, header: str) -> None:
    content = f"{header},Sector,Zona\nNiñez,Salud,Centro\nPeñón,Gobierno,Centro\nÍñigo,Salud,Sur\n"
    assert roles(tmp_path, list_csv=content)["list.csv"].role == "organizations"


@pytest.mark.parametrize(("header", "kind"), [("Equipo", "team"), ("Comité", "team"), ("Resultado", "outcome")])
def test_spanish_headers_say_what_organizations_take_part_in(tmp_path: Path, header: str, kind: str) -> None:
    role = roles(tmp_path, list_csv=f"Organización,{header}\nNiñez,Uno\nNiñez,Dos\nPeñón,Uno\n")["list.csv"]
    assert (role.role, role.kind) == ("affiliations", kind)


def test_two_columns_with_the_same_names_may_be_ties_in_either_direction(tmp_path: Path) -> None:
    role = roles(tmp_path, list_csv=text(pairs("Agency", "Helps")))["list.csv"]
    assert (role.role, role.sure) == ("ties", False)
    assert "Ties may run from “Helps” to “Agency”." in role.doubt


def test_the_strength_may_be_words_under_any_header(tmp_path: Path) -> None:
    rows = [["From", "To", "Contact", "Notes"], *([a, b, "Weekly" if n > 1 else "Yearly", ""] for a, b, n in TIES)]
    assert roles(tmp_path, list_csv=text(rows))["list.csv"].columns["value"] == "Contact"


def test_free_text_is_no_kind_of_tie(tmp_path: Path) -> None:
    rows = [["From", "To", "Type"], *([a, b, f"They met on day {k}"] for k, (a, b, _n) in enumerate(TIES))]
    assert "layer" not in roles(tmp_path, list_csv=text(rows))["list.csv"].columns


def test_the_table_that_holds_the_ends_lists_the_organizations(tmp_path: Path) -> None:
    found = roles(
        tmp_path,
        nodes_csv=text(nodes("id", "name", "category")),
        edges_csv=text(pairs("source", "target", ids=True)),
        other_csv=text([["id", "name"], ["X1", "Somewhere"], ["X2", "Elsewhere"]]),
    )
    listed_in = found["nodes.csv"]
    assert dict(listed_in.columns) == {"organization": "name", "id": "id", "sector": "category"}
    assert (found["other.csv"].role, found["other.csv"].why) == ("not used", "Another table lists the organizations.")


def test_a_column_that_mixes_names_and_ids_is_not_the_name(tmp_path: Path) -> None:
    rows = [[IDS[n], n, n if k % 2 else IDS[n]] for k, n in enumerate(NAMES)]
    found = roles(
        tmp_path,
        nodes_csv=text([["id", "name", "organization"], *rows]),
        edges_csv=text(pairs("source", "target", ids=True)),
    )
    assert found["nodes.csv"].columns["organization"] == "name"


def test_files_named_after_years_are_rounds_and_others_kinds_of_tie_in_doubt(tmp_path: Path) -> None:
    list_of_ties = text(pairs("From", "To"))
    by_year = roles(tmp_path, survey_2023_csv=list_of_ties, survey_2024_csv=list_of_ties)
    assert {role.wave for role in by_year.values()} == {"2023", "2024"}
    assert all(role.sure and not role.layer for role in by_year.values())
    (tmp_path / "other").mkdir()
    by_kind = roles(tmp_path / "other", funding_csv=list_of_ties, advice_csv=list_of_ties)
    assert {role.layer for role in by_kind.values()} == {"funding", "advice"}
    assert all(not role.sure and "rounds" in role.doubt for role in by_kind.values())


def test_sheets_of_a_workbook_are_tables_of_their_own(tmp_path: Path) -> None:
    book(tmp_path / "all.xlsx", {"Members": listed("Name", "Sector"), "Ties": pairs("From", "To"), "Notes": [["x"]]})
    found = roles(tmp_path)
    assert [role.role for role in found.values()] == ["organizations", "ties", "not used"]
    assert found["all.xlsx:Notes"].why == "It has headers and no rows."


@pytest.mark.parametrize("corner", ["", "organization", "Who"])
def test_a_square_of_names_is_a_matrix(tmp_path: Path, corner: str) -> None:
    assert roles(tmp_path, m_csv=text(square(corner)))["m.csv"].role == "matrix"


def test_a_table_of_attributes_is_no_matrix(tmp_path: Path) -> None:
    assert roles(tmp_path, m_csv=text(listed("Name", "Sector")))["m.csv"].role == "organizations"


def test_ticks_under_projects_are_what_organizations_take_part_in(tmp_path: Path) -> None:
    rows = [["Agency", "Tutoring", "Meals", "Clinic"], *([n, "x", "", "x"] for n in NAMES[:4])]
    role = roles(tmp_path, m_csv=text(rows))["m.csv"]
    assert (role.role, role.kind, role.sure) == ("affiliation table", "activity", False)
    assert "activities, outcomes or teams" in role.doubt


@pytest.mark.parametrize(
    ("header", "kind"), [("Team", "team"), ("Working group", "team"), ("Project", "activity"), ("Outcome", "outcome")]
)
def test_a_list_of_what_organizations_take_part_in_says_its_kind(tmp_path: Path, header: str, kind: str) -> None:
    role = roles(tmp_path, list_csv=text([["Organization", header], *PARTS]))["list.csv"]
    assert (role.role, role.kind, role.sure) == ("affiliations", kind, True)


@pytest.mark.parametrize(
    "content",
    ["variable,description\nq1,who\n", '"Variable / Field Name","Form Name"\nq1,main\n', "Field,Definition\na,b\n"],
)
def test_a_dictionary_is_known_and_not_used(tmp_path: Path, content: str) -> None:
    assert roles(tmp_path, d_csv=content)["d.csv"].role == "dictionary"


def test_answers_of_a_survey_are_answers(tmp_path: Path) -> None:
    rows = [["Timestamp", "Your organization", "Who do you work with?"]]
    rows += [["2025-03-31", name, "x"] for name in NAMES]
    assert roles(tmp_path, form_csv=text(rows))["form.csv"].role == "answers"


def test_indicators_over_time_are_indicators(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Indicator", "Year", "Value"], ["Reading", 2023, 41], ["Reading", 2024, 44]]
    role = roles(tmp_path, data_csv=text(rows))["data.csv"]
    assert dict(role.columns) == {"indicator": "Indicator", "period": "Year", "value": "Value"}


def test_every_table_says_why(tmp_path: Path) -> None:
    found = roles(
        tmp_path,
        edges_csv=text(pairs("source", "target")),
        notes_csv="when,what\nMarch,sent\nApril,sent\n",
        empty_csv="a,b\n",
    )
    assert all(role.why for role in found.values())
    assert found["notes.csv"].role == found["empty.csv"].role == "not used"
    assert len(SECTORS) == 8


@pytest.mark.parametrize("headers", [("First name", "Last name", "Email"), ("Contact", "Phone", "E-mail")])
def test_a_list_of_contacts_is_known_by_its_addresses(tmp_path: Path, headers: tuple[str, ...]) -> None:
    role = roles(tmp_path, people_csv=text([headers, ["Ada", "Gem", "a@example.org"], ["Lee", "Kay", "l@example.org"]]))
    assert (role["people.csv"].role, role["people.csv"].sure) == ("contacts", True)


@pytest.mark.parametrize("first", ["type", "Type"])
@pytest.mark.parametrize("label", ["label", "label::English (en)"])
def test_the_form_behind_an_export_lists_no_organizations(tmp_path: Path, first: str, label: str) -> None:
    questions = [[first, "name", label], ["begin group", "g", "You"], ["text", "org", "Who?"],
                 ["select_multiple orgs", "partners", "Whom?"], ["end group", "", ""]]  # fmt: skip
    choices = [["list_name", "name", "label"], ["orgs", "ald", "Alder Clinic"], ["orgs", "bir", "Birch School"]]
    book(tmp_path / "form.xlsx", {"survey": questions, "choices": choices})
    assert {role.role for role in roles(tmp_path).values()} == {"dictionary"}
