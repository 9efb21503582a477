"""What is withheld: under a limit on names, where the one named most is silent, and where ranges tell nothing."""

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.call_list import call_list
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.withheld import too_wide
from stakeholder_graph.views.sentences import headline, say
from tests.calibration.networks import network

N = 40
NAMES = np.array([f"Organization {i:02}" for i in range(N)])
SETTINGS = MeasureSettings(permutations=0, draws=40)
BIASED = ("centralization", "betweenness", "transitivity", "reciprocity", "confirmation")


def partnership(tied: np.ndarray, *, limit: float = float("nan"), silent: tuple[int, ...] = ()) -> Partnership:
    answered = ~np.isin(np.arange(N), silent)
    named = tied & answered[:, None]
    if limit == limit:
        kept = np.cumsum(named, axis=1) <= limit
        named = named & kept
    ties = pd.DataFrame(NAMES[np.argwhere(named)], columns=["from", "to"]).assign(layer="work", value=1.0)
    asked = pd.DataFrame({"organization": NAMES, "layer": "work", "answered": answered, "limit": limit})
    people = pd.DataFrame({"organization": NAMES, "sector": [f"S{i % 4}" for i in range(N)]})
    frames = {"organizations": people, "ties": ties, "asked": asked}
    return Partnership(SurveyInfo("P"), {"1": PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)})


def found(whole: Partnership, *names: str) -> dict[str, Finding]:
    return {finding.name: finding for finding in assess(whole, names, settings=SETTINGS)}


def ids(finding: Finding) -> set[str]:
    return {caveat.id for caveat in finding.caveats}


TIED, _ = network(np.random.default_rng(4), n=N)


def test_a_limit_that_many_reach_withholds_what_it_distorts_and_says_so() -> None:
    whole = partnership(TIED, limit=5)
    reached = int((TIED.sum(axis=1) >= 5).sum())
    for name, finding in found(whole, *BIASED).items():
        assert (finding.value, finding.estimate, finding.range, finding.table) == (None, None, None, None), name
        (caveat,) = (caveat for caveat in finding.caveats if caveat.id == "limit_withheld")
        assert caveat.fields == {"reached": reached, "respondents": N}
        assert f"Of 40 respondents {reached} named as many" in say(caveat, name)


def test_a_limit_that_many_reach_has_density_estimated() -> None:
    finding = found(partnership(TIED, limit=5), "density")["density"]
    assert finding.value == finding.estimate
    assert finding.value == pytest.approx(TIED.sum() / (N * (N - 1)), abs=0.06)
    assert "limit_estimated" in ids(finding)
    assert "an estimate, since many respondents named as many as they were allowed" in headline(finding)


def test_a_limit_that_few_reach_changes_nothing() -> None:
    limit = float(np.sort(TIED.sum(axis=1))[-4])
    for finding in found(partnership(TIED, limit=limit), *BIASED, "density").values():
        assert finding.value is not None
        assert not ids(finding) & {"limit_withheld", "limit_estimated"}
        assert "limited_names" in ids(finding)


