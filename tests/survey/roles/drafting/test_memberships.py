"""Columns of a list of organizations that say what these take part in are proposed, and drafted as a list says it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership
from tests.survey.follow_advice import accept

LINKS = "From,To\nHarbor,Elm\nElm,Fir\nFir,Elm\n"
MEMBERS = "name,sector,{header},Staff\nHarbor,health,Reading; Food,12\nElm,school,Reading,4\nFir,faith,Food | Jobs,5\n"


def start(folder: Path, answers: str = "") -> str:
    result = CliRunner().invoke(main, ["start", str(folder)], input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("header", "kind"),
    [("Teams", "team"), ("Outcomes", "outcome"), ("Working group", "team"), ("Programs", "activity")],
)
def test_they_are_proposed_until_somebody_confirms(tmp_path: Path, header: str, kind: str) -> None:
    (tmp_path / "links.csv").write_text(LINKS)
    (tmp_path / "members.csv").write_text(MEMBERS.format(header=header))
    assert (
        f"3 members.csv: what organizations take part in, names in “name”, what they take part in in “{header}”"
        in start(tmp_path)
    )
    survey = read_partnership(tmp_path)
    assert survey.info.draft
    assert accept(tmp_path / "partnership.xlsx") == 1
    survey = read_partnership(tmp_path)
    assert not survey.info.undecided
    held = survey["affiliations"]
    assert len(held) == 5  # Reading and Food, Reading, Food and Jobs
    assert set(held["kind"]) == {kind}
    assert set(held["source"]) == {"list"}
    assert (len(survey["organizations"]), len(survey["ties"])) == (3, 3)


@pytest.mark.parametrize(("header", "kind"), [("Teams", "team"), ("Outcomes", "outcome"), ("Programs", "activity")])
def test_they_are_proposed_of_files_under_their_usual_names(tmp_path: Path, header: str, kind: str) -> None:
    (tmp_path / "ties.csv").write_text(LINKS.replace("From,To", "from,to"))
    (tmp_path / "organizations.csv").write_text(MEMBERS.format(header=header).replace("name", "organization"))
    survey = read_partnership(tmp_path)
    (decision,) = survey.info.undecided
    assert (decision.file, f"“{header}”" in decision.what) == ("organizations.csv", True)
    assert "stakeholder-graph start" in decision.todo
    assert not [advice.what for advice in survey.info.advice if "not used" in advice.what]
    assert (
        f"1 organizations.csv: what organizations take part in, names in “organization”, what they take part in in "
        f"“{header}”" in start(tmp_path)
    )
    assert survey["affiliations"].equals(read_partnership(tmp_path)["affiliations"])
    assert accept(tmp_path / "partnership.xlsx") == 1
    survey = read_partnership(tmp_path)
    assert not survey.info.undecided
    held = survey["affiliations"]
    assert (len(held), set(held["kind"]), set(held["source"])) == (5, {kind}, {"list"})
    assert (len(survey["organizations"]), len(survey["ties"])) == (3, 3)
    assert survey["organizations"]["sector"].tolist() == ["school", "faith", "health"]  # Elm, Fir, Harbor


def test_what_affiliations_say_is_not_asked_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(LINKS.replace("From,To", "from,to"))
    (tmp_path / "organizations.csv").write_text(MEMBERS.format(header="Teams").replace("name", "organization"))
    (tmp_path / "affiliations.csv").write_text("organization,kind,item\nHarbor,team,Food\n")
    survey = read_partnership(tmp_path)
    assert not survey.info.undecided
    assert len(survey["affiliations"]) == 1


def test_one_under_its_usual_name_stays_out(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(LINKS.replace("From,To", "from,to"))
    (tmp_path / "organizations.csv").write_text(MEMBERS.format(header="Teams").replace("name", "organization"))
    start(tmp_path, "1 not used\n")
    survey = read_partnership(tmp_path)
    assert not survey.info.undecided
    assert not len(survey["affiliations"])
    assert len(survey["ties"]) == 3


def test_one_that_is_something_else_is_left_out_by_number_and_stays_out(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(LINKS)
    (tmp_path / "members.csv").write_text(MEMBERS.format(header="Teams"))
    start(tmp_path, "3 not used\n")
    for _again in range(2):
        survey = read_partnership(tmp_path)
        assert (len(survey["affiliations"]), len(survey["organizations"])) == (0, 3)
        assert not survey.info.undecided
        assert "New since" not in start(tmp_path)


@pytest.mark.parametrize("cells", ["1,2,2", "yes,no,yes", "North side,East side,Downtown"])
def test_numbers_flags_and_texts_of_ones_own_are_no_memberships(tmp_path: Path, cells: str) -> None:
    rows = zip(("Harbor", "Elm", "Fir"), cells.split(","), strict=True)
    (tmp_path / "links.csv").write_text(LINKS)
    (tmp_path / "members.csv").write_text("name,Teams\n" + "".join(f"{name},{cell}\n" for name, cell in rows))
    assert "3 members.csv" not in start(tmp_path)
    assert not len(read_partnership(tmp_path)["affiliations"])
