"""Several ticks in one cell of a grid: each box is a kind of tie, whatever stands between them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from stakeholder_graph.survey.formats.options.several import ticks_in
from tests.survey.started import PARTNERS, WHO, Row, counted, google, limesurvey, qualtrics, started, surveymonkey

#: Seven ties of the one kind and five of the other; the last respondent ticked nothing at all.
ADVICE = {0: (1, 2), 1: (0,), 2: (3,), 3: (5,), 4: (1, 3)}
SUPPORT = {0: (2,), 1: (0, 4), 3: (4,), 4: (3,)}
ASKED = "Whom have you turned to?"


def cells(separator: str, advice: str = "Advice", support: str = "Support") -> list[list[str]]:
    """A row for each respondent, a cell for each partner."""
    rows = []
    for by, name in enumerate(PARTNERS):
        boxes = [[advice] * (to in ADVICE.get(by, ())) + [support] * (to in SUPPORT.get(by, ())) for to in range(6)]
        rows.append([name, *(separator.join(ticked) for ticked in boxes)])
    return rows


def in_qualtrics(separator: str, *options: str) -> list[Row]:
    asked = [(f"Q2_{n}", f"{ASKED} - {name}") for n, name in enumerate(PARTNERS, start=1)]
    return qualtrics([("Q1", WHO), *asked], cells(separator, *options))


def in_google(separator: str, *options: str) -> list[Row]:
    return google([WHO, *(f"{ASKED} [{name}]" for name in PARTNERS)], cells(separator, *options))


def in_limesurvey(separator: str) -> list[Row]:
    return limesurvey([WHO, *(f"{ASKED} [{name}]" for name in PARTNERS)], cells(separator))


def in_boxes_of_limesurvey() -> list[Row]:
    asked = [WHO, *(f"{ASKED} [{name}][{box}]" for name in PARTNERS for box in ("Advice", "Support"))]
    rows = []
    for row in cells(";"):
        rows.append([row[0], *("Yes" if box in cell else "" for cell in row[1:] for box in ("Advice", "Support"))])
    return limesurvey(asked, rows)


def in_microsoft(text: str) -> list[Row]:
    """A question for each partner, with a semicolon behind each tick."""
    heads = ["ID", "Start time", "Completion time", "Email", "Name", WHO, *(text.format(name) for name in PARTNERS)]
    rows = [[row[0], *(f"{cell};" if cell else "" for cell in row[1:])] for row in cells(";")]
    return [heads, *([str(n), "2026-02-01", "2026-02-01", "", "", *row] for n, row in enumerate(rows, start=1))]


LAYOUTS: dict[str, Sequence[Row]] = {
    "Qualtrics": in_qualtrics(","),
    "Qualtrics, saved again": in_qualtrics(", "),
    "Google Forms, sheet": in_google(", "),
    "Google Forms, download": in_google(";"),
    "SurveyMonkey": surveymonkey(ASKED, PARTNERS, cells(", ")),
    "LimeSurvey": in_limesurvey("; "),
    "LimeSurvey, a column for each box": in_boxes_of_limesurvey(),
    "Google Forms, a question for each": google(
        [WHO, *(f"How have you worked with {n}?" for n in PARTNERS)], cells(", ")
    ),
    "Microsoft Forms": in_microsoft("How have you worked with {}?"),
    "Microsoft Forms, names": in_microsoft("{}"),
    "plain, names": [["Organization", *PARTNERS], *cells("; ")],
    "plain, lines": [["Organization", *(f"{ASKED} [{name}]" for name in PARTNERS)], *cells("\n")],
    "plain, bars": [["Organization", *(f"{ASKED} [{name}]" for name in PARTNERS)], *cells(" | ")],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_box_is_a_kind_of_tie(tmp_path: Path, layout: str) -> None:
    survey = started(tmp_path / "ours", LAYOUTS[layout])
    # What a blank means is open; who left the whole question blank has not answered it.
    assert counted(survey) == {"advice": (7, 25, 30), "support": (5, 25, 30)}
    asked = survey["asked"].set_index(["layer", "organization"])["answered"]
    assert not asked["advice", "Fir Trust"]
    assert not asked["support", "Fir Trust"]
    assert asked["support", "Cedar Fund"]  # it ticked the other box only
    said = [decision.what for decision in survey.info.undecided]
    assert sum("says that there is no tie. Blanks count as no tie." in what for what in said) == 2


@pytest.mark.parametrize(
    ("separator", "advice", "support"),
    [
        (",", "Advice, ideas", "Support"),
        (",", "Advice,ideas", "Money, rooms"),
        (", ", "Advice, ideas", "Support, money, rooms"),
        (";", "Advice, ideas", "Support"),
    ],
)
@pytest.mark.parametrize("layout", [in_qualtrics, in_google])
def test_an_option_may_hold_a_comma(
    tmp_path: Path, layout: Callable[..., list[Row]], separator: str, advice: str, support: str
) -> None:
    survey = started(tmp_path / "ours", layout(separator, advice, support))
    assert counted(survey) == {advice.casefold(): (7, 25, 30), support.casefold(): (5, 25, 30)}


def test_statements_of_microsoft_forms_are_the_rows_of_a_grid(tmp_path: Path) -> None:
    heads = ["ID", "Start time", "Completion time", "Email", "Name", WHO, *PARTNERS, *(f"{name}2" for name in PARTNERS)]
    steps, trust = ("Never", "Monthly", "Weekly"), ("Not at all", "A little", "Fully")
    rows = []
    for by, name in enumerate(PARTNERS):
        asked = [["" if to == by else scale[(to + by) % 3] for to in range(6)] for scale in (steps, trust)]
        rows.append([str(by), "2026-02-01", "2026-02-01", "", "", name, *asked[0], *asked[1]])
    # As in the next test but one ten pairs of thirty are on the least step.
    assert list(counted(started(tmp_path / "ours", [heads, *rows])).values()) == [(20, 30, 30), (20, 30, 30)]


def test_the_codes_of_options(tmp_path: Path) -> None:
    survey = started(tmp_path / "ours", in_qualtrics(",", "1", "2"))
    assert counted(survey) == {"1": (7, 25, 30), "2": (5, 25, 30)}


@pytest.mark.parametrize(
    "steps", [("Never", "Monthly, at most", "Weekly, or more often"), ("No", "Yes, rarely", "Yes")]
)
def test_a_step_of_a_scale_may_hold_a_comma(tmp_path: Path, steps: tuple[str, str, str]) -> None:
    asked = [(f"Q2_{n}", f"Do you work with - {name}") for n, name in enumerate(PARTNERS, start=1)]
    rows = [[name, *("" if to == by else steps[(to + by) % 3] for to in range(6))] for by, name in enumerate(PARTNERS)]
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *asked], rows))
    # The least step stands for the pairs (0,3), (1,2), (1,5), (2,4), (4,5) and the other way round: ten of thirty.
    assert counted(survey) == {"collaboration": (20, 30, 30)}


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        (["Advice", "Support", "Advice,Support"], {"Advice", "Support"}),
        (["Advice,Support", "Advice", "Advice,Money"], {"Advice", "Support", "Money"}),
        (["Advice;Support;", "Support;Money;", "Advice;Money;"], {"Advice", "Support", "Money"}),
        (["A, b", "A, b,C", "C"], {"A, b", "C"}),
        (["A, b", "C, d", "A, b, C, d"], {"A, b", "C, d"}),
        (["1", "2", "1,2"], {"1", "2"}),
    ],
)
def test_what_the_options_are(texts: list[str], options: set[str]) -> None:
    parted = ticks_in(dict.fromkeys(texts, 2))
    assert {option for ticked in parted.values() for option in ticked} == options


@pytest.mark.parametrize(
    "texts",
    [
        ["Never", "Weekly"],
        ["No", "Yes", "Yes, often"],
        ["Information", "Information, coordination", "Information, coordination, collaboration"],
        ["1,5", "2,5", "3,0"],
        ["Never, ever", "Now and then, at most"],
    ],
)
def test_what_holds_one_answer_each(texts: list[str]) -> None:
    assert ticks_in(dict.fromkeys(texts, 2)) == {}


def test_a_number_may_have_a_decimal_comma() -> None:
    assert ticks_in({"1": 2, "5": 2, "1,5": 1}, decimal_comma=True) == {}
