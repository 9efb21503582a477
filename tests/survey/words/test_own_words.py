"""A survey in the words that its lists have in another language: the same numbers, in other words."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.problems import SurveyError

EXAMPLE = "surveys/wren-county"
FILES = {
    "organizations.csv": "organization,sector\nMill,Schools\nAcademy,escuelas\nBakery,Business\n",
    "ties.csv": "from,to,layer,value\nMill,Bakery,contact,weekly\n",
    "scales.csv": "scale,value,name,name_es,scale_es\ncontact,1,weekly,cada siete días,trato\n",
    "items.csv": "kind,item,item_es\noutcome,Reading,Lectura\noutcome,Math,\n",
    "affiliations.csv": "organization,kind,item\nMill,outcome,Lectura\nBakery,outcome,Math\n",
    "sectors.csv": "list,sector,sector_es\nours,Schools,Escuelas\nours,Business,\n",
}


def folder(tmp_path: Path, **other: str) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(other.get(name.removesuffix(".csv"), text), "utf-8")
    return tmp_path


def test_every_list_is_in_its_own_words_and_what_has_none_as_it_was_written(tmp_path: Path) -> None:
    ours = sg.read(folder(tmp_path), language="es")
    graph = ours.graph()
    assert ours.info.language == "es"
    assert ours.lists["items"]["item"].tolist() == ["Lectura", "Math"]
    assert sorted(graph["affiliations"]["item"]) == ["Lectura", "Math"]
    assert sorted(graph.organizations["sector"]) == ["Business", "Escuelas", "Escuelas"]
    assert ours.lists["sectors"]["sector"].tolist() == ["Escuelas", "Business"]
    assert list(graph.layers) == ["trato"]
    assert [step.name for step in graph.layers["trato"].steps] == ["cada siete días"]


def test_nothing_changes_where_nobody_chose_a_language(tmp_path: Path) -> None:
    ours = sg.read(folder(tmp_path))
    assert ours.info.language == ""
    # A word in the language of another column is the same item all the same.
    assert sorted(ours.graph()["affiliations"]["item"]) == ["Math", "Reading"]
    assert sorted(ours.graph().organizations["sector"]) == ["Business", "Schools", "Schools"]


def test_the_settings_choose_a_language_and_the_call_another(tmp_path: Path) -> None:
    (folder(tmp_path) / "partnership.toml").write_text('language = "es"\n', "utf-8")
    assert list(sg.read(tmp_path).graph().layers) == ["trato"]
    assert list(sg.read(tmp_path, language="en").graph().layers) == ["contact"]


def test_two_items_of_a_kind_are_not_called_the_same(tmp_path: Path) -> None:
    items = "kind,item,item_es\noutcome,Reading,Lectura\noutcome,Math,lectura\nteam,Reading,Lectura\n"
    with pytest.raises(SurveyError, match="are both called") as refused:
        sg.read(folder(tmp_path, items=items))
    assert [(problem.row, problem.column) for problem in refused.value.problems] == [(3, "item_es")]


def test_steps_and_kinds_of_tie_that_everybody_uses_need_no_column() -> None:
    graph = sg.read(EXAMPLE, language="es").graph()
    assert list(graph.layers) == ["colaboración", "contacto", "confianza"]
    assert [step.name for step in graph.layers["contacto"].steps][1:3] == ["cada año", "trimestralmente"]


def test_every_number_is_the_same_in_both_languages() -> None:
    names = ["ei_index", "sector_mixing", "action_teams", "team_coverage", "agenda_agreement", "sector_coverage"]
    english, spanish = (
        sg.measure(sg.read(EXAMPLE, language=language), names, permutations=99, draws=20) for language in ("en", "es")
    )
    assert [one.name for one in english] == [one.name for one in spanish]
    for here, there in zip(english, spanish, strict=True):
        assert here.value == pytest.approx(there.value, nan_ok=True)
        assert here.range == (there.range and pytest.approx(there.range))


def test_the_example_has_a_word_in_spanish_for_each_of_its_own() -> None:
    english, spanish = (sg.read(EXAMPLE, language=language) for language in ("en", "es"))
    listed = [set(ours.lists["items"]["item"]) for ours in (english, spanish)]
    assert len(listed[0]) == len(listed[1])
    assert not listed[0] & listed[1]
