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
