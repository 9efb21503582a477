"""Names above and beside a matrix: spelled otherwise, shortened, or no names at all; nothing is dropped silently."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership
from stakeholder_graph.survey import read_partnership

NAMES = ["Elm Street School", "Mercy Hospital", "St. Mark's Church", "Harbor YMCA", "City Library"]
SHORT = ["ESS", "MH", "StM", "YMCA", "CL"]
#: Row reports column: 3 + 2 + 2 + 1 + 0 = 8 ties; the church is named by three, and the YMCA by two.
CELLS = [["", 1, 2, 0, 1], [0, "", 1, 1, 0], [1, 0, "", 2, 0], [0, 0, 3, "", 0], [0, 0, 0, 0, ""]]


def matrix(across: list[str], beside: list[str] = NAMES, corner: str = "Organization") -> list[list[object]]:
    return [[corner, *across], *([name, *row] for name, row in zip(beside, CELLS, strict=True))]


def with_totals(
    rows: list[list[object]], word: str = "Total", *, row: bool = True, column: bool = True
) -> list[list[object]]:
    made = [list(cells) for cells in rows]
    if column:
        made = [[*cells, word if number == 0 else 7] for number, cells in enumerate(made)]
    return [*made, [word, *[5] * (len(made[0]) - 1)]] if row else made


def drafted(folder: Path, sheets: dict[str, list[list[object]]]) -> Partnership:
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for cells in rows:
            sheet.append(cells)
    book.save(folder / "survey.xlsx")
    started = CliRunner().invoke(main, ["start", str(folder)], input="\n" * 9, catch_exceptions=False)
    assert started.exit_code == 0, started.output
    return sg.read(folder)


LIST: list[list[object]] = [
    ["Organization", "Abbr.", "Sector"],
    *(list[object](row) for row in zip(NAMES, SHORT, ["School", "Health", "Faith", "Faith", "Library"], strict=True)),
]


def named_by(partnership: Partnership, name: str) -> int:
    graph = partnership.graph()
    reported = graph.layer("collaboration").adjacency.toarray() > 0
    return int(reported[:, list(graph.names).index(name)].sum())


@pytest.mark.parametrize("sector_list", [True, False], ids=["with a list", "without a list"])
@pytest.mark.parametrize(
    "beside", ["Saint Marks Church", "St Marks Church", "The St. Mark's Church", "ST. MARK'S CHURCH"]
)
def test_a_name_spelled_otherwise_above_than_beside_keeps_its_column(
    beside: str, sector_list: bool, tmp_path: Path
) -> None:
    rows = [beside if name == NAMES[2] else name for name in NAMES]
    partnership = drafted(tmp_path, {**({"list": LIST} if sector_list else {}), "ties": matrix(NAMES, rows)})
    layer = partnership.graph().layer("collaboration")
    assert (len(partnership.graph().names), layer.n_ties, layer.directed) == (5, 8, True)


def test_a_name_that_is_only_near_is_a_decision(tmp_path: Path) -> None:
    plain = [[row[0], row[2]] for row in LIST]
    across = ["YMCA of the Harbor" if name == "Harbor YMCA" else name for name in NAMES]
    partnership = drafted(tmp_path, {"list": plain, "ties": matrix(across)})
    said = " ".join(problem.what for problem in partnership.info.undecided)
    assert "YMCA of the Harbor" in said
    # The two reports about it wait for that decision; all others count.
    assert partnership.graph().layer("collaboration").n_ties == 6


def test_a_header_that_nobody_knows_is_a_decision(tmp_path: Path) -> None:
    across = ["Zoo" if name == "City Library" else name for name in NAMES]
    partnership = drafted(tmp_path, {"list": LIST, "ties": matrix(across)})
    assert "Zoo" in " ".join(problem.what for problem in partnership.info.undecided)
    assert partnership.graph().layer("collaboration").n_ties == 7


def test_a_column_that_is_about_no_organization_is_left_out_and_said(tmp_path: Path) -> None:
    rows = matrix(NAMES)
    rows = [[*cells, text] for cells, text in zip(rows, ["Comment", "late", "", "by phone", "", ""], strict=True)]
    partnership = drafted(tmp_path, {"list": LIST, "ties": rows})
    assert partnership.graph().layer("collaboration").n_ties == 8
    assert "“Comment”" in " ".join(advice.what for advice in partnership.info.advice)


@pytest.mark.parametrize("case", ["list", "beside names", "before names", "rows", "both"])
def test_abbreviations_of_the_list_or_of_a_column_are_understood(case: str, tmp_path: Path) -> None:
    ties = matrix(SHORT)
    if case == "beside names":
        ties = [[cells[0], short, *cells[1:]] for cells, short in zip(ties, ["Abbr.", *SHORT], strict=True)]
    if case == "before names":
        ties = [[short, *cells] for cells, short in zip(ties, ["Abbr.", *SHORT], strict=True)]
    if case == "rows":
        ties = matrix(NAMES, SHORT)
    if case == "both":
        ties = matrix(SHORT, SHORT)
    alone = case.endswith("names")
    partnership = drafted(tmp_path, {"ties": ties} if alone else {"list": LIST, "ties": ties})
    assert sorted(partnership.graph().names) == sorted(NAMES)
    assert partnership.graph().layer("collaboration").n_ties == 8
    assert (named_by(partnership, NAMES[2]), named_by(partnership, NAMES[3])) == (3, 2)


def test_numbers_of_the_list_are_understood_as_headers(tmp_path: Path) -> None:
    numbers = [str(number) for number in range(1, 6)]
    listed = [["No.", *LIST[0]], *([int(number), *row] for number, row in zip(numbers, LIST[1:], strict=True))]
    partnership = drafted(tmp_path, {"list": listed, "ties": matrix(numbers)})
    assert sorted(partnership.graph().names) == sorted(NAMES)
    assert partnership.graph().layer("collaboration").n_ties == 8


@pytest.mark.parametrize("word", ["Total", "Totals:", "Sum"])
@pytest.mark.parametrize(("row", "column"), [(True, True), (True, False), (False, True)])
@pytest.mark.parametrize("cell", [0, "x", "n/a"])
def test_totals_are_no_organizations_even_where_sums_do_not_match(
    word: str, row: bool, column: bool, cell: object, tmp_path: Path
) -> None:
    rows = matrix(NAMES)
    rows[5][1] = cell
    partnership = drafted(tmp_path, {"list": LIST, "ties": with_totals(rows, word, row=row, column=column)})
    assert sorted(partnership.graph().names) == sorted(NAMES)
    assert partnership.graph().layer("collaboration").n_ties == 8 + (cell == "x")
    assert f"“{word}”" in " ".join(advice.what for advice in partnership.info.advice)


def test_an_organization_that_is_called_total_is_one_if_the_list_has_it(tmp_path: Path) -> None:
    names = [*NAMES[:4], "Total"]
    listed: list[list[object]] = [*LIST[:5], ["Total", "T", "Energy"]]
    partnership = drafted(tmp_path, {"list": listed, "ties": matrix(names, names)})
    assert "Total" in partnership.graph().names
    assert partnership.graph().layer("collaboration").n_ties == 8


def test_a_symmetric_matrix_stays_one_where_a_header_is_spelled_otherwise(tmp_path: Path) -> None:
    cells = [["", 1, 0, 0, 1], [1, "", 1, 0, 0], [0, 1, "", 1, 0], [0, 0, 1, "", 0], [1, 0, 0, 0, ""]]
    rows = [["Saint Marks Church" if n == NAMES[2] else n, *row] for n, row in zip(NAMES, cells, strict=True)]
    layer = drafted(tmp_path, {"ties": [["", *NAMES], *rows]}).graph().layer("collaboration")
    assert (layer.n_ties, layer.directed) == (4, False)


@pytest.mark.parametrize("change", ["repeated", "one more", "one less", "two more", "repeated with another sector"])
def test_a_list_that_lacks_or_repeats_a_few_is_still_the_list(change: str, tmp_path: Path) -> None:
    listed = [[row[0], row[2], f"contact {number}"] for number, row in enumerate(LIST)]
    listed[0][2] = "Contact note"
    if change.startswith("repeated"):
        listed.append(["Harbor YMCA", "Sports" if change.endswith("sector") else "", "the director"])
    listed += [[f"Agency {number}", "Other", ""] for number in range({"one more": 1, "two more": 2}.get(change, 0))]
    listed = listed[:-1] if change == "one less" else listed
    partnership = drafted(tmp_path, {"list": listed, "ties": matrix(NAMES)})
    graph = partnership.graph()
    undecided = " ".join(problem.what for problem in partnership.info.undecided)
    table = read_partnership(tmp_path)["organizations"]
    sectors = dict(zip(table["organization"], table["sector"], strict=True))
    assert sectors["Harbor YMCA"] == "Faith"
    assert len(graph.names) == {"one more": 6, "two more": 7, "one less": 4}.get(change, 5)
    # Without the library in the list, the tie with it waits for a decision.
    assert graph.layer("collaboration").n_ties == (7 if change == "one less" else 8)
    assert ("City Library" in undecided) == (change == "one less")
    if change.startswith("repeated"):
        said = undecided if change.endswith("sector") else " ".join(note.what for note in partnership.info.advice)
        assert "“Harbor YMCA” is listed in rows 5 and 7" in said
