"""Compiled loops give what the same loops give uncompiled, and only where they are chosen."""

import builtins
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import networkx as nx
import numpy as np
import pytest

from stakeholder_graph.inference.kernels import choice
from stakeholder_graph.inference.kernels.choice import KERNELS, KernelsError, check_kernels, compiled, compiled_kernels
from stakeholder_graph.inference.louvain import louvain_communities

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def without_numba(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a computer where it is not installed."""
    usual = builtins.__import__

    def missing(name: str, *others: Any, **more: Any) -> ModuleType:
        if name.partition(".")[0] == "numba":
            raise ImportError(name)
        return usual(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    compiled.cache_clear()
    yield
    compiled.cache_clear()


def graphs() -> Iterator["nx.Graph[int]"]:
    yield nx.karate_club_graph()
    yield nx.cycle_graph(5, create_using=nx.DiGraph)
    for seed in range(6):
        yield nx.gnp_random_graph(60, 0.08, seed=seed, directed=seed % 2 == 0)
    weighted = nx.gnp_random_graph(40, 0.2, seed=7, directed=True)
    rng = np.random.default_rng(7)
    for _, _, tie in weighted.edges(data=True):
        tie["weight"] = int(rng.integers(0, 5))
    yield weighted
    yield nx.empty_graph(3)


def test_the_same_communities_compiled_and_not(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = [None, None, *[None] * 6, "weight", None]
    for graph, weight in zip(graphs(), weights, strict=True):
        for seed in range(3):
            monkeypatch.delenv(KERNELS, raising=False)
            plain = louvain_communities(graph, weight, seed)
            monkeypatch.setenv(KERNELS, "numba")
            # Not the same sets alone: in the same order.
            assert louvain_communities(graph, weight, seed) == plain


def test_numba_is_loaded_where_it_is_chosen_and_nowhere_else() -> None:
    script = (
        "import sys, networkx as nx; from stakeholder_graph.inference.louvain import louvain_communities; "
        "louvain_communities(nx.path_graph(4)); print('numba' in sys.modules)"
    )
    for chosen, loaded in (("", "False"), ("numba", "True")):
        env = os.environ | {KERNELS: chosen, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == loaded


def test_where_it_is_chosen_and_not_installed_an_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, without_numba: None
) -> None:
    louvain_communities(nx.path_graph(4))  # not chosen, not missed
    monkeypatch.setenv(KERNELS, "numba")
    with pytest.raises(KernelsError, match=r"pip install '\.\[fast\]' in the project's folder"):
        louvain_communities(nx.path_graph(4))


def test_what_is_not_installed_is_noticed_without_loading_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "find_spec", lambda name: None)
    check_kernels()
    monkeypatch.setenv(KERNELS, "numba")
    with pytest.raises(KernelsError, match="asks for numba, which is not installed"):
        check_kernels()


def test_a_kernel_that_there_is_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KERNELS, " Numba ")
    assert compiled_kernels()
    monkeypatch.setenv(KERNELS, "gpu")
    with pytest.raises(KernelsError, match="STAKEHOLDER_GRAPH_KERNELS is “gpu”"):
        compiled_kernels()
