"""Partners written in beside "Other (please specify)": names to be decided, and never an option that is a partner."""

from collections.abc import Callable
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
    google,
    limesurvey,
    marks,
    names_sheet,
    organizations,
    qualtrics,
    started,
    surveymonkey,
)

WORK = "Which partners do you work with?"
ZOO = "Zoo & Co"


def of_birch(by: int, text: str = ZOO) -> str:
    """What the second respondent wrote; blank for the others."""
    return text if by == 1 else ""


def qualtrics_list(other: str, place: int = 6, beside: str = ZOO) -> list[Row]:
    """A column for each option; "other" in any place, with its text behind it."""
    asked = [(f"Q2_{n}", f"{WORK} - Selected Choice - {p}") for n, p in enumerate(PARTNERS, start=1)]
    asked[place:place] = [("Q2_9", f"{WORK} - Selected Choice - {other}"), ("Q2_9_TEXT", f"{WORK} - {other} - Text")]
    cells = []
    for by, name in enumerate(PARTNERS):
        row = marks(by)
        row[place:place] = [other if by == 1 else "", of_birch(by, beside)]
        cells.append([name, *row])
    return qualtrics([("Q1", WHO), *asked], cells)


def qualtrics_cell(beside: str = ZOO) -> list[Row]:
    """All options in one cell."""
    asked = [("Q1", WHO), ("Q2", f"{WORK} - Selected Choice"), ("Q2_9_TEXT", f"{WORK} - Other (please specify) - Text")]
    cells = []
    for by, name in enumerate(PARTNERS):
        ticked = [PARTNERS[to] for to in TIES[by]] + (["Other (please specify)"] if by == 1 else [])
        cells.append([name, ",".join(ticked), of_birch(by, beside)])
    return qualtrics(asked, cells)


def monkey(other: str, place: int = 6, beside: str = ZOO) -> list[Row]:
    options, cells = list(PARTNERS), []
    options.insert(place, other)
    for by, name in enumerate(PARTNERS):
        row = marks(by)
        row.insert(place, of_birch(by, beside))
        cells.append([name, *row])
    return surveymonkey(WORK, options, cells)


def lime(other: str, beside: str = ZOO) -> list[Row]:
    asked = [WHO, *(f"{WORK} [{name}]" for name in PARTNERS), f"{WORK} [{other}]"]
    return limesurvey(
        asked, [[p, *marks(by, ["Yes"] * 6, "No"), of_birch(by, beside)] for by, p in enumerate(PARTNERS)]
    )


def lime_codes(beside: str = ZOO) -> list[Row]:
    asked = ["id", "submitdate", "lastpage", "startlanguage", "seed", f"who. {WHO}"]
    asked += [f"P[SQ00{n}]. {WORK} [{name}]" for n, name in enumerate(PARTNERS, start=1)] + [
        f"P[other]. {WORK} [Other]"
    ]
    rows = []
    for by, name in enumerate(PARTNERS):
        row = [str(by), "2026-02-01 09:00:00", "3", "en", "7", name, *marks(by, ["Y"] * 6, "N"), of_birch(by, beside)]
        rows.append(row)
    return [asked, *rows]


def kobo(option: str, asks: str, beside: str = ZOO) -> list[Row]:
    heads = [
        "start",
        "org",
        "partners",
        *(f"partners/{name}" for name in PARTNERS),
        f"partners/{option}",
        asks,
        "_index",
    ]
    rows = []
    for by, name in enumerate(PARTNERS):
        ticks = [*marks(by, ["1"] * 6, "0"), "1" if by == 1 else "0"]
        rows.append(["2026-02-01", name, "", *ticks, of_birch(by, beside), str(by + 1)])
    return [heads, *rows]


def typed(separator: str, end: str = "", beside: str = ZOO) -> list[Row]:
    """What is typed in stands in one cell with what is ticked."""
    cells = []
    for by, name in enumerate(PARTNERS):
        ticked = [PARTNERS[to] for to in TIES[by]] + ([beside] if by == 1 else [])
        cells.append([name, separator.join(ticked) + end])
    return google([WHO, WORK], cells)


def microsoft(beside: str = ZOO) -> list[Row]:
    heads = ["ID", "Start time", "Completion time", "Email", "Name", WHO, WORK]
    rows = [[str(n), "2026-02-01", "2026-02-01", "", "", *row[1:]] for n, row in enumerate(typed(";", ";", beside)[1:])]
    return [heads, *rows]


def plain(asks: str, beside: str = ZOO) -> list[Row]:
    heads = ["Organization", *(f"Works with [{name}]" for name in PARTNERS), "Works with [Someone else]", asks]
    rows = []
    for by, name in enumerate(PARTNERS):
        rows.append([name, *marks(by, ["1"] * 6), "1" if by == 1 else "", of_birch(by, beside)])
    return [heads, *rows]


