"""``presets``, ``examples`` and the question of ``start`` about a preset."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.presets import shipped_presets
from stakeholder_graph.survey.settings.workbook.read import read_workbook


def run(*arguments: str, typed: str | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(arguments), input=typed)
    return done.exit_code, done.output


def test_presets_lists_shows_and_writes(tmp_path: Path) -> None:
    code, said = run("presets")
    assert code == 0
    assert [line.partition(":")[0] for line in said.splitlines()] == list(shipped_presets())
    code, said = run("presets", "health", "--language", "es")
    assert (code, "Hospitales; Clínicas" in said) == (0, True)
    code, said = run("presets", "health", "-o", str(tmp_path / "new"))
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "health.toml",
        "items.csv",
        "scales.csv",
        "sectors.csv",
    ]
    code, said = run("presets", "helth")
    assert code == 2
    assert "There is no preset “helth”." in said
    assert "Traceback" not in said


TIES = "from,to\nA,B\nB,C\nC,A\n"
PEOPLE = "organization,sector\nA,Hospitals\nB,Clinics\nC,Farms\n"


@pytest.mark.parametrize(
    ("typed", "chosen"), [("", ""), ("health", "health"), ("helth", ""), ("none", ""), ("ours.toml", "ours.toml")]
)
def test_start_asks_once_and_none_is_the_default(
    typed: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "network.csv").write_text(TIES)
    (tmp_path / "people.csv").write_text(PEOPLE)
    (tmp_path / "ours.toml").write_text('id = "ours"\ntitle = { en = "Ours" }\n[[sector]]\nen = "Farms"\n')
    asked: list[str] = []

    def answer(text: str, default: str, **_options: object) -> str:
        asked.append(text)
        return typed if text == "Your choice (press Enter for none)" else default

    monkeypatch.setattr("click.prompt", answer)
    for _time in range(2):
        code, said = run("start", str(tmp_path))
        assert code == 0, said
        assert ("There is no preset “helth”." in said) == (typed == "helth")
        assert read_workbook(tmp_path / "partnership.xlsx", Inspection()).settings.preset == chosen
    assert asked.count("Your choice (press Enter for none)") == 2


@pytest.mark.parametrize(
    ("people", "choice", "fits"),
    [
        (PEOPLE, "health", True),
        ("organization,sector\nA,Hospitales\nB,Clínicas\nC,Farms\n", "health", True),
        ("organization,sector\nA,Mills\nB,Banks\nC,Farms\n", "health", False),
        ("organization,sector\nA,Mills\nB,Banks\nC,Farms\n", "", True),
        ("organization\nA\nB\nC\n", "health", True),
    ],
)
def test_start_doubts_a_preset_whose_sectors_nobody_has(
    people: str, choice: str, fits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "network.csv").write_text(TIES)
    (tmp_path / "people.csv").write_text(people)

    def answer(text: str, default: str, **_options: object) -> str:
        return choice if text == "Your choice (press Enter for none)" else default

    monkeypatch.setattr("click.prompt", answer)
    code, said = run("start", str(tmp_path))
    assert code == 0, said
    assert ("The preset may not fit." not in said) == fits
    assert fits or "Is “health” the right preset? Name another, or write your own sectors.csv." in said


def test_examples_lists_and_writes(tmp_path: Path) -> None:
    code, said = run("examples")
    assert code == 0
    assert said.startswith("wren-county: ")
    code, said = run("examples", "wren-county", "-o", str(tmp_path / "w"))
    assert code == 0
    committed = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
    written = {path.name: path.read_bytes() for path in (tmp_path / "w").iterdir()}
    assert written == {path.name: path.read_bytes() for path in committed.iterdir()}
    code, said = run("examples", "wren")
    assert code == 2
    assert "Traceback" not in said
