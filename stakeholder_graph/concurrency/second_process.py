"""A second process, which computes on another core what holds the interpreter: threads would only take turns at it.

It starts at once, so that it has loaded its modules when there is something to do, and costs about as long to start as
the tool itself. Results are those of one process: every step takes its randomness from what it is given alone.
"""

import copyreg
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import copy_context
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.reduction import ForkingPickler
from pkgutil import resolve_name
from threading import Thread
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from stakeholder_graph.concurrency.cores import cores, cores_shared_by
from stakeholder_graph.concurrency.garbage import look_rarely
from stakeholder_graph.concurrency.worklist import Begin, Given, Opens, Result, Worklist
from stakeholder_graph.progress import Part, part, watched
from stakeholder_graph.text import current_language, speaking

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: How many seconds pass before a second process tells again how far it is.
BETWEEN_REPORTS = 0.5


class Workers(Protocol):
    """What computes tasks elsewhere too: a second process, or a cluster."""

    def computed(self, task: Callable[[Given], Result], steps: Sequence[Given], begin: Begin) -> list[Result]:
        """Compute a task of each step as `computed_by` does."""
        ...


class SecondProcess:
    """Another process of this program.

    Parameters
    ----------
    module : str
        What it loads at once: the module of the tasks.
    *later : str
        Modules that it will need, and loads as long as there is nothing to do; of ``module:function`` it calls the
        function, too.
    """

    def __init__(self, module: str, *later: str) -> None:
        # Started anew on every system: a copy of this process would lack the threads of its libraries, and hang.
        context = get_context("spawn")
        self._pipe, other_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(other_end, module, later), daemon=True)
        self._process.start()
        other_end.close()

    def computed(self, task: Callable[[Given], Result], steps: Sequence[Given], begin: Begin) -> list[Result]:
        """Compute a task of each step as `computed_by` does, from the first on here, from the last back there."""
        work = Worklist[Given, Result](steps)
        self.work_through(task, work, begin)
        return work.results

    def work_through(self, task: Callable[[Given], Result], work: Worklist[Given, Result], begin: Begin) -> None:
        """Compute a task of all steps, from the first on here, from the last back there."""
        # Before the first step: a task that keeps what it computes would change while it is being written.
        written = ForkingPickler.dumps((task, current_language()))

        def there() -> None:
            with suppress(EOFError, OSError):
                self._pipe.send_bytes(written)
                try:
                    while (number := work.take_last()) is not None:
                        with work.computing(number), begin(number) as begun:
                            self._pipe.send((work.given[number],))
                            while isinstance(answer := self._pipe.recv(), float):
                                begun.reach(answer)
                            done, result = answer
                            if done:
                                work.finish(number, result)
                finally:
                    self._pipe.send(None)

        with ThreadPoolExecutor(1) as thread:
            meanwhile = thread.submit(copy_context().run, there)
            try:
                work.through(task, begin)
            except KeyboardInterrupt:
                self._process.kill()  # its step may take minutes in a large network, and nobody waits for it
                raise
        meanwhile.result()

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._pipe.close()
        self._process.kill()
        self._process.join()


def computed_by(
    second: Workers | None,
    task: Callable[[Given], Result],
    steps: Sequence[Given],
    what: Callable[[Given], str] = lambda step: "",
    cost: Callable[[Given], float] = lambda step: 1.0,
) -> list[Result]:
    """Compute a task of each step, elsewhere too if there is anything else: the one place where processes divide work.

    Parameters
    ----------
    second : Workers or None
        A second process takes steps from the last back, while this process takes them from the first on; of a cluster
        each worker takes the next step.
    task : callable
        Can be pickled, like a method of a dataclass. It is sent once: what it keeps from step to step stays there.
    steps : sequence
        Neighbours should share what they compute.
    what : callable
        Says in words what a step does, for whoever watches.
    cost : callable
        How long a step usually takes, in any unit; by default all take as long.

    Returns
    -------
    list
        In the order of steps. What fails elsewhere, or is lost there, is computed here.

    Examples
    --------
    >>> computed_by(None, abs, [-1, 2, -3])
    [1, 2, 3]
    """
    costs = [cost(step) for step in steps]
    total = sum(costs)
    with part() as whole:

        def begin(number: int) -> AbstractContextManager[Part]:
            return whole.within(costs[number] / total, what(steps[number]))

        if second is not None and len(steps) > 1:
            return second.computed(task, steps, begin)
        work = Worklist[Given, Result](steps)
        work.through(task, begin)
        return work.results


