"""A cluster of a scheduler and two workers on this computer: a worker is lost midway, and the numbers are the same."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.communities import cluster
from stakeholder_graph.graph import Partnership

ROOT = Path(__file__).resolve().parents[2]
#: However busy the computer is, a program that has not begun by then never will.
BEGIN = 60.0
SECTORS = ("Schools", "Health", "Nonprofits")

pytestmark = pytest.mark.filterwarnings("default")


def towns(count: int) -> list[Partnership]:
    made = []
    for seed in range(count):
        graph = nx.gnp_random_graph(14 + seed % 5, 0.25, seed=seed, directed=True)
        nx.set_node_attributes(graph, {node: SECTORS[node % 3] for node in graph}, "sector")
        made.append(sg.from_networkx(graph, name=f"Town {seed:02d}"))
    return made


@contextmanager
def dask(*command: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a command of Dask's own, and end it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=BEGIN)


def until(done: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + BEGIN
    while not done():
        assert time.monotonic() < deadline, f"{what} did not begin"
        time.sleep(0.05)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_scheduler() -> "Iterator[tuple[str, subprocess.Popen[bytes]]]":
    port = free_port()
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard") as process:
        until(lambda: answers(port), "the scheduler")
        yield f"tcp://127.0.0.1:{port}", process


@pytest.fixture
def scheduler() -> Iterator[str]:
    with running_scheduler() as (address, _process):
        yield address


def workers(stack: ExitStack, address: str, folder: Path, count: int) -> "list[subprocess.Popen[bytes]]":
    """Workers of one thread each, which an own process of Dask's does not start again."""
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    return [stack.enter_context(dask("worker", address, *options)) for _worker in range(count)]


def test_a_worker_is_lost_and_the_numbers_are_those_of_one_process(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "CONNECT", BEGIN)
    given = towns(20)
    done: list[str] = []
    with ExitStack() as stack:
        both = workers(stack, scheduler, tmp_path, 2)
        until(lambda: worker_count(scheduler) == 2, "two workers")

        def progress(town: str) -> None:
            done.append(town)
            if len(done) == 3:
                both[0].send_signal(signal.SIGKILL)

        on_cluster = sg.across(given, permutations=199, cluster=scheduler, progress=progress)
        assert both[0].wait(timeout=BEGIN) == -signal.SIGKILL
        assert both[1].poll() is None
    assert len(done) == 20
    assert on_cluster == sg.across(given, permutations=199)


def worker_count(address: str) -> int:
    from distributed import Client

    with Client(address, timeout=BEGIN, set_as_default=False) as client:
        return len(client.scheduler_info(n_workers=-1)["workers"])


def test_where_all_workers_are_lost_the_rest_is_computed_here(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "CONNECT", BEGIN)
    monkeypatch.setattr(cluster, "ALONE", 1.0)
    given = towns(4)
    with ExitStack() as stack:
        (only,) = workers(stack, scheduler, tmp_path, 1)
        on_cluster = sg.across(given, permutations=99, cluster=scheduler, progress=lambda town: only.kill())
    assert on_cluster == sg.across(given, permutations=99)


def test_where_the_scheduler_is_lost_the_rest_is_computed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER", BEGIN)
    monkeypatch.setattr(cluster, "ALONE", 1.0)
    given = towns(4)
    with running_scheduler() as (address, process), ExitStack() as stack:
        workers(stack, address, tmp_path, 1)
        on_cluster = sg.across(given, permutations=99, cluster=address, progress=lambda town: process.kill())
    assert on_cluster == sg.across(given, permutations=99)


def command(tmp_path: Path, address: str) -> str:
    from tests.communities.made import communities

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
    assert "pip install 'stakeholder-graph[cluster]'" in command(tmp_path, "tcp://127.0.0.1:1")


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
