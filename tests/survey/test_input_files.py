"""A file that changes while it is read, or before the report is written, is an error that names it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read, read_partnership
from stakeholder_graph.tabular import source_table

FILES = {
    "organizations.csv": "organization,sector\nA,arts\nB,health\nC,arts\n",
    "ties.csv": "from,to\nA,B\nB,C\n",
}
Change = Callable[[Path], object]


def grow(path: Path) -> None:
    with path.open("a") as stream:
        stream.write("C,A\n")


def replace_by_equal(path: Path) -> None:
    """As programs save: another file takes the name; here even with the same content, size and time."""
    before = path.stat()
    path.with_name("fresh.tmp").write_bytes(path.read_bytes())
    os.utime(path.with_name("fresh.tmp"), ns=(before.st_atime_ns, before.st_mtime_ns))
    path.with_name("fresh.tmp").replace(path)


def overwrite_with_as_many_bytes(path: Path) -> None:
    path.write_text("from,to\nA,C\nB,C\n")


def add_export(path: Path) -> None:
    path.with_name("answers 2025.csv").write_text("Who,How\nA,B\n")


AGAIN = "Save it, close the programs that write to it, and run the command again."
CHANGED = f"ties.csv: This file has changed since the tool began to read it. {AGAIN}"
CHANGES: list[tuple[Change, str]] = [
    (grow, CHANGED),
    (replace_by_equal, CHANGED),
    (overwrite_with_as_many_bytes, CHANGED),
    (Path.unlink, f"ties.csv: This file is gone since the tool began to read it. {AGAIN}"),
    (
        add_export,
        "answers 2025.csv: This file was not there when the tool began to read the folder. "
        "Run the command again once all files are there.",
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def problems(error: SurveyError) -> list[str]:
    return [str(problem) for problem in error.problems]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_change_during_reading_is_said(
    folder: Path, change: Change, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(*arguments: object) -> object:
        change(folder / "ties.csv")
        return real(*arguments)  # type: ignore[arg-type]

    real = read._read
    monkeypatch.setattr(read, "_read", changing)
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    assert problems(caught.value) == [said]


def test_a_change_comes_before_the_problems_that_it_makes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a file that is half-written sees first that it is being written."""

    def changing(*arguments: object) -> object:
        (folder / "ties.csv").write_text("from,to\nA,")
        return real(*arguments)  # type: ignore[arg-type]

    real = source_table.read_table
    monkeypatch.setattr("stakeholder_graph.survey.files.read_table", changing)
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    said, *others = problems(caught.value)
    assert said == CHANGED
    assert others == ["ties.csv, row 2, column “to”: The cell is blank. Fill it in."]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_change_before_the_report_is_said_and_nothing_is_written(folder: Path, change: Change, said: str) -> None:
    partnership = sg.read(folder)
    change(folder / "ties.csv")
    for write in (
        lambda: sg.report(partnership, folder / "outputs", permutations=99, draws=20),
        lambda: sg.draw_map(partnership, folder / "outputs" / "map.html"),
    ):
        with pytest.raises(SurveyError) as caught:
            write()
        assert problems(caught.value) == [said]
    assert not (folder / "outputs").exists()


def test_an_export_elsewhere_that_the_settings_name_is_watched(folder: Path) -> None:
    """Settings may take an export from a folder beside, and from a text file."""
    inner = folder / "survey"
    inner.mkdir()
    (folder / "export.txt").write_text("Who,How often [A],How often [B]\nA,,Weekly\nB,Weekly,\n")
    (inner / "organizations.csv").write_text("organization\nA\nB\n")
    (inner / "partnership.toml").write_text(
        '[[question]]\nkind = "identity"\nfile = "../export.txt"\nrespondent = "Who"\n[[question]]\nkind = "tie"\n'
        'file = "../export.txt"\nlayer = "contact"\nquestion = "How often"\n'
        'scale = [{value = 0, name = "Never", tie = false}, {value = 1, name = "Weekly"}]\n'
    )
    partnership = sg.read(inner)
    grow(folder / "export.txt")
    with pytest.raises(SurveyError, match=r"export\.txt: This file has changed"):
        sg.draw_map(partnership, folder / "map.html")


@pytest.mark.parametrize(
    "name",
    [
        "~$ties.xlsx",
        "~$partnership.xlsx",
        "~$organizations.csv",
        ".~lock.ties.csv#",
        "log.txt",
        "notes.docx",
        "map.png",
    ],
)
def test_what_is_no_input_is_not_watched(folder: Path, name: str) -> None:
    (folder / name).write_text("before")
    partnership = sg.read(folder)
    assert all(problem.file != name for problem in partnership.info.advice)
    (folder / name).write_text("after all")
    sg.draw_map(partnership, folder / "map.html")


def test_a_lock_file_is_never_taken_for_what_it_locks(tmp_path: Path) -> None:
    (tmp_path / "~$partnership.xlsx").write_text("")
    (tmp_path / "~$ties.csv").write_text("")
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert all("Add " in problem.todo for problem in caught.value.problems)
