"""A survey of six organizations in the layout of any tool, drafted by `start` with Enter at every question."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import Survey, read_partnership

PARTNERS = ("Alder House", "Birch School", "Cedar Fund", "Dogwood Clinic", "Elm Academy", "Fir Trust")
#: Who works with whom, by place: ten ties of thirty.
TIES: Mapping[int, Sequence[int]] = {0: (1, 2), 1: (0,), 2: (3, 4, 5), 3: (0,), 4: (2,), 5: (0, 1)}
WHO = "Which organization do you answer for?"
Row = Sequence[str]


def marks(by: int, tick: Iterable[str] = PARTNERS, blank: str = "") -> list[str]:
    """The cells of one respondent in a list with a column for each partner."""
    return [mark if to in TIES[by] else blank for to, mark in enumerate(tick)]


def qualtrics(asked: Sequence[tuple[str, str]], cells: Sequence[Row], ids: bool = True) -> list[Row]:
    """An export of Qualtrics: headers, texts, ids, and a row for each respondent."""
    noted = ("StartDate", "EndDate", "Status", "Progress", "Finished", "ResponseId")
    heads = [*noted, *(header for header, _text in asked)]
    texts = ["Start Date", "End Date", "Response Type", "Progress", "Finished", "Response ID", *(t for _h, t in asked)]
    names = [*noted, *(header.replace("Q", "QID") for header, _text in asked)]
    day = "2026-02-01 09:00:00"
    rows = [[day, day, "IP Address", "100", "True", f"R_{n}abcdefgh", *row] for n, row in enumerate(cells)]
    return [heads, texts, *([[f'{{"ImportId":"{name}"}}' for name in names]] if ids else []), *rows]


def surveymonkey(question: str, options: Row, cells: Sequence[Row]) -> list[Row]:
    """An export of SurveyMonkey in which a second row holds the options."""
    noted = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name"]
    noted += ["Last Name", "Custom Data 1"]
    day = "02/01/2026 09:00:00 AM"
    rows = [[str(11000 + n), "400", day, day, "", "", "", "", "", *row] for n, row in enumerate(cells)]
    first = [*noted, WHO, question, *[""] * (len(options) - 1)]
    return [first, [*[""] * 9, "Open-Ended Response", *options], *rows]


def google(asked: Row, cells: Sequence[Row]) -> list[Row]:
    """A sheet of Google Forms."""
    return [["Timestamp", *asked], *([f"2026/02/0{n} 9:00:00 AM", *row] for n, row in enumerate(cells, start=1))]


def limesurvey(asked: Row, cells: Sequence[Row]) -> list[Row]:
    """An export of LimeSurvey with the full texts of questions."""
    heads = ["Response ID", "Date submitted", "Last page", "Start language", *asked]
    return [heads, *([str(n), "2026-02-01 09:00:00", "3", "en", *row] for n, row in enumerate(cells, start=1))]


def started(folder: Path, rows: Sequence[Row], **others: str) -> Survey:
    """Write the export, run `start` with Enter at every question, and read what it makes of it."""
    write(folder, rows, **others)
    result = CliRunner().invoke(main, ["start", str(folder)], input="")
    assert result.exit_code == 0, result.output
    return read_partnership(folder)


def write(folder: Path, rows: Sequence[Row], **others: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "responses.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    for name, text in others.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def counted(survey: Survey) -> dict[str, tuple[int, int, int]]:
    """Ties, observed dyads and possible dyads by layer."""
    graph = to_partnership(survey).graph()
    layers = {name: graph.layer(name) for name in graph.layers}
    return {name: (layer.n_ties, layer.n_dyads, layer.n_possible_dyads) for name, layer in layers.items()}


def organizations(survey: Survey) -> list[str]:
    names: list[str] = sorted(survey["organizations"]["organization"])
    return names


def names_sheet(folder: Path) -> dict[str, str]:
    """Names that wait for a decision, with what is proposed."""
    sheet = openpyxl.load_workbook(folder / "partnership.xlsx")["Names"]
    rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]]
    return {str(row[0]): str(row[1] or "") for row in rows}


def decide(folder: Path, decisions: Mapping[str, str]) -> None:
    """Write decisions on names into the workbook."""
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    sheet = book["Names"]
    place = [cell.value for cell in sheet[1]].index("decision")
    for row in sheet.iter_rows(min_row=2):
        if row[0].value in decisions:
            row[place].value = decisions[row[0].value]
    book.save(folder / "partnership.xlsx")
