"""Processor time, and a yardstick that says how fast the machine is."""

from collections.abc import Callable
from time import process_time

import numpy as np


def spent(work: Callable[[], object], times: int = 1) -> float:
    """Least processor time of some runs, in seconds."""
    best = np.inf
    for _ in range(times):
        before = process_time()
        work()
        best = min(best, process_time() - before)
    return max(best, 1e-9)


def in_words(seconds: float | None) -> str:
    """Three digits and no more; blank where nothing was measured."""
    if seconds is None:
        return ""
    return f"{seconds:,.0f}" if seconds >= 100 else f"{seconds:.3g}" if seconds >= 1e-3 else f"{seconds:.1g}"
