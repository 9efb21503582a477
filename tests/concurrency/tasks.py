"""Tasks that a second process can load."""

import os
import time
from dataclasses import dataclass
from multiprocessing import parent_process
from typing import Any

from stakeholder_graph.concurrency.sent_once import SentOnce
from stakeholder_graph.progress import counted


def process_of(seconds: float) -> int:
    """Take so long; the process that did."""
    time.sleep(seconds)
    return os.getpid()


def says_number(seconds: float) -> None:
    """Print the number of the process, and take so long."""
    print(os.getpid(), flush=True)
    time.sleep(seconds)


def in_tenths(seconds: float) -> None:
    """Take so long, and tell how far it is if it is in a second process."""
    for _tenth in range(10) if parent_process() is None else counted(range(10)):
        time.sleep(seconds / 10)


def only_here(step: int) -> int:
    """Fail in a second process."""
    time.sleep(0.02)
    if parent_process() is not None:
        raise ValueError(step)
    return step


def lost_there(step: int) -> int:
    """End a second process without a word."""
    time.sleep(0.02)
    if parent_process() is not None:
        os._exit(1)
    return step


def stopped_here(seconds: float) -> None:
    """Be stopped in the first process once the other one is at work."""
    time.sleep(seconds if parent_process() is not None else 1.0)
    if parent_process() is None:
        raise KeyboardInterrupt


def never(step: int) -> int:
    """Fail everywhere."""
    raise ZeroDivisionError(step)


class Keeping:
    """A task that keeps what it computes, and takes its time to be written."""

    def __init__(self) -> None:
        self.kept = dict.fromkeys(range(-20, 0), 0)

    def __getstate__(self) -> dict[str, dict[int, int]]:
        """Give every entry, one after another."""
        kept = {}
        for key, value in self.kept.items():
            kept[key] = value
            time.sleep(0.005)
        return {"kept": kept}

    def doubled(self, step: int) -> int:
        """Twice as much, computed once."""
        return self.kept.setdefault(step, 2 * step)


def only_first_here(step: int) -> int:
    """Fail in a second process with the steps to begin with."""
    if parent_process() is not None and step % 100 == 0:
        raise ValueError(step)
    return step


def fails_first_here(seconds: float) -> None:
    """Fail in the first process, after a while."""
    time.sleep(seconds)
    if parent_process() is None:
        raise ZeroDivisionError(seconds)


@dataclass(frozen=True, eq=False)
class MakesOrUses:
    """A step that makes a value or, if it has one, uses it."""

    of: SentOnce[dict[str, int]] | None = None


def of_part(step: MakesOrUses) -> Any:
    """Make a value, or say where it is used and who made it; what is kept in it stays there."""
    time.sleep(0.05)
    if step.of is None:
        return SentOnce({"by": os.getpid()})
    step.of.value[f"kept by {os.getpid()}"] = 1
    assert len(step.of.value) == 2
    return os.getpid(), step.of.value["by"]
