"""Tables with a role are read as plain tables are: with the settings' word, ids, names without a list, and doubts."""

from pathlib import Path

import pytest

from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.model.survey import Survey
from stakeholder_graph.survey import read_partnership
from tests.front_door.partnership import IDS, TIES, listed, nodes, pairs, square, text


def read(folder: Path, **files: str) -> Survey:
    for name, content in files.items():
        stem, ending = name.rsplit("_", 1)
        (folder / f"{stem}.{ending}").write_text(content)
    return read_partnership(folder)


def test_the_settings_say_what_a_table_is(tmp_path: Path) -> None:
    toml = (
        '[[table]]\nfile = "x.csv"\nrole = "ties"\ncolumns = {from = "b", to = "a"}\nlayer = "advice"\nwave = "2024"\n'
    )
    survey = read(tmp_path, partnership_toml=toml, x_csv=text(pairs("a", "b")), y_csv=text(pairs("From", "To")))
    assert [info.name for info in survey.layers] == ["advice"]
    ties = set(survey["ties"][["wave", "from", "to"]].itertuples(index=False, name=None))
    assert ties == {("2024", b, a) for a, b, _n in TIES}
    assert not survey.info.draft


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('file = "gone.csv"\nrole = "ties"\ncolumns = {from = "a", to = "b"}', "There is no file “gone.csv”"),
        ('file = "x.csv"\nrole = "ties"\ncolumns = {from = "a", to = "c"}', "There is no column “c”"),
        ('file = "x.csv"\nrole = "matrix"', "It lacks a first column with names"),
        ('file = "x.csv"\nrole = "tie"', "“tie” cannot be chosen"),
        ('file = "x.csv"\nrole = "matrix"\ncolumns = {form = "a"}', "no column of this meaning"),
    ],
)
def test_what_the_settings_say_wrongly_is_a_problem(tmp_path: Path, entry: str, message: str) -> None:
    with pytest.raises(SurveyError, match=message):
        read(tmp_path, partnership_toml=f"[[table]]\n{entry}\n", x_csv=text(pairs("a", "b")))


@pytest.mark.parametrize(
    ("columns", "origin"),
    [("{}", "a"), ('{from = "a"}', "a"), ('{to = "b"}', "a"), ('{from = "b"}', "b"), ('{to = "a"}', "b")],
)
def test_an_end_that_the_settings_do_not_name_is_the_other_column(tmp_path: Path, columns: str, origin: str) -> None:
    toml = f'[[table]]\nfile = "x.csv"\nrole = "ties"\ncolumns = {columns}\n'
    survey = read(tmp_path, partnership_toml=toml, x_csv=text(pairs("a", "b")))
    ties = set(survey["ties"][["from", "to"]].itertuples(index=False, name=None))
    assert ties == ({(a, b) for a, b, _n in TIES} if origin == "a" else {(b, a) for a, b, _n in TIES})


def test_a_guess_in_the_settings_makes_a_draft(tmp_path: Path) -> None:
    toml = '[[table]]\nfile = "x.csv"\nrole = "ties"\ncolumns = {from = "a", to = "b"}\ndecided = false\n'
    survey = read(tmp_path, partnership_toml=toml, x_csv=text(pairs("a", "b")))
    (decision,) = survey.info.undecided
    assert "Nobody has confirmed that this is ties" in decision.what
    assert "take out decided = false" in decision.todo


def test_an_id_that_no_organization_has_is_a_problem_at_its_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [*pairs("source", "target", ids=True), ["ALD", "ZOO"]]
    book = {"nodes_csv": text(nodes("id", "name", "sector")), "links_csv": text([[*row, ""] for row in rows])}
    toml = (
        '[[table]]\nfile = "nodes.csv"\nrole = "organizations"\ncolumns = {organization = "name", id = "id"}\n'
        '[[table]]\nfile = "links.csv"\nrole = "ties"\ncolumns = {from = "source", to = "target"}\n'
    )
    with pytest.raises(SurveyError) as raised:
        read(tmp_path, partnership_toml=toml, **book)
    (problem,) = raised.value.problems
    assert (problem.file, problem.row, problem.column) == ("links.csv", 12, "to")
    assert problem.what == "No organization has the id “ZOO”."


def test_names_without_a_list_are_compared_with_each_other(tmp_path: Path) -> None:
    rows = [
        ["To", "From"], ["Birch Elementary School", "Wren Hub"], ["Birch Elementry School", "Wren Funders"],
        ["United Way of Wren County", "Wren Hub"], ["UWWC", "Wren Funders"], ["United Way Wren County", "Wren Lab"],
        ["Elm Library", "Wren Hub"], ["The Elm Library", "Wren Lab"],
    ]  # fmt: skip
    survey = read(tmp_path, list_csv=text(rows))
    assert len(survey["organizations"]) == 6
    assert len(survey.info.undecided) == 3
    assert survey.info.left_out == {"collaboration": 3}
    names = "written,organization\nBirch Elementry School,Birch Elementary School\nUWWC,United Way of Wren County\n"
    survey = read(tmp_path, names_csv=names + "United Way Wren County,United Way of Wren County\n")
    assert (len(survey["organizations"]), len(survey["ties"]), survey.info.draft) == (6, 7, False)


