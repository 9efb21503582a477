"""Which pairs are proposed, why and through whom, in small partnerships whose answer is known."""

from collections.abc import Sequence
from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.studies.introductions import Proposals
from stakeholder_graph.studies.introductions.choice import PairChoice
from stakeholder_graph.studies.introductions.introduction import names_of
from stakeholder_graph.studies.introductions.propose import propose
from stakeholder_graph.studies.introductions.weights import PairWeights

NAMES = list("ABCDEF")
STEPS = (Step(1, "yearly", hours=2), Step(2, "weekly", hours=8))


def partnership_of(
    ties: str = "",
    works: dict[str, str] | None = None,
    further: list[tuple[str, str, str]] | None = None,
    answered: str = "ABCDEF",
    names: list[str] = NAMES,
    info: SurveyInfo | None = None,
    steps: tuple[Step, ...] = (),
    **columns: Sequence[object],
) -> Partnership:
    """A partnership whose ties are written as "AB BC" and whose outcomes are letters."""
    pairs = ties.split()
    rows = [(name, "outcome", outcome) for name, outcomes in (works or {}).items() for outcome in outcomes]
    frames = {
        "organizations": pd.DataFrame(
            {"organization": names, "sector": [f"S{n % 2}" for n in range(len(names))]} | columns
        ),
        "ties": pd.DataFrame(
            {"layer": "work", "from": [pair[0] for pair in pairs], "to": [pair[1] for pair in pairs], "value": 1.0}
        ),
        "affiliations": pd.DataFrame([*rows, *(further or [])], columns=["organization", "kind", "item"]),
        "asked": pd.DataFrame(
            {"layer": "work", "organization": names, "answered": [name in answered for name in names]}
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work", steps)}, frames)
    return Partnership(info or SurveyInfo("Ours"), {"1": graph}, {})


def pairs(proposals: Proposals) -> list[str]:
    return ["".join(pair) for pair in names_of(proposals.introductions)]


def test_who_works_together_is_not_introduced_and_the_backbone_is_in_no_pair() -> None:
    ours = partnership_of("AB", dict.fromkeys("ABCF", "x"), role=["", "", "", "", "", "backbone"])
    found = propose(ours, 10)
    assert pairs(found) == ["AC"]  # most work with nobody, so that everybody is introduced once


def test_the_weight_is_the_sum_of_what_speaks_for_a_pair() -> None:
    needs = [("A", "asset", "Rooms"), ("B", "need", "rooms")]
    ours = partnership_of("AC BC", {"A": "xy", "B": "yz"}, needs)
    pair = propose(ours, 1).introductions[0]
    assert (pair.a.name, pair.b.name) == ("A", "B")
    assert pair.weight == pytest.approx(1 / 3 + 1 + 0.25)  # one of three outcomes, their need, a common partner
    assert pair.shared == ("y",)
    assert [why.id for why in pair.why] == ["pair_need", "share_outcome", "common_partner"]
    assert pair.through == ("C",)


def test_sectors_that_hardly_work_together_count_half() -> None:
    ours = partnership_of("", {"A": "x", "B": "x", "C": "x"})
    weights = PairWeights(ours.graph(), ours, [frozenset({"S0", "S1"})])
    assert weights.of_rows(slice(0, 1))[0, :3].tolist() == [0, 1.5, 1]
    assert weights.in_hole(0, 1)
    assert not weights.in_hole(0, 2)


def test_the_backbone_introduces_only_where_nobody_else_can() -> None:
    works = {"A": "x", "B": "x", "D": "y", "E": "y"}
    role = ["", "", "", "", "", "backbone"]
    ours = partnership_of("AF BF DF EF AC BC", works, role=role)
    found = {f"{pair.a.name}{pair.b.name}": pair for pair in propose(ours, 10).introductions}
    assert (found["AB"].through, found["AB"].by_backbone) == (("C",), False)
    assert (found["DE"].through, found["DE"].by_backbone) == (("F",), True)
    assert [why.id for why in found["AB"].why] == ["share_outcome", "common_partner"]  # C, not the backbone
    assert [why.id for why in found["DE"].why] == ["share_outcome"]


def test_whoever_did_not_answer_introduces_nobody() -> None:
    ours = partnership_of("AC BC", {"A": "x", "B": "x"}, answered="ABDEF")
    assert propose(ours, 1).introductions[0].through == ()


def test_introductions_are_spread_over_those_who_could_make_them() -> None:
    works = {"A": "x", "B": "x", "C": "y", "D": "y"}
    ours = partnership_of("AE BE AF BF CE DE CF DF", works)
    first, second = propose(ours, 2).introductions
    assert first.through == second.through == ("E", "F")  # there are but two
    names = [*"ABCD", "E", "F", "G", "H"]
    more = partnership_of(
        "AE BE AF BF AG BG AH BH CE DE CF DF CG DG CH DH", works, answered="".join(names), names=names
    )
    first, second = propose(more, 2).introductions
    assert (first.through, second.through) == (("E", "F"), ("G", "H"))


def test_a_pair_of_which_only_one_answered_says_so() -> None:
    ours = partnership_of("", {"A": "x", "B": "x"}, answered="ACDEF")
    assert propose(ours, 1).introductions[0].silent == ("B",)
    assert pairs(propose(partnership_of("", {"A": "x", "B": "x"}, answered="CDEF"), 1)) == []  # nothing is known of it


def test_nobody_is_introduced_more_often_than_it_has_hours_for() -> None:
    works = dict.fromkeys("ABCD", "x")
    # A gives 2 hours to its tie with F and can give 7: two new ties of 2 hours; B can give less than a tie takes.
    hours = ["7", "1.5", "", "0", "", ""]
    ours = partnership_of("AF", works, steps=STEPS, hours=hours)
    proposals = propose(ours, 10)
    assert proposals.capacity == "hours"
    assert proposals.new_tie == 2
    assert pairs(proposals) == ["AC"]  # B and D have no hours left
    pair = proposals.introductions[0]
    assert (pair.a.hours, pair.a.budget, pair.b.hours, pair.b.budget, pair.hours) == (2, 7, 0, None, 2)


def test_without_hours_connections_are_the_load() -> None:
    works = dict.fromkeys("ABCDE", "x")
    ours = partnership_of("AF BF CF DF EF AB", works)
    proposals = propose(ours, 10)
    load = np.bincount([NAMES.index(name) for pair in pairs(proposals) for name in pair], minlength=6)
    # Partners: A and B 2, F 5, the others 1; half of them have 1.5 or more.
    assert proposals.usual == 2
    assert proposals.capacity == "connections"
    assert pairs(proposals) == ["AC", "BD", "CE", "DE"]
    assert load.tolist() == [1, 1, 2, 2, 2, 0]


@pytest.mark.parametrize("seed", range(25))
def test_no_choice_of_pairs_has_more_weight(seed: int) -> None:
    rng = np.random.default_rng(seed)
    names = list("ABCDEFGH")[: int(rng.integers(4, 9))]
    ties = " ".join(a + b for a, b in combinations(names, 2) if rng.random() < 0.25)
    works = {name: "".join(o for o in "xyz" if rng.random() < 0.5) for name in names}
    further = [(name, str(rng.choice(["asset", "need"])), "Rooms") for name in names if rng.random() < 0.5]
    silent = "".join(name for name in names if rng.random() < 0.8)
    ours = partnership_of(ties, works, further, silent, names)
    at_most = int(rng.integers(1, 5))
    proposals = propose(ours, at_most)

    choice = PairChoice(ours.graph(), ours)
    weight = choice.weights.of_rows(slice(0, len(names)))
    best = 0.0
    every = list(combinations(range(len(names)), 2))
    for size in range(1, at_most + 1):
        for chosen in combinations(every, size):
            load = np.bincount([end for pair in chosen for end in pair], minlength=len(names))
            if (load <= choice.capacity.pairs).all():
                best = max(best, sum(float(weight[pair]) for pair in chosen))
    assert proposals.weights == pytest.approx(best, abs=1e-8)


def test_the_order_of_rows_changes_nothing() -> None:
    works = dict.fromkeys("ABCDEF", "x")
    ours, turned = partnership_of("AF", works), partnership_of("AF", works, names=NAMES[::-1])
    assert pairs(propose(ours, 2)) == pairs(propose(turned, 2))


def test_reach_brings_parts_together() -> None:
    ours = partnership_of("AB BC DE EF", dict.fromkeys("ABCDEF", "x"))
    proposals = propose(ours, 1, aim="reach")
    assert pairs(proposals) == ["BE"]
    assert proposals.apart is not None
    assert proposals.apart[1] < proposals.apart[0]


@pytest.mark.parametrize(
    ("ours", "note"),
    [
        (partnership_of("", {"A": "x"}, names=["A"], answered="A"), "too_few"),
        (partnership_of("", {"A": "x", "B": "x"}, answered=""), "nobody_answered"),
        (partnership_of(" ".join(a + b for a, b in combinations("ABCDEF", 2)), {"A": "x"}), "all_tied"),
        (partnership_of("AB", {"A": "x", "B": "y"}), "nothing_shared"),
        (partnership_of("AB", {"A": "x", "C": "x"}, steps=STEPS, hours=["0"] * 6), "nobody_free"),
        (Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {}), "no_layer"),
    ],
)
def test_no_pair_is_proposed_and_it_is_said_why(ours: Partnership, note: str) -> None:
    proposals = propose(ours, 3)
    assert len(proposals) == 0
    assert [said.id for said in proposals.notes] == [note]
    assert proposals.apart is None


def test_without_outcomes_and_needs_common_partners_count_and_it_is_said() -> None:
    proposals = propose(partnership_of("AC BC"), 3)
    assert pairs(proposals) == ["AB"]
    assert [note.id for note in proposals.notes] == ["no_outcomes", "fewer"]


def test_hours_of_organizations_without_hours_of_ties_count_for_nothing_and_it_is_said() -> None:
    proposals = propose(partnership_of("", {"A": "x", "B": "x"}, hours=["0"] * 6), 1)
    assert pairs(proposals) == ["AB"]
    assert [note.id for note in proposals.notes] == ["no_hours_of_ties"]


def test_where_nothing_says_who_answered_those_who_named_nobody_may_not_have() -> None:
    info = SurveyInfo("Ours", answered_known=False)
    proposals = propose(partnership_of("AB", dict.fromkeys("ACD", "x"), info=info), 5)
    assert pairs(proposals) == ["AC"]  # of C and D it is not known whether they answered
    assert proposals.introductions[0].silent == ("C",)
    assert proposals.notes[0].id == "answered_unknown"


def test_what_was_promised_to_stay_with_the_backbone_is_not_told() -> None:
    info = SurveyInfo("Ours", promises={"outcome": "backbone"})
    assert not propose(partnership_of("", {"A": "x", "B": "x"}, info=info), 1).introductions[0].open
    assert propose(partnership_of("", {"A": "x", "B": "x"}), 1).introductions[0].open


@pytest.mark.parametrize("count", [0, -3])
def test_fewer_than_one_introduction_is_an_error(count: int) -> None:
    with pytest.raises(StakeholderGraphError, match="Ask for 1 or more"):
        propose(partnership_of(), count)


def test_an_aim_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(StakeholderGraphError, match="Choose shared or reach"):
        propose(partnership_of(), 1, aim="fame")  # type: ignore[arg-type]


def test_distances_agree_with_networkx_before_and_after() -> None:
    ours = partnership_of("AB BC CD DE", {"A": "x", "E": "x"})
    proposals = propose(ours, 1)
    assert pairs(proposals) == ["AE"]
    graph: nx.Graph[str] = nx.Graph([("A", "B"), ("B", "C"), ("C", "D"), ("D", "E")])
    graph.add_node("F")
    expected = []
    for _ in range(2):
        ways = dict(nx.all_pairs_shortest_path_length(graph))
        near = sum(1 / ways[a][b] for a, b in combinations(graph, 2) if b in ways[a])
        expected.append(1 - near / 15)
        graph.add_edge("A", "E")
    assert proposals.apart == pytest.approx(tuple(expected))
