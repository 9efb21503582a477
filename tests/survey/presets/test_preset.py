"""Presets: schema, both languages, and files of one's own."""

import tomllib
from pathlib import Path

import pytest

from stakeholder_graph.measures.representation._voices import voices_in
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets import read_preset, shipped_presets
from stakeholder_graph.survey.presets.preset_tables import preset_tables
from stakeholder_graph.survey.presets.write_preset import write_preset

SHIPPED = list(shipped_presets())


@pytest.mark.parametrize("name", SHIPPED)
def test_each_that_is_shipped_says_everything_in_both_languages(name: str) -> None:
    preset = read_preset(name)
    assert preset.id == name
    kinds = {item.kind for item in preset.items}
    assert kinds == {"outcome", "indicator", "activity", "agenda", "statement", "asset", "need"}
    assert len(preset.sectors) >= 10
    phrases = [preset.title, preset.about, *preset.sectors, *(item.text for item in preset.items)]
    written = tomllib.loads(shipped_presets()[name].read_text("utf-8"))
    assert written["source"], "published sources"
    assert all(phrase.en and phrase.es for phrase in phrases)
    alike = {phrase.en for phrase in phrases if normal(phrase.en) == normal(phrase.es)}
    assert not alike, "left in English"
    outcomes = {item.text for item in preset.items if item.kind == "outcome"}
    for item in preset.items:
        if item.kind == "indicator":
            assert item.good in ("up", "down")
            assert item.outcome in outcomes
    for language in ("en", "es"):  # answers could not tell two of them apart
        for kind in kinds:
            texts = [normal(getattr(item.text, language)) for item in preset.items if item.kind == kind]
            assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("language", ["en", "es"])
def test_residents_parents_or_youth_are_known_among_its_sectors(name: str, language: str) -> None:
    heard = [voices_in(getattr(sector, language)) for sector in read_preset(name).sectors]
    assert any(said.voices for said in heard)
    assert not [said for said in heard if said.unclear]


def test_the_twelve_sectors_of_a_drug_free_coalition() -> None:
    """Public Law 105-20 as amended lists twelve."""
    assert len(read_preset("safety").sectors) == 12


def test_every_problem_of_a_file_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        'title = { es = "Nuestra" }\nties = "referral"\nsectr = []\n[[sector]]\nen = "A"\n[[sector]]\nen = "a"\n'
        '[[outcome]]\nes = "Leer"\nindicators = [{ en = "Absence", good = "less" }, { unit = "%" }]\n'
        "activties = []\n[[agenda]]\n",
        encoding="utf-8",
    )
    with pytest.raises(SurveyError) as error:
        read_preset("ours.toml", tmp_path)
    assert {problem.file for problem in error.value.problems} == {"ours.toml"}
    assert {problem.what for problem in error.value.problems} == {
        "There is no “sectr” in a preset.",
        "The preset has no “id”.",
        "“ties” is no list of texts.",
        "There is no “activties” in [[outcome]] 1.",
        "“less” in [[outcome]] 1, indicators 1 is neither up nor down.",
        "[[outcome]] 1, indicators 2 has no words, neither English nor Spanish.",
        "[[agenda]] 1 has no words, neither English nor Spanish.",
        "[[sector]] 2 repeats [[sector]] 1.",
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("id = ", "The preset cannot be read"),
        ("sector = 3\nid='a'\ntitle={en='A'}", "“sector” is no list."),
        ("title = 3\nid='a'", "title has no words, neither English nor Spanish."),
        ("outcome = [1]\nid='a'\ntitle={en='A'}", "[[outcome]] 1 has no words, neither English nor Spanish."),
    ],
)
def test_odd_files_end_in_a_problem(text: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SurveyError) as error:
        read_preset("ours.toml", tmp_path)
    assert any(problem.what.startswith(what) for problem in error.value.problems)


def _folder(folder: Path, preset: str, sectors: tuple[str, ...]) -> Path:
    folder.mkdir(exist_ok=True)
    rows = "".join(f"Org {k},{sector}\n" for k, sector in enumerate(sectors))
    (folder / "organizations.csv").write_text(f"organization,sector\n{rows}", encoding="utf-8")
    (folder / "ties.csv").write_text("from,to\nOrg 0,Org 1\nOrg 1,Org 0\n", encoding="utf-8")
    (folder / "partnership.toml").write_text(
        f'preset = "{preset}"\n[layers.collaboration]\npromise = "named"\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("sectors", "first"), [(("Hospitals", "Clinics"), "Hospitals"), (("hospitales", "Clínicas"), "Hospitales")]
)
def test_its_sectors_tell_who_is_missing_in_the_language_of_the_list(
    sectors: tuple[str, ...], first: str, tmp_path: Path
) -> None:
    survey = read_partnership(_folder(tmp_path / "p", "health", sectors))
    assert survey["sectors"]["sector"].tolist()[0] == first
    assert len(survey["sectors"]) == 11
    assert not len(survey["items"])  # what nobody was asked about is nobody's lack
    assert survey.info.advice == ()


def test_a_list_of_sectors_of_the_folder_comes_first(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "p", "health", ("A", "B"))
    (folder / "sectors.csv").write_text("list,sector\nOurs,A\nOurs,C\n", encoding="utf-8")
    assert read_partnership(folder)["sectors"]["sector"].tolist() == ["A", "C"]


def test_a_file_of_ones_own_works_the_same_way(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "p", "ours.toml", ("Farms", "Schools"))
    own = 'id = "ours"\ntitle = { en = "Ours" }\n[[sector]]\nen = "Farms"\n[[sector]]\nen = "Mills"\n'
    (folder / "ours.toml").write_text(own, encoding="utf-8")
    survey = read_partnership(folder)
    assert survey["sectors"][["list", "sector"]].to_numpy().tolist() == [["Ours", "Farms"], ["Ours", "Mills"]]
    assert survey.info.advice == ()


def test_a_preset_that_is_not_there_is_a_problem_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SurveyError) as error:
        read_partnership(_folder(tmp_path / "p", "helth", ("A", "B")))
    (problem,) = error.value.problems
    assert (problem.what, problem.file) == ("There is no preset “helth”.", "partnership.toml")
    assert "health" in problem.todo


def test_drafts_read_back_and_overwrite_nothing(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "p", "", ("Hospitales", "B"))
    assert len(write_preset("health", folder, "es")) == 4
    survey = read_partnership(folder)
    assert survey["sectors"]["sector"][0] == "Hospitales"
    assert set(survey["items"]["kind"]) == {"outcome", "indicator", "activity", "agenda", "statement", "asset", "need"}
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(SurveyError) as error:
        write_preset("education", folder)
    assert [problem.file for problem in error.value.problems] == ["items.csv", "sectors.csv", "scales.csv"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_scale_of_a_draft_speaks_its_language_and_says_the_other() -> None:
    scale = preset_tables(read_preset("health"), "es")["scales"]
    assert (scale.texts("name")[0], scale.texts("name_en")[0]) == ("totalmente en desacuerdo", "strongly disagree")
    assert preset_tables(read_preset("health"))["scales"].texts("name_es")[-1] == "totalmente de acuerdo"
