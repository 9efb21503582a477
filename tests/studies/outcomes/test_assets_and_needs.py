"""Assets and needs, worked out by hand: matches by item, who should meet, what nobody offers and nobody needs."""

from collections.abc import Sequence

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Measured
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.outcomes.assets_and_needs import MOST_PAIRS, assets_and_needs
from tests.editions.hand_made import affiliations
from tests.editions.hand_made import partnership as surveyed

NAMES = ["College", "Clinic", "School", "Library", "Funder"]
#: The college offers what school and library need; the library offers what it needs itself, and nobody else does.
ROWS = [
    ("College", "asset", "Tutors in math"),
    ("School", "need", "tutors  in Math"),
    ("Library", "need", "Tutors in math"),
    ("Library", "asset", "Rooms"),
    ("Library", "need", "Rooms"),
    ("Clinic", "asset", "Nurses"),
    ("Clinic", "team", "Riders"),
    ("Funder", "asset", "Drivers"),
    ("Clinic", "asset", "Drivers"),
    ("School", "need", "Trust"),
]
ITEMS = [
    ("team", "Riders", "Attendance", ""),
    ("outcome", "Attendance", "", ""),
    ("need", "Drivers", "", "Riders"),
    ("need", "Buses", "Attendance", ""),
]


def partnership(
    rows: Sequence[tuple[str, ...]] = ROWS,
    ties: Sequence[tuple[str, str]] = (("Library", "College"),),
    silent: Sequence[str] = (),
    items: Sequence[tuple[str, ...]] = ITEMS,
    names: Sequence[str] = NAMES,
    *,
    directed: bool = True,
) -> Partnership:
    frames = {
        "organizations": pd.DataFrame({"organization": list(names), "sector": "x", "role": ""}),
        "ties": pd.DataFrame(list(ties), columns=["from", "to"]).assign(layer="work", value=1.0),
        "asked": pd.DataFrame({"organization": list(names), "layer": "work"}).assign(
            answered=[name not in silent for name in names]
        ),
        "affiliations": pd.DataFrame(list(rows), columns=["organization", "kind", "item"]).assign(source="answer"),
    }
    graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed)
    listed = pd.DataFrame(list(items), columns=["kind", "item", "outcome", "team"])
    return Partnership(SurveyInfo("P"), {"1": graph}, {"items": listed})


def found(of: Partnership) -> Measured:
    return assets_and_needs(of.graph(), of)


def table(measured: Measured, name: str = "") -> list[tuple[object, ...]]:
    whole = measured.tables.get(name) if name else measured.table
    return [] if whole is None else [tuple(row.values()) for row in whole.rows]


def test_needs_are_met_by_item() -> None:
    measured = found(partnership())
    # Drivers, rooms and tutors of five; buses and trust nobody offers.
    assert measured.value == 3 / 5
    assert table(measured) == [
        ("Buses", 0, 1, 0, 0, "nobody offers it"),
        ("Drivers", 0, 1, 2, 0, "somebody offers it"),
        ("Nurses", 0, 0, 1, 0, "nobody needs it"),
        ("Rooms", 1, 0, 1, 0, "somebody offers it"),
        ("Trust", 1, 0, 0, 0, "nobody offers it"),
        ("Tutors in math", 2, 0, 1, 1, "somebody offers it"),
    ]
    assert table(measured, "unmet") == [("Buses", "Attendance", "", None), ("Trust", "", "", "School")]
    assert table(measured, "unused") == [("Nurses", "Clinic")]
    assert dict(measured.caveats[0].fields) == {"items": "Buses; Trust"}


def test_who_does_not_work_together_comes_first_and_nobody_meets_itself() -> None:
    assert table(found(partnership()), "pairs") == [
        ("Tutors in math", "College", "School", "do not work together"),
        ("Tutors in math", "College", "Library", "work together"),
    ]


def test_what_was_not_answered_is_not_known() -> None:
    measured = found(partnership(silent=["School"]))
    assert [row[2:] for row in table(measured, "pairs")] == [("School", "not known"), ("Library", "work together")]
    assert [row[4] for row in table(measured)] == [0] * 6
    assert ("silent_assets", {"silent": 1}) in [(caveat.id, dict(caveat.fields)) for caveat in measured.caveats]
    nobody = found(partnership(ties=(), silent=NAMES))
    assert {row[3] for row in table(nobody, "pairs")} == {"not known"}


