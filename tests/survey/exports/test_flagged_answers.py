"""Answers that came and that the survey tool does not count: asked about, and never told as not given."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph import measure, report
from stakeholder_graph.cli import main
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.call_list import call_list
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.next_step import next_step
from stakeholder_graph.views.terminal.survey_check import survey_check

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = ("Alder Clinic", "Birch School", "Cedar Fund", "Dogwood Shelter")
NETWORK = {
    "Alder Clinic": ",Monthly,Never,Never",
    "Birch School": "Monthly,,Never,Weekly",
    "Cedar Fund": "Never,Never,,Monthly",
    "Dogwood Shelter": "Never,Never,Never,",
}
SETTINGS = """
[[wave]]
name = "2026"
files = ["export.csv"]
[[question]]
kind = "identity"
{who}
{rule}
[[question]]
kind = "tie"
question = "{tie}"
layer = "contact"
promise = "named"
scale = ["Never", "Monthly", "Weekly"]
"""


def qualtrics(
    status: Mapping[str, str], header: str = "Status", done: str = "True", extra: str = "", channel: str = "email"
) -> str:
    first = ["StartDate", header, "Finished", "RecordedDate", "ResponseId", "DistributionChannel"]
    noted = ("startDate", "status", "finished", "recordedDate", "_recordId", "distributionChannel")
    ids = [f'"{{""ImportId"":""{name}""}}"' for name in noted]
    head = [*first, *(f"net_{k}" for k in range(1, 5)), "Agency"]
    text = [*first, *(f"How often? - {name}" for name in NAMES), "Agency"]
    third = [*ids, *(f'"{{""ImportId"":""QID5_{k}""}}"' for k in range(1, 5)), '"{""ImportId"":""Agency""}"']
    rows = [
        f"2026-02-03 21:25:55,{status.get(name, 'IP Address')},{done if name in status else 'True'},"
        f"2026-02-03 21:28:18,R_00000000000000{k},{channel},{NETWORK[name]},{name}"
        for k, name in enumerate(NAMES)
    ]
    return "\n".join([",".join(head), ",".join(text), ",".join(third), *rows, *filter(None, [extra])])


def files(text: str, rule: str = "", who: str = 'respondent = "Agency"', tie: str = "net") -> dict[str, str]:
    return {"export.csv": text, "partnership.toml": SETTINGS.format(rule=rule, who=who, tie=tie)}


SPAM = {"Cedar Fund": "Spam"}


def test_a_finished_answer_is_asked_about_and_counts_meanwhile(read: Read) -> None:
    survey = read(files(qualtrics(SPAM)))
    (decision,) = survey.info.undecided
    assert "takes for spam" in decision.what
    assert "“Cedar Fund” (row 6)" in decision.what
    assert decision.what.endswith("It was finished under a personal link, so it counts until you decide.")
    assert 'flagged_answers = "keep"' in decision.todo
    graph = to_partnership(survey).graph()
    assert graph.answered.all()
    assert graph.layer("contact").n_ties == 4
    assert not survey.info.set_apart


def test_kept(read: Read) -> None:
    survey = read(files(qualtrics(SPAM), 'flagged_answers = "keep"'))
    assert not survey.info.draft
    assert not survey.info.set_apart
    assert to_partnership(survey).graph().layer("contact").n_ties == 4


def test_set_aside_it_is_said_to_have_come(read: Read, tmp_path: Path) -> None:
    """Nobody calls for it, and no page says that it was not given."""
    survey = read(files(qualtrics(SPAM), 'flagged_answers = "set aside"'))
    assert not survey.info.draft
    assert survey.info.answers_aside == {"2026": ("Cedar Fund",)}
    assert survey.info.set_apart == {"spam": 1}
    partnership = to_partnership(survey)
    assert partnership.graph().layer("contact").n_ties == 3
    findings = measure(partnership, permutations=99, draws=20)
    assert findings["response"].reading is not None
    assert findings["response"].reading.fields["silent"] == 0
    assert [caveat.id for caveat in findings["whom_to_call"].caveats] == ["aside_only"]
    assert not [call for call in call_list(partnership, "2026", findings) if call.purpose == "hear from"]
    assert "came and is set aside: Cedar Fund" in survey_check(partnership)
    report(partnership, tmp_path / "out", permutations=99, draws=20, editions=("backbone", "partners"))
    desk = (tmp_path / "out" / "backbone-only" / "report.html").read_text("utf-8")
    assert "An answer came and is set aside, as the survey settings say, of Cedar Fund." in desk
    assert "Everyone answered" not in desk.partition("More measures")[0]
    room = (tmp_path / "out" / "for-the-room" / "report.html").read_text("utf-8")
    assert "set aside" not in room


def test_who_is_silent_is_still_called(read: Read) -> None:
    rows = qualtrics(SPAM).splitlines()
    survey = read(files("\n".join(rows[:-1]), 'flagged_answers = "set aside"'))  # without Dogwood Shelter
    partnership = to_partnership(survey)
    calls = call_list(partnership, "2026", measure(partnership, permutations=99, draws=20))
    assert [call.whom for call in calls if call.purpose == "hear from"] == ["Dogwood Shelter"]
    assert measure(partnership, "response")[0].reading.fields["silent"] == 1  # type: ignore[union-attr]


@pytest.mark.parametrize(("status", "reason"), [("8", "spam"), ("9", "previews"), ("1", "previews"), ("12", "spam")])
@pytest.mark.parametrize("header", ["Status", "Response Type"])
def test_a_status_in_numbers(read: Read, status: str, reason: str, header: str) -> None:
    """8 is spam, 4 imported, 1 a preview, and a preview is no answer of anybody."""
    survey = read(files(qualtrics({"Cedar Fund": status}, header)))
    assert len(survey.info.undecided) == (reason == "spam")
    assert bool(to_partnership(survey).graph().answered.all()) == (reason == "spam")
    assert survey.info.set_apart == ({} if reason == "spam" else {"previews": 1})
    assert not survey.info.answers_aside


@pytest.mark.parametrize("status", ["Survey Preview", "Survey Test"])
def test_previews_and_tests_are_set_aside_and_said(read: Read, status: str) -> None:
    survey = read(files(qualtrics({"Cedar Fund": status})))
    assert not survey.info.draft
    assert sum(survey.info.set_apart.values()) == 1


def test_an_unfinished_one_is_set_aside_meanwhile(read: Read) -> None:
    survey = read(files(qualtrics(SPAM, done="False")))
    (decision,) = survey.info.undecided
    assert decision.what.endswith("Until you decide, it is set aside.")
    assert survey.info.answers_aside == {"2026": ("Cedar Fund",)}


def test_spam_beside_a_good_answer_of_the_same_organization(read: Read) -> None:
    extra = f"2026-02-04 21:25:55,Spam,True,2026-02-04 21:28:18,R_99,email,{NETWORK['Cedar Fund']},Cedar Fund"
    survey = read(files(qualtrics({}, extra=extra)))
    (decision,) = survey.info.undecided
    assert decision.what.endswith("Until you decide, it is set aside.")
    assert not survey.info.answers_aside  # it has an answer that counts
    assert to_partnership(survey).graph().layer("contact").n_ties == 4


def test_spam_that_says_for_nobody_is_not_asked_about(read: Read) -> None:
    extra = "2026-02-04 21:25:55,Spam,True,2026-02-04 21:28:18,R_99,email,,,,,"
    survey = read(files(qualtrics({}, extra=extra)))
    assert not survey.info.draft
    assert survey.info.set_apart == {"spam": 1}


def kobo(status: str) -> str:
    noted = ["_id", "_uuid", "_submission_time", "_validation_status", "_index"]
    head = ["org", *(f"net/{name}" for name in NAMES), *noted]
    rows = [
        [name, *(str(int(bool(NETWORK[name].split(",")[k] not in ("", "Never")))) for k in range(4)),
         str(k), f"u{k}", "2026-02-03T21:25:55", status if name == "Cedar Fund" else "Approved", str(k)]
        for k, name in enumerate(NAMES)
    ]  # fmt: skip
    return "\n".join(";".join(f'"{cell}"' for cell in row) for row in [head, *rows])


@pytest.mark.parametrize("status", ["Not approved", "validation_status_not_approved"])
def test_what_somebody_did_not_approve_is_set_aside_and_asked_about(read: Read, status: str) -> None:
    settings = files(kobo(status), who='question = "org"', tie="net")
    settings["partnership.toml"] = settings["partnership.toml"].replace('scale = ["Never", "Monthly", "Weekly"]', "")
    survey = read(settings)
    (decision,) = survey.info.undecided
    assert "somebody marked as not approved" in decision.what
    assert decision.what.endswith("Until you decide, it is set aside.")
    assert survey.info.answers_aside == {"2026": ("Cedar Fund",)}
    settings["partnership.toml"] = settings["partnership.toml"].replace(
        'question = "org"', 'question = "org"\nflagged_answers = "keep"'
    )
    graph = to_partnership(read(settings)).graph()
    assert dict(zip(graph.names, graph.answered.tolist(), strict=True))["Cedar Fund"]


def test_in_a_workbook_the_advice_has_its_words(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(qualtrics(SPAM), "utf-8")
    CliRunner().invoke(main, ["codebook", str(tmp_path / "export.csv")])
    survey = read_partnership(tmp_path)
    (todo,) = [each.todo for each in survey.info.undecided if "spam" in each.what]
    assert "write keep in the column “flagged answers” of its row" in todo
    (step,) = {next_step(tmp_path, [each for each in survey.info.undecided if "spam" in each.what])}
    assert step.startswith("Next: decide the 1 yellow cell on the sheet Questions")


ABOUT = {"Alder Clinic": "Reading,5", "Birch School": "Reading,1", "Cedar Fund": "Health,4", "Dogwood Shelter": ","}
MORE = """
[sectors]
list = ["Health", "Schools", "Money", "Housing"]
[[question]]
kind = "outcome"
question = "Outcome"
[[question]]
kind = "rating"
question = "Funds"
item = "Pool funds"
about = "agenda"
scale = [{value = 1, name = "1"}, {value = 2, name = "2"}, {value = 3, name = "3"}, {value = 4, name = "4"},
  {value = 5, name = "5"}]
