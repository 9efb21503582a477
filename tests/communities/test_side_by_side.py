"""What `across` gives is a table in a notebook and a frame for pandas, with the numbers of the CSV file."""

from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

import stakeholder_graph as sg
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.views.across import across_csv
from tests.communities.made import communities


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> SideBySide:
    folder: Path = tmp_path_factory.mktemp("towns")
    given = communities(folder, 2, 12)
    shared = sg.write(sg.read(given[1]), folder / "north.json", to="fingerprint")
    return sg.across([given[0], *shared], permutations=99)


def test_the_frame_is_the_csv_file(together: SideBySide) -> None:
    frame = together.to_frame()
    written = pd.read_csv(StringIO(across_csv(together)), dtype={"wave": str})
    assert list(frame.columns) == list(written.columns)
    assert len(frame) == len(written)
    for column in ("value", "expected", "z", "p_adjusted", "denominator"):
        ours = frame[column].to_numpy(dtype=float, na_value=float("nan"))
        assert ours == pytest.approx(written[column].to_numpy(dtype=float), rel=1e-8, nan_ok=True)
    assert set(frame["community"]) == {"Town 00", "north"}
    assert set(frame.loc[frame["community"] == "north", "shared"]) == {False}
    density = frame.query("community == 'Town 00' and aspect == 'density'")["value"].item()
    assert density == together.latest[0].density


def test_the_frame_has_a_type_for_each_column(together: SideBySide) -> None:
    frame = together.to_frame()
    types = {str(kind): list(frame.columns[frame.dtypes == kind]) for kind in frame.dtypes.unique()}
    assert types.pop("string") == ["community", "wave", "layer", "aspect", "about", "band"]
    assert types.pop("boolean") == ["stands_out", "shared"]
    assert types.pop("Int64") == ["denominator"]
    assert list(types) == ["Float64"]
    # A fingerprint has bands of size in words, where others have a number.
    size = frame[frame["aspect"] == "organizations"].set_index("community")
    assert size["value"].fillna(0).to_dict() == {"Town 00": 12, "north": 0}
    assert size["band"].fillna("").to_dict() == {"Town 00": "", "north": "under 20"}


def test_a_notebook_shows_communities_and_no_organization(together: SideBySide, tmp_path: Path) -> None:
    shown = together._repr_html_()
    assert shown.count("<tr>") == 3  # the head, one that shared its survey, and one that shared a fingerprint
    assert "<td>Town 00</td>" in shown
    names = sg.read(communities(tmp_path, 1, 12)[0]).graph().names
    assert not any(name in shown for name in names)
