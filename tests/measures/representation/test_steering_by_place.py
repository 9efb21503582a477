"""Places without a seat on steering, counted in the files of the example and by hand."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.measures.representation.steering_by_place import steering_by_place
from stakeholder_graph.model.survey import Wave
from stakeholder_graph.survey.read import read_partnership

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


def rows_of(file: str) -> list[dict[str, str]]:
    with (WREN / file).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_places_of_wren_county_are_what_its_files_say() -> None:
    called = {row["written"]: row["organization"] for row in rows_of("names.csv")}
    place = {row["organization"]: row["place"] for row in rows_of("organizations.csv")}
    there: dict[str, set[str]] = {}
    for row in rows_of("affiliations.csv"):
        if (row["item"], row["wave"]) == ("Steering committee", "2025"):
            name = called.get(row["organization"], row["organization"])
            there.setdefault(place[name], set()).add(name)
    partnership = to_partnership(read_partnership(WREN))
    found = steering_by_place(partnership.graph(), partnership)
    assert found.table is not None
    assert {row["place"]: row["steering"] for row in found.table.rows} == {
        name: len(there.get(name, ())) for name in set(place.values())
    }
    assert found.value == len(there) / len(set(place.values()))


@pytest.mark.parametrize("people", [{"place": ["North", "North"]}, {"place": ["", None]}, {}])
def test_where_there_are_no_places_to_compare_nothing_is_said(people: dict[str, list[str]]) -> None:
    frame = pd.DataFrame({"organization": ["A", "B"], **people})
    seats = pd.DataFrame({"organization": ["B"], "kind": "team", "item": "Board"})
    graph = PartnerGraph(Wave("1"), {}, {"organizations": frame, "affiliations": seats})
    items = pd.DataFrame({"kind": ["team"], "item": ["Board"], "steering": [True]})
    found = steering_by_place(graph, Partnership("P", {"1": graph}, {"items": items}))
    assert (found.value, [caveat.id for caveat in found.caveats]) == (None, ["no_places"])
