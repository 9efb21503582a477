"""Loop & Merge: one question with a row for each partner, and a decision where the export only numbers them."""

import csv
from pathlib import Path

import pytest

from stakeholder_graph.survey import read_partnership
from tests.survey.started import (
    PARTNERS,
    TIES,
    WHO,
    Row,
    counted,
    decide,
    marks,
    names_sheet,
    organizations,
    qualtrics,
    started,
)

#: Eight partners; W weekly, M monthly, Y yearly, N never: 6+5+5+6+7+6+6+3 = 44 ties of 56.
EIGHT = (*PARTNERS, "Ginkgo Lab", "Hazel Center")
OFTEN = {"W": "Weekly", "M": "Monthly", "Y": "Yearly", "N": "Never", "-": ""}
ANSWERS = ("-NMMYYMY", "N-NWYMWW", "NN-WYYWY", "MNW-YYWM", "MWYW-YWY", "WMMNM-MM", "MYNWMM-M", "NNWYMNN-")


def loops(text: str, tag: str = "Q5") -> list[tuple[str, str]]:
    return [(f"{n}_{tag}", text.replace("{partner}", name)) for n, name in enumerate(EIGHT, start=1)]


def asked(text: str, ids: bool = True, codes: dict[str, str] = OFTEN) -> list[Row]:
    cells = [[name, *(codes[answer] for answer in row)] for name, row in zip(EIGHT, ANSWERS, strict=True)]
    return qualtrics([("Q1", WHO), *loops(text)], cells, ids)


@pytest.mark.parametrize(
    "text",
    [
        "How often did you work with {partner} this year?",
        "{partner} - How often did you work with them?",
        "How often do you work with “{partner}”?",
        "How often did you work with… - {partner}",
    ],
)
@pytest.mark.parametrize("ids", [True, False])
def test_a_question_asked_in_loops_is_one_question_about_ties(tmp_path: Path, text: str, ids: bool) -> None:
    survey = started(tmp_path / "ours", asked(text, ids))
    assert organizations(survey) == list(EIGHT)
    assert counted(survey) == {"contact": (44, 56, 56)}
    # Nothing is asked but the promise.
    assert [said.what for said in survey.info.undecided if "promise" not in said.what] == []
    ties = survey["ties"][["from", "to", "value"]].to_numpy().tolist()
    assert ["Alder House", "Cedar Fund", 2.0] in ties  # "MM" behind "-N": monthly, the second step from the least


def test_numbers_in_place_of_labels(tmp_path: Path) -> None:
    numbers = {"N": "0", "Y": "1", "M": "2", "W": "3", "-": ""}
    survey = started(tmp_path / "ours", asked("How often did you work with {partner} this year?", codes=numbers))
    assert counted(survey) == {"contact": (44, 56, 56)}


def test_names_that_begin_or_end_alike_are_told_by_who_answers(tmp_path: Path) -> None:
    names = ("City of Alder", "City of Birch", "City of Elm")
    texts = [(f"{n}_Q5", f"How often are you in contact with {name}?") for n, name in enumerate(names, start=1)]
    cells = [[name, *("" if other == name else "Weekly" if n else "Never" for n, other in enumerate(names))]
             for name in names]  # fmt: skip
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *texts], cells))
    assert organizations(survey) == list(names)
    assert counted(survey) == {"contact": (4, 6, 6)}


@pytest.mark.parametrize("field", ["[Field-1]", "${lm://Field/1}", "them"])
def test_who_the_loops_are_is_asked_where_the_export_only_numbers_them(tmp_path: Path, field: str) -> None:
    folder = tmp_path / "ours"
    survey = started(folder, asked(f"How often did you work with {field} this year?"))
    assert organizations(survey) == list(EIGHT)
    # Nothing is guessed in silence: no tie, and every loop is an open decision with a proposal.
    assert counted(survey) == {"contact": (0, 0, 56)}
    assert survey.info.left_out == {"contact": 56}
    assert names_sheet(folder) == {f"Loop {n}": name for n, name in enumerate(EIGHT, start=1)}
    said = [decision.what for decision in survey.info.undecided]
    assert (
        "“Loop 1” is not in the list of organizations. The export only numbers whom this question asks about." in said
    )
    decide(folder, dict.fromkeys(names_sheet(folder), "yes"))
    assert counted(read_partnership(folder)) == {"contact": (44, 56, 56)}


