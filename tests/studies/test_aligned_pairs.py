"""Aligned pairs and what ties go with: counts by hand, planted stories, what is not known."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Scope
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.model.table import Cell, Disclosure
from stakeholder_graph.studies.aligned_pairs import KINDS, LISTED, aligned_pairs
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.tie_predictors import tie_predictors
from tests.tables import table_of

FAST = MeasureSettings(permutations=199, draws=20)


def context(
    ties: list[tuple[str, str]],
    outcomes: dict[str, str],
    people: pd.DataFrame | None = None,
    silent: str = "",
    settings: MeasureSettings = FAST,
    directed: bool = True,
) -> StudyContext:
    """A study of a network of organizations with one letter, or those of a frame; an outcome is a letter too."""
    people = pd.DataFrame({"organization": list(outcomes)}) if people is None else people
    answered = [name not in silent.split() for name in people["organization"]]
    frames = {
        "organizations": people,
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": people[["organization"]].assign(layer="work", answered=answered),
        "affiliations": pd.DataFrame(
            [(name, "outcome", item) for name, items in outcomes.items() for item in items],
            columns=["organization", "kind", "item"],
        ),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed)
    return StudyContext(Partnership("P", {"1": graph}, {}), graph, "work", settings)


def counts(found: Measured) -> dict[str, Cell]:
    assert found.table is not None
    by_kind = {row["kind"]: row["pairs"] for row in found.table.rows}
    return {name: by_kind[kind] for name, kind in KINDS.items()}


#: A to D: A and B share all, C shares half with both, D nothing; E has not answered, F names no outcomes.
OUTCOMES = {"A": "xy", "B": "xy", "C": "x", "D": "z", "E": "x", "F": ""}
TIES = [("A", "C"), ("C", "B"), ("D", "A"), ("F", "A"), ("F", "B")]


def test_four_kinds_of_pair_by_hand() -> None:
    found = aligned_pairs(context(TIES, OUTCOMES, silent="E"))
    # Among A, B, C, D: aligned AB AC BC, tied AC BC AD.
    assert counts(found) == {"together": 2, "introductions": 1, "conversations": 1, "neither": 2}
    assert [(caveat.id, dict(caveat.fields)) for caveat in found.caveats] == [("pairs_not_known", {"pairs": 15 - 6})]
    (introduction,) = found.tables["introductions"].rows
    assert (introduction["organization"], introduction["partner"]) == ("A", "B")
    assert introduction["shared_outcomes"] == "x, y"
    # C and F know both; C is more like them.
    assert (introduction["common"], introduction["through"]) == (2, "C")
    (conversation,) = found.tables["conversations"].rows
    assert (conversation["organization"], conversation["partner"]) == ("A", "D")
    assert conversation["outcome_similarity"] == 0
    assert {part.discloses for part in found.tables.values()} == {Disclosure.PAIR}


def test_the_correlation_is_pearson_s_over_the_pairs_that_are_known() -> None:
    found = aligned_pairs(context(TIES, OUTCOMES, silent="E"))
    similar = [1, 0.5, 0, 0.5, 0, 0]  # AB AC AD BC BD CD
    tied = [0, 1, 1, 1, 0, 0]
    assert found.value == pytest.approx(float(np.corrcoef(similar, tied)[0, 1]))
    assert found.test is not None
    assert (found.test.null, found.test.permutations) == ("qap", 199)


def test_both_sides_have_to_name_each_other_where_so_asked() -> None:
    both = MeasureSettings(ties="both", permutations=19)
    found = aligned_pairs(context([*TIES, ("C", "A")], OUTCOMES, silent="E", settings=both))
    assert counts(found) == {"together": 1, "introductions": 2, "conversations": 0, "neither": 3}


def test_a_survey_without_direction() -> None:
    found = aligned_pairs(context(TIES, OUTCOMES, silent="E", directed=False))
    assert counts(found) == {"together": 2, "introductions": 1, "conversations": 1, "neither": 2}


def test_lists_are_limited_the_most_alike_first() -> None:
    outcomes = {f"O{i:02}": "xy" if i % 2 else "xyz" for i in range(14)}
    found = aligned_pairs(context([("O00", "O01")], outcomes))
    rows = found.tables["introductions"].rows
    assert len(rows) == LISTED
    similar = [float(row["outcome_similarity"] or 0) for row in rows]
    assert similar == sorted(similar, reverse=True)
    assert "only_most" in [caveat.id for caveat in found.caveats]


@pytest.mark.parametrize("names", ["", "A", "AB"])
def test_too_few(names: str) -> None:
    found = aligned_pairs(context([], dict.fromkeys(names, "") | dict.fromkeys(names[:1], "x")))
    assert (found.value, [caveat.id for caveat in found.caveats]) == (None, ["few_outcomes"])
    assert tie_predictors(context([], dict.fromkeys(names, "x"))).value is None


def test_no_ties_and_all_ties_leave_the_correlation_undefined() -> None:
    outcomes = {"A": "xy", "B": "x", "C": "z"}
    every = [(one, other) for one in outcomes for other in outcomes if one != other]
    for ties in ([], every):
        found = aligned_pairs(context(ties, outcomes))
        assert found.value is None
        assert found.test is None
        assert counts(found)["together"] == len(ties) / 6
    assert find_measure("aligned_pairs").reads == ("outcome",)


def planted(seed: int, *, by: str) -> StudyContext:
    """Thirty organizations in three sectors and two places, tied by one of these, all with outcomes of their own."""
    rng = np.random.default_rng(seed)
    names = [f"O{i:02}" for i in range(30)]
    people = pd.DataFrame(
        {"organization": names, "sector": np.tile(["a", "b", "c"], 10), "place": np.repeat(["north", "south"], 15)}
    )
    same = people[by].to_numpy()[:, None] == people[by].to_numpy()
    tied = rng.random((30, 30)) < np.where(same, 0.35, 0.08)
    np.fill_diagonal(tied, False)
    ties = [(names[i], names[j]) for i, j in np.argwhere(tied)]
    outcomes = {name: "".join(sorted(rng.choice(list("uvwxyz"), 2, replace=False))) for name in names}
    return context(ties, outcomes, people, settings=MeasureSettings(permutations=999))


@pytest.mark.parametrize(("by", "other"), [("sector", "place"), ("place", "sector")])
def test_what_was_planted_is_found_and_the_rest_is_not(by: str, other: str) -> None:
    found = tie_predictors(planted(3, by=by))
    assert found.table is not None
    rows = {row["predictor"]: row for row in found.table.rows}
    assert rows[f"the same {by}"]["verdict"] == "likelier to be tied"
    assert rows[f"the same {by}"]["coefficient"] == pytest.approx(0.27, abs=0.06)
    assert rows[f"the same {other}"]["verdict"] == "no likelier, no less"
    assert rows["shared outcomes"]["verdict"] == "no likelier, no less"
    # A pair is tied if either names the other: 1 - .65 x .65 and 1 - .92 x .92.
    assert int(rows[f"the same {by}"]["tied_alike"] or 0) == pytest.approx(58, abs=6)
    assert int(rows[f"the same {by}"]["tied_others"] or 0) == pytest.approx(15, abs=5)


def test_few_of_whom_it_is_known() -> None:
    people = pd.DataFrame({"organization": list("ABCDEFGH"), "sector": ["a", "b"] * 4})
    found = tie_predictors(context([("A", "B")], dict.fromkeys("ABCDEFGH", "x"), people))
    assert (found.value, found.caveats[0].id) == (None, "too_few_organizations")


@pytest.mark.parametrize(("every", "caveat"), [(False, "no_ties"), (True, "all_tied")])
def test_nothing_to_explain(every: bool, caveat: str) -> None:
    names = [f"O{i:02}" for i in range(12)]
    people = pd.DataFrame({"organization": names, "sector": ["a", "b"] * 6})
    ties = [(one, other) for one in names for other in names if one != other] if every else []
    found = tie_predictors(context(ties, dict.fromkeys(names, "x"), people))
    assert (found.value, found.caveats[0].id) == (None, caveat)


def test_nothing_in_common_is_known() -> None:
    names = [f"O{i:02}" for i in range(12)]
    found = tie_predictors(context([(names[0], names[1])], dict.fromkeys(names, "")))
    assert (found.value, found.caveats[0].id) == (None, "nothing_to_compare")


def test_the_silent_are_receivers_where_only_the_roster_is_asked() -> None:
    """Sectors are known of all, so a tie to an organization that has not answered counts."""
    people = pd.DataFrame({"organization": [f"O{i:02}" for i in range(14)], "sector": ["a", "b"] * 7})
    names = list(people["organization"])
    ties = [(one, other) for i, one in enumerate(names[:11]) for other in names[i % 2 :: 2] if one != other]
    silent = " ".join(names[11:])
    found = tie_predictors(context(ties, dict.fromkeys(names, ""), people, silent))
    assert found.table is not None
    # Everybody names all of its own sector and nobody else.
    assert found.value == pytest.approx(1)
    row = found.table.rows[0]
    assert (row["tied_alike"], row["tied_others"]) == (100, 0)
    # Of eleven that answered six are of a and five of b: 15 + 10 pairs alike, all tied, and 30 others.
    counted = [row[name] for name in ("pairs_alike", "tied_pairs_alike", "pairs_others", "tied_pairs_others")]
    assert counted == [25, 25, 30, 0]


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1))
def test_renaming_changes_no_count_and_no_coefficient(seed: int) -> None:
    rng = np.random.default_rng(seed)
    source = nx.gnp_random_graph(12, 0.3, seed=seed, directed=True)
    outcomes = ["".join(rng.choice(list("xyz"), int(rng.integers(0, 3)), replace=False)) for _ in range(12)]
    sectors = rng.choice(["a", "b"], 12)
    found = []
    for order in (np.arange(12), rng.permutation(12)):
        names = [f"N{place:02}" for place in order]
        people = pd.DataFrame({"organization": names, "sector": sectors})
        ties = [(names[one], names[other]) for one, other in source.edges]
        one = context(ties, dict(zip(names, outcomes, strict=True)), people, settings=MeasureSettings(permutations=9))
        pairs, ties_go_with = aligned_pairs(one), tie_predictors(one)
        rows = ties_go_with.table.rows if ties_go_with.table else ()
        numbers = [pairs.value or 0.0, ties_go_with.value or 0.0, *(float(row["coefficient"] or 0) for row in rows)]
        found.append((counts(pairs) if pairs.table else {}, numbers))
        for p in (*(row["p"] for row in rows), pairs.test.p if pairs.test else None):
            assert p is None or 0 < float(p) <= 1
    assert found[0][0] == found[1][0]
    assert found[0][1] == pytest.approx(found[1][1], abs=1e-9)


def test_where_nothing_stands_out_it_says_that_all_were_taken_together() -> None:
    """Page one may rest on one of them by itself, which MRQAP, all taken together, does not single out."""
    table = table_of([{"predictor": name, "verdict": "no likelier, no less"} for name in ("a team", "the same sector")])
    found = Finding("tie_predictors", Scope(("1",)), 0.1, "share", (0, 1), table=table)
    reading = find_measure("tie_predictors").reading(found)
    assert reading == Message("nothing_by_itself")
    assert "with the rest held equal" in find_measure("tie_predictors").messages[reading.id]
    alone = replace(found, table=table_of([{"predictor": "a team", "verdict": "no likelier, no less"}]))
    assert find_measure("tie_predictors").reading(alone) == Message("nothing")
