"""``start`` where an export has tables beside it, and where a folder holds several network files."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.survey import read_partnership
from tests.survey.follow_advice import accept
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, grid, qualtrics

MEMBERS = "name,sector\nHarbor Clinic,health\nCity Library,culture\nFirst Church,faith\nWren Schools,school\nElm,arts\n"
FUNDING = "funder,grantee\nHarbor Clinic,Wren Schools\nCity Library,Wren Schools\n"
TEAMS = "organization,kind,item\nHarbor Clinic,team,Reading\nWren Schools,team,Reading\nFirst Church,team,Food\n"
OFTEN = grid("often", "How often are you in contact with", HOW_OFTEN)


def start(path: Path, answers: str = "") -> str:
    result = CliRunner().invoke(main, ["start", str(path)], input=answers, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def graphml(*pairs: str, directed: bool = True) -> str:
    nodes = "".join(f'<node id="{name}"/>' for name in sorted(set("".join(pairs))))
    edges = "".join(f'<edge source="{pair[0]}" target="{pair[1]}"/>' for pair in pairs)
    kind = "directed" if directed else "undirected"
    graph = f'<graph edgedefault="{kind}">{nodes}{edges}</graph>'
    return f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{graph}</graphml>'


def read(folder: Path) -> Partnership:
    return to_partnership(read_partnership(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    qualtrics(tmp_path / "survey.csv", [ORG, *OFTEN])
    return tmp_path


def sectors(partnership: Partnership) -> dict[str, str]:
    frame = partnership.graph()["organizations"]
    return dict(zip(frame["organization"], frame["sector"], strict=True))


def ties(partnership: Partnership) -> dict[str, int]:
    graph = partnership.graph()
    return {name: graph.layer(name).n_ties for name in graph.layers}


@pytest.mark.parametrize("name", ["members.csv", "who is in it.csv", "roster 2025.csv"])
def test_a_list_of_organizations_beside_an_export_gives_sectors(folder: Path, name: str) -> None:
    (folder / name).write_text(MEMBERS)
    assert f"1 {name}: organizations, names in “name”, sector in “sector” (sure)" in start(folder)
    partnership = read(folder)
    graph = partnership.graph()
    assert sectors(partnership)["Wren Schools"] == "school"
    assert (len(graph.names), int(graph.answered.sum()), ties(partnership)) == (5, 4, {"contact": 7})
    assert openpyxl.load_workbook(folder / "partnership.xlsx").sheetnames.count("Organizations") == 0


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("funding.csv", FUNDING, "funding"),
        ("referrals.csv", FUNDING.replace("funder,grantee", "From,To"), "referrals"),
        ("who sends to whom.csv", FUNDING.replace("funder,grantee", "source,target"), "who sends to whom"),
    ],
)
def test_a_list_of_another_kind_of_tie_beside_an_export_is_a_layer(
    folder: Path, name: str, content: str, kind: str
) -> None:
    (folder / name).write_text(content)
    (folder / "members.csv").write_text(MEMBERS)
    assert f"all of the kind “{kind}”" in start(folder)
    partnership = read(folder)
    assert ties(partnership) == {"contact": 7, kind: 2}
    graph = partnership.graph()
    assert graph.has_direction("contact")
    # Elm has answered neither: whom it contacts or funds is not known. Of twelve answers to the grid two are blank.
    assert (len(graph.names), int(graph.answered.sum()), graph.layer("contact").n_dyads) == (5, 4, 10)
    assert graph.layer(kind).n_dyads < 20


def test_affiliations_beside_an_export_are_read_and_said_to_be(folder: Path) -> None:
    (folder / "affiliations.csv").write_text(TEAMS)
    assert "affiliations.csv: read under its usual name" in start(folder)
    partnership = read(folder)
    assert len(partnership.graph()["affiliations"]) == 3
    assert ties(partnership) == {"contact": 7}


def test_affiliations_under_another_name_are_proposed(folder: Path) -> None:
    (folder / "working groups.csv").write_text(TEAMS.replace("item", "working group"))
    assert "1 working groups.csv: what organizations take part in" in start(folder)
    accept(folder / "partnership.xlsx")
    assert len(read(folder).graph()["affiliations"]) == 3


def test_what_is_beside_an_export_is_corrected_by_number_and_kept(folder: Path) -> None:
    (folder / "funding.csv").write_text(FUNDING)
    start(folder, "\n1 not used\n")
    assert ties(read(folder)) == {"contact": 7}
    assert "Not read: funding.csv (not used)." in start(folder)
    assert ties(read(folder)) == {"contact": 7}


def test_a_dictionary_beside_an_export_is_said_not_to_be_read(folder: Path) -> None:
    (folder / "codes.csv").write_text("variable,description\noften,How often\norg,Who\n")
    assert "Not read: codes.csv (a list of what columns mean)." in start(folder)
    assert ties(read(folder)) == {"contact": 7}


def test_a_list_that_comes_later_does_not_count_against_the_sheet(folder: Path) -> None:
    start(folder)
    (folder / "members.csv").write_text(MEMBERS)
    assert "members.csv" in start(folder)
    assert len(read(folder).graph().names) == 4


@pytest.mark.parametrize("names", [("funding", "advice"), ("Referrals", "Trust"), ("money", "news")])
def test_two_network_files_are_kinds_of_tie_until_somebody_says_otherwise(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    (tmp_path / f"{names[0]}.graphml").write_text(graphml("AB", "BC", "CD"))
    (tmp_path / f"{names[1]}.graphml").write_text(graphml("AB", "BA", "EA"))
    said = start(tmp_path)
    assert "The files may be rounds of one survey instead of kinds of tie." in said
    assert "A works with B" in said
    partnership = read(tmp_path)
    assert ties(partnership) == {names[0].lower(): 3, names[1].lower(): 3}
    assert len(partnership.graph().names) == 5
    assert (partnership.info.draft, partnership.info.surveyed) == (True, False)
    assert accept(tmp_path / "partnership.xlsx") == 2
    assert not read(tmp_path).info.draft


@pytest.mark.parametrize("names", [("2023", "2025"), ("network 2023", "network 2025"), ("wave 1", "wave 2")])
def test_network_files_with_rounds_in_their_names_are_rounds(tmp_path: Path, names: tuple[str, str]) -> None:
    (tmp_path / f"{names[0]}.graphml").write_text(graphml("AB", "BC", "CD"))
    (tmp_path / f"{names[1]}.graphml").write_text(graphml("AB", "BA"))
    assert "(sure)" in start(tmp_path)
    partnership = read(tmp_path)
    assert [graph.layer("collaboration").n_ties for graph in partnership.graphs.values()] == [3, 2]


def test_networks_that_are_rounds_after_all_are_corrected_by_number(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.graphml").write_text(graphml("AB", "BC"))
    start(tmp_path, "1 round 2025\n2 round 2020\n")
    partnership = read(tmp_path)
    assert list(partnership.graphs) == ["2020", "2025"]
    assert not partnership.info.draft


@pytest.mark.parametrize("name", ["organizations.csv", "members.csv"])
def test_a_network_and_a_list_of_organizations(tmp_path: Path, name: str) -> None:
    (tmp_path / "net.graphml").write_text(graphml("AB", "BC", "CD"))
    (tmp_path / name).write_text("organization,sector\nA,health\nB,school\nC,school\nD,health\nE,arts\n")
    start(tmp_path)
    partnership = read(tmp_path)
    assert (len(partnership.graph().names), ties(partnership)) == (5, {"collaboration": 3})
    assert sectors(partnership) == {"A": "health", "B": "school", "C": "school", "D": "health", "E": "arts"}


def test_several_networks_without_settings_are_asked_about_with_one_step(tmp_path: Path) -> None:
    folder = tmp_path / "our maps"
    folder.mkdir()
    for name in ("funding", "advice"):
        (folder / f"{name}.graphml").write_text(graphml("AB", "BC"))
    result = CliRunner().invoke(main, ["report", str(folder)])
    assert result.exit_code == 2
    assert f'whether they are rounds or kinds of tie: stakeholder-graph start "{folder}"' in result.output
    start(folder)
    assert ties(read(folder)) == {"advice": 2, "funding": 2}
