"""The five conditions side by side: the example traced by hand, and what is said where files are missing."""

from pathlib import Path

import pytest

from stakeholder_graph.conditions.five_conditions import FiveConditions, five_conditions
from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from tests.studies.outcomes.test_outcome_ties import WREN

QUICK = MeasureSettings(permutations=19, draws=0)
READ = [
    "agenda_agreement",
    "outcome_coverage",
    "outcome_sheets",
    "indicator_progress",
    "disparity_gaps",
    "action_teams",
    "activity_overlap",
    "aligned_pairs",
    "collaboration_levels",
    "confirmation",
    "trust",
    "backbone_dependence",
]
ORGANIZATIONS = "organization,sector,role\nA,Schools,\nB,Clinics,\nC,Schools,\nD,Clinics,\n"
TIES = "from,to\nA,B\nB,A\nB,C\nC,D\n"


def five_of(folder: Path) -> FiveConditions | None:
    partnership = to_partnership(read_partnership(folder))
    return five_conditions(partnership, assess(partnership, READ, settings=QUICK), partnership.latest)


def written(tmp_path: Path, **files: str) -> Path:
    for name, text in {"organizations": ORGANIZATIONS, **files}.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def counts(five: FiveConditions, condition: str) -> dict[str, tuple[float, float]]:
    (chosen,) = (made for made in five.conditions if made.id == condition)
    return {fact.message.id: (round(fact.count, 2), fact.whole) for fact in chosen.facts}


def unknown(five: FiveConditions, condition: str) -> list[str]:
    (chosen,) = (made for made in five.conditions if made.id == condition)
    return [message.id for message in chosen.unknown]


def test_each_condition_of_the_example_is_counted_as_its_files_say() -> None:
    five = five_of(WREN)
    assert five is not None
    # By its README: all of eight agenda items but one agreed; 43 answered, and 37 of them said 4 or 5 of the vision.
    agenda = counts(five, "agenda")
    assert agenda["agreed"] == (7, 8)
    assert (agenda["most_endorsed"], agenda["least_endorsed"]) == ((37, 43), (21, 43))
    assert agenda["carried_across"] == (8, 8)
    # indicators.csv: 12 indicators, of which that of working at 24 has no baseline; three by family income.
    measurement = counts(five, "measurement")
    assert {id: measurement[id] for id in ("outcomes_measured", "baseline", "fresh", "by_group")} == {
        "outcomes_measured": (7, 8),
        "baseline": (11, 12),
        "fresh": (12, 12),
        "by_group": (3, 12),
    }
    # items.csv has teams for six of eight outcomes, strategies.csv strategies for all but Working at 24.
    assert (counts(five, "activities")["teams"], counts(five, "activities")["strategies"]) == ((6, 8), (7, 8))
    # By affiliations.csv each of the six teams has members of three sectors or more.
    assert counts(five, "activities")["teams_cross"] == (6, 6)
    # 363 pairs are named and 106 by both; both sides answered in 236 of them.
    communication = counts(five, "communication")
    assert communication["monthly_mentions"] == (183 + 97, 539)
    assert communication["both_sides"] == (106, 236)
    assert communication["trusted_named"] == (3.89, 5)
    # Eight organizations reach the others only through the backbone.
    assert counts(five, "backbone")["only_through"] == (8, 42)


def test_every_fact_names_a_finding_that_is_there() -> None:
    partnership = to_partnership(read_partnership(WREN))
    findings = assess(partnership, READ, settings=QUICK)
    five = five_conditions(partnership, findings, partnership.latest)
    assert five is not None
    named = {fact.finding for made in five.conditions for fact in made.facts}
    assert named <= {finding.id for finding in findings}
    assert {fact.measure for made in five.conditions for fact in made.facts} <= set(READ)


def test_one_paper_alone_keeps_a_gateway_shut_whatever_the_other_rows_say() -> None:
    partnership = to_partnership(read_partnership(WREN))
    ledgers = report_ledgers(partnership, findings := assess(partnership, READ, settings=QUICK), "2025", QUICK)
    assert [ledger.rubric.id for ledger in ledgers] == ["five-conditions", "theory-of-action"]
    five = five_conditions(partnership, findings, "2025", ledgers)
    assert five is not None
    # By evidence.csv all rows up to there are met but the one agreement.
    assert [row.criterion.id for row in five.shut] == ["data-agreement"]
    assert five.shut[0].decision is not None
    assert five.shut[0].decision.evidence == "Draft with the district's lawyers since March; unsigned"
    # Each condition has the rows that are about it, and no others.
    rows = {made.id: {row.criterion.condition for row in made.rows.rows} for made in five.conditions if made.rows}
    assert rows == {id: {id} for id in ("agenda", "measurement", "activities", "communication", "backbone")}


