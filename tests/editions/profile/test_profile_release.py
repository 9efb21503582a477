"""A profile's release holds the own answers of its organization as they were given, and nothing of anybody else's.

The survey is small enough to read what is expected off its rows.
"""

from dataclasses import replace

import pandas as pd
import pytest

from stakeholder_graph.editions.profile import OwnTie, profile_content, profile_releases
from stakeholder_graph.editions.profile.own_answers import OwnAnswers
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave

STEPS = (Step(1, "yearly"), Step(2, "weekly"))
LAYERS = {
    "work": LayerInfo("work", STEPS, "named"),
    "money": LayerInfo("money", (), "aggregate"),
    "trust": LayerInfo("trust", STEPS, "backbone", asks="trust"),
}
NAMES = ("Clinic", "Library", "Museum", "Park", "School", "Zoo")
#: Everybody answered but the Zoo.
TIES = [
    ("work", "School", "Library", 2.0),
    ("work", "School", "Zoo", 1.0),
    ("work", "Library", "School", 1.0),
    ("work", "Clinic", "School", 2.0),
    ("work", "Clinic", "Museum", 2.0),
    ("money", "School", "Museum", 1.0),
    ("money", "Park", "School", 1.0),
    ("trust", "School", "Library", 1.0),
    ("trust", "Clinic", "School", 1.0),
]
OUTCOMES = [("School", "outcome", "Reading", "answer"), ("School", "asset", "A hall", "answer")]
SEATS = [
    ("Library", "team", "Readers", "list"),
    ("Park", "team", "Readers", "list"),
    ("School", "team", "Readers", "list"),
]


def survey(respondents: int = 1, info: SurveyInfo | None = None) -> Partnership:
    """The survey, in which so many people answered for the School."""
    asked = [
        (layer, name, f"Person {k}", name != "Zoo")
        for layer in LAYERS
        for name in NAMES
        for k in range(respondents if name == "School" else 1)
    ]
    frames = {
        "organizations": pd.DataFrame({"organization": NAMES, "sector": "Any"}),
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "respondent", "answered"]),
        "ties": pd.DataFrame(TIES, columns=["layer", "from", "to", "value"]),
        "affiliations": pd.DataFrame(OUTCOMES + SEATS, columns=["organization", "kind", "item", "source"]),
        "ratings": pd.DataFrame({"organization": ["School"], "item": ["Vision"], "value": [2.0]}),
        "unlisted": pd.DataFrame({"name": ["The Rink", "The Pool"], "by": ["School", "Clinic"]}),
    }
    lists = {
        "items": pd.DataFrame(
            {"kind": ["outcome", "team"], "item": ["Reading", "Readers"], "outcome": ["", "Reading"], "steering": False}
        ),
        "steps": pd.DataFrame({"item": ["Vision"], "value": [2.0], "name": ["agree"]}),
        "commitments": pd.DataFrame(
            {
                "who": ["School", "Park"],
                "with whom": ["Library", "School"],
                "outcome": ["Reading", ""],
                "first step": ["Call", "Meet"],
                "by when": ["May", ""],
                "done": [False, True],
            }
        ),
    }
    return Partnership(info or SurveyInfo("Ours"), {"1": PartnerGraph(Wave("1"), LAYERS, frames)}, lists)


def own(name: str, partnership: Partnership) -> OwnAnswers:
    return profile_releases(partnership, "1", [name])[0].own


def test_whom_it_named_is_as_it_said() -> None:
    assert own("School", survey()).ties == (
        OwnTie("work", "Library", 2.0),
        OwnTie("work", "Zoo", 1.0),
        OwnTie("money", "Museum", 1.0),
    )


def test_what_the_backbone_alone_was_promised_is_counted_and_not_held() -> None:
    answers = own("School", survey())
    trust = next(question for question in answers.questions if question.about == "trust")
    assert (trust.answers, trust.printed) == (1, False)
    assert "trust" not in {layer.name for layer in answers.layers}
    assert answers.rated == ()  # ratings are the backbone's unless the settings say otherwise
    assert [question.answers for question in answers.questions if question.asks == "ratings"] == [1]


def test_what_is_only_counted_is_not_held_where_several_people_answered() -> None:
    several = own("School", survey(respondents=2))
    assert several.respondents == 2
    assert {tie.layer for tie in several.ties} == {"work"}
    assert [question.printed for question in several.questions if question.about == "money"] == [False]


def test_ratings_that_may_be_seen_are_held_in_the_words_of_their_scale() -> None:
    assert own("School", survey(info=SurveyInfo("Ours", rating_promise="aggregate"))).rated == (
        ("Vision", 2.0, "agree"),
    )


def test_everything_else_is_its_own() -> None:
    answers = own("School", survey())
    assert answers.held == (("asset", "A hall"), ("outcome", "Reading"), ("team", "Readers"))
    assert answers.unlisted == ("The Rink",)
    assert [made.step for made in answers.commitments] == ["Call"]


def ordered(answered_kinds: tuple[str, ...] = ()) -> OwnAnswers:
    """The School at meetings that the list has by date, with views that it has in the order of the questionnaire."""
    whole = survey(info=SurveyInfo("Ours", rating_promise="aggregate", answered_kinds=answered_kinds))
    came = [("School", "meeting", item, "list") for item in ("January", "March", "June", "Ad hoc 10", "Ad hoc 9")]
    frames = dict(whole.graph().frames)
    frames["affiliations"] = pd.DataFrame(came[::-1], columns=["organization", "kind", "item", "source"])
    frames["ratings"] = pd.DataFrame({"organization": "School", "item": ["Money", "Vision", "Any"], "value": 2.0})
    listed = [*(("meeting", name) for name in ("January", "March", "May", "June")), ("agenda", "Vision")]
    listed += [("agenda", "Money"), ("agenda", "June")]  # one name for two kinds
    items = pd.DataFrame(listed, columns=["kind", "item"]).assign(outcome="", steering=False)
    graph = PartnerGraph(Wave("1"), LAYERS, frames)
    return own("School", Partnership(whole.info, {"1": graph}, {**whole.lists, "items": items}))


