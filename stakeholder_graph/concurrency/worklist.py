"""The steps of a task, which two processes take from both ends; one that is done may open further steps."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from threading import Condition
from typing import Generic, Literal, TypeVar

from stakeholder_graph.progress import Part

Given = TypeVar("Given")
Result = TypeVar("Result")
#: Given the number of a step: its part of the progress, for as long as somebody computes it.
Begin = Callable[[int], AbstractContextManager[Part]]
#: Given a step and its result: the steps that follow from it.
Opens = Callable[[Given, Result], Sequence[Given]]


class Worklist(Generic[Given, Result]):
    """The steps of a task; the first process takes them while `through` runs.

    Parameters
    ----------
    steps : sequence
        Those to begin with.
    opens : callable, optional
        Says which steps follow from one that is done. Whoever did it finds them at its own end.

    Examples
    --------
    >>> from contextlib import nullcontext
    >>> work = Worklist([3], lambda step, result: [step - 1] * (step > 1))
    >>> work.through(lambda step: 10 * step, lambda number: nullcontext(Part()))
    >>> work.results
    [30, 20, 10]
    """

    def __init__(self, steps: Sequence[Given], opens: Opens[Given, Result] | None = None) -> None:
        self.given = list(steps)
        self._opens = opens
        self._first = range(len(steps))
        self._left = deque(self._first)
        self._failed = deque[int]()
        #: Steps that somebody computes, and from which end each was taken.
        self._under_way: dict[int, Literal["first", "last"]] = {}
        self._opened: dict[int, range] = {}
        self._results: dict[int, Result] = {}
        self._ended = False
        self._changed = Condition()

    @property
    def results(self) -> list[Result]:
        """Those of the steps to begin with, in their order, then those of the steps that they opened."""
        order = list(self._first)
        for number in order:  # it grows meanwhile
            order.extend(self._opened.get(number, ()))
        return [self._results[number] for number in order]

    def opened_with(self, number: int) -> int:
        """Count the steps that were opened together with this one.

        Parameters
        ----------
        number : int
            Of a step.
        """
        return next((len(opened) for opened in self._opened.values() if number in opened), 1)

    def through(self, task: Callable[[Given], Result], begin: Begin) -> None:
        """Compute a task of the first step that is left, of the next one, and so on until all are done.

        Parameters
        ----------
        task : callable
            Takes a step and gives its result.
        begin : callable
            As `Begin` says.
        """
        try:
            while (number := self._take_first()) is not None:
                with self.computing(number), begin(number):
                    self.finish(number, task(self.given[number]))
        finally:
            # After an error the other process would wait for what is never opened.
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _take_first(self) -> int | None:
        """Take the first step, or one that failed elsewhere; None once all are done."""
        with self._changed:
            while not self._left and not self._failed:
                if not self._under_way:
                    return None
                self._changed.wait()
            return self._take(self._left.popleft() if self._left else self._failed.popleft(), "first")

    def take_last(self) -> int | None:
        """Take the last step; None once there are none, and none to come."""
        with self._changed:
            while not self._left and self._under_way and self._opens and not self._ended:
                self._changed.wait()
            return None if self._ended or not self._left else self._take(self._left.pop(), "last")

    def _take(self, number: int, end: Literal["first", "last"]) -> int:
        self._under_way[number] = end
        return number

    @contextmanager
    def computing(self, number: int) -> Iterator[None]:
        """Compute a step that was taken: if it is not finished when the block ends, the first process takes it.

        Parameters
        ----------
        number : int
            Of the step.
        """
        try:
            yield
        finally:
            with self._changed:
                if self._under_way.pop(number, None) and number not in self._results:
                    self._failed.append(number)
                self._changed.notify_all()

    def finish(self, number: int, result: Result) -> None:
        """Keep the result of a step, and open those that follow from it.

        Parameters
        ----------
        number : int
            Of the step.
        result : object
            Its result.
        """
        further = [] if self._opens is None else self._opens(self.given[number], result)
        with self._changed:
            self._results[number] = result
            self._opened[number] = opened = range(len(self.given), len(self.given) + len(further))
            self.given.extend(further)
            if self._under_way.get(number) == "first":
                self._left.extendleft(reversed(opened))
            else:
                self._left.extend(opened)
            self._changed.notify_all()
