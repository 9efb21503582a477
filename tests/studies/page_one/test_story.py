"""The story keeps its stated rule."""

from dataclasses import replace
from random import Random

import pytest

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message, Scope, Test, Tone
from stakeholder_graph.studies.page_one.story import Standing, questions, questions_of, story
from tests.tables import table_of


def found(name: str, tone: Tone = "neutral", p: float | None = None, layer: str = "contact") -> Finding:
    test = None if p is None else Test("labels", 999, 0.5, 0.1, p, 0)
    reading = Message("any", {}, tone)
    return Finding(name, Scope(("1",), (layer,)), 0.3, "index", (-1, 1), test=test, reading=reading)


def names(findings: list[Finding], at_most: int = 5) -> list[str]:
    return [learned.finding.name for learned in story(findings, at_most)]


def standings(findings: list[Finding]) -> dict[str, Standing]:
    return {learned.finding.name: learned.standing for learned in story(findings)}


def of(name: str, said: str, value: float = 1.0, tone: Tone = "neutral", **fields: str) -> Finding:
    scope = Scope(("1",), ("contact",))
    return Finding(name, scope, value, "organizations", (0, None), reading=Message(said, dict(fields), tone))


def test_that_nobody_is_the_only_link_is_told_once() -> None:
    none, links = of("backbone_dependence", "none", 0, "strength"), of("cutpoints", "none", 0)
    assert names([links, none]) == ["backbone_dependence"]
    assert names([links]) == ["cutpoints"]
    # Whether anybody hangs on the backbone alone is not known; or somebody hangs on another.
    assert set(names([links, of("backbone_dependence", "none_so_far", 0, "unknown")])) == {
        "cutpoints", "backbone_dependence"
    }  # fmt: skip
    others = of("cutpoints", "only", 1, organization="Zoo")
    assert set(names([others, none])) == {"cutpoints", "backbone_dependence"}


def test_of_two_findings_that_name_one_organization_the_second_comes_last() -> None:
    first, second = of("cutpoints", "only", organization="Hub"), of("key_players", "most", organization="Hub")
    other, plain = of("betweenness", "first", organization="Zoo"), found("density")
    assert "key_players" not in names([first, second, other, plain], 3)
    assert "key_players" in names([first, second, other, plain])
    table, hangs = found("sector_coverage"), of("backbone_dependence", "several", 8, "concern", backbone="Hub")
    told = [one.finding.name for one in story([first, hangs, plain, table], 3, backbone="Hub")]
    assert "cutpoints" not in told
    assert "cutpoints" in [one.finding.name for one in story([first, hangs, plain, table], 3, backbone="Zoo")]


def test_says_nothing_of_nothing() -> None:
    assert story([]) == ()
    assert questions(()) == ()


def test_a_measure_speaks_once_by_its_main_layer() -> None:
    learned = story([found("density", layer="contact"), found("density", layer="trust")])
    assert [one.finding.scope.layers for one in learned] == [("contact",)]


def test_a_finding_that_may_not_be_read_is_not_told_and_its_next_layer_is() -> None:
    hidden = Finding("density", Scope(("1",), ("contact",)), 0.3, "share", (0, 1))
    assert names([hidden]) == []
    assert story([hidden, found("density", layer="trust")])[0].finding.scope.layers == ("trust",)


def test_who_answered_is_told_elsewhere() -> None:
    assert names([found("response", "strength"), found("density")]) == ["density"]


def test_tests_are_counted_together() -> None:
    # Benjamini-Hochberg by hand: .03 alone holds; beside .5 and .6 it becomes .09.
    alone = [found("ei_index", "concern", 0.03)]
    assert standings(alone) == {"ei_index": "clear"}
    among = [*alone, found("silo_sources", p=0.5), found("location_quotient", p=0.6)]
    assert standings(among) == {"silo_sources": "even", "location_quotient": "even"}


def test_a_test_that_was_not_named_beforehand_describes() -> None:
    assert not measures()["density"].headline
    assert standings([found("density", "concern", 0.001)]) == {}
    assert standings([found("density", p=0.001), found("ei_index", p=0.03)]) == {"density": "even", "ei_index": "clear"}


def cells(p: float, rewired: float = 0.01) -> Finding:
    """A finding whose table holds a test of each pair of sectors."""
    clear = {"p_adjusted": p, "p_rewired_adjusted": rewired}
    rows = table_of(({"p_adjusted": None, "p_rewired_adjusted": None}, clear))
    scope = Scope(("1",), ("contact",))
    return Finding("sector_mixing", scope, 1, "pairs", (0, None), table=rows, reading=Message("holes", {}, "concern"))


def test_a_table_corrects_its_own_tests() -> None:
    assert standings([cells(0.01)]) == {"sector_mixing": "clear"}
    assert standings([cells(0.2)]) == {}
    assert standings([cells(0.01, rewired=0.2)]) == {}  # both nulls have to reject