def computed_with_opened(
    second: SecondProcess | None,
    task: Callable[[Given], Result],
    steps: Sequence[Given],
    opens: Opens[Given, Result],
    what: Callable[[Given], str] = lambda step: "",
    share: float = 0.5,
) -> list[Result]:
    """Compute a task of each step and of those that it opens, so that no process waits until all of a kind are done.

    Parameters
    ----------
    second, task, steps, what
        As of `computed_by`.
    opens : callable
        Given a step and its result: the steps that follow.
    share : float
        How much of the work the steps to begin with usually are.

    Returns
    -------
    list
        Results of the steps to begin with, in their order; then of those that the first of them opened, and so on.

    Examples
    --------
    >>> computed_with_opened(None, abs, [-5, -6], lambda step, result: [result + 10] if step < 0 else [])
    [5, 6, 15, 16]
    """
    work = Worklist(steps, opens)
    with part() as whole:

        def begin(number: int) -> AbstractContextManager[Part]:
            of_step = share if number < len(steps) else (1 - share) / work.opened_with(number)
            return whole.within(of_step / len(steps), what(work.given[number]))

        if second is None:
            work.through(task, begin)
        else:
            second.work_through(task, work, begin)
    return work.results


def longest_at_ends(steps: Iterable[Given], cost: Callable[[Given], float]) -> list[Given]:
    """Order steps so that those that take longest come first at both ends, from which two processes take them.

    Parameters
    ----------
    steps : iterable
        Any.
    cost : callable
        How long a step usually takes, in any unit.

    Examples
    --------
    >>> longest_at_ends([1, 2, 3, 4, 5], float)
    [5, 3, 1, 2, 4]
    """
    longest_first = sorted(steps, key=cost, reverse=True)
    return longest_first[::2] + longest_first[1::2][::-1]


@contextmanager
def second_process(module: str, *later: str) -> Iterator[SecondProcess | None]:
    """Start a second process for as long as the block runs.

    Parameters
    ----------
    module, *later
        As of `SecondProcess`.

    Yields
    ------
    SecondProcess or None
        None where there is but one core to use, or the system starts no more processes.
    """
    if cores() == 1:
        yield None
        return
    try:
        process = SecondProcess(module, *later)
    except OSError:
        yield None
        return
    try:
        with cores_shared_by(2):
            yield process
    finally:
        process.close()


def _serve(pipe: "Connection[Any, Any]", module: str, later: Sequence[str]) -> None:
    """What the second process does: take a task, then its steps up to None, then another task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends both
    Thread(target=_end_with_first, daemon=True).start()
    look_rarely()
    import_module(module)
    for further in later:
        if not pipe.poll():
            loaded = resolve_name(further)
            if callable(loaded):
                loaded()
    with suppress(EOFError, OSError), cores_shared_by(2):
        while True:
            task, language = pipe.recv()
            with speaking(language):
                while (step := pipe.recv()) is not None:
                    try:
                        with watched(_reports(pipe)):
                            result = task(*step)
                        pipe.send((True, result))
                    except OSError:
                        raise
                    except Exception:  # The first process computes it again, and fails where all see it.
                        pipe.send((False, None))


def _end_with_first() -> None:
    """End in the middle of a step when the first process has ended, however it did: nobody waits for the result."""
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _reports(pipe: "Connection[Any, Any]") -> Callable[[Part], None]:
    """What tells the first process how far a step is, from time to time."""
    reported = monotonic()

    def tell(changed: Part) -> None:
        nonlocal reported
        if monotonic() - reported > BETWEEN_REPORTS:
            pipe.send(changed.whole.done)
            reported = monotonic()

    return tell


def _read_only(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


copyreg.pickle(MappingProxyType, lambda view: (_read_only, (dict(view),)))
