"""Gathering communities: all problems at once, what could be meant two ways, and the same numbers everywhere."""

import json
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.model.problems import SurveyError
from tests.communities.made import communities, community

QUICK = 99


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return communities(tmp_path_factory.mktemp("towns"), 3, 12, waves=2)


def problems(*given: object, **wanted: object) -> list[str]:
    with pytest.raises(SurveyError) as error:
        sg.across(given, permutations=QUICK, **wanted)  # type: ignore[arg-type]
    return [str(problem) for problem in error.value.problems]


def test_a_second_process_gives_the_same_numbers(towns: list[Path]) -> None:
    second = SecondProcess("stakeholder_graph.communities.gather")
    try:
        beside = sg.across(towns, permutations=QUICK, second=second)
    finally:
        second.close()
    assert beside == sg.across(towns, permutations=QUICK)


def test_a_community_has_the_same_numbers_alone_and_among_others(towns: list[Path]) -> None:
    three, two = (sg.across(given, permutations=QUICK).latest for given in (towns, towns[::-1][:2]))
    assert three[1:] == two


def test_every_survey_or_the_latest(towns: list[Path]) -> None:
    found = sg.across(towns, waves="all", permutations=QUICK)
    assert [(wave.wave, wave.latest) for wave in found.waves] == [("1", False), ("2", True)] * 3
    assert found.latest == sg.across(towns, permutations=QUICK).waves


def test_all_problems_of_all_partnerships_at_once(tmp_path: Path, towns: list[Path]) -> None:
    broken = []
    for name in ("East", "West"):
        broken.append(community(tmp_path / name, 1, n=20))
        (broken[-1] / "ties.csv").write_text("from,to\nNobody,Organization 01\n")
    (tmp_path / "empty").mkdir()
    found = problems(*broken, tmp_path / "empty", tmp_path / "absent", towns[0], towns[0])
    for where in (*(path / "ties.csv" for path in broken), tmp_path / "empty", tmp_path / "absent"):
        assert any(problem.startswith(str(where)) for problem in found), where
    assert sum("named twice" in problem for problem in found) == 1


def test_two_communities_of_one_name_are_asked_about(tmp_path: Path) -> None:
    same = [community(tmp_path / folder, 1, name="Springfield", n=20) for folder in ("a", "b")]
    (problem,) = problems(*same)
    assert "2 communities are called “Springfield”" in problem


def test_several_kinds_of_tie_are_asked_about(tmp_path: Path, towns: list[Path]) -> None:
    path = community(tmp_path / "Both", 1, n=20)
    ties = (path / "ties.csv").read_text().replace(",collaboration,", ",contact,")
    rows = ties.splitlines()
    half = [row.replace(",contact,", ",referral,") for row in rows[len(rows) // 2 :]]
    (path / "ties.csv").write_text("\n".join([*rows[: len(rows) // 2], *half]) + "\n")
    (path / "partnership.toml").write_text('name = "Both"\n')
    (problem,) = problems(path, towns[0])
    assert "“referral” and “contact”" in problem
    assert "--layer" in problem
    found = sg.across([path, towns[0]], layers=["contact", "collaboration"], permutations=QUICK)
    assert [wave.layer for wave in found.latest] == ["contact", "collaboration"]


def test_one_community_has_nobody_beside_it(towns: list[Path]) -> None:
    assert "only one community" in problems(towns[0])[0]


def test_fingerprints_stand_beside_folders(tmp_path: Path, towns: list[Path]) -> None:
    made = Fingerprint("20-49", 2025, "75 % and more", ("Schools",), 0.18)
    for name in ("North", "South"):
        (tmp_path / f"{name}.json").write_text(made.to_text())
    found = sg.across([tmp_path / "North.json", *towns, tmp_path / "South.json"], permutations=QUICK)
    assert dict(found.fingerprints) == {"North": made, "South": made}
    assert len(found.latest) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"organizations": "37"},
        {"sectors": ["The old mill"]},
        {"words": [{"id": "sectors_apart", "about": ["The old mill", "Schools"]}]},
        {"density": 1.2},
        {"seed": 7},
        {"year": "spring"},
        {"schema": "stakeholder-graph/fingerprint/9"},
    ],
)
def test_a_fingerprint_says_nothing_else(tmp_path: Path, towns: list[Path], change: dict[str, object]) -> None:
    content = json.loads(Fingerprint("20-49", 2025).to_text()) | change
    (tmp_path / "odd.json").write_text(json.dumps(content))
    (problem,) = problems(tmp_path / "odd.json", towns[0])
    assert problem.startswith("odd.json: ")
    assert next(iter(change)) in problem


def test_a_folder_of_folders_is_said_to_be_one(tmp_path: Path) -> None:
    for name in ("East", "West"):
        community(tmp_path / "our towns" / name, 1, n=20)
    (said,) = problems(tmp_path / "our towns")
    assert "holds no survey itself, but 2 folders with one each" in said
    assert f'write "{tmp_path / "our towns"}"/*' in said
