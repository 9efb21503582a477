"""The form holds every roster and shows each respondent its own."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
from pyxform.xls2xform import convert

from stakeholder_graph.questionnaire import read_plan
from stakeholder_graph.questionnaire.formats.xlsform import xlsform
from stakeholder_graph.questionnaire.short import shorten
from tests.questionnaire.folders import HOSTILE, WREN, write_files


def _relevant(form: bytes) -> dict[str, str]:
    head, *rows = openpyxl.load_workbook(BytesIO(form))["survey"].iter_rows(values_only=True)
    return {str(row[head.index("name")]): str(row[head.index("relevant")] or "") for row in rows}


def test_pyxform_takes_it_and_each_row_is_shown_to_those_who_are_asked() -> None:
    short = shorten(read_plan(WREN), 10)
    form = xlsform(short.versions)
    assert not convert(BytesIO(form), file_type=".xlsx", validate=False).warnings
    relevant = _relevant(form)
    for name, code in short.codes.items():
        shown = re.fullmatch(r"selected\('(.*)', \$\{organization\}\)", relevant[f"contact__{code}"])
        assert shown
        assert shown[1].split() == [short.codes[asker] for asker in short.rosters.askers(name)]
        assert relevant[f"trust__{code}"].startswith(f"{shown[0]} and (${{collaboration__{code}}} = '1'")


def test_names_that_mean_harm_make_a_form_too(tmp_path: Path) -> None:
    short = shorten(read_plan(write_files(tmp_path, HOSTILE)), 4)
    assert not convert(BytesIO(xlsform(short.versions)), file_type=".xlsx", validate=False).warnings


def test_everybody_reads_why_it_is_short_in_its_language() -> None:
    short = shorten(read_plan(WREN), 10)
    assert "29 of the 60 other organizations" in short.versions[0].welcome
    assert "29 de las otras 60 organizaciones" in short.versions[1].welcome
