"""Prints how long the path of an answer through reading is: ``python -m tools.reading_path FOLDER...``.

Three figures a partnership, each of one call of `read_partnership` after a first one that only imports:

- *modules*: modules of the package in which any function ran, as the interpreter's profiler sees it, but for the
  catalogue of messages, and for the watch around reading, which looks at the dates of files and into none of them;
- *frames*: data frames constructed, by the package itself or by pandas at its request;
- *changes*: calls in which a function of one module of the package ran a function of another.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pandas as pd

from stakeholder_graph.survey import read_partnership

PACKAGE = "stakeholder_graph"
#: What no answer goes through.
_BESIDE = (f"{PACKAGE}.text", f"{PACKAGE}.survey.input_files")


@dataclass(frozen=True)
class ReadingPath:
    """What one reading went through.

    Parameters
    ----------
    modules : Counter of str
        Calls by module of the package.
    frames : Counter of str
        Data frames by the module that asked for them.
    changes : Counter of (str, str)
        Calls from one module to another.
    """

    modules: Counter[str] = field(default_factory=Counter)
    frames: Counter[str] = field(default_factory=Counter)
    changes: Counter[tuple[str, str]] = field(default_factory=Counter)


def reading_path(folder: Path, read: Callable[[Path], object] = read_partnership) -> ReadingPath:
    """Read a partnership twice, and watch the second time.

    Parameters
    ----------
    folder : Path
        The partnership.
    read : callable
        Reads it.

    Returns
    -------
    ReadingPath
        Modules, frames and changes of module.
    """
    read(folder)
    path = ReadingPath()
    with _frames_counted(path.frames), _calls_counted(path):
        read(folder)
    return path


def _module(frame: FrameType | None) -> str:
    """The module of the package that a frame of the interpreter's stack belongs to; blank for any other."""
    name = frame.f_globals.get("__name__", "") if frame else ""
    return name if name.partition(".")[0] == PACKAGE and not name.startswith(_BESIDE) else ""


@contextmanager
def _calls_counted(path: ReadingPath) -> Iterator[None]:
    def watch(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and (module := _module(frame)):
            path.modules[module] += 1
            caller = _module(frame.f_back)
            if caller and caller != module:
                path.changes[caller, module] += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(before)


@contextmanager
def _frames_counted(frames: Counter[str]) -> Iterator[None]:
    built = pd.DataFrame.__init__

    def init(self: pd.DataFrame, *args: Any, **keywords: Any) -> None:
        caller: FrameType | None = sys._getframe(1)
        while caller and not _module(caller):
            caller = caller.f_back
        frames[_module(caller)] += 1
        built(self, *args, **keywords)

    pd.DataFrame.__init__ = init  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        pd.DataFrame.__init__ = built  # type: ignore[method-assign]


def main(folders: list[str]) -> int:
    """Print the figures of each folder."""
    for folder in folders:
        path = reading_path(Path(folder))
        print(
            f"{folder}: {len(path.modules)} modules, {path.frames.total()} frames, "
            f"{path.changes.total():,} changes of module"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
