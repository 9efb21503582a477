"""What is read without a problem, and may have been meant otherwise."""

from collections.abc import Callable

from stakeholder_graph.survey import Survey

Read = Callable[[dict[str, str]], Survey]

ORGANIZATIONS = "organization,sector,answered\nA,Health,yes\nB,Social services,yes\nC,Health,no\n"
TOML = '[layers.collaboration]\npromise = "named"\n'


def advice(survey: Survey) -> list[str]:
    return [str(each) for each in survey.info.advice]


def test_columns_that_are_not_used_are_named(read: Read) -> None:
    survey = read(
        {
            "organizations.csv": ORGANIZATIONS,
            "ties.csv": "from,to,Kind,Strength\nA,B,work,2\n",
            "partnership.toml": TOML,
        }
    )
    assert advice(survey) == [
        "ties.csv: 2 columns are not used: “Kind”, “Strength”. If one of them is meant to be used, rename it to one of "
        "these: wave, layer, from, to, value, respondent."
    ]


def test_a_column_that_may_say_who_answered(read: Read) -> None:
    organizations = "organization,sector,Responded?\nA,x,yes\nB,x,no\n"
    survey = read({"organizations.csv": organizations, "ties.csv": "from,to\nA,B\n", "partnership.toml": TOML})
    assert not survey.info.answered_known
    assert "organizations.csv, column “Responded?”" in advice(survey)[0]
    assert "call it “answered”" in advice(survey)[0]


def test_sectors_and_layers_written_in_two_ways(read: Read) -> None:
    organizations = ORGANIZATIONS + "D,Social service,yes\nE,Ward 1,yes\nF,Ward 2,yes\n"
    ties = "from,to,layer\nA,B,cooperation\nA,C,cooperation\nA,D,co-operation\n"
    toml = '[layers.cooperation]\npromise = "named"\n[layers.co-operation]\npromise = "named"\n'
    said = advice(read({"organizations.csv": organizations, "ties.csv": ties, "partnership.toml": toml}))
    assert len(said) == 2
    assert "“Social service” (1 row) and “Social services” (1 row) are spelled almost alike" in said[0]
    assert "“co-operation” (1 row) and “cooperation” (2 rows) are spelled almost alike" in said[1]


def test_an_unstated_promise_is_said_to_mean_by_name(read: Read) -> None:
    said = advice(read({"organizations.csv": ORGANIZATIONS, "ties.csv": "from,to,layer\nA,B,work\nA,B,trust\n"}))
    assert len(said) == 1
    assert "Nothing says what respondents were promised about “work”" in said[0]
    assert "lines between organizations" in said[0]