LAYOUTS = {
    "SurveyMonkey": monkey("Other (please specify)"),
    "SurveyMonkey, in the middle": monkey("Someone else (who?)", place=2),
    "SurveyMonkey, first": monkey("Another organization, not listed here:", place=0),
    "Qualtrics": qualtrics_list("Other (please specify)"),
    "Qualtrics, first": qualtrics_list("Otra organización (especifique)", place=0),
    "Qualtrics, in other words": qualtrics_list("Partners that we forgot (please specify)"),
    "Qualtrics, one cell": qualtrics_cell(),
    "LimeSurvey": lime("Other"),
    "LimeSurvey, in German": lime("Sonstiges:"),
    "LimeSurvey, codes": lime_codes(),
    "KoboToolbox": kobo("other", "partners_other"),
    "KoboToolbox, specified": kobo("Other", "Please specify the other partner"),
    "KoboToolbox, in Spanish": kobo("otro", "partners_otro"),
    "Google Forms, sheet": typed(", "),
    "Google Forms, download": typed(";"),
    "Microsoft Forms": microsoft(),
    "plain": plain("If someone else, please specify"),
}


def test_words_may_stand_far_from_their_list_and_in_two_columns(tmp_path: Path) -> None:
    first, *rows = kobo("other", "partners_other_1")
    heads = [*first[:2], first[-2], *first[2:-2], "sector_name", "partners_other_2", "_index"]
    cells = [[*row[:2], row[-2], *row[2:-2], "x", of_birch(by, "Fir Trust"), row[-1]] for by, row in enumerate(rows)]
    survey = started(tmp_path / "ours", [heads, *cells])
    assert counted(survey) == {"collaboration": (11, 30, 30)}
    assert names_sheet(tmp_path / "ours") == {ZOO: ""}


def test_words_before_their_list_are_known_by_who_wrote_them(tmp_path: Path) -> None:
    rows = [[*row[:2], row[-2], *row[2:-2], row[-1]] for row in kobo("other", "If not on the list, please specify")]
    survey = started(tmp_path / "ours", rows)
    assert counted(survey) == {"collaboration": (10, 30, 30)}
    assert names_sheet(tmp_path / "ours") == {ZOO: ""}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_written_in_is_a_name_of_the_same_layer(tmp_path: Path, layout: str) -> None:
    survey = started(tmp_path / "ours", LAYOUTS[layout])
    assert organizations(survey) == list(PARTNERS)
    assert list(counted(survey).values()) == [(10, 30, 30)]
    assert survey.info.left_out == {next(iter(counted(survey))): 1}
    assert names_sheet(tmp_path / "ours") == {ZOO: ""}
    assert [(name, by) for _wave, name, by in survey["unlisted"].to_numpy().tolist()] == [(ZOO, "Birch School")]
    assert [said.what for said in survey.info.undecided if ZOO in said.what] == [
        f"“{ZOO}” is not in the list of organizations. 1 respondent names it: Birch School."
    ]


def redcap(folder: Path, **others: str) -> list[Row]:
    heads = [
        "record_id",
        "org",
        *(f"partners___{n}" for n in range(1, 7)),
        "partners___99",
        "partners_oth",
        "my_complete",
    ]
    rows = []
    for by, name in enumerate(PARTNERS):
        rows.append([str(by), name, *marks(by, ["1"] * 6, "0"), "1" if by == 1 else "0", of_birch(by), "2"])
    return [heads, *rows]


@pytest.mark.parametrize("label", ["Other", "Somebody else", "Any not on our list"])
def test_the_dictionary_of_redcap_says_which_option_is_other(tmp_path: Path, label: str) -> None:
    choices = " | ".join([*(f"{n}, {name}" for n, name in enumerate(PARTNERS, start=1)), f"99, {label}"])
    fields = [
        "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"
        '"Choices, Calculations, OR Slider Labels"',
        "record_id,my,,text,Record,",
        f"org,my,,text,{WHO},",
        f'partners,my,,checkbox,{WORK},"{choices}"',
        "partners_oth,my,,text,Please name it,",
    ]
    survey = started(tmp_path / "ours", redcap(tmp_path), dictionary="\n".join(fields))
    assert counted(survey) == {"collaboration": (10, 30, 30)}
    assert names_sheet(tmp_path / "ours") == {ZOO: ""}


@pytest.mark.parametrize(
    ("beside", "ties", "waiting"),
    [
        ("fir trust", 11, {}),  # on the list: Birch had not ticked it
        ("Alder House", 10, {}),  # on the list, and ticked
        ("Elm Academy; Fir Trust", 12, {}),
        ("Cedar Fund, and Fir Trust", 12, {}),
        ("N/A", 10, {}),
        ("none", 10, {}),
        (f"{ZOO}; Yew Hospice", 10, {ZOO: "", "Yew Hospice": ""}),
        (f"Fir Trust; {ZOO}", 11, {ZOO: ""}),
    ],
)
@pytest.mark.parametrize("layout", [qualtrics_list, monkey])
def test_names_of_the_list_are_ties_and_others_wait(
    tmp_path: Path, layout: Callable[..., list[Row]], beside: str, ties: int, waiting: dict[str, str]
) -> None:
    survey = started(tmp_path / "ours", layout("Other (please specify)", 6, beside))
    assert counted(survey) == {"collaboration": (ties, 30, 30)}
    assert names_sheet(tmp_path / "ours") == waiting


