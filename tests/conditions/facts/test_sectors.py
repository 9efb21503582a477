"""Sectors at the table, counted by hand; exact binomial intervals against a reference implementation."""

import pandas as pd
import pytest
from scipy.stats import beta

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts import FACTS, FactContext
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import Wave


def context(sectors: list[str], listed: dict[str, float | None] | None = None, **waves: str) -> FactContext:
    people = pd.DataFrame({"organization": [f"O{place}" for place in range(len(sectors))], "sector": sectors})
    graphs = {
        name: PartnerGraph(Wave(name, date), {}, {"organizations": people})
        for name, date in (waves or {"w1": "2025-10-21"}).items()
    }
    lists = {}
    if listed is not None:
        shares = pd.Series(list(listed.values()), dtype=float)
        lists["sectors"] = pd.DataFrame({"list": "ours", "sector": list(listed), "share": shares})
    return FactContext(Partnership("P", graphs, lists), graphs[next(reversed(graphs))])


def test_sectors_at_the_table_and_those_of_two() -> None:
    here = context(["a", "a", "b"], {"a": None, "b": None, "c": None})
    there = FACTS["sectors_there"](here, FindingField())
    assert (there.numerator, there.denominator, there.fact) == (2, 3, True)
    assert FACTS["sectors_of_two"](here, FindingField()).numerator == 1
    assert FACTS["sectors_there"](context(["a"]), FindingField()).absent == "no_list"


def test_each_organization_stands_for_one_listed_sector() -> None:
    # "Schools and youth" fits schools and youth, but fills one of them; "Police" is there by its words.
    looked = FindingField(where={"sector": "youth; school|schools; police; media"})
    assert FACTS["listed_sectors_there"](context(["Schools and youth", "Police"]), looked).value == 2
    both = context(["Schools and youth", "Youth council", "Police"])
    assert FACTS["listed_sectors_there"](both, looked).value == 3


def test_shares_are_held_against_those_that_the_partnership_states() -> None:
    assert FACTS["share_apart"](context(["a"] * 5, {"a": None}), FindingField()).absent == "no_shares"
    # Five of 61, whose share is .04: Clopper and Pearson's interval by quantiles of the beta distribution.
    five = FACTS["share_apart"](context(["police"] * 5 + ["other"] * 56, {"police": 0.04}), FindingField())
    assert five.value == pytest.approx(5 / 61 - 0.04)
    assert five.range == pytest.approx((0.0, float(beta.ppf(0.975, 6, 56)) - 0.04))
    # Nobody of public safety among 61: all of its share may be missing.
    sectors = ["other"] * 61
    quantity = FACTS["share_apart"](context(sectors, {"public safety": 0.04}), FindingField())
    assert quantity.range == pytest.approx((0.0, 0.04))
    assert quantity.value == pytest.approx(0.04)
    # p = .18, as the criteria have it: that shows nothing.
    assert quantity.p == pytest.approx(0.18, abs=0.005)


def test_months_together_are_those_between_waves() -> None:
    both = context(["a", "b"], first="2024-10-15", second="2025-04-15")
    # 182 days of 30.4375.
    assert FACTS["months_together"](both, FindingField()).value == pytest.approx(182 / 30.4375)
    assert FACTS["months_together"](context(["a"]), FindingField()).absent == "no_earlier_wave"
    undated = context(["a"], first="", second="")
    assert FACTS["months_together"](undated, FindingField()).absent == "no_earlier_wave"
