"""Every share and every mean comes with its numerator and its denominator, and is their quotient."""

import json
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.findings_data import to_json

EXAMPLE = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
#: Units of shares and means.
DIVIDED = frozenset({"share", "score", "level", "steps", "kinds of tie"})
#: A difference of two shares, and a share of variance.
NOT_A_QUOTIENT = frozenset({"silo_sources", "tie_predictors"})


@pytest.fixture(scope="module")
def partnership() -> Partnership:
    return sg.read(EXAMPLE)


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_each_is_the_quotient_of_the_two_numbers_beside_it(partnership: Partnership, edition: str) -> None:
    wanted = [name for name, info in measures().items() if info.unit in DIVIDED and name not in NOT_A_QUOTIENT]
    findings = assess(partnership, wanted, settings=MeasureSettings(permutations=99, draws=5))
    copy = make_copy(edition, partnership, findings, partnership.latest, wanted)  # type: ignore[arg-type]
    written = json.loads(to_json(copy))["findings"]
    divided = [row for row in written if row["value"] is not None]
    assert len(divided) > 5
    for row in divided:
        if edition == "partners" and row["numerator"] is None:
            assert row["name"] == "response"  # in the room it is what its release says
            continue
        assert row["value"] == pytest.approx(row["numerator"] / row["denominator"], rel=1e-8), row["id"]
        assert row["denominator"] > 0