def test_of_whom_a_name_may_mean_nothing_is_known(tmp_path: Path) -> None:
    survey = started(tmp_path / "ours", qualtrics_list("Other:", beside="Fir Trusst"))
    # Birch left Fir Trust unticked, and may have written it.
    assert counted(survey) == {"collaboration": (10, 29, 30)}
    assert names_sheet(tmp_path / "ours") == {"Fir Trusst": "Fir Trust"}


def test_a_name_counts_once_somebody_has_decided_and_nobody_was_asked_about_it(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    started(folder, qualtrics_list("Other (please specify)"))
    decide(folder, {ZOO: "new"})
    survey = read_partnership(folder)
    assert organizations(survey) == [*PARTNERS, ZOO]
    # Of 42 dyads the 30 on the form were asked about, and the tie that Birch wrote in.
    assert counted(survey) == {"collaboration": (11, 31, 42)}


def test_none_of_these_is_an_answer_and_no_partner(tmp_path: Path) -> None:
    asked = [("Q1", WHO), *((f"Q2_{n}", f"{WORK} - {p}") for n, p in enumerate([*PARTNERS, "None of these"], start=1))]
    cells = [[name, *([""] * 6 if by == 3 else marks(by)), "None of these" if by == 3 else ""]
             for by, name in enumerate(PARTNERS)]  # fmt: skip
    survey = started(tmp_path / "ours", qualtrics(asked, cells))
    assert organizations(survey) == list(PARTNERS)
    assert counted(survey) == {"collaboration": (9, 30, 30)}


def test_other_without_a_name_is_said_and_is_no_tie(tmp_path: Path) -> None:
    survey = started(tmp_path / "ours", qualtrics_list("Other (please specify)", beside=""))
    assert counted(survey) == {"collaboration": (10, 30, 30)}
    said = [advice.what for advice in survey.info.advice]
    assert "1 respondent to “collaboration” ticked “other” and named nobody." in said


@pytest.mark.parametrize(("answer", "ties"), [("Weekly", 11), ("Never", 10), ("", 11)])
def test_in_a_grid_the_row_of_other_says_how_often(tmp_path: Path, answer: str, ties: int) -> None:
    rows = [*PARTNERS, "Other:"]
    asked = [(f"Q2_{n}", f"How often are you in contact with - {name}") for n, name in enumerate(rows, start=1)]
    asked.append(("Q2_7_TEXT", "How often are you in contact with - Other: - Text"))
    cells: list[Row] = []
    for by, name in enumerate(PARTNERS):
        own = ["" if to == by else text for to, text in enumerate(marks(by, ["Weekly"] * 6, "Never"))]
        cells.append([name, *own, of_birch(by, answer), of_birch(by, "Fir Trust")])
    survey = started(tmp_path / "ours", qualtrics([("Q1", WHO), *asked], cells))
    # Birch had answered "Never" about Fir Trust in its own row.
    assert organizations(survey) == list(PARTNERS)
    assert counted(survey) == {"contact": (ties, 30, 30)}


def test_a_name_beside_boxes_of_which_it_has_none_is_no_kind_of_tie(tmp_path: Path) -> None:
    options = [f"{name} - {box}" for name in PARTNERS for box in ("Advice", "Support")]
    cells = []
    for by, name in enumerate(PARTNERS):
        ticked = [box if to in TIES[by] else "" for to in range(6) for box in ("Advice", "Support")]
        cells.append([name, *ticked, of_birch(by, "Fir Trust")])
    rows = surveymonkey("How do you work with these partners?", [*options, "Other (please specify)"], cells)
    # Whether Birch means advice or support nobody can tell: of Fir Trust nothing is known.
    survey = started(tmp_path / "ours", rows)
    assert counted(survey) == {"advice": (10, 29, 30), "support": (10, 29, 30)}
    assert survey.info.left_out == {"advice": 1, "support": 1}


def test_an_option_for_what_is_not_listed_is_no_item(tmp_path: Path) -> None:
    options = ["Reading", "Health", "Other"]
    work = "Which activities do you take part in?"
    asked = [("Q1", WHO), *((f"Q2_{n}", f"{work} - {option}") for n, option in enumerate(options, start=1))]
    asked += [(f"Q3_{n}", f"{WORK} - {name}") for n, name in enumerate(PARTNERS, start=1)]
    cells = [[name, "Reading" if by else "", "", "" if by else "Other", *marks(by)] for by, name in enumerate(PARTNERS)]
    survey = started(tmp_path / "ours", qualtrics(asked, cells))
    affiliations = survey["affiliations"][["organization", "item"]].to_numpy().tolist()
    assert sorted(affiliations) == [[name, "Reading"] for name in sorted(PARTNERS) if name != "Alder House"]
    assert survey["items"]["item"].tolist() == ["Reading", "Health"]
