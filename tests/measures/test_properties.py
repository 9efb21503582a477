"""What must hold of every measure there is, on whatever small partnership."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, Step, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.views.findings_data import to_json

QUICK = MeasureSettings(permutations=19, draws=4)
STEPS = tuple(Step(float(value), name, value > 0) for value, name in enumerate(("none", "some", "much", "all")))
LAYERS = {
    "work": LayerInfo("work", STEPS),
    "money": LayerInfo("money"),
    "trust in them": LayerInfo("trust in them", STEPS, asked_of="work", asks="trust"),
}
OUTCOMES, ITEMS = ("Reading", "Health", "Jobs"), ("Goals are shared", "Data are shared")

#: What a measure finds by looking in random order, or by draws, depends on the order of the names.
SEARCHED = {name for name, info in measures().items() if info.seeded or StudyContext in info.takes.values()}


@dataclass(frozen=True)
class Small:
    """A partnership of numbered organizations, before they have names."""

    sectors: tuple[int, ...]
    answered: tuple[bool, ...]
    ties: Mapping[str, Mapping[tuple[int, int], int]]
    outcomes: frozenset[tuple[int, int]] = frozenset()
    ratings: tuple[tuple[int, int, int], ...] = ()
    directed: bool = True

    def named(self, names: Sequence[str] = (), shuffled: int | None = None) -> Partnership:
        """With these names, and the rows of all tables in another order."""
        who = np.array(names or [f"O{i:02}" for i in range(len(self.sectors))], dtype=object)
        people = {"organization": who, "sector": [f"Sector {g}" for g in self.sectors]}
        told = [(layer, who[i], who[j], float(x)) for layer, ties in self.ties.items() for (i, j), x in ties.items()]
        asked = [(layer, name, said) for layer in LAYERS for name, said in zip(who, self.answered, strict=True)]
        carried = [(who[i], "outcome", OUTCOMES[j]) for i, j in sorted(self.outcomes)]
        rated = [(who[i], ITEMS[j], float(x)) for i, j, x in self.ratings]
        frames = {
            "organizations": pd.DataFrame(people),
            "ties": pd.DataFrame(told, columns=["layer", "from", "to", "value"]),
            "asked": pd.DataFrame(asked, columns=["layer", "organization", "answered"]),
            "affiliations": pd.DataFrame(carried, columns=["organization", "kind", "item"]),
            "ratings": pd.DataFrame(rated, columns=["organization", "item", "value"]),
        }
        if shuffled is not None:
            frames = {name: frame.sample(frac=1, random_state=shuffled) for name, frame in frames.items()}
        kinds = [("outcome", name, "") for name in OUTCOMES] + [("rating", name, "agree") for name in ITEMS]
        steps = pd.DataFrame([(item, float(v), str(v)) for item in ITEMS for v in range(1, 6)])
        lists = {
            "items": pd.DataFrame(kinds, columns=["kind", "item", "scale"]).assign(outcome="", steering=False),
            "steps": steps.set_axis(["item", "value", "name"], axis=1),
            "sectors": pd.DataFrame({"list": "county", "sector": ["Sector 0", "Sector 9"], "share": [0.5, 0.5]}),
        }
        graph = PartnerGraph(Wave("1"), LAYERS, frames, self.directed)
        return Partnership(SurveyInfo("P", rating_promise="aggregate"), {"1": graph}, lists)


@st.composite
def smalls(draw: st.DrawFn, *, answering: bool = False, least: int = 0) -> Small:
    n = draw(st.integers(least, 12))
    sectors = draw(st.lists(st.integers(0, draw(st.integers(0, 3))), min_size=n, max_size=n))
    answered = [True] * n if answering else draw(st.lists(st.booleans(), min_size=n, max_size=n))
    directed = draw(st.booleans())
    pairs = [(i, j) for i, j in product(range(n), repeat=2) if i != j and (directed or i < j)]
    share = draw(st.sampled_from([0.0, 0.15, 0.4, 1.0]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))

    def told(i: int, j: int) -> bool:
        return answered[i] or (not directed and answered[j])

    ties = {
        layer: {pair: int(rng.integers(1, 4)) for pair in pairs if told(*pair) and rng.random() < share}
        for layer in LAYERS
    }
    outcomes = frozenset((i, j) for i, j in product(range(n), range(3)) if answered[i] and rng.random() < 0.5)
    ratings = [(i, j, int(rng.integers(1, 6))) for i, j in product(range(n), range(2)) if answered[i]]
    return Small(tuple(sectors), tuple(answered), ties, outcomes, tuple(ratings), directed)


def found_in(partnership: Partnership, names: Sequence[str] | None = None) -> dict[str, Finding]:
    return {finding.id: finding for finding in assess(partnership, names, settings=QUICK)}


def as_json(partnership: Partnership, found: Mapping[str, Finding]) -> dict[str, Any]:
    release = make_copy("backbone", partnership, tuple(found.values()), "1")
    written = json.loads(to_json(release), parse_constant=lambda text: pytest.fail(f"{text} in JSON"))
    return {finding["id"]: finding for finding in written["findings"]}


def faults(partnership: Partnership, *, complete: bool) -> list[str]:
    """What does not hold of all findings together, which it must."""
    found = found_in(partnership)
    as_json(partnership, found)
    return [f"{name}: {what}" for name, finding in found.items() for what in _faults(finding, complete=complete)]


def _faults(finding: Finding, *, complete: bool) -> Iterator[str]:
    value, (low, high) = finding.value, finding.bounds
    if value is None and not finding.caveats:
        yield "undefined, and does not say why"
    if value is not None and not (-np.inf if low is None else low - 1e-9) <= value <= (
        np.inf if high is None else high + 1e-9
    ):
        yield f"{value} is not within {finding.bounds}"
    rows = [row for part in (finding.table, *finding.tables.values()) if part is not None for row in part.rows]
    tests = [finding.test.p] if finding.test else []
    told = [float(row[p] or 0) for row in rows for p in ("p", "p_adjusted") if row.get(p) is not None]
    if not all(0 < p <= 1 for p in tests + told):
        yield "a p outside (0, 1]"
    if finding.range is not None and finding.range_like is not None and finding.estimate is not None:
        ends = [finding.range[0], finding.range_like[0], finding.estimate, finding.range_like[1], finding.range[1]]
        if ends != sorted(ends):
            yield f"{ends} are not in order"
        if complete and ends != pytest.approx([value] * 5):
            yield f"{value} has the ranges {ends} though everything is known"


@settings(max_examples=8)
@given(smalls())
def test_findings_of_whatever_was_answered_are_whole(small: Small) -> None:
    assert not faults(small.named(), complete=False)


@settings(max_examples=6)
@given(smalls(answering=True))
def test_with_all_answers_value_estimate_and_both_ranges_are_one(small: Small) -> None:
    assert not faults(small.named(), complete=True)


def everyone(n: int, sectors: int = 2, share: float = 0.5, *, answered: bool = True) -> Small:
    every = [(i, j) for i, j in product(range(n), repeat=2)]
    pairs = [(i, j) for place, (i, j) in enumerate(every) if i != j and place % 7 < 7 * share]
    ties = {layer: {pair: 1 + sum(pair) % 3 for pair in pairs if answered} for layer in LAYERS}
    return Small(tuple(i % sectors for i in range(n)), (answered,) * n, ties)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize(
    "small",
    [
        *(pytest.param(everyone(n), id=f"{n} organizations") for n in (0, 1, 2)),
        pytest.param(everyone(9, sectors=1), id="one sector"),
        pytest.param(everyone(9, share=0), id="no ties"),
        pytest.param(everyone(9, share=1), id="all ties"),
        pytest.param(everyone(9, answered=False), id="nobody answered"),
    ],
)
def test_what_is_undefined_says_why(small: Small, directed: bool) -> None:
    turned = {layer: {pair: x for pair, x in ties.items() if pair[0] < pair[1]} for layer, ties in small.ties.items()}
    partnership = replace(small, directed=directed, ties=small.ties if directed else turned).named()
    assert not faults(partnership, complete=False)


@settings(max_examples=6)
@given(smalls(), st.integers(0, 99))
def test_the_order_of_rows_changes_nothing_at_all(small: Small, seed: int) -> None:
    one, other = small.named(), small.named(shuffled=seed)
    assert as_json(one, found_in(one)) == as_json(other, found_in(other))


@settings(max_examples=6)
@given(smalls(), st.data())
def test_other_names_change_nothing_but_the_names(small: Small, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(small.sectors))))
    plain = [f"O{i:02}" for i in range(len(order))]
    other = dict(zip([f"X{place:02}" for place in order], plain, strict=True))
    before, after = found_in(small.named(plain)), found_in(small.named(list(other)))
    assert list(before) == list(after)
    for name, one in before.items():
        two = after[name]
        assert StudyContext in measures()[one.name].takes.values() or one.value == pytest.approx(two.value), name
        assert [caveat.id for caveat in one.caveats] == [caveat.id for caveat in two.caveats] or one.range, name
        # With too few answers to draw from, who is called first depends on the names no more than anything else.
        searched = one.name in SEARCHED and not (one.name == "whom_to_call" and one.value is None)
        if one.table and two.table and not searched and "organization" in (one.table.rows or ({},))[0]:
            assert _told(two.table.rows, other) == _told(one.table.rows, {}), name


def _told(rows: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> list[list[tuple[str, Any]]]:
    """Rows in the order of their content; a pair may stand either way round."""
    there = ("organization", "sector", "level")
    back = ("partner", "partner_sector", "partner_level")
    turned = dict(zip(there + back, back + there, strict=True))
    found = []
    for row in rows:
        cells = {key: round(cell, 9) if isinstance(cell, float) else cell for key, cell in row.items()}
        cells |= {key: names.get(str(cells[key]), cells[key]) for key in ("organization", "partner") if key in cells}
        either = [sorted(cells.items())]
        if "partner" in cells:
            either.append(sorted((turned.get(key, key), cell) for key, cell in cells.items()))
        found.append(min(either, key=repr))
    return sorted(found, key=repr)


#: Values that an organization without ties does not move, with whatever else is defined of it.
UNMOVED = (
    "reciprocity",
    "transitivity",
    "hierarchy",
    "distance",
    "ei_index",
    "assortativity",
    "brokerage",
    "betweenness",
    "cutpoints",
    "constraint",
    "participation",
    "confirmation",
)


@settings(max_examples=8)
@given(smalls(answering=True, least=3))
def test_one_more_without_ties_moves_only_what_counts_organizations(small: Small) -> None:
    more = replace(small, sectors=(*small.sectors, small.sectors[0]), answered=(*small.answered, True))
    names = ("density", "connectedness", *UNMOVED)
    before, after = found_in(small.named(), names), found_in(more.named(), names)
    n = len(small.sectors)
    for name, one in before.items():
        two = after[name]
        if one.name in UNMOVED:
            assert one.value == pytest.approx(two.value), name
        else:
            assert one.value is not None
            assert two.value == pytest.approx(one.value * (n - 1) / (n + 1)), name


#: Values that stay where every tie is turned around.
SYMMETRIC = (
    "density",
    "reciprocity",
    "transitivity",
    "centralization",
    "connectedness",
    "distance",
    "hierarchy",
    "ei_index",
    "assortativity",
    "modularity",
    "odds_ratio",
    "brokerage",
    "betweenness",
    "constraint",
    "cutpoints",
    "confirmation",
)


@settings(max_examples=8)
@given(smalls(answering=True, least=3))
def test_ties_turned_around_are_the_same_network(small: Small) -> None:
    turned = {layer: {(j, i): x for (i, j), x in ties.items()} for layer, ties in small.ties.items()}
    before, after = found_in(small.named(), SYMMETRIC), found_in(replace(small, ties=turned).named(), SYMMETRIC)
    for name, one in before.items():
        assert one.value == pytest.approx(after[name].value), name
        if one.name == "brokerage" and one.value is not None and small.directed:
            roles = [
                {row["role"]: (row["observed"], row["expected"]) for row in found.tables["network"].rows}
                for found in (one, after[name])
            ]
            assert roles[0]["gatekeeper"] == pytest.approx(roles[1]["representative"])
            assert roles[0]["liaison"] == pytest.approx(roles[1]["liaison"])


@settings(max_examples=8)
@given(smalls(answering=True, least=2))
def test_the_complement_has_the_ties_that_are_not_there(small: Small) -> None:
    pairs = [(i, j) for i, j in product(range(len(small.sectors)), repeat=2) if i != j and (small.directed or i < j)]
    ties = {layer: {pair: 1 for pair in pairs if pair not in there} for layer, there in small.ties.items()}
    complement = replace(small, ties=ties)
    before, after = (found_in(each.named(), ["density", "ei_index"]) for each in (small, complement))
    inside = sum(small.sectors[i] == small.sectors[j] for i, j in pairs)
    for name, one in before.items():
        two, there = after[name], small.ties[one.scope.layers[0]]
        if one.name == "density":
            assert one.value is not None
            assert two.value == pytest.approx(1 - one.value)
        elif one.value is not None and two.value is not None:
            kept = (1 - one.value) / 2 * len(there) + (1 - two.value) / 2 * (len(pairs) - len(there))
            assert kept == pytest.approx(inside)
