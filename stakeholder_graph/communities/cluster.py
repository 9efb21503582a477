"""A Dask cluster that somebody has started already: its scheduler hands tasks to workers on other machines.

It is one more answer to who computes, behind the same `computed_by`. Tasks travel as values, so workers need none of
the files; they need the same version of this package. Dask is loaded when a cluster is asked for, and not before.
"""

import logging
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from stakeholder_graph import __version__
from stakeholder_graph.concurrency.worklist import Begin, Given, Result
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.text import _, current_language, speaking

if TYPE_CHECKING:
    from distributed import Client, Future

#: How many seconds a scheduler may take to answer, and its first worker to be there.
CONNECT, FIRST_WORKER = 5.0, 20.0
#: How many seconds a cluster may be without any worker before the rest is computed here.
ALONE = 15.0
#: How often a task is tried again elsewhere, and how many seconds pass between two looks.
RETRIES, LOOK = 3, 1.0


class ClusterError(StakeholderGraphError):
    """A cluster cannot be used; nothing was computed."""


class DaskCluster:
    """The workers of a cluster.

    Parameters
    ----------
    client : distributed.Client
        Connected.

    See Also
    --------
    connected : Connects to one.
    """

    def __init__(self, client: "Client") -> None:
        self._client = client

    def computed(self, task: Callable[[Given], Result], steps: Sequence[Given], begin: Begin) -> list[Result]:
        """Compute a task of each step on the workers, as `computed_by` does; what a lost worker had is tried elsewhere.

        Parameters
        ----------
        task : callable
            A function of a module, or a method of a value, that can be pickled.
        steps : sequence
            Values that can be pickled; each holds all that its task needs, randomness included.
        begin : callable
            Called with each step when it is done: a scheduler does not say what it starts.

        Returns
        -------
        list
            In the order of steps, the same as without a cluster. What fails on the workers, or is lost with all of
            them, is computed here.

        Raises
        ------
        ClusterError
            If workers have another version of this package, or none.
        """
        language = current_language()
        # As bytes: Dask would look into them for tasks of its own, and keep what it found for longer than needed.
        written = [pickle.dumps((task, step, language)) for step in steps]
        futures = self._client.map(_there, written, versions=_versions(), pure=False, retries=RETRIES)
        results: dict[int, Result] = {}
        try:
            for number in self._done(futures):
                if futures[number].status == "finished":
                    results[number] = futures[number].result()
                elif futures[number].status == "error":
                    _check(futures[number].exception())
                with begin(number):
                    pass
        finally:
            with suppress(Exception):  # the scheduler may be gone
                self._client.cancel(futures)
        return [results[number] if number in results else task(step) for number, step in enumerate(steps)]

    def _done(self, futures: "Sequence[Future]") -> Iterator[int]:
        """Numbers of tasks as they end, until all have, or nobody is left to compute them."""
        waiting = set(range(len(futures)))
        seen = time.monotonic()
        while waiting:
            done = {number for number in waiting if futures[number].done()}
            yield from sorted(done)
            waiting -= done
            if done or self._has_workers():
                seen = time.monotonic()
            elif self._client.status != "running" or time.monotonic() - seen > ALONE:
                return
            self._wait([futures[number] for number in waiting])

    def _wait(self, futures: "Sequence[Future]") -> None:
        """Until one of them ends, but no longer than a moment."""
        from distributed import wait

        if futures:
            # Where the scheduler is lost, all of them are cancelled, which is an end too.
            with self._client.as_current(), suppress(TimeoutError, CancelledError):
                wait(futures, timeout=LOOK, return_when="FIRST_COMPLETED")

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.scheduler_info()["workers"])
        except (OSError, TimeoutError, KeyError):
            return False


@contextmanager
def connected(address: str) -> Iterator[DaskCluster]:
    """Connect to a cluster for as long as the block runs; the cluster itself goes on.

    Parameters
    ----------
    address : str
        Of its scheduler, such as ``tcp://127.0.0.1:8786``.

    Yields
    ------
    DaskCluster

    Raises
    ------
    ClusterError
        If Dask is not installed, nobody answers there, or no worker does.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            _(
                "A cluster needs Dask, which is not installed. Install the extra: pip install '.[cluster]' in the "
                "project's folder."
            )
        ) from None
    with _quietly():
        client = _client(Client, address)
        try:
            yield DaskCluster(client)
        finally:
            with suppress(Exception):
                client.close(timeout=CONNECT)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what Dask logs of connections: what becomes of them is said here, in words."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _client(make: Callable[..., "Client"], address: str) -> "Client":
    try:
        client = make(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        what = _("No Dask scheduler answers at {address}.", address=address)
        todo = _("Start one with `dask scheduler`, and give the address that it prints, such as tcp://127.0.0.1:8786.")
        raise ClusterError(f"{what} {todo}") from None
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
    except TimeoutError:
        client.close(timeout=CONNECT)
        what = _("The cluster at {address} has no worker.", address=address)
        todo = _("Start some with `dask worker {address}`.", address=address)
        raise ClusterError(f"{what} {todo}") from None
    return client


class _OtherVersionError(Exception):
    """A worker has other versions; the text lists both."""


def _versions() -> tuple[str, ...]:
    """What numbers depend on to the last digit."""
    return (__version__, *(version(name) for name in ("numpy", "scipy", "pandas")))


def _there(written: bytes, versions: tuple[str, ...]) -> Any:
    """What a worker does."""
    if (ours := _versions()) != versions:
        raise _OtherVersionError(f"{', '.join(ours)} / {', '.join(versions)}")
    task, step, language = pickle.loads(written)  # noqa: S301 -- by whoever holds the scheduler, who may run anything
    with speaking(language):
        return task(step)


def _check(error: BaseException | None) -> None:
    """Raise what makes the whole cluster useless; any other error shows where the task is computed again."""
    if isinstance(error, _OtherVersionError):
        what = _("Workers have other versions (they, then we: {versions}).", versions=str(error))
        raise ClusterError(f"{what} {_install()}")
    if isinstance(error, ModuleNotFoundError):
        what = _("Workers lack {module}.", module=error.name)
        raise ClusterError(f"{what} {_install()}")


def _install() -> str:
    return _("Install the same version for every worker: pip install '.[cluster]' in the project's folder.")