def test_items_stand_as_the_survey_lists_them_and_what_no_list_has_behind() -> None:
    """As on the questionnaire and the map: meetings by date, where the list has them so."""
    assert [item for _kind, item in ordered().held] == ["January", "March", "June", "Ad hoc 9", "Ad hoc 10"]
    assert [item for item, _value, _name in ordered().rated] == ["Vision", "Money", "Any"]


def test_what_answers_alone_name_stands_in_natural_order() -> None:
    """Its order in the list would tell who was first to name it."""
    held = ordered(answered_kinds=("meeting",)).held
    assert [item for _kind, item in held] == ["Ad hoc 9", "Ad hoc 10", "January", "June", "March"]


def test_who_has_not_answered_holds_only_what_lists_say() -> None:
    answers = own("Zoo", survey())
    assert not answers.answered
    assert (answers.ties, answers.questions, answers.unlisted) == ((), (), ())


def test_lines_that_it_did_not_report_were_reported_by_the_other_side() -> None:
    (release,) = profile_releases(survey(), "1", ["School"])
    content = profile_content(release)
    assert content.drawn == "drawn"
    assert dict(content.by_others) == {"Clinic": ("work",)}
    assert list(content.named) == ["Library", "Museum", "Zoo"]
    assert [made.who for made in content.invited] == ["Park"]


def test_those_who_share_an_outcome_come_from_lists_and_are_not_connected_yet() -> None:
    """Who named Reading is an answer; who sits on its team is on a list. The Library works with the School already."""
    (release,) = profile_releases(survey(), "1", ["School"])
    (reading,) = profile_content(release).outcomes
    assert (reading.outcome, reading.teams, reading.people) == ("Reading", ("Readers",), ("Park",))
    assert reading.count is None  # fewer than five named it


def test_a_person_is_counted_nowhere_on_their_own_page() -> None:
    many = survey(info=SurveyInfo("Ours", participants={"School": True}))
    graph = many.graph()
    rows = [(name, "outcome", "Reading", "answer") for name in NAMES if name not in ("School", "Zoo")]
    frames = dict(graph.frames)
    frames["affiliations"] = pd.concat(
        [graph["affiliations"], pd.DataFrame(rows, columns=["organization", "kind", "item", "source"])]
    )
    many = Partnership(many.info, {"1": PartnerGraph(graph.wave, graph.layers, frames)}, many.lists)
    counts = {
        release.own.organization: profile_content(release).outcomes[0].count
        for release in profile_releases(many, "1", ["School", "Clinic"])
    }
    assert counts == {"School": None, "Clinic": 5}


def test_a_person_whom_nobody_may_name_is_a_number_to_others_and_itself_to_itself() -> None:
    unnamed = survey(info=SurveyInfo("Ours", participants={"Clinic": False}))
    school, clinic = profile_releases(unnamed, "1", ["School", "Clinic"])
    assert clinic.own.called == "Participant 1"
    content = profile_content(school)
    assert content.unnamed == ("Participant 1",)
    assert "Clinic" not in {*content.by_others, *content.named}


def test_a_person_whom_nobody_may_name_is_counted_on_the_pages_of_those_who_named_them() -> None:
    (school,) = profile_releases(survey(info=SurveyInfo("Ours", participants={"Library": False})), "1", ["School"])
    assert [tie.partner for tie in school.own.ties] == ["Zoo", "Museum"]
    assert school.own.persons == 1
    assert [made.partners for made in school.own.commitments] == [("Participant 1",)]
    assert "Library" not in str(school)


def test_who_did_not_agree_to_be_named_reads_its_own_answers() -> None:
    whole = survey()
    graph = whole.graph()
    frames = dict(graph.frames)
    asked, ties = graph["asked"], graph["ties"]
    frames["asked"] = asked.assign(answered=asked["answered"] & (asked["organization"] != "School"))
    frames["ties"] = ties[ties["from"] != "School"]
    agreed = Partnership(whole.info, {"1": PartnerGraph(graph.wave, graph.layers, frames)}, whole.lists)
    refusing = Partnership(whole.info, whole.graphs, whole.lists, agreed)
    answers = own("School", refusing)
    assert (answers.answered, answers.refused) == (True, True)
    assert len(answers.ties) == 3


def test_ties_without_direction_are_nobodys_answer() -> None:
    whole = survey()
    layers = {"work": replace(LAYERS["work"], directed=False)}
    graph = PartnerGraph(
        Wave("1"),
        layers,
        {**whole.graph().frames, "ties": pd.DataFrame(TIES[:1], columns=["layer", "from", "to", "value"])},
    )
    (release,) = profile_releases(Partnership("Ours", {"1": graph}, {}), "1", ["School"])
    content = profile_content(release)
    assert (dict(content.named), dict(content.by_others)) == ({}, {})
    assert dict(content.on_map) == {"Library": ("work",)}


def test_an_unknown_organization_is_an_error() -> None:
    with pytest.raises(StakeholderGraphError, match="Rink"):
        profile_releases(survey(), "1", ["Rink"])
