"""What a person decides in the workbook, and what is wrong with it."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.storage.errors import StorageError
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import LayerSettings, PromiseSettings
from stakeholder_graph.survey.settings.record import record
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes, write_workbook
from stakeholder_graph.survey.settings.write_toml import settings_text
from tests.survey.settings.made_exports import (
    HOW_OFTEN,
    ORG,
    drafted,
    grid,
    problems,
    qualtrics,
    write,
)


def test_the_workbook_reads_back_as_the_settings_it_was_written_from(export: Path) -> None:
    found = drafted(export)
    question = found.settings.question[1].model_copy(
        update={"limit": 3, "promise": "backbone", "combine": "mean", "blank": "no tie", "attributes": ("a", "b")}
    )
    settings = found.settings.model_copy(
        update={
            "question": (found.settings.question[0], question),
            "layers": {"reliable": LayerSettings(asks="trust"), "brings much": LayerSettings(asks="value")},
            "name": "=Ours",
            "directed": False,
            "backbone": "X",
            "strict": True,
            "promises": PromiseSettings(ratings="aggregate", who_answered="named"),
        }
    )
    found = Draft(settings, found.notes, found.tables)
    inspection = Inspection()
    book = read_workbook(write(export, found), inspection)
    assert not inspection.problems
    assert book.settings == settings.model_copy(update={"drafted": record(found)})
    assert dict(book.notes) == dict(found.notes)
    assert workbook_bytes(book.draft()) == workbook_bytes(found)


def test_nothing_in_the_workbook_is_a_formula_or_a_clock(export: Path) -> None:
    found = drafted(export)
    for start in "=+-@":
        names = found.tables["organizations"]["organization"]
        found.tables["organizations"].loc[len(names)] = [f"{start}1+1", "", ""]
    path = write(export, found)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {f"{start}1+1" for start in "=+-@"} <= {cell.value for cell in cells}
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) == {"2000-01-01T00:00:00Z"}


def test_no_answer_is_copied_into_the_workbook(tmp_path: Path) -> None:
    cells = ("Secret one", "Secret two", "Secret one", "Secret two")
    asked = [ORG, ("why", "Why?", cells), *grid("often", "How often are you in contact with", HOW_OFTEN)]
    path = qualtrics(tmp_path / "x.csv", asked)
    book = openpyxl.load_workbook(write(path, drafted(path)))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if "Secret" in str(c.value)]


def test_names_decided_in_the_workbook_count(tmp_path: Path) -> None:
    cells = ("Harbor Clinc", "Zoo", "First Church", "Wren Schools")
    asked = [
        ("org", "What is the name of your organization?", cells),
        *grid("often", "How often in contact", HOW_OFTEN),
    ]
    path = qualtrics(tmp_path / "x.csv", asked)
    target = write(path, drafted(path))
    assert read_partnership(tmp_path).info.undecided
    book = openpyxl.load_workbook(target)
    rows = {row[0].value: row for row in book["Names"].iter_rows(min_row=2)}
    rows["Harbor Clinc"][4].value, rows["Zoo"][4].value = "yes", "new"
    book.save(target)
    survey = read_partnership(tmp_path)
    answered = survey["asked"].query("answered")["organization"].tolist()
    assert sorted(answered) == ["First Church", "Harbor Clinic", "Wren Schools", "Zoo"]


def test_problems_name_sheet_row_and_column(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Questions"]["D3"] = "tye"
    book["Promise"]["E2"] = "public"
    book["Start here"]["B9"] = "perhaps"
    book.save(target)
    assert problems(export.parent) == [
        "partnership.xlsx, sheet “Questions”, row 3, column “what it is”: “tye” cannot be chosen. Did you mean “tie”?",
        "partnership.xlsx, sheet “Promise”, row 2, column “promise”: “public” cannot be chosen. "
        "Choose one of named with strength, named, aggregate, backbone.",
        "partnership.xlsx, sheet “Start here”, row 9, column “Ties have a direction”: “perhaps” cannot be chosen. "
        "Choose one of yes, no.",
    ]


@pytest.mark.parametrize("written", ["named with strength", "Named With Strength", " named  with strength "])
def test_a_promise_may_be_written_in_capitals_and_with_spaces(export: Path, written: str) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Promise"]["E2"] = written
    book.save(target)
    assert [info.promise for info in read_partnership(export.parent).layers] == ["named with strength"]


def test_a_promise_with_a_typing_error_names_its_cell_and_the_word_that_is_meant(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Promise"]["E2"] = "named with strenght"
    book.save(target)
    assert problems(export.parent) == [
        "partnership.xlsx, sheet “Promise”, row 2, column “promise”: “named with strenght” cannot be chosen. "
        "Did you mean “named with strength”?"
    ]


def test_the_first_sheet_says_whether_others_learn_who_answered(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    facts = {row[0].value: row[1] for row in book["Start here"].iter_rows(min_row=6)}
    who, strict = (facts[label] for label in ("Promise about who answered", "Draw lines only with extra caution"))
    assert (who.value, strict.value) == ("count", "no")
    who.value, strict.value = " Named", "YES"
    book.save(target)
    info = read_partnership(export.parent).info
    assert (info.who_answered, info.strict) == ("named", True)
    assert 'who_answered = "named"' in settings_text(read_workbook(target, Inspection()).settings)
    who.value, strict.value = "nmaed", "perhaps"
    book.save(target)
    start = "partnership.xlsx, sheet “Start here”, row"
    assert problems(export.parent) == [
        f"{start} {who.row}, column “Promise about who answered”: “nmaed” cannot be chosen. Did you mean “named”?",
        f"{start} {strict.row}, column “Draw lines only with extra caution”: “perhaps” cannot be chosen. "
        "Choose one of yes, no.",
    ]


def test_scales_in_the_workbook_are_read_as_the_plain_file(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Scales"]["B3"] = "often"
    book.save(target)
    assert "partnership.xlsx, sheet “Scales”, row 3, column “value”" in problems(export.parent)[0]


def test_a_workbook_that_is_open_elsewhere_is_not_written(export: Path) -> None:
    target = write(export, drafted(export))
    before = target.read_bytes()
    (export.parent / "~$partnership.xlsx").write_bytes(b"")
    result = CliRunner().invoke(main, ["codebook", str(export)])
    assert result.exit_code == 2
    assert "Save and close it there" in result.output
    assert target.read_bytes() == before
    assert any("open in a spreadsheet" in each.what for each in read_partnership(export.parent).info.advice)


def test_a_workbook_that_cannot_be_replaced_is_left_as_it_is(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write(export, drafted(export))
    before = target.read_bytes()

    def denied(_: Path, __: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(StorageError, match="another program has it open"):
        write_workbook(target, drafted(export))
    assert target.read_bytes() == before
    assert sorted(path.name for path in export.parent.iterdir()) == ["partnership.xlsx", "survey.csv"]


def test_scales_have_an_empty_column_for_what_steps_are_called_in_the_other_language(export: Path) -> None:
    """The draft is in English; a common step has its usual translation where its cell stays blank."""
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    heads = [cell.value for cell in book["Scales"][1]]
    column = heads.index("name_es") + 1
    assert "name_en" not in heads
    assert {cell.value for cell in book["Scales"][openpyxl.utils.get_column_letter(column)][1:]} == {None}
