"""The model check in reports and JSON: what is hidden is held against its range, and where it says nothing."""

import numpy as np

from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.model_check import model_check
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.representation.simulated_nonresponse import DRAWS, simulated_nonresponse
from stakeholder_graph.model.finding import Finding, Measured, Scope
from stakeholder_graph.views.sentences import say
from tests.calibration.networks import layer_of, network
from tests.tables import table_of


def test_it_is_the_check_of_the_model() -> None:
    tied, sector = network(np.random.default_rng(1), n=40)
    layer = without_answers(layer_of(tied, sector), np.arange(40) % 4 == 0)
    found, check = simulated_nonresponse(layer, seed=3), model_check(layer, imputations=DRAWS, seed=3)
    assert isinstance(found, Measured)
    (row,) = found.tables["network"].rows
    assert (row["organizations"], row["within_like"], row["within"]) == (30, check.within_like, check.within)
    assert found.value == check.within_like / 30
    assert check.within >= check.within_like


def test_it_says_nothing_where_nothing_is_imputed_or_too_little_is_known() -> None:
    tied, sector = network(np.random.default_rng(1), n=40)
    full = layer_of(tied, sector)
    some = without_answers(full, np.arange(40) >= 30)
    few = without_answers(full, np.arange(40) >= 11)
    for layer, why in ((full, "all_there"), (some.with_ties("either"), "only_reports"), (few, "too_few_answers")):
        found = simulated_nonresponse(layer)
        assert isinstance(found, Measured)
        assert (found.value, [caveat.id for caveat in found.caveats]) == (None, [why])
        assert say(found.caveats[0], "simulated_nonresponse")


def said(within: int) -> str:
    info = find_measure("simulated_nonresponse")
    rows = table_of(({"organizations": 30, "within_like": within, "within": 30},))
    scope = Scope(("1",), ("work",))
    finding = Finding("simulated_nonresponse", scope, within / 30, "share", (0, 1), tables={"network": rows})
    reading = info.reading(finding)
    assert reading is not None
    return say(reading, "simulated_nonresponse")


def test_it_says_when_ranges_are_too_narrow() -> None:
    assert "27 of 30 organizations; nine in ten are expected" in said(27)
    assert "so the ranges here are too narrow" in said(15)
    assert "too narrow" not in said(24)
