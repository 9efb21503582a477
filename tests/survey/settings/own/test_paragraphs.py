"""Paragraphs and the order of the report: what may be written, in both spellings, and what is said of what may not."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.own_pages import Paragraph
from stakeholder_graph.model.problems import Inspection, SurveyError
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.settings.convert import convert_settings
from stakeholder_graph.survey.settings.own.spelled import LONGEST, LONGEST_INTRODUCTION
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.text import speaking
from tests.facts.own_survey import own_survey, picture

#: Markup, a formula, right to left, and what a cell of a spreadsheet could take for something else.
ODD = [
    "<b>bold</b> & <script>alert(1)</script>",
    "=SUM(A1:A9)",
    "نجتمع كل شهر",
    "'quoted",
    "-",
    "{name} %s {{ 7 * 7 }}",
]
EVERYTHING = """
[pages]
logo = "logo.png"
order = ["missing", "Outcomes"]
[colours]
Health = "#00aacc"
Schools = "#7b1fa2"
[[paragraph]]
place = "Introduction"
text = "Hello."
text_es = "Hola."
readers = "Community"
[[paragraph]]
place = "before"
part = "outcomes"
title = "What we did"
title_es = "Lo que hicimos"
text = '''
First line,
second line.

Another.
'''
"""


PARTS = "outcomes, indicators, conditions, sectors, missing, agenda, network or meetings"


def paragraph(text: str, **more: str) -> str:
    keys = {"place": "closing", "text": text, **more}
    return "[[paragraph]]\n" + "\n".join(f"{key} = '''{value}'''" for key, value in keys.items()) + "\n"


def problems(folder: Path, settings: str) -> list[str]:
    with pytest.raises(SurveyError) as caught:
        read_partnership(own_survey(folder, settings))
    return list(map(str, caught.value.problems))


def test_everything_is_read(tmp_path: Path) -> None:
    own = read_partnership(own_survey(tmp_path, EVERYTHING, picture())).info.own_pages
    assert own.logo is not None
    assert (own.order, own.colours) == (("missing", "outcomes"), (("Health", "#00aacc"), ("Schools", "#7b1fa2")))
    assert own.paragraphs == (
        Paragraph("Hello.", "introduction", readers="community"),
        Paragraph("First line,\nsecond line.\n\nAnother.", "before", "outcomes", "What we did"),
    )
    assert own.paragraphs[1].texts == ("What we did", "First line,\nsecond line.", "Another.")


def test_in_spanish_paragraphs_and_sectors_are_in_spanish_where_somebody_wrote_them(tmp_path: Path) -> None:
    own = read_partnership(own_survey(tmp_path, EVERYTHING, picture()), language="es").info.own_pages
    assert [(said.title, said.text.splitlines()[0]) for said in own.paragraphs] == [
        ("", "Hola."),
        ("Lo que hicimos", "First line,"),
    ]
    assert own.colours == (("Salud", "#00aacc"), ("Escuelas", "#7b1fa2"))


@pytest.mark.parametrize("text", ODD)
def test_text_is_text_in_both_spellings(tmp_path: Path, text: str) -> None:
    written = paragraph(text.replace("'", "’"), readers="partners")
    path = own_survey(tmp_path, written) / "partnership.toml"
    before = read_settings(path, Inspection())
    convert_settings(path)
    workbook = read_workbook(tmp_path / "partnership.xlsx", Inspection()).settings
    assert workbook.paragraph == before.paragraph
    assert workbook.paragraph[0].text == text.replace("'", "’")


def test_the_workbook_and_the_text_say_the_same(tmp_path: Path) -> None:
    path = own_survey(tmp_path, EVERYTHING, picture()) / "partnership.toml"
    before = read_settings(path, Inspection())
    own = read_partnership(tmp_path).info.own_pages
    convert_settings(path)
    assert read_partnership(tmp_path).info.own_pages == own
    convert_settings(tmp_path / "partnership.xlsx")
    after = read_settings(path, Inspection())
    assert (after.pages, after.colours, after.paragraph) == (before.pages, before.colours, before.paragraph)
    assert '[colours]\nHealth = "#00aacc"' in path.read_text(encoding="utf-8")


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    wrong = """
    [pages]
    order = ["outcome", "missing"]
    logos = "x.png"
    [colours]
    Health = "red"
    [[paragraph]]
    place = "before"
    text = "x"
    [[paragraph]]
    place = "closing"
    part = "network"
    text = "x"
    [[paragraph]]
    place = "closing"
    text = "  "
    [[paragraph]]
    place = "top"
    text = "x"
    markup = true
    """
    said = problems(tmp_path, wrong)
    assert [line.split(": ")[0] for line in said] == [
        "partnership.toml, pages, order 1",
        "partnership.toml, pages",
        "partnership.toml, colours, Health",
        "partnership.toml, paragraph 1",
        "partnership.toml, paragraph 2",
        "partnership.toml, paragraph 3, text",
        "partnership.toml, paragraph 4, place",
        "partnership.toml, paragraph 4",
    ]
    assert said[0].endswith("“outcome” cannot be chosen. Did you mean “outcomes”?")
    assert said[3].endswith(f"As its part write {PARTS}.")
    assert "Did you mean “logo”?" in said[1]
    assert "introduction, before, after or closing" in said[6]


def test_a_part_that_there_is_not_is_answered_with_those_there_are(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, paragraph("x", place="before", part="results"))
    assert said == f"partnership.toml, paragraph 1, part: “results” cannot be chosen. Choose {PARTS}."
    (said,) = problems(tmp_path, paragraph("x", place="before", part="mising"))
    assert said == "partnership.toml, paragraph 1, part: “mising” cannot be chosen. Did you mean “missing”?"


def test_in_the_words_of_the_reader(tmp_path: Path) -> None:
    with speaking("es"):
        (said,) = problems(tmp_path, paragraph("x", place="before"))
    assert said.endswith(
        "Como parte escriba outcomes, indicators, conditions, sectors, missing, agenda, network o meetings."
    )


def test_the_order_names_each_part_once(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, '[pages]\norder = ["missing", "Missing"]')
    assert "The order names a part of the report twice." in said


def test_what_only_the_survey_tells_is_wrong_too(tmp_path: Path) -> None:
    settings = '[pages]\nlogo = "none.png"\n[colours]\nZoos = "#0072b2"\nHealth = "#fff"'
    assert [line.split(": ")[0] for line in problems(tmp_path, settings)] == [
        "partnership.toml, logo",
        "partnership.toml, colours",
        "partnership.toml, colours",
    ]


def test_a_sheet_s_problem_has_its_row_and_column(tmp_path: Path) -> None:
    path = own_survey(tmp_path, EVERYTHING, picture()) / "partnership.toml"
    convert_settings(path)
    import openpyxl

    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    book["Colours"]["B3"], book["Paragraphs"]["C2"], book["Paragraphs"]["B3"] = "purple", "everyone", None
    book.save(tmp_path / "partnership.xlsx")
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    assert [problem.where for problem in caught.value.problems] == [
        "partnership.xlsx, sheet “Colours”, row 3, column “colour”",
        "partnership.xlsx, sheet “Paragraphs”, row 2, column “who may read it”",
        "partnership.xlsx, sheet “Paragraphs”, row 3",
    ]


def test_an_unknown_sector_of_the_sheet_has_its_row(tmp_path: Path) -> None:
    convert_settings(own_survey(tmp_path, EVERYTHING, picture()) / "partnership.toml")
    import openpyxl

    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    book["Colours"]["A3"] = "Scools"
    book.save(tmp_path / "partnership.xlsx")
    with pytest.raises(SurveyError, match=r"row 3: There is no sector “Scools”. Did you mean “Schools”"):
        read_partnership(tmp_path)


def test_a_very_long_paragraph_is_shown_and_a_longer_one_refused(tmp_path: Path) -> None:
    long = ("word " * (LONGEST // 5)).strip()
    assert len(read_partnership(own_survey(tmp_path, paragraph(long))).info.own_pages.paragraphs[0].text) == LONGEST - 1
    (said,) = problems(tmp_path, paragraph(long + " xx"))
    assert said.startswith("partnership.toml, paragraph 1, text: This setting cannot be “word word")
    assert said.endswith("…”. Write no more than 10,000 letters.")
    assert len(said) < 200


def test_an_introduction_fits_on_page_one(tmp_path: Path) -> None:
    fits = paragraph("x" * LONGEST_INTRODUCTION, place="introduction")
    assert read_partnership(own_survey(tmp_path, fits)).info.own_pages.paragraphs
    long = "x" * (LONGEST_INTRODUCTION + 1)
    for more in ({"text": long}, {"text": "Short.", "text_es": long}):
        (said,) = problems(tmp_path, paragraph(**more, place="introduction"))
        assert "too long for page one, which has room for 300 letters" in said


def test_page_one_has_room_for_one_paragraph(tmp_path: Path) -> None:
    once = paragraph("One.\nStill one.", place="introduction")
    assert read_partnership(own_survey(tmp_path, once)).info.own_pages.paragraphs[0].lines == ("One.\nStill one.",)
    (said,) = problems(tmp_path, paragraph("One.\n \nTwo.", place="introduction"))
    assert "The introduction has a blank line in it." in said
    (said,) = problems(tmp_path, once + once)
    assert "There is more than one introduction" in said


def test_names_in_what_others_read_are_pointed_at(tmp_path: Path) -> None:
    settings = (
        paragraph("Thanks to ELM  library and the Fir Shelters.", readers="partners")
        + paragraph("Elm Library again.")
        + paragraph("Nobody.", readers="community", text_es="Gracias, Fir Shelter")
    )
    advice = [note for note in sg.read(own_survey(tmp_path, settings)).info.advice if "names" in note.what]
    assert [(note.row, note.what) for note in advice] == [
        (2, "This paragraph is for others to read and names “Elm Library”."),
        (9, "This paragraph is for others to read and names “Fir Shelter”."),
    ]
