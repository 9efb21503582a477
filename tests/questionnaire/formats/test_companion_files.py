"""The files beside a form, with which an export of its answers reads back."""

import tomllib

from stakeholder_graph.questionnaire.formats.companion_files import companion_files
from stakeholder_graph.survey.settings.model import Settings
from tests.questionnaire.folders import FEW, Asked


def test_names_of_other_rounds_stay_behind(asked: Asked) -> None:
    names = "written,organization,wave\nThe bank,Bank,\nOld bank,Bank,2024\nNew bank,Bank,2025\n"
    beside = companion_files(asked({**FEW, "names.csv": names}), wave="2025")
    assert beside["names.csv"].decode() == "written,organization,wave\nThe bank,Bank,\nNew bank,Bank,2025\n"
    settings = Settings.model_validate(tomllib.loads(beside["partnership.toml"].decode()))
    assert [wave.name for wave in settings.wave] == ["2025"]


def test_in_either_language_not_to_know_says_nothing(asked: Asked) -> None:
    for language in ("en", "es"):
        beside = companion_files(asked(language=language))
        entries = tomllib.loads(beside["partnership.toml"].decode())["question"]
        (tie,) = (entry for entry in entries if entry["kind"] == "tie")
        assert tie["not_known"] == ["99", "do not know", "no sé"]
