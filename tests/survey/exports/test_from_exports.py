"""Surveys read from exports through settings: every kind of question, and what waits for a decision."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey, read_partnership

Read = Callable[[Mapping[str, str | bytes]], Survey]

#: Header, wording and id of each column, as a survey tool with three header rows writes them.
COLUMNS = [
    ("ResponseId", "Response ID", "_recordId"),
    ("org", "Your organization?", "QID1"),
    ("town", "Your town?", "QID9"),
    ("work_1", "What do you work on? - Reading", "QID2"),
    ("work_2", "What do you work on? - Health", "QID2"),
    ("first_1", "Name up to two - 1", "QID3_1"),
    ("first_2", "Name up to two - 2", "QID3_2"),
    ("with_1", "Whom do you work with? - A", "QID4"),
    ("with_2", "Whom do you work with? - B", "QID4"),
    ("with_3", "Whom do you work with? - City Library", "QID4"),
    ("free", "Name all who refer families", "QID5_TEXT"),
    ("true_1", "How true is it? - We share a goal", "QID6_1"),
    ("true_2", "How true is it? - We meet", "QID6_2"),
    ("pace", "How fast are we?", "QID7"),
]
TICKS = ("QID2", "QID4")
ROWS = [
    ["R_1", "A", "Wrenfield", "Reading", "", "B", "C", "", "B", "", "B; The City Library", "agree", "disagree", "4"],
    ["R_2", "B", "", "Reading", "Health", "Libary, City", "", "A", "", "City Library", "ourselves", "agree", "", "2"],
    ["R_3", "City Library", "Eastgate", "", "", "", "", "", "", "", "Zoo", "", "often", ""],
]
ORGANIZATIONS = "organization,sector\nA,Health\nB,Schools\nC,Schools\nCity Library,Government\n"
IDENTITY = '[[question]]\nkind = "identity"\nfile = "export.csv"\nquestion = "org"\n'


def export(rows: list[list[str]] = ROWS) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([[column[place] for column in COLUMNS] for place in (0, 1)])
    ids = [{"ImportId": name, **({"choiceId": header[-1]} if name in TICKS else {})} for header, _, name in COLUMNS]
    writer.writerow([json.dumps(each, separators=(",", ":")) for each in ids])
    writer.writerows(rows)
    return out.getvalue()


def files(question: str, rows: list[list[str]] = ROWS, /, **texts: str) -> dict[str, str | bytes]:
    named = {"organizations": ORGANIZATIONS, **texts}
    plain = {f"{name}.csv": text for name, text in named.items() if text}
    return {"export.csv": export(rows), "partnership.toml": f"{IDENTITY}[[question]]\n{question}\n", **plain}


def ties(survey: Survey) -> list[list[object]]:
    return survey["ties"][["from", "to", "value"]].fillna(-1.0).to_numpy().tolist()


def blanks(survey: Survey) -> list[list[str]]:
    assert not survey["exceptions"]["observed"].any()
    return survey["exceptions"][["from", "to"]].to_numpy().tolist()


def answered(survey: Survey) -> set[str]:
    return set(survey["asked"]["organization"][survey["asked"]["answered"]])


TIE = 'kind = "tie"\npromise = "named"\nlayer = "contact"\n'


def test_a_real_roster_matrix(shared_data: Path, tmp_path: Path) -> None:
    for name in ("roster_matrix.csv", "roster_matrix_contacts.csv"):
        shutil.copyfile(shared_data / "exports" / "qualtrics" / name, tmp_path / name)
    ladder = [
        '{ value = 0, name = "I don\'t know this person" }',
        '{ value = 1, name = "I know who this person is but we have had no contact", tie = false }',
        '{ value = 2, name = "I have had contact with this person yearly" }',
        '{ value = 3, name = "I have had contact with this person quarterly" }',
        '{ value = 4, name = "I have had contact with this person monthly" }',
    ]
    (tmp_path / "partnership.toml").write_text(
        f"""
        sector = "referred"
        [organizations]
        file = "roster_matrix_contacts.csv"
        organization = "{{FirstName}} {{LastName}}"
        attributes = ["location"]
        [[question]]
        kind = "identity"
        file = "roster_matrix.csv"
        respondent = "{{RecipientFirstName}} {{RecipientLastName}}"
        [[question]]
        kind = "tie"
        question = "contact"
        layer = "contact"
        promise = "named"
        scale = [{", ".join(ladder)}]
        [[question]]
        kind = "tie"
        question = "collab"
        choice = "Presented research"
        layer = "presented"
        promise = "aggregate"
        [[question]]
        kind = "attribute"
        question = "position"
        """
    )
    survey = read_partnership(tmp_path)
    assert not survey.info.undecided
    organizations = survey["organizations"]
    assert len(organizations) == 26
    # A list of contacts holds addresses that nobody asked for.
    assert organizations.columns.tolist() == ["organization", "sector", "role", "location", "position"]
    assert organizations.set_index("organization").loc["W Gonzalez", "position"] == "Mentor"
    graph = to_partnership(survey).graph()
    contact = graph.layer("contact")
    assert graph.answered.sum() == 23
    assert (contact.n_ties, contact.n_dyads) == (215, 575)
    # Counted in the file: 91 quarterly, 88 yearly, 36 monthly; 16 presented research together.
    values = survey["ties"].loc[survey["ties"]["layer"] == "contact", "value"]
    assert values.value_counts().to_dict() == {2: 88, 3: 91, 4: 36}
    assert graph.layer("presented").n_ties == 16


def test_ticks_are_ties_of_unknown_strength(read: Read) -> None:
    survey = read(files(f'{TIE}question = "with"'))
    assert ties(survey) == [["A", "B", -1.0], ["B", "A", -1.0], ["B", "City Library", -1.0]]
    # Nothing ticked by whoever ticked something is no tie; the library ticked nothing at all.
    assert not blanks(survey)
    assert answered(survey) == {"A", "B"}
    assert set(survey["rosters"]["organization"]) == {"A", "B", "City Library"}
    assert not survey.info.undecided


def test_a_tick_takes_the_first_step_that_is_a_tie(read: Read) -> None:
    survey = read(files(f'{TIE}question = "with"\nscale = ["none", "some", "much"]\nblank = "no tie"'))
    assert ties(survey) == [["A", "B", 1.0], ["B", "A", 1.0], ["B", "City Library", 1.0]]
    assert answered(survey) == {"A", "B", "City Library"}


def test_a_list_of_boxes_for_names_has_their_number_as_its_limit(read: Read) -> None:
    survey = read(files(f'{TIE}question = "first"\npartners = "first"'))
    assert ties(survey) == [["A", "B", -1.0], ["A", "C", -1.0]]
    (decision,) = survey.info.undecided
    assert decision.what.startswith("“Libary, City” may be “City Library”")
    assert (decision.file, decision.row, decision.column) == ("export.csv", 5, "first_1")
    assert survey.info.left_out == {"contact": 1}
    limits = survey["asked"].set_index("organization")["limit"].to_dict()
    # A named as many as it could; of B one name does not count yet, so that one less would fill its list.
    assert limits == {"A": 2, "B": 1, "C": 2, "City Library": 2}
    # B named nobody for certain, and the library nobody at all.
    assert answered(survey) == {"A"}
    layer = to_partnership(survey).graph().layer("contact")
    assert layer.n_dyads == 2


def test_a_decision_in_names_csv_settles_a_name(read: Read) -> None:
    question = f'{TIE}question = "first"\npartners = "first"'
    survey = read(files(question, names='written,organization\n"Libary, City",City Library\n'))
    assert ["B", "City Library", -1.0] in ties(survey)
    assert not survey.info.undecided
    survey = read(files(question, names='written,organization\n"Libary, City",-\n'))
    assert not survey.info.undecided
    assert not survey.info.left_out
    assert len(ties(survey)) == 2


def test_several_names_in_one_cell(read: Read) -> None:
    survey = read(files(f'{TIE}question = "free"\npartners = "free"'))
    assert ties(survey) == [["A", "B", -1.0], ["A", "City Library", -1.0]]
    assert survey["asked"]["limit"].isna().all()
    (decision,) = survey.info.undecided
    assert decision.what == "“Zoo” is not in the list of organizations. 1 respondent names it: City Library."
    assert survey["unlisted"].to_numpy().tolist() == [["1", "Zoo", "City Library"]]
    # "ourselves" names nobody, which is not open.
    assert survey.info.left_out == {"contact": 1}


def test_of_whom_an_uncertain_name_may_mean_nothing_is_known(read: Read) -> None:
    rows = [["R_1", "A", *[""] * 8, "B; Citty Libary", "", "", ""]]
    survey = read(files(f'{TIE}question = "free"\npartners = "free"', rows))
    assert ties(survey) == [["A", "B", -1.0]]
    assert blanks(survey) == [["A", "City Library"]]


def test_names_without_a_list_of_organizations_make_one(read: Read) -> None:
    survey = read(files(f'{TIE}question = "free"\npartners = "free"', organizations=""))
    assert survey["organizations"]["organization"].tolist() == ["A", "B", "City Library", "Zoo"]
    assert ties(survey) == [["A", "B", -1.0], ["A", "City Library", -1.0], ["City Library", "Zoo", -1.0]]
    assert not survey.info.undecided


def test_strengths_stand_beside_names(read: Read) -> None:
    table = "who,partner_1,partner_2,how_1,how_2\nA,B,C,weekly,yearly\nB,A,,often,\n"
    toml = (
        '[[question]]\nkind = "tie"\nfile = "wide.csv"\nrespondent = "who"\nquestion = "how"\npartners = "partner"\n'
        'promise = "named"\nscale = ["never", "yearly", "weekly"]\n'
    )
    survey = read({"wide.csv": table, "partnership.toml": toml, "organizations.csv": "organization\nA\nB\nC\n"})
    assert ties(survey) == [["A", "B", 2.0], ["A", "C", 1.0], ["B", "A", -1.0]]
    assert ["not on the scale" in each.what for each in survey.info.undecided] == [True]


def test_a_repeated_part_of_a_form_names_partners(read: Read) -> None:
    book = openpyxl.Workbook()
    main = book.active
    assert main is not None
    main.title = "survey"
    for row in (["org_name", "_id", "_uuid", "_index"], ["A", 1, "u1", 1], ["B", 2, "u2", 2]):
        main.append(row)
    part = book.create_sheet("partner")
    header = ["partner_name", "how", "_index", "_parent_table_name", "_parent_index"]
    for row in (header, ["B", "weekly", 1, "survey", 1], ["C", "yearly", 2, "survey", 1], ["A", "", 3, "survey", 2]):
        part.append(row)
    out = io.BytesIO()
    book.save(out)
    toml = (
        '[[question]]\nkind = "tie"\nfile = "kobo.xlsx"\nrespondent = "org_name"\nquestion = "how"\n'
        'partners = "partner_name"\npromise = "named"\nscale = ["never", "yearly", "weekly"]\n'
    )
    survey = read(
        {"kobo.xlsx": out.getvalue(), "partnership.toml": toml, "organizations.csv": "organization\nA\nB\nC\n"}
    )
    assert ties(survey) == [["A", "B", 2.0], ["A", "C", 1.0], ["B", "A", -1.0]]
    assert survey["asked"]["limit"].isna().all()


def test_ticked_items_are_affiliations_and_their_list(read: Read) -> None:
    survey = read(files('kind = "outcome"\nquestion = "work"\npromise = "named"\n' + PLAIN_TIE))
    frame = survey["affiliations"]
    assert frame[["organization", "kind", "item"]].to_numpy().tolist() == [
        ["A", "outcome", "Reading"],
        ["B", "outcome", "Health"],
        ["B", "outcome", "Reading"],
    ]
    assert frame["value"].isna().all()
    assert set(frame["source"]) == {"answer"}
    assert survey["items"][["kind", "item"]].to_numpy().tolist() == [["outcome", "Reading"], ["outcome", "Health"]]
    assert survey.info.promises == {"outcome": "named"}


def test_a_list_of_plain_files_and_answers_of_an_export_count_once(read: Read) -> None:
    export = files('kind = "team"\nquestion = "work"\npromise = "named"\n' + PLAIN_TIE)
    listed = "organization,kind,item,source\nA,team,Reading,list\nCity Library,team,Reading,list\n"
    frame = read({**export, "affiliations.csv": listed})["affiliations"]
    assert frame[["organization", "item", "source"]].to_numpy().tolist() == [
        ["A", "Reading", "list"],
        ["B", "Health", "answer"],
        ["B", "Reading", "answer"],
        ["City Library", "Reading", "list"],
    ]


def test_items_have_no_strength_that_could_be_promised(read: Read) -> None:
    question = 'kind = "outcome"\nquestion = "work"\npromise = "{promise}"\n[[question]]\n'
    for second, promise in (("named", "named"), ("named with strength", "named"), ("aggregate", "aggregate")):
        first = question.format(promise="named with strength")
        survey = read(files(first + question.format(promise=second) + PLAIN_TIE.removeprefix("[[question]]\n")))
        assert survey.info.promises == {"outcome": promise}


PLAIN_TIE = f'[[question]]\n{TIE}question = "with"\n'


def test_an_item_that_a_list_lacks_waits(read: Read) -> None:
    survey = read(files('kind = "outcome"\nquestion = "work"\n' + PLAIN_TIE, items="kind,item\noutcome,reading\n"))
    assert survey["affiliations"]["item"].tolist() == ["reading", "reading"]
    assert survey.info.left_out == {"work": 1}
    assert [each.what[:8] for each in survey.info.undecided] == ["“Health”", "Nothing "]
    assert survey.info.promises == {"outcome": "aggregate"}


def test_ratings_from_a_grid_and_from_one_answer(read: Read) -> None:
    question = (
        'kind = "rating"\nquestion = "true"\nabout = "agenda"\npromise = "backbone"\nscale = ["disagree", "agree"]\n'
        '[[question]]\nkind = "rating"\nquestion = "pace"\nitem = "Pace"\nabout = "agenda"\npromise = "aggregate"\n'
    )
    survey = read(files(question + PLAIN_TIE))
    assert survey["ratings"][["organization", "item", "value"]].to_numpy().tolist() == [
        ["A", "Pace", 4.0],
        ["A", "We meet", 0.0],
        ["A", "We share a goal", 1.0],
        ["B", "Pace", 2.0],
        ["B", "We share a goal", 1.0],
    ]
    assert survey["items"][["kind", "item"]].to_numpy().tolist() == [
        ["agenda", "We share a goal"],
        ["agenda", "We meet"],
        ["agenda", "Pace"],
    ]
    # The library's "often" is on no scale; of several promises the strictest counts.
    assert survey.info.left_out == {"true": 1}
    assert survey.info.rating_promise == "backbone"


def test_answers_that_say_no_more_than_a_blank(read: Read) -> None:
    tie = f'{TIE}question = "true"\nscale = ["disagree", "agree"]\n'
    rows = [["R_1", "A", *[""] * 9, "agree", "prefer not to say", ""]]
    given = files(
        tie + 'not_known = ["Prefer not to say"]', rows, organizations="organization\nA\nWe share a goal\nWe meet\n"
    )
    survey = read(given)
    assert ties(survey) == [["A", "We share a goal", 1.0]]
    assert blanks(survey) == [["A", "We meet"]]
    assert not survey.info.undecided
    assert not survey.info.left_out


def test_of_several_boxes_beside_a_partner_the_scale_says_which_are_ties(read: Read) -> None:
    options = ["Refer families", "Nothing of these"]
    header = ["Q1", *(f"Q2_{row}_{place}" for row in (1, 2) for place in (1, 2))]
    wording = ["Your organization?", *(f"Which? - {name} - {option}" for name in "AB" for option in options)]
    ids = ['{"ImportId":"QID1"}', *(f'{{"ImportId":"QID2_{r}","choiceId":"{c}"}}' for r in (1, 2) for c in (1, 2))]
    answers = [["A", "", "", options[0], ""], ["B", "", options[1], "", ""], ["C", options[0], "", "", options[1]]]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, wording, ids, *answers])
    toml = f'{IDENTITY.replace("org", "Q1")}[[question]]\n{TIE}question = "Q2"\n'
    given = {"export.csv": out.getvalue(), "organizations.csv": "organization\nA\nB\nC\n"}
    scale = 'scale = [{ value = 0, name = "Nothing of these" }, { value = 1, name = "Refer families" }]\n'
    survey = read({**given, "partnership.toml": toml + scale})
    assert ties(survey) == [["A", "B", 1.0], ["C", "A", 1.0]]
    assert to_partnership(survey).graph().layer("contact").n_dyads == 4
    # Without a scale nobody can say which of them are ties, so that nothing is known of these.
    survey = read({**given, "partnership.toml": toml})
    assert not ties(survey)
    assert to_partnership(survey).graph().layer("contact").n_dyads == 0
    assert survey.info.left_out == {"contact": 4}
    (decision,) = survey.info.undecided
    assert "“Nothing of these”, “Refer families”" in decision.what


def test_attributes_and_the_person_who_answers(read: Read) -> None:
    rows = [*ROWS, ["R_4", "A", "Oldtown", "", "", "", "", "A", "", "City Library", "", "", "", ""]]
    identity = 'kind = "attribute"\nquestion = "town"\nitem = "Town"\n'
    survey = read(files(identity + PLAIN_TIE.replace("kind", 'combine = "latest"\nkind'), rows))
    assert survey["organizations"].set_index("organization")["Town"].to_dict() == {
        "A": "Oldtown",
        "B": "",
        "C": "",
        "City Library": "Eastgate",
    }
    assert any("describe it differently" in each.what for each in survey.info.advice)
    assert survey["ties"][["from", "to", "respondent"]].to_numpy().tolist() == [
        ["A", "B", "1"],
        ["A", "City Library", "2"],
        ["B", "A", ""],
        ["B", "City Library", ""],
    ]
    assert survey.layers[0].combine == "latest"


TOWN = 'kind = "attribute"\nquestion = "town"\nitem = "{}"\n'


@pytest.mark.parametrize(
    ("item", "settings", "organizations", "attributes"),
    [
        ("Town", "", ORGANIZATIONS, ("Town",)),
        ("TOWN", 'sector = "town"\n', ORGANIZATIONS, ("sector",)),
        ("sector", "", "organization\nA\nB\nC\nCity Library\n", ("sector",)),
        # The list comes first; an answer only fills what it leaves blank.
        ("Sector", "", ORGANIZATIONS.replace("Government", ""), ("sector",)),
        ("Sector", "", ORGANIZATIONS, ()),
        # B left it blank in the survey, too, so that no cell comes from an answer.
        ("sector", "", ORGANIZATIONS.replace("B,Schools", "B,"), ()),
    ],
)
def test_attributes_that_only_answers_tell(
    read: Read, item: str, settings: str, organizations: str, attributes: tuple[str, ...]
) -> None:
    given = files(TOWN.format(item) + PLAIN_TIE, organizations=organizations)
    given["partnership.toml"] = settings + str(given["partnership.toml"])
    survey = read(given)
    assert survey.info.answered_attributes == attributes
    assert set(attributes) <= set(survey["organizations"].columns)


def test_a_person_tells_respondents_apart(read: Read) -> None:
    rows = [*ROWS, ["R_4", "A", "", "", "", "", "", "", "", "City Library", "", "", "", ""]]
    given = files(f'{TIE}question = "with"\nperson = "ResponseId"\nrespondent = "org"', rows)
    assert set(read(given)["ties"]["respondent"]) == {"R_1", "R_4", ""}


def test_a_respondent_nobody_knows_waits_with_all_answers(read: Read) -> None:
    rows = [*ROWS, ["R_4", "Citty Library", "", "", "", "", "", "A", "", "", "", "", "", ""]]
    survey = read(files(f'{TIE}question = "with"', rows))
    (decision,) = survey.info.undecided
    assert decision.what.startswith("“Citty Library” may be “City Library”")
    assert survey.info.left_out == {"contact": 3}
    assert answered(survey) == {"A", "B"}


def test_a_guess_is_used_and_named(read: Read) -> None:
    survey = read(files(f'{TIE}question = "with"\nwording = "Whom do you work with?"\ndecided = false'))
    assert len(ties(survey)) == 3
    (decision,) = survey.info.undecided
    assert "“Whom do you work with?” is a question of the kind “tie”" in decision.what


def test_what_is_ignored_is_not_looked_for(read: Read) -> None:
    survey = read(files(f'{TIE}question = "with"\n[[question]]\nkind = "ignore"\nquestion = "gone"'))
    assert len(ties(survey)) == 3


def test_a_question_that_is_not_there_is_an_error(
    problems: Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]],
) -> None:
    found = problems(files(f'{TIE}question = "wiht"'))
    assert "There is no question “wiht”. Did you mean “with”?" in str(found[0])


def test_waves_have_files_and_names_of_their_own(read: Read) -> None:
    toml = (
        '[[wave]]\nname = "2024"\nfiles = ["before.csv"]\n[[wave]]\nname = "2025"\nfiles = ["export.csv"]\n'
        f'[[question]]\nkind = "identity"\nquestion = "org"\n[[question]]\n{TIE}question = "with"\n'
    )
    given = files("") | {"partnership.toml": toml, "before.csv": export(ROWS[1:2])}
    survey = read(given)
    assert survey["ties"].groupby("wave").size().to_dict() == {"2024": 2, "2025": 3}
    assert not survey.info.undecided


def test_a_draft_is_known_to_everyone_and_its_decisions_to_the_backbone(read: Read) -> None:
    partnership = to_partnership(read(files(f'{TIE}question = "free"\npartners = "free"')))
    assert partnership.info.draft
    assert partnership.info.left_out == {"contact": 1}
    room = make_copy("partners", partnership, (), "1").partnership
    assert room.info.draft
    assert not room.info.undecided
    assert not room.info.left_out  # a number of answers


def test_affiliations_go_no_further_than_was_promised(read: Read) -> None:
    rows = [[f"R_{name}", name, "", "Reading", "", *[""] * 9] for name in ("A", "B", "C", "City Library")]
    question = 'kind = "outcome"\nquestion = "work"\npromise = "{}"\n' + PLAIN_TIE + 'blank = "no tie"\n'
    for promise, shown in (("named", 4), ("aggregate", 0)):
        partnership = to_partnership(read(files(question.format(promise), rows)))
        room = make_copy("partners", partnership, (), "1").partnership
        assert len(room.graph()["affiliations"]) == shown


def test_what_counts_as_a_tie_may_be_said_in_the_settings(read: Read) -> None:
    given = files(f'{TIE}question = "with"\n[ties]\ndefault = "both"')
    assert to_partnership(read(given)).info.ties == "both"


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.permutations(ROWS), st.sampled_from(["with", "first", "free"]))
def test_the_order_of_rows_changes_nothing(read: Read, rows: list[list[str]], asked: str) -> None:
    partners = "" if asked == "with" else f'partners = "{asked}"\n'
    question = f'{TIE}question = "{asked}"\n{partners}'
    one, other = read(files(question)), read(files(question, rows))
    for family, frame in one.frames.items():
        assert frame.equals(other[family]), family
    assert one.info.left_out == other.info.left_out


@pytest.mark.parametrize(
    ("layer", "promise", "said"),
    [
        ("contact", "aggregate", "we show it in the aggregate only"),
        ("trust", "backbone", "it stays on your desk"),
        ("perceived value", "backbone", "it stays on your desk"),
        ("conflict", "backbone", "it stays on your desk"),
    ],
)
def test_without_a_promise_judgments_of_partners_stay_on_the_desk(
    read: Read, layer: str, promise: str, said: str
) -> None:
    survey = read(files(f'kind = "tie"\nlayer = "{layer}"\nquestion = "with"'))
    assert survey.layers[0].promise == promise
    assert any(said in decision.what for decision in survey.info.undecided)
