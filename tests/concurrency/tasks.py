"""Tasks that a second process can load."""

import os
import time
from multiprocessing import parent_process

from stakeholder_graph.progress import counted


def process_of(seconds: float) -> int:
    """Take so long; the process that did."""
    time.sleep(seconds)
    return os.getpid()


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