@pytest.mark.parametrize(
    "names",
    [["Ward A", "Ward B", "Ward C"], ["Alder House", "Alder School", "Alder Fund"], ["P01", "P02", "P11"],
     ["YMCA", "YWCA", "YMHA"], ["North Clinic", "South Clinic", "East Clinic"]],
)  # fmt: skip
def test_names_that_differ_in_meaning_are_no_duplicates(tmp_path: Path, names: list[str]) -> None:
    a, b, c = names
    survey = read(tmp_path, list_csv=text([["From", "To"], [a, b], [b, c], [b, a], [c, a]]))
    assert len(survey["organizations"]) == 3
    assert not survey.info.undecided


def test_rows_of_several_files_are_named_where_they_stand(tmp_path: Path) -> None:
    many = text([["From", "To", "Weight"], ["Alder", "Birch", 1], ["Alder", "Alder", 2]])
    survey = read(tmp_path, ties_2023_csv=text([["From", "To", "Weight"], ["Alder", "Birch", 2]]), ties_2024_csv=many)
    (note,) = [advice for advice in survey.info.advice if "with itself" in advice.what]
    assert (note.file, note.row) == ("ties_2024.csv", 3)


def test_who_has_no_row_in_a_roster_matrix_has_not_answered(tmp_path: Path) -> None:
    answered = [str(row[0]) for row in listed("", "")[1:7]]
    survey = read(tmp_path, roster_csv=text(square("Organization", answered)))
    asked = survey["asked"]
    assert set(asked["organization"][asked["answered"]]) == set(answered)
    assert len(asked) == 8
    assert survey.info.answered_known


@pytest.mark.parametrize("years", [("",), ("2023", "2024")])
def test_an_organization_without_a_tie_in_a_matrix_is_listed(tmp_path: Path, years: tuple[str, ...]) -> None:
    """Also where others have no row, so that who has one has answered."""
    names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]
    rows: list[list[object]] = [["", *names], *([name, 0, 0, 0, 0, 0, 0] for name in names[:4])]
    rows[1][2] = 1
    survey = read(tmp_path, **{f"matrix_{year}_csv" if year else "matrix_csv": text(rows) for year in years})
    assert survey["organizations"]["organization"].tolist() == names
    assert set(survey["asked"]["organization"][survey["asked"]["answered"]]) == set(names[:4])
    assert [wave.name for wave in survey.waves] == [year or "1" for year in years]


def test_a_row_of_blanks_beside_zeros_has_not_answered(tmp_path: Path) -> None:
    rows = square()
    rows[8] = [rows[8][0], *[""] * 8]
    survey = read(tmp_path, roster_csv=text(rows))
    assert int(survey["asked"]["answered"].sum()) == 7
    rows[1][3] = ""
    assert any(
        "1 cell of the matrix is blank" in one.what for one in read(tmp_path, roster_csv=text(rows)).info.undecided
    )


def test_kinds_that_run_one_way_are_proposed_so(tmp_path: Path) -> None:
    chain = [["A1 Clinic", "B2 School"], ["B2 School", "C3 Fund"], ["C3 Fund", "D4 Hall"], ["A1 Clinic", "D4 Hall"]]
    survey = read(tmp_path, list_csv=text([["From", "To", "Type"], *([*ends, "funds"] for ends in chain)]))
    assert survey.layers[0].directed
    assert [decision.what for decision in survey.info.undecided] == [
        "No tie of “funds” is returned, and nothing says whether its ties have a direction; they count as one way."
    ]


def test_addresses_of_people_are_no_attributes(tmp_path: Path) -> None:
    rows = [["id", "name", "Email", "County"], *([IDS[n], n, "ada@example.org", "Wren"] for n in sorted(IDS))]
    toml = (
        '[[table]]\nfile = "nodes.csv"\nrole = "organizations"\ncolumns = {organization = "name", id = "id"}\n'
        '[[table]]\nfile = "links.csv"\nrole = "ties"\ncolumns = {from = "From", to = "To"}\n'
    )
    survey = read(tmp_path, partnership_toml=toml, nodes_csv=text(rows), links_csv=text(pairs("From", "To", ids=True)))
    assert list(survey["organizations"]) == ["organization", "sector", "role", "County"]


def test_affiliations_alone_are_enough(tmp_path: Path) -> None:
    survey = read(
        tmp_path,
        organizations_csv=text(listed("organization", "sector")),
        affiliations_csv="organization,kind,item\nAlder Clinic,team,Reading\nElm Library,team,Reading\n",
    )
    assert survey.layers == ()
    assert (len(survey["asked"]), survey.info.surveyed, survey.info.draft) == (8, False, False)


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    rows = [["From", "To", "Since", "Remarks"], *([a, b, "spring", ""] for a, b, _n in TIES)]
    notes = [str(note) for note in read(tmp_path, list_csv=text(rows)).info.advice]
    assert any("1 column is not used: “Since”." in note for note in notes)
