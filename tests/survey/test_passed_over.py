"""Files, headers and names that were once passed over without a word."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection, Problem
from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.formats import read_export

Files = Mapping[str, str | bytes]
Reads = Callable[[Files], Survey]
Problems = Callable[[Files], tuple[Problem, ...]]

PLAIN = {
    "organizations.csv": "organization,sector\nGem,arts\nAda,health\n",
    "ties.csv": "from,to,layer\nGem,Ada,contact\nAda,Gem,contact\n",
}


def advice(survey: Survey) -> list[str]:
    return [str(problem) for problem in survey.info.advice]


@pytest.mark.parametrize("name", ["Partnership.toml", "PARTNERSHIP.TOML", "partnershp.toml", "Partnership.xlsx"])
def test_settings_whose_name_is_nearly_right_are_said(problems: Problems, name: str) -> None:
    said = [str(problem) for problem in problems({**PLAIN, name: 'name = "Wren"'})]
    assert said == [
        f"{name}: This file is not read, because survey settings are called partnership.toml or partnership.xlsx. "
        "Rename it."
    ]


@pytest.mark.parametrize("name", ["Asked.csv", "asked.CSV", "ASKED.csv"])
def test_a_plain_file_is_read_whatever_its_capitals(read: Reads, name: str) -> None:
    ties = "from,to,layer\nGem,Ada,contact\n"
    survey = read({**PLAIN, "ties.csv": ties, name: "organization,answered\nGem,yes\nAda,no\n"})
    asked = survey.frames["asked"]
    assert dict(zip(asked["organization"], asked["answered"], strict=True)) == {"Gem": True, "Ada": False}


def test_a_table_whose_name_has_a_typing_error_is_noticed(read: Reads) -> None:
    survey = read({**PLAIN, "askd.csv": "organization,answered\nGem,yes\nAda,no\n"})
    assert "askd.csv: This file is not read. Is it “asked.csv”? Then rename it." in advice(survey)


@pytest.mark.parametrize(
    ("file", "header", "meant"),
    [("organizations.csv", "secter", "sector"), ("ties.csv", "layr", "layer"), ("organizations.csv", "answred", "")],
)
def test_a_header_with_a_typing_error_is_noticed(read: Reads, file: str, header: str, meant: str) -> None:
    files = dict(PLAIN)
    if meant:
        files[file] = files[file].replace(meant, header)
    else:
        files[file] = "organization,sector,answred\nGem,arts,yes\nAda,health,no\n"
    said = f"{file}, column “{header}”: No column has this name. Is it “{meant or 'answered'}”? Then rename it."
    assert said in advice(read(files))


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\u00ad", "\u2060", "\ufe0f", "\u3164", "\U000e0041", "\u2067"])
def test_names_that_differ_by_what_nobody_sees_are_one(read: Reads, unseen: str) -> None:
    ties = PLAIN["ties.csv"].replace("Gem,Ada", f"G{unseen}em,Ada")
    survey = read({**PLAIN, "ties.csv": ties, "organizations.csv": PLAIN["organizations.csv"] + f"G{unseen}em,arts\n"})
    assert survey.frames["organizations"]["organization"].tolist() == ["Ada", "Gem"]
    assert len(survey.frames["ties"]) == 2
    assert advice(survey)


SAMPLES = Path(__file__).parent / "formats" / "samples"


CUT_OFF = b"PK\x03\x04 cut off"
DICTIONARY = (SAMPLES / "redcap" / "ties-dictionary.csv").read_bytes()


@pytest.mark.parametrize(
    ("sample", "damaged", "data"),
    [
        ("qualtrics", "survey.qsf", CUT_OFF),
        ("qualtrics", "survey.qsf", b"[]"),
        ("qualtrics", "survey.qsf", b'{"SurveyElements": ' + b"[" * 100_000),
        ("kobo/names_with_xlsform.csv", "form.xlsx", CUT_OFF),
        ("redcap/ties.csv", "dictionary.csv", DICTIONARY + b'"never closed'),
    ],
)
def test_a_damaged_file_that_may_explain_an_export_is_noticed(
    tmp_path: Path, sample: str, damaged: str, data: bytes
) -> None:
    path = SAMPLES / sample
    export = path if path.is_file() else min(path.glob("*.csv"))
    (tmp_path / export.name).write_bytes(export.read_bytes())
    (tmp_path / damaged).write_bytes(data)
    inspection = Inspection()
    assert read_export(tmp_path / export.name, export.name, inspection) is not None
    assert [str(problem) for problem in inspection.advice if problem.file == damaged] == [
        f"{damaged}: This file may explain the export, but it is damaged or incomplete and is not used. Download it "
        "again, or remove it."
    ]
