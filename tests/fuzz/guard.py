"""Runs one input within limits of time and memory, and says what went wrong."""

import resource
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from stakeholder_graph.model.errors import StakeholderGraphError

#: Seconds of the processor that an input may take, so that other programs on the machine make no difference.
MOST_SECONDS = 20
#: Bytes that may be asked for beyond what the imports took.
MOST_MEMORY = 1_000_000_000
_PACKAGE = "stakeholder_graph"


class HangError(BaseException):
    """An input took longer than it may; no reader catches this."""


@dataclass(frozen=True)
class Outcome:
    """What became of an input.

    Parameters
    ----------
    failure : str
        The exception and the line of the package from which it came; blank where all is well.
    details : str
        The traceback.
    seconds : float
        Of the processor.
    """

    failure: str
    details: str
    seconds: float


def limit_memory(most: int = MOST_MEMORY) -> None:
    """Let this process ask for so many bytes beyond those it has."""
    has = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (has + most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def peak_memory() -> int:
    """Bytes that this process had at most, so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def run(read: Callable[[Path], object], folder: Path, most_seconds: float = MOST_SECONDS) -> Outcome:
    """Read a folder; an error in words is all well."""
    before = signal.signal(signal.SIGPROF, _stop)
    start = time.process_time()
    failure = details = ""
    try:
        signal.setitimer(signal.ITIMER_PROF, most_seconds)
        read(folder)
    except StakeholderGraphError:
        pass
    except (Exception, HangError) as error:
        failure, details = _signature(error), traceback.format_exc(limit=-40)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return Outcome(failure, details, time.process_time() - start)


def _stop(number: int, frame: FrameType | None) -> None:
    raise HangError


def _signature(error: BaseException) -> str:
    """Two failures of one kind have one signature."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if f"/{_PACKAGE}/" in frame.filename]
    place = ""
    if frames:
        path = Path(frames[-1].filename)
        place = f" at {'/'.join(path.parts[path.parts.index(_PACKAGE) + 1 :])}:{frames[-1].lineno}"
    return f"{type(error).__name__}{place}"
