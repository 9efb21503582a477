"""Guesses of what the questions of an export are about."""

from pathlib import Path

import openpyxl
import pytest

from tests.survey.settings.made_exports import ORG, PARTNERS, drafted, guessed, import_id, qualtrics, ticks, write


def test_who_answers_is_whoever_names_the_rows_of_a_grid(export: Path) -> None:
    questions = guessed(export)
    assert questions["org"].kind == "identity"
    assert questions["org"].decided
    assert (questions["often"].kind, questions["often"].layer, questions["often"].decided) == ("tie", "contact", True)


@pytest.mark.parametrize(
    ("wording", "kind", "item"),
    [
        ("Which outcomes does your organization work on?", "outcome", ""),
        ("¿En qué resultados trabaja su organización?", "outcome", ""),
        ("Which committees do you sit on?", "team", ""),
        ("¿En qué comités participa?", "team", ""),
        ("Which sector are you in?", "attribute", "sector"),
        ("What can you offer to others?", "asset", ""),
        ("¿Qué necesita su organización?", "need", ""),
        ("What did you come to? (meetings)", "meeting", ""),
    ],
)
def test_lists_to_tick_are_told_by_their_words(tmp_path: Path, wording: str, kind: str, item: str) -> None:
    options = ("Reading", "Health", "Housing")
    found = guessed(qualtrics(tmp_path / "x.csv", [ORG, *ticks("list", wording, options)]))["list"]
    assert (found.kind, found.item, found.decided) == (kind, item, True)


def test_what_is_unsure_is_marked(tmp_path: Path) -> None:
    asked = [
        ORG,
        *ticks("mixed", "What resources do you need?", ("Staff", "Space")),
        *ticks("dark", "Please tick", ("One", "Two")),
        ("free", "Anything else?", ("a long story of what went on all year", "no more to say about it at all here",
                                    "thank you all for what you do for us", "we liked the meetings a great deal")),
    ]  # fmt: skip
    path = qualtrics(tmp_path / "x.csv", asked)
    found = guessed(path)
    assert (found["mixed"].kind, found["mixed"].decided) == ("need", False)
    assert (found["dark"].kind, found["dark"].decided) == ("ignore", False)
    assert (found["free"].kind, found["free"].decided) == ("ignore", True)
    book = openpyxl.load_workbook(write(path, drafted(path)))
    shown = {row[0].value: row[3] for row in book["Questions"].iter_rows(min_row=2)}
    assert {name: cell.value for name, cell in shown.items()} == {
        "org": "who answers", "mixed": "need?", "dark": "unsure", "free": "leave out",
    }  # fmt: skip
    assert {name for name, cell in shown.items() if cell.fill.start_color.rgb == "FFFFEB3B"} == {"mixed", "dark"}


def test_ratings_are_told_by_their_answers(tmp_path: Path) -> None:
    cells = ("Strongly agree", "Agree", "Disagree", "Not applicable")
    asked = [ORG, *((f"r_{n}", f"Our partnership - {t}", cells) for n, t in enumerate(("We share a goal", "We meet")))]
    found = guessed(qualtrics(tmp_path / "x.csv", asked))["r"]
    assert (found.kind, found.decided, found.not_known) == ("rating", True, ("Not applicable",))


def test_who_answers_may_stand_in_two_columns(tmp_path: Path) -> None:
    asked = [
        ("kind", "Kind", ("Clinic", "School", "Clinic", "School")),
        ("place", "Place", ("North", "North", "South", "South")),
        *((f"w_{n}", f"Who do you work with? - {p}", ("Often", "Never", "Often", "Never")) for n, p in enumerate(
            ("Clinic_North", "School_North", "Clinic_South", "School_South"), start=1)),
    ]  # fmt: skip
    found = guessed(qualtrics(tmp_path / "x.csv", asked))
    assert (found["{kind}_{place}"].kind, found["{kind}_{place}"].decided) == ("identity", True)
    assert (found["w"].kind, found["w"].layer) == ("tie", "collaboration")


def test_a_grid_with_boxes_is_a_kind_of_tie_for_each_box(tmp_path: Path) -> None:
    boxes = ("Share space", "Write grants", "None of these")
    path = tmp_path / "x.csv"
    asked = [
        (f"b_{n}_{m}", f"What do you do together - {p} - {box}", (box if m == 1 else "",) * 4)
        for n, p in enumerate(PARTNERS, start=1)
        for m, box in enumerate(boxes, start=1)
    ]
    qualtrics(path, [ORG, *asked])
    text = path.read_text()
    for n in range(1, 5):
        for m in range(1, 4):
            old = import_id(f"b_{n}_{m}")
            text = text.replace(f'""ImportId"":""{old}""', f'""ImportId"":""{old[:-2]}"",""choiceId"":""{m}""')
    path.write_text(text)
    boxed = [(q.choice, q.kind, q.decided) for q in drafted(path).settings.question if q.question == "b"]
    assert boxed == [("Share space", "tie", False), ("Write grants", "tie", False), ("None of these", "ignore", True)]


@pytest.mark.parametrize(
    ("cells", "kind", "decided"),
    [
        (("City Library", "Women@Work Wren", "Wren Schools", "Harbor Clinic"), "tie", True),
        (("Wren Library", "@Home Wren", "Wren Schools", "Harbor Clinic"), "tie", True),
        (("City Library", "x@wren.org", "Wren Schools", ""), "tie", True),
        (("a@wren.org", "b@wren.org", "c@wren.org", "d@wren.org"), "ignore", False),
        (("a@wren.org", "b@wren.org", "c@wren.org", ""), "ignore", False),
    ],
)
def test_one_cell_never_decides_a_question(tmp_path: Path, cells: tuple[str, ...], kind: str, decided: bool) -> None:
    several = (
        tuple(cell.replace("Wren", f"Wren {'ABC'[n - 1]}").replace("wren", f"w{n}") for cell in cells)
        for n in range(1, 4)
    )
    wording = "Please list the organizations you work with"
    asked = [ORG, *((f"p_{n}", f"{wording} - {n}", column) for n, column in enumerate(several, start=1))]
    found = guessed(qualtrics(tmp_path / "x.csv", asked))["p"]
    assert (found.kind, found.decided) == (kind, decided)


@pytest.mark.parametrize(
    ("cells", "blank"),
    [
        (("Weekly", "", "", "Monthly"), "no tie?"),
        (("2", "", "", "3"), "no tie?"),
        (("Weekly", "Never", "", "Monthly"), "unobserved"),
        (("2", "0", "", "3"), "unobserved"),
        (("Weekly", "Monthly", "Weekly", "Monthly"), "unobserved"),
    ],
)
def test_what_a_blank_means_is_open_where_no_answer_says_no_tie(
    tmp_path: Path, cells: tuple[str, ...], blank: str
) -> None:
    asked = [ORG, *((f"w_{n}", f"How often do you work with - {p}", cells) for n, p in enumerate(PARTNERS, start=1))]
    path = qualtrics(tmp_path / "x.csv", asked)
    assert guessed(path)["w"].blank == blank
    book = openpyxl.load_workbook(write(path, drafted(path)))
    place = [cell.value for cell in book["Questions"][1]].index("a blank means")
    shown = {row[0].value: row[place] for row in book["Questions"].iter_rows(min_row=2)}
    assert shown["w"].value == {"unobserved": "not known"}.get(blank, blank)
    assert (shown["w"].fill.start_color.rgb == "FFFFEB3B") == (blank == "no tie?")
