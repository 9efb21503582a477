"""The rows of a survey, gathered as plain columns and made into frames once."""

from pathlib import Path

import numpy as np
import pytest

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, Wave
from stakeholder_graph.survey import read_partnership

WAVES = (Wave("2025"), Wave("2024"))
LAYERS = (LayerInfo("trust"), LayerInfo("contact"))


def test_frames_have_the_columns_and_types_of_the_model_also_without_rows() -> None:
    frames = SurveyRows().frames(WAVES, LAYERS)
    assert list(frames) == list(COLUMNS)
    for family, frame in frames.items():
        assert frame.dtypes.to_dict() == empty_frame(family).dtypes.to_dict()
        assert not len(frame)


def test_rows_stand_by_wave_by_layer_and_then_as_a_person_sorts_them() -> None:
    rows = SurveyRows()
    about: dict[str, float | str] = {"value": np.nan, "respondent": ""}
    rows.add("ties", {"wave": "2024", "layer": "contact", "from": ["Ward 10", "Ward 2"], "to": "Clinic", **about})
    rows.add(
        "ties", {"wave": ["2025", "2025"], "layer": ["contact", "trust"], "from": "Clinic", "to": "Ward 2", **about}
    )
    frame = rows.frames(WAVES, LAYERS)["ties"]
    assert frame[["wave", "layer", "from"]].to_numpy().tolist() == [
        ["2025", "trust", "Clinic"],
        ["2025", "contact", "Clinic"],
        ["2024", "contact", "Ward 2"],
        ["2024", "contact", "Ward 10"],
    ]


def test_lists_stay_in_the_order_of_their_author() -> None:
    rows = SurveyRows()
    rows.add("steps", {"item": "Vision", "value": [2.0, 1.0], "name": ["agree", "disagree"]})
    assert rows.frames(WAVES, LAYERS)["steps"]["name"].tolist() == ["agree", "disagree"]


def test_some_rows_are_kept_and_others_forgotten() -> None:
    rows = SurveyRows()
    rows.add_records("rosters", ("roster", "organization"), [("north", "A"), ("north", "B"), ("south", "A")])
    rows.keep("rosters", np.array([True, False, True]))
    assert list(rows.records("rosters", "organization", "roster")) == [("A", "north"), ("A", "south")]
    rows.clear("rosters")
    assert not len(rows.column("rosters", "roster"))


def test_organizations_may_have_attributes_of_their_own() -> None:
    rows = SurveyRows()
    rows.add(
        "organizations", {"organization": ["A"], "sector": "Health", "role": "", "Town": ["Gem"], "public": [True]}
    )
    frame = rows.frames(WAVES, LAYERS)["organizations"]
    assert list(frame.columns) == ["organization", "sector", "role", "Town", "public"]
    assert frame["public"].dtype == bool


@pytest.mark.parametrize("name", ["value", "share", "n", "limit", "steering", "observed", "answered", "wave", "from"])
def test_an_attribute_of_organizations_is_text_whatever_other_frames_call_so(name: str) -> None:
    rows = SurveyRows()
    rows.add("organizations", {"organization": ["A", "B"], "sector": "", "role": "", name: ["no", ""]})
    assert rows.frames((), ())["organizations"][name].tolist() == ["no", ""]


def test_a_list_of_organizations_may_have_a_column_that_ties_have_too(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,steering,value\nA,no,high\nB,yes,\n")
    (tmp_path / "ties.csv").write_text("from,to,value\nA,B,1\n")
    survey = read_partnership(tmp_path)
    assert survey["organizations"][["steering", "value"]].values.tolist() == [["no", "high"], ["yes", ""]]
    assert survey["ties"]["value"].tolist() == [1.0]
