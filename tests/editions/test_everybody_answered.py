"""Where everybody answered, the room learns who works on what: its report names the members of groups, and is written.

Organizations are called as a sector and a number, as schools of large cities are, which no count of a sector may be
taken for.
"""

from itertools import pairwise, product
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.report_folders import publish

QUICK = MeasureSettings(permutations=99, draws=2)
#: Two groups of organizations, each with outcomes of its own.
GROUPS = {"Clinic": ("Births", "Weight", "Vaccines"), "School": ("Math", "Reading", "Attendance")}
NAMES = [f"{kind} {number}" for kind in GROUPS for number in range(1, 13)]


def partnership(answered: int) -> Partnership:
    named = [
        (name, outcome)
        for name, (kind, _) in zip(NAMES, map(str.split, NAMES), strict=True)
        for outcome in GROUPS[kind]
    ]
    frames = {
        "organizations": pd.DataFrame({"organization": NAMES, "sector": [name.split()[0] for name in NAMES]}),
        "asked": pd.DataFrame(
            {"layer": "contact", "organization": NAMES, "answered": [k < answered for k in range(len(NAMES))]}
        ),
        "ties": pd.DataFrame([("contact", *pair) for pair in pairwise(NAMES)], columns=["layer", "from", "to"]),
        "affiliations": pd.DataFrame(named, columns=["organization", "item"]).assign(kind="outcome", source="answer"),
    }
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact", promise="named")}, frames)
    return Partnership("Everybody", {"1": graph}, {})


@pytest.mark.parametrize("answered", [len(NAMES), len(NAMES) - 1])
def test_the_room_sees_who_is_in_a_group_only_where_everybody_answered(answered: int, tmp_path: Path) -> None:
    whole = partnership(answered)
    publish(whole, assess(whole, settings=QUICK), "1", tmp_path, ("backbone", "partners", "community"))
    room = (tmp_path / "for-the-room" / "report.html").read_text(encoding="utf-8")
    listed = [f"<li>{name}</li>" in room for name in NAMES]
    assert all(listed) if answered == len(NAMES) else not any(listed)


def test_it_is_two_groups_that_the_room_sees(tmp_path: Path) -> None:
    clusters = {finding.name: finding for finding in assess(partnership(24), ["outcome_clusters"], settings=QUICK)}
    table = clusters["outcome_clusters"].table
    assert table is not None
    letters = {(row["organization"], row["cluster"]) for row in table.rows}
    assert {name for name, _ in letters} == set(NAMES)
    assert len({letter for name, letter in letters for kind in GROUPS if str(name).startswith(kind)}) == 2
    assert not any(a == b for (first, a), (second, b) in product(letters, letters) if str(first)[0] != str(second)[0])
