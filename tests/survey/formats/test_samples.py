"""Every sample export is recognized and read; dropping a file into `samples` adds a test."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.formats.source import open_source
from tests.survey.formats.long_answers import long_answers, questions_of

SAMPLES = Path(__file__).parent / "samples"
REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "exports"
TOOLS = {
    "qualtrics": "Qualtrics",
    "surveymonkey": "SurveyMonkey",
    "google_forms": "Google Forms",
    "microsoft_forms": "Microsoft Forms",
    "kobo": "KoboToolbox",
    "redcap": "REDCap",
    "limesurvey": "LimeSurvey",
    "kumu": "Kumu",
    "plain": "plain",
}


def exports(folder: Path) -> list[Path]:
    """What is an export, and not a file that explains one."""
    files = (path for path in folder.glob("*/*") if path.suffix in (".csv", ".tsv", ".xlsx", ".json", ".zip"))
    return sorted(path for path in files if not re.search(r"dictionary|xlsform|contacts|\.expected\.json", path.name))


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read(path: Path) -> tuple[Responses, Inspection]:
    inspection = Inspection()
    responses = read_export(path, path.name, inspection)
    assert responses is not None, inspection.problems
    assert not inspection.problems
    return responses, inspection


def answers(responses: Responses) -> set[tuple[str, ...]]:
    return {
        (str(answer.row), answer.repeat, answer.question, answer.item, answer.choice, answer.answer)
        for answer in long_answers(responses)
    }


@pytest.mark.parametrize("path", exports(SAMPLES) + (exports(REAL) if REAL.is_dir() else []), ids=named)
def test_it_is_recognized_and_every_column_is_accounted_for(path: Path) -> None:
    responses, _ = read(path)
    assert responses.format.startswith(TOOLS[path.parent.name])
    assert list(responses.table.cells) == [column.header for column in responses.columns]
    assert questions_of(responses)
    ticks = [column.header for column in responses.columns if column.kind == "many"]
    assert {text for header in ticks for text in responses.table.cells[header]} <= {"", "0", "1"}
    for column in responses.columns:
        assert column.wording
        assert "<" not in column.wording


@pytest.mark.parametrize(
    "path", [each for each in exports(SAMPLES) if Path(f"{each}.expected.json").exists()], ids=named
)
def test_it_is_read_as_expected(path: Path) -> None:
    expected = json.loads(Path(f"{path}.expected.json").read_text("utf-8"))
    responses, inspection = read(path)
    questions, long = questions_of(responses), list(long_answers(responses))
    assert responses.format == expected["format"]
    assert len(responses.table) == expected["respondents"]
    assert responses.set_apart == expected.get("set_apart", {})
    assert sorted(responses.unfinished) == expected.get("unfinished", [])
    for question, (kind, items) in expected["questions"].items():
        assert [column.kind for column in questions[question]] == [kind] * len(items), question
        assert [column.item for column in questions[question]] == items
    for question, choices in expected.get("choices", {}).items():
        assert [column.choice for column in questions[question]] == choices
    for question, wording in expected.get("wordings", {}).items():
        assert {column.wording for column in questions[question]} == {wording}
    labels = {column.header: dict(column.labels) for column in responses.columns}
    for header, known in expected.get("labels", {}).items():
        assert list(labels[header].items()) == list(known.items())
    said = {(answer.row, answer.header): answer.answer for answer in long}
    for row, header, answer in expected.get("answers", []):
        assert said[row, header] == answer
    for row, header in expected.get("blanks", []):
        assert (row, header) not in said
        assert header in labels
    repeats = {
        part.name: [list(pair) for pair in zip(part.rows, part.respondents, strict=True)] for part in responses.repeats
    }
    assert repeats == expected.get("repeats", {})
    assert len(inspection.advice) == expected.get("advice", len(inspection.advice))


def rows_of(path: Path) -> list[list[str]]:
    source = open_source(path, path.name, Inspection())
    assert source is not None
    return source.rows


TABLES = [path for path in exports(SAMPLES) if path.suffix in (".csv", ".tsv")]


def beside(path: Path, folder: Path) -> None:
    """What explains the export moves with it."""
    for each in path.parent.iterdir():
        if each.suffix == ".qsf" or re.search("dictionary|xlsform", each.name):
            (folder / each.name).write_bytes(each.read_bytes())


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_the_same_inside_an_archive(path: Path, tmp_path: Path) -> None:
    beside(path, tmp_path)
    with zipfile.ZipFile(tmp_path / "download.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, f"My survey/{path.name}")
        archive.writestr("__MACOSX/My survey/._x.csv", b"\x00")
    assert answers(read(tmp_path / "download.zip")[0]) == answers(read(path)[0])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("path", TABLES, ids=named)
def test_the_same_resaved_by_excel_as_text(path: Path, separator: str, tmp_path: Path) -> None:
    """Another separator, a mark at the start, quotes only where needed, whole numbers with a decimal point."""
    beside(path, tmp_path)
    text = io.StringIO(newline="")
    rows = [[f"{cell}.0" if cell.isdigit() else cell for cell in row] for row in rows_of(path)]
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    (tmp_path / "resaved.csv").write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    assert answers(read(tmp_path / "resaved.csv")[0]) == answers(read(path)[0])


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_the_same_resaved_as_workbook(path: Path, tmp_path: Path) -> None:
    """Numbers and dates become what Excel makes of them."""
    beside(path, tmp_path)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows_of(path), start=1):
        for place, cell in enumerate(row, start=1):
            date = pd.to_datetime(cell) if re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d", cell) else None
            typed = int(cell) if cell.isdigit() else date if date is not None else cell or None
            sheet.cell(number, place, typed).data_type = "s" if typed is cell else "d" if date is not None else "n"
    book.save(tmp_path / "resaved.xlsx")
    assert answers(read(tmp_path / "resaved.xlsx")[0]) == answers(read(path)[0])


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_order_of_respondents_changes_nothing(path: Path, tmp_path: Path) -> None:
    beside(path, tmp_path)
    rows, whole = rows_of(path), read(path)[0]
    first = min(row for table in whole.tables for row in table.rows) - 1
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*rows[:first], *reversed(rows[first:])])
    (tmp_path / "turned.csv").write_text(text.getvalue(), encoding="utf-8")
    turned = read(tmp_path / "turned.csv")[0]
    without = {each[1:] for each in answers(whole)}
    assert {each[1:] for each in answers(turned)} == without
    assert turned.set_apart == whole.set_apart


def test_the_roster_matrix(shared_data: Path) -> None:
    """Counted in the file by hand: 23 respondents, a matrix of 26, and 156 boxes in six kinds of activity."""
    responses, _ = read(shared_data / "exports" / "qualtrics" / "roster_matrix.csv")
    questions = questions_of(responses)
    assert len(responses.table) == 23
    assert len(questions["contact"]) == 26
    assert [column.item for column in questions["contact"]][:2] == ["A Smith", "B Johnson"]
    assert {column.kind for column in questions["contact"]} == {"single"}
    assert {column.kind for column in questions["collab"]} == {"many"}
    assert len({column.choice for column in questions["collab"]}) == 6
    assert {column.header for column in responses.columns if column.kind == "meta"} >= {"ID", "SortID"}
