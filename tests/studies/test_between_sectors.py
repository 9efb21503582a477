"""Between sectors: told only where a sector is named for its ties within; the rest is counted by hand."""

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.survey import LayerInfo, Step, Wave
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.studies.between_sectors import Between, Made, between_sectors

S, H, OTHERS = ([f"{letter}{k}" for k in range(1, 6)] for letter in "sho")
NAMES = [*S, *H, *OTHERS, "hub"]
SECTORS = ["Schools"] * 5 + ["Health"] * 5 + ["Others"] * 6
#: Schools all name each other; others name all of schools; one school names one of health; o1 is tied to all of both.
TIES = [
    *((a, b) for a in S for b in S if a != b),
    *((a, b) for a in [*OTHERS, "hub"] for b in S),
    ("s1", "h1"),
    *((a, b) for a in ("o1", "hub") for b in H),
]


def partnership(ties: list[tuple[str, str]] = TIES, silent: str = "", value: float = 1.0) -> Partnership:
    frames = {
        "organizations": pd.DataFrame({"organization": NAMES, "sector": SECTORS, "role": [""] * 15 + ["backbone"]}),
        "asked": pd.DataFrame(
            {"organization": NAMES, "layer": "work", "answered": [name not in silent.split() for name in NAMES]}
        ),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work", value=value),
        "affiliations": pd.DataFrame({"organization": ["s1"], "kind": "team", "item": "Board", "source": "list"}),
    }
    info = LayerInfo("work", (Step(1, "networking"), Step(2, "sharing")))
    items = pd.DataFrame({"kind": ["team"], "item": ["Board"], "steering": [True]})
    return Partnership("P", {"1": PartnerGraph(Wave("1"), {"work": info}, frames)}, {"items": items})


def pairs(verdict: str = "more", tests: int = 0) -> Finding:
    """The finding on pairs of sectors, as far as the study reads it."""
    names = ("from_sector", "to_sector", "p", "verdict")
    row = dict(zip(names, ("Schools", "Schools", 0.001, verdict), strict=True))
    table = Table.from_rows([Column(name) for name in names], [row], Disclosure.SECTOR)
    scope = Scope(("1",), ("work",), "reported", "sector")
    reading = Message("inside", among_tests=tests)
    return Finding("sector_mixing", scope, 0.0, "pairs", (0, None), table=table, reading=reading)


def test_counts_and_who_stands_between() -> None:
    # Within schools 20 of 20; schools and health 1 of 50; all pairs of sectors 41 of 170. Of 25 pairs 24 are not tied.
    told = between_sectors(partnership(), [pairs()], "1")
    assert told == Between(
        "work", "Schools", "Health", Made(20, 20), Made(1, 50), True, ("o1",), 24, 24, "networking", False
    )  # fmt: skip


def test_pairs_of_which_one_side_has_not_answered_are_not_counted_as_unconnected() -> None:
    told = between_sectors(partnership(silent="h5"), [pairs()], "1")
    assert told is not None
    assert (told.across, told.through, told.untied) == (Made(1, 45), 19, 19)


@pytest.mark.parametrize("found", [pairs("as expected"), pairs(tests=9), None])
def test_nothing_is_told_unless_a_sector_is_named_for_its_ties_within(found: Finding | None) -> None:
    assert between_sectors(partnership(), [found] if found else [], "1") is None


def test_nothing_is_told_where_it_works_with_all_others() -> None:
    ties = [*TIES, *((a, b) for a in H for b in S)]
    assert between_sectors(partnership(ties), [pairs()], "1") is None


def named(ties: list[tuple[str, str]]) -> tuple[str, ...]:
    told = between_sectors(partnership(ties), [pairs()], "1")
    assert told is not None
    return told.organizations


def test_nobody_is_named_who_links_fewer_than_half_of_the_pairs_and_not_one_of_many() -> None:
    assert named([tie for tie in TIES if tie[0] != "o1"] + [("o1", "s1"), ("o1", "h2")]) == ()
    assert named([*TIES, *(("o2", b) for b in H)]) == ("o1", "o2")
    assert named([*TIES, *((a, b) for a in ("o2", "o3") for b in H)]) == ()


def test_light_ties_and_steering_are_said_only_where_they_are_known() -> None:
    told = between_sectors(partnership(value=2.0), [pairs()], "1")
    assert told is not None
    assert told.level == ""
    unknown = between_sectors(partnership(value=np.nan), [pairs()], "1")
    assert unknown is not None
    assert unknown.level == ""