def test_the_names_may_be_given_as_text_too(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    with (folder / "responses.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(asked("How often did you work with [Field-1] this year?"))
    (folder / "names.csv").write_text(
        "written,organization\n" + "".join(f"{n},{name}\n" for n, name in enumerate(EIGHT, start=1)), encoding="utf-8"
    )
    (folder / "partnership.toml").write_text(
        """
[[question]]
kind = "tie"
file = "responses.csv"
respondent = "Q1"
columns = "{organization}_Q5"
layer = "contact"
scale = ["Never", "Yearly", "Monthly", "Weekly"]
promise = "named"
""",
        encoding="utf-8",
    )
    survey = read_partnership(folder)
    assert counted(survey) == {"contact": (44, 56, 56)}
    assert survey.info.undecided == ()


def test_a_second_question_of_the_same_loops_is_about_the_same_partners(tmp_path: Path) -> None:
    heads = [pair for both in zip(loops("How often did you work with {partner}?"), loops("Do you trust them?", "Q6"),
             strict=True) for pair in both]  # fmt: skip
    cells = []
    for name, row in zip(EIGHT, ANSWERS, strict=True):
        trust = {"W": "Fully", "M": "A little", "Y": "A little"}
        cells.append([name, *(text for answer in row for text in (OFTEN[answer], trust.get(answer, "")))])
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *heads], cells))
    assert counted(survey) == {"contact": (44, 56, 56), "trust": (44, 56, 56)}


def test_loops_shown_for_what_was_ticked_are_the_options_of_the_list(tmp_path: Path) -> None:
    ticked = [(f"Q4_{n}", f"Whom do you work with? - {name}") for n, name in enumerate(PARTNERS, start=1)]
    heads = [(f"{n}_Q5", "How often are you in contact with [Field-1]?") for n in range(1, 7)]
    cells = [[name, *marks(by), *marks(by, ["Weekly", "Monthly"] * 3)] for by, name in enumerate(PARTNERS)]
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *ticked, *heads], cells))
    assert {name: ties for name, (ties, _observed, _possible) in counted(survey).items()} == {
        "collaboration": 10,
        "contact": 10,
    }
    assert any("taken for the options of “Whom do you work with?”" in said.what for said in survey.info.advice)


def test_boxes_and_rows_within_a_loop(tmp_path: Path) -> None:
    heads = []
    for n, name in enumerate(PARTNERS, start=1):
        heads += [(f"{n}_Q5_{k}", f"What do you do with {name}? - {box}") for k, box in ((1, "Advice"), (2, "Support"))]
        heads += [
            (f"{n}_Q6_{k}", f"And {name}? - {row}") for k, row in ((1, "How often is contact"), (2, "Do you trust"))
        ]
    cells = []
    for by, name in enumerate(PARTNERS):
        row = [name]
        for to in range(6):
            tie = to in TIES[by]
            row += ["Advice" if tie else "", "Support" if tie and to > 2 else ""]
            row += ["", ""] if by == to else ["Weekly" if tie else "Never", "A lot" if tie else "Not at all"]
        cells.append(row)
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *heads], cells))
    assert counted(survey) == {
        "advice": (10, 30, 30),
        "support": (3, 30, 30),
        "contact": (10, 30, 30),
        "trust": (10, 30, 30),
    }


def test_tags_that_only_begin_with_a_number_are_no_loop(tmp_path: Path) -> None:
    heads = [("2024_Q5", "How many staff have you in 2024?"), ("2025_Q6", "How many staff have you in 2025?")]
    grid = [(f"Q7_{n}", f"How often do you work with - {name}") for n, name in enumerate(PARTNERS, start=1)]
    cells = [[name, "4", "5", *marks(by, ["Weekly"] * 6, "Never")] for by, name in enumerate(PARTNERS)]
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *heads, *grid], cells, ids=False))
    assert counted(survey) == {"contact": (10, 30, 30)}