def test_many_missing_rows_are_no_story_of_one_paper(tmp_path: Path) -> None:
    evidence = "rubric,benchmark,status,evidence,by,date\ntheory-of-action,steering-meets,met,Minutes,Us,2025-01-02\n"
    partnership = to_partnership(read_partnership(written(tmp_path, ties=TIES, evidence=evidence)))
    ledgers = report_ledgers(partnership, (), partnership.latest, QUICK)
    five = five_conditions(partnership, (), partnership.latest, ledgers)
    assert five is not None
    assert five.shut == ()


def test_a_rubric_that_is_not_there_is_named_and_no_decision_left_out_in_silence(tmp_path: Path) -> None:
    evidence = "rubric,benchmark,status,evidence,by,date\nour-own,first,met,Paper,Us,2025-01-01\n"
    partnership = to_partnership(read_partnership(written(tmp_path, ties=TIES, evidence=evidence)))
    ledgers = report_ledgers(partnership, (), partnership.latest, QUICK)
    five = five_conditions(partnership, (), partnership.latest, ledgers)
    assert five is not None
    assert five.rubrics_absent == ("our-own",)


def test_a_rubric_in_the_folder_is_judged_beside_the_five(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        ties=TIES,
        evidence="rubric,benchmark,status,evidence,by,date\nour-own,first,met,Paper,Us,2025-01-01\n",
    )
    (folder / "rubrics").mkdir()
    row = '[[row]]\nid = "first"\ncondition = "agenda"\nasked = "A plan is written."\nhow = "document"\n'
    head = 'id = "our-own"\ntitle = "Ours"\nedition = "1"\ndate = "2025"\nsource = "Ours."\n'
    (folder / "rubrics" / "our-own.toml").write_text(head + row + 'source = "Ours."\nfile = "the plan"\n', "utf-8")
    partnership = to_partnership(read_partnership(folder))
    ledgers = report_ledgers(partnership, (), partnership.latest, QUICK)
    assert [ledger.rubric.id for ledger in ledgers] == ["five-conditions", "our-own"]
    assert ledgers[1]["first"].verdict == "shown"


def test_connections_alone_are_no_page_of_five(tmp_path: Path) -> None:
    assert five_of(written(tmp_path, ties=TIES)) is None


def test_one_condition_alone_is_shown_and_the_others_say_what_would_add_them(tmp_path: Path) -> None:
    figures = "indicator,period,value,good\nReading,2020,41,up\nReading,2024,47,up\nMath,2024,30,up\n"
    five = five_of(written(tmp_path, ties=TIES, indicators=figures))
    assert five is not None
    # Math has one figure, later than halfway, and so no baseline.
    assert counts(five, "measurement") == {"baseline": (1, 2), "fresh": (2, 2)}
    assert counts(five, "agenda") == {}
    assert unknown(five, "agenda") == ["no_ratings", "no_outcomes"]
    assert unknown(five, "activities") == ["no_teams", "no_activities"]
    assert unknown(five, "backbone") == ["no_backbone"]


def test_how_often_is_read_in_spanish_from_the_second_kind_of_connection(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        ties="from,to,layer,value\nA,B,colaboración,1\nA,B,contacto,1\nB,C,contacto,3\nC,D,contacto,4\n",
        strategies="strategy,outcome,partners,started,status,learned\nMesa,Lectura,A; B,2024,going on,\n"
        "Taller,Salud,C,2024,going on,\n",
    )
    steps = '["nunca", "menos de una vez al mes", "trimestral", "mensual", "cada semana"]'
    (folder / "partnership.toml").write_text(
        f'[layers."colaboración"]\npromise = "named"\n[layers.contacto]\npromise = "named"\nscale = {steps}\n', "utf-8"
    )
    five = five_of(folder)
    assert five is not None
    # "Less than once a month" is no month: two of three connections are monthly or closer.
    assert counts(five, "communication")["monthly_mentions"] == (2, 3)


@pytest.mark.parametrize("answered", ["no", "yes"])
def test_nobody_and_everybody_answered(tmp_path: Path, answered: str) -> None:
    people = ORGANIZATIONS.replace("role", "role,answered").replace(",\n", f",,{answered}\n")
    five = five_of(
        written(
            tmp_path,
            organizations=people.replace("A,Schools,", "A,Schools,backbone"),
            ties=TIES if answered == "yes" else "from,to\n",
            items="kind,item,outcome\noutcome,Math,\noutcome,Reading,\nteam,Crew,Math\n",
            affiliations="organization,kind,item,source\nA,team,Crew,list\nB,outcome,Math,list\nC,outcome,Math,list\n",
        )
    )
    assert five is not None
    assert counts(five, "activities")["teams"] == (1, 2)
    communication, backbone = counts(five, "communication"), counts(five, "backbone")
    if answered == "no":
        assert communication == backbone == {}
        assert unknown(five, "backbone") == ["backbone_silent"]
    else:
        # A and B name each other; B and C, C and D are named by one side. Without A, which leads nowhere, all go on.
        assert communication == {"both_sides": (1, 3)}
        assert backbone == {"only_through": (0, 3)}
