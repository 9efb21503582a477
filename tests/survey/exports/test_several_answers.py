"""The same organization answered an export more than once: asked about, with what follows from each choice."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pytest

from stakeholder_graph.graph import to_partnership
from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.exports.answer_order import moment

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = ("Alder House", "Birch School", "Cedar Fund", "Dogwood Clinic")
#: Who works how often with whom: in the order of the names, blank about oneself.
FIRST = ("Alder House", ",0,3,2")
LATER = ("Alder House", ",3,0,0")
OTHERS = (("Birch School", "3,,0,3"), ("Cedar Fund", "0,0,,2"), ("Dogwood Clinic", "0,0,0,"))
IDENTITY = '[[question]]\nkind = "identity"\nquestion = "Your organization"\n{}\n'
TIE = """
[[question]]
kind = "tie"
question = "Works with"
layer = "contact"
promise = "named"
scale = ["0", "1", "2", "3"]
"""


def export(
    rows: Sequence[tuple[str, str]], dates: Sequence[str] = (), extra: Sequence[str] = (), head: str = ""
) -> str:
    columns = [*(["Timestamp"] if dates else []), "Your organization", *([head] if head else [])]
    header = ",".join([*columns, *(f"Works with [{name}]" for name in NAMES)])
    lines = [header]
    for place, (name, answers) in enumerate(rows):
        before = [dates[place]] if dates else []
        lines.append(",".join([*before, name, *([extra[place]] if head else []), answers]))
    return "\n".join(lines)


def files(text: str, rule: str = "", more: str = "", **others: str) -> dict[str, str]:
    settings = '[[wave]]\nname = "2026"\nfiles = ["export.csv"]\n' + IDENTITY.format(rule) + TIE + more
    return {"export.csv": text, "partnership.toml": settings} | {f"{name}.csv": said for name, said in others.items()}


def n_ties(survey: Survey) -> int:
    return to_partnership(survey).graph().layer("contact").n_ties


ROWS = [FIRST, *OTHERS, LATER]
DATES = [f"2026/03/{day:02d} 10:00:00 AM EST" for day in (1, 2, 3, 4, 20)]


def test_it_is_asked_with_what_follows_from_each_choice(read: Read) -> None:
    """By hand: the others report 3 ties; Alder House 2 at first, 1 later, 3 together."""
    survey = read(files(export(ROWS, DATES)))
    (decision,) = survey.info.undecided
    assert "“Alder House” (rows 2 and 6)" in decision.what
    assert "give 6 ties in all; with the latest of each, 4; with the first, 5" in decision.what
    assert decision.what.endswith("Until you decide, the latest counts.")
    assert 'several_answers = "latest"' in decision.todo
    assert decision.row == 4  # the table of the question that says who answers
    assert n_ties(survey) == 4


@pytest.mark.parametrize(("rule", "ties"), [("combine", 6), ("latest", 4), ("first", 5), ("Latest", 4)])
def test_what_is_decided_counts(read: Read, rule: str, ties: int) -> None:
    survey = read(files(export(ROWS, DATES), f'several_answers = "{rule}"'))
    assert not survey.info.draft
    assert n_ties(survey) == ties
    people = survey["asked"].loc[survey["asked"]["organization"] == "Alder House", "respondent"].tolist()
    assert people == (["1", "2"] if rule == "combine" else [""])


def test_the_latest_is_told_by_the_date_and_not_by_the_row(read: Read) -> None:
    """SurveyMonkey writes the newest answer first."""
    survey = read(files(export(ROWS[::-1], DATES[::-1]), 'several_answers = "latest"'))
    assert n_ties(survey) == 4
    assert not survey.info.undecided


def test_without_dates_the_lowest_row_is_the_latest_and_that_is_said(read: Read) -> None:
    survey = read(files(export(ROWS)))
    (decision,) = survey.info.undecided
    assert "Nothing says when each came, so the lowest row is taken for the latest" in decision.what
    assert n_ties(survey) == 4
    assert n_ties(read(files(export(ROWS[::-1]), 'several_answers = "latest"'))) == 5


def test_three_answers(read: Read) -> None:
    """By hand: the third names nobody but Birch School at 1: together {Birch, Cedar, Dogwood}, the latest {Birch}."""
    rows = [*ROWS, ("Alder House", ",1,0,0")]
    survey = read(files(export(rows)))
    (decision,) = survey.info.undecided
    assert "(rows 2, 6 and 7)" in decision.what
    assert "give 6 ties in all; with the latest of each, 4; with the first, 5" in decision.what


def test_an_answer_with_nothing_in_it_is_none(read: Read) -> None:
    for rows in ([*ROWS[:-1], ("Alder House", ",,,")], [("Alder House", ",,,"), *ROWS[:-1]]):
        survey = read(files(export(rows)))
        assert not survey.info.draft
        assert n_ties(survey) == 5
        assert survey["asked"]["respondent"].tolist() == [""] * 4


def test_two_blank_answers_are_one(read: Read) -> None:
    rows = [("Alder House", ",,,"), *OTHERS, ("Alder House", ",,,")]
    survey = read(files(export(rows)))
    assert not survey.info.draft
    assert to_partnership(survey).graph().answered.tolist() == [False, True, True, True]


def test_the_same_answers_twice_are_said_and_count_once(read: Read) -> None:
    survey = read(files(export([FIRST, *OTHERS, FIRST])))
    assert not survey.info.draft
    assert [note.what for note in survey.info.advice if "twice" in note.what] == [
        "“Alder House” gave the same answers twice (rows 2 and 6), which count once."
    ]
    assert n_ties(survey) == 5


def test_several_spellings_are_one_organization(read: Read) -> None:
    rows = [FIRST, *OTHERS, ("alder  house", ",3,0,0"), ("Alder Hse", ",3,0,0")]
    names = "written,organization\nAlder Hse,Alder House"
    survey = read(files(export(rows), names=names))
    (decision,) = survey.info.undecided
    assert "(rows 2, 6 and 7)" in decision.what


def test_other_people_are_put_together(read: Read) -> None:
    """Two addresses are two people, so that the proposal, and what counts for now, is to put their answers together."""
    mails = ["ann@x.org", "b@x.org", "c@x.org", "d@x.org", "zoe@x.org"]
    survey = read(files(export(ROWS, DATES, mails, "Email Address")))
    (decision,) = survey.info.undecided
    assert decision.what.endswith("Until you decide, they are put together.")
    assert n_ties(survey) == 6
    same = ["ann@x.org", *mails[1:4], "Ann@x.org"]
    assert n_ties(read(files(export(ROWS, DATES, same, "Email Address")))) == 4


def test_a_column_that_tells_people_apart_has_decided(read: Read) -> None:
    persons = ["Ann", "B", "C", "D", "Zoe"]
    survey = read(files(export(ROWS, DATES, persons, "Person"), 'person = "Person"'))
    assert not survey.info.draft
    assert n_ties(survey) == 6
    again = read(files(export(ROWS, DATES, ["Ann", "B", "C", "D", "Ann"], "Person"), 'person = "Person"'))
    assert again.info.draft


def test_a_rule_for_several_respondents_has_decided(read: Read) -> None:
    text = files(export(ROWS, DATES))
    text["partnership.toml"] += 'combine = "mean"\n'
    survey = read(text)
    assert not survey.info.draft
    assert survey.layers[0].combine == "mean"


def test_answers_that_contradict_nothing_are_put_together(read: Read) -> None:
    survey = read(files(export([("Alder House", ",0,,2"), *OTHERS, ("Alder House", ",,3,")])))
    (decision,) = survey.info.undecided
    assert decision.what.endswith("Until you decide, they are put together.")
    assert n_ties(survey) == 5


def test_answers_about_something_else_are_asked_about_too(read: Read) -> None:
    goals = '\n[[question]]\nkind = "outcome"\nquestion = "Goals"\npromise = "named"\n'
    text = export([FIRST, *OTHERS, FIRST], DATES, ["Health;Jobs", "Jobs", "Jobs", "Health", "Reading"], "Goals")
    survey = read(files(text, more=goals))
    (decision,) = survey.info.undecided
    assert "Each choice gives 5 ties in all" in decision.what
    worked = survey["affiliations"].groupby("organization")["item"].agg(list)
    assert worked["Alder House"] == ["Reading"]


def test_rounds_are_no_second_answers(read: Read) -> None:
    settings = '[[wave]]\nname = "1"\nfiles = ["a.csv"]\n[[wave]]\nname = "2"\nfiles = ["b.csv"]\n'
    given = {"a.csv": export([FIRST, *OTHERS]), "b.csv": export([LATER, *OTHERS])}
    survey = read({**given, "partnership.toml": settings + IDENTITY.format("") + TIE})
    assert not survey.info.draft


@pytest.mark.parametrize(
    ("text", "day_first", "date"),
    [
        ("2026-03-20 21:25:55", False, (2026, 3, 20, 21, 25, 55)),
        ("2026/03/20 9:05:01 PM EST", False, (2026, 3, 20, 21, 5, 1)),
        ("12/1/26 12:30 AM", False, (2026, 12, 1, 0, 30, 0)),
        ("20.03.2026 08:00", True, (2026, 3, 20, 8, 0, 0)),
        ("2026-03-20T08:00:00.000-05:00", False, (2026, 3, 20, 8, 0, 0)),
    ],
)
def test_dates_as_tools_write_them(text: str, day_first: bool, date: tuple[int, ...]) -> None:
    assert moment(text, day_first=day_first) == dt.datetime(*date)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "weekly", "12/40/2026", "3", "10:00"])
def test_what_is_no_date(text: str) -> None:
    assert moment(text) is None


def test_eight_organizations_of_which_one_answered_again_after_three_weeks(read: Read) -> None:
    """By hand: 37 answers above 0 in the first eight rows, 39 with the last one, 34 with it alone."""
    names = ("Alder House", "Birch School", "Cedar Fund", "Dogwood Clinic", "Elm Academy", "Fir Trust", "Ginkgo Lab",
             "Hazel Center")  # fmt: skip
    answers = (",0,3,3,0,1,3,2", "3,,0,3,0,2,1,3", "0,0,,2,3,3,2,2", "0,0,0,,3,2,0,0", "0,3,0,1,,0,1,2",
               "3,2,2,2,3,,2,0", "1,0,0,0,2,0,,1", "2,1,2,3,2,3,1,", ",3,0,0,3,0,0,0")  # fmt: skip
    head = ",".join(["Timestamp", "Your organization", *(f"Works with [{name}]" for name in names)])
    days = (1, 2, 3, 4, 5, 6, 7, 8, 20)
    rows = [
        f"2026/03/{day:02d} 10:00:00 AM EST,{name},{said}"
        for day, name, said in zip(days, (*names, names[0]), answers, strict=True)
    ]
    text = "\n".join([head, *rows])
    (decision,) = read(files(text)).info.undecided
    assert "“Alder House” (rows 2 and 10)" in decision.what
    assert "give 39 ties in all; with the latest of each, 34; with the first, 37" in decision.what
    for rule, ties in (("combine", 39), ("latest", 34), ("first", 37)):
        survey = read(files(text, f'several_answers = "{rule}"'))
        assert (n_ties(survey), survey.info.draft) == (ties, False)
