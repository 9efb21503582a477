"""Names that partners gave in plain files and no list holds: a decision in names.csv, as from an export."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.studies.call_list import call_list
from stakeholder_graph.survey import Survey

Read = Callable[[Mapping[str, str | bytes]], Survey]
Problems = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

NAME = "Tribal Health Council"
ORGANIZATIONS = "organization,sector,role,answered\nA,x,backbone,yes\nB,x,,yes\nC,y,,yes\nD,y,,no\nE,y,,yes\n"
TIES = "from,to,layer,value\nA,B,work,2\nA,C,work,1\nB,A,work,1\nB,D,work,1\nC,A,work,1\nE,A,work,1\n"
GIVEN = f"B,{NAME},work,2\nC,tribal  HEALTH council,work,1\nE,{NAME},work,0\nB,Zoo,work,1\n"
TOML = '[layers.work]\npromise = "named"\n'
UNLISTED = f"written,organization\n{NAME},\nZoo,\n"


def files(given: str = GIVEN, **others: str) -> dict[str, str]:
    own = {"organizations.csv": ORGANIZATIONS, "ties.csv": TIES + given, "partnership.toml": TOML}
    return own | {f"{name}.csv": text for name, text in others.items()}


def test_a_name_that_no_list_holds_is_to_be_corrected_or_said_to_be_none_of_the_list(problems: Problems) -> None:
    near = TIES.replace("C,A,", "C,Tribal Health Concil,").replace("E,A,", "Zoo,A,")
    organizations = f"{ORGANIZATIONS}{NAME},y,,yes\n"
    concil, zoo = problems(files("", ties=near, organizations=organizations))
    assert (concil.file, concil.row, concil.column) == ("ties.csv", 6, "to")
    assert "Did you mean “Tribal Health Council”? Correct it, add it to organizations.csv, or say" in concil.todo
    assert "write it in names.csv under “written” and leave “organization” blank" in concil.todo
    # Who answers was asked: there is no other way than the list.
    assert (zoo.row, zoo.column) == (7, "from")
    assert "leave" not in zoo.todo
    found = problems(files("", ties=near, organizations=organizations, names="written,organization\nZoo,\n"))
    assert [problem.column for problem in found] == ["to", "from"]


def test_a_name_that_names_csv_says_is_none_of_the_list_changes_no_number(read: Read) -> None:
    without = read(files(""))
    survey = read(files(names=UNLISTED))
    for name in ("organizations", "ties", "asked", "exceptions", "rosters"):
        assert survey[name].equals(without[name]), name
    # B and C gave it, as they wrote it; E said that there is no tie.
    assert survey["unlisted"].to_numpy().tolist() == [["1", NAME, "B"], ["1", NAME, "C"], ["1", "Zoo", "B"]]
    layer, plain = (to_partnership(each).graph().layer("work") for each in (survey, without))
    assert (
        (layer.n_ties, layer.n_dyads, layer.n_possible_dyads)
        == (plain.n_ties, plain.n_dyads, plain.n_possible_dyads)
        == (6, 16, 20)
    )
    said = [advice.what for advice in survey.info.advice]
    assert f"“{NAME}” is not on your list, as you decided; 2 rows name it, which are no ties." in said


def test_whom_two_partners_named_is_on_the_call_list(read: Read) -> None:
    partnership = to_partnership(read(files(names=UNLISTED)))
    (call,) = [each for each in call_list(partnership, "1", ()) if each.purpose == "invite"]
    assert (call.whom, call.why[0].fields["count"], call.introduce) == (NAME, 2, ("B", "C"))


def test_the_room_never_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    for name, text in files(names=UNLISTED).items():
        (folder / name).write_text(text, encoding="utf-8")
    bare = tmp_path / "bare"
    bare.mkdir()
    for name, text in files("").items():
        (bare / name).write_text(text.replace(TOML, f'name = "ours"\n{TOML}'), encoding="utf-8")
    options = ["--permutations", "99", "--draws", "20", "--quiet"]
    for each in (folder, bare):
        result = CliRunner().invoke(main, ["report", str(each), "-o", str(tmp_path / f"{each.name}-out"), *options])
        assert result.exit_code == 0, result.output
    out, same = tmp_path / "ours-out", tmp_path / "bare-out"
    assert NAME in (out / "backbone-only" / "call-list.html").read_text("utf-8")
    rooms = [path for path in (out / "for-the-room").rglob("*") if path.is_file()]
    assert rooms
    for path in rooms:
        # Byte for byte what it is where nobody gave such a name.
        assert path.read_bytes() == (same / path.relative_to(out)).read_bytes(), path.name


def test_in_one_wave_only(read: Read, problems: Problems) -> None:
    ties = "from,to,layer,wave\nA,B,work,1\nB,Zoo,work,1\nA,B,work,2\n"
    names = "written,organization,wave\nZoo,,{}\n"
    assert len(read(files(ties=ties, names=names.format("1")))["unlisted"]) == 1
    (problem,) = problems(files(ties=ties, names=names.format("2")))
    assert (problem.row, problem.column) == (3, "to")


def test_another_spelling_of_a_name_that_is_none_of_the_list(read: Read) -> None:
    names = f"written,organization\n{NAME},\nTHC,{NAME}\n"
    survey = read(files(f"B,THC,work,1\nC,{NAME},work,1\n", names=names))
    assert survey["unlisted"]["name"].tolist() == [NAME, NAME]


def test_a_name_on_the_list_stays_there_whatever_a_blank_row_says(read: Read) -> None:
    survey = read(files("", names="written,organization\nB,\n"))
    assert len(survey["ties"]) == 6
    assert survey["unlisted"].empty


def test_a_row_that_waits_for_a_decision_is_none(problems: Problems) -> None:
    names = "written,organization,reason\nZoo,,nothing in the list of organizations is like it\n"
    (problem,) = problems(files("B,Zoo,work,1\n", names=names))
    assert (problem.row, problem.column) == (8, "to")
    assert "“reason”" in problem.todo


@pytest.mark.parametrize("limit", [2, 3])
def test_a_name_that_no_list_holds_takes_a_place_where_only_so_many_could_be_given(read: Read, limit: int) -> None:
    asked = "organization,answered,limit\n" + "".join(f"{name},yes,{limit}\n" for name in "ABCE") + "D,no,\n"
    survey = read(files("C,Zoo,work,1\n", asked=asked, names=UNLISTED))
    layer = to_partnership(survey).graph().layer("work")
    # Of two names A, B and C have none left, C because of the zoo: 2 + 2 + 1 dyads are known, and E's 4. Of three
    # names each has one left, and did not give it: all four of each are known.
    assert layer.n_dyads == (9 if limit == 2 else 16)
    assert survey["asked"].set_index("organization")["limit"]["C"] == limit - 1


def test_undirected_files_name_it_in_the_second_column(read: Read) -> None:
    toml = f"directed = false\n{TOML}"
    ties = "from,to,layer\nB,A,work\nC,A,work\nB,AA Zoo,work\n"
    survey = read({**files(ties=ties, names="written,organization\nAA Zoo,\n"), "partnership.toml": toml})
    assert survey["ties"][["from", "to"]].to_numpy().tolist() == [["A", "B"], ["A", "C"]]
    assert survey["unlisted"].to_numpy().tolist() == [["1", "AA Zoo", "B"]]


def test_an_organization_of_the_list_that_nobody_asked_is_told_the_other_way(problems: Problems) -> None:
    asked = "organization,answered\nA,yes\nB,yes\nC,yes\nD,no\nE,yes\n"
    organizations = f"{ORGANIZATIONS}Zoo,y,,no\n"
    (problem,) = problems(files("B,Zoo,work,1\n", asked=asked, organizations=organizations))
    assert (problem.row, problem.column) == (8, "to")
    assert "else take it out of organizations.csv" in problem.todo
    assert "leave “organization” blank" in problem.todo


def test_who_gave_only_such_a_name_has_to_have_answered(problems: Problems) -> None:
    (problem,) = problems(files("D,Zoo,work,1\n", names=UNLISTED))
    assert (problem.row, problem.column) == (8, "from")
    assert "says that it has not answered" in problem.what


def test_a_layer_that_is_misspelled(problems: Problems) -> None:
    scales = "scale,value,name\nwork,1,weekly\nwork,2,daily\n"
    ties = "from,to,layer,value\nA,B,work,weekly\nB,A,wrk,weekly\n"
    (problem,) = problems(files(ties=ties, scales=scales))
    assert (problem.row, problem.column) == (3, "value")
    assert problem.todo == "Did you mean “work”? Otherwise write a number of 0 or more."
