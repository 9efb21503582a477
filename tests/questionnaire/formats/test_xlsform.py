"""The form for KoboToolbox and ODK: pyxform takes it, it asks nothing beside the point, and no name is a formula."""

import time
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl
import pytest
from pyxform.xls2xform import convert

from stakeholder_graph.questionnaire import Questionnaire
from stakeholder_graph.questionnaire.formats.xlsform import xlsform
from stakeholder_graph.questionnaire.wording.languages import LANGUAGE_NAMES
from tests.questionnaire.folders import FEW, HOSTILE, Versions


def sheets_of(versions: Sequence[Questionnaire]) -> dict[str, list[dict[str, str]]]:
    book = openpyxl.load_workbook(BytesIO(xlsform(versions)))
    sheets = {}
    for sheet in book:
        first, *rows = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
        sheets[sheet.title] = [dict(zip(first, row, strict=True)) for row in rows]
    return sheets


@pytest.mark.parametrize("files", [None, HOSTILE, FEW])
def test_pyxform_takes_the_form(
    files: Mapping[str, str] | None, wren_versions: tuple[Questionnaire, ...], versions: Versions
) -> None:
    surveys = wren_versions if files is None else versions(files)
    made = convert(BytesIO(xlsform(surveys)), file_type=".xlsx", validate=False)
    assert not made.warnings
    for language in LANGUAGE_NAMES.values():
        assert f'<translation lang="{language}"' in made.xform
    grids = [question for question in surveys[0].questions if question.response == "grid"]
    assert made.xform.count('appearance="list-nolabel"') == sum(len(grid.rows) for grid in grids)


def test_form_asks_nothing_about_oneself_and_of_partners_only_what_is_about_them(
    wren_versions: tuple[Questionnaire, ...],
) -> None:
    rows = {row["name"]: row for row in sheets_of(wren_versions)["survey"]}
    assert rows["contact__wren_forward"]["relevant"] == "${organization} != 'wren_forward'"
    assert rows["trust__harbor_flats_clinic"]["relevant"] == (
        "${organization} != 'harbor_flats_clinic' and ("
        + " or ".join(f"${{collaboration__harbor_flats_clinic}} = '{value}'" for value in range(1, 6))
        + ")"
    )
    assert [name for name, row in rows.items() if row["required"]] == ["organization"]
    assert rows["missing"]["label::Español (es)"] == "¿Quién debería estar y no está? Hasta tres."


def test_form_opens_in_the_language_chosen(wren_versions: tuple[Questionnaire, ...]) -> None:
    form = sheets_of(wren_versions[::-1])
    assert form["settings"][0]["default_language"] == "Español (es)"
    assert form["settings"][0]["form_title"].endswith("encuesta a las organizaciones")
    assert list(form["choices"][0])[2] == "label::Español (es)"


def test_bytes_are_the_same_each_time_and_no_cell_is_a_formula(versions: Versions) -> None:
    surveys = versions(HOSTILE)
    first = xlsform(surveys)
    time.sleep(2.1)  # a ZIP archive counts in steps of two seconds
    assert xlsform(surveys) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())
    cells = [cell for sheet in openpyxl.load_workbook(BytesIO(first)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "=1+1" in {cell.value for cell in cells}