def test_where_ties_have_no_direction_either_side_answers_for_both() -> None:
    rows = [row[2:] for row in table(found(partnership(silent=["School"], directed=False)), "pairs")]
    assert rows == [("School", "do not work together"), ("Library", "work together")]


def test_a_need_of_a_team_is_one_of_its_outcome() -> None:
    assert table(found(partnership()), "for_outcomes") == [
        ("Drivers", "Attendance", "Riders", "Funder", "is not there yet"),
        ("Drivers", "Attendance", "Riders", "Clinic", "is there already"),
    ]
    alone = [("need", "Drivers", "", "Riders"), ("team", "Riders", "", "")]
    assert table(found(partnership(items=alone)), "for_outcomes")[0][1:4] == ("", "Riders", "Funder")


@pytest.mark.parametrize(
    ("rows", "items", "value", "caveat"),
    [
        ([], [], None, "no_needs"),
        ([("School", "need", "Trust")], [], None, "no_assets"),
        ([], [("need", "Buses", "Attendance", "")], None, "no_assets"),
        ([("College", "asset", "Tutors")], [], None, "no_needs"),
        ([("College", "asset", "Tutors")], [("need", "Tutors", "Math", "")], 1.0, ""),
    ],
)
def test_without_needs_or_without_offers_there_is_nothing_to_match(
    rows: list[tuple[str, ...]], items: list[tuple[str, ...]], value: float | None, caveat: str
) -> None:
    measured = found(partnership(rows=rows, items=items))
    assert measured.value == value
    assert [message.id for message in measured.caveats] == ([caveat] if caveat else [])
    # Where nobody says what it offers, nothing is said to be offered by nobody.
    assert not table(measured, "unmet")
    assert "nobody offers it" not in [row[5] for row in table(measured)]


def test_a_need_listed_for_nobody_is_no_need() -> None:
    measured = found(partnership(rows=[("College", "asset", "Tutors")], items=[("need", "Buses", "", "")]))
    assert (measured.value, [row[0] for row in table(measured)]) == (None, ["Tutors"])


def test_of_hundreds_of_offers_the_pairs_to_bring_together_are_listed_first() -> None:
    names = [f"O{k}" for k in range(80)]
    rows = [
        (name, kind, "Volunteers") for k, name in enumerate(names) for kind in (("asset",) if k < 40 else ("need",))
    ]
    measured = found(partnership(rows=rows, ties=[("O0", "O40"), ("O39", "O79")], names=names, items=[]))
    assert len(table(measured, "pairs")) == MOST_PAIRS
    assert {row[3] for row in table(measured, "pairs")} == {"do not work together"}
    assert table(measured) == [("Volunteers", 40, 0, 40, 40 * 40 - 2, "somebody offers it")]
    assert measured.caveats[-1].id == "most_pairs"


def test_reading() -> None:
    (finding,) = assess(partnership(), ["assets_and_needs"])
    assert finding.reading is not None
    assert (finding.reading.id, dict(finding.reading.fields)) == ("matched_apart", {"met": 3, "needs": 5, "apart": 1})


@pytest.mark.parametrize("source", ["list", "answer"])
@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_copy_names_who_offers_and_who_needs(edition: str, source: str) -> None:
    rows = [("Health 0", "asset", "Tutors", source), ("Schools 1", "need", "Tutors", source)]
    items = pd.DataFrame([("need", "Tutors"), ("asset", "Tutors"), ("need", "Buses")], columns=["kind", "item"])
    items = items.assign(outcome=["", "", "Math"], scale="", steering=False, public=False, team="")
    whole = surveyed(frames=affiliations(*rows), lists={"items": items})
    copy = make_copy(edition, whole, assess(whole, ["assets_and_needs"]), "1", ["assets_and_needs"])  # type: ignore[arg-type]
    if source == "answer" or edition == "community":
        assert copy.findings == ()
        return
    (finding,) = copy.findings
    assert finding.tables == {}
    assert finding.table is not None
    # The list alone: whose need the buses are is not in the release.
    assert [dict(row) for row in finding.table.rows] == [
        {"item": "Tutors", "needed_by": 1, "shared_needs": 0, "offered_by": 1, "met": "somebody offers it"}
    ]