"""


def with_more_questions(without: str = "") -> dict[str, str]:
    """With an outcome and a rating; Cedar Fund, alone in its sector, is flagged and set aside."""
    of_export = qualtrics(SPAM).splitlines()
    head = [
        f"{line},{more}"
        for line, more in zip(
            of_export[:3],
            ("Outcome,Funds", "Outcome,Funds", '"{""ImportId"":""Outcome""}","{""ImportId"":""Funds""}"'),
            strict=True,
        )
    ]
    rows = [f"{row},{ABOUT[name]}" for name, row in zip(NAMES, of_export[3:], strict=True) if name != without]
    made = files("\n".join([*head, *rows]), 'flagged_answers = "set aside"')
    made["partnership.toml"] += MORE
    listed = zip(NAMES, ("Health", "Schools", "Money", "Housing"), strict=True)
    made["organizations.csv"] = "organization,sector\n" + "".join(f"{name},{sector}\n" for name, sector in listed)
    return made


@pytest.mark.parametrize(
    ("measured", "caveat"),
    [
        ("agenda_agreement", "silent_ratings"),
        ("outcome_coverage", "silent_outcomes"),
        ("outcome_similarity", "silent_outcomes"),
        ("sector_coverage", ""),
    ],
)
def test_no_caveat_counts_it_as_not_given(read: Read, measured: str, caveat: str) -> None:
    (finding,) = measure(to_partnership(read(with_more_questions())), measured, permutations=9, draws=0)
    said = {message.id: message.fields for message in finding.caveats}
    assert said["set_aside"] == {"count": 1}
    # Dogwood Shelter answered, though not about the agenda.
    assert said.get(caveat, {"silent": 0})["silent"] == (measured == "agenda_agreement")
    (finding,) = measure(
        to_partnership(read(with_more_questions("Dogwood Shelter"))), measured, permutations=9, draws=0
    )
    said = {message.id: message.fields for message in finding.caveats}
    assert said["set_aside"] == {"count": 1}
    assert not caveat or said[caveat] == {"silent": 1}


def test_the_sectors_at_the_table_do_not_wait_for_it(read: Read, tmp_path: Path) -> None:
    partnership = to_partnership(read(with_more_questions()))
    (finding,) = measure(partnership, "sector_coverage", permutations=9, draws=0)
    rows = {row["sector"]: row for row in finding.table.rows}  # type: ignore[union-attr]
    assert (rows["Money"]["state"], rows["Money"]["next_step"]) == ("too close to call", "")
    assert finding.reading is not None
    assert finding.reading.id == "unclear_aside"
    report(partnership, tmp_path / "out", permutations=9, draws=0, editions=("backbone", "partners"))
    desk = (tmp_path / "out" / "backbone-only" / "report.html").read_text("utf-8")
    assert "Hollow: has not answered yet, or its answer is set aside." in desk
    assert "Nobody has answered yet from" not in desk
    assert "set aside" not in (tmp_path / "out" / "for-the-room" / "report.html").read_text("utf-8")
    both = with_more_questions("Dogwood Shelter")
    (finding,) = measure(to_partnership(read(both)), "sector_coverage", permutations=9, draws=0)
    rows = {row["sector"]: row for row in finding.table.rows}  # type: ignore[union-attr]
    assert (rows["Money"]["next_step"], rows["Housing"]["next_step"]) == ("", "hear from")
