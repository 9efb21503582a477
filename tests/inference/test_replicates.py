"""Replicates are the same, byte for byte, however many cores compute them, and come in order."""

import threading
from itertools import count

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.concurrency.cores import CORES, cores
from stakeholder_graph.graph import from_networkx
from stakeholder_graph.inference.imputation.dyads import without_answers
from stakeholder_graph.inference.imputation.impute import impute
from stakeholder_graph.inference.replicates import in_batches, replicated
from stakeholder_graph.progress import watched


@pytest.mark.parametrize("limit", ["1", "3"])
def test_results_come_in_the_order_of_items(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setenv(CORES, limit)
    assert list(replicated(lambda item: item**2, range(50))) == [item**2 for item in range(50)]


def test_whoever_watches_sees_how_many_are_done() -> None:
    seen = []
    with watched(lambda loop: seen.append(round(loop.done, 9))):
        assert list(replicated(abs, iter((-1, 2, -3, 4)), expected=4)) == [1, 2, 3, 4]
        assert list(replicated(abs, (-1, 2))) == [1, 2]
        assert list(replicated(abs, (step for step in (-1, 2)))) == [1, 2]  # of how many, it does not say
    assert seen == [0, 0.25, 0.5, 0.75, 1, 0, 0.5, 1, 0]


def test_the_environment_limits_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "1")
    assert cores() == 1
    names = set(replicated(lambda item: threading.current_thread().name, range(5)))
    assert names == {threading.current_thread().name}


def test_a_caller_may_stop_and_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    drawn = replicated(lambda item: item, count())
    assert [next(drawn), next(drawn)] == [0, 1]
    drawn.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


def test_an_error_of_a_task_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(replicated(lambda item: 1 // item, [1, 0]))


def test_batches_lose_nothing() -> None:
    assert list(in_batches(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_imputations_are_the_same_on_one_core_and_on_several(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = from_networkx(nx.gnp_random_graph(40, 0.15, seed=1, directed=True)).layer("collaboration")
    layer = without_answers(layer, np.arange(40) % 3 == 0)
    drawn = []
    for limit in ("1", "4"):
        monkeypatch.setenv(CORES, limit)
        drawn.append(impute(layer, imputations=60, seed=5).bits.tobytes())
    assert drawn[0] == drawn[1]
    # Which imputations are fitted side by side does not matter either: seven end in another batch than sixty do.
    seven = impute(layer, imputations=7, seed=5).bits
    assert drawn[0].startswith(seven.tobytes())
