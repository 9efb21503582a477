"""What a partnership is called after its folder: invented folders, and what a person would call what is in them."""

import pytest

from stakeholder_graph.survey.names.partnership_name import name_by_folder


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("tobacco-control", "Tobacco control"),
        ("Alianza por la Lectura", "Alianza por la Lectura"),
        ("Datos Alianza Lectora 2026", "Alianza Lectora"),
        ("wren_county_survey_2025", "Wren county"),
        ("StriveTogether", "StriveTogether"),
        ("Cradle-to-Career (2)", "Cradle-to-Career"),
        ("survey", ""),
        ("Encuesta 2026 v2", ""),
        ("datos de la encuesta", ""),
        ("2026-05-03", ""),
        ("partnership", "partnership"),
    ],
)
def test_a_folder_s_name_without_what_only_names_its_files(folder: str, name: str) -> None:
    assert name_by_folder(folder) == name
