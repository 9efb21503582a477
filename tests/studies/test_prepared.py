"""What measures share is computed once for two processes, and is what each measure would have computed by itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.inference.imputation.impute import impute
from stakeholder_graph.inference.rewiring import rewire
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings, Shared, StudyContext
from stakeholder_graph.studies.outcomes.tied_groups import clusters_of
from stakeholder_graph.studies.prepared import prepare
from stakeholder_graph.survey import read_partnership

QUICK = MeasureSettings(permutations=99, draws=21)


@pytest.fixture(scope="module")
def second() -> Iterator[SecondProcess]:
    process = SecondProcess("stakeholder_graph.studies.assess")
    yield process
    process.close()


@pytest.fixture
def invented(tmp_path: Path) -> Callable[..., Partnership]:
    def made(response: float) -> Partnership:
        tables = invent(30, 4, density=0.15, response=response, outcomes=6, clusters=2, seed=2).tables
        write(tables, tmp_path)
        return to_partnership(read_partnership(tmp_path))

    return made


def contexts_of(partnership: Partnership) -> list[StudyContext]:
    graph, shared = partnership.graph(), Shared()
    return [StudyContext(partnership, graph, name, QUICK, shared) for name in graph.layers]


def test_each_is_computed_once(
    invented: Callable[..., Partnership], second: SecondProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts = contexts_of(invented(0.7))
    prepare(contexts, second)
    # From here on nobody computes any of it again.
    monkeypatch.setattr("stakeholder_graph.studies.context.impute", None)
    monkeypatch.setattr("stakeholder_graph.studies.context.rewire", None)
    monkeypatch.setattr("stakeholder_graph.studies.outcomes.tied_groups.outcome_clusters_of", None)
    for context in contexts:
        drawn, rewired = context.imputations, context.rewired
        assert (drawn.bits == impute(context.reports, imputations=21).bits).all()
        assert (rewired.mixing == rewire(context.grouped, 99).mixing).all()
        assert clusters_of(context) is clusters_of(contexts[0])


def test_where_everybody_answered_nothing_is_imputed(
    invented: Callable[..., Partnership], second: SecondProcess
) -> None:
    (context, *others) = contexts_of(invented(1.0))
    prepare([context, *others], second)
    assert context.imputations.nothing_missing


def test_findings_are_those_of_one_process(invented: Callable[..., Partnership], second: SecondProcess) -> None:
    partnership = invented(0.7)
    alone = assess(partnership, settings=QUICK)
    assert assess(partnership, settings=QUICK, second=second) == alone
    assert any(finding.range is not None and finding.rewired is not None for finding in alone)