def clusters(p: float, inside: float, number: int = 2, verdict: str = "too close to call") -> Finding:
    """Clusters with their own p, and that of the ties inside the first of them."""
    tables = {
        "fit": table_of([{"p": p}]),
        "ties": table_of(
            [
                {
                    "cluster": "A",
                    "layer": "contact",
                    "ties": 1,
                    "pairs": 36,
                    "expected": 6.0,
                    "p_adjusted": inside,
                    "verdict": verdict,
                }
            ]
        ),
        "clusters": table_of([{"cluster": "A", "size": 9, "outcomes": "Attendance"}]),
    }
    info = measures()["outcome_clusters"]
    finding = Finding(info.name, Scope(("1",)), number, info.unit, info.bounds, tables=tables)
    return replace(finding, reading=info.reading(finding))


def test_clusters_stand_by_their_own_p_and_not_by_that_of_ties_inside() -> None:
    # The case that was found: clusters with p .01 whose ties inside have p .92 were called chance.
    assert standings([clusters(0.01, 0.92)]) == {"outcome_clusters": "clear"}
    # The reverse: no clusters are claimed, and ties inside are no reason to think that they stand.
    assert standings([clusters(0.4, 0.001, number=0)]) == {"outcome_clusters": "even"}


def test_a_group_that_hardly_ties_needs_both_its_clusters_and_its_ties_to_stand() -> None:
    hardly = "hardly tied"
    assert standings([clusters(0.01, 0.03, verdict=hardly)]) == {"outcome_clusters": "clear"}
    # Two headlines: Benjamini and Hochberg's .03 x 2 / 1 = .06 counts, where .01 x 2 = .02 would stand.
    other = found("ei_index", p=0.5)
    assert standings([clusters(0.01, 0.03, verdict=hardly), other]) == {"ei_index": "even"}
    assert standings([clusters(0.01, 0.02, verdict=hardly), other])["outcome_clusters"] == "clear"


def test_what_stands_goes_before_what_does_not() -> None:
    findings = [
        found("ei_index", "unknown", 0.4),
        found("sector_coverage", "concern"),
        found("density"),
    ]
    assert names(findings, 1) == ["sector_coverage"]
    assert names(findings, 2) == ["sector_coverage", "density"]
    assert standings(findings) == {"ei_index": "close", "sector_coverage": "counted", "density": "counted"}


def test_sections_take_turns() -> None:
    network = [found(name, "concern") for name in ("betweenness", "centralization", "density", "reciprocity")]
    findings = [found("ei_index", "concern", 0.001), found("sector_coverage", "concern"), *network]
    assert names(findings, 3) == ["ei_index", "sector_coverage", "betweenness"]


def test_a_strength_is_told_if_there_is_one_and_first() -> None:
    concerns = [found("ei_index", "concern", 0.001), found("sector_coverage", "concern")]
    assert names([*concerns, found("density", "strength")], 2) == ["density", "ei_index"]
    assert names(concerns, 2) == ["ei_index", "sector_coverage"]


def test_at_most_three() -> None:
    every = [found(name, "concern") for name in measures() if measures()[name].section != "response"]
    assert len(story(every)) == 3


def test_at_most_twelve_tests_are_named_beforehand_and_each_is_a_measure() -> None:
    headlines = {name for name, info in measures().items() if info.headline}
    assert {"ei_index", "sector_mixing"} < headlines
    assert len(headlines) <= 12


def test_order_of_layers_and_of_other_measures_does_not_change_what_is_chosen() -> None:
    findings = [
        found("ei_index", "concern", 0.001),
        found("sector_coverage", "strength"),
        found("density"),
        found("reciprocity"),
        found("centralization", "concern"),
    ]
    chosen = set(names(findings, 3))
    for seed in range(5):
        shuffled = Random(seed).sample(findings, len(findings))
        assert len(names(shuffled, 3)) == 3
        assert {"ei_index", "sector_coverage", "centralization"} == set(names(shuffled, 3)) == chosen


def test_two_questions_worries_first() -> None:
    learned = story([found("density", "strength"), found("sector_coverage", "concern"), found("ei_index", "unknown")])
    known = measures()
    assert questions(learned) == (known["sector_coverage"].questions[0], known["density"].questions[0])


@pytest.mark.parametrize("at_most", [1, 2, 5])
def test_no_question_is_asked_twice(at_most: int) -> None:
    learned = story([found("density"), found("sector_coverage"), found("agenda_agreement")])
    asked = questions(learned, at_most)
    assert len(asked) == len(set(asked)) == min(at_most, 3)


def test_a_section_speaks_twice_at_most() -> None:
    silos = [found("ei_index", "concern", 0.001), cells(0.001), found("silo_sources", "concern", 0.001)]
    assert names(silos) == ["ei_index", "sector_mixing"]


