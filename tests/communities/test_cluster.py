"""A cluster of a scheduler and two workers on this computer: a worker is lost midway, and the numbers are the same."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.communities import cluster
from stakeholder_graph.graph import Partnership
from stakeholder_graph.progress import Part, watched
from tests.communities.dask_programs import BEGIN, ROOT, running_scheduler, workers
from tests.communities.made import communities

SECTORS = ("Schools", "Health", "Nonprofits")

pytestmark = pytest.mark.filterwarnings("default")


def towns(count: int) -> list[Partnership]:
    made = []
    for seed in range(count):
        graph = nx.gnp_random_graph(10 + seed % 4, 0.3, seed=seed, directed=True)
        nx.set_node_attributes(graph, {node: SECTORS[node % 3] for node in graph}, "sector")
        made.append(sg.from_networkx(graph, name=f"Town {seed:02d}"))
    return made


@pytest.fixture
def scheduler() -> Iterator[str]:
    with running_scheduler() as (address, _process):
        yield address


def test_a_worker_is_lost_and_the_numbers_are_those_of_one_process(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "CONNECT", BEGIN)
    given = towns(20)
    done: list[str] = []
    with ExitStack() as stack:
        both = workers(stack, scheduler, tmp_path, 2)

        def lose_one(step: Part) -> None:
            done.extend([step.what] if step.what.startswith("Town") else [])
            if len(done) == 3:
                both[0].send_signal(signal.SIGKILL)

        with watched(lose_one):
            on_cluster = sg.across(given, permutations=99, cluster=scheduler)
        assert both[0].wait(timeout=BEGIN) == -signal.SIGKILL
        assert both[1].poll() is None
    assert len(done) == 20
    assert on_cluster == sg.across(given, permutations=99)


def test_where_all_workers_are_lost_the_rest_is_computed_here(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "CONNECT", BEGIN)
    monkeypatch.setattr(cluster, "ALONE", 1.0)
    given = towns(4)
    with ExitStack() as stack:
        (only,) = workers(stack, scheduler, tmp_path, 1)
        with watched(lambda step: only.kill() if step.what.startswith("Town") else None):
            on_cluster = sg.across(given, permutations=99, cluster=scheduler)
    assert on_cluster == sg.across(given, permutations=99)


def test_where_the_scheduler_is_lost_the_rest_is_computed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "ALONE", 1.0)
    given = towns(4)
    with running_scheduler() as (address, process), ExitStack() as stack:
        workers(stack, address, tmp_path, 1)
        with watched(lambda step: process.kill() if step.what.startswith("Town") else None):
            on_cluster = sg.across(given, permutations=99, cluster=address)
    assert on_cluster == sg.across(given, permutations=99)


def command(tmp_path: Path, address: str) -> str:
    given = ["across", *map(str, communities(tmp_path / "towns", 2, 12)), "--cluster", address, "--quiet"]
    result = CliRunner().invoke(main, [*given, "--cache", str(tmp_path / "cache")])
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    return result.output


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "tcp://127.0.0.1", "somewhere"])
def test_where_no_scheduler_answers_it_says_so_in_seconds(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 1.0)
    assert f"No Dask scheduler answers at {address}. Start one with `dask scheduler`" in command(tmp_path, address)


def test_a_cluster_without_a_worker_is_none(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", BEGIN)
    monkeypatch.setattr(cluster, "FIRST_WORKER", 0.5)
    assert f"The cluster at {scheduler} has no worker." in command(tmp_path, scheduler)


def test_without_dask_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install '.[cluster]'" in command(tmp_path, "tcp://127.0.0.1:1")


def test_nothing_of_it_is_loaded_otherwise() -> None:
    code = (
        "import sys, networkx as nx, stakeholder_graph as sg\n"
        "two = [sg.from_networkx(nx.path_graph(5), name=name) for name in 'ab']\n"
        "sg.across(two, permutations=99)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('dask', 'distributed', 'tornado')])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=300)
    assert run.stdout.strip() == "[]", run.stderr


def test_workers_of_another_version_are_refused() -> None:
    with pytest.raises(cluster._OtherVersionError) as error:
        cluster._there(b"", ("0.0.0",))
    with pytest.raises(cluster.ClusterError, match="other versions"):
        cluster._check(error.value)
    with pytest.raises(cluster.ClusterError, match="Workers lack stakeholder_graph"):
        cluster._check(ModuleNotFoundError(name="stakeholder_graph"))
    cluster._check(ZeroDivisionError())