def test_where_half_of_the_respondents_reach_the_limit_nothing_has_a_range() -> None:
    sent = np.sort(TIED.sum(axis=1))
    half, fewer = float(sent[N // 2]), float(sent[N // 2 + 4])
    assert (TIED.sum(axis=1) >= half).mean() >= 0.5 > (TIED.sum(axis=1) >= fewer).mean()
    names = ("ei_index", "core_periphery", "density", "participation")
    for name, finding in found(partnership(TIED, limit=half), *names).items():
        assert (finding.range_like, finding.range) == (None, None), name
        assert finding.value is not None
        (caveat,) = (caveat for caveat in finding.caveats if caveat.id == "limit_unsettled")
        assert "so there is no range" in say(caveat, name)
    for name, finding in found(partnership(TIED, limit=fewer), *names).items():
        assert finding.range is not None, name


@pytest.mark.parametrize("ties", ["either", "both"])
def test_density_of_pairs_cannot_be_read_off_how_many_each_named(ties: str) -> None:
    settings = MeasureSettings(ties=ties, permutations=0, draws=0)  # type: ignore[arg-type]
    (finding,) = assess(partnership(TIED, limit=5), ["density"], settings=settings)
    assert finding.value is None
    assert "limit_withheld" in ids(finding)


def test_where_the_one_named_most_is_silent_what_hangs_on_it_has_no_range_and_it_is_called_first() -> None:
    hub = int(np.argmax(TIED.sum(axis=0)))
    others = [i for i in range(N) if i != hub][:6]
    whole = partnership(TIED, silent=(hub, *others))
    findings = assess(whole, ["centralization", "betweenness", "density", "whom_to_call"], settings=SETTINGS)
    for finding in findings:
        waits = finding.name in ("centralization", "betweenness")
        assert ("hub_silent" in ids(finding)) == waits
        if waits:
            assert (finding.estimate, finding.range_like, finding.range) == (None, None, None)
            assert finding.value is not None
    first = next(call for call in call_list(whole, "1", findings) if call.purpose == "hear from")
    assert (first.whom, first.why[0].id) == (NAMES[hub], "call_hub")


def test_where_it_has_answered_there_is_a_range() -> None:
    hub = int(np.argmax(TIED.sum(axis=0)))
    silent = tuple(i for i in range(N) if i != hub)[:6]
    for finding in found(partnership(TIED, silent=silent), "centralization", "betweenness").values():
        assert "hub_silent" not in ids(finding)
        assert finding.range is not None


@pytest.mark.parametrize(
    ("interval", "estimate", "bounds", "expected"),
    [
        ((0.07, 0.15), 0.15, (0, 1), True),
        ((0.13, 0.17), 0.15, (0, 1), False),
        ((100.0, 200.0), 100.0, (0, None), True),
        ((-0.2, 0.2), 0.0, (-1, 1), False),
        ((-0.3, 0.3), 0.0, (-1, 1), True),
        ((-0.2, 0.4), 0.1, (None, 1), True),
        ((0.2, 0.4), 0.3, (None, 1), False),
        ((0.0, 0.0), 0.0, (0, 1), False),
        # Hardly any: from none to a tenth of the scale, or to two.
        ((0.0, 0.1), 0.01, (0, 1), False),
        ((0.0, 0.11), 0.01, (0, 1), True),
        ((0.01, 0.1), 0.05, (0, 1), True),
        ((0.0, 2.0), 0.0, (0, None), False),
        ((0.0, 2.5), 1.0, (0, None), True),
    ],
)
def test_the_rule_of_what_is_too_wide(
    interval: tuple[float, float], estimate: float, bounds: tuple[float | None, float | None], expected: bool
) -> None:
    assert too_wide(interval, estimate, bounds) == expected


def test_a_range_that_is_too_wide_is_not_printed() -> None:
    sparse = np.random.default_rng(1).random((N, N)) < 0.05
    np.fill_diagonal(sparse, False)
    finding = found(partnership(sparse, silent=tuple(range(26))), "density")["density"]
    assert "too_few_to_tell" in ids(finding)
    assert (finding.range_like, finding.range) == (None, None)
    assert "likely be from" not in headline(finding)
    (caveat,) = (caveat for caveat in finding.caveats if caveat.id == "too_few_to_tell")
    assert say(caveat, "density").startswith("Too few answers to tell")
    wide = found(partnership(TIED, silent=tuple(range(4))), "density")["density"]
    assert wide.range is not None


def test_an_estimated_density_has_a_numerator_and_a_denominator() -> None:
    settings = MeasureSettings(permutations=0, draws=0)
    (finding,) = assess(partnership(TIED, limit=5), ["density"], settings=settings)
    assert finding.quotient is not None
    assert finding.quotient.denominator == N * (N - 1)
    assert finding.quotient.value == pytest.approx(finding.value)