def test_that_ties_keep_to_sectors_is_told_once() -> None:
    inside = {"inside": 22, "chance": 13}
    test = Test("labels", 9999, 0.5, 0.1, 0.002, 0)
    table = table_of(({"attribute": "sector", "p": 0.001, "p_adjusted": 0.001},))
    compared = replace(found("ei_index"), reading=Message("within", inside, "concern"), test=test)
    along = replace(
        found("silo_sources"), reading=Message("along", {"what": "sector", **inside}, "concern"), table=table
    )
    assert [learned.finding.name for learned in story([compared, along])] == ["ei_index"]
    # Another attribute is another thing to say, and without the comparison of sectors somebody has to say it.
    place = replace(along, reading=Message("along", {"what": "place", **inside}, "concern"))
    assert {learned.finding.name for learned in story([compared, place])} == {"ei_index", "silo_sources"}
    assert [learned.finding.name for learned in story([along])] == ["silo_sources"]


@pytest.mark.parametrize(
    ("compares", "goes_with"),
    [
        (Message("across", {"across": 100, "chance": 73}, "strength"), Message("less", {"what": "the same sector"})),
        (
            Message("within", {"inside": 22, "chance": 13}, "concern"),
            Message("by_likeness", {"work": "", "alike": "the same sector"}, "concern"),
        ),
    ],
)
def test_that_ties_go_round_sectors_or_with_them_is_told_once(compares: Message, goes_with: Message) -> None:
    of_sectors = replace(found("ei_index", p=0.002), reading=compares)
    table = table_of(({"predictor": "the same sector", "p_adjusted": 0.002},))
    of_pairs = replace(found("tie_predictors"), reading=goes_with, table=table)
    assert names([of_sectors, of_pairs]) == ["ei_index"]
    # Who says more than that is heard.
    for more in ("the same sector or the same place", "a team in common"):
        said = replace(goes_with, fields=dict.fromkeys(goes_with.fields, more))
        assert set(names([of_sectors, replace(of_pairs, reading=said)])) == {"ei_index", "tie_predictors"}


def test_where_nobody_works_together_nothing_is_asked_of_ties() -> None:
    none = replace(found("density"), value=0.0)
    assert questions(story([none])) == ()


@pytest.mark.parametrize(
    ("reading", "asked"),
    [
        ("one", "hangs on one organization"),
        ("one_listed", "hangs on one organization"),
        ("nobody", "nobody works on yet"),
        ("nobody_listed", "nobody works on yet"),
        ("nobody_or_one", "few work on"),
        ("one_sector", "one sector carries alone"),
        ("one_sector_listed", "one sector carries alone"),
        ("released", "few work on"),
        ("all_carried", ""),
        ("all_shared", ""),
        ("released_all", ""),
    ],
)
def test_the_question_follows_what_the_finding_says(reading: str, asked: str) -> None:
    said = replace(found("outcome_coverage"), reading=Message(reading, tone="concern"))
    raised = questions(story([said]))
    assert raised == questions_of(said)
    assert [asked in question for question in raised] == ([True] if asked else [])


@pytest.mark.parametrize(
    ("reading", "easier"),
    [
        ("few", True),
        ("most", True),
        ("some_aside", True),
        ("everyone", False),
        ("assumed", False),
        ("nobody_asked", False),
    ],
)
def test_answering_is_asked_about_only_where_an_answer_is_known_to_be_missing(reading: str, easier: bool) -> None:
    said = replace(found("response"), reading=Message(reading))
    assert any("easier to answer" in question for question in questions_of(said)) == easier


def test_questions_after_a_reading_are_of_readings_that_there_are() -> None:
    for info in measures().values():
        assert set(info.questions_after) <= set(info.messages)


def _sectors(name: str = "ei_index") -> Finding:
    reading = Message("within", {"inside": 67, "chance": 26}, "concern")
    return replace(found(name, "concern", 0.001), reading=reading)


def _alike(*predictors: str, said: str) -> Finding:
    verdict = "likelier to be tied"
    likelier = table_of(tuple({"predictor": name, "p_adjusted": 0.001, "verdict": verdict} for name in predictors))
    reading = Message("by_likeness", {"work": "", "alike": said}, "concern")
    return Finding("tie_predictors", Scope(("1",), ("contact",)), 0.2, "share", (0, 1), table=likelier, reading=reading)


@pytest.mark.parametrize(
    ("predictors", "said", "told"),
    [
        (("the same sector", "the same Country"), "the same sector or the same Country", "the same Country"),
        (
            ("the same sector", "the same A", "the same B"),
            "the same sector, the same A or the same B",
            "the same A or the same B",
        ),
        (("the same sector size",), "the same sector size", "the same sector size"),
    ],
)  # fmt: skip
def test_of_what_goes_with_ties_the_sector_is_left_out_where_sectors_are_told_of(
    predictors: tuple[str, ...], said: str, told: str
) -> None:
    learned = {one.finding.name: one.finding for one in story([_sectors(), _alike(*predictors, said=said)])}
    assert learned["tie_predictors"].reading is not None
    assert learned["tie_predictors"].reading.fields["alike"] == told


def test_the_sector_stays_where_nothing_else_tells_of_it() -> None:
    both = _alike("the same sector", "the same Country", said="the same sector or the same Country")
    (learned,) = story([both])
    assert learned.finding is both
