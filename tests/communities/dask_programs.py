"""A scheduler and workers on this computer, started by Dask's own commands and ended afterwards."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: However busy the computer is, a program that has not begun by then never will.
BEGIN = 60.0

Program = subprocess.Popen[bytes]


@contextmanager
def dask(*command: str) -> Iterator[Program]:
    """Run a command of Dask's own, and end it."""
    # One core each: two workers on two cores would else wait for each other's threads.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STAKEHOLDER_GRAPH_CORES": "1"}
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
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + BEGIN
    while not done():
        assert time.monotonic() < deadline, f"{what} did not begin"
        time.sleep(0.05)


@contextmanager
def running_scheduler() -> Iterator[tuple[str, Program]]:
    """A scheduler that answers: its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])

    def answers() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard") as process:
        until(answers, "the scheduler")
        yield f"tcp://127.0.0.1:{port}", process


def workers(stack: ExitStack, address: str, folder: Path, count: int) -> list[Program]:
    """Start so many more workers of one thread each, which no process of Dask's starts again."""
    before = worker_count(address)
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    started = [stack.enter_context(dask("worker", address, *options)) for _worker in range(count)]
    until(lambda: worker_count(address) == before + count, "the workers")
    return started


def worker_count(address: str) -> int:
    """How many workers a scheduler has."""
    from distributed import Client

    with Client(address, timeout=BEGIN, set_as_default=False) as client:
        return len(client.scheduler_info(n_workers=-1)["workers"])
